"""The ways to read a printed name: which words name an institution, which a unit, which a donor, what is left over."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from etl.transform.naming.directory import Directory
from etl.transform.naming.forms import NOUNS, Form, Rank
from etl.transform.naming.initials import kinds_of_initials, parted
from etl.transform.naming.kinds_of_school import Unit, UnitSpan, bare_unit, default_title, units_in
from etl.transform.naming.normal import CONNECTORS, key
from etl.transform.naming.places import CODES, STATES

MAX_DONOR_WORDS = 9
_NO_DONORS = frozenset(
    "office department division program programs program's initiative project association society foundation fund hospital "
    "hospitals childrens clinic center student students alumni affairs diversity inclusion equity development relations "
    "award awards winner magazine network group committee council former formerly system systems health "
    "academic provost dean deans chancellor president equal opportunity access engagement outreach multicultural".split()
)


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a name. `forms` are what the institution's words may mean, empty when none are printed;
    `units` what the unit may be, empty for a whole institution; `place` the words after the unit that name a place;
    `donors` words before it; `left` what no rule explains: such a reading is only good for a candidate."""

    forms: tuple[Form, ...] = ()
    units: tuple[Unit, ...] = ()
    place: str = ""
    donors: str = ""
    left: str = ""
    institution: str = ""
    prefix: str = ""
    """Initials of an institution, drawn together with those of the unit: they must agree with it."""
    needs_parent: bool = False
    """Whether the unit means nothing without a printed parent: only a subject ("Nursing"), or words before it that
    another institution is called by."""

    @property
    def rank(self) -> Rank | None:
        """The rank of the institution's form, None when no institution is printed."""
        return self.forms[0].rank if self.forms else None


