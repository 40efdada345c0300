"""The dashboard as it is served, and what it is measured beside: a bare page, static files, Datasette."""

import gzip
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from dashboard import charts
from dashboard.components.figures import figures_html
from dashboard.components.frame import style_html
from dashboard.components.streak_words import figures
from dashboard.components.year_strip import strip_html
from dashboard.domain.streaks import answer_sentence
from dashboard.light_plotly import BASIC
from dashboard.queries.schools import own_school
from dashboard.queries.streaks import streaks
from dashboard.queries.totals import wins_by_year
from etl.database import engine_for

CHECKOUT = Path(__file__).resolve().parents[2]
START_SECONDS = 120
TICKS = os.sysconf("SC_CLK_TCK")
PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")
SERVE = "from dashboard.cli import main; main()"
SERVE_BARE = """
import sys
from pathlib import Path
from dashboard import page_hints, server
page_hints.ELEMENTS = {"": ()}  # it has none of the elements of our pages: hints for them would hold it up
server.SCRIPT = Path(sys.argv[1])
server.application().run(config={**server.settings(), "server.port": int(sys.argv[2]), "server.address": "127.0.0.1"})
"""
SERVE_UNFROZEN = "import gc; gc.freeze = lambda: None; " + SERVE


@dataclass(frozen=True)
class Served:
    """A server: where it is, and the number of its process."""

    address: str
    process: int

    @property
    def cpu_seconds(self) -> float:
        """What its process has worked so far."""
        fields = Path(f"/proc/{self.process}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    @property
    def mebibytes(self) -> float:
        """The memory its process holds."""
        return int(Path(f"/proc/{self.process}/statm").read_text().split()[1]) * PAGE_BYTES / 2**20


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def dashboard(database: Path, *, frozen: bool = True) -> Iterator[Served]:
    """The dashboard over a database, as `awards serve` serves it; without `frozen` it never calls `gc.freeze`."""
    port = free_port()
    command = [sys.executable, "-c", SERVE if frozen else SERVE_UNFROZEN, "serve", "--port", str(port)]
    with _running(command, port, "healthz", AWARDS_DATABASE_URL=f"sqlite:///{database}") as served:
        yield served


@contextmanager
def bare(folder: Path) -> Iterator[Served]:
    """A page of `st.write("hi")`, served in the same way."""
    script = folder / "bare.py"
    script.write_text('import streamlit as st\n\nst.write("hi")\n', encoding="utf-8")
    port = free_port()
    with _running([sys.executable, "-c", SERVE_BARE, str(script), str(port)], port, "_stcore/health") as served:
        yield served


@contextmanager
def datasette(database: Path) -> Iterator[Served]:
    """Datasette over the same database."""
    port = free_port()
    program = [sys.executable, "-m", "datasette", "serve", "--port", str(port), str(database)]
    with _running(program, port, "-/versions.json") as served:
        yield served


@contextmanager
def _running(command: Sequence[str], port: int, path: str, **environment: str) -> Iterator[Served]:
    given = {"PYTHONPATH": str(CHECKOUT), "AWARDS_USER": "bench", **environment}
    process = subprocess.Popen(
        command, env={**os.environ, **given}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    served = Served(f"http://127.0.0.1:{port}", process.pid)
    try:
        _wait(f"{served.address}/{path}", process)
        yield served
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(10)


def _wait(address: str, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=5).close()
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"no server came to life at {address}")


class _Compressed(SimpleHTTPRequestHandler):
    """Files that lie there compressed, with long caching for all but the page."""

    protocol_version = "HTTP/1.1"

    def end_headers(self) -> None:
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Cache-Control", "no-cache" if self.path in ("/", "/index.html") else "max-age=31536000")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  as the base class has it
        """Nothing."""


@contextmanager
def static(folder: Path, database: Path) -> Iterator[Served]:
    """The Overview's answer and figure as files: the same HTML, the same Plotly figure, nothing behind them."""
    _write_static(folder, database)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Compressed, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield Served(f"http://127.0.0.1:{server.server_address[1]}", os.getpid())
    finally:
        server.shutdown()
        server.server_close()


def _write_static(folder: Path, database: Path) -> None:
    engine = engine_for(f"sqlite:///{database}")
    with engine.connect() as connection:
        school = streaks(connection, school_ids=(own_school(connection),))[0]
        chart = charts.coverage(wins_by_year(connection))
    engine.dispose()
    page = (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Overview</title>'
        f'<link rel="icon" href="data:,">{style_html()}<script src="plotly.js" defer></script></head>'
        f'<body class="stApp"><header class="aw aw-answer"><h1>{answer_sentence(school)}</h1></header>'
        f'{strip_html(school.years)}{figures_html(figures(school))}<h2>{chart.title}</h2><div id="chart"></div>'
        f'<script>addEventListener("DOMContentLoaded", () => {{ const figure = '
        f"{charts.for_paper(chart.figure).to_json()}; "
        f'Plotly.newPlot("chart", figure.data, figure.layout, {{displayModeBar: false}}); }})</script></body></html>'
    )
    folder.mkdir()
    (folder / "index.html").write_bytes(gzip.compress(page.encode(), 5))
    (folder / "plotly.js").write_bytes(gzip.compress(BASIC.read_bytes(), 5))  # the build that the dashboard draws with
