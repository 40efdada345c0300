"""School: every year opens down to its sources, doubts and contradictions are shown."""

from collections.abc import Callable
from typing import Any

Page = Callable[..., Any]
MAGAZINE = "Winners <script>alert(1)</script> magazine"


def labels(screen: Any) -> list[str]:
    return [line.label for line in screen.app.expander if line.label != "More formats"]


def test_years_of_which_something_is_said_can_be_opened(page: Page) -> None:
    screen = page("school", school="alive-med")
    assert labels(screen) == ["● 2023: won · 2 statements", "● 2022: won · 1 statement", "● 2019: won · 1 statement"]
    assert "Not known: 2018 and 2021. No source we hold says anything" in screen.seen.text
    assert "No award held: 2020." in screen.seen.text


def test_nothing_is_open_at_first(page: Page) -> None:
    assert not [caption for caption in page("school", school="alive-med").seen.tables if "2023" in caption]


def test_a_year_in_the_address_is_opened_down_to_its_sources(page: Page) -> None:
    screen = page("school", school="alive-med", year="2023")
    assert screen.rows("What sources say of 2023") == [
        [
            "Alive wins again school, 2023-10-01",
            "HEED 2023: won announced",
            "Alive School of Medicine, Alive University Alive School of Medicine: a name of that school alone",
            "observations.csv, line 2",
            "yes",
        ]
    ]
    assert screen.rows("Tiers and mentions in 2023")[0][1] == "STAR 2023: won announced"
    assert ("https://alive.example/news", "Alive wins again") in screen.seen.links
    assert "What sources say of 2022" not in screen.seen.tables


def test_two_years_in_the_address(page: Page) -> None:
    tables = page("school", school="alive-med", year=["2022", "2019"]).seen.tables
    assert {"What sources say of 2022", "What sources say of 2019"} <= set(tables)


def test_nonsense_for_a_year_opens_nothing(page: Page) -> None:
    for nonsense in ("1", "20233", "²0²3", "x" * 10_000, "9" * 10_000, "-1"):
        screen = page("school", school="alive-med", year=nonsense)
        assert not [caption for caption in screen.seen.tables if caption.startswith("What sources say")]


def test_a_suspect_statement_is_shown_and_does_not_count(page: Page) -> None:
    screen = page("school", school="doubted-univ", year="2022")
    assert labels(screen) == ["? 2022: not known · 1 statement, none counts"]
    assert screen.rows("What sources say of 2022")[0][4] == "does not count the page names no year"
    assert screen.answer == "No win known, 2018–2023"


def test_a_conflict_is_shown_with_both_sides(page: Page) -> None:
    screen = page("school", school="broken-univ", year="2021")
    assert labels(screen)[1] == "● 2021: won · 2 statements · sources disagree"
    assert "Sources disagree about this year." in screen.seen.text
    said = [row[1] for row in screen.rows("What sources say of 2021")]
    assert said == ["HEED 2021: won announced", "HEED 2021: not won own log"]


def test_claims_that_clash_are_shown_with_their_sources(page: Page) -> None:
    screen = page("school", school="clash-univ")
    assert "These statements cannot all be true (HEED). Nothing is inferred from the claims." in screen.seen.text
    rows = screen.rows("Counted claims, by the year they count up to")
    assert {row[4] for row in rows} == {"clashes with other statements; nothing follows from it"}
    assert {row[1] for row in rows} == {"2 in a row as of 2021", "first time as of 2021"}


def test_a_probable_year_leads_to_the_claim_it_follows_from(page: Page) -> None:
    screen = page("school", school="counted-univ", year="2022")
    assert labels(screen)[0] == "◐ 2022: probably won"
    claim = [MAGAZINE, "2 in a row as of 2022", "second year in a row", "claims.csv, line 2", "yes"]
    weighed = [*claim, " undecided 2022 not known"]
    assert screen.rows("Counted claims that 2022 follows from") == [weighed]
    assert screen.rows("Counted claims, by the year they count up to") == [weighed]


def test_initiatives_with_their_source(page: Page) -> None:
    screen = page("school", school="alive-med")
    assert screen.rows("Initiatives") == [["Example Mentoring", "Mentoring", "2023", "Alive wins again"]]
    assert "No initiatives" in page("school", school="open-law").seen.headings


def test_names_and_titles_stay_text(page: Page) -> None:
    html = page("school", school="clash-univ", year="2019").html
    assert "<script>" not in html
    assert "<b>Bold" not in html
    assert "Clash &amp; &lt;b&gt;Bold&lt;/b&gt; University" in html


def test_another_school_closes_what_was_open(page: Page) -> None:
    screen = page("school", school="alive-med", year="2023")
    screen.app.selectbox(key="chosen_school").select("open-law").run()
    assert screen.app.query_params.get("year") is None
    assert screen.app.query_params["school"] == "open-law"
    assert not [caption for caption in screen.seen.tables if caption.startswith("What sources say")]


def test_an_unknown_school(page: Page) -> None:
    screen = page("school", school="<script>x</script>")
    assert screen.answer == "There is no school “<script>x</script>”"
    assert "<script>" not in screen.html
