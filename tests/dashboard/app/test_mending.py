"""Refused rows on the page Load files: offered some at a time."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import select

from dashboard.components.load_mending import ROWS_TO_CHOOSE
from etl.database import engine_for, writing
from etl.schema import RefusedRow, tables


def refuse_more(database: Path, n: int) -> None:
    """The refused row of the invented data again, so many times, on lines of their own."""
    table = tables()["refused_row"]
    with writing(engine_for(f"sqlite:///{database}")) as connection:
        row = dict(connection.execute(select(RefusedRow.__table__)).one()._mapping)
        rows = [{**row, "row_id": row["row_id"] + at, "line": row["line"] + at} for at in range(1, n + 1)]
        connection.execute(table.insert(), rows)


def offered(screen: Any) -> list[str]:
    """The rows that can be chosen."""
    return list(next(box for box in screen.app.selectbox if box.label.startswith("Row to mend")).options)


def test_one_refused_row_is_offered_by_its_place(own_database: Path, page_there: Callable[..., Any]) -> None:
    (only,) = offered(page_there("load"))
    assert only.startswith("observations.csv, line 13 (no. ")


def test_many_refused_rows_are_offered_some_at_a_time(own_database: Path, page_there: Callable[..., Any]) -> None:
    refuse_more(own_database, ROWS_TO_CHOOSE + 1)
    screen = page_there("load")
    assert f"{ROWS_TO_CHOOSE + 2} rows refused, kept until mended" in screen.seen.text
    assert len(offered(screen)) == ROWS_TO_CHOOSE
    rest = offered(page_there("load", mend_page="2"))
    assert [one.partition(" (")[0] for one in rest] == ["observations.csv, line 63", "observations.csv, line 64"]


def test_a_row_that_was_chosen_is_mended_and_the_page_stays(own_database: Path, page_there: Callable[..., Any]) -> None:
    refuse_more(own_database, 2)
    screen = page_there("load")
    box = next(box for box in screen.app.selectbox if box.label.startswith("Row to mend"))
    box.set_value(box.options[1]).run()
    (wrong,) = (field for field in screen.app.text_input if "(to mend)" in field.label)
    wrong.set_value("2022")
    next(one for one in screen.app.button if one.label == "Load again").click().run()
    assert not screen.app.exception
    told = [one.value for one in (*screen.app.success, *screen.app.error)]
    assert told[0].startswith("The row is mended and loaded"), told
    assert len(offered(screen)) == 2
