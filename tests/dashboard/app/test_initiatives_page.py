"""Initiatives: a test for each thing that a choice changes."""

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from etl.database import engine_for, writing
from etl.load.book import next_version
from etl.pipeline import load

Page = Callable[..., Any]
INVENTED = {
    "more initiatives.csv": """
        school_id,initiative,category,year,source_id
        alive-med,The Example Mentoring,Mentoring,2022,p2
        alive-med,Undated Circle,Research,,p2
        open-law,Law Pathway,Pathway & recruitment,2019,p2
        broken-univ,Broken Outreach <b>,Outreach,2021,p3
        """,
    "peers.csv": """
        group_name,school_id,reason,frozen_on
        Two of them,alive-med,example,2024-01-02
        Two of them,counted-univ,example,2024-01-02
        """,
}
"""Programmes and groups that do not exist."""
FIVE = ["Example Mentoring", "The Example Mentoring", "Broken Outreach <b>", "Law Pathway", "Undated Circle"]


@pytest.fixture
def ledger(own_database: Path, tmp_path: Path, page_there: Page) -> Page:
    """Opens the page over the invented data and these files."""
    folder = tmp_path / "files"
    folder.mkdir()
    for name, text in INVENTED.items():
        (folder / name).write_text(dedent(text).strip() + "\n", encoding="utf-8")
    report = load(engine_for(f"sqlite:///{own_database}"), [folder], by="tests")
    assert report.succeeded
    return lambda **address: page_there("initiatives", **address)


def test_the_answer_and_the_timeline(ledger: Page) -> None:
    screen = ledger(school="alive-med")
    assert screen.answer == "1 initiative cited, for 2022 and 2023; 1 in more than one award year"
    assert screen.rows("Initiatives by the award year") == [
        ["The award itself", "won", "won, Star on top", ""],
        ["Example Mentoring Mentoring", "cited by 1 source", "cited by 1 source", "2022 and 2023"],
        ["Undated Circle Research", "no citation known", "no citation known", "award year not said"],
    ]


def test_categories_stand_beside_those_of_peers_with_their_denominators(ledger: Page) -> None:
    screen = ledger(school="open-law", group="all schools")
    assert screen.rows("Categories") == [
        ["Mentoring", "none cited", "no such peer", "1 of 2"],
        ["Outreach", "none cited", "no such peer", "1 of 2"],
        ["Research", "none cited", "no such peer", "1 of 2"],
        ["Pathway & recruitment", "1 cited", "no such peer", "0 of 2"],
    ]
    assert "Of no peer with a longer streak is an initiative known" in screen.seen.headings
    assert "Of 3 of 5 peers no initiative is known, which does not mean that they have none" in screen.seen.text


def test_a_peer_with_a_longer_streak_is_told_with_its_categories(ledger: Page) -> None:
    screen = ledger(school="broken-univ", group="all schools")
    assert (
        "Peers with a longer streak are cited with mentoring (1 of 2), pathway & recruitment (1 of 2) and research "
        "(1 of 2); no source cites us with any of these" in screen.seen.headings
    )


def test_peers_are_of_the_same_kind_until_a_group_is_chosen(ledger: Page) -> None:
    assert "schools of the kind law" in ledger(school="open-law").seen.text
    screen = ledger(school="open-law", group="Two of them")
    assert "Of 1 of 2 peers no initiative is known" in screen.seen.text
    assert screen.rows("Categories")[0] == ["Mentoring", "none cited", "no such peer", "1 of 1"]


def test_a_school_without_any_known_initiative_is_not_told_to_have_none(ledger: Page) -> None:
    screen = ledger(school="counted-univ")
    assert screen.answer == "No initiative of this school is known"
    assert "Not known is not none." in screen.seen.text
    assert "not known" in {row[1] for row in screen.rows("Categories")}


def test_the_same_by_school_opens(ledger: Page) -> None:
    screen = ledger(school="open-law", group="all schools", schools="true")
    assert screen.rows("Peers, the longest streak first (2)") == [
        ["Alive School of Medicine", "2", "2", "Mentoring 1; Research 1"],
        ["Broken University", "1", "1", "Outreach 1"],
    ]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ({}, ["Law Pathway"]),
        ({"of": "with its peers", "group": "all schools"}, FIVE),
        ({"of": "all schools", "q": "mentoring 2"}, []),
        ({"of": "all schools", "q": "MENTORING winners"}, ["The Example Mentoring"]),
        ({"of": "all schools", "category": ["Outreach", "Research"]}, ["Broken Outreach <b>", "Undated Circle"]),
        ({"of": "nobody", "category": "no such"}, ["Law Pathway"]),
    ],
)  # fmt: skip
def test_the_ledger_is_narrowed(ledger: Page, address: dict[str, Any], expected: list[str]) -> None:
    screen = ledger(school="open-law", **address)
    if expected:
        assert [row[0] for row in screen.rows("Citations")] == expected
    else:
        assert "No citation fits this filter" in screen.seen.headings
        assert not [name for name in screen.seen.tables if name.startswith("Citations")]


def test_a_row_of_the_ledger_leads_to_school_and_source(ledger: Page) -> None:
    screen = ledger(school="open-law")
    assert screen.rows("Citations") == [
        ["Law Pathway", "2019", "Open School of Law", "Pathway & recruitment", "Winners <script>alert(1)</script>"]
    ]
    assert ("https://magazine.example/list", "Winners <script>alert(1)</script>") in screen.seen.links
    assert "<script>" not in screen.html


def test_what_an_application_uses_and_no_source_cites_is_never_cited(ledger: Page, own_database: Path) -> None:
    from etl.schema import ApplicationPart

    with writing(engine_for(f"sqlite:///{own_database}")) as connection:
        version = next_version(connection, "application", "tests", "parts")
        for name in ("Quiet Programme", "example mentoring"):
            connection.execute(
                ApplicationPart.__table__.insert().values(  # type: ignore[attr-defined]
                    school_id="alive-med",
                    award="HEED",
                    year=2024,
                    part="initiative",
                    reference=name,
                    valid_from=version,
                )
            )
    rows = {row[0]: row[-1] for row in ledger(school="alive-med").rows("Initiatives by the award year")}
    assert rows["Quiet Programme "] == "never cited; used in HEED 2024"
    assert rows["Example Mentoring Mentoring"] == "2022 and 2023; used in HEED 2024"


def test_an_unknown_school_gets_a_helpful_page(ledger: Page) -> None:
    screen = ledger(school="<script>")
    assert screen.answer == "There is no school “<script>”"
