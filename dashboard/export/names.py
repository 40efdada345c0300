"""Names of exported files."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

LONGEST_NAME: Final = 120
"""Characters of a file's name; Windows allows 260 for the whole path."""
_RESERVED = frozenset('<>:"/\\|?*.')


def file_name(what: str, filters: Sequence[str] | str, version: int, day: date, ending: str = "csv") -> str:
    """A name that says what, which part, when and which data version: `records_HEED_won_2026-11-23_v12.csv`.

    Safe on Windows: no reserved or invisible character, no device name (day and version follow the first word), no dot
    but that of the ending, at most 120 characters; of long filters the beginning stays.
    """
    parts = [filters] if isinstance(filters, str) else filters
    tail = f"_{day.isoformat()}_v{version}.{ending}"
    said = "_".join(word for word in (_name_part(part) for part in (what, *parts)) if word)
    return said[: LONGEST_NAME - len(tail)].rstrip("_- ") + tail


def _name_part(text: str) -> str:
    plain = "".join("-" if c in _RESERVED or not c.isprintable() or c.isspace() else c for c in text.replace("–", "-"))
    return re.sub("-+", "-", plain).strip("_-")


def about_name(name: str) -> str:
    """The name of the passport beside a file: `records.csv` has `records.about.json`."""
    return f"{name.rpartition('.')[0] or name}.about.json"
