"""What goes over the wire after a click, with the shipped data and with 3,000 records."""

import json
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
MOST_BYTES = 50_000
RECORDS = 3_000
CHOICES = {
    "": "?school=jhu-nursing",
    "school": "school?school=jhu-nursing&year=2021&year=2022",
    "streaks": "streaks?page=2",
    "records": "records?page=2",
    "initiatives": "initiatives?of=all+schools&group=all+schools&schools=true",
    "sources": "sources?page=2",
    "peers": "peers?school=jhu-nursing",
}
"""A page, and what somebody chooses on it."""


@pytest.fixture(scope="module")
def many(server: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped database with every year of every school filled up to 3,000 records, all invented."""
    path = tmp_path_factory.mktemp("many") / "awards.db"
    with sqlite3.connect(server.database) as shipped, sqlite3.connect(path) as copy:
        shipped.backup(copy)
        live = "valid_to IS NULL"
        known = set(copy.execute(f"SELECT school_id, year FROM year_status WHERE family = 'HEED' AND {live}"))
        (held,) = copy.execute(f"SELECT count(*) FROM year_status WHERE {live}").fetchone()
        schools = [row[0] for row in copy.execute(f"SELECT school_id FROM school WHERE {live} ORDER BY school_id")]
        blank = [(key, year) for year in range(2012, 2026) for key in schools if (key, year) not in known]
        why, sources = "HEED announced won (2 sources); claimed won (1 source)", json.dumps(["s0001", "s0002"])
        copy.executemany(
            "INSERT INTO year_status"
            " (valid_from, school_id, family, year, status, award, basis, conflict, why, sources)"
            " VALUES (1, ?, 'HEED', ?, 'won', 'HEED', 'announced', 1, ?, ?)",
            [(key, year, why, sources) for key, year in blank[: max(RECORDS - held, 0)]],
        )
    return path


def changed_bytes(reader: Any, page: str, choice: str) -> int:
    """Bytes that come over the wire when the page changes to the choice, its style sheet being there."""
    frames: list[int] = []
    reader.page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: frames.append(len(frame))))
    reader.open(page)
    frames.clear()
    reader.page.evaluate(
        "address => { history.pushState({}, '', address); dispatchEvent(new PopStateEvent('popstate')); }", choice
    )
    reader.page.wait_for_timeout(400)
    reader.settle()
    reader.page.wait_for_timeout(400)
    return sum(frames)


@pytest.mark.parametrize("page", CHOICES)
def test_a_click_with_the_shipped_data(reader: Any, page: str) -> None:
    got = changed_bytes(reader, page, CHOICES[page])
    assert 3_000 < got <= MOST_BYTES


def test_a_click_with_3000_records(many: Path, start: Callable[..., Any], reading: Callable[..., Any]) -> None:
    over = start(shutil.copy(many, many.with_name("served.db")))
    too_much = {}
    for page, choice in CHOICES.items():
        reader = reading(over=over)
        got = changed_bytes(reader, page, choice)
        expect(reader.page.locator(".stException")).to_have_count(0)
        assert got > 3_000
        if got > MOST_BYTES:
            too_much[page] = got
    assert too_much == {}
