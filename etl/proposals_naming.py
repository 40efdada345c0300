"""Which school the names in one document mean."""

import re
from collections.abc import Callable, Sequence
from functools import cached_property

from etl.extract.announcement import Document
from etl.proposals_names import WHOLES, Names
from etl.proposals_values import MOST_NAMES, Known, certain
from etl.transform.schools import Decision
from etl.transform.statements import STATE_CODES, Reading, SchoolMention, Win, is_another, university_in

UNNAMED = "the university"
_APART = re.compile(
    r"\b(?:also|too|as well|itself|as a whole|both|each|likewise|and (?:its|the)|joins?|along with|other|"
    r"in (?:september|october|november)|earlier this)\b",
    re.IGNORECASE,
)

_WHOLE_BEHIND = re.compile(
    r",?\s+(?:itself|as a whole)\b|[^.;]{0,60}\bfor the university as a whole\b|"
    r"[^.;]{0,120}\bat (?:the|a) university(?:-wide)? level\b"
)
"""What sets a university apart from its school behind its name."""
_IN_FULL = re.compile(r"\b(?:University|College|Institute)\b")
"""What makes a university's name one in full, by which it stands for itself where a win of before is told."""
_OFFICE = re.compile(r"(?:The )?(?:\w+ )?(?:Office|Division|Department|Center) (?:of|for)\b")
"""How the name of a part of a school begins that wins for it."""


class Naming:
    """Ties the names in one document to schools; asked with the document's address as evidence."""

    def __init__(self, document: Document, reading: Reading, known: Known) -> None:
        self._document = document
        self._known = known
        self._reading = reading
        announced = sorted((win for win in reading.wins if win.basis == "announced"), key=lambda win: not win.health)
        first = next(iter(announced), None)
        self.award: str | None = first.award if first else None
        self.year: int | None = first.year if first else None
        named = reading.school
        self.main: Decision | None = None
        self._names = Names(document, reading, known, self.award, self.year)
        own = next((win for win in announced if named and win.school and win.school.name == named.name), first)
        won = own.award if own else None
        self.main = self._names.meant(named.name, named.parent, won, self.year) if named else self._of_page()
        if named and self.main and certain(self.main) is None:
            told = self._only_winner(announced) or self._of_office(named.name)
            self.main = told or self._names.of_initials(named.name, self.main) or self.main

    def of(
        self, school: SchoolMention | None, award: str | None, year: int | None, *, listed: bool = False
    ) -> Decision | None:
        """The decision on a name, on the main school's for none; of a parent named for its unit, the unit's.

        A school that is `listed` beside others stands for itself.
        """
        if school is None:
            return self.main
        decision, main = self._names.meant(school.name, school.parent, award, year), self.main
        if listed:
            return decision if certain(decision) else self._of_list(school, decision, award, year)
        if main is None or decision.school_id == main.school_id:
            return decision
        past = award not in self._known.health and year is not None and self.year is not None and year < self.year
        apart = _WHOLE_BEHIND.match(self._document.text, school.end) or (past and _IN_FULL.search(school.name))
        own = decision.school_id is None or (self._stands_for(decision, main, award) and not apart)
        return main if own else decision

    def _of_list(
        self, school: SchoolMention, decision: Decision, award: str | None, year: int | None
    ) -> Decision | None:
        """The decision on a doubtful name of a list: the main school's, where it begins so, else on its core."""
        if self._begins(school.name):
            return self.main
        return self._core_of(school.name, decision, award, year)

    def _only_winner(self, announced: Sequence[Win]) -> Decision | None:
        """The one certain school among the winners announced, where the name of the school of the text is doubtful; not
        a unit of another kind than that name has.
        """
        told = [self._names.meant(w.school.name, w.school.parent, w.award, w.year) for w in announced if w.school]
        sure = {key: one for one in told if (key := certain(one))}
        only = next(iter(sure.values())) if len(sure) == 1 else None
        units = {one.kind for one in self.main.candidates} - WHOLES if self.main else set()
        return None if only and units and only.kind not in (*units, *WHOLES) else only

    def _of_office(self, name: str) -> Decision | None:
        """The one school that the document names for sure, or its one unit, whose office is told to have won."""
        sure = self._names.sure.values()
        if not _OFFICE.match(name) or len({one.unitid for one in sure}) != 1:
            return None
        told = [one for one in sure if one.kind not in WHOLES] or list(sure)
        return told[0] if len(told) == 1 else None

    def is_other(self, decision: Decision | None) -> bool:
        """Whether a school is another than the main one, and no unit of it."""
        main = self.main
        if main is None or decision is None or decision is main:
            return False
        if decision.school_id == main.school_id:
            return decision.school_id is None
        return main.kind != "institution" or decision.unitid != main.unitid

    def is_part(self, decision: Decision | None) -> bool:
        """Whether a school is a unit of the university whose news it is."""
        main = self.main
        whole = main is not None and certain(main) is not None and main.kind == "institution"
        part = decision is not None and certain(decision) is not None and decision.kind not in WHOLES
        return bool(whole and part and main and decision and decision.unitid == main.unitid)

    def _of_page(self) -> Decision | None:
        """The institution whose page it is, where the text names no school and the award is for institutions."""
        if self._document.url is None or self.award in self._known.health:
            return None
        unnamed = self._names.meant(UNNAMED, None, self.award, self.year)
        institutions = [one for one in unnamed.candidates if one.kind == "institution"]
        return self._names.meant(institutions[0].name, None, self.award, self.year) if len(institutions) == 1 else None

    def _stands_for(self, decision: Decision, main: Decision, award: str | None) -> bool:
        """Whether the university is named where its school is meant: the award goes to health units alone, or no win
        of its own is announced.
        """
        parent = decision.kind == "institution" and decision.unitid == main.unitid and main.kind != "institution"
        if (
            not parent
            or (award not in self._known.health and self._prints_both)
            or (award and self.award and self._known.family(award) != self._known.family(self.award))
        ):
            return False
        announced = {self._names.meant(w.school.name, w.school.parent, w.award, w.year).school_id
                     for w in self._reading.wins if w.school and w.basis == "announced" and not w.health
                     and (w.listed or self._told_apart(w))}  # fmt: skip
        return award in self._known.health or decision.school_id not in announced

    @cached_property
    def _prints_both(self) -> bool:
        """Whether the document prints both awards with all of their words: the plain one is the university's own."""
        named = self._reading.awards[:MOST_NAMES]
        return any(one.health for one in named) and any(self.prints_in_full(one.award) for one in named)

    def prints_in_full(self, award: str) -> bool:
        """Whether the document prints an award with all of its words, and not in the short form of another."""
        named = (one for one in self._reading.awards[:MOST_NAMES] if one.award == award and not one.health)
        return any("education" in self._document.text[one.start : one.end].casefold() for one in named)

    def _told_apart(self, win: Win) -> bool:
        """Whether a win is not told in the short words of one's own: of a tier, of the award in full, with "also"."""
        text = self._document.text
        in_full = re.search(r"\beducation\b", text[win.start : win.end], re.IGNORECASE)
        if in_full or self._known.family(win.award) != self._known.family(self.award):
            return True
        begin = max(text.rfind(mark, 0, win.start) for mark in (". ", "\n", "! ", "? ")) + 1
        end = min((at for mark in (". ", "\n") if (at := text.find(mark, win.end)) >= 0), default=len(text))
        return bool(_APART.search(text[begin:end]))

    def _begins(self, name: str) -> bool:
        """Whether a short form is how the words of the main school's name begin: "Lake State" of Lakeside State."""
        named = self._reading.school
        begun = r"\w*\s+".join(map(re.escape, name.split()))
        more = "" if name.casefold() in STATE_CODES else r"(?:[A-Z]\w+\s+)?"
        return bool(named and re.match(rf"(?:The )?{begun}\w*\s+{more}(?:University|College)$", named.name))

    def _core_of(self, name: str, decision: Decision, award: str | None, year: int | None) -> Decision:
        """The decision on the one university whose name is that short form and "University": "Lakeside" in a list."""
        only = decision.candidates[0].name if len(decision.candidates) == 1 else ""
        core = re.escape(name)
        whole = re.fullmatch(rf"{core} (?:University|College)\b.*|(?:The )?University of {core}", only)
        return self._names.alone(only, None, award, year) if whole else decision

    def under(self, university: str, unit: SchoolMention, award: str | None, year: int | None) -> Decision:
        """The decision on a unit of a university that the document does not name."""
        return self._names.alone(unit.name, university, award, year)

    def printed(self, school: SchoolMention | None) -> tuple[str | None, str | None]:
        """The name and its parent as the document prints them."""
        named = school or self._reading.school
        return (named.name, named.parent) if named else (None, None)


