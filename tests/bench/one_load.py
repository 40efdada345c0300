"""One load in a process of its own, so that its memory can be told: `python -m tests.bench.one_load URL FILE`."""

import json
import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from etl.database import engine_for
from etl.pipeline import load

KIBIBYTES_A_MEBIBYTE = 1024


@dataclass(frozen=True)
class Loaded:
    """What a load took: seconds from the call to its end, the most memory the process held in MiB, and its rows."""

    seconds: float
    mebibytes: float
    new: int
    refused: int
    unresolved: int


def loaded(url: str, path: Path) -> Loaded:
    """Load the file into the database at that address, in a new process."""
    command = [sys.executable, "-m", "tests.bench.one_load", url, str(path)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=Path(__file__).resolve().parents[2])
    return Loaded(**json.loads(done.stdout.splitlines()[-1]))


def main(url: str, path: str) -> None:
    """Load, and print what it took as JSON."""
    engine = engine_for(url)
    start = time.perf_counter()
    report = load(engine, [Path(path)], by="bench").as_json()
    seconds = time.perf_counter() - start
    engine.dispose()
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KIBIBYTES_A_MEBIBYTE
    told = {name: report[name] for name in ("new", "refused", "unresolved")}
    print(json.dumps({"seconds": seconds, "mebibytes": most, **told}))


if __name__ == "__main__":
    main(*sys.argv[1:])
