"""What a name printed in a document means, by the name itself, the page's address and the rest of the document."""

import re
from dataclasses import replace

from etl.extract.announcement import Document
from etl.proposals_places import Places
from etl.proposals_values import MOST_NAMES, Known, certain
from etl.proposals_wordings import CENTER, HYPHENED, other_ways
from etl.transform.naming.normal import name_key
from etl.transform.schools import Candidate, Decision, PrintedName
from etl.transform.statements import Reading, university_in

SHORTEST_PART = 4
"""Letters of a short form that can be told from the name in full."""
FEWEST_INITIALS = 3
"""Initials that tell one name from others: fewer are many schools'."""
_WHOLE = re.compile(r"\b(?:University|College|School|Institute)\b")
_UNIT_ALONE = re.compile(r"(?:The )?(?P<whose>(?:[A-Z][\w.'-]*\s+)+)(?:School|College|Faculty) of .*")
"""A unit that bears somebody's name, and not that of its university: "the J. R. Hart College of Law"."""
_SHORT_OF_UNIT = re.compile(
    r"(?:The )?(?P<lead>[A-Z]{2,6})(?:'s)?\s+(?P<unit>(?:School|College|Law|Medical|Libraries|Library)\b.*)"
)
_UNIT_OF = re.compile(r"(?:The )?(?P<whose>.+?) (?P<unit>(?:College|School) of .+)")
"""A unit behind the short form of its university."""
FEWEST_TO_TELL = 2
"""Candidates of which something else has to tell the one."""
_UNIT = re.compile(r"(?<=[a-z])(?:'s)?,?\s+(?:(?:[A-Z][\w.]*\s+){0,3})(?:School|College|Faculty) of\s.*$")
WHOLES = frozenset(("institution", "system"))
"""Kinds of school that are no unit of another: a name that can be one of these can stand for any of its winners."""
_INITIALS_FIRST = re.compile(r"([A-Z]{3,})\s+(?=[A-Z])")
_ACRONYM = re.compile(r"[A-Z]{3,}")
_NO_HINT = "unknown name"
"""The rule of a decision to which the name itself has said nothing: candidates come from the page alone."""
FIELDS = {
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
    for field, words in FIELDS.items()
}
"""Words for several schools of one field, of which a list names the universities alone."""


def _initials(name: str) -> str:
    return "".join(re.findall(r"\b[A-Z]", name.removeprefix("The ")))


def _taken(decision: Decision, only: Candidate, rule: str, why: str) -> Decision:
    """The decision for the one of its candidates that something else tells."""
    return replace(
        decision, decision="accepted", school_id=only.school_id, unitid=only.unitid, kind=only.kind,
        rule=rule, why=f"{only.name} {why}",
    )  # fmt: skip


