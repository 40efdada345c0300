"""The fuzzer by hand: `python -m tests.fuzz READER… [--seconds N]`, or `seeds` to write the first files of the corpus.

Each reader gets its seconds. What takes new ways through the code is kept in a folder of its own (`--grown`), from
which the next run goes on; files that break a reader are made as small as they get and go into tests/data/fuzz_corpus,
where `tests/fuzz/test_corpus.py` holds every one against every later version. Exit code 1 when there was any.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

from tests.fuzz import seeds
from tests.fuzz.readers import CORPUS, READERS
from tests.fuzz.readers import seeds as kept
from tests.fuzz.smaller import smallest

MOST_MEGABYTES = 1500
HANGS_SECONDS = 60


def main() -> int:
    """Run the fuzzer as the command line says."""
    asked = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__.partition("\n")[0])
    asked.add_argument("readers", nargs="+", choices=[*READERS, "all", "seeds"], metavar="READER")
    asked.add_argument("--seconds", type=int, default=60, help="how long each reader is tried")
    asked.add_argument("--grown", type=Path, default=Path(tempfile.gettempdir()) / "awards-fuzz", help="folder")
    given = asked.parse_args()
    if "seeds" in given.readers:
        print(f"{seeds.write()} files in {CORPUS}")
        return 0
    if find_spec("atheris") is None:
        print("The fuzzer needs atheris: pip install -e '.[fuzz]'. Without it: pytest tests/fuzz", file=sys.stderr)
        return 2
    names = list(READERS) if "all" in given.readers else given.readers
    return int(sum(_reader(name, given.seconds, given.grown) for name in names) > 0)


def _reader(name: str, seconds: int, grown: Path) -> int:
    """How many new findings the run of a reader made."""
    folder, findings = grown / name, grown / f"{name}-findings"
    for made in (folder, findings, CORPUS / name):
        made.mkdir(parents=True, exist_ok=True)
    flags = [
        f"-max_total_time={seconds}", f"-rss_limit_mb={MOST_MEGABYTES}", f"-timeout={HANGS_SECONDS}", "-max_len=65536",
        f"-artifact_prefix={findings}/", "-print_final_stats=1", "-verbosity=1",
    ]  # fmt: skip
    run = subprocess.run(
        [sys.executable, "-m", "tests.fuzz.run", name, str(findings), *flags, str(folder), str(CORPUS / name)],
        capture_output=True,
        text=True,
        errors="replace",
        env={**os.environ, "PYTHONWARNINGS": "ignore"},
        check=False,
    )
    told = [
        line
        for line in (run.stdout + run.stderr).splitlines()
        if line.startswith(("FOUND", "stat::number", "==", "SUMMARY"))
    ]
    if run.returncode and not told:
        told = run.stderr.splitlines()[-5:]
    print(f"{name}: {len(list(folder.iterdir()))} grown files, {len(kept(name))} kept")
    print("\n".join(f"  {line}" for line in told), flush=True)
    found = [path for path in sorted(findings.iterdir()) if path.is_file()]
    for path in found:
        content = smallest(READERS[name], path.read_bytes())
        (CORPUS / name / f"finding-{path.name[-8:]}").write_bytes(content)
        path.unlink()
    return len(found)


if __name__ == "__main__":
    sys.exit(main())
