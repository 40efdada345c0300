"""A small database for each test."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection

from tests.conftest import Fresh
from tests.dashboard.queries.seed import Seed


@pytest.fixture
def connection(fresh_empty: Fresh) -> Iterator[Connection]:
    """A connection to an empty database with all tables; nothing is kept."""
    with fresh_empty().connect() as connection:
        yield connection


@pytest.fixture
def seed(connection: Connection) -> Seed:
    """Writes rows into that database."""
    return Seed(connection).begin()
