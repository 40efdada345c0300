"""One run of the fuzzer in a process of its own: `python -m tests.fuzz.run READER FINDINGS FLAGS… FOLDERS…`.

Guided by the branches that a file takes through the readers (atheris, which wraps libFuzzer). A fault does not end the
run: its file goes to the folder of findings, one for each place that a fault comes from.
"""

import random
import sys
import tempfile
import traceback
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import atheris

from tests.fuzz.mutation import in_archive

with atheris.instrument_imports(include=["etl.extract", "pypdf", "docx", "email", "html", "zipfile", "csv"]):
    from tests.fuzz.readers import READERS, place_of, seeds, tried

PARTS_FIRST = 0.9
"""The share of changes to archives that are made inside a part; the others break the archive itself."""


def main() -> None:
    """Run until libFuzzer's flags end it."""
    name, findings = sys.argv[1], Path(sys.argv[2])
    reader = READERS[name]
    met: set[str] = set()
    folder = Path(tempfile.mkdtemp(prefix="awards-fuzz-"))

    def one(content: bytes) -> None:
        try:
            tried(reader, content, folder)
        except Exception as error:  # noqa: BLE001  whatever it is
            place = place_of(error)
            if place in met:
                return
            met.add(place)
            path = findings / f"{sha256(place.encode()).hexdigest()[:8]}"
            path.write_bytes(content)
            print(f"FOUND {place}: {path}\n{''.join(traceback.format_exception(error)[-6:])}", flush=True)

    for path in seeds(name):  # what is imported late is not the time of a file
        with suppress(Exception):
            tried(reader, path.read_bytes(), folder)

    def mutate(content: bytes, most: int, seed: int) -> bytes:
        chance = random.Random(seed)
        if chance.random() > PARTS_FIRST:
            return bytes(atheris.Mutate(content, most))
        return in_archive(content, chance.random(), lambda part: bytes(atheris.Mutate(part, max(len(part) + 64, 256))))

    how = {"custom_mutator": mutate} if reader.is_archive else {}
    atheris.Setup([sys.argv[0], *sys.argv[3:]], one, **how)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
