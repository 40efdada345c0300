"""Data versions."""

from datetime import UTC, datetime

from sqlalchemy import Connection

from dashboard.queries.versions import VersionInfo, newest_version, version_info
from tests.dashboard.queries.seed import Seed


def test_an_empty_database_has_no_version(connection: Connection) -> None:
    assert newest_version(connection) == 0
    assert version_info(connection) is None


def test_the_newest_version_and_an_earlier_one(seed: Seed, connection: Connection) -> None:
    made = datetime(2026, 11, 23, 4, 5, tzinfo=UTC)
    seed.row("data_version", version=2, change="undo", made_at=made, made_by="tester", note="load 1 undone")
    assert newest_version(connection) == 2
    assert version_info(connection) == VersionInfo(2, "undo", made, "tester", "load 1 undone")
    earlier = version_info(connection, 1)
    assert earlier is not None
    assert (earlier.version, earlier.note) == (1, "first load")
    assert version_info(connection, 3) is None
