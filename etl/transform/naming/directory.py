"""The directory in memory: which institutions a form of a name may mean, and what is known of them."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from etl.transform.naming.initials import initials
from etl.transform.naming.normal import key, words
from etl.transform.naming.shortforms import NOUNS, Form, Rank, core_of, forms_of, units_named
from etl.transform.naming.standing import class_order, kind_of_institution
from etl.transform.naming.values import Institution


class Directory:
    """All institutions, found by any form of their names, by web domain and by system.

    Institutions that merged are found under the one they merged into. Immutable once made.
    """

    def __init__(self, institutions: Iterable[Institution]) -> None:
        every = {institution.unitid: institution for institution in institutions}
        self._successor = {unitid: _last_successor(unitid, every) for unitid in every}
        self.institutions = every
        self.kinds = {unitid: kind_of_institution(institution) for unitid, institution in every.items()}
        self._labelled = self._that_own_labels()
        self.forms = self._all_forms()
        self._names = sorted({(form.key, form.unitid) for entry in self.forms.values() for form in entry if _is_name(form)})
        self.run_together = {
            text.replace(" ", ""): text for text, found in self.forms.items() if found[0].rank >= Rank.FAMILY
        }
        self._by_host, self._by_site = self._domains()
        self._by_system = self._systems()
        cities = {key(words(institution.city)) for institution in every.values() if institution.city}
        self.cities = cities - NOUNS

    def _all_forms(self) -> dict[str, tuple[Form, ...]]:
        best: dict[tuple[str, str], Form] = {}
        for institution in self.institutions.values():
            for form in self._forms_of(institution):
                _keep_best(best, self._current(form, institution))
        for form in list(self._of_branches(best)):
            _keep_best(best, form)
        return _grouped(self._with_main_campus(list(best.values())))

    def _with_main_campus(self, forms: list[Form]) -> list[Form]:
        """The forms, with the campus that bears the shared name alone counted among its family."""
        families = {(form.family, self.institutions[form.unitid].state) for form in forms if form.family}
        mains = {
            form.unitid: form.key
            for form in forms
            if _is_name(form) and (form.key, self.institutions[form.unitid].state) in families
        }
        return [replace(form, family=self._family_of(form, families, mains)) for form in forms]

    def _family_of(self, form: Form, families: set[tuple[str, str | None]], mains: dict[str, str]) -> str:
        """The family of a form: its own, that of its main campus, or the shared name itself where an alias claims it."""
        if form.family or form.rank is not Rank.LONG:
            return form.family or mains.get(form.unitid, "")
        return form.key if (form.key, self.institutions[form.unitid].state) in families else ""

    def _forms_of(self, institution: Institution) -> Iterable[Form]:
        """The forms of an institution; an office of a system has its names, but not the short forms of its university."""
        forms = forms_of(institution, labelled=institution.unitid in self._labelled)
        if self.kinds[institution.unitid] != "system":
            return forms
        return (*(form for form in forms if form.rank is Rank.OFFICIAL or form.listed), *self._of_system(institution))

    def _that_own_labels(self) -> frozenset[str]:
        """The institutions that the label of their web domain names: of several that share a domain, the foremost."""
        by_domain: dict[str, list[Institution]] = defaultdict(list)
        for institution in self.institutions.values():
            by_domain[institution.web_domain or ""].append(institution)
        foremost = set()
        for sharing in by_domain.values():
            first = min(map(class_order, sharing))
            foremost |= {institution.unitid for institution in sharing if class_order(institution) == first}
        return frozenset(foremost)

    def main_campus(self, family: str, state: str | None) -> str | None:
        """The campus in the state that has the shared name of a family as its own name, None when there is none."""
        own = {form.unitid for form in self.found(family) if _is_name(form)}
        here = {unitid for unitid in own if self.institutions[unitid].state == state}
        return here.pop() if len(here) == 1 else None

    def _current(self, form: Form, institution: Institution) -> Form:
        """The form under the institution's successor; names of closed institutions are names of the past."""
        successor = self._successor[form.unitid]
        return replace(
            form, unitid=successor, former=form.former or not institution.active, merged=successor != form.unitid
        )

    def _of_system(self, institution: Institution) -> Iterable[Form]:
        """ "SUNY", "SUNY System" and "SUNY System Administration" of the "SUNY-System Office"."""
        parts = [word for word in words(institution.name) if word not in ("office", "offices", "administration", "central")]
        bare = [word for word in parts if word not in ("system", "district")]
        for tail in (["system"], ["system", "administration"], ["system", "office"]):
            yield Form(key([*bare, *tail]), institution.unitid, Rank.LONG)
        if len(bare) == 1:
            yield Form(key(bare), institution.unitid, Rank.SHORT, listed=True)

    def _of_branches(self, best: dict[tuple[str, str], Form]) -> Iterable[Form]:
        """Forms of institutions named after another ("Texas Tech University Health Sciences Center"): the short form
        of the other, with the rest in full or by its initials."""
        stems = {form.key for form in best.values() if form.rank in (Rank.OFFICIAL, Rank.FAMILY) and not form.former}
        names = [form for form in best.values() if _is_name(form)]
        for form in names:
            parts = form.key.split()
            for size in range(len(parts) - 1, 1, -1):
                if NOUNS.intersection(parts[:size]) and " ".join(parts[:size]) in stems:
                    yield from _branch_forms(form.unitid, parts[:size], parts[size:])
                    break

    def _domains(self) -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
        hosts: dict[str, set[str]] = defaultdict(set)
        sites: dict[str, set[str]] = defaultdict(set)
        for unitid, institution in self.institutions.items():
            domain = (institution.web_domain or "").lower().removeprefix("www.")
            if domain and self._successor[unitid] == unitid:
                hosts[domain].add(unitid)
                if domain.endswith(".edu"):
                    sites[".".join(domain.split(".")[-2:])].add(unitid)
        return _frozen(hosts), _frozen(sites)

    def _systems(self) -> dict[str, frozenset[str]]:
        systems: dict[str, set[str]] = defaultdict(set)
        for unitid, institution in self.institutions.items():
            parts = [word for word in words(institution.system_name or "") if word not in ("system", "the")]
            if parts and self._successor[unitid] == unitid:
                for text in (key(parts), initials(key(parts).split())):
                    systems[text].add(unitid)
        return _frozen(systems)

    def current(self, unitid: str) -> str:
        """The institution's UNITID, or that of the one it merged into."""
        return self._successor.get(unitid, unitid)

    def vocabulary(self) -> frozenset[str]:
        """All words of all names, but not initials."""
        named = (text for text, forms in self.forms.items() if forms[0].rank >= Rank.CORE)
        return frozenset(word for text in (*named, *self.cities) for word in text.split())

    def names(self) -> list[tuple[str, str]]:
        """Pairs of the key of a full name and the UNITID that has it."""
        return list(self._names)

    def found(self, text: str) -> tuple[Form, ...]:
        """The forms of that key, those that say most first."""
        return self.forms.get(text, ())

    def begun_by(self, text: str) -> frozenset[str]:
        """The institutions whose official name begins with the words of the key."""
        start = bisect_left(self._names, (text + " ", ""))
        found = set()
        for name, unitid in self._names[start:]:
            if not name.startswith(text + " "):
                break
            found.add(unitid)
        return frozenset(found)

    def of_system(self, text: str) -> frozenset[str]:
        """The institutions of the system with that name or those initials."""
        return self._by_system.get(text, frozenset())

    def at_host(self, host: str) -> tuple[frozenset[str], frozenset[str]]:
        """The institutions whose own web domain the host is under, and those that share its registered domain."""
        labels = host.split(".")
        for at in range(len(labels) - 1):
            own = self._by_host.get(".".join(labels[at:]))
            if own:
                return own, frozenset()
        return frozenset(), self._by_site.get(".".join(labels[-2:]), frozenset())


