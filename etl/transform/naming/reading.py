"""The ways to read a printed name: which words name an institution, which a unit, which a donor, what is left over."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from etl.transform.naming.directory import Directory
from etl.transform.naming.forms import Form, Rank
from etl.transform.naming.initials import kinds_of_initials, parted
from etl.transform.naming.kinds_of_school import Unit, UnitSpan, bare_unit, default_title, units_in
from etl.transform.naming.memory import Memory
from etl.transform.naming.normal import CONNECTORS, key
from etl.transform.naming.surroundings import are_donors, are_place, stripped

MOST_BEGINNINGS = 3
REMEMBERED = 20_000
SHORTEST_RUN_TOGETHER = 8


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a name.

    `forms` are what the institution's words may mean, empty when none are printed, and `institution` is their key;
    `units` what the unit may be, empty for a whole institution; `place` the key of a place after it, or before it where
    `place_first`; `donors` the words before the unit; `left` what no rule explains: such a reading is only good for a
    candidate. `prefix` are initials of an institution drawn together with those of the unit. A unit that `needs_parent`
    means nothing without a printed one: it is only a subject ("Nursing"), or the words before it are what another
    institution is called.
    """

    forms: tuple[Form, ...] = ()
    units: tuple[Unit, ...] = ()
    place: str = ""
    donors: str = ""
    left: str = ""
    institution: str = ""
    prefix: str = ""
    needs_parent: bool = False
    place_first: bool = False

    @property
    def rank(self) -> Rank | None:
        """The rank of the institution's form, None when no institution is printed."""
        return self.forms[0].rank if self.forms else None


