"""Loads that go on when their page is left: each runs in a thread of the server, one after the other.

The files lie in a folder of their own until the load has ended. What became of a load stands in table `load_job`.
"""

from __future__ import annotations

import json
import logging
import os
import shutil
import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256
from itertools import count
from pathlib import Path
from threading import Event, Lock, Thread
from time import monotonic
from typing import Any, Final

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from etl import load_jobs
from etl.batch import Asked, load_batch
from etl.database import upgrade, writing
from etl.troubles import told

FOLDER: Final = "awards-load-"
WAITING: Final = "waiting.json"
"""In the folder of a load that has not begun: whose it is, and of which database. Should the server die, it is told."""
HEARTBEAT_SECONDS: Final = 5.0
LONGEST_NAME: Final = 200
LISTED: Final = 20
"""Refused rows, names and notices that are kept with a job."""
UNEXPECTED: Final = "the program failed at it, and nothing of it was loaded; the log of the server says how"

logger = logging.getLogger("awards")


@dataclass
class Job:
    """A load of this process, from the click until it has ended."""

    key: int
    files: tuple[str, ...]
    by: str
    rows_total: int | None
    job_id: int | None = None
    """Its number in the database; None while another load holds that."""
    rows_done: int = 0
    started: float | None = None
    error: str | None = None
    """Why it failed."""
    ended: Event = field(default_factory=Event)

    def seconds_left(self) -> float | None:
        """How long reading the remaining rows takes at the pace so far; None while that cannot be said."""
        if not self.started or not self.rows_done or not self.rows_total:
            return None
        return max(0.0, (monotonic() - self.started) * (self.rows_total - self.rows_done) / self.rows_done)


@dataclass
class Tally:
    """Counts rows over files and kinds, each of which counts from the beginning."""

    tell: Callable[[int], None]
    done: int = 0
    _last: tuple[str, int] = ("", 0)

    def __call__(self, name: str, rows: int) -> None:
        """Take in that so many rows of a file of that name are read."""
        before, at = self._last
        self.done += rows if name != before or rows < at else rows - at
        self._last = (name, rows)
        self.tell(self.done)


_going: dict[int, Job] = {}
_lock = Lock()
_keys = count(1)


@cache
def _worker() -> ThreadPoolExecutor:
    """Loads of one process wait for each other here, not at the database."""
    return ThreadPoolExecutor(1, "load")


def kept(files: Sequence[tuple[str, bytes]]) -> tuple[Path, list[Path]]:
    """Put uploaded files (name, content) in a folder of their own; the folder and the files.

    Names lose their folders; files of one name stand apart.
    """
    folder = Path(tempfile.mkdtemp(prefix=f"{FOLDER}{os.getpid()}-"))
    paths = []
    for at, (name, content) in enumerate(files):
        own = folder / str(at)
        own.mkdir()
        path = own / plain_name(name)
        path.write_bytes(content)
        paths.append(path)
    return folder, paths


def plain_name(name: str) -> str:
    """The name of an uploaded file without folders, of a length that every disk takes."""
    last = name.replace("\\", "/").rpartition("/")[2].replace("\0", "").strip()
    return (last if last not in ("", ".", "..") else "file")[-LONGEST_NAME:]


def start(engine: Engine, folder: Path, asked: Sequence[Asked], by: str, rows_total: int | None = None) -> Job:
    """Begin to load the files of a folder, which goes when the load has ended; returns at once."""
    job = Job(next(_keys), tuple(one.identity for one in asked), by, rows_total)
    said = {"database": _address(engine), "files": job.files, "by": by, "at": datetime.now(UTC).isoformat()}
    (folder / WAITING).write_text(json.dumps(said), encoding="utf-8")
    with _lock:
        _going[job.key] = job
    _worker().submit(_run, engine, job, folder, tuple(asked))
    return job


def going() -> list[Job]:
    """The loads of this process that have not ended, the newest first."""
    with _lock:
        return sorted(_going.values(), key=lambda job: -job.key)


