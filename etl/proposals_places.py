"""The places that a document names: they tell apart schools that share a name."""

import re
from functools import cached_property

from etl.extract.announcement import Document
from etl.proposals_values import MOST_NAMES
from etl.transform.naming.places import stated_code
from etl.transform.statements import STATE_NAMES, Reading

_TOWN = r"[A-Z][\w'-]+(?:\s[A-Z][\w'-]+)?,\s+"
_STATE = r"[A-Z][a-z]+(?:\s[A-Z][a-z]+)?"
_PLACE_BEHIND = re.compile(
    rf",\s+{_TOWN}(?P<short>[A-Z]\w*\.(?:[A-Z]\.)*|[A-Z]{{2}}\b)|,\s+{_TOWN}(?P<ends>{_STATE})\.?\s*(?:\n|$)"
    rf"|\s+in\s+{_TOWN}(?P<told>{_STATE})\b|\s+\((?:{_TOWN})?(?P<closed>[A-Z][\w.]+)\)"
)
"""A town and its state behind a name: ", Hart, Ill.", " in Hart, Illinois"; in brackets a state alone, too: "(NY)".
In a list, a state without a town is another school.
"""
_STATES = "|".join(sorted(STATE_NAMES.values(), key=len, reverse=True))


class Places:
    """The places in the text of a document, outside the names of schools and behind them."""

    def __init__(self, document: Document, reading: Reading) -> None:
        self._text = document.text
        self._schools = reading.schools[:MOST_NAMES]

    @cached_property
    def behind(self) -> dict[str, str]:
        """The state by the name behind which the document prints it: "Lakeside College, Hart, Ill."."""
        found = (
            (one.name, stated_code(match[match.lastgroup or 0]))
            for one in self._schools
            if (match := _PLACE_BEHIND.match(self._text, one.end))
        )
        return {name: state for name, state in found if state}

    @cached_property
    def only_state(self) -> str | None:
        """The one state that the document names, but in the names of schools."""
        found = self.named(_STATES)
        return stated_code(found.pop()) if len(found) == 1 else None

    def named(self, words: str) -> set[str]:
        """Those of some words that stand in the document outside the names of schools."""
        return {
            match[0]
            for match in re.finditer(rf"\b(?:{words})\b", self._text)
            if not any(one.start <= match.start() < one.end for one in self._schools)
        }
