"""Whose a programme is, in a document that announces the awards of several schools."""

import re
from collections.abc import Sequence

from etl.extract.announcement import Document
from etl.proposals_naming import Naming
from etl.proposals_values import MOST_NAMES, certain
from etl.transform.statements import Programme, Reading, SchoolMention

_ITEM = re.compile(r"\s*(?:[-–—•·*▪]|\d{1,2}[.)])\s")
_SENTENCE = re.compile(r"[.!?]\s")
FEWEST = 2


_FIELDS = (
    "nursing",
    "pharmacy",
    "dental",
    "dentistry",
    "medicine",
    "medical",
    "law",
    "veterinary",
    "public health",
    "optometry",
)


def _bears_field(programme: str, school: str) -> bool:
    """Whether the name of a programme begins with the field of a school."""
    begun = programme.casefold()
    return any(begun.startswith(f"{field} ") and field[:4] in school.casefold() for field in _FIELDS)


class Whose:
    """The schools beside whose names the programmes of a document stand."""

    def __init__(self, document: Document, reading: Reading, naming: Naming) -> None:
        self._text = document.text
        told = [win for win in reading.wins if win.basis == "announced"]
        winners = {
            key for win in told if (key := certain(naming.of(win.school, win.award, win.year, listed=win.listed)))
        }
        some: Sequence[SchoolMention] = reading.schools[:MOST_NAMES] if len(winners) >= FEWEST else ()
        meant = ((school, certain(naming.of(school, naming.award, naming.year, listed=True))) for school in some)
        self._named = [(school, key) for school, key in meant if key in winners]

    def of(self, said: Programme) -> SchoolMention | None:
        """The winner whose field begins a programme's name ("Nursing Scholars"); else the one named last before it in
        its paragraph, or above its list; else the first one that its sentence names behind it. None where there is
        none: then it is the main school's.
        """
        bearing = {key: school for school, key in self._named if _bears_field(said.name, school.name)}
        if len(bearing) == 1:
            return next(iter(bearing.values()))
        for begin in self._begins(said.start):
            before = [school for school, _ in self._named if begin <= school.start < said.start]
            if before:
                return before[-1]
        sentence = _SENTENCE.search(self._text, said.end)
        end = min(sentence.start() if sentence else len(self._text), (self._text + "\n").index("\n", said.end))
        return next((school for school, _ in self._named if said.start <= school.start < end), None)

    def _begins(self, at: int) -> list[int]:
        """Where the paragraph of a place begins, and of an entry of a list what stands above the list."""
        begins = [self._text.rfind("\n", 0, at) + 1]
        while _ITEM.match(self._text, begins[-1]) and (above := self._text[: begins[-1]].rstrip()):
            begins.append(above.rfind("\n") + 1)
        return begins
