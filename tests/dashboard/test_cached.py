"""A read replica is asked unless it lacks what this session has seen or made; then the database itself is."""

import gc
import shutil
import weakref
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine
from streamlit.testing.v1 import AppTest
from typer.testing import CliRunner

from dashboard import cached
from dashboard.cli_read import app as reading
from etl.database import engine_for
from etl.pipeline import load, set_own_school
from etl.reading import READ_VARIABLE, reading_engine
from tests.conftest import Fresh
from tests.databases import address

Show = Callable[[AppTest], list[str]]


def page() -> None:
    """A page that tells which database answered, and that can change it."""
    import streamlit as st

    from dashboard import cached
    from dashboard.queries.versions import newest_version
    from etl.pipeline import set_own_school

    if st.button("change"):
        set_own_school(cached.engine(), "umkc-som", by="tests")
    st.text(f"{cached.data_version()} {cached.ask(newest_version)} {cached.reader().url.database}")


@pytest.fixture
def pair(fresh_small: Fresh, monkeypatch: pytest.MonkeyPatch) -> tuple[Engine, Engine]:
    """A database and a copy that stays as it is: a replica that lags behind."""
    primary, replica = fresh_small(), fresh_small()
    monkeypatch.setenv("AWARDS_DATABASE_URL", address(primary))
    monkeypatch.setenv(READ_VARIABLE, address(replica))
    return primary, replica


def shown(app: AppTest) -> list[str]:
    assert not app.exception, app.exception[0].message
    return app.text[0].value.split()


def test_the_replica_is_asked(pair: tuple[Engine, Engine]) -> None:
    assert shown(AppTest.from_function(page).run()) == ["6", "6", pair[1].url.database]


def test_a_page_after_ones_own_change_shows_it(pair: tuple[Engine, Engine]) -> None:
    primary, replica = pair
    app = AppTest.from_function(page).run()
    assert shown(app.button[0].click().run()) == ["7", "7", primary.url.database]
    assert shown(app.run()) == ["7", "7", primary.url.database]
    set_own_school(replica, "umkc-som", by="tests")  # the replica has caught up
    assert shown(app.run()) == ["7", "7", replica.url.database]


def test_a_page_opened_after_a_load_by_command_shows_it(pair: tuple[Engine, Engine]) -> None:
    set_own_school(pair[0], "umkc-som", by="tests")
    assert shown(AppTest.from_function(page).run())[0] == "7"
    assert reading_engine().url == pair[0].url


def test_nobody_is_shown_an_older_state_than_before(pair: tuple[Engine, Engine]) -> None:
    primary, _ = pair
    for engine in pair:
        set_own_school(engine, "umkc-som", by="tests")
    app = AppTest.from_function(page).run()
    assert shown(app)[0] == "7"
    app.session_state["data_version_seen"] = 8
    set_own_school(primary, "uvm", by="tests")
    assert shown(app.run()) == ["8", "8", primary.url.database]


@pytest.mark.parametrize("gone", ["primary", "replica"])
def test_one_of_the_two_is_enough_to_read(
    pair: tuple[Engine, Engine], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, gone: str
) -> None:
    nowhere = f"sqlite:///{tmp_path}/nowhere/awards.db" if gone == "replica" else "postgresql://x@127.0.0.1:9/x"
    monkeypatch.setenv(READ_VARIABLE if gone == "replica" else "AWARDS_DATABASE_URL", nowhere)
    left = pair[0] if gone == "replica" else pair[1]
    assert shown(AppTest.from_function(page).run()) == ["6", "6", left.url.database]
    assert reading_engine().url == left.url
    assert CliRunner().invoke(reading, ["sources"]).exit_code in (0, 1)


def test_nothing_is_written_to_the_replica(pair: tuple[Engine, Engine], tmp_path: Path) -> None:
    path = tmp_path / "w.csv"
    path.write_text("school,award,year\nUniversity of Vermont,HEED,2021\n")
    with pytest.raises(Exception, match=r"readonly|read-only"):
        load(engine_for(address(pair[1]), read_only=True), [path], by="tests")


def test_a_database_brought_back_is_not_answered_for_by_what_was_remembered(
    fresh_small: Fresh, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from etl.keeping.backup import backup
    from etl.keeping.restore import restore

    engine = fresh_small()
    monkeypatch.setenv("AWARDS_DATABASE_URL", address(engine))
    backup(engine, tmp_path / "b.db")
    set_own_school(engine, "umkc-som", by="tests")
    app = AppTest.from_function(own_school_page).run()
    assert shown(app) == ["7", "umkc-som"]
    restore(engine, tmp_path / "b.db", replace=True)
    set_own_school(engine, "uvm", by="tests")
    assert shown(app.run()) == ["7", "uvm"]
    shutil.rmtree(tmp_path)


def own_school_page() -> None:
    import streamlit as st
    from sqlalchemy import Connection, text

    from dashboard import cached

    def own(connection: Connection) -> str:
        return str(connection.execute(text("SELECT value FROM setting")).scalar())

    st.text(f"{cached.data_version()} {cached.ask(own)}")


def look_page() -> None:
    """A page drawn in one look that learns of a change by somebody else, and then makes one of its own."""
    import streamlit as st

    from dashboard import cached
    from etl.database import engine_for
    from etl.pipeline import set_own_school

    with cached.one_look():
        first = cached.data_version()
        set_own_school(engine_for(), "uvm", by="somebody else")
        second = cached.data_version()
        set_own_school(cached.engine(), "umkc-som", by="tests")
        st.text(f"{first} {second} {cached.data_version()}")
    st.text(str(cached.data_version()))


def test_a_page_is_of_one_version_until_it_makes_one(fresh_small: Fresh, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWARDS_DATABASE_URL", address(fresh_small()))
    app = AppTest.from_function(look_page).run()
    assert shown(app) == ["6", "6", "8"]
    assert app.text[1].value == "8"


class Told:
    """An answer that tells whether anybody still holds it."""


def question(connection: Connection) -> Told:
    assert connection.closed is False
    return Told()


def test_answers_of_an_older_version_are_let_go(fresh_small: Fresh, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = fresh_small()
    monkeypatch.setenv("AWARDS_DATABASE_URL", address(engine))
    first = weakref.ref(cached.ask(question))
    assert cached.ask(question) is first()
    set_own_school(engine, "umkc-som", by="tests")
    second = weakref.ref(cached.ask(question))
    gc.collect()
    assert first() is None
    assert cached.ask(question) is second()
