"""The resolver of names: its precision and recall, and its speed beside plain `rapidfuzz.process.cdist`."""

import gc
import random
import string
import time
from collections.abc import Sequence

from rapidfuzz.fuzz import ratio
from rapidfuzz.process import cdist

from etl.transform.schools import Institution, PrintedName, Resolver
from tests.bench import names_data
from tests.bench.figures import Figure, Quality
from tests.bench.names_quality import Measure, cross_validated, measured

ROWS = 100_000
EXACT_SHARE = 0.7
ROWS_IN_TURN = 10_000
CDIST_ROWS_AT_ONCE = 2_000
SEED = 20260101
UNITS = (
    "School of Nursing", "College of Medicine", "School of Dentistry", "College of Pharmacy", "School of Law",
    "School of Public Health", "College of Veterinary Medicine", "Libraries", "College of Education",
    "School of Social Work", "College of Engineering", "School of Business",
)  # fmt: skip
DONORS = ("Smith", "Miller Family", "John and Jane Doe", "Eleanor Example")
PRECISION, RECALL, ASKED = 0.995, 0.95, 1.0


def main() -> list[Figure | Quality]:
    """Measure quality on what is there of the curated names, and speed against the largest directory that is there."""
    found: list[Figure | Quality] = []
    directories = {"shipped directory": names_data.shipped_institutions()}
    if names_data.FULL_DIRECTORY.exists():
        directories["full directory"] = names_data.all_institutions()
    for title, institutions in directories.items():
        found += quality(title, institutions)
    title, institutions = list(directories.items())[-1]
    found.append(speed(title, institutions))
    for one in found:
        print(one)
    return found


def quality(title: str, institutions: Sequence[Institution]) -> list[Quality]:
    """Precision, recall and the share of asked ones: by cross-validation, and on printed names of other schools."""
    schools, aliases = names_data.schools(), names_data.aliases()
    found: list[Quality] = []
    if names_data.GOLD.exists():
        gold = names_data.gold()
        for whole, said in ((True, "schools held out"), (False, "names held out")):
            measure = cross_validated(institutions, schools, aliases, gold, whole_schools=whole)
            found += _qualities(f"curated names, {said}, {title}", measure)
    printed = names_data.printed()
    resolver = Resolver(institutions, schools, names_data.aliases_without(printed), names_data.LEVELS)
    for part in dict.fromkeys(answer.part for answer in printed):
        measure = measured(resolver, [answer for answer in printed if answer.part == part])
        found += _qualities(f"printed names of other schools, {part}, {title}", measure)
    return found


def _qualities(what: str, measure: Measure) -> list[Quality]:
    return [
        Quality(f"precision, {what}", measure.precision, measure.right + len(measure.wrong), PRECISION),
        Quality(f"recall, {what}", measure.recall, measure.sure, RECALL),
        Quality(f"asked when not sure, {what}", measure.asked_share, measure.unsure, ASKED),
    ]


def speed(title: str, institutions: Sequence[Institution]) -> Figure:
    """Seconds for 100,000 distinct rows, of which seven in ten settle exactly and three carry a typing error or a new
    wording, beside cdist of the same names with all institutions; both in turn, ten thousand rows at a time.
    """
    rows = generated(institutions, ROWS)
    names = [institution.name for institution in institutions]
    resolver = Resolver(institutions, names_data.schools(), names_data.aliases(), names_data.LEVELS)
    ours = plain = 0.0
    for start in range(0, len(rows), ROWS_IN_TURN):
        part = rows[start : start + ROWS_IN_TURN]
        gc.collect()
        began = time.perf_counter()
        resolver.resolve_many(part)
        between = time.perf_counter()
        _compared([row.school for row in part], names)
        ours, plain = ours + between - began, plain + time.perf_counter() - between
    return Figure(
        f"{len(rows):,} printed names resolved, {title} ({len(names):,} institutions)",
        ours,
        "rapidfuzz.process.cdist(scorer=ratio, workers=-1) over the same names",
        plain,
    )


def _compared(names: Sequence[str], known: Sequence[str]) -> None:
    for start in range(0, len(names), CDIST_ROWS_AT_ONCE):
        cdist(names[start : start + CDIST_ROWS_AT_ONCE], known, scorer=ratio, workers=-1)


def generated(institutions: Sequence[Institution], count: int) -> list[PrintedName]:
    """Distinct rows made of real names of institutions: seven in ten as they stand in the directory, alone or with a
    unit, the rest with a typing error or a wording of their own.
    """
    draw = random.Random(SEED)
    rows: set[PrintedName] = set()
    while len(rows) < count * EXACT_SHARE:
        one = draw.choice(institutions)
        texts = (one.name, f"{one.name} {draw.choice(UNITS)}", f"{draw.choice(UNITS)}, {one.name}")
        rows.add(PrintedName(draw.choice(texts), None, one.state))
    while len(rows) < count:
        one = draw.choice(institutions)
        rows.add(PrintedName(_reworded(one.name, draw), None, one.state))
    ordered = sorted(rows, key=lambda row: (row.school, row.state or ""))
    draw.shuffle(ordered)
    return ordered


def _reworded(name: str, draw: random.Random) -> str:
    unit = draw.choice(UNITS)
    texts = (
        misspelt(name, draw),
        misspelt(misspelt(name, draw), draw),
        misspelt(f"{name} {unit}", draw),
        f"{draw.choice(DONORS)} {unit} at {name}",
        f"{name}'s {unit}",
        f"The new {name} program",
    )
    return draw.choice(texts)


def misspelt(text: str, draw: random.Random) -> str:
    """The text with one letter wrong, added, left out, or in the wrong place."""
    at, letter = draw.randrange(len(text)), draw.choice(string.ascii_lowercase)
    ways = (
        text[:at] + letter + text[at + 1 :],
        text[:at] + letter + text[at:],
        text[:at] + text[at + 1 :],
        text[:at] + text[at + 1 : at + 2] + text[at : at + 1] + text[at + 2 :],
    )
    return draw.choice(ways)


if __name__ == "__main__":
    main()
