"""Many readers at once, each acting the moment the last answer is there; what a session and 2,000 reruns hold."""

import asyncio
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

from tests.bench.bench_browser_client import Session
from tests.bench.bench_browser_servers import Served, dashboard

STATES = ("MO", "KS", "NY", "CA", "TX", "OH", "PA", "VA")
PAGES = ("", "school", "streaks", "peers", "initiatives", "report", "records", "sources", "review", "load", "links",
         "audit", "applications", "fact-check", "announcement", "rules")  # fmt: skip
RERUNS = 2_000
MANY_SESSIONS = 50


@dataclass(frozen=True)
class Crowd:
    """How so many readers fared: seconds of their reruns, and reruns a second of all together."""

    p50: float
    p95: float
    reruns_a_second: float


def crowd(address: str, readers: int, reruns: int) -> Crowd:
    """So many readers of Streaks, each choosing a state so many times."""
    return asyncio.run(_crowd(address, readers, reruns))


async def _crowd(address: str, readers: int, reruns: int) -> Crowd:
    sessions = await _opened(address, readers)
    start = time.perf_counter()
    times = await asyncio.gather(*(_acting(one, reruns, at) for at, one in enumerate(sessions)))
    took = time.perf_counter() - start
    await asyncio.gather(*(one.close() for one in sessions))
    every = [one for some in times for one in some]
    return Crowd(median(every), quantiles(every, n=20)[-1], len(every) / took)


async def _opened(address: str, readers: int) -> list[Session]:
    sessions = [Session(address, "streaks") for _ in range(readers)]
    for one in sessions:
        await one.open()
    return sessions


async def _acting(session: Session, reruns: int, at: int) -> list[float]:
    times = []
    for number in range(reruns):
        state = STATES[(at + number) % len(STATES)]
        times.append((await session.choose("State", [state], f"state={state}")).seconds)
    return times


def kibibytes_a_session(served: Served) -> float:
    """How much the server's memory grows with each of many sessions that stay open, after some that were there."""

    async def grown() -> float:
        before_all = await _opened(served.address, 5)
        for one in before_all:
            await _acting(one, 20, 0)
        before = served.mebibytes
        sessions = await _opened(served.address, MANY_SESSIONS)
        for one in sessions:
            await _acting(one, 3, 0)
        after = served.mebibytes
        await asyncio.gather(*(one.close() for one in (*before_all, *sessions)))
        return (after - before) * 1024 / MANY_SESSIONS

    return asyncio.run(grown())


def grown_over_reruns(database: Path, reruns: int = RERUNS) -> dict[bool, tuple[float, float]]:
    """Memory (MiB) before and after so many reruns, with and without `gc.freeze`; both servers asked in turn."""

    async def asked(both: dict[bool, Served]) -> dict[bool, tuple[float, float]]:
        sessions = {frozen: (await _opened(served.address, 1))[0] for frozen, served in both.items()}
        for one in sessions.values():
            await _acting(one, 20, 0)
        before = {frozen: served.mebibytes for frozen, served in both.items()}
        for _ in range(reruns // 100):
            for one in sessions.values():
                await _acting(one, 100, 0)
        found = {frozen: (before[frozen], served.mebibytes) for frozen, served in both.items()}
        await asyncio.gather(*(one.close() for one in sessions.values()))
        return found

    with dashboard(database) as frozen, dashboard(database, frozen=False) as thawed:
        time.sleep(3)  # the warm-up freezes when it has imported all
        return asyncio.run(asked({True: frozen, False: thawed}))


@dataclass(frozen=True)
class PageTimes:
    """Seconds to open a page over two databases: the first time since the start, and by the median after."""

    first: tuple[float, float]
    then: tuple[float, float]


def pages_over(many: Served, few: Served, rounds: int) -> dict[str, PageTimes]:
    """Every page opened by a new reader, over the database that holds much and over the other, in turn."""
    return {page or "overview": asyncio.run(_page(page, many, few, rounds)) for page in PAGES}


async def _page(page: str, many: Served, few: Served, rounds: int) -> PageTimes:
    first = await _open_once(page, many), await _open_once(page, few)
    then = [(await _open_once(page, many), await _open_once(page, few)) for _ in range(rounds)]
    return PageTimes(first, (median(one for one, _ in then), median(other for _, other in then)))


async def _open_once(page: str, served: Served) -> float:
    session = Session(served.address, page)
    took = await session.open()
    await session.close()
    return took.seconds
