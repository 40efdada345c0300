"""The server: health, headers, compression."""

import gzip
import json
import urllib.error
import urllib.request
from email.message import Message
from typing import Any

import pytest

from dashboard.server import SECURITY_HEADERS

pytestmark = pytest.mark.browser


def fetch(address: str) -> tuple[int, Message, bytes]:
    """Status, headers and body."""
    request = urllib.request.Request(address, headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(request, timeout=20) as answer:
        return answer.status, answer.headers, answer.read()


def test_health_tells_the_data_version(server: Any) -> None:
    status, _, body = fetch(f"{server.address}/healthz")
    assert status == 200
    told = json.loads(body)
    assert told["status"] == "ok"
    assert told["data_version"] >= 11


def test_every_answer_has_the_security_headers(server: Any) -> None:
    for path in ("", "healthz", "_stcore/health"):
        _, headers, _ = fetch(f"{server.address}/{path}")
        assert {name: headers[name] for name in SECURITY_HEADERS} == SECURITY_HEADERS


def test_scripts_are_compressed(server: Any) -> None:
    _, _, page = fetch(server.address)
    html = (gzip.decompress(page) if page[:2] == b"\x1f\x8b" else page).decode()
    script = html.split('src="./')[1].split('"')[0]
    _, headers, body = fetch(f"{server.address}/{script}")
    assert headers["Content-Encoding"] == "gzip"
    assert len(body) < len(gzip.decompress(body)) / 2


def test_only_this_machine_is_served(server: Any) -> None:
    assert server.address.startswith("http://127.0.0.1:")
    with pytest.raises(urllib.error.URLError):
        fetch(server.address.replace("127.0.0.1", "127.0.0.2"))


def test_the_first_page_is_found_by_its_name_too(server: Any) -> None:
    with urllib.request.urlopen(f"{server.address}/overview?award=HEED", timeout=20) as answer:
        assert answer.url == f"{server.address}/?award=HEED"
