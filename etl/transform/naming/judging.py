"""Whether a reading of a name, with the evidence of its row, means one institution and one kind of school."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from etl.transform.naming.campus import CampusChooser
from etl.transform.naming.directory import Directory
from etl.transform.naming.evidence import Evidence, Page
from etl.transform.naming.forms import Form, Rank
from etl.transform.naming.kinds_of_school import Unit
from etl.transform.naming.normal import key, words
from etl.transform.naming.places import CODES
from etl.transform.naming.reading import Reading
from etl.transform.naming.standing import SPECIAL_FOCUS, class_order, is_traceable


@dataclass(frozen=True, slots=True)
class Finding:
    """One institution, and its unit or None for the institution itself. `part` tells units of one kind apart."""

    unitid: str
    unit: Unit | None
    part: str
    rank: Rank
    proofs: tuple[str, ...]
    """What speaks for it beside the name, in words for the screen."""
    donors: str = ""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a reading settles nothing, and the institutions it leaves."""

    rule: str
    why: str
    unitids: tuple[str, ...]
    unit: Unit | None
    rank: Rank


@dataclass(frozen=True, slots=True)
class _Left:
    """The forms that the evidence leaves, and what spoke for them."""

    forms: tuple[Form, ...]
    by_state: bool = False
    by_parent: bool = False
    by_page: bool = False


_LETTERS = 3
"""Initials shorter than this say nothing without the page or the parent."""
_NEEDS_PAGE_OR_PARENT = frozenset(("academic medical center", "health sciences center"))


