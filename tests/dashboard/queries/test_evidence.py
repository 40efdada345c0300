"""A record opened down to its observations, tiers, claims and sources."""

from datetime import date

import pytest
from sqlalchemy import Connection

from dashboard.queries.claims import claims, claims_table, clashes
from dashboard.queries.evidence import Evidence, evidence, tier_evidence, year_evidence
from dashboard.queries.initiatives import initiatives
from dashboard.queries.sources import SourceInfo, rows_by_source, source_uses, sources, sources_named
from tests.dashboard.queries.seed import Seed

PAGE = SourceInfo("s1", "Award announced", "http://a.example/1", "school", date(2023, 9, 1), mirror=False)


@pytest.fixture
def told(seed: Seed) -> Seed:
    """Two schools, a family with a tier, and a page."""
    seed.award("HEED")
    seed.award("HP-HEED", "HEED")
    seed.award("CHAMPION", role="tier", on_top_of="HEED")
    seed.award("MENTION", role="mention", on_top_of="HEED")
    seed.award("LEAD")
    seed.school("a", name="A College")
    seed.school("b", name="B College")
    page = {"title": PAGE.title, "url": PAGE.url, "publisher_kind": "school", "published_on": PAGE.published_on}
    seed.row("source", source_id="s1", **page)
    return seed


def observe(seed: Seed, **said: object) -> None:
    """Write an observation of school a, HP-HEED, 2023."""
    about = {"bound_school_id": "a", "award": "HP-HEED", "year": 2023, "source_id": "s1"}
    seed.row("observation", **{**about, **said})


def test_an_observation_with_all_that_is_known_of_it(told: Seed, connection: Connection) -> None:
    observe(
        told, row_id=77, school_as_printed="A Coll.", parent_as_printed="A System", state="MO",
        award_as_printed="Health Professionals HEED", outcome="won", basis="announced", suspect=True, note="too early",
        rule="the name is one of the school's", decision="created", stated_on=date(2023, 9, 2), owner="the dean",
        sheet="2023", line=12, place="third paragraph",
    )  # fmt: skip
    assert evidence(connection, "a", "HEED", 2023) == [
        Evidence(
            row_id=77,
            school_as_printed="A Coll.",
            parent_as_printed="A System",
            printed_state="MO",
            award="HP-HEED",
            award_as_printed="Health Professionals HEED",
            year=2023,
            outcome="won",
            basis="announced",
            suspect=True,
            note="too early",
            rule="the name is one of the school's",
            decision="created",
            stated_on=date(2023, 9, 2),
            owner="the dean",
            file_kind="winners",
            file="winners.csv",
            sheet="2023",
            line=12,
            place="third paragraph",
            source=PAGE,
        )
    ]


def test_what_counts_comes_first_then_by_weight_and_day(told: Seed, connection: Connection) -> None:
    told.row("source", source_id="s2", published_on=date(2023, 8, 1))
    observe(told, row_id=1, suspect=True)
    observe(told, row_id=2, basis="claimed")
    observe(told, row_id=3, basis="own_log", stated_on=date(2023, 1, 1))
    observe(told, row_id=4, award="HEED")
    observe(told, row_id=5, source_id="s2")
    assert [shown.row_id for shown in evidence(connection, "a", "HEED", 2023)] == [5, 4, 3, 2, 1]


def test_other_schools_years_families_and_closed_rows_are_left_out(told: Seed, connection: Connection) -> None:
    observe(told, bound_school_id="b")
    observe(told, bound_school_id=None, decision="review")
    observe(told, year=2022)
    observe(told, award="LEAD")
    observe(told, award="CHAMPION")
    observe(told, row_id=9, valid_from=1, valid_to=2)
    assert evidence(connection, "a", "HEED", 2023) == []
    assert [shown.row_id for shown in evidence(connection, "a", "HEED", 2023, version=1)][-1] == 9


def test_tiers_and_mentions_on_top(told: Seed, connection: Connection) -> None:
    observe(told, row_id=1, award="CHAMPION")
    observe(told, row_id=2, award="MENTION", outcome="not_won")
    observe(told, row_id=3, award="HEED")
    assert [shown.row_id for shown in tier_evidence(connection, "a", "HEED", 2023)] == [1, 2]


def test_a_source_that_nobody_lists_is_named_by_its_key(told: Seed, connection: Connection) -> None:
    observe(told, source_id="s404")
    (shown,) = evidence(connection, "a", "HEED", 2023)
    assert shown.source == SourceInfo("s404", "s404", None, "other", None, mirror=False)


def claim(seed: Seed, **said: object) -> None:
    """Write a claim of school a: three in a row as of 2023."""
    about = {"bound_school_id": "a", "family": "HEED", "as_of_year": 2023, "claim": "consecutive", "n": 3}
    seed.row("claim", **{"source_id": "s1", **about, **said})


