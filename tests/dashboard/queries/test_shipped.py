"""The questions asked of the shipped records, loaded by the real load."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pytest
from pandas import DataFrame
from sqlalchemy import Connection, Engine, select

from dashboard.domain.streaks import Current, Run, answer_sentence
from dashboard.queries.evidence import year_evidence
from dashboard.queries.records import RecordFilter, records
from dashboard.queries.streaks import families, streaks
from dashboard.queries.totals import wins_by_year
from etl.schema import tables
from tests.dashboard.queries.naive_streaks import Calendar, naive


@pytest.fixture
def loaded(shipped: Engine) -> Iterator[Connection]:
    """A connection to a database that holds all shipped data."""
    with shipped.connect() as connection:
        yield connection


def test_the_first_user_as_of_2023(loaded: Connection) -> None:
    (answer,) = streaks(loaded, as_of=2023, school_ids=["umkc-som"])
    assert [cell.year for cell in answer.years if cell.status == "won"] == [2018, 2022, 2023]
    assert (answer.total, answer.first_year, answer.longest) == (3, 2018, Run(2, 2022, 2023))
    assert answer.current == answer.probable_current == Current(2, 2022, 2023, "alive")


def test_the_first_user_as_of_2025(loaded: Connection) -> None:
    (answer,) = streaks(loaded, as_of=2025, school_ids=["umkc-som"])
    assert answer.current == Current(2, 2022, 2023, "open", (2024, 2025))
    assert answer_sentence(answer) == "3 wins, 2 in a row through 2023; 2024 and 2025 not known"


def test_every_family_and_school_as_the_naive_version_has_them(loaded: Connection) -> None:
    calendars, known = _calendars(loaded), _known(loaded)
    compared = 0
    for family, calendar in calendars.items():
        for as_of in (calendar.first(), 2019, 2023, 2026):
            for answer in streaks(loaded, family, as_of=as_of):
                told = {name: value for name, value in answer.as_json().items() if name not in ("school_id", "family")}
                told["years"] = [(cell.year, cell.status) for cell in answer.years]
                assert told == naive(calendar, known[family, answer.school_id], as_of), (family, answer.school_id)
                compared += 1
    assert compared > 1_000


def _calendars(connection: Connection) -> dict[str, Calendar]:
    table = tables()["calendar"]
    cycles: defaultdict[str, dict[int, str]] = defaultdict(dict)
    for row in connection.execute(select(table).where(table.c.valid_to.is_(None))):
        what = "announced" if row.announced else "held" if row.known else "gap"
        cycles[row.family][row.year] = what if row.held else "cancelled"
    return {family: Calendar(years) for family, years in cycles.items()}


def _known(connection: Connection) -> defaultdict[tuple[str, str], dict[int, str]]:
    table = tables()["year_status"]
    known: defaultdict[tuple[str, str], dict[int, str]] = defaultdict(dict)
    for row in connection.execute(select(table).where(table.c.valid_to.is_(None))):
        known[row.family, row.school_id][row.year] = row.status
    return known


def test_every_won_year_can_be_opened_down_to_a_source(loaded: Connection) -> None:
    won = records(loaded, RecordFilter(statuses=("won",)))
    assert len(won) > 400
    for key in _keys(won):
        shown = year_evidence(loaded, *key).observations
        assert any(one.outcome == "won" and not one.suspect and one.source.url for one in shown), key


def test_every_probable_year_can_be_opened_down_to_a_claim_or_a_tier(loaded: Connection) -> None:
    probable = records(loaded, RecordFilter(statuses=("probable",)))
    assert len(probable) > 50
    for key in _keys(probable):
        under = year_evidence(loaded, *key)
        assert under.claims or under.tiers, key


def _keys(frame: DataFrame) -> list[Any]:
    """School, family and year of each row; the year is a number of numpy, as a page would have it."""
    return list(frame[["school_id", "family", "year"]].itertuples(index=False, name=None))


def test_the_wins_of_a_year_are_the_schools_whose_records_say_so(loaded: Connection) -> None:
    table = tables()["record"]
    rows = loaded.execute(select(table).where(table.c.valid_to.is_(None), table.c.status == "won")).all()
    for family in families(loaded):
        shown = {(row.year, row.award): row.won for row in wins_by_year(loaded, family.family).itertuples() if row.won}
        schools: defaultdict[tuple[int, str], set[str]] = defaultdict(set)
        for row in rows:
            if row.award in family.awards:
                schools[row.year, row.award].add(row.school_id)
        assert shown == {key: len(won) for key, won in schools.items()}


def test_the_publisher_settles_the_total_of_2023(loaded: Connection) -> None:
    frame = wins_by_year(loaded)
    (row,) = frame[(frame["year"] == 2023) & (frame["award"] == "HP-HEED")].to_dict("records")
    assert (row["best_total"], row["best_basis"]) == (62, "publisher")
    assert {total.recipients for total in row["printed"]} == {62, 63, 64, 65}
    assert 0 < row["coverage"] < 1
