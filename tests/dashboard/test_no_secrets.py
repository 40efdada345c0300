"""The password of the database is in no message of any command, whatever is wrong with its address."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Message

from dashboard.server import FAILED, SECURITY_HEADERS, SecurityHeaders
from tests.loops import run
from tests.postgresql import Server

SECRET = "s3cr3t/w0rd"
ESCAPED = "s3cr3t%2Fw0rd"
COMMANDS = (("db", "status"), ("load", "data"), ("streaks",), ("check-data",), ("db", "upgrade"), ("undo", "1"))
ADDRESSES = (
    f"postgresql://awards:{ESCAPED}@127.0.0.1:9/awards",
    f"postgresql://awards@127.0.0.1:9/awards?password={ESCAPED}",
    f"postgresql://awards:{SECRET}@no-such-host.invalid/awards",
    f"postgresql://awards:{SECRET}@127.0.0.1:port/awards",
    f"postgresql:/awards:{SECRET}@127.0.0.1/awards",
    f"mysql://awards:{ESCAPED}@127.0.0.1/awards",
    f"nothing://awards:{ESCAPED}@127.0.0.1/awards",
    f"postgresql://awards:{ESCAPED}@127.0.0.1:9/awards?nothing=1&sslpassword={ESCAPED}",
)


def said(url: str, *words: str, **environment: str) -> str:
    """All that a command says over a database at that address; it must fail in words."""
    run = subprocess.run(
        [sys.executable, "-c", "from dashboard.cli import main; main()", *words],
        env={**os.environ, "AWARDS_DATABASE_URL": url, "AWARDS_USER": "tests", **environment},
        capture_output=True,
        stdin=subprocess.DEVNULL,
        timeout=120,
        check=False,
    )
    return (run.stdout + run.stderr).decode()


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_command_says_the_password(address: str) -> None:
    told = said(address, *COMMANDS[ADDRESSES.index(address) % len(COMMANDS)])
    assert not any(part in told for part in (SECRET, ESCAPED, "s3cr3t", "w0rd"))
    assert "Traceback" not in told
    assert told.strip()


def test_a_server_that_refuses_the_password_is_told_without_it(postgresql: Server) -> None:
    folder = postgresql.folder / "data"
    rules, kept = folder / "pg_hba.conf", (folder / "pg_hba.conf").read_text("ascii")
    rules.write_text("host all awards 127.0.0.1/32 scram-sha-256\n" + kept, "ascii")
    try:
        subprocess.run([postgresql.programs / "pg_ctl", "reload", "-D", folder], check=False, capture_output=True)
        os.kill(int((folder / "postmaster.pid").read_text("ascii").split()[0]), 1)
        told = said(f"postgresql://awards:{ESCAPED}@127.0.0.1:{postgresql.port}/postgres", "db", "status")
    finally:
        rules.write_text(kept, "ascii")
        os.kill(int((folder / "postmaster.pid").read_text("ascii").split()[0]), 1)
    assert "the database server refuses the account or its password" in told
    assert "s3cr3t" not in told


def test_status_hides_passwords(shipped_file: Path) -> None:
    for replica in (f"postgresql://r:{ESCAPED}@h/n", f"postgresql://r@h/n?password={ESCAPED}"):
        told = said(f"sqlite:///{shipped_file}", "db", "status", AWARDS_READ_URL=replica)
        assert "read replica: postgresql://r" in told
        assert "s3cr3t" not in told


def test_an_answer_that_fails_has_the_headers_and_says_nothing(caplog: pytest.LogCaptureFixture) -> None:
    def fail(_request: object) -> Response:
        raise RuntimeError("inner words")

    sent: list[Message] = []

    async def asked() -> None:
        async def receive() -> Message:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: Message) -> None:
            sent.append(message)

        scope = {"type": "http", "method": "GET", "path": "/data/x", "query_string": b"token=t0ken", "headers": []}
        await SecurityHeaders(Starlette(routes=[Route("/data/x", fail)]).router)(scope, receive, send)

    run(asked())
    headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    assert (sent[0]["status"], sent[1]["body"].decode()) == (500, FAILED)
    assert {name: headers[name.lower()] for name in SECURITY_HEADERS} == SECURITY_HEADERS
    assert "inner words" in caplog.text
    assert "t0ken" not in caplog.text
