# ruff: noqa: E501
"""The server against whoever means it harm: headers on every answer, limits of uploads, nothing secret said."""

import http.client
import json
import random
import urllib.request
from pathlib import Path
from typing import Any

import pytest

from dashboard.server import SECURITY_HEADERS, settings
from tests.soak_session import Session

pytestmark = pytest.mark.browser
SECRET = "s3cr3t-of-the-database"
TOKEN = "t0ken-of-a-link"
ANSWERS = (
    ("GET", "/", 200), ("GET", "/streaks", 200), ("GET", "/no-such-page", 200), ("HEAD", "/", 200),
    ("GET", "/healthz", 200), ("GET", "/_stcore/health", 200), ("GET", "/_stcore/host-config", 200),
    ("GET", "/_stcore/nothing", 200), ("GET", "/media/nothing.png", 404), ("GET", "/component/a/b", 404),
    ("GET", "/data/", 200), ("GET", "/data/records.csv?status=won", 200), ("GET", "/data/nothing.csv", 404),
    ("GET", "/data/records.csv?version=x", 400), ("GET", "/data/records.csv?nothing=1", 400),
    ("GET", "/data/records.csv?version=99999999999999999999", 400), ("GET", "/data/records.csv?years=99999999999999999999", 400),
    ("GET", "/data/records.csv?version=3000000000", 400), ("GET", "/data/records.csv?version=%C2%B2", 400),
    ("GET", "/data/records.csv?q=%00%27%22%25_%5C", 200), ("GET", "/data/records.csv?school=%00", None),
    ("GET", "/data/..%2f..%2fetc%2fpasswd", None), ("GET", "/..%2f..%2f..%2fetc%2fpasswd", None), ("GET", "/static/../../etc/passwd", None),
    ("GET", "/calendar.ics", None), ("GET", "/calendar.ics?school=%00%27none", 404), ("POST", "/healthz", 405),
    ("PUT", "/_stcore/upload_file/nobody/nothing", None), ("DELETE", "/_stcore/upload_file/nobody/nothing", None),
    ("OPTIONS", "/_stcore/upload_file/nobody/nothing", None), ("GET", "/" + "a" * 5000, 200),
)  # fmt: skip


def asked(address: str, method: str, path: str, body: bytes = b"", **headers: str) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body; the path goes out as it stands."""
    connection = http.client.HTTPConnection(address.removeprefix("http://"), timeout=60)
    connection.request(method, path, body, headers)
    answer = connection.getresponse()
    found = answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
    connection.close()
    return found


@pytest.mark.parametrize(("method", "path", "status"), ANSWERS)
def test_every_answer_has_the_security_headers(server: Any, method: str, path: str, status: int | None) -> None:
    found, headers, body = asked(server.address, method, path)
    assert found == status or (status is None and found < 500)
    for name, value in SECURITY_HEADERS.items():
        assert headers.get(name.lower()) == value, name
    assert b"root:" not in body
    assert b"Traceback" not in body
    assert "server" not in headers or "/" not in headers["server"], "no version of the server"


def test_scripts_and_styles_have_them_too(server: Any) -> None:
    page = asked(server.address, "GET", "/")[2].decode()
    for part in ('src="./', 'rel="stylesheet" crossorigin href="./'):
        script = page.split(part)[1].split('"')[0]
        status, headers, _ = asked(server.address, "GET", f"/{script}")
        assert status == 200
        assert {name: headers[name.lower()] for name in SECURITY_HEADERS} == SECURITY_HEADERS


def test_uploads_of_nobody_and_of_too_much_are_refused(server: Any) -> None:
    assert settings()["server.maxUploadSize"] == 100
    status, _, _ = asked(server.address, "PUT", "/_stcore/upload_file/nobody/nothing", b"x" * 1000)
    assert status in (400, 403)
    connection = http.client.HTTPConnection(server.address.removeprefix("http://"), timeout=60)
    connection.putrequest("PUT", "/_stcore/upload_file/nobody/nothing")
    connection.putheader("Content-Length", str(10**12))
    connection.endheaders()
    assert connection.getresponse().status in (400, 403, 413)
    connection.close()


def test_tokens_are_not_in_the_log(server: Any) -> None:
    for path in (
        f"/data/records.csv?token={TOKEN}",
        f"/calendar.ics?token={TOKEN}",
        f"/?token={TOKEN}",
        f"/data/x?token={TOKEN}",
    ):
        assert TOKEN not in asked(server.address, "GET", path)[2].decode("utf-8", "replace").replace(path, "")
    assert TOKEN not in server.said
    assert "token=" not in server.said


def test_a_page_of_another_site_gets_no_websocket(server: Any) -> None:
    status, headers, _ = asked(
        server.address, "GET", "/_stcore/stream", Origin="https://evil.example", Connection="Upgrade", Upgrade="websocket",
        **{"Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==", "Sec-WebSocket-Version": "13"},
    )  # fmt: skip
    assert status == 403
    assert "access-control-allow-origin" not in headers


def test_the_password_of_the_database_is_never_said(
    start: Any, tmp_path: Path, reading: Any, shipped_file: Path
) -> None:
    import shutil

    database = Path(shutil.copyfile(shipped_file, tmp_path / "awards.db"))
    cookie = "c00kie-secret-of-the-server-that-is-long-enough"
    secrets = tmp_path / ".streamlit" / "secrets.toml"  # of the folder in which the server works; without sign-in
    secrets.parent.mkdir()
    secrets.write_text(f'[database]\npassword = "{SECRET}"\ncookie_secret = "{cookie}"\n', "utf-8")
    server = start(database, AWARDS_READ_URL=f"postgresql://reader:{SECRET}@127.0.0.1:9/awards?password={SECRET}")
    said = b""
    for path in ("/healthz", "/", "/data/", "/data/records.csv", "/data/records.about.json", "/calendar.ics"):
        said += asked(server.address, "GET", path)[2]
    reader = reading(over=server)
    reader.open("sources")
    reader.open("audit")
    for text in (said.decode("utf-8", "replace"), reader.page.content(), server.said):
        assert SECRET not in text
        assert cookie not in text
    assert json.loads(urllib.request.urlopen(f"{server.address}/healthz").read())["status"] == "ok"


def test_a_file_larger_than_the_limit_is_refused_to_a_reader(server: Any) -> None:
    with Session(server.address, ["umkc-som"], random.Random(1)) as session:
        at = session.place_for_a_file("winners.csv")
        for length, expected in ((102 * 2**20, 413), (10, 204)):
            connection = http.client.HTTPConnection(server.address.removeprefix("http://"), timeout=60)
            boundary = b'--x\r\nContent-Disposition: form-data; name="f"; filename="winners.csv"\r\n\r\n'
            body = boundary + b"a" * length + b"\r\n--x--\r\n"
            connection.putrequest("PUT", at)
            for name, value in {
                **session.headers,
                "Content-Type": "multipart/form-data; boundary=x",
                "Content-Length": str(len(body)),
            }.items():
                connection.putheader(name, value)
            connection.endheaders(body if expected == 204 else None)
            assert connection.getresponse().status == expected
            connection.close()
