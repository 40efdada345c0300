"""What a person chooses about a report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any, Final

SECTIONS: Final = {
    "headline": "Where we stand",
    "remarks": "From the office",
    "year": "Results of the year",
    "streak": "The streak",
    "wins": "Wins over time",
    "tiers": "Tiers",
    "initiatives": "Initiatives cited",
    "peers": "Among peers",
    "applications": "Applications and success rate",
    "changes": "What changed since last year's report",
    "unknown": "What is not known",
}
"""The sections that can be chosen, in their order. Notes and appendix are always there: numbers rest on them."""
FIRST_YEAR, LAST_YEAR = 1900, 2100
FORMATS: Final = ("docx", "pdf", "html", "pptx")
OWN_BYTES: Final = 50 * 1024
"""The most that one own paragraph may hold."""


class NotAReport(ValueError):
    """A report that cannot be made: the text says what is wrong, where, and what to do."""


@dataclass(frozen=True)
class Choices:
    """Everything that a report follows from besides the data. Raises NotAReport for what cannot be."""

    school_id: str
    year: int
    made_on: date
    """The date that stands in the report."""
    sections: tuple[str, ...] = tuple(SECTIONS)
    peers: str = ""
    """Name of the peer group; empty: no comparison."""
    families: tuple[str, ...] = ()
    """Award families; empty: HEED and those in which anything is known of the school."""
    first_year: int | None = None
    last_year: int | None = None
    """The span of the figures over time; empty: all years up to the report's."""
    paragraphs: tuple[str, ...] = ()
    """Own paragraphs, Markdown."""
    version: int | None = None
    """The data version it tells of; empty: the newest."""
    since_version: int | None = None
    """The data version it is held against; empty: that of the last kept report of the year before."""

    def __post_init__(self) -> None:
        _check_years(self)
        unknown = sorted(set(self.sections) - set(SECTIONS))
        if unknown:
            raise NotAReport(f"no section is called {', '.join(unknown)}; there are: {', '.join(SECTIONS)}")
        for at, own in enumerate(self.paragraphs, 1):
            size = len(own.encode("utf-8", "replace"))
            if size > OWN_BYTES:
                raise NotAReport(f"own paragraph {at} has {size:,} bytes; at most {OWN_BYTES:,}: shorten or divide it")

    def as_json(self) -> dict[str, Any]:
        """The choices as they are kept with a printed report."""
        said = {**asdict(self), "made_on": self.made_on.isoformat()}
        return {name: list(value) if isinstance(value, tuple) else value for name, value in said.items()}


def from_json(said: Mapping[str, Any]) -> Choices:
    """Kept choices, as they were made."""
    known = {field.name for field in fields(Choices)}
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in said.items() if name in known
    }
    return Choices(**{**values, "made_on": date.fromisoformat(str(said["made_on"]))})


def _check_years(choices: Choices) -> None:
    for name, year in (("year", choices.year), ("first", choices.first_year), ("last", choices.last_year)):
        if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
            raise NotAReport(f"{name} year {year} is no award year; give one from {FIRST_YEAR} to {LAST_YEAR}")
    first, last = choices.first_year, choices.last_year
    if first is not None and last is not None and first > last:
        raise NotAReport(f"the span runs from {first} to {last}: the first year must not come after the last")
