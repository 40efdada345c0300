"""The audit log: what it holds, its filters, and that nothing can be changed in it."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from dashboard import acts as entering
from dashboard.domain.choices import NotAChoice
from dashboard.export.tables import TABLES
from dashboard.queries.audit import COLUMNS, AuditFilter, acts, audit_rows, count_acts, newest_act, people_and_actions
from etl.pipeline import set_own_school


@pytest.fixture
def engine(shipped: Engine) -> Engine:
    set_own_school(shipped, "umkc-som", by="a@x.example")
    entering.note(shipped, "b@x.example", "refused", "page “Audit log”", after={"entries": ["@x.example"]})
    return shipped


def found(engine: Engine, **wanted: object) -> list[tuple[str, str]]:
    with engine.connect() as connection:
        shown = acts(connection, AuditFilter(**wanted))  # type: ignore[arg-type]
        assert count_acts(connection, AuditFilter(**wanted)) == len(shown)  # type: ignore[arg-type]
    return [(act.who, act.action) for act in shown]


ANOTHER = "INTO audit (audit_id, at, who, action, what) SELECT audit_id, at, 'nobody', action, what FROM audit"
CHANGES = {
    "change": "UPDATE audit SET who = 'nobody'",
    "delete": "DELETE FROM audit",
    "replace": {
        "sqlite": f"INSERT OR REPLACE {ANOTHER}",
        "postgresql": f"INSERT {ANOTHER} ON CONFLICT (audit_id) DO UPDATE SET who = 'nobody'",
    },
}


@pytest.mark.parametrize("how", CHANGES)
def test_the_database_refuses_to_change_delete_or_replace_an_act(engine: Engine, how: str) -> None:
    before, said = found(engine), CHANGES[how]
    statement = said if isinstance(said, str) else said[engine.dialect.name]
    with pytest.raises(DBAPIError, match="only added to"), engine.begin() as connection:
        connection.execute(text(statement))
    assert found(engine) == before


def test_newest_first_and_by_every_filter(engine: Engine) -> None:
    assert found(engine)[:2] == [("b@x.example", "refused"), ("a@x.example", "setting")]
    assert found(engine, people=("a@x.example",)) == [("a@x.example", "setting")]
    assert found(engine, actions=("refused",)) == [("b@x.example", "refused")]
    assert found(engine, text="AUDIT log") == [("b@x.example", "refused")]
    assert found(engine, text="umkc-som setting") == [("a@x.example", "setting")]
    assert found(engine, text="100%_") == []
    today, tomorrow = datetime.now(UTC).date(), datetime.now(UTC).date() + timedelta(days=1)
    assert found(engine, since=today.isoformat(), until=today.isoformat()) == found(engine)
    assert found(engine, since=tomorrow.isoformat()) == []
    assert found(engine, until=date(2020, 1, 1).isoformat()) == []


def test_a_day_that_is_none_is_told(engine: Engine) -> None:
    with pytest.raises(NotAChoice, match="2026-11-23"):
        found(engine, since="yesterday")


def test_pages_and_people(engine: Engine) -> None:
    with engine.connect() as connection:
        every = acts(connection, AuditFilter())
        assert acts(connection, AuditFilter(), 1, 2) == every[1:3]
        assert newest_act(connection) == every[0].audit_id
        people, actions = people_and_actions(connection)
    assert {"a@x.example", "b@x.example"} <= set(people)
    assert {"load", "refused", "setting"} <= set(actions)


def test_the_export_holds_the_same_rows(engine: Engine) -> None:
    table = TABLES["audit"]
    wanted = table.wanted({"who": ["b@x.example"], "since": ["2020-01-01"]})
    assert table.written(wanted) == (("who", "b@x.example"), ("since", "2020-01-01"))
    with engine.connect() as connection:
        content = table.content(connection, wanted, None)
        assert tuple(column.name for column in content.columns) == COLUMNS
        (row,) = content.rows
        assert row[2:] == ("b@x.example", "refused", "page “Audit log”", None, "", '{"entries": ["@x.example"]}')
        earlier = list(audit_rows(connection, AuditFilter(), version=1))
    assert [row[5] for row in earlier] == [1]


def test_an_act_noted_once_stands_once(engine: Engine) -> None:
    for _ in range(2):
        entering.note(engine, "c@x.example", "sign-in", "signed in (5)", once=True)
    assert found(engine, people=("c@x.example",)) == [("c@x.example", "sign-in")]
