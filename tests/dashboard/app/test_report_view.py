"""The report on the page: long tables end early, and no reference leads nowhere."""

from datetime import date

from dashboard.components.report_view import MOST_ROWS, report_html
from dashboard.queries.sources import SourceInfo
from dashboard.report.model import Cite, Column, Paragraph, Ref, Report, Row, Section, Table, numbered, text

COLUMNS = (Column("Row"), Column("Says"), Column("Sources"))


def report(rows: int) -> Report:
    """A report whose appendix has so many rows, each with a source of its own."""
    keys = [f"s{at}" for at in range(1, rows + 1)]
    body = tuple(Row(((), text(f"said {key}"), (Cite((key,)),)), ("statement", key)) for key in keys)
    first = Paragraph(text("Of the first ", Ref((("statement", "s1"),)), " and last ", Ref((("statement", keys[-1]),))))
    sections = (
        Section("headline", "In short", (first,)),
        Section("notes", "Notes: the sources", ()),
        Section("appendix", "Appendix: the rows", (Table("What is said", COLUMNS, body, labelled=True),)),
    )
    sources = {key: SourceInfo(key, f"Page {key}", None, "news", None, mirror=False) for key in keys}
    about = ("Report", "A School", "a", "A School", 2025, 1, date(2026, 1, 2), date(2026, 1, 1), "Won")
    return numbered(Report(*about, sections, sources))


def test_a_short_report_is_shown_whole() -> None:
    html = report_html(report(MOST_ROWS))
    assert html.count('<tr id="row-') == html.count('<li id="note-') == MOST_ROWS
    assert f'<a href="#row-{MOST_ROWS}">A{MOST_ROWS}</a>' in html
    assert "the files hold all" not in html


def test_a_long_table_ends_early_and_says_so() -> None:
    rows = MOST_ROWS + 1
    html = report_html(report(rows))
    assert html.count('<tr id="row-') == html.count('<li id="note-') == MOST_ROWS
    assert f"The first {MOST_ROWS} of {rows} rows; the files hold all." in html
    assert f"The first {MOST_ROWS} of {rows} notes; the files hold all." in html
    assert "Table 1. What is said" in html


def test_a_reference_to_what_is_not_shown_stays_as_text() -> None:
    html = report_html(report(MOST_ROWS + 1))
    assert '(<a href="#row-1">A1</a>) and last (A101)' in html
