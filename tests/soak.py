# ruff: noqa: E501
"""Hours of an office in minutes: `python -m tests.soak --minutes 30 --sessions 20`.

Sessions click through the pages of a real server while files are loaded, loads undone and applications entered beside
them. At the end: did the server's memory stay flat, is its log without errors, is every entry there, do all invariants
hold? Prints figures as JSON; exit code 1 when one of these is not so.
"""

import argparse
import json
import os
import random
import statistics
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from threading import Event, Lock, Thread
from time import monotonic, sleep

from sqlalchemy import select

from etl.applications.log import Entry, enter_status
from etl.database import engine_for, shipped_data, upgrade
from etl.keeping.checking import check_data
from etl.pipeline import load, undo
from etl.report import NotPossible
from etl.schema import tables
from tests.browser.conftest import serve, stop
from tests.soak_session import Session

MOST_GROWTH = 0.10
"""Of the memory, from the second quarter of the time to the last: the first fills what is remembered."""
MOST_GROWTH_MEGABYTES = 64
CLICKS_A_SESSION = 60
"""After so many a reader goes away and another comes."""
WRITERS = 3


@dataclass
class Soak:
    """What is counted while it runs."""

    address: str
    url: str
    schools: list[str]
    over: Event = field(default_factory=Event)
    lock: Lock = field(default_factory=Lock)
    waits: list[float] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    loads: int = 0
    undone: int = 0
    sessions: int = 0
    memory: list[tuple[float, float]] = field(default_factory=list)

    def read(self, number: int) -> None:
        """Readers, one after the other, who click through the pages."""
        chance = random.Random(number)
        while not self.over.is_set():
            with Session(self.address, self.schools, chance) as session:
                self.sessions += 1
                for _ in range(CLICKS_A_SESSION):
                    if self.over.is_set():
                        break
                    begun = monotonic()
                    session.click()
                    with self.lock:
                        self.waits.append(monotonic() - begun)
                    self.over.wait(chance.uniform(0.5, 2))
                with self.lock:
                    self.troubles += session.troubles

    def enter(self, number: int) -> None:
        """Entries about applications, each told from all others by its note."""
        engine = engine_for(self.url)
        count = 0
        while not self.over.is_set():
            school = self.schools[(number + count * WRITERS) % len(self.schools)]
            count += 1
            note, day = f"soak {number}.{count}", date(2020, 1, 1) + timedelta(days=count % 2000)
            enter_status(
                engine, Entry(school, "HEED", 2018 + count % 5, "submitted", day, None, note), seen=None, by="soak"
            )
            with self.lock:
                self.notes.append(note)
            self.over.wait(1)
        engine.dispose()

    def change(self, folder: Path) -> None:
        """Loads of one list that is never the same, every third of them undone."""
        engine = engine_for(self.url)
        path = folder / "soak winners.csv"
        while not self.over.is_set():
            rows = [f"Soak College {n},HEED,{2015 + (n + self.loads) % 9}" for n in range(200)]
            path.write_text("School,Award,Year\n" + "\n".join(rows) + "\n", "utf-8")
            report = load(engine, [path], by="soak")
            self.loads += 1
            if not report.succeeded:
                self.troubles.append(f"load: {[file.error for file in report.files]}")
            found = next((file.load_id for file in report.files if file.load_id), None)
            if self.loads % 3 == 0 and found:
                with suppress(NotPossible):
                    undo(engine, found, by="soak")
                    self.undone += 1
            self.over.wait(2)
        engine.dispose()

    def guarded(self, work: Callable[..., None], *given: object) -> Thread:
        """A thread in which an error is a trouble."""

        def run() -> None:
            try:
                work(*given)
            except Exception as error:  # noqa: BLE001  whatever it is
                self.troubles.append(f"{work.__name__}: {type(error).__name__}: {error}")

        return Thread(target=run, daemon=True)


def megabytes(process: int) -> float:
    """The memory of a process that is in use."""
    text = Path(f"/proc/{process}/status").read_text("ascii")
    return int(text.partition("VmRSS:")[2].split()[0]) / 1024