class Reader:
    """Reads names against a directory."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory

    def readings(self, parts: list[str]) -> tuple[list[Reading], tuple[UnitSpan, ...]]:
        """The readings of the words, and the units found in them. A whole name that is known is the only reading."""
        whole = self._forms(parts)
        if whole and whole[0].rank is Rank.OFFICIAL and not whole[0].former:
            return [Reading(whole, institution=key(parts))], ()
        spans = tuple(units_in(" ".join(parts)))
        if whole and whole[0].rank >= Rank.FAMILY:
            return [self._whole(whole, parts, spans)], ()
        found = [self._whole(whole, parts, spans)] if whole else []
        found += self._begun_with_institution(parts)
        found += self._ended_with_institution(parts, spans)
        if not any(reading.rank and reading.rank >= Rank.FAMILY for reading in found):
            named = any(reading.forms and not reading.left for reading in found)
            found += (replace(alone, needs_parent=alone.needs_parent or named) for alone in self._unit_alone(parts, spans))
        return found, spans

    def whole(self, parts: list[str]) -> Reading | None:
        """The words as one long name of an institution, None when they are none."""
        forms = self._forms(parts)
        if not forms or forms[0].rank < Rank.LONG:
            return None
        return self._whole(forms, parts, tuple(units_in(" ".join(parts))))

    def is_unit_alone(self, parts: list[str]) -> bool:
        """Whether the words name a unit and no institution."""
        readings, _ = self.readings(parts)
        return bool(readings) and all(not reading.forms and reading.units for reading in readings)

    def explains(self, parts: list[str]) -> bool:
        """Whether words in brackets only say again what stands outside: initials of the unit, a unit, a place."""
        known = any(kinds_of_initials(part) for part in parts) or next(units_in(" ".join(parts)), None) is not None
        return known or self._is_place(parts) or parts[0] in ("formerly", "now", "previously")

    def _whole(self, forms: tuple[Form, ...], parts: list[str], spans: tuple[UnitSpan, ...]) -> Reading:
        """The whole name as an institution; or as its unit, where an alias or a name of the past words a unit that the
        institution as a whole is not, such as "UT Southwestern Medical School" or a law school that merged."""
        kinds = {self._directory.kinds[form.unitid] for form in forms}
        units = (spans[-1].unit,) if spans and spans[-1].unit.kind not in kinds else ()
        return Reading(forms, units, institution=key(parts))

    def _forms(self, parts: list[str]) -> tuple[Form, ...]:
        text = key(parts)
        found = self._directory.found(text)
        if not found and len(text) > 7:
            found = self._directory.found_run_together(text)
        return found

    def _begun_with_institution(self, parts: list[str]) -> Iterator[Reading]:
        taken = 0
        for size in range(len(parts) - 1, 0, -1):
            if parts[size - 1] in CONNECTORS:
                continue
            forms = self._forms(parts[:size])
            if forms:
                yield self._with_rest(forms, parts[:size], parts[size:])
                taken += 1
                if taken == 3 or forms[0].rank >= Rank.FAMILY:
                    return

    def _with_rest(self, forms: tuple[Form, ...], begun: list[str], rest: list[str]) -> Reading:
        institution = key(begun)
        rest = _stripped(rest)
        text = " ".join(rest)
        if not rest or rest == ["campus"] or self._is_system_of(forms, rest):
            return Reading(forms, institution=institution)
        if self._is_place(rest):
            return Reading(forms, place=key(rest), institution=institution)
        unit = bare_unit(text)
        if unit:
            return Reading(forms, (unit,), institution=institution)
        units = _by_initials(rest)
        if units:
            return Reading(forms, units, institution=institution)
        spans = tuple(units_in(text))
        if len(spans) != 1 or spans[0].several:
            return Reading(forms, left=text, institution=institution)
        span = spans[0]
        donors, after = _stripped(rest[: span.start]), _stripped(rest[span.end :])
        if not self._are_donors(donors):
            return Reading(forms, left=text, institution=institution)
        place, left = ("", after) if not self._is_place(after) else (key(after), [])
        if self._is_place(donors):
            donors, place = [], key(donors)
        return Reading(forms, (span.unit,), place, " ".join(donors), " ".join(left), institution)

    def _is_system_of(self, forms: tuple[Form, ...], rest: list[str]) -> bool:
        """Whether the rest is the system that the institution belongs to: "Binghamton University, SUNY"."""
        members = self._directory.of_system(key(rest))
        return any(form.unitid in members for form in forms)

    def _ended_with_institution(self, parts: list[str], spans: tuple[UnitSpan, ...]) -> Iterator[Reading]:
        if not spans or spans[0].several:
            return
        span = spans[0]
        donors, after = _stripped(parts[: span.start]), _stripped(parts[span.end :])
        if not after or not self._are_donors(donors):
            return
        for size in range(len(after), 0, -1):
            forms = self._forms(after[:size])
            rest = _stripped(after[size:])
            if forms and (not rest or self._is_place(rest)):
                place = key(rest)
                yield Reading(forms, (span.unit,), place, " ".join(donors), "", key(after[:size]))
                return

    def _unit_alone(self, parts: list[str], spans: tuple[UnitSpan, ...]) -> Iterator[Reading]:
        unit = bare_unit(" ".join(parts))
        if unit:
            yield Reading((), (unit,), needs_parent=True)
            return
        if len(parts) == 1 or self._is_place(parts[1:]):
            place = key(parts[1:])
            units = _by_initials(parts[:1])
            if units:
                yield Reading((), units, place)
            for prefix, kinds in parted(parts[0]):
                yield Reading((), tuple(Unit(kind, "", default_title(kind), True) for kind in kinds), place, prefix=prefix)
            return
        if len(spans) == 1 and not spans[0].several:
            yield self._alone(parts, spans[0])

    def _alone(self, parts: list[str], span: UnitSpan) -> Reading:
        donors, after = _stripped(parts[: span.start]), _stripped(parts[span.end :])
        left = [] if self._is_place(after) else after
        if not self._are_donors(donors):
            left = donors + left
        return Reading((), (span.unit,), key(after) if not left else "", " ".join(donors), " ".join(left))

    def _is_place(self, parts: list[str]) -> bool:
        """Whether the words are a city, a state, or both."""
        parts = [part for part in parts if part not in ("campus", "in", "at")]
        text = key(parts)
        if text in self._directory.cities or text in CODES:
            return True
        for size in range(1, len(parts)):
            city, state = key(parts[:size]), " ".join(parts[size:])
            if city in self._directory.cities and (state in CODES or state.upper() in STATES):
                return True
        return False

    def _are_donors(self, parts: list[str]) -> bool:
        """Whether words before a unit can be the persons it is named for: no offices, no second institution."""
        if len(parts) > MAX_DONOR_WORDS or (NOUNS - {"institute"}).intersection(parts) or _NO_DONORS.intersection(parts):
            return False
        return not any(part in CODES for part in parts)


def _stripped(parts: list[str]) -> list[str]:
    start, end = 0, len(parts)
    while start < end and parts[start] in CONNECTORS:
        start += 1
    while end > start and parts[end - 1] in CONNECTORS:
        end -= 1
    return parts[start:end]


def _by_initials(parts: list[str]) -> tuple[Unit, ...]:
    if len(parts) != 1:
        return ()
    return tuple(Unit(kind, "", default_title(kind), True) for kind in kinds_of_initials(parts[0]))
