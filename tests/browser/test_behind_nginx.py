"""Two processes of the program behind a real nginx, started with the file that the documentation shows."""

import os
import re
import shutil
import socket
import ssl
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import serve, stop

LOG_SECONDS = 5

pytestmark = pytest.mark.browser
SHOWN = Path(__file__).resolve().parents[2] / "docs" / "nginx.conf"
NGINX = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
MAIN = """
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{}}
http {{
    client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3;
    uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
    include {folder}/site.conf;
}}
"""


@dataclass
class Front:
    """nginx, and the processes behind it."""

    address: str
    folder: Path
    behind: list[Any]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def front(shipped_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Front]:
    """One that tests share, which only ask it."""
    with standing(shipped_file, tmp_path_factory.mktemp("front")) as made:
        yield made


@pytest.fixture
def own_front(shipped_file: Path, tmp_path: Path) -> Iterator[Front]:
    """One of its own for a test that ends a process of it."""
    with standing(shipped_file, tmp_path) as made:
        yield made


@contextmanager
def standing(shipped_file: Path, folder: Path) -> Iterator[Front]:
    """nginx before two processes over the shipped data."""
    if NGINX is None or shutil.which("openssl") is None:
        pytest.skip("nginx or openssl is not installed")
    shutil.copyfile(shipped_file, folder / "awards.db")
    behind = []
    with ExitStack() as ending:
        for number in range(2):
            behind.append(serve(folder / "awards.db", folder / f"log {number}.txt"))
            ending.callback(stop, behind[-1])
        yield from _before(behind, folder)


def _before(behind: list[Any], folder: Path) -> Iterator[Front]:
    """nginx with the file of the documentation."""
    plain, tls = free_port(), free_port()
    site = SHOWN.read_text("utf-8")
    for port, one in zip(("8501", "8502"), behind, strict=True):
        site = site.replace(f"127.0.0.1:{port}", one.address.removeprefix("http://"))
    site = site.replace("listen 80;", f"listen 127.0.0.1:{plain};").replace(
        "listen 443 ssl", f"listen 127.0.0.1:{tls} ssl"
    )
    site = site.replace("/etc/ssl/certs/awards.pem", f"{folder}/cert.pem")
    site = site.replace("/etc/ssl/private/awards.key", f"{folder}/key.pem")
    site = site.replace("/var/log/nginx/awards.log", f"{folder}/access.log")
    (folder / "site.conf").write_text(site, "utf-8")
    (folder / "nginx.conf").write_text(MAIN.format(folder=folder), "utf-8")
    subject = ["-subj", "/CN=awards.example.edu", "-keyout", f"{folder}/key.pem", "-out", f"{folder}/cert.pem"]
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", *subject]
    subprocess.run(made, check=True, capture_output=True)
    command = [NGINX, "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", f"{folder}/error.log"]
    # its workers run under another account where the tests run as root, and must reach the folder
    folder.chmod(0o755)
    nginx = subprocess.Popen(command, stderr=subprocess.PIPE)
    until = time.monotonic() + 10
    while time.monotonic() < until and nginx.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", tls)) == 0:
                break
        time.sleep(0.05)
    assert nginx.poll() is None, nginx.stderr.read().decode()
    yield Front(f"https://127.0.0.1:{tls}", folder, behind)
    nginx.terminate()
    nginx.wait(10)
    nginx.stderr.close()


def fetch(address: str) -> tuple[int, Any, bytes]:
    trusting = ssl.create_default_context()
    trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE
    with urllib.request.urlopen(address, timeout=20, context=trusting) as answer:
        return answer.status, answer.headers, answer.read()


def test_a_page_loads_through_nginx_and_stays_with_its_process(front: Front, chromium: Browser) -> None:
    seats = set()
    for _ in range(4):
        context = chromium.new_context(ignore_https_errors=True)
        page = context.new_page()
        sockets: list[str] = []
        page.on("websocket", lambda one, kept=sockets: kept.append(one.url))
        page.goto(f"{front.address}/streaks")
        expect(page.locator(".aw-foot")).to_be_attached(timeout=30_000)
        page.get_by_label("Wins at least").fill("2")
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile("wins=2"))
        assert sockets
        assert all(one.startswith("wss://") for one in sockets)
        (seat,) = [one for one in context.cookies() if one["name"] == "awards_seat"]
        assert seat["secure"]
        assert seat["httpOnly"]
        seats.add(seat["value"])
        context.close()
    assert len(seats) == 4


def test_behind_tls_the_browser_is_told_to_stay_there(front: Front) -> None:
    status, headers, _ = fetch(f"{front.address}/healthz")
    assert (status, headers["Strict-Transport-Security"]) == (200, "max-age=31536000")
    _, bare, _ = fetch(f"{front.behind[0].address}/healthz")
    assert bare["Strict-Transport-Security"] is None


def test_the_other_process_answers_when_one_has_ended(own_front: Front) -> None:
    own_front.behind[0].process.kill()
    assert [fetch(f"{own_front.address}/healthz")[0] for _ in range(6)] == [200] * 6


def test_tokens_stand_in_no_log(front: Front) -> None:
    fetch(f"{front.address}/data/schools.csv?q=x")
    log = logged(front, "GET /data/schools.csv")  # a line is written once the answer is out
    assert "q=x" not in log


def logged(front: Front, wanted: str) -> str:
    """What nginx has logged, as soon as the wanted text stands in it."""
    deadline = time.monotonic() + LOG_SECONDS
    while wanted not in (log := (front.folder / "access.log").read_text("utf-8")):
        assert time.monotonic() < deadline, log
        time.sleep(0.05)
    return log
