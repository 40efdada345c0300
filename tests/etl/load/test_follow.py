"""What follows from a change is derived where something changed and nowhere else: deriving all anew finds nothing."""

import csv
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, text

from etl.pipeline import load, rebuild, undo
from tests.conftest import Fresh

REAL_TIME = settings(
    max_examples=7,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
NAMES = (
    "University of Vermont",
    "University of Kentucky",
    "University of Kentucky College of Dentistry",
    "Univ. of Kentuky College of Nursing",
    "College of Nursing",
    "A school that nobody knows",
)
URLS = ("", "https://www.uky.edu/news", "https://www.uvm.edu/a", "https://example.org/b")
HEADS = ("school", "award", "year", "basis", "outcome", "suspect", "source_url")
rows = st.tuples(
    st.sampled_from(NAMES),
    st.sampled_from(("HEED", "HP-HEED", "DIVERSITY-CHAMPION", "LEAD")),
    st.integers(2019, 2025).map(str),
    st.sampled_from(("announced", "claimed")),
    st.sampled_from(("won", "won", "not won")),
    st.sampled_from(("no", "no", "yes")),
    st.sampled_from(URLS),
)
claims = st.tuples(
    st.sampled_from(("uvm", "kentucky")),
    st.just("HEED"),
    st.sampled_from(("consecutive", "total", "first_time")),
    st.integers(1, 3).map(str),
    st.integers(2019, 2025).map(str),
)
CLAIM_HEADS = ("school_id", "family", "claim", "n", "as_of_year")
cycles = st.tuples(
    st.sampled_from(("HEED", "HP-HEED")), st.integers(2019, 2025).map(str), st.just("yes"), st.sampled_from(("", "me"))
)
CYCLE_HEADS = ("award", "year", "held", "list_complete_by")


def _write(path: Path, heads: Sequence[str], lines: Sequence[Sequence[str]]) -> Path:
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([heads, *lines])
    return path


def _differing(engine: Engine) -> tuple[int, list[tuple[object, ...]]]:
    """How much a rebuild changes, and what of the derived tables it changed."""
    found = rebuild(engine, by="tests")
    changed: list[tuple[object, ...]] = []
    if found:
        with engine.connect() as connection:
            newest = connection.execute(text("SELECT max(version) FROM data_version")).scalar()
            for table in ("observation", "claim", "school", "calendar", "unresolved_name", "year_status", "record"):
                query = text(f"SELECT * FROM {table} WHERE valid_from = :v OR valid_to = :v")
                changed += [(table, *row) for row in connection.execute(query, {"v": newest})]
    return found, changed


@REAL_TIME
@given(
    first=st.lists(rows, min_size=1, max_size=6),
    second=st.lists(rows, max_size=6),
    newer=st.lists(rows, max_size=6),
    claimed=st.lists(claims, max_size=3),
    complete=st.lists(cycles, max_size=4),
)
def test_loads_derive_what_a_rebuild_derives(
    fresh_small: Fresh,
    first: list[tuple[str, ...]],
    second: list[tuple[str, ...]],
    newer: list[tuple[str, ...]],
    claimed: list[tuple[str, ...]],
    complete: list[tuple[str, ...]],
) -> None:
    with TemporaryDirectory() as name:
        folder, engine = Path(name), fresh_small()
        for at, (heads, lines) in enumerate(
            ((CYCLE_HEADS, complete), (HEADS, first), (CLAIM_HEADS, claimed), (HEADS, second))
        ):
            load(engine, [_write(folder / f"{at}.csv", heads, lines)], by="tests")
            assert _differing(engine) == (0, [])
        (file,) = load(engine, [_write(folder / "1.csv", HEADS, newer)], by="tests").files
        assert _differing(engine) == (0, [])
        if file.load_id:
            undo(engine, file.load_id, by="tests")
            assert _differing(engine) == (0, [])
