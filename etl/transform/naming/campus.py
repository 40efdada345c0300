"""Which campus is meant where several share a name.

A name without a campus means the campus that its kind of unit belongs to: the one that teaches the profession, or
among several the one campus with the physicians and dentists or with the highest research activity. Two of those are
two close candidates, and a person decides.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from etl.transform.naming.directory import Directory
from etl.transform.naming.forms import Form, Rank
from etl.transform.naming.normal import key, words
from etl.transform.naming.shortforms import domain_label
from etl.transform.naming.standing import SPECIAL_FOCUS, class_order, is_health_campus, is_traceable, teaches
from etl.transform.naming.values import Institution

CLEAR_GAP = 2
"""So many Carnegie classes lie between a main campus and a branch that nobody takes the one for the other."""


class CampusChooser:
    """Chooses among institutions by what they teach and what they are."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory

    def chosen(self, forms: Iterable[Form], kind: str | None) -> tuple[list[str], bool]:
        """The institutions that the forms leave for a unit of the kind (None: the institution itself), one for each
        family of campuses that decides itself, and whether they are known to teach it.
        """
        families: dict[tuple[str, str | None], list[Form]] = defaultdict(list)
        for form in forms:
            families[form.family or form.unitid, self._state(form)].append(form)
        results = [self._of_family(family, kind) for family in families.values()]
        teaching = [unitids for unitids, teaches_it in results if teaches_it]
        left = teaching or [unitids for unitids, _ in results]
        return sorted({unitid for unitids in left for unitid in unitids}), bool(teaching)

    def _state(self, form: Form) -> str | None:
        """The state of an institution: campuses share a state, independent universities of one name do not."""
        return self._directory.institutions[form.unitid].state

    def _of_family(self, forms: Sequence[Form], kind: str | None) -> tuple[list[str], bool]:
        unitids = sorted({form.unitid for form in forms})
        if kind is not None and is_traceable(kind):
            return self._that_teaches(forms, unitids, kind)
        if len(unitids) == 1:
            return unitids, True
        main = self._main_campus(forms, unitids, kind)
        return ([main] if main else unitids), True

    def _that_teaches(self, forms: Sequence[Form], unitids: list[str], kind: str) -> tuple[list[str], bool]:
        """The campuses that teach the profession, or the one that leads among them. Health campuses that only carry the
        name on ("… Health Science Center") count where no campus has it as its own name, or none of them teaches.
        """
        teaching = self._teaching(unitids, kind)
        named_after = self._teaching(self._named_after(forms), kind)
        if not teaching:
            teaching = named_after
        elif not any(form.rank is Rank.OFFICIAL for form in forms):
            teaching = sorted({*teaching, *(unitid for unitid in named_after if self._is_focused(unitid))})
        if not teaching:
            return unitids, False
        leading = [unitid for unitid in teaching if self._leads(unitid)]
        return (leading if len(leading) == 1 else teaching), True

    def _is_focused(self, unitid: str) -> bool:
        return class_order(self._directory.institutions[unitid]) == SPECIAL_FOCUS

    def _teaching(self, unitids: Collection[str], kind: str) -> list[str]:
        return [unitid for unitid in sorted(unitids) if teaches(self._directory.institutions[unitid], kind)]

    def _leads(self, unitid: str) -> bool:
        institution = self._directory.institutions[unitid]
        return class_order(institution) == 0 or (
            is_health_campus(institution) and class_order(institution) in (1, SPECIAL_FOCUS)
        )

    def _named_after(self, forms: Sequence[Form]) -> frozenset[str]:
        """Institutions of their own that carry the name further, as a university's health sciences center does."""
        states = {self._state(form) for form in forms}
        stems = {form.family or key(words(self._directory.institutions[form.unitid].name)) for form in forms}
        stems |= {form.key for form in forms if form.rank >= Rank.FAMILY}
        found = {unitid for stem in stems for unitid in self._directory.begun_by(stem)}
        return frozenset(unitid for unitid in found if self._directory.institutions[unitid].state in states)

    def _main_campus(self, forms: Sequence[Form], unitids: list[str], kind: str | None) -> str | None:
        main = self._directory.main_campus(forms[0].family, self._state(forms[0]))
        if main in unitids:
            return main
        every = [self._directory.institutions[unitid] for unitid in unitids]
        ordered = sorted(every, key=lambda institution: (class_order(institution), institution.unitid))
        first, second = ordered[0], ordered[1]
        gap = class_order(second) - class_order(first)
        if class_order(first) <= 3 and gap >= CLEAR_GAP and not (kind and is_health_campus(second)):
            return first.unitid
        return first.unitid if gap >= 1 and kind != "law" and self._has_brand(first, forms[0].family) else None

    def _has_brand(self, institution: Institution, family: str) -> bool:
        """Whether the web domain of a campus is the short form of the shared name alone ("umass", "missouri")."""
        label = key(words(domain_label(institution.web_domain)))
        found = self._directory.found(label)
        return bool(family) and any(form.unitid == institution.unitid and form.family == family for form in found)
