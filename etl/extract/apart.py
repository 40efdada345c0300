"""Documents read in a process of their own, which is ended when it takes too long and may not fill the memory.

A parser that hangs over one page of a PDF cannot be stopped from within, and a server would never get its thread back.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date
from pathlib import Path
from threading import Timer
from typing import IO, Any

from etl.extract.announcement_values import Document, Progress, Section
from etl.extract.table import FileRefused

SILENT_SECONDS = 60
"""A page takes a second at most; after so long without another the process is ended."""
MOST_SECONDS = 900
MEMORY_BYTES = 1 << 30
START = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from etl.extract.apart import child; child(sys.argv[2])"
)
TAKES_TOO_LONG = "reading it takes too long or needs too much memory, and was ended"
REMEDY = "Print it to a new PDF, or cut out the pages that speak of the award, and load that"


def read_apart(path: Path, progress: Progress) -> Document:
    """The document as `announcement.read_here` reads it. Raises FileRefused, also when it takes too long."""
    said: dict[str, Any] = {}
    command = [sys.executable, "-c", START, json.dumps(sys.path), str(path.absolute())]
    with (
        subprocess.Popen(  # noqa: S603  this very program
            command, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as process,
        _ended_after(process, MOST_SECONDS),
    ):
        try:
            for said in _told(process):
                if "done" in said:
                    progress(said["done"], said["of"])
        finally:
            process.kill()
    if "refused" in said:
        raise FileRefused(path.name, *said["refused"][:2], value=said["refused"][2])
    if "document" not in said:
        raise FileRefused(path.name, TAKES_TOO_LONG, REMEDY)
    return _document(said["document"])


def _told(process: "subprocess.Popen[bytes]") -> Iterator[dict[str, Any]]:
    """What the process says, line by line, until it ends or has said nothing for too long."""
    stdout: IO[bytes] = process.stdout  # type: ignore[assignment]
    while True:
        with _ended_after(process, SILENT_SECONDS):
            line = stdout.readline()
        if not line.endswith(b"\n"):
            return
        yield json.loads(line)


@contextmanager
def _ended_after(process: "subprocess.Popen[bytes]", seconds: float) -> Iterator[None]:
    timer = Timer(seconds, process.kill)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _document(said: dict[str, Any]) -> Document:
    day = said["published_on"]
    return Document(
        **said
        | {
            "published_on": date.fromisoformat(day) if day else None,
            "sections": tuple(Section(**section) for section in said["sections"]),
            "notices": tuple(said["notices"]),
        }
    )


def child(name: str) -> None:
    """What the process does: read the file and say on standard output what became of it."""
    _limit()
    from etl.extract.announcement import read_here

    path = Path(name)
    try:
        found: dict[str, Any] = {"document": asdict(read_here(path, lambda done, of: _say({"done": done, "of": of})))}
    except FileRefused as error:
        found = {"refused": [error.problem, error.remedy, error.value]}
    except MemoryError:
        found = {}
    _say(found)


def _limit() -> None:
    """Limit memory, and time too, which is watched from without: whoever watches may be gone."""
    try:
        import resource
    except ImportError:  # Windows has none; the time is limited there all the same
        return
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    most = MEMORY_BYTES if hard == resource.RLIM_INFINITY else min(MEMORY_BYTES, hard)
    resource.setrlimit(resource.RLIMIT_AS, (most, hard))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))


def _say(said: dict[str, Any]) -> None:
    sys.stdout.buffer.write(json.dumps(said, default=str).encode() + b"\n")
    sys.stdout.buffer.flush()
