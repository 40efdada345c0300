"""Which school the names in one document mean."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property

from etl.extract.announcement import Document
from etl.proposals_values import Known, certain
from etl.transform.naming.normal import name_key
from etl.transform.naming.places import stated_code
from etl.transform.schools import Decision, PrintedName
from etl.transform.statements import STATE_NAMES, Reading, SchoolMention, Win, is_another

UNNAMED = "the university"
_APART = re.compile(
    r"\b(?:also|too|as well|itself|as a whole|both|each|likewise|and (?:its|the)|joins?|along with|other|"
    r"in (?:september|october|november)|earlier this)\b",
    re.IGNORECASE,
)

_WHOLE_BEHIND = re.compile(r",?\s+(?:itself|as a whole)\b|[^.;]{0,60}\bfor the university as a whole\b")
"""What sets a university apart from its school behind its name."""
SHORTEST_PART = 4
"""Letters of a short form that can be told from the name in full."""
_WHOLE = re.compile(r"\b(?:University|College|School|Institute)\b")
FEWEST_INITIALS = 3
"""Initials that tell one name from others: fewer are many schools'."""
_WHOLES = frozenset(("institution", "system"))
"""Kinds of school that are no unit of another: a name that can be one of these can stand for any of its winners."""
MOST_NAMES = 400
"""Names of a document that are held against each other: a magazine has more."""
_SHORT_OF_UNIT = re.compile(
    r"(?:The )?(?P<lead>[A-Z]{2,6})(?:'s)?\s+(?P<unit>(?:School|College|Law|Medical|Libraries|Library)\b.*)"
)


_CENTER = re.compile(r"(?:'s)?\s+(?:Academic\s+)?(?:Health|Medical)(?:\s+Sciences?)?\s+(?:Center|Campus)$")
"""What stands behind a university's name where its health schools are meant together."""
_UNIT = re.compile(r"(?<=[a-z])(?:'s)?,?\s+(?:(?:[A-Z][\w.]*\s+){0,3})(?:School|College|Faculty) of\s.*$")


_OWNED = re.compile(r"(?:The )?(?P<owner>.+?)'s?\s+(?P<unit>(?:[A-Z][\w.'-]*\s+)*(?:School|College|Faculty)\b.*)")
"""A unit behind the name of the university whose it is: "Lakeside's Hart College of Medicine"."""


_SHORT_UNIT = re.compile(
    r"(?:The )?(?P<owner>.+?)'?s?\s+"
    r"(?P<field>Pharmacy|Nursing|Dentistry|Medicine|Law|Optometry|Public Health|Veterinary Medicine)"
)
"""A university and a field alone: "Lakeside Pharmacy"."""


_PLACED = re.compile(
    r"(?P<name>.*\b(?:School|College|Faculty) of (?:\w+ )?(?:Medicine|Nursing|Dentistry|Pharmacy|Optometry|Law))\s+"
    r"[A-Z][a-z]+"
)
"""A unit with the place of its campus behind its name: "Lakeside College of Osteopathic Medicine Harbor"."""
_WITH_MORE = re.compile(r"(?P<name>.*\b(?:School|College) of \w+(?: (?!and\b)\w+)?)\s+(?:&|and)\s+[A-Z].*")
"""A unit with more behind its name: "Lakeside College of Dentistry & Dental Clinics"."""
_TOWN = r"[A-Z][\w'-]+(?:\s[A-Z][\w'-]+)?,\s+"
_STATE = r"[A-Z][a-z]+(?:\s[A-Z][a-z]+)?"
_PLACE_BEHIND = re.compile(
    rf",\s+{_TOWN}(?P<short>[A-Z]\w*\.(?:[A-Z]\.)*|[A-Z]{{2}}\b)|,\s+{_TOWN}(?P<ends>{_STATE})\.?\s*(?:\n|$)"
    rf"|\s+in\s+{_TOWN}(?P<told>{_STATE})\b|\s+\((?:{_TOWN})?(?P<closed>[A-Z][\w.]+)\)"
)
"""A town and its state behind a name: ", Hart, Ill.", " in Hart, Illinois"; in brackets a state alone, too: "(NY)".
In a list, a state without a town is another school.
"""
_HYPHENED = re.compile(r"[A-Z]{2,4}-[A-Z]")
"""Initials parted by a hyphen: "UL-H"."""
_NO_HINT = "unknown name"
"""The rule of a decision to which the name itself has said nothing: candidates come from the page alone."""
_FIELDS = {
    "veterinary medicine": r"veterinary(?: medical)?|vet",
    "nursing": r"nursing",
    "dentistry": r"dental",
    "pharmacy": r"pharmacy",
    "optometry": r"optometry",
    "medicine": r"(?<!veterinary )medical",
    "public health": r"public health",
}
"""How schools of a field are called, by the field."""
_SCHOOLS_OF = {
    field: re.compile(rf"\b(?:{words})\s+(?:schools|colleges)\b|\b(?:schools|colleges)\s+of\s+{field}\b", re.IGNORECASE)
    for field, words in _FIELDS.items()
}
"""Words for several schools of one field, of which a list names the universities alone."""
_STATES = "|".join(sorted(STATE_NAMES.values(), key=len, reverse=True))
_IN_STATE = re.compile(rf"\b(?:{_STATES})\b")


