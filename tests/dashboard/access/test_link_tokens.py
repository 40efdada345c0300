"""Data links where sign-in is on: a token opens its own address, until it ends, while its owner has a role."""

import json
import socket
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest
import uvicorn
from sqlalchemy import Engine
from starlette.applications import Starlette

from dashboard import data_links, feeds, link_tokens
from dashboard.access import SECRETS_VARIABLE, access
from dashboard.acts import REFUSED, SIGNED_IN, note
from dashboard.link_tokens import Closed, check, with_token
from dashboard.queries.links import NO_ROLE, link_of, links
from etl.database import DATABASE_VARIABLE
from etl.links import make_link, revoke_link
from etl.report import NotPossible
from tests.dashboard.access.test_access import AUTH, ROLES

NOW = datetime.now(UTC).replace(microsecond=0)
ADDRESS = "/data/records.csv?kind=nursing&status=won"


@pytest.fixture
def office(shipped: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Engine:
    """A database whose dashboard has sign-in."""
    (tmp_path / "secrets.toml").write_text(AUTH + ROLES, "utf-8")
    monkeypatch.setenv(SECRETS_VARIABLE, str(tmp_path / "secrets.toml"))
    monkeypatch.setenv(DATABASE_VARIABLE, shipped.url.render_as_string(hide_password=False))
    return shipped


def linked(engine: Engine, address: str = ADDRESS, *, by: str = "a@x.example", days: int = 30) -> str:
    key = make_link(engine, address, NOW + timedelta(days=days), by=by)
    with engine.connect() as connection:
        found = link_of(connection, key)
    assert found
    return with_token(found, access().key)


Asked = Callable[..., tuple[int, dict[str, str], bytes]]


@pytest.fixture
def asked(office: Engine) -> Iterator[Asked]:
    """Asks a server that holds the data links and the calendar: status, headers and body."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    app = Starlette(routes=[*data_links.routes(), feeds.route()])
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="error", ws="none"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)

    def ask(address: str, method: str = "GET") -> tuple[int, dict[str, str], bytes]:
        request = urllib.request.Request(f"http://127.0.0.1:{port}{address}", method=method)
        try:
            with urllib.request.urlopen(request) as answer:
                return answer.status, {name.lower(): value for name, value in answer.headers.items()}, answer.read()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, {}, error.read()

    yield ask
    server.should_exit = True
    thread.join()


def opened(engine: Engine, address: str, now: datetime = NOW) -> str:
    """Empty when the address opens; why it does not."""
    path, _, query = address.partition("?")
    choices = parse_qsl(query)
    try:
        with engine.connect() as connection:
            check(connection, access(), dict(choices)[link_tokens.TOKEN], path, choices, now)
    except Closed as error:
        return str(error)
    return ""


def test_a_link_opens_its_rows_in_any_order_of_filters_and_their_passport(office: Engine, asked: Asked) -> None:
    address = linked(office)
    token = address.partition("token=")[2]
    status, headers, body = asked(address)
    assert (status, headers["content-type"][:8]) == (200, "text/csv")
    assert asked(f"/data/records.csv?token={token}&status=won&kind=nursing")[2] == body
    about = headers["link"].partition(">")[0].removeprefix("<")
    assert json.loads(asked(about)[2])["rows"] == int(headers["x-data-rows"])


@pytest.mark.parametrize(
    "address",
    [
        "/data/",
        "/data/records.csv",
        "/data/records.csv?status=won&kind=nursing",
        "/calendar.ics",
        "/data/records.csv?token=",
        "/data/records.csv?token=x.y",
        "/data/audit.csv",
    ],
)
def test_without_a_token_nothing_opens(asked: Asked, address: str) -> None:
    status, _, body = asked(address)
    assert (status, asked(address, "HEAD")[0], b"UMKC" in body) == (403, 403, False)


def test_a_token_opens_no_other_address(office: Engine) -> None:
    address = linked(office)
    for other in (
        address.replace("nursing", "medicine"),
        address.replace("&status=won", ""),
        address.replace("records.csv", "records.json"),
        address.replace("records.csv", "schools.csv"),
        address + "&version=3",
        address + "&kind=medicine",
    ):
        assert "opens /data/records.csv?kind=nursing&status=won and nothing else" in opened(office, other), other


def test_a_token_that_was_changed_or_made_up_is_none(office: Engine, asked: Asked) -> None:
    address = linked(office)
    last = address[-1]
    for other in (address[:-1], address[:-1] + ("0" if last != "0" else "1"), address + "0", ADDRESS + "&token=a.b"):
        assert "none of ours" in opened(office, other), other
    assert asked(address + "&token=second")[0] == 403


def test_a_row_that_was_changed_in_the_database_does_not_stretch_a_token(office: Engine) -> None:
    address = linked(office, days=1)
    with office.begin() as connection:
        connection.exec_driver_sql("UPDATE data_link SET address = '/data/schools.csv'")
    token = address.partition("token=")[2]
    assert "none of ours" in opened(office, f"/data/schools.csv?token={token}")


def test_a_link_ends_and_can_be_revoked_by_its_owner_alone(office: Engine) -> None:
    address = linked(office)
    assert opened(office, address, NOW + timedelta(days=29)) == ""
    assert "ended on" in opened(office, address, NOW + timedelta(days=30))
    with office.connect() as connection:
        (found,) = links(connection, "a@x.example")
    with pytest.raises(NotPossible):
        revoke_link(office, found.token_id, by="b@x.example")
    assert opened(office, address) == ""
    revoke_link(office, found.token_id, by="a@x.example")
    assert "revoked" in opened(office, address)
    with pytest.raises(NotPossible):
        revoke_link(office, found.token_id, by="a@x.example")


def test_a_link_closes_when_its_owner_has_no_role_any_more(office: Engine, tmp_path: Path) -> None:
    address = linked(office)
    (tmp_path / "secrets.toml").write_text(AUTH + '[roles]\nviewer = ["b@x.example"]\n', "utf-8")
    assert "may not see this any more" in opened(office, address)


def test_a_link_closes_when_its_owner_was_turned_away_at_the_next_sign_in(office: Engine) -> None:
    somebody = "a@elsewhere.example"
    address = linked(office, by=somebody)
    note(office, somebody, SIGNED_IN, "as analyst", after={"entries": ["group:award-analysts"]})
    assert opened(office, address) == ""
    note(office, somebody, REFUSED, f"{NO_ROLE} (signed in later)")
    assert "may not see this any more" in opened(office, address)
    note(office, somebody, SIGNED_IN, "as analyst", after={"entries": ["group:award-analysts"]})
    assert opened(office, address) == ""


def test_another_cookie_secret_closes_all_links(office: Engine, tmp_path: Path) -> None:
    address = linked(office)
    (tmp_path / "secrets.toml").write_text(AUTH.replace("a secret", "another secret") + ROLES, "utf-8")
    assert "none of ours" in opened(office, address)


def test_the_audit_log_opens_to_links_of_admins_alone(office: Engine) -> None:
    assert opened(office, linked(office, "/data/audit.csv", by="boss@x.example")) == ""
    assert "may not see" in opened(office, linked(office, "/data/audit.csv", by="a@x.example"))


def test_links_stand_in_the_audit_log(office: Engine) -> None:
    linked(office)
    with office.connect() as connection:
        key = links(connection)[0].token_id
    revoke_link(office, key, by="boss@x.example", any_owner=True)
    from dashboard.queries.audit import AuditFilter, acts

    with office.connect() as connection:
        found = acts(connection, AuditFilter(), 0, 2)
    said: list[tuple[str, str, Any]] = [(act.who, act.action, act.what) for act in found]
    assert said == [("boss@x.example", "link revoked", ADDRESS), ("a@x.example", "data link", ADDRESS)]
