"""A small database for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection

from tests.dashboard.queries.seed import Seed, fresh_engine


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    """A connection to an empty database with all tables; nothing is kept."""
    engine = fresh_engine(tmp_path)
    with engine.connect() as connection:
        yield connection
    engine.dispose()


@pytest.fixture
def seed(connection: Connection) -> Seed:
    """Writes rows into that database."""
    return Seed(connection).begin()
