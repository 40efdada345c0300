"""Own paragraphs: a safe kind of Markdown."""

from dashboard.report.model import Bullets, Paragraph, Text, plain
from dashboard.report.own_words import own_blocks


def test_looks_lists_and_links_are_kept() -> None:
    said = own_blocks("A **bold** and *leaning* [page](https://ok.example/).\n\n1. one\n2. two\n\n- a\n  - b", 1)
    assert isinstance(said[0], Paragraph)
    assert said[0].runs == (
        Text("A "), Text("bold", bold=True), Text(" and "), Text("leaning", italic=True), Text(" "),
        Text("page", url="https://ok.example/"), Text("."),
    )  # fmt: skip
    assert said[1] == Bullets(((Text("one"),), (Text("two"),)), True, 1)
    assert isinstance(said[2], Bullets)
    assert sorted(plain(item) for item in said[2].items) == ["a", "b"]


def test_html_is_letters_and_other_links_are_text() -> None:
    text = "<b>x</b> <script>alert(1)</script> [a](javascript:alert(1)) [b](file:///etc/passwd) [c](//host/x)"
    blocks = own_blocks(text, 1)
    runs = [run for block in blocks for run in block.runs]  # type: ignore[union-attr]
    assert "<script>alert(1)</script>" in "".join(run.text for run in runs)  # type: ignore[union-attr]
    assert not [run for run in runs if run.url]  # type: ignore[union-attr]


def test_headings_code_and_pictures_become_plain() -> None:
    blocks = own_blocks("# Head\n\n    code\n\n![alt](https://x.example/p.png)\n\n```\nfence\n```\n\n> quote", 2)
    assert [plain(block.runs) for block in blocks if isinstance(block, Paragraph)] == [
        "Head", "code", "alt", "fence", "quote",
    ]  # fmt: skip


def test_fifty_kilobytes_of_brackets_end_soon() -> None:
    assert own_blocks("[" * 50_000, 1)
    assert own_blocks("> " * 25_000, 1) is not None
    assert own_blocks("*a_" * 15_000, 1)