def _grouped(forms: list[Form]) -> dict[str, tuple[Form, ...]]:
    grouped: dict[str, list[Form]] = defaultdict(list)
    for form in forms:
        grouped[form.key].append(form)
    return {text: tuple(sorted(found, key=lambda f: (-f.rank, f.unitid))) for text, found in grouped.items()}


def _is_name(form: Form) -> bool:
    return form.rank is Rank.OFFICIAL and not form.former


def _branch_forms(unitid: str, stem: list[str], rest: list[str]) -> Iterable[Form]:
    core = core_of(stem)
    short = initials(stem)
    yield Form(key([short, *rest]), unitid, Rank.LONG)
    if not NOUNS.intersection(rest) and not units_named(rest):
        yield Form(" ".join(stem), unitid, Rank.FAMILY, family=" ".join(stem))
    if core:
        yield Form(key([*core, *rest]), unitid, Rank.LONG)
        yield Form(key([*core, initials(rest)]), unitid, Rank.SHORT)
    yield Form(key([short, initials(rest)]), unitid, Rank.SHORT)
    yield Form(short + initials(rest), unitid, Rank.SHORT)


def _keep_best(best: dict[tuple[str, str], Form], form: Form) -> None:
    """Keep the form that says most; a present name says more than the same name of the past."""
    if NOUNS.issuperset(form.key.split()):
        return
    old = best.setdefault((form.key, form.unitid), form)
    says_more = max(old, form, key=lambda f: (f.rank, not f.former))
    listed, family = old.listed or form.listed, old.family or form.family
    best[form.key, form.unitid] = replace(says_more, listed=listed, family=family, merged=old.merged and form.merged)


def _last_successor(unitid: str, every: dict[str, Institution]) -> str:
    seen = {unitid}
    while unitid in every:
        following = every[unitid].merged_into_unitid
        if every[unitid].active or not following or following in seen:
            break
        seen.add(following)
        unitid = following
    return unitid


def _frozen(sets: dict[str, set[str]]) -> dict[str, frozenset[str]]:
    return {name: frozenset(members) for name, members in sets.items()}
