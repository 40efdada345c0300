"""A real PostgreSQL server for tests: started for the session in a folder of its own, with a database for each test."""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from time import monotonic, sleep

import psycopg
from psycopg import sql

DEBIAN = Path("/usr/lib/postgresql")
ACCOUNT = "postgres"
"""The account that runs the server where the tests run as root, which PostgreSQL refuses."""
SETTINGS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "autovacuum": "off",
    "shared_buffers": "64MB",
    "max_connections": "200",
    "timezone": "Asia/Kolkata",  # far from UTC, so that a time without its zone is found out
}
STARTS_WITHIN_SECONDS = 30
COPIES_FILES = 150_000
"""The first version of the server that can be told to copy a database by its files."""


def programs() -> Path | None:
    """The folder of the newest server's programs; None where no server is installed."""
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    versions = [path for path in DEBIAN.glob("*/bin") if (path / "initdb").is_file() and path.parent.name.isdigit()]
    return max(versions, key=lambda path: int(path.parent.name), default=None)


@dataclass
class Server:
    """A running server; its databases are dropped with it."""

    folder: Path
    programs: Path
    port: int = 0
    process: subprocess.Popen[bytes] | None = None
    _names: Iterator[int] = field(default_factory=lambda: count(1))

    def url(self, name: str) -> str:
        """The address of a database of that name."""
        return f"postgresql://{ACCOUNT}@127.0.0.1:{self.port}/{name}"

    def start(self) -> None:
        """Start the server, on the port it had before if any, and wait until it answers."""
        self.port = self.port or _free_port()
        given = {**SETTINGS, "port": str(self.port), "listen_addresses": "127.0.0.1"}
        options = [word for name, value in given.items() for word in ("-c", f"{name}={value}")]
        command = [
            *_ends_with_us(),
            self.programs / "postgres",
            "-D",
            self.folder / "data",
            "-k",
            self.folder,
            *options,
        ]
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(command, stdout=log, stderr=log, cwd=self.folder, **_account())
        until = monotonic() + STARTS_WITHIN_SECONDS
        while True:
            try:
                psycopg.connect(self.url("postgres"), connect_timeout=2).close()
            except psycopg.OperationalError:
                if monotonic() > until or self.process.poll() is not None:
                    raise
                sleep(0.05)
            else:
                return

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """Stop the server; SIGINT ends all sessions, SIGQUIT ends it as a crash would."""
        if self.process is not None:
            self.process.send_signal(how)
            self.process.wait(STARTS_WITHIN_SECONDS)
            self.process = None

    def restart(self, how: signal.Signals = signal.SIGINT) -> None:
        """Stop the server and start it again."""
        self.stop(how)
        self.start()

    def create(self, template: str = "template0") -> str:
        """Make a database out of a template to which nobody is connected; returns its name."""
        name = f"t{next(self._names)}"
        statement = sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(template))
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            as_files = connection.info.server_version >= COPIES_FILES  # in a third of the time, where nothing is synced
            connection.execute(statement + sql.SQL(" STRATEGY FILE_COPY") if as_files else statement)
        return name

    def drop(self, name: str) -> None:
        """Drop a database, whoever is connected to it."""
        statement = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(statement)


@contextmanager
def running() -> Iterator[Server | None]:
    """A server of its own, stopped and removed at the end; None where no server is installed."""
    found = programs()
    if found is None:
        yield None
        return
    folder = Path(tempfile.mkdtemp(prefix="awards-postgresql-"))
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, ACCOUNT)
        _make_cluster(found, folder / "data")
        server = Server(folder, found)
        server.start()
        try:
            yield server
        finally:
            server.stop(signal.SIGQUIT)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _make_cluster(found: Path, data: Path) -> None:
    # Sorted by the rules of English, as on an office's server: what must sort alike on both databases shows.
    command = [
        found / "initdb",
        "-D",
        data,
        "-U",
        ACCOUNT,
        "-A",
        "trust",
        "-E",
        "UTF8",
        "--no-sync",
        "--locale=C.UTF-8",
    ]
    options = ["--locale-provider=icu", "--icu-locale=en-US"]
    done = subprocess.run([*command, *options], capture_output=True, cwd=data.parent, check=False, **_account())
    if done.returncode:
        subprocess.run(command, check=True, capture_output=True, cwd=data.parent, **_account())


def _ends_with_us() -> list[str]:
    """What lets the server stop when the tests are killed."""
    return ["setpriv", "--pdeathsig", "QUIT"] if shutil.which("setpriv") else []


def _account() -> dict[str, object]:
    return {"user": ACCOUNT, "group": ACCOUNT, "extra_groups": []} if os.geteuid() == 0 else {}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