class Reader:
    """Reads names against a directory."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory
        self._remembered = Memory(self._read, REMEMBERED)

    def readings(self, parts: list[str]) -> list[Reading]:
        """The readings of the words, whatever they are printed beside. A whole name that is known is the only one."""
        return list(self._remembered[tuple(parts)])

    def _read(self, read: tuple[str, ...]) -> list[Reading]:
        parts = list(read)
        whole = self._forms(parts)
        if whole and whole[0].is_name:
            return [Reading(whole, institution=key(parts))]
        spans = tuple(units_in(" ".join(parts)))
        found = [self._whole(whole, parts, spans)] if whole else []
        if whole and whole[0].rank >= Rank.FAMILY:
            return found
        found += self._begun_with_institution(parts)
        found += self._ended_with_institution(parts, spans)
        if not any(reading.rank and reading.rank >= Rank.FAMILY for reading in found):
            named = any(reading.forms and not reading.left for reading in found)
            alone = self._unit_alone(parts, spans)
            found += (replace(reading, needs_parent=reading.needs_parent or named) for reading in alone)
        return found

    def whole(self, parts: list[str]) -> Reading | None:
        """The words as one long name of an institution, None when they are none."""
        forms = self._forms(parts)
        if not forms or forms[0].rank < Rank.LONG:
            return None
        return self._whole(forms, parts, tuple(units_in(" ".join(parts))))

    def is_unit_alone(self, parts: list[str]) -> bool:
        """Whether the words name a unit and no institution."""
        readings = self.readings(parts)
        return bool(readings) and all(not reading.forms and reading.units for reading in readings)

    def explains(self, parts: list[str]) -> bool:
        """Whether words in brackets only say again what stands outside: initials of the unit, a unit, a place."""
        known = any(kinds_of_initials(part) for part in parts) or next(units_in(" ".join(parts)), None) is not None
        return known or self._are_place(parts) or parts[0] in ("formerly", "now", "previously")

    def _whole(self, forms: tuple[Form, ...], parts: list[str], spans: tuple[UnitSpan, ...]) -> Reading:
        """The whole name as an institution; or as its unit, where an alias or a name of the past words a unit that the
        institution as a whole is not, such as "UT Southwestern Medical School" or a law school that merged.
        """
        kinds = {self._directory.kinds[form.unitid] for form in forms}
        units = (spans[-1].unit,) if spans and spans[-1].unit.kind not in kinds else ()
        return Reading(forms, units, institution=key(parts))

    def _forms(self, parts: Sequence[str]) -> tuple[Form, ...]:
        text = key(parts)
        found = self._directory.found(text)
        return found or (self._directory.found_run_together(text) if len(text) >= SHORTEST_RUN_TOGETHER else ())

    def _are_place(self, parts: list[str]) -> bool:
        return are_place(parts, self._directory.cities)

    def _begun_with_institution(self, parts: list[str]) -> Iterator[Reading]:
        """The readings with the longest beginnings that name an institution."""
        taken = 0
        for size in range(len(parts) - 1, 0, -1):
            forms = self._forms(parts[:size]) if parts[size - 1] not in CONNECTORS else ()
            if not forms:
                continue
            yield replace(self._of_rest(forms, stripped(parts[size:])), forms=forms, institution=key(parts[:size]))
            taken += 1
            if taken == MOST_BEGINNINGS or forms[0].rank >= Rank.FAMILY:
                return

    def _of_rest(self, forms: tuple[Form, ...], rest: list[str]) -> Reading:
        """What follows an institution: nothing, its system, a place, or a unit."""
        text = " ".join(rest)
        if text in ("", "campus") or self._is_system_of(forms, rest):
            return Reading()
        if self._are_place(rest):
            return Reading(place=key(rest))
        unit = bare_unit(text)
        units = (unit,) if unit else _by_initials(rest)
        return Reading(units=units) if units else self._of_unit(rest, tuple(units_in(text)))

    def _of_unit(self, parts: list[str], spans: tuple[UnitSpan, ...]) -> Reading:
        """A unit with donors or a campus before it and a place after it."""
        if len(spans) != 1 or spans[0].listed:
            return Reading(left=" ".join(parts))
        before, after = stripped(parts[: spans[0].start]), stripped(parts[spans[0].end :])
        # "USF Health Morsani College of Medicine": the university calls its health schools so together.
        before = before[1:] if before[:1] == ["health"] else before
        if not are_donors(before):
            return Reading((), (spans[0].unit,), left=" ".join([*before, *after]))
        left = [] if self._are_place(after) else after
        first = self._are_place(before)
        place = key(before) if first else "" if left else key(after)
        donors = "" if first else " ".join(before)
        return Reading((), (spans[0].unit,), place, donors, " ".join(left), place_first=first)

    def _is_system_of(self, forms: tuple[Form, ...], rest: list[str]) -> bool:
        """Whether the rest is the system that the institution belongs to: "Binghamton University, SUNY"."""
        members = self._directory.of_system(key(rest))
        return any(form.unitid in members for form in forms)

    def _ended_with_institution(self, parts: list[str], spans: tuple[UnitSpan, ...]) -> Iterator[Reading]:
        if not spans or spans[0].listed:
            return
        donors, after = stripped(parts[: spans[0].start]), stripped(parts[spans[0].end :])
        if not are_donors(donors):
            return
        for size in range(len(after), 0, -1):
            forms, rest = self._forms(after[:size]), stripped(after[size:])
            if forms and (not rest or self._are_place(rest)):
                yield Reading(forms, (spans[0].unit,), key(rest), " ".join(donors), institution=key(after[:size]))
                return

    def _unit_alone(self, parts: list[str], spans: tuple[UnitSpan, ...]) -> Iterator[Reading]:
        """The unit of a text that names no institution for certain: a subject, initials, or a worded unit."""
        unit = bare_unit(" ".join(parts))
        if unit:
            yield Reading((), (unit,), needs_parent=True)
        elif len(parts) == 1 or self._are_place(parts[1:]):
            yield from _of_initials(parts[0], key(parts[1:]))
        elif len(spans) == 1 and not spans[0].listed:
            yield self._of_unit(parts, spans)


def _of_initials(word: str, place: str) -> Iterator[Reading]:
    units = _by_initials([word])
    if units:
        yield Reading((), units, place)
    for prefix, kinds in parted(word):
        yield Reading((), _titled(kinds), place, prefix=prefix)


def _by_initials(parts: list[str]) -> tuple[Unit, ...]:
    return _titled(kinds_of_initials(parts[0])) if len(parts) == 1 else ()


def _titled(kinds: tuple[str, ...]) -> tuple[Unit, ...]:
    return tuple(Unit(kind, "", default_title(kind), True) for kind in kinds)