class Names:
    """The names of a document, each asked once; `award` and `year` are those that it announces."""

    def __init__(self, document: Document, reading: Reading, known: Known, award: str | None, year: int | None) -> None:
        self._document = document
        self._known = known
        self._reading = reading
        self._asked: dict[tuple[str, str | None, str | None, int | None], Decision] = {}
        self._places = Places(document, reading)
        self.sure = self._sure(award, year)
        """The decisions on the names of the document that are certain, by school."""

    def meant(self, name: str, parent: str | None, award: str | None, year: int | None) -> Decision:
        """The decision on a name; on a short form, that on the one school it can be that the document names in full."""
        key = (name, parent, award, year)
        if key not in self._asked:
            self._asked[key] = self._decided(*key)
        return self._asked[key]

    def alone(
        self, name: str, parent: str | None, award: str | None, year: int | None, state: str | None = None
    ) -> Decision:
        """The decision on a name by itself, without what else the document tells."""
        url, state = self._document.url, state or self._places.behind.get(name)
        asked = PrintedName(school=name, parent=parent, state=state, award=award, year=year, source_url=url)
        return self._known.resolver.resolve(asked)

    def _decided(self, name: str, parent: str | None, award: str | None, year: int | None) -> Decision:
        decision = self.alone(name, parent, award, year)
        if certain(decision):
            return self._of_the_text(name, parent, award, year) or decision
        ways = (self.alone(*way, award, year) for way in other_ways(name, parent))
        return (
            next((one for one in ways if certain(one)), None)
            or self._told_by_document(name, decision, award, year)
            or self._recorded(name, decision)
            or self._of_field(name, decision, award, year)
            or self._spelled_out(name, parent, award, year)
            or self._of_its_university(name, parent, award, year)
            or self._in_state(name, parent, award, year)
            or self._of_known_initials(name, decision)
            or self._in_town(decision)
            or decision
        )

    def _of_the_text(self, name: str, parent: str | None, award: str | None, year: int | None) -> Decision | None:
        """The decision on a unit that begins as a university of the text does: "Lake State College of Nursing" beside
        "Lake State University" is no school of Lake State College.
        """
        unit = None if parent else _UNIT_OF.fullmatch(name)
        whole = f"{unit['whose']} University" if unit else ""
        if not unit or not any(one.name.removeprefix("The ") == whole for one in self._reading.schools[:MOST_NAMES]):
            return None
        told = self.alone(unit["unit"], whole, award, year)
        return told if certain(told) else None

    def _in_town(self, decision: Decision) -> Decision | None:
        """The decision for the one of several candidates whose town the document names."""
        towns = {one.unitid: self._known.resolver.town(one.unitid) for one in decision.candidates}
        there = {
            unitid
            for unitid, town in towns.items()
            if town and self._places.named(f"{re.escape(town)}|{re.escape(town.upper())}")
        }
        told = [one for one in decision.candidates if one.unitid in there]
        if len(towns) < FEWEST_TO_TELL or len(told) != 1:
            return None
        return _taken(decision, told[0], "the one whose town is named", "is the one whose town the document names")

    def _sure(self, award: str | None, year: int | None) -> dict[str, Decision]:
        some = self._reading.schools[:MOST_NAMES]
        names = dict.fromkeys(
            [*((one.name, one.parent) for one in some), *((one.parent, None) for one in some if one.parent)]
        )
        awards = dict.fromkeys([award, *(one.award for one in self._reading.awards[:MOST_NAMES])])
        asked = (self.alone(name, parent, each, year) for each in awards for name, parent in names)
        return {key: one for one in asked if (key := certain(one))}

    def _told_by_document(self, name: str, decision: Decision, award: str | None, year: int | None) -> Decision | None:
        """The decision where something else in the document tells: a name in full, or initials."""
        first = None if decision.rule == _NO_HINT else self._in_full(name, decision, award, year)
        return first or self._by_initials(name, decision, award, year) or self._longer(name, award, year)

    def _in_full(self, name: str, decision: Decision, award: str | None, year: int | None) -> Decision | None:
        could_be = {one.school_id for one in decision.candidates} & set(self.sure)
        if len(could_be) == 1 and (not _WHOLE.search(name) or self._holds(name)):
            return self.sure[could_be.pop()]
        if told := self._by_unitid(name, decision, award):
            return told
        match = _SHORT_OF_UNIT.fullmatch(name)
        for one in self._reading.schools if match else ():
            own = CENTER.sub("", _UNIT.sub("", one.name))
            if match and not one.unit and _initials(own).endswith(match["lead"].upper()):
                whole = self.alone(match["unit"], own, award, year)
                return whole if certain(whole) else None
        return None

    def _by_unitid(self, name: str, decision: Decision, award: str | None) -> Decision | None:
        """The decision for the one candidate that is a unit of a university which the document names for sure; on a
        word of a university's name, that on its one unit there, for an award that goes to units alone.
        """
        could_be = {one.unitid: one for one in decision.candidates}
        there = [one for one in self.sure.values() if one.unitid in could_be]
        if len(there) != 1:
            return None
        if there[0].kind not in WHOLES:
            own = award in self._known.health and len(could_be) == 1 and not _WHOLE.search(name)
            return there[0] if own else None
        told = [one for one in decision.candidates if one.unitid == there[0].unitid]
        if len(could_be) < FEWEST_TO_TELL or len(told) != 1 or told[0].kind in WHOLES:
            return None
        return _taken(
            decision, told[0], "a unit of the university named", "is of the university that the document names"
        )

    def _holds(self, name: str) -> bool:
        """Whether a longer name in the document holds the words of a name: a system's is no short form of a campus."""
        short = name.removeprefix("The ")
        longer = (one.name for one in self._reading.schools[:MOST_NAMES] if len(one.name) > len(name))
        return any(short in one for one in longer)

    def _by_initials(self, name: str, decision: Decision, award: str | None, year: int | None) -> Decision | None:
        """The decision on the initials of a name, where the document uses them and they mean a school it can be."""
        short = _initials(name)
        if len(short) < FEWEST_INITIALS or not re.search(rf"\b{short}\b", self._document.text):
            return None
        told = self.alone(short, None, award, year)
        could_be = {one.school_id for one in decision.candidates}
        return told if certain(told) in could_be else None

    def _longer(self, name: str, award: str | None, year: int | None) -> Decision | None:
        """The decision on the one longer name in the document that begins or ends with a short form."""
        if _WHOLE.search(name):
            return None
        own = re.escape(name)
        if HYPHENED.fullmatch(name):
            part = rf"{own}[a-z].*"
        elif len(name) < SHORTEST_PART:
            part = rf"{own}-[A-Z]\w+"
        else:
            begun = rf"(?:The )?(?:[A-Z]{{2,5}} )?{own} (?:University|College|(?:School|College) of .*)"
            part = rf"{begun}|.*\bUniversity of (?:\w+ )?{own}|.+ {own} (?:School|College) of .*"
        some = [one.name for one in self._reading.schools[:MOST_NAMES]]
        named = (*some, *(university_in(one) for one in some if own in one))
        longer = {one for one in named if re.fullmatch(part, one)}
        told = [self.meant(one, None, award, year) for one in longer]
        sure = {key: one for one in told if (key := certain(one))}
        return next(iter(sure.values())) if len(sure) == 1 else None

    def _recorded(self, name: str, decision: Decision) -> Decision | None:
        """The decision for the one school of that very name, where no other that it could be has records."""
        own = name_key(name.removeprefix("The "))
        kept = [one for one in decision.candidates if one.school_id in self._known.names]
        only = kept[0] if len(kept) == 1 and name_key(kept[0].name.removeprefix("The ")) == own else None
        if only is None:
            return None
        return _taken(decision, only, "the one with records", "is the one school of that name with records")

    def of_initials(self, name: str, decision: Decision) -> Decision | None:
        """The decision on initials by which only one school goes."""
        only = decision.candidates[0] if len(decision.candidates) == 1 and _ACRONYM.fullmatch(name) else None
        return _taken(decision, only, "the one with those initials", "alone goes by these initials") if only else None

    def _of_known_initials(self, name: str, decision: Decision) -> Decision | None:
        """The same, where that school has records."""
        told = self.of_initials(name, decision)
        return told if told and told.school_id in self._known.names else None

    def _of_field(self, name: str, decision: Decision, award: str | None, year: int | None) -> Decision | None:
        """The decision on the university's school of the one field of which the document names schools."""
        told = [field for field, words in _SCHOOLS_OF.items() if words.search(self._document.text)]
        if award not in self._known.health or len(told) != 1 or not decision.candidates:
            return None
        school = self.alone(f"College of {told[0].title()}", name, award, year)
        return school if certain(school) in {one.school_id for one in decision.candidates} else None

    def _spelled_out(self, name: str, parent: str | None, award: str | None, year: int | None) -> Decision | None:
        """The decision on a unit whose university is printed by initials that mean one with records."""
        lead = _INITIALS_FIRST.match(name) if not parent else None
        whole = self._known.names.get(certain(self.meant(lead[1], None, award, year)) or "") if lead else None
        told = self.alone(f"{whole} {name[lead.end() :]}", None, award, year) if whole and lead else None
        return told if certain(told) else None

    def _of_its_university(self, name: str, parent: str | None, award: str | None, year: int | None) -> Decision | None:
        """The decision on a unit named after somebody, as one of the only university that the document names."""
        own = {one.unitid for one in self.sure.values()}
        unit = _UNIT_ALONE.fullmatch(name)
        if parent or not unit or len(own) != 1:
            return None
        some = [one.name for one in self._reading.schools[:MOST_NAMES]]
        # Or that of another unit with the same name before it: "Wegmans School of Pharmacy" beside that of Nursing.
        named = dict.fromkeys((*some, *(university_in(one) for one in some if unit["whose"] in one)))
        # Asked without the award: one for health units would not go to the university.
        asked = ((one, self.alone(one, None, None, year)) for one in named)
        whole = next((n for n, d in asked if certain(d) and d.kind == "institution" and d.unitid in own), None)
        told = self.alone(name, whole, award, year) if whole else None
        return told if certain(told) else None

    def _in_state(self, name: str, parent: str | None, award: str | None, year: int | None) -> Decision | None:
        """The decision on a name in the one state of which the document speaks."""
        state = None if name in self._places.behind else self._places.only_state
        told = self.alone(name, parent, award, year, state) if state else None
        return told if certain(told) else None