class Judge:
    """Weighs readings."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory
        self._chooser = CampusChooser(directory)

    def judged(self, reading: Reading, evidence: Evidence) -> Finding | Doubt | None:
        """What the reading settles; None when nothing speaks for it at all."""
        if reading.forms:
            return self._with_institution(reading, evidence)
        if evidence.parent:
            return self._under_parent(reading, evidence)
        return self._on_page(reading, evidence)

    def _with_institution(self, reading: Reading, evidence: Evidence) -> Finding | Doubt | None:
        if reading.left:
            return self._doubt("words left over", f"nothing explains {reading.left!r}", reading, reading.forms)
        against: Doubt | None = None
        told = bool(evidence.state or evidence.parent or evidence.page.own or reading.place)
        for tier in _tiers(reading.forms, together=not told):
            left = self._narrowed(tier, reading, evidence)
            if isinstance(left, Doubt):
                against = against or left
                continue
            found = self._chosen(left, reading, evidence)
            if isinstance(found, Finding) and against and not (left.by_state and (left.by_page or left.by_parent)):
                return against
            return found
        return against

    def _narrowed(self, forms: tuple[Form, ...], reading: Reading, evidence: Evidence) -> "_Left | Doubt":
        state = evidence.state or CODES.get(reading.place)
        if state:
            inside = tuple(form for form in forms if self._directory.institutions[form.unitid].state == state)
            if not inside:
                return self._doubt("state speaks against", f"it is not in {state}", reading, forms)
            forms = inside
        forms = self._in_city(forms, reading.place)
        left = self._by_parent(_Left(forms, by_state=bool(state)), reading, evidence)
        return left if isinstance(left, Doubt) else _by_page(left, evidence.page)

    def _in_city(self, forms: tuple[Form, ...], place: str) -> tuple[Form, ...]:
        if not place or len(forms) == 1:
            return forms
        inside = [form for form in forms if key(words(self._directory.institutions[form.unitid].city or "")) == place]
        return tuple(inside) or forms

    def _by_parent(self, left: _Left, reading: Reading, evidence: Evidence) -> "_Left | Doubt":
        parent = evidence.parent
        if parent is None or parent.key == reading.institution:
            return left
        inside = tuple(form for form in left.forms if form.unitid in parent.around)
        if inside:
            strong = any(form.rank >= Rank.CORE for form in parent.forms) or not parent.forms
            return replace(left, forms=inside, by_parent=strong)
        if not parent.forms or set(parent.key.split()) <= set(reading.institution.split()):
            return left
        return self._doubt("parent speaks against", "the printed parent is another institution", reading, left.forms)

    def _chosen(self, left: _Left, reading: Reading, evidence: Evidence) -> Finding | Doubt | None:
        if not reading.units:
            return self._settled(left, reading, None, evidence)
        results = [self._settled(left, reading, unit, evidence, alone=len(reading.units) == 1) for unit in reading.units]
        found = [result for result in results if isinstance(result, Finding)]
        if len(found) == 1:
            return found[0]
        doubts = [result for result in results if isinstance(result, Doubt)]
        if len(found) > 1:
            return self._doubt("two close candidates", "the unit's initials mean two schools there", reading, left.forms)
        return doubts[0] if doubts else None

    def _settled(
        self, left: _Left, reading: Reading, unit: Unit | None, evidence: Evidence, *, alone: bool = True
    ) -> Finding | Doubt | None:
        kind = unit.kind if unit else None
        unitids, teaching = self._chooser.chosen(left.forms, kind)
        rank = left.forms[0].rank
        if not teaching and (rank < Rank.LONG or not alone):
            return self._doubt("unit unknown there", "it awards no degrees in that profession", reading, left.forms, unit)
        if len(unitids) != 1:
            return self._doubt("two close candidates", "several institutions go by that name", reading, left.forms, unit)
        if unit and not unit.sure:
            return self._doubt("kind not certain", f"{unit.title!r} may be of more than one kind", reading, left.forms, unit)
        traced = unit is not None and is_traceable(unit.kind) and teaching
        if not self._suffices(left, reading, unit, traced, unitids[0]):
            return self._doubt("short form alone", "a short form needs more evidence", reading, left.forms, unit)
        return self._placed(Finding(unitids[0], unit, "", rank, _proofs(left, traced), reading.donors), reading, evidence)

    def _suffices(self, left: _Left, reading: Reading, unit: Unit | None, traced: bool, unitid: str) -> bool:
        """Whether a form of that rank, with that evidence, leaves no doubt."""
        rank = left.forms[0].rank
        if rank >= Rank.FAMILY or left.by_parent or left.by_page:
            return True
        if rank is Rank.CAMPUS:
            return False
        if unit and self._suffices_for_unit(left, reading, traced):
            return True
        if rank is Rank.CORE:
            alone = _says_itself(reading.institution) or self._is_listed_alone(reading.institution)
            return not unit and (left.by_state or alone)
        return self._is_prominent(unitid) and self._short_suffices(left, reading.institution)

    def _suffices_for_unit(self, left: _Left, reading: Reading, traced: bool) -> bool:
        """A unit under a short name: the institution teaches its profession, and the name is no mere place, since
        "Denver College of Nursing" need not be a college of the University of Denver.
        """
        name = reading.institution
        if not traced or name in self._directory.cities or name in CODES or reading.units[0].kind in _NEEDS_PAGE_OR_PARENT:
            return False
        if left.forms[0].rank is Rank.CORE:
            if reading.donors and " " not in name:
                return False
            return left.by_state or (" " in name and not name.startswith("st ") and not reading.donors)
        return len(name) >= _LETTERS

    def _short_suffices(self, left: _Left, text: str) -> bool:
        letters = len(text.replace(" ", ""))
        return letters >= _LETTERS and (left.by_state or (letters > _LETTERS and self._is_unshared(text)))

    def _is_prominent(self, unitid: str) -> bool:
        """Whether the institution is a university: initials of small colleges are shared by too many unlisted ones."""
        return class_order(self._directory.institutions[unitid]) in (0, 1, 2, 3, SPECIAL_FOCUS)

    def _is_listed_alone(self, text: str) -> bool:
        return " " in text and self._is_unshared(text)

    def _is_unshared(self, text: str) -> bool:
        """Whether a short form stands in the directory and nothing else could be called so."""
        forms = self._directory.found(text)
        return len({form.family or form.unitid for form in forms}) == 1 and any(form.listed for form in forms)

    def _placed(self, found: Finding, reading: Reading, evidence: Evidence) -> Finding | Doubt:
        """The finding, told apart from other units of its kind by a campus or a narrower subject."""
        institution = self._directory.institutions[found.unitid]
        part = found.unit.part if found.unit else ""
        here = {key(words(institution.city or "")), _state_name(institution.state), _state_name(evidence.state)}
        place = reading.place
        for known in sorted(filter(None, here), key=len, reverse=True):
            place = place.replace(known, "").strip()
        if institution.state and place == institution.state.lower():
            place = ""
        if place and found.unit is None:
            return self._doubt("place speaks against", f"it is not in {reading.place}", reading, reading.forms)
        return replace(found, part="-".join(filter(None, (part, place.replace(" ", "-")))))

    def _under_parent(self, reading: Reading, evidence: Evidence) -> Finding | Doubt | None:
        parent = evidence.parent
        if parent is None or not parent.forms:
            return None
        if reading.prefix:
            prefixes = (reading.prefix, reading.prefix[:-1])
            forms = tuple(f for f in parent.forms if any(self._agrees(prefix, f.unitid) for prefix in prefixes))
        else:
            forms = parent.forms
        if not forms:
            return None
        under = replace(reading, forms=forms, institution=parent.key)
        found = self._with_institution(under, replace(evidence, parent=None))
        return replace(found, proofs=("the printed parent", *found.proofs)) if isinstance(found, Finding) else found

    def _on_page(self, reading: Reading, evidence: Evidence) -> Finding | Doubt | None:
        page = evidence.page
        unitids = page.own or (page.site if len(page.site) > 1 else self._without_campuses(page.site))
        if not unitids or not reading.units or reading.left or reading.needs_parent:
            return None
        if reading.prefix:
            unitids = frozenset(unitid for unitid in unitids if self._agrees(reading.prefix, unitid))
        if not unitids or not _page_speaks_for(reading, page, traced=is_traceable(reading.units[0].kind)):
            return None
        forms = tuple(Form(page.host, unitid, Rank.CORE, family=page.host) for unitid in sorted(unitids))
        under = replace(reading, forms=forms, institution=page.host)
        return self._with_institution(under, evidence)

    def _without_campuses(self, unitids: frozenset[str]) -> frozenset[str]:
        """The institutions that are no campus of a larger one."""
        names = {unitid: key(words(self._directory.institutions[unitid].name)) for unitid in unitids}
        return frozenset(
            unitid
            for unitid, name in names.items()
            if not any(form.unitid == unitid and form.family for form in self._directory.found(name))
        )

    def _agrees(self, prefix: str, unitid: str) -> bool:
        """Whether initials before those of a unit are those of the institution."""
        return any(form.unitid == unitid for form in self._directory.found(prefix)) and len(prefix) > 1

    def _doubt(
        self, rule: str, why: str, reading: Reading, forms: Iterable[Form], unit: Unit | None = None
    ) -> Doubt:
        unitids = tuple(dict.fromkeys(form.unitid for form in forms))
        first = unit or (reading.units[0] if reading.units else None)
        return Doubt(rule, why, unitids, first, reading.rank or Rank.SHORT)


def _tiers(forms: tuple[Form, ...], *, together: bool) -> list[tuple[Form, ...]]:
    """The forms in groups that compete: those of one high rank, and all low ones together. Without evidence beside the
    name all high ranks compete, since nothing says which of "St. John's University" is meant.
    """
    high = tuple(form for form in forms if form.rank >= Rank.FAMILY)
    low = tuple(form for form in forms if form.rank <= Rank.CORE)
    if together:
        return [group for group in (high, low) if group]
    official = tuple(form for form in high if form.rank is Rank.OFFICIAL)
    shared = tuple(form for form in high if form.rank is not Rank.OFFICIAL)
    return [group for group in (official, shared, low) if group]


def _by_page(left: _Left, page: Page) -> _Left:
    """The forms whose institution has the page. The registered domain narrows only where several campuses share it:
    a branch may sit under a domain that is its university's second one.
    """
    inside = tuple(form for form in left.forms if form.unitid in page.own)
    if not inside and (len(page.site) > 1 or all(form.unitid in page.site for form in left.forms)):
        inside = tuple(form for form in left.forms if form.unitid in page.site)
    return replace(left, forms=inside, by_page=True) if inside else left


def _says_itself(institution: str) -> bool:
    """Whether a name without its "University" is of a sort that nothing but a university bears: "Texas Tech"."""
    parts = institution.split()
    return len(parts) > 1 and (parts[-1] in ("state", "tech") or parts[0] in ("suny", "cuny"))


def _page_speaks_for(reading: Reading, page: Page, *, traced: bool) -> bool:
    """Whether a unit without an institution can be of the institution whose page it stands on."""
    kinds = {unit.kind for unit in reading.units}
    if kinds & page.kinds or (traced and not reading.prefix):
        return True
    labels = set(page.host.split("."))
    return not reading.prefix and (not reading.donors or bool(labels.intersection(reading.donors.split())))


def _proofs(left: _Left, traced: bool) -> tuple[str, ...]:
    told = (
        (left.by_parent, "the printed parent"),
        (left.by_page, "the page is its own"),
        (left.by_state, "the state"),
        (traced, "the degrees it awards"),
    )
    return tuple(words for given, words in told if given)


def _state_name(code: str | None) -> str:
    return next((name for name, state in CODES.items() if state == code), "")