def schools_meant(
    text: str, known: Known, own_school: str | None, reading: Reading
) -> Callable[[SchoolMention, str | None, int | None], str | None]:
    """A function that tells the key of the school which a name in a draft means, None where it is not certain; a unit
    without its university is one of that of `own_school`.
    """
    naming = Naming(Document("", text, ""), reading, known)
    own_name = known.names.get(own_school or "", "")
    university = university_in(own_name)

    def meant(school: SchoolMention, award: str | None, year: int | None) -> str | None:
        decision = naming.of(school, award, year, listed=True)
        if own_name.startswith(f"{school.name} ") and certain(decision) not in known.names:
            return own_school  # a short form: "Central" in a draft of Central Lakes University
        if school.unit and _is_own_unit(school, own_name, reading):
            return own_school
        of_another = decision is naming.main and is_another(school, reading.school)
        if certain(decision) is None and school.unit and not school.parent and university:
            return certain(naming.under(university, school, award, year))
        return None if of_another else certain(decision)

    return meant


def _is_own_unit(unit: SchoolMention, own_name: str, reading: Reading) -> bool:
    """Whether a unit is told by the words of the own school's name alone, before another university is named."""
    bare = unit.name.removeprefix("The ")
    whole = unit.parent or ""
    named = [one.start for one in reading.schools if whole and whole in one.name]
    return own_name.endswith(f" {bare}") and unit.start < min(named, default=unit.end)
