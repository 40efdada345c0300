"""Where the shipped data are, and where the research notes they were taken from are, if they are there."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

Rows = list[dict[str, str]]

ROOT = Path(__file__).resolve().parents[2]
FACTS = ROOT / ".." / "shared" / "facts"


def read_rows(path: Path) -> Rows:
    """The rows of a CSV file as text, by column."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="session")
def data_folder() -> Path:
    return ROOT / "data"


@pytest.fixture(scope="session")
def data(data_folder: Path) -> Callable[[str], Rows]:
    """Rows of a shipped file, by its path without the ending: `data("reference/names")`."""
    return lambda name: read_rows(data_folder / f"{name}.csv")


@pytest.fixture(scope="session")
def facts() -> Callable[[str], Rows]:
    """Rows of a file of the research notes; skips where they are not at hand."""
    if not FACTS.is_dir():
        pytest.skip("the research notes are not beside the project")
    return lambda name: read_rows(FACTS / f"{name}.csv")
