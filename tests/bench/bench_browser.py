"""The dashboard in a browser and under many readers: `python -m tests.bench browser`, or this module alone."""

import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.bench_browser_data import FEW, MANY, database
from tests.bench.bench_browser_loads import Opened, Site, chromium, filtered, in_turn
from tests.bench.bench_browser_readers import RERUNS, STATES, crowd, grown_over_reruns, kibibytes_a_session, pages_over
from tests.bench.bench_browser_servers import Served, bare, dashboard, datasette, static
from tests.bench.figures import Amount, Figure

ROUNDS = 5
WARM_UP_SECONDS = 5
STREAMLIT_TEXT = '[data-testid="stMarkdownContainer"] p'
BARS = ".js-plotly-plot .bars .point"
BARE = 'a page of st.write("hi"), served alike: its text'
MOST_KILOBYTES = 3_500
MOST_FILTER_MILLISECONDS = 150
MOST_P95_MILLISECONDS = 1_000
MOST_MILLISECONDS_A_RERUN = 25
MOST_KIBIBYTES_A_SESSION = 1_024
MOST_MEBIBYTES_GROWN = 50
Found = list[Figure | Amount]


def sites(ours: Served, other: Served, files: Served, tables: Served, name: str) -> list[Site]:
    """The Overview and what it is held against; `name` is that of the database, as Datasette calls it."""
    answer = ("header.aw-answer h1", ".aw-strip li", ".aw-figures dd")
    return [
        Site("Overview", f"{ours.address}/", answer, (*answer, BARS, ".aw-foot")),
        Site("bare", f"{other.address}/", (STREAMLIT_TEXT,), (STREAMLIT_TEXT,)),
        Site("static HTML with the same Plotly figure", f"{files.address}/", answer, (BARS,)),
        Site("Datasette, the table of records", f"{tables.address}/{name}/record", ("h1", "table td"), ("table td",)),
    ]


def main(rounds: int = ROUNDS) -> Found:
    """All figures of the browser and of many readers."""
    few = database(FEW)
    with TemporaryDirectory() as folder, dashboard(few) as ours:
        time.sleep(WARM_UP_SECONDS)
        found = [*_loads(ours, few, Path(folder), rounds), *_crowds(ours)]
        session = kibibytes_a_session(ours)
        found.append(Amount("memory a session more", session, "KiB", MOST_KIBIBYTES_A_SESSION))
    return [*found, *_frozen(few), *_scale(few, database(MANY), rounds)]


def _loads(ours: Served, few: Path, folder: Path, rounds: int) -> Found:
    with (
        bare(folder) as other,
        static(folder / "static", few) as files,
        datasette(few) as tables,
        chromium() as browser,
    ):
        opened = in_turn(browser, sites(ours, other, files, tables, few.stem), rounds)
        filter_seconds = filtered(browser, ours.address, list(STATES))
    found: Found = []
    for (name, state), one in opened.items():
        if name != "bare":
            found += _opened(name, state, one, opened["bare", state])
    cold = opened["Overview", "cold"]
    found.append(Amount("Overview, cold: over the wire", cold.wire / 1000, "KB", MOST_KILOBYTES))
    found.append(Amount("Overview, cold: requests to other hosts", cold.abroad, "requests", 0))
    milliseconds = filter_seconds * 1000
    found.append(
        Amount("Streaks: a state chosen, to the new answer on the screen", milliseconds, "ms", MOST_FILTER_MILLISECONDS)
    )
    return found


def _opened(name: str, state: str, one: Opened, beside: Opened) -> Found:
    answer, whole = (" (to be 1.4 × at most)", " (to be 2.4 × at most)") if name == "Overview" else ("", "")
    size = f"{one.requests} requests, {one.wire / 1000:,.0f} KB"
    return [
        Figure(f"{name}, {state}: the answer{answer}", one.answer, BARE, beside.answer),
        Figure(f"{name}, {state}: all of it{whole}; {size}", one.whole, BARE, beside.answer),
    ]


def _crowds(ours: Served) -> Found:
    crowd(ours.address, 2, 20)
    alone, twenty, fifty = (crowd(ours.address, readers, reruns) for readers, reruns in ((1, 100), (20, 25), (50, 10)))
    baseline = "one reader alone, p50"
    return [
        Figure("20 readers at once: p50 of a rerun", twenty.p50, baseline, alone.p50),
        Figure("20 readers at once: p95 of a rerun", twenty.p95, baseline, alone.p50),
        Figure("50 readers at once: p50 of a rerun", fifty.p50, baseline, alone.p50),
        Figure("50 readers at once: p95 of a rerun", fifty.p95, baseline, alone.p50),
        Amount("20 readers at once: p95 of a rerun", twenty.p95 * 1000, "ms", MOST_P95_MILLISECONDS),
        Amount("20 readers at once: a rerun every", 1000 / twenty.reruns_a_second, "ms", MOST_MILLISECONDS_A_RERUN),
        Amount("50 readers at once: a rerun every", 1000 / fifty.reruns_a_second, "ms", MOST_MILLISECONDS_A_RERUN),
    ]


def _frozen(few: Path) -> Found:
    return [
        Amount(f"memory grown over {RERUNS:,} reruns, {how}", after - before, "MiB", MOST_MEBIBYTES_GROWN)
        for how, (before, after) in zip(("with gc.freeze", "without"), grown_over_reruns(few).values(), strict=True)
    ]


def _scale(few: Path, many: Path, rounds: int) -> Found:
    with dashboard(many) as full, dashboard(few) as small:
        time.sleep(WARM_UP_SECONDS)
        times = pages_over(full, small, rounds)
    found: Found = []
    for page, one in times.items():
        found.append(
            Figure(f"{page} with {MANY:,} statements (to be 1.5 × at most)", one.then[0], f"with {FEW:,}", one.then[1])
        )
        found.append(
            Figure(f"{page} with {MANY:,}, first after the start", one.first[0], f"with {FEW:,}", one.first[1])
        )
    return found


if __name__ == "__main__":
    for one in main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS):
        told = f"{one.ratio:.2f} x {one.baseline}" if isinstance(one, Figure) else f"at most {one.most:,.0f}"
        print(f"{one.what}: {one.seconds if isinstance(one, Figure) else one.value:,.3f}, {told}")