def lost(soak: Soak) -> list[str]:
    """The entries that are not in the database."""
    observation = tables()["observation"]
    with engine_for(soak.url).connect() as connection:
        there = set(connection.execute(select(observation.c.note).where(observation.c.note.like("soak %"))).scalars())
    return sorted(set(soak.notes) - there)


def growth(memory: list[tuple[float, float]]) -> tuple[float, float]:
    """Median memory of the second and of the last quarter of the time, in MB."""
    quarter = max(len(memory) // 4, 1)
    second, last = memory[quarter : 2 * quarter] or memory, memory[-quarter:]
    return statistics.median(mb for _, mb in second), statistics.median(mb for _, mb in last)


def main() -> int:
    """Run and judge."""
    asked = argparse.ArgumentParser(prog="python -m tests.soak", description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("--minutes", type=float, default=30)
    asked.add_argument("--sessions", type=int, default=20)
    asked.add_argument("--database", help="an empty PostgreSQL database; without it a SQLite file")
    given = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="awards-soak-") as place:
        folder = Path(place)
        url = given.database or f"sqlite:///{folder / 'awards.db'}"
        engine = engine_for(url)
        upgrade(engine)
        load(engine, [shipped_data()], by="soak")
        school = tables()["school"]
        with engine.connect() as connection:
            schools = sorted(
                connection.execute(select(school.c.school_id).where(school.c.valid_to.is_(None))).scalars()
            )
        server = serve(folder / "awards.db", folder / "log.txt", AWARDS_DATABASE_URL=url)
        try:
            figures = _run(Soak(server.address, url, schools), server.process.pid, folder, given)
        finally:
            stop(server)
        said = [line for line in server.said.splitlines() if any(w in line for w in ("Traceback", "Error", "ERROR"))]
        failed = [f"{check.name}: {check.faults[:3]}" for check in check_data(engine) if not check.ok]
        figures |= {"errors_in_log": said[:20], "checks_failed": failed}
    print(json.dumps(figures, indent=2))
    before, after = figures["memory_mb"]
    flat = after - before <= max(before * MOST_GROWTH, MOST_GROWTH_MEGABYTES)
    good = flat and not (figures["lost"] or figures["troubles"] or said or failed)
    print("good" if good else f"NOT good (memory flat: {flat})")
    return 0 if good else 1


def _run(soak: Soak, process: int, folder: Path, given: argparse.Namespace) -> dict[str, object]:
    threads = [soak.guarded(soak.read, number) for number in range(given.sessions)]
    threads += [soak.guarded(soak.enter, number) for number in range(WRITERS)]
    threads.append(soak.guarded(soak.change, folder))
    begun = monotonic()
    for thread in threads:
        thread.start()
        sleep(0.2)
    told = begun
    while (now := monotonic()) < begun + given.minutes * 60:
        soak.memory.append((now - begun, megabytes(process)))
        if now - told > 60:
            told = now
            print(
                f"{now - begun:.0f} s: {len(soak.waits)} clicks, {soak.memory[-1][1]:.0f} MB",
                file=sys.stderr,
                flush=True,
            )
        sleep(2)
    soak.over.set()
    for thread in threads:
        thread.join(180)
    waits = sorted(soak.waits) or [0.0]
    return {
        "minutes": given.minutes, "sessions_at_once": given.sessions, "sessions": soak.sessions, "clicks": len(soak.waits),
        "click_seconds": {"median": round(statistics.median(waits), 2), "p95": round(waits[int(len(waits) * 0.95)], 2), "longest": round(waits[-1], 2)},
        "loads": soak.loads, "undone": soak.undone, "entries": len(soak.notes), "lost": lost(soak),
        "memory_mb": [round(mb) for mb in growth(soak.memory)], "memory_most_mb": round(max(mb for _, mb in soak.memory)),
        "still_running": sum(thread.is_alive() for thread in threads), "troubles": soak.troubles[:20],
        "processors": os.cpu_count(),
    }  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
