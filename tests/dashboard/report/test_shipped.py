"""Reports about shipped schools: what the program writes of any of them agrees with its own fact check."""

from pathlib import Path

import pytest
from sqlalchemy import text

from dashboard.report.choices import SECTIONS, Choices
from dashboard.report.make import report
from etl.database import engine_for
from tests.dashboard.report.conftest import DAY

EVERY = 12
"""Of the years that a school did not win, so many are passed over between two that are tried."""
ASKED = (
    "SELECT school_id, year FROM year_status WHERE status = 'not_won' AND valid_to IS NULL AND year >= 2015 "
    "ORDER BY school_id, year"
)


@pytest.fixture(scope="module")
def reported(shipped_file: Path) -> list[tuple[str, int]]:
    """Schools with a year that they did not win, in which others did; and one with a programme award of few."""
    engine = engine_for(f"sqlite:///{shipped_file}")
    with engine.connect() as connection:
        lost = [(row.school_id, row.year) for row in connection.execute(text(ASKED))]
    engine.dispose()
    assert len(lost) > EVERY
    return [*lost[::EVERY], ("fiu-medicine", 2019)]


def test_a_report_can_be_made_for_any_school_and_year(shipped_file: Path, reported: list[tuple[str, int]]) -> None:
    engine = engine_for(f"sqlite:///{shipped_file}")
    with engine.connect() as connection:
        for school_id, year in reported:
            made = report(connection, Choices(school_id, year, DAY, sections=tuple(SECTIONS)))
            assert [section.key for section in made.sections], (school_id, year)
    engine.dispose()
