"""An address edited by hand: whatever stands in it, every page answers, and nothing of it becomes part of the page."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import dashboard
from dashboard.domain.page_purposes import PURPOSES

Page = Callable[..., Any]
FOLDER = Path(dashboard.__file__).parent
FILES = {address: address.replace("-", "_") for address in PURPOSES}
NAMES = (
    "school", "family", "families", "group", "with", "from", "to", "n", "wc", "ws", "wk", "suggest", "cumulative",
    "shares", "totals", "q", "kind", "state", "streak", "wins", "sort", "page", "status", "basis", "award", "years",
    "conflicts", "year", "of", "category", "schools", "schools_page", "tab", "application", "step", "answer", "term",
    "name", "job", "mend", "mend_page", "loads", "refused", "names", "sources", "sections", "peers", "who", "action",
    "since", "until",
)  # fmt: skip
"""What stands in addresses of the pages; a name that a page does not know is hostile too."""
SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)>"
HOSTILE = {
    "unknown": "nobody-knows-this",
    "script": SCRIPT,
    "long": "x" * 10_000,
    "negative": "-1",
    "huge": "99999999999999999999999999",
    "null": "\0\u202e\ud7ff",
    "no number": "NaN",
}


def test_every_name_that_a_page_binds_is_tried() -> None:
    source = "\n".join(path.read_text("utf-8") for path in FOLDER.glob("*/*.py"))
    bound = set(re.findall(r'filters\.(?:one|some|text|at_least)\(\s*"[^"]+", "(\w+)"', source))
    bound |= set(re.findall(r'key="(\w+)", bind', source))
    bound |= set(re.findall(r'page_of\([^()]+(?:\([^()]*\))?[^()]*, "(\w+)"\)', source))
    assert len(bound) > 20
    assert bound <= set(NAMES)


@pytest.mark.parametrize("kind", HOSTILE)
@pytest.mark.parametrize("address", FILES)
def test_a_page_answers_whatever_stands_in_its_address(page: Page, address: str, kind: str) -> None:
    """Opening a page fails by itself where the page does."""
    school = HOSTILE[kind] if kind == "script" else "alive-med"  # an unknown school hides the rest of a page
    screen = page(FILES[address], **dict.fromkeys(NAMES, HOSTILE[kind]) | {"school": school})
    assert screen.answer
    assert len(screen.answer) < 500
    assert SCRIPT not in screen.html
    assert "onerror=alert(2)>" not in screen.html


@pytest.mark.parametrize("address", FILES)
def test_a_name_that_stands_there_twice(page: Page, address: str) -> None:
    screen = page(FILES[address], **{name: ["nobody", "alive-med", "2021"] for name in NAMES})
    assert screen.answer