def end_dead(engine: Engine) -> None:
    """Close what servers that ended have left: their jobs, and on this machine the files of those."""
    try:
        upgrade(engine)
        load_jobs.end_dead(engine, [job.job_id for job in going() if job.job_id])
        for folder in Path(tempfile.gettempdir()).glob(f"{FOLDER}*-*"):
            pid = folder.name.removeprefix(FOLDER).partition("-")[0]
            dead = pid.isdecimal() and not Path(f"/proc/{pid}").exists() and Path("/proc/self").exists()
            if dead and _is_told(engine, folder):
                shutil.rmtree(folder, ignore_errors=True)
    except SQLAlchemyError:
        logger.warning("jobs of servers that ended could not be closed yet", exc_info=True)


def _is_told(engine: Engine, folder: Path) -> bool:
    """Whether nothing more is to be told of the load of a server that ended: one that had not begun is entered as
    failed. One of another database is left to the servers of that.
    """
    waiting, taken = folder / WAITING, folder / f"{WAITING}.{os.getpid()}"
    try:
        said = json.loads(waiting.read_text(encoding="utf-8"))
        if said["database"] != _address(engine):
            return False
        waiting.rename(taken)  # of several servers one tells it
    except (OSError, ValueError, KeyError, TypeError):
        return not waiting.exists() or waiting.stat().st_size == 0
    entered = False
    try:
        entered = load_jobs.never_begun(engine, said["files"], said["by"], datetime.fromisoformat(said["at"]))
    finally:
        if not entered:
            taken.rename(waiting)
    return entered


def _address(engine: Engine) -> str:
    """What tells databases apart, without what opens them."""
    address = engine.url.difference_update_query(["password"])
    if address.get_backend_name() == "sqlite" and address.database:
        address = address.set(database=str(Path(address.database).resolve()))
    return sha256(address.render_as_string(hide_password=True).encode()).hexdigest()


def _run(engine: Engine, job: Job, folder: Path, asked: tuple[Asked, ...]) -> None:
    try:
        upgrade(engine)
        job.job_id = load_jobs.enter(engine, job.files, job.by, job.rows_total)
        (folder / WAITING).unlink(missing_ok=True)
        job.started = monotonic()
        stop = Event()
        heart = Thread(target=_beat, args=(engine, job, stop), name="load heartbeat", daemon=True)
        heart.start()
        try:
            _load(engine, job, asked, stop, heart)
        finally:
            stop.set()
            heart.join()
    except Exception as error:  # noqa: BLE001  a thread has nobody above it: what happened must be told
        _fail(engine, job, error)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        with _lock:
            _going.pop(job.key, None)
        job.ended.set()


def _load(engine: Engine, job: Job, asked: tuple[Asked, ...], stop: Event, heart: Thread) -> None:
    def tell(rows: int) -> None:
        job.rows_done = rows

    with writing(engine) as connection:
        reports = load_batch(connection, asked, job.by, Tally(tell))
        stop.set()
        heart.join()  # it writes to the same row
        result: dict[str, Any] = {"files": [_short(report.as_json()) for report in reports]}
        load_jobs.done(connection, job.job_id or 0, job.rows_done, result)


def _short(report: dict[str, Any]) -> dict[str, Any]:
    """The report with the first of its long lists; the counts beside them count all."""
    return {**report, **{name: report[name][:LISTED] for name in ("refused_rows", "unresolved_names", "notices")}}


def _beat(engine: Engine, job: Job, stop: Event) -> None:
    while not stop.wait(HEARTBEAT_SECONDS):
        try:
            load_jobs.still_going(engine, job.job_id or 0, job.rows_done)
        except SQLAlchemyError:
            logger.warning("the load's state could not be written", exc_info=True)


def _fail(engine: Engine, job: Job, error: Exception) -> None:
    words = told(error)
    if words is None:
        logger.error("load of %s failed", ", ".join(job.files), exc_info=error)
    job.error = words or UNEXPECTED
    try:
        if job.job_id:
            load_jobs.failed(engine, job.job_id, job.error)
    except SQLAlchemyError:
        logger.exception("the end of a load could not be written")
