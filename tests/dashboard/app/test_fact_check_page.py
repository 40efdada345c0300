"""Fact check: a draft's statements are marked in it, each with its verdict and what is behind it."""

from collections.abc import Callable
from typing import Any

Page = Callable[..., Any]
TRUE = "We received the 2023 HEED Award for the second year in a row."
FALSE = "We received the 2023 HEED Award for the seventh year in a row."


def about_alive(page: Page) -> Any:
    screen = page("fact_check")
    screen.app.selectbox[0].select("alive-med").run()
    return screen


def checked(page: Page, text: str) -> Any:
    screen = about_alive(page)
    screen.app.text_area(key="draft_text").set_value(text)
    next(button for button in screen.app.button if button.label == "Check the draft").click().run()
    assert not screen.app.exception
    return screen


def test_without_a_draft_it_says_what_to_do_and_gives_an_example(page: Page) -> None:
    screen = page("fact_check")
    assert screen.answer == "Paste a draft, or upload it, to see what the records say to it"
    assert "for the second year in a row" in screen.app.code[0].value


def test_a_true_statement_is_supported_with_its_years_and_sources(page: Page) -> None:
    screen = checked(page, TRUE)
    assert "1 supported" in screen.answer or "2 supported" in screen.answer
    assert "second year in a row 2 ✓ supported" in screen.seen.text
    assert "“second year in a row”" in screen.seen.text
    assert ("school?school=alive-med&year=2023", "2023") in screen.seen.links
    assert ("https://alive.example/news", "Alive wins again") in screen.seen.links


def test_a_false_statement_says_why_and_what_the_records_support(page: Page) -> None:
    screen = checked(page, FALSE)
    assert "✗ 1 contradicted" in screen.answer
    assert "the award was held 5 times by 2023" in screen.seen.text
    assert "The records support\n“for the second year in a row, 2022–2023”" in screen.seen.text


def test_a_draft_stays_text(page: Page) -> None:
    screen = checked(page, f"<script>alert(1)</script><b>{TRUE}</b>")
    assert "<script>" not in screen.html
    assert "<b>We" not in screen.html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in screen.html


def test_a_draft_without_statements_and_an_upload(page: Page) -> None:
    assert checked(page, "Enrollment grew.").answer == "No statement about an award was found"
    screen = about_alive(page)
    screen.app.file_uploader(key="draft_file").set_value(("draft.md", FALSE.encode(), "text/markdown"))
    next(button for button in screen.app.button if button.label == "Check the draft").click().run()
    assert "✗ 1 contradicted" in screen.answer
    screen.app.file_uploader(key="draft_file").set_value(("draft.docx", b"no document", "application/x"))
    next(button for button in screen.app.button if button.label == "Check the draft").click().run()
    assert "draft.docx" in screen.app.error[0].value


def test_the_rules_are_those_of_the_program(page: Page) -> None:
    told = " ".join(block.value for block in page("fact_check").app.markdown)
    assert "**In a row, n as of Y** speaks of the last n held years up to Y" in told
    assert "**A win**" in told
