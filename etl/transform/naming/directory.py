"""The directory in memory: which institutions a form of a name may mean, and what is known of them."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from etl.transform.naming.branches import Families, branch_forms, grouped, keep_best, system_forms
from etl.transform.naming.forms import NOUNS, Form, Rank
from etl.transform.naming.initials import initials
from etl.transform.naming.normal import key, words
from etl.transform.naming.shortforms import forms_of
from etl.transform.naming.standing import kind_of_institution
from etl.transform.naming.values import Institution
from etl.transform.naming.web import Hosts, named_by_label


class Directory:
    """All institutions, found by any form of their names, by web domain and by system. It never changes once made.

    `institutions` by UNITID; `kinds`, what each is as a whole; `forms` by key; `cities`, the keys of all cities.
    Institutions that merged are found under the one they merged into.
    """

    def __init__(self, institutions: Iterable[Institution]) -> None:
        self.institutions: Mapping[str, Institution] = {one.unitid: one for one in institutions}
        self.kinds = {unitid: kind_of_institution(one) for unitid, one in self.institutions.items()}
        self._successors = {unitid: _last_successor(unitid, self.institutions) for unitid in self.institutions}
        self.forms = self._all_forms()
        self._names = sorted(
            {(form.key, form.unitid) for found in self.forms.values() for form in found if form.is_name}
        )
        self._run_together = {
            text.replace(" ", ""): text for text, found in self.forms.items() if found[0].rank >= Rank.FAMILY
        }
        current = [one for unitid, one in self.institutions.items() if self._successors[unitid] == unitid]
        self.hosts = Hosts(current)
        self._systems = _systems(current)
        self._placed = {(key(words(one.city)), one.state) for one in self.institutions.values() if one.city}
        self.cities = {city for city, _ in self._placed} - NOUNS

    def is_elsewhere(self, city: str, unitid: str) -> bool:
        """Whether a city of that key is known, but not in the state of the institution."""
        return city in self.cities and (city, self.institutions[unitid].state) not in self._placed

    def _all_forms(self) -> dict[str, tuple[Form, ...]]:
        best: dict[tuple[str, str], Form] = {}
        labelled = named_by_label(self.institutions.values())
        for institution in self.institutions.values():
            for form in self._forms_of(institution, labelled):
                keep_best(best, self._current(form, institution))
        for form in tuple(branch_forms(best.values())):
            keep_best(best, form)
        families = Families(best.values(), {unitid: one.state for unitid, one in self.institutions.items()})
        return grouped(map(families.joined, best.values()))

    def _forms_of(self, institution: Institution, labelled: frozenset[str]) -> Iterator[Form]:
        """The forms of an institution; the office of a system has not the short forms of the university it is for."""
        is_system = self.kinds[institution.unitid] == "system"
        for form in forms_of(institution, labelled=institution.unitid in labelled):
            if not is_system or form.rank is Rank.OFFICIAL or form.listed:
                yield form
        if is_system:
            yield from system_forms(institution)

    def _current(self, form: Form, institution: Institution) -> Form:
        """The form under the institution's successor; names of closed institutions are names of the past."""
        successor = self._successors[form.unitid]
        former = form.former or not institution.active
        if (successor, former) == (form.unitid, form.former) and not form.merged:
            return form
        return replace(form, unitid=successor, former=former, merged=successor != form.unitid)

    def current(self, unitid: str) -> str:
        """The institution's UNITID, or that of the one it merged into."""
        return self._successors.get(unitid, unitid)

    def found(self, text: str) -> tuple[Form, ...]:
        """The forms of that key, those that say most first."""
        return self.forms.get(text, ())

    def found_run_together(self, text: str) -> tuple[Form, ...]:
        """The forms of full names that differ from the key in blanks only."""
        return self.forms.get(self._run_together.get(text.replace(" ", ""), ""), ())

    def main_campus(self, family: str, state: str | None) -> str | None:
        """The campus in the state that has the shared name of a family as its own name, None when there is none."""
        own = {form.unitid for form in self.found(family) if form.is_name}
        here = {unitid for unitid in own if self.institutions[unitid].state == state}
        return here.pop() if len(here) == 1 else None

    def begun_by(self, text: str) -> frozenset[str]:
        """The institutions whose official name goes on after the words of the key."""
        begin, end = (bisect_left(self._names, (text + mark, "")) for mark in (" ", "!"))
        return frozenset(unitid for _, unitid in self._names[begin:end])

    def of_system(self, text: str) -> frozenset[str]:
        """The institutions of the system with that name or those initials."""
        return self._systems.get(text, frozenset())

    def names(self) -> list[tuple[str, str]]:
        """Pairs of the key of an official name and the UNITID that has it."""
        return list(self._names)

    def vocabulary(self) -> frozenset[str]:
        """All words of all names, but not initials."""
        named = (text for text, found in self.forms.items() if found[0].rank >= Rank.CORE)
        return frozenset(word for text in (*named, *self.cities) for word in text.split())


@lru_cache(maxsize=2)
def directory_of(institutions: tuple[Institution, ...]) -> Directory:
    """The directory of these institutions, made once: most of what a resolver costs, and seldom another one."""
    return Directory(institutions)


def _systems(institutions: Iterable[Institution]) -> dict[str, frozenset[str]]:
    systems: dict[str, set[str]] = defaultdict(set)
    for institution in institutions:
        name = key([word for word in words(institution.system_name or "") if word != "system"])
        if name:
            for text in (name, initials(name.split())):
                systems[text].add(institution.unitid)
    return {name: frozenset(members) for name, members in systems.items()}


def _last_successor(unitid: str, every: Mapping[str, Institution]) -> str:
    seen = {unitid}
    while unitid in every:
        following = every[unitid].merged_into_unitid
        if every[unitid].active or not following or following in seen or following not in every:
            break
        seen.add(following)
        unitid = following
    return unitid
