"""Records and their filter."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection

from dashboard.queries.records import RecordFilter, record_counts, record_options, record_rows, records, records_part
from tests.conftest import Fresh
from tests.dashboard.queries.seed import Seed

SCHOOLS = {
    "adelphi": ("Adelphi University", "institution", "NY", None),
    "umkc-sod": ("UMKC School of Dentistry", "dentistry", "MO", "Missouri-Kansas City"),
    "umkc-som": ("UMKC School of Medicine", "medicine", "MO", "Missouri-Kansas City"),
}
ROWS: tuple[tuple[Any, ...], ...] = (
    ("adelphi", "HEED", "HEED", 2019, "won", "announced", ["s1", "s2"], True, "announced won (2 sources); own log"),
    ("adelphi", "HEED", None, 2020, "probable", "claim", ["s3"], False, "claim: 4 in a row as of 2021"),
    ("adelphi", "TIERS", "CHAMPION", 2019, "won", "claimed", ["s1"], False, "claimed won (1 source)"),
    ("umkc-sod", "HEED", "HP-HEED", 2016, "won", "announced", ["s4"], False, "announced won (1 source) 100%"),
    ("umkc-som", "HEED", "HP-HEED", 2018, "won", "announced", ["s5"], False, "announced won (1 source)"),
    ("umkc-som", "HEED", "HP-HEED", 2024, "pending", "own_log", ["file:log.csv"], False, "own log submitted"),
    ("umkc-som", "HEED", None, 2025, "unknown", None, [], False, ""),
)  # in the order in which they are shown


def fill(seed: Seed) -> None:
    """Write the schools and their years, in another order than they are shown."""
    for school_id, (name, kind, state, institution) in SCHOOLS.items():
        seed.school(school_id, name=name, kind=kind, state=state, institution_name=institution)
    names = ("school_id", "family", "award", "year", "status", "basis", "sources", "conflict", "why")
    for row in reversed(ROWS):
        seed.row("year_status", **dict(zip(names, row, strict=True)))


def shown(connection: Connection, wanted: RecordFilter) -> list[tuple[str, str, int]]:
    """School, family and year of the records that are let through."""
    frame = records(connection, wanted)
    return list(frame[["school_id", "family", "year"]].itertuples(index=False, name=None))


def test_a_record_with_all_its_columns(seed: Seed, connection: Connection) -> None:
    fill(seed)
    assert records(connection, RecordFilter(first_year=2019, last_year=2019, families=("HEED",))).to_dict(
        "records"
    ) == [
        {
            "school_id": "adelphi",
            "school": "Adelphi University",
            "kind": "institution",
            "state": "NY",
            "family": "HEED",
            "award": "HEED",
            "year": 2019,
            "status": "won",
            "basis": "announced",
            "n_sources": 2,
            "conflict": True,
            "why": "announced won (2 sources); own log",
        }
    ]


def test_without_a_filter_everything_in_order(seed: Seed, connection: Connection) -> None:
    fill(seed)
    assert shown(connection, RecordFilter()) == [(row[0], row[1], row[3]) for row in ROWS]


def test_no_match_gives_the_same_columns(seed: Seed, connection: Connection) -> None:
    fill(seed)
    nothing, everything = records(connection, RecordFilter(text="zzz")), records(connection)
    assert len(nothing) == 0
    assert nothing.dtypes.to_dict() == everything.dtypes.to_dict()


@pytest.mark.parametrize(
    ("text", "found"),
    [("DENTISTRY", [2016]), ("umkc medicine", [2018, 2024, 2025]), ("100%", [2016]), ("4 in a row", [2020]), ("_", [])],
)
def test_text_is_looked_for_in_names_and_reasons(
    seed: Seed, connection: Connection, text: str, found: list[int]
) -> None:
    fill(seed)
    assert [year for _, _, year in shown(connection, RecordFilter(text=text))] == found


def test_an_earlier_data_version(seed: Seed, connection: Connection) -> None:
    seed.school("a", name="A as it was", valid_from=1, valid_to=2)
    seed.school("a", name="A College", valid_from=2)
    seed.years("a", {2020: "won"}, valid_from=1, valid_to=2)
    seed.years("a", {2020: "not_won"}, valid_from=2)
    assert records(connection, version=1)[["school", "status"]].to_dict("split")["data"] == [["A as it was", "won"]]
    assert records(connection)["school"].tolist() == ["A College"]
    assert records(connection, version=2)["status"].tolist() == records(connection)["status"].tolist() == ["not_won"]


def test_the_filter_in_words() -> None:
    wanted = RecordFilter(("umkc-som",), ("HEED",), (), ("not_won",), first_year=2020, last_year=2023, text=" log ")
    assert wanted.described() == ("umkc-som", "HEED", "not won", "2020–2023", "log")
    assert RecordFilter(first_year=2020, conflicts_only=True).described() == ("from 2020", "conflicts")
    assert RecordFilter(last_year=2020).described() == ("until 2020",)
    assert RecordFilter().described() == ()


@pytest.fixture(scope="module")
def filled(fresh_empty_shared: Fresh) -> Iterator[Connection]:
    """One filled database for many filters."""
    with fresh_empty_shared().connect() as connection:
        fill(Seed(connection).begin())
        yield connection


def _some(*values: str) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), max_size=2, unique=True).map(tuple)


_filters = st.builds(
    RecordFilter,
    school_ids=_some(*SCHOOLS, "nowhere"),
    families=_some("HEED", "TIERS"),
    awards=_some("HEED", "HP-HEED", "CHAMPION"),
    statuses=_some("won", "probable", "pending", "unknown"),
    kinds=_some("institution", "medicine"),
    states=_some("MO", "NY"),
    bases=_some("announced", "claim", "own_log"),
    first_year=st.none() | st.integers(2015, 2026),
    last_year=st.none() | st.integers(2015, 2026),
    text=st.sampled_from(("", "umkc", "won", "Missouri")),
    conflicts_only=st.booleans(),
)


@given(wanted=_filters)
def test_every_filter_lets_through_what_the_naive_version_does(filled: Connection, wanted: RecordFilter) -> None:
    assert shown(filled, wanted) == [(row[0], row[1], row[3]) for row in ROWS if _fits(row, wanted)]


def _fits(row: tuple[Any, ...], wanted: RecordFilter) -> bool:
    school_id, family, award, year, status, basis, _, conflict, why = row
    name, kind, state, institution = SCHOOLS[school_id]
    among = (
        (school_id, wanted.school_ids),
        (family, wanted.families),
        (award, wanted.awards),
        (status, wanted.statuses),
        (basis, wanted.bases),
        (kind, wanted.kinds),
        (state, wanted.states),
    )
    text = f"{school_id} {name} {institution or ''} {why}".casefold()
    return (
        all(value in values for value, values in among if values)
        and (wanted.first_year or 0) <= year <= (wanted.last_year or 9999)
        and wanted.text.casefold() in text
        and (conflict or not wanted.conflicts_only)
    )


@pytest.mark.parametrize("size", [1, 2, 3, 10])
def test_the_pages_are_the_export_cut_into_parts(seed: Seed, connection: Connection, size: int) -> None:
    fill(seed)
    for wanted in (RecordFilter(), RecordFilter(families=("HEED",)), RecordFilter(text="umkc", first_year=2017)):
        counts = record_counts(connection, wanted)
        shown = [
            tuple(row.values())
            for start in range(0, counts.total, size)
            for row in records_part(connection, wanted, *counts.part(start, start + size), size)
        ]
        assert shown == list(record_rows(connection, wanted))
        assert sum(n for _, n in counts.by_status) == counts.total == len(shown)


def test_what_records_can_be_narrowed_to(seed: Seed, connection: Connection) -> None:
    fill(seed)
    seed.school("silent", name="Silent College", kind="law", state="WY", institution_name=None)
    options = record_options(connection)
    assert options.awards == ("CHAMPION", "HEED", "HP-HEED")
    assert options.kinds == ("dentistry", "institution", "medicine")
    assert options.states == ("MO", "NY")
    assert (options.years[0], options.years[-1]) == (2016, 2025)
