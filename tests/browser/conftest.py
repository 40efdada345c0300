"""A real server over a database that its first start builds, and a real browser before it."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect, sync_playwright

START_SECONDS = 90
"""A first start loads the shipped data; on a busy machine that takes a while."""
ANSWER_MILLISECONDS = 20_000
DRIVERS = (
    "AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades",
    "HttpsFirstBalancedModeAutoEnable", "LensOverlay", "MediaRouter", "PaintHolding", "ThirdPartyStoragePartitioning",
    "AvoidCorsURLLoaderRestartOnRedirect", "OptimizationHints", "NetworkTimeServiceQuerying", "AimEnabled",
    "PreconnectToSearch",
)  # fmt: skip
"""What Playwright switches off in Chromium on Linux; to be said again, since of two such lists the last one counts."""
ADDRESS_FIELD = ("WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup")
"""Pages of Chromium's own under its address field, which no test sees: to make them ready for a window takes as long as
a page of ours."""
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    f"--disable-features={','.join((*DRIVERS, *ADDRESS_FIELD))}",
]

expect.set_options(timeout=ANSWER_MILLISECONDS)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test in the browser that fails is tried once more, and the end of the run names it."""
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.flaky(reruns=1))


@dataclass
class Server:
    """The program as `awards serve` starts it."""

    address: str
    database: Path
    log: Path
    process: subprocess.Popen[bytes]

    @property
    def said(self) -> str:
        """What the program has written so far."""
        return self.log.read_text("utf-8", errors="replace")


def serve(database: Path, log: Path, **environment: str) -> Server:
    """Start `awards serve` from another folder than the checkout, and wait until it answers."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    given = {"AWARDS_DATABASE_URL": f"sqlite:///{database}", "AWARDS_USER": "tests", **environment}
    checkout = str(Path(__file__).resolve().parents[2])
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-c", "from dashboard.cli import main; main()", "serve", "--port", str(port)],
            cwd=database.parent,
            env={**os.environ, "PYTHONPATH": checkout, **given},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    server = Server(f"http://127.0.0.1:{port}", database, log, process)
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            urllib.request.urlopen(f"{server.address}/healthz", timeout=5).close()
        except urllib.error.HTTPError:
            return server
        except OSError:
            time.sleep(0.1)
        else:
            return server
    process.kill()
    pytest.fail(f"the server did not start; it said:\n{server.said}")


def stop(server: Server) -> None:
    """End the program."""
    server.process.terminate()
    try:
        server.process.wait(10)
    except subprocess.TimeoutExpired:
        server.process.kill()
        server.process.wait(10)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The program over the shipped data, which its first start loads."""
    folder = tmp_path_factory.mktemp("first start")
    started = serve(folder / "awards.db", folder / "log.txt")
    yield started
    stop(started)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium."""
    executable = shutil.which("chromium")
    if executable is None:
        pytest.fail("Chromium is not installed: the browser tests need the Debian package `chromium`")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        yield browser
        browser.close()


@dataclass
class Reader:
    """Somebody who reads the dashboard in a browser."""

    page: Page
    server: Server
    abroad: list[str] = field(default_factory=list)
    """Addresses outside this machine that the page asked for."""
    errors: list[str] = field(default_factory=list)
    """What the browser complained of, but for the probes by which Streamlit finds its own base path."""

    def __post_init__(self) -> None:
        self.page.on("request", self._note_request)
        self.page.on("console", self._note_error)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("dialog", lambda dialog: self.errors.append(f"dialog: {dialog.message}"))

    def _note_request(self, request: Request) -> None:
        if not request.url.startswith((self.server.address, "data:", "blob:")):
            self.abroad.append(request.url)

    def _note_error(self, message: ConsoleMessage) -> None:
        if message.type == "error" and "/_stcore/" not in message.location.get("url", ""):
            self.errors.append(message.text)

    def open(self, path: str = "") -> None:
        """Open a page and wait until all of it is there."""
        self.page.goto(f"{self.server.address}/{path}")
        self.settle()

    def settle(self) -> None:
        """Wait until the script has run and its last line stands on the screen."""
        expect(self.page.locator(".aw-foot")).to_be_attached()
        expect(self.page.locator('[data-test-script-state="notRunning"]')).to_be_attached()

    def unfold(self, name: str) -> None:
        """Open what is folded up under that name, and wait until it has stopped to move: a click would miss it."""
        self.page.get_by_text(name).first.click()
        self.page.wait_for_function("() => document.getAnimations().every(one => one.playState !== 'running')")

    @property
    def path(self) -> str:
        """Address without the host."""
        return self.page.url.removeprefix(f"{self.server.address}/")

    @property
    def answer(self) -> str:
        """The page's first heading."""
        return self.page.locator("h1").first.inner_text()

    def table(self, caption: str) -> list[list[str]]:
        """The rows under the heads of the table whose caption begins so."""
        rows = (
            self.page.locator("table").filter(has=self.page.locator(f'caption:text("{caption}")')).locator("tbody tr")
        )
        expect(rows.first).to_be_visible()
        return rows.evaluate_all("rows => rows.map(row => [...row.cells].map(cell => cell.innerText.trim()))")


Reading = Callable[..., Reader]


@pytest.fixture
def reading(server: Server, chromium: Browser) -> Iterator[Reading]:
    """Makes readers, each with a browser window of its own: width, height and theme as given."""
    contexts = []

    def make(width: int = 1280, height: int = 900, theme: str = "light", over: Server | None = None) -> Reader:
        context = chromium.new_context(viewport={"width": width, "height": height}, color_scheme=theme)  # type: ignore[arg-type]
        context.set_default_timeout(ANSWER_MILLISECONDS)
        contexts.append(context)
        return Reader(context.new_page(), over or server)

    yield make
    for context in contexts:
        context.close()


@pytest.fixture
def reader(reading: Reading) -> Reader:
    """A reader at a desk."""
    return reading()


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Server]]:
    """Starts further servers, which end with the test."""
    started: list[Server] = []

    def make(database: Path, **environment: str) -> Server:
        started.append(serve(database, tmp_path / f"log {len(started)}.txt", **environment))
        return started[-1]

    yield make
    for one in started:
        stop(one)
