"""While the database cannot be asked the page says so and what to do; it comes back without a restart."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from etl.copying import copy_database
from etl.database import engine_for
from tests.databases import PostgresqlDatabases
from tests.postgresql import running

SENTENCE = "The database cannot be asked"


def test_a_server_that_went_away_and_came_back(
    page_there: Callable[..., Any], invented_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with running() as server:
        if server is None:
            pytest.skip("PostgreSQL is not installed")
        url = PostgresqlDatabases(server).new()
        engine = engine_for(url)
        copy_database(engine_for(f"sqlite:///{invented_file}"), engine)
        monkeypatch.setenv("AWARDS_DATABASE_URL", url)
        screen = page_there("overview")
        before = screen.answer
        server.stop()
        screen.app.run()
        assert not screen.app.exception
        assert screen.answer == SENTENCE
        assert "The database does not answer" in screen.seen.text
        server.start()
        screen.app.button(key="database_again").click().run()
        assert screen.answer == before
        server.restart()
        assert not screen.app.run().exception
        assert screen.answer == before
        engine.dispose()


def test_a_file_that_is_no_database(
    page_there: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "awards.db").write_text("no database " * 1000)
    monkeypatch.setenv("AWARDS_DATABASE_URL", f"sqlite:///{tmp_path / 'awards.db'}")
    screen = page_there("overview")
    assert screen.answer == SENTENCE
    assert "file is not a database" in screen.seen.text
