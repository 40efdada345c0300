"""Whose a programme is, in a document that announces the awards of several schools."""

import re

from etl.extract.announcement import Document
from etl.proposals_naming import Naming
from etl.proposals_values import MOST_NAMES, certain
from etl.transform.statements import Programme, Reading, SchoolMention

_ITEM = re.compile(r"\s*(?:[-–—•·*▪]|\d{1,2}[.)])\s")
_SENTENCE = re.compile(r"[.!?]\s")
FEWEST = 2


class Whose:
    """The schools beside whose names the programmes of a document stand."""

    def __init__(self, document: Document, reading: Reading, naming: Naming) -> None:
        self._text = document.text
        told = [win for win in reading.wins if win.basis == "announced"]
        winners = {
            key for win in told if (key := certain(naming.of(win.school, win.award, win.year, listed=win.listed)))
        }
        some = reading.schools[:MOST_NAMES] if len(winners) >= FEWEST else ()
        self._named = [
            school for school in some if certain(naming.of(school, naming.award, naming.year, listed=True)) in winners
        ]

    def of(self, said: Programme) -> SchoolMention | None:
        """The winner named last before a programme in its paragraph, or above its list; else the first one that its
        sentence names behind it. None where there is none: then it is the main school's.
        """
        for begin in self._begins(said.start):
            before = [school for school in self._named if begin <= school.start < said.start]
            if before:
                return before[-1]
        sentence = _SENTENCE.search(self._text, said.end)
        end = min(sentence.start() if sentence else len(self._text), (self._text + "\n").index("\n", said.end))
        return next((school for school in self._named if said.start <= school.start < end), None)

    def _begins(self, at: int) -> list[int]:
        """Where the paragraph of a place begins, and of an entry of a list what stands above the list."""
        begins = [self._text.rfind("\n", 0, at) + 1]
        while _ITEM.match(self._text, begins[-1]) and (above := self._text[: begins[-1]].rstrip()):
            begins.append(above.rfind("\n") + 1)
        return begins
