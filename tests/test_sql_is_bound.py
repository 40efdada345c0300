"""SQL as text is a literal wherever it stands; values are bound. The exceptions are names of our own tables."""

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RAW = frozenset({"exec_driver_sql", "executemany", "executescript"})
KNOWN = frozenset(
    {
        ("etl/database.py", "_sort_as_sqlite"),  # names of tables and columns as the schema declares them
        ("etl/load/bulk.py", "_insert"),  # names of our own tables and columns; values are bound
    }
)


def is_literal(node: ast.expr) -> bool:
    """Whether the text stands there as it is, or is put together of constants in capitals alone."""
    if isinstance(node, ast.JoinedStr):
        inner = [part.value for part in node.values if isinstance(part, ast.FormattedValue)]
        return all(is_literal(part) for part in inner)
    if isinstance(node, ast.BinOp):
        return is_literal(node.left) and is_literal(node.right)
    if isinstance(node, ast.Name | ast.Attribute):
        return (node.id if isinstance(node, ast.Name) else node.attr).isupper()
    return isinstance(node, ast.Constant)


def texts(tree: ast.Module) -> list[tuple[str, int, ast.expr]]:
    """Every SQL text with the function it stands in and its line; `text` counts where it is SQLAlchemy's."""
    ours = any(
        isinstance(node, ast.ImportFrom)
        and (node.module or "").startswith("sqlalchemy")
        and "text" in {a.name for a in node.names}
        for node in ast.walk(tree)
    )
    found = []
    for function in [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)] + [tree]:  # type: ignore[list-item]
        for call in ast.walk(function):
            if not (isinstance(call, ast.Call) and call.args):
                continue
            name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
            if (name == "text" and ours and isinstance(call.func, ast.Name)) or name in RAW:
                found.append((getattr(function, "name", ""), call.lineno, call.args[0]))
    return found


def test_every_sql_text_is_a_literal() -> None:
    faults, seen = set(), 0
    for path in sorted([*ROOT.glob("etl/**/*.py"), *ROOT.glob("dashboard/**/*.py")]):
        place = path.relative_to(ROOT).as_posix()
        if place.startswith("etl/migrations/"):
            continue
        for function, line, sql in texts(ast.parse(path.read_text("utf-8"))):
            seen += 1
            if not is_literal(sql) and function and (place, function) not in KNOWN:
                faults.add(f"{place}:{line} in {function}: {ast.unparse(sql)}")
    assert seen > 10
    assert not faults, "\n".join(sorted(faults))


def test_a_text_put_together_is_found() -> None:
    tree = ast.parse("from sqlalchemy import text\ndef f(c, x):\n    c.execute(text(f'SELECT {x}'))\n")
    assert [is_literal(sql) for name, _, sql in texts(tree) if name == "f"] == [False]