def test_the_claims_under_a_year_are_those_of_its_sources(told: Seed, connection: Connection) -> None:
    told.years("a", {2023: "won", 2022: "probable", 2021: "unknown"}, sources=["s1"])
    told.row("source", source_id="web:1", url=PAGE.url)
    told.row("source", source_id="s2", url="http://a.example/2")
    claim(told, row_id=1)
    claim(told, row_id=2, source_id="web:1", family="award:HP-HEED")
    claim(told, row_id=3, source_id="s2")
    claim(told, row_id=4, family="LEAD")
    claim(told, row_id=5, bound_school_id="b")
    observe(told, row_id=6)
    under = year_evidence(connection, "a", "HEED", 2022)
    assert (under.observations, under.tiers, [shown.row_id for shown in under.claims]) == ((), (), [1, 2])
    assert [shown.row_id for shown in year_evidence(connection, "a", "HEED", 2023).observations] == [6]
    assert year_evidence(connection, "a", "HEED", 2015).claims == ()


def test_claims_of_a_school_in_order_with_those_that_clash(told: Seed, connection: Connection) -> None:
    claim(told, row_id=1, content_key=10, words="third year in a row")
    claim(told, row_id=2, content_key=20, as_of_year=2022, n=5)
    claim(told, row_id=3, content_key=30, family="award:HP-HEED", claim="total", n=4)
    claim(told, row_id=4, content_key=10, bound_school_id="b")
    told.row("clash", school_id="a", family="HEED", statements=["claim:10", "claim:20", "not_won:2021", "won:2019"])
    said = claims(connection, "a")
    assert [(shown.row_id, shown.clashes) for shown in said] == [(2, True), (1, True), (3, False)]
    assert (said[1].words, said[1].source, said[1].school, said[1].file) == (
        "third year in a row", PAGE, "A College", "winners.csv",
    )  # fmt: skip
    assert [shown.row_id for shown in claims(connection, "a", "LEAD")] == []
    assert [shown.clashes for shown in claims(connection, "b")] == [False]
    assert claims_table(connection)["clashes"].tolist() == [True, True, False, False]
    (clash,) = clashes(connection, "a")
    assert [shown.row_id for shown in clash.claims] == [1, 2]
    assert clash.years == ((2021, "not_won"), (2019, "won"))
    assert clashes(connection, "a", "LEAD") == clashes(connection, "b") == []


def test_the_table_of_claims(told: Seed, connection: Connection) -> None:
    claim(told, words="third year")
    claim(told, bound_school_id="b", as_of_year=2020, counts_from=2016)
    claim(told, bound_school_id=None, decision="review")
    frame = claims_table(connection)
    assert frame[["school", "as_of_year", "n", "words", "source"]].fillna("").to_dict("split")["data"] == [
        ["A College", 2023, 3, "third year", "Award announced"],
        ["B College", 2020, 3, "", "Award announced"],
    ]
    assert frame["counts_from"].isna().tolist() == [True, False]
    assert len(claims_table(connection, "b")) == 1


def test_initiatives_newest_first(told: Seed, connection: Connection) -> None:
    for school_id, name, year in (("a", "Bridge", 2019), ("a", "Academy", 2023), ("b", "Circle", None)):
        cited = {"bound_school_id": school_id, "source_id": "s1", "category": "Mentoring"}
        told.row("initiative", **cited, initiative=name, year=year)
    told.row("initiative", bound_school_id="b", source_id="s1", initiative="Withdrawn", valid_to=2)
    told.school("b", name="B as it was called", valid_to=2)
    told.row("initiative", bound_school_id=None, source_id="s1", initiative="Nobody's", decision="unmatched")
    frame = initiatives(connection)
    assert frame["initiative"].tolist() == ["Academy", "Bridge", "Circle"]
    first = frame.drop(columns=["note", "file", "sheet", "line"]).to_dict("records")[0]
    assert first == {
        "school_id": "a", "school": "A College", "initiative": "Academy", "category": "Mentoring", "year": 2023,
        "source_id": "s1", "source": "Award announced", "url": "http://a.example/1",
    }  # fmt: skip
    assert initiatives(connection, "b")["year"].isna().tolist() == [True]


def test_sources_with_what_rests_on_them(told: Seed, connection: Connection) -> None:
    told.row("source", source_id="s0", title="A list", mirror=True, note="copied")
    observe(told)
    observe(told, year=2022)
    claim(told)
    frame = sources(connection)
    assert frame[["source_id", "mirror", "observations", "claims", "initiatives"]].to_dict("split")["data"] == [
        ["s0", True, 0, 0, 0],
        ["s1", False, 2, 1, 0],
    ]
    assert (frame["file"].tolist(), frame["published_on"].isna().tolist()) == (["winners.csv"] * 2, [True, False])
    assert [use.source for use in source_uses(connection)][1] == PAGE
    assert rows_by_source(connection) == rows_by_source(connection, keys=("s0", "s1")) == {"s1": (2, 1, 0)}
    assert rows_by_source(connection, keys=("s0",)) == rows_by_source(connection, keys=()) == {}


def test_of_a_source_listed_twice_the_first_row_counts(told: Seed, connection: Connection) -> None:
    told.row("source", source_id="s1", title="Another title")
    assert sources_named(connection, ["s1"]) == {"s1": PAGE}


def test_many_sources_at_once(told: Seed, connection: Connection) -> None:
    keys = [f"k{n}" for n in range(1203)]
    found = sources_named(connection, [*keys, "s1"])
    assert (len(found), found["s1"]) == (1204, PAGE)
