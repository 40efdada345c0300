"""Tables as plain HTML: readable by screen readers, printable, and without a script."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape


@dataclass(frozen=True)
class Column:
    """One column of a table."""

    head: str
    number: bool = False
    """Numbers stand right."""
    tight: bool = False
    """Its cells stay on one line."""


@dataclass(frozen=True)
class Html:
    """A cell that is HTML already, every value in it escaped."""

    html: str


Cell = str | int | None | Html


def table_html(caption: str, columns: Sequence[Column], rows: Iterable[Sequence[Cell]], fold: bool = False) -> str:
    """A table under its caption; the first cell of a row names the row.

    On a narrow screen it scrolls by itself, or, with `fold`, each row becomes a card. Roles are spelled out, since
    browsers forget them when a style changes how a table is laid out.
    """
    heads = "".join(
        f'<th scope="col" role="columnheader"{_class(column)}>{escape(column.head)}</th>' for column in columns
    )
    body = "".join(_row_html(columns, row) for row in rows)
    return (
        f'<div class="aw aw-scroll{" aw-fold" if fold else ""}" role="region" tabindex="0" '
        f'aria-label="{escape(caption)}"><table role="table"><caption>{escape(caption)}</caption>'
        f'<thead role="rowgroup"><tr role="row">{heads}</tr></thead><tbody role="rowgroup">{body}</tbody></table></div>'
    )


def _row_html(columns: Sequence[Column], row: Sequence[Cell]) -> str:
    first, *rest = row
    cells = [f'<th scope="row" role="rowheader"{_class(columns[0])}>{cell_html(first)}</th>']
    cells += [
        f'<td role="cell" data-head="{escape(column.head)}"{_class(column)}>{cell_html(cell)}</td>'
        for column, cell in zip(columns[1:], rest, strict=True)
    ]
    return f'<tr role="row">{"".join(cells)}</tr>'


def cell_html(cell: Cell) -> str:
    """One cell; what is not known is empty, and never a zero."""
    if isinstance(cell, Html):
        return cell.html
    return "" if cell is None else escape(str(cell))


def _class(column: Column) -> str:
    names = [name for name, wanted in (("aw-num", column.number), ("aw-tight", column.tight)) if wanted]
    return f' class="{" ".join(names)}"' if names else ""
