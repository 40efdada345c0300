"""Forms that follow from the directory as a whole: branches named after a university, offices of systems, families."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from etl.transform.naming.forms import NOUNS, Form, Rank
from etl.transform.naming.initials import initials
from etl.transform.naming.name_parts import core_of, names_unit
from etl.transform.naming.normal import key, words
from etl.transform.naming.shortforms import after_u
from etl.transform.naming.values import Institution

_OFFICE = ("office", "offices", "administration", "central")


def system_forms(institution: Institution) -> Iterator[Form]:
    """The names of a system's office: "SUNY", "SUNY System", "SUNY System Administration"."""
    bare = [word for word in words(institution.name) if word not in (*_OFFICE, "system", "district")]
    for tail in (["system"], ["system", "administration"], ["system", "office"]):
        yield Form(key([*bare, *tail]), institution.unitid, Rank.LONG)
    if len(bare) == 1:
        yield Form(key(bare), institution.unitid, Rank.SHORT, listed=True)


def branch_forms(forms: Iterable[Form]) -> Iterator[Form]:
    """Forms of institutions named after another ("Texas Tech University Health Sciences Center"): the short form of the
    other with the rest in full or by its initials, and the name of the other where the rest is a place.
    """
    every = tuple(forms)
    stems = {form.key for form in every if form.rank in (Rank.OFFICIAL, Rank.FAMILY) and not form.former}
    for form in every:
        if form.is_name:
            parts = form.key.split()
            sizes = (size for size in range(len(parts) - 1, 1, -1) if NOUNS.intersection(parts[:size]))
            stem = next((size for size in sizes if " ".join(parts[:size]) in stems), 0)
            if stem:
                yield from _of_branch(form.unitid, parts[:stem], parts[stem:])


def _of_branch(unitid: str, stem: list[str], rest: list[str]) -> Iterator[Form]:
    core, last = core_of(stem), initials(rest)
    for short in (initials(stem), *(after_u(core) if stem[0] == "university" and core else ())):
        yield Form(key([short, *rest]), unitid, Rank.LONG)
        yield Form(key([short, last]), unitid, Rank.SHORT)
        yield Form(short + last, unitid, Rank.SHORT)
    if core:
        yield Form(key([*core, *rest]), unitid, Rank.LONG)
        yield Form(key([*core, last]), unitid, Rank.SHORT)
    if not NOUNS.intersection(rest) and not names_unit(rest):
        yield Form(" ".join(stem), unitid, Rank.FAMILY, family=" ".join(stem))


def keep_best(best: dict[tuple[str, str], Form], form: Form) -> None:
    """Keep, of equal forms of an institution, the one that says most; a present name says more than a past one."""
    if NOUNS.issuperset(form.key.split()):
        return
    old = best.setdefault((form.key, form.unitid), form)
    if old is form:
        return
    says_more = max(old, form, key=lambda f: (f.rank, not f.former))
    listed, family = old.listed or form.listed, old.family or form.family
    best[form.key, form.unitid] = replace(says_more, listed=listed, family=family, merged=old.merged and form.merged)


class Families:
    """Which forms belong to a family of campuses in one state, beside those that name their campus."""

    def __init__(self, forms: Iterable[Form], states: Mapping[str, str | None]) -> None:
        every = tuple(forms)
        self._states = states
        self._names = {(form.family, states[form.unitid]) for form in every if form.family}
        within = {form.unitid for form in every if form.family}
        self._mains = {
            form.unitid: form.key
            for form in every
            if (form.is_name or (form.rank is Rank.LONG and form.listed and form.unitid not in within))
            and (form.key, states[form.unitid]) in self._names
        }

    def joined(self, form: Form) -> Form:
        """The form with its family: its own, that of the main campus it is of, or the shared name that it claims."""
        if form.family:
            return form
        if form.rank is not Rank.LONG:
            family = self._mains.get(form.unitid, "")
        else:
            family = form.key if (form.key, self._states[form.unitid]) in self._names else ""
        return replace(form, family=family) if family else form


def grouped(forms: Iterable[Form]) -> dict[str, tuple[Form, ...]]:
    """The forms by their key, those that say most first."""
    by_key: dict[str, list[Form]] = defaultdict(list)
    for form in forms:
        by_key[form.key].append(form)
    return {text: tuple(sorted(found, key=lambda f: (-f.rank, f.unitid))) for text, found in by_key.items()}
