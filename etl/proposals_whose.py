"""Whose a programme is, in a document that announces the awards of several schools."""

import re
from collections.abc import Sequence

from etl.extract.announcement import Document
from etl.proposals_names import FIELDS, WHOLES
from etl.proposals_naming import Naming
from etl.proposals_values import MOST_NAMES, certain
from etl.transform.statements import Programme, Reading, SchoolMention

_ITEM = re.compile(r"\s*(?:[-–—•·*▪]|\d{1,2}[.)])\s")
_SENTENCE = re.compile(r"[.!?]\s|\n")
_FEWEST = 2
"""Winners of which a programme can be another's."""
_LONGEST_LIST = 40
"""Entries up which the head of a list is looked for."""


class Whose:
    """The schools beside whose names the programmes of a document stand."""

    def __init__(self, document: Document, reading: Reading, naming: Naming) -> None:
        self._text = document.text
        told = [win for win in reading.wins if win.basis == "announced"]
        winners = {
            key for win in told if (key := certain(naming.of(win.school, win.award, win.year, listed=win.listed)))
        }
        some: Sequence[SchoolMention] = reading.schools[:MOST_NAMES] if len(winners) >= _FEWEST else ()
        meant = ((school, naming.of(school, naming.award, naming.year, listed=True)) for school in some)
        self._named = [(school, one) for school, one in meant if one and certain(one) in winners]

    def of(self, said: Programme) -> SchoolMention | None:
        """The winner whose field begins a programme's name ("Nursing Scholars"); else the one named last before it in
        its paragraph, or above its list; else the first one that its sentence names behind it. None where there is
        none: then it is the main school's.
        """
        bearing = {one.school_id: school for school, one in self._named if _bears_field(said.name, one.kind)}
        if len(bearing) == 1:
            return next(iter(bearing.values()))
        for begin in self._begins(said.start):
            before = [school for school, _ in self._named if begin <= school.start < said.start]
            if before:
                return before[-1]
        ends = _SENTENCE.search(self._text, said.end)
        end = ends.start() if ends else len(self._text)
        return next((school for school, _ in self._named if said.start <= school.start < end), None)

    def _begins(self, at: int) -> list[int]:
        """Where the paragraph of a place begins, and of an entry of a list what stands above the list."""
        begins = [self._text.rfind("\n", 0, at) + 1]
        while begins[-1] and len(begins) < _LONGEST_LIST and _ITEM.match(self._text, begins[-1]):
            end = begins[-1] - 1
            while end and self._text[end - 1].isspace():
                end -= 1
            begins.append(self._text.rfind("\n", 0, end) + 1)
        return begins


def _bears_field(programme: str, kind: str | None) -> bool:
    """Whether the name of a programme begins with the field of a kind of school."""
    words = rf"(?:{FIELDS.get(kind or '', kind or '')}|{re.escape(kind or '')})\s"
    return bool(kind) and kind not in WHOLES and re.match(words, programme, re.IGNORECASE) is not None
