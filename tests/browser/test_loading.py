"""Loading in the browser: what would change, the load, what became of it, and mending."""

import re
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.axe import faults
from tests.browser.conftest import serve, stop

pytestmark = pytest.mark.browser
HEAD = "school_as_printed,parent_as_printed,award,year,source_url\n"
WINS = (
    HEAD
    + "UMKC School of Medicine,,HP-HEED,2024,https://x.example/1\n"
    + "UMKC School of Medicine,,HP-HEED,2025,https://x.example/1\n"
    + "Nobody Here College,,HEED,2024,https://x.example/1\n"
    + "UMKC School of Dentistry,,HP-HEED,twenty,https://x.example/1\n"
)


@pytest.fixture
def office(shipped_file: Path, tmp_path: Path) -> Iterator[Any]:
    """The program over a copy of the shipped data that the test may change."""
    yield from served(shipped_file, tmp_path)


@pytest.fixture(scope="module")
def quiet_office(shipped_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """One that tests share, which only read."""
    yield from served(shipped_file, tmp_path_factory.mktemp("quiet"))


def served(shipped_file: Path, folder: Path) -> Iterator[Any]:
    shutil.copyfile(shipped_file, folder / "awards.db")
    started = serve(folder / "awards.db", folder / "log.txt")
    yield started
    stop(started)


def file(name: str, text: str) -> dict[str, Any]:
    return {"name": name, "mimeType": "text/csv", "buffer": text.encode()}


def give(reader: Any, *files: dict[str, Any]) -> None:
    reader.page.locator('input[type="file"]').set_input_files(list(files))


def test_files_are_shown_loaded_undone_and_mended(office: Any, reading: Callable[..., Any]) -> None:
    reader = reading(over=office)
    reader.open("load")
    expect(
        reader.page.get_by_text(re.compile("Up to 100 MB a file, 20 files and 200 MB at once")).first
    ).to_be_visible()
    give(reader, file("wins.csv", WINS), file("letter.pdf", "%PDF-1.4"))
    expect(reader.page.locator("h1")).to_have_text("2 files with 4 rows; nothing is loaded yet")
    reader.settle()
    counts = {row[0].split(" ")[0].split("\n")[0]: row[1:] for row in reader.table("What would change")}
    assert counts["wins.csv"] == ["3", "0", "0", "0", "1", "1"]
    expect(reader.page.get_by_role("heading", name="1 school would stand differently")).to_be_visible()
    streaks = reader.table("Streaks before → after")
    assert streaks == [["UMKC SOM", "HEED", "2 (open) → 4", "2 (open) → 4", "3 → 5"]]
    assert len(reader.table("Rows that are new")) == 3
    assert faults(reader.page) == []
    reader.page.get_by_role("button", name="Load 3 rows, keep 1 refused row").click()
    expect(reader.page.get_by_role("heading", name="Loaded: 3 rows new, changed or gone")).to_be_visible(timeout=60_000)
    expect(reader.page).to_have_url(re.compile(r"job=1$"))
    reader.settle()
    reader.page.reload()
    reader.settle()
    assert faults(reader.page) == []
    expect(reader.page.get_by_role("heading", name="Loaded: 3 rows new, changed or gone")).to_be_visible()
    reader.open("load?job=1&mend=1")  # as if the row had been chosen: then it stands in the address
    year = reader.page.get_by_label("year (to mend)")
    expect(year).to_have_value("twenty")
    year.fill("20x4")
    reader.page.get_by_role("button", name="Load again").click()
    expect(reader.page.get_by_text(re.compile("Still not taken: .*20x4"))).to_be_visible()
    year.fill("2024")
    reader.page.get_by_role("button", name="Load again").click()
    expect(reader.page.get_by_text("The row is mended and loaded")).to_be_visible()
    expect(reader.page.get_by_role("heading", name="No row is refused")).to_be_visible()
    reader.open("school?school=umkc-dentistry")
    assert reader.answer.startswith("2 wins")
    reader.open("load?job=1")
    reader.page.get_by_role("button", name="Undo this load").click()
    expect(reader.page.get_by_text("Undone: what the files said before counts again.")).to_be_visible()
    reader.open()
    assert reader.answer.startswith("3 wins, 2 in a row through 2023")
    assert reader.errors == []


def test_leaving_the_page_does_not_break_a_load(office: Any, reading: Callable[..., Any]) -> None:
    reader = reading(over=office)
    reader.open("load")
    rows = "".join(f"Invented College No. {n},,HEED,2024,https://x.example/1\n" for n in range(600))
    give(reader, file("many.csv", HEAD + rows))
    button = reader.page.get_by_role("button", name="Load 600 rows")
    expect(button).to_be_enabled(timeout=60_000)
    with closing(sqlite3.connect(office.database, isolation_level=None)) as other_load:
        other_load.execute("BEGIN IMMEDIATE")  # so that the load lasts until its page was left, however fast it is
        button.click()
        expect(reader.page.get_by_role("heading", name="1 load under way")).to_be_visible()
        reader.page.context.close()
        other = reading(over=office)
        other.page.goto(f"{office.address}/load")
        expect(other.page.get_by_role("heading", name="1 load under way")).to_be_visible()
        expect(other.page.get_by_text("many.csv: waiting for another load to end")).to_be_visible()
        other_load.execute("ROLLBACK")
    expect(other.page.get_by_role("heading", name="1 load under way")).to_have_count(0, timeout=60_000)
    other.settle()
    (newest, *_) = other.table("The newest, first")
    assert newest[:2] == ["many.csv", "done"]
    assert "Loaded: 600 rows" in newest[2]


@pytest.mark.parametrize("width", [320, 1280])
def test_the_pages_of_the_office_are_clean_and_narrow(
    quiet_office: Any, reading: Callable[..., Any], width: int
) -> None:
    reader = reading(width=width, height=800, over=quiet_office)
    for path in ("load", "audit", "links"):
        reader.open(path)
        assert faults(reader.page) == [], path
        beyond = reader.page.evaluate(
            "() => document.querySelector('.stMain').scrollWidth - document.querySelector('.stMain').clientWidth"
        )
        assert beyond <= 0, path
        assert reader.errors == [], path
    reader.open("audit?until=2020-01-01")
    assert reader.answer == "0 acts, newest first"
