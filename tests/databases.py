"""Places where tests make databases: SQLite files, or a PostgreSQL server. Each is named by its address."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Protocol

from sqlalchemy import Engine, make_url

from tests.postgresql import Server


class Databases(Protocol):
    """Makes databases and copies of them."""

    name: str

    def new(self) -> str:
        """The address of a database that holds nothing, not even tables."""

    def copy(self, url: str) -> str:
        """The address of a copy of a database that nobody uses at the moment."""

    def close(self, engine: Engine) -> None:
        """End all use of a database, so that it can be copied."""

    def drop(self, url: str) -> None:
        """Remove a database."""


@dataclass
class SqliteFiles:
    """Databases that are files of a folder."""

    folder: Path
    name: str = "sqlite"
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def new(self) -> str:
        return f"sqlite:///{self.folder / f'{next(self._numbers)}.db'}"

    def copy(self, url: str) -> str:
        made = self.new()
        shutil.copyfile(file_of(url), file_of(made))
        return made

    def close(self, engine: Engine) -> None:
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")  # the file alone is copied
        engine.dispose()

    def drop(self, url: str) -> None:
        for end in ("", "-wal", "-shm"):
            Path(f"{file_of(url)}{end}").unlink(missing_ok=True)


@dataclass
class PostgresqlDatabases:
    """Databases of a server."""

    server: Server
    name: str = "postgresql"

    def new(self) -> str:
        return self.server.url(self.server.create())

    def copy(self, url: str) -> str:
        return self.server.url(self.server.create(_database(url)))

    def close(self, engine: Engine) -> None:
        engine.dispose()

    def drop(self, url: str) -> None:
        self.server.drop(_database(url))


def file_of(url: str) -> Path:
    """The file of a SQLite database."""
    return Path(_database(url))


def address(engine: Engine) -> str:
    """The address of an engine's database, as the environment names it."""
    return engine.url.render_as_string(hide_password=False)


def _database(url: str) -> str:
    return make_url(url).database or ""
