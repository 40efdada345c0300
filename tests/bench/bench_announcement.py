"""What an announcement says, beside one pass of a plain pattern over the same words."""

import re
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from etl.database import engine_for, shipped_data, upgrade
from etl.pipeline import load
from etl.proposals import known_now
from etl.transform.statements import cues, programme_outside, read_statements, sought, wins_schools, years
from tests.bench.figures import Figure, interleaved

FOLDER = Path(__file__).resolve().parents[1] / "data" / "announcements" / "seen"
WORDS = 1_000
TIMES = 20
"""Readings in one run: one alone is too short to measure."""
_PLAIN = re.compile(r"\b(?:\w+ (?:consecutive|straight|time|year)|(?:HEED|Champion)\b[^.]*\b20\d\d|\w+)", re.IGNORECASE)


def announcement_figures() -> list[Figure]:
    """Seconds to read an announcement, of whose sentences nothing is remembered: the written ones one after another,
    cut at a thousand words.
    """
    words = " ".join(path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.txt"))).split(" ")[:WORDS]
    text = " ".join(words)
    with TemporaryDirectory() as folder:
        engine = engine_for(f"sqlite:///{Path(folder) / 'announcement.db'}")
        upgrade(engine)
        load(engine, [shipped_data() / "reference"], by="bench")
        with engine.connect() as connection:
            known = known_now(connection)
        engine.dispose()
    hints = known.hints(None)

    def read_anew() -> None:
        for cached in (
            cues.other_awards, programme_outside.no_programme_of_it, sought.folded, wins_schools._number_in,
            wins_schools._others_in, years._years_in,
        ):  # fmt: skip
            cached.cache_clear()
        read_statements(text, known.awards, hints)

    reading, plain = interleaved(
        lambda: [read_anew() for _ in range(TIMES)],
        lambda: [_PLAIN.findall(text) for _ in range(TIMES)],
    )
    what = f"an announcement of {WORDS:,} words read (to be 0.050 s at most)"
    return [Figure(what, reading / TIMES, "one pass of a plain pattern over its words", plain / TIMES)]


def main() -> list[Figure]:
    """Measure and print."""
    found = announcement_figures()
    for one in found:
        sys.stdout.write(f"{one}\n")
    return found


if __name__ == "__main__":
    main()