def _initials(name: str) -> str:
    return "".join(re.findall(r"\b[A-Z]", name.removeprefix("The ")))


class Naming:
    """Ties the names in one document to schools; asked with the document's address as evidence."""

    def __init__(self, document: Document, reading: Reading, known: Known) -> None:
        self._document = document
        self._known = known
        self._reading = reading
        self._asked: dict[tuple[str, str | None, str | None, int | None], Decision] = {}
        announced = sorted((win for win in reading.wins if win.basis == "announced"), key=lambda win: not win.health)
        first = next(iter(announced), None)
        self.award: str | None = first.award if first else None
        self.year: int | None = first.year if first else None
        named = reading.school
        self.main: Decision | None = None
        self._states = self._states_behind()
        self._full = self._certain()
        own = next((win for win in announced if named and win.school and win.school.name == named.name), first)
        won = own.award if own else None
        self.main = self._resolved(named.name, named.parent, won, self.year) if named else self._of_page()
        if named and certain(self.main) is None:
            self.main = self._only_winner(announced) or self.main

    def of(
        self, school: SchoolMention | None, award: str | None, year: int | None, *, listed: bool = False
    ) -> Decision | None:
        """The decision on a name, on the main school's for none; of a parent named for its unit, the unit's.

        A school that is `listed` beside others stands for itself.
        """
        if school is None:
            return self.main
        decision, main = self._resolved(school.name, school.parent, award, year), self.main
        if main is None or decision.school_id == main.school_id:
            return decision
        if listed:
            return decision if certain(decision) else self._of_list(school, decision, award, year)
        apart = _WHOLE_BEHIND.match(self._document.text, school.end)
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
        told = [self._resolved(w.school.name, w.school.parent, w.award, w.year) for w in announced if w.school]
        sure = {key: one for one in told if (key := certain(one))}
        only = next(iter(sure.values())) if len(sure) == 1 else None
        units = {one.kind for one in self.main.candidates} - _WHOLES if self.main else set()
        return None if only and units and only.kind not in (*units, *_WHOLES) else only

    def is_other(self, decision: Decision | None) -> bool:
        """Whether a school is another than the main one, and no unit of it."""
        main = self.main
        if main is None or decision is None or decision is main:
            return False
        if decision.school_id == main.school_id:
            return decision.school_id is None
        return main.kind != "institution" or decision.unitid != main.unitid

    def _of_page(self) -> Decision | None:
        """The institution whose page it is, where the text names no school and the award is for institutions."""
        if self._document.url is None or self.award in self._known.health:
            return None
        unnamed = self._resolved(UNNAMED, None, self.award, self.year)
        institutions = [one for one in unnamed.candidates if one.kind == "institution"]
        return self._resolved(institutions[0].name, None, self.award, self.year) if len(institutions) == 1 else None

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
        announced = {self._resolved(w.school.name, w.school.parent, w.award, w.year).school_id
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

    def _resolved(self, name: str, parent: str | None, award: str | None, year: int | None) -> Decision:
        """The decision on a name; on a short form, that on the one school it can be that the document names in full."""
        key = (name, parent, award, year)
        if key not in self._asked:
            decision = self._ask(name, parent, award, year)
            if certain(decision) is None and parent and (whole := _CENTER.sub("", parent)) != parent:
                decision = self._ask(name, whole, award, year)
            owned = _OWNED.fullmatch(name) if certain(decision) is None and not parent else None
            if owned and certain(of_owner := self._ask(owned["unit"], owned["owner"], award, year)):
                decision = of_owner
            field = _SHORT_UNIT.fullmatch(name) if certain(decision) is None else None
            owner = parent or field["owner"] if field else None
            if field and certain(of_field := self._ask(f"College of {field['field']}", owner, award, year)):
                decision = of_field
            placed = (_PLACED.fullmatch(name) or _WITH_MORE.fullmatch(name)) if certain(decision) is None else None
            if placed and certain(of_unit := self._ask(placed["name"], parent, award, year)):
                decision = of_unit
            if certain(decision) is None and _HYPHENED.fullmatch(name):
                decision = self._ask(name.replace("-", ""), parent, award, year)
            if certain(decision) is None:
                decision = (
                    self._told_by_document(name, decision, award, year)
                    or self._recorded(name, decision)
                    or self._of_field(name, decision, award, year)
                    or self._in_state(name, parent, award, year)
                    or decision
                )
            self._asked[key] = decision
        return self._asked[key]

    def _of_field(self, name: str, decision: Decision, award: str | None, year: int | None) -> Decision | None:
        """The decision on the university's school of the one field of which the document names schools."""
        told = [field for field, words in _SCHOOLS_OF.items() if words.search(self._document.text)]
        if award not in self._known.health or len(told) != 1 or not decision.candidates:
            return None
        school = self._ask(f"College of {told[0].title()}", name, award, year)
        return school if certain(school) in {one.school_id for one in decision.candidates} else None

    def _in_state(self, name: str, parent: str | None, award: str | None, year: int | None) -> Decision | None:
        """The decision on a name in the one state of which the document speaks."""
        state = self._state
        told = self._ask(name, parent, award, year, state) if state and name not in self._states else None
        return told if certain(told) else None

    @cached_property
    def _state(self) -> str | None:
        """The one state that the document names, but in the names of schools."""
        named = self._reading.schools[:MOST_NAMES]
        found = {
            match[0]
            for match in _IN_STATE.finditer(self._document.text)
            if not any(one.start <= match.start() < one.end for one in named)
        }
        return stated_code(found.pop()) if len(found) == 1 else None

    def _ask(
        self, name: str, parent: str | None, award: str | None, year: int | None, state: str | None = None
    ) -> Decision:
        url, state = self._document.url, state or self._states.get(name)
        asked = PrintedName(school=name, parent=parent, state=state, award=award, year=year, source_url=url)
        return self._known.resolver.resolve(asked)

    def _recorded(self, name: str, decision: Decision) -> Decision | None:
        """The decision for the one school of that very name, where no other that it could be has records."""
        own = name_key(name.removeprefix("The "))
        kept = [one for one in decision.candidates if one.school_id in self._known.names]
        only = kept[0] if len(kept) == 1 and name_key(kept[0].name.removeprefix("The ")) == own else None
        if only is None:
            return None
        return replace(
            decision, decision="accepted", school_id=only.school_id, unitid=only.unitid, kind=only.kind,
            rule="the one with records", why=f"{only.name} is the one school of that name with records",
        )  # fmt: skip

    def _states_behind(self) -> dict[str, str]:
        """The state by the name behind which the document prints it: "Lakeside College, Hart, Ill."."""
        found = (
            (one.name, stated_code(match[match.lastgroup or 0]))
            for one in self._reading.schools[:MOST_NAMES]
            if (match := _PLACE_BEHIND.match(self._document.text, one.end))
        )
        return {name: state for name, state in found if state}

    def _certain(self) -> dict[str, Decision]:
        """The decisions on the names of the document that are certain, by school."""
        some = self._reading.schools[:MOST_NAMES]
        names = dict.fromkeys(
            [*((one.name, one.parent) for one in some), *((one.parent, None) for one in some if one.parent)]
        )
        awards = dict.fromkeys([self.award, *(award.award for award in self._reading.awards[:MOST_NAMES])])
        asked = (self._ask(name, parent, award, self.year) for award in awards for name, parent in names)
        return {key: one for one in asked if (key := certain(one))}

    def _begins(self, name: str) -> bool:
        """Whether a short form is how the name of the main school begins: "Lakeside State" of its university."""
        named = self._reading.school
        whole = re.match(rf"(?:The )?{re.escape(name)}\s+(?:University|College)$", named.name) if named else None
        return whole is not None

    def _core_of(self, name: str, decision: Decision, award: str | None, year: int | None) -> Decision:
        """The decision on the one university whose name is that short form and "University": "Lakeside" in a list."""
        wholes = (f"{name} University", f"{name} College", f"University of {name}", f"The University of {name}")
        only = decision.candidates[0].name if len(decision.candidates) == 1 else ""
        return self._ask(only, None, award, year) if only in wholes else decision

    def _told_by_document(self, name: str, decision: Decision, award: str | None, year: int | None) -> Decision | None:
        """The decision where something else in the document tells: a name in full, or initials."""
        first = None if decision.rule == _NO_HINT else self._in_full(name, decision, award, year)
        return first or self._by_initials(name, decision, award, year) or self._longer(name, award, year)

    def _longer(self, name: str, award: str | None, year: int | None) -> Decision | None:
        """The decision on the one longer name in the document that begins or ends with a short form."""
        if _WHOLE.search(name):
            return None
        own = re.escape(name)
        if _HYPHENED.fullmatch(name):
            part = rf"{own}[a-z].*"
        elif len(name) < SHORTEST_PART:
            part = rf"{own}-[A-Z]\w+"
        else:
            begun = rf"(?:The )?(?:[A-Z]{{2,5}} )?{own} (?:University|College|(?:School|College) of .*)"
            part = rf"{begun}|.*\bUniversity of (?:\w+ )?{own}"
        longer = {one.name for one in self._reading.schools[:MOST_NAMES] if re.fullmatch(part, one.name)}
        told = [self._resolved(one, None, award, year) for one in longer]
        sure = {key: one for one in told if (key := certain(one))}
        return next(iter(sure.values())) if len(sure) == 1 else None

    def _by_initials(self, name: str, decision: Decision, award: str | None, year: int | None) -> Decision | None:
        """The decision on the initials of a name, where the document uses them and they mean a school it can be."""
        short = _initials(name)
        if len(short) < FEWEST_INITIALS or not re.search(rf"\b{short}\b", self._document.text):
            return None
        told = self._ask(short, None, award, year)
        could_be = {one.school_id for one in decision.candidates}
        return told if certain(told) in could_be else None

    def _in_full(self, name: str, decision: Decision, award: str | None, year: int | None) -> Decision | None:
        could_be = {one.school_id for one in decision.candidates} & set(self._full)
        if len(could_be) == 1 and (not _WHOLE.search(name) or self._holds(name)):
            return self._full[could_be.pop()]
        match = _SHORT_OF_UNIT.fullmatch(name)
        for one in self._reading.schools if match else ():
            own = _CENTER.sub("", _UNIT.sub("", one.name))
            if match and not one.unit and _initials(own).endswith(match["lead"].upper()):
                whole = self._ask(match["unit"], own, award, year)
                return whole if certain(whole) else None
        return None

    def _holds(self, name: str) -> bool:
        """Whether a longer name in the document holds the words of a name: a system's is no short form of a campus."""
        short = name.removeprefix("The ")
        longer = (one.name for one in self._reading.schools[:MOST_NAMES] if len(one.name) > len(name))
        return any(short in one for one in longer)

    def printed(self, school: SchoolMention | None) -> tuple[str | None, str | None]:
        """The name and its parent as the document prints them."""
        named = school or self._reading.school
        return (named.name, named.parent) if named else (None, None)


def schools_meant(
    text: str, known: Known, reading: Reading
) -> Callable[[SchoolMention, str | None, int | None], str | None]:
    """A function that tells the key of the school which a name in a draft means, None where it is not certain."""
    naming = Naming(Document("", text, ""), reading, known)

    def meant(school: SchoolMention, award: str | None, year: int | None) -> str | None:
        decision = naming.of(school, award, year, listed=True)
        of_another = decision is naming.main and is_another(school, reading.school)
        return None if of_another else certain(decision)

    return meant
