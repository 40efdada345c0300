"""Whether a reading of a name, with the evidence of its row, means one institution and one kind of school."""

from collections.abc import Iterable
from dataclasses import replace

from etl.transform.naming.campus import CampusChooser
from etl.transform.naming.directory import Directory
from etl.transform.naming.evidence import Evidence, Page
from etl.transform.naming.findings import Doubt, Finding, Left
from etl.transform.naming.forms import Form, Rank
from etl.transform.naming.kinds_of_school import Unit
from etl.transform.naming.narrowing import Narrower, tiers
from etl.transform.naming.normal import key, words
from etl.transform.naming.places import STATES
from etl.transform.naming.reading import Reading
from etl.transform.naming.standing import is_traceable
from etl.transform.naming.strength import Strength

_HEALTH_KINDS = frozenset(("health sciences center", "osteopathic medicine", "medicine"))
_HEALTH_WORDS = frozenset(("medicine", "medical", "health", "science", "professions", "biomedical", "and", "of"))
ALLIED = "allied health"
"""What a "College of Health" is that wins an award for health schools alone: without one it may be something else."""
_CLOSE = ("two close candidates", "several institutions go by that name")
_SPEAKS_AGAINST = {
    "state": ("state speaks against", "the printed state is not its state"),
    "parent": ("parent speaks against", "the printed parent is another institution"),
}


class Judge:
    """Weighs readings."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory
        self._chooser = CampusChooser(directory)
        self._narrower = Narrower(directory)
        self._strength = Strength(directory)

    def judged(self, reading: Reading, evidence: Evidence) -> Finding | Doubt | None:
        """What the reading settles; None when nothing speaks for it at all."""
        forms = reading.forms or (evidence.parent.forms if evidence.parent else ())
        if reading.left and forms and self._says_what_it_is(reading, forms):
            reading = replace(reading, left="")
        if reading.left and forms:
            return _doubt(("words left over", f"nothing explains {reading.left!r}"), reading, forms)
        if reading.forms:
            return self._with_institution(reading, evidence)
        return self._under_parent(reading, evidence) if evidence.parent else self._on_page(reading, evidence)

    def _says_what_it_is(self, reading: Reading, forms: Iterable[Form]) -> bool:
        """Whether what is left over only says of a health university what it is: "Lakeside University Medicine"."""
        health = all(self._directory.kinds[form.unitid] in _HEALTH_KINDS for form in forms)
        return health and not reading.units and _HEALTH_WORDS.issuperset(reading.left.split())

    def _with_institution(self, reading: Reading, evidence: Evidence) -> Finding | Doubt | None:
        against: Doubt | None = None
        told = bool(evidence.state or evidence.parent or evidence.page.own or reading.place)
        for tier in tiers(reading.forms, together=not told):
            left = self._narrower.narrowed(tier, reading, evidence)
            if isinstance(left, str):
                against = against or _doubt(_SPEAKS_AGAINST[left], reading, tier)
                continue
            found = self._chosen(left, reading, evidence)
            doubly = left.by_state and (left.by_page or left.by_parent)
            return against if against and isinstance(found, Finding) and not doubly else found
        return against

    def _chosen(self, left: Left, reading: Reading, evidence: Evidence) -> Finding | Doubt | None:
        """What is left, for the unit; or for the one of the units that the initials may mean that it has."""
        units = reading.units or (None,)
        results = [self._settled(left, reading, unit, evidence, alone=len(units) == 1) for unit in units]
        found = [result for result in results if isinstance(result, Finding)]
        if len(found) > 1:
            return _doubt(("two close candidates", "the unit's initials mean two schools there"), reading, left.forms)
        return found[0] if found else results[0]

    def _settled(
        self, left: Left, reading: Reading, unit: Unit | None, evidence: Evidence, *, alone: bool
    ) -> Finding | Doubt:
        unitids, teaching = self._chooser.chosen(left.forms, unit.kind if unit else None)
        traced = unit is not None and is_traceable(unit.kind) and teaching
        why: tuple[str, str] | None = None
        if not teaching and (left.rank < Rank.LONG or not alone):
            why = ("unit unknown there", "it awards no degrees in that profession")
        elif len(unitids) != 1:
            why = _CLOSE
        elif unit and not unit.sure and not (unit.kind == ALLIED and evidence.levels == {"health"}):
            why = ("kind not certain", f"{unit.title!r} may be of more than one kind")
        elif not self._strength.suffices(left, reading, unitids[0], traced=traced):
            why = ("short form alone", "a short form needs more evidence")
        if why:
            return _doubt(why, reading, left.forms, unit)
        return self._placed(Finding(unitids[0], unit, "", left.rank, left.proofs(traced=traced)), reading, evidence)

    def _placed(self, found: Finding, reading: Reading, evidence: Evidence) -> Finding | Doubt:
        """The finding, told apart from other units of its kind by a campus or a narrower subject.

        A city of other states alone, before the unit, is whom the unit is named for: "Sanford School of Medicine".
        """
        named_for = reading.place_first and self._directory.is_elsewhere(reading.place, found.unitid)
        place = "" if named_for else self._elsewhere(found.unitid, reading.place, evidence.state)
        if place and found.unit is None:
            return _doubt(("place speaks against", f"it is not in {reading.place}"), reading, reading.forms)
        part = found.unit.part if found.unit else ""
        return replace(found, part="-".join(filter(None, (part, place.replace(" ", "-")))))

    def _elsewhere(self, unitid: str, place: str, state: str | None) -> str:
        """What of a printed place is not where the institution is; "" when all of it is."""
        institution = self._directory.institutions[unitid]
        codes = [code for code in (institution.state, state) if code]
        here = {key(words(institution.city or "")), *(STATES.get(code, "") for code in codes)} - {""}
        for known in sorted(here, key=len, reverse=True):
            place = place.replace(known, "").strip()
        return "" if place.upper() in codes else place

    def _under_parent(self, reading: Reading, evidence: Evidence) -> Finding | Doubt | None:
        """A unit without its institution, under the printed parent."""
        parent = evidence.parent
        forms = parent.forms if parent else ()
        if reading.prefix:
            prefixes = (reading.prefix, reading.prefix[:-1])
            forms = tuple(form for form in forms if any(self._agrees(prefix, form.unitid) for prefix in prefixes))
        if parent is None or not forms or reading.left:
            return None
        under = replace(reading, forms=forms, institution=parent.key)
        found = self._with_institution(under, replace(evidence, parent=None))
        return replace(found, proofs=("the printed parent", *found.proofs)) if isinstance(found, Finding) else found

    def _on_page(self, reading: Reading, evidence: Evidence) -> Finding | Doubt | None:
        """A unit without its institution, on the page of an institution."""
        if not reading.units or reading.left or reading.needs_parent:
            return None
        page = evidence.page
        unitids = page.own or (page.site if len(page.site) > 1 else self._without_campuses(page.site))
        unitids = frozenset(one for one in unitids if not reading.prefix or self._agrees(reading.prefix, one))
        if not unitids or not _page_speaks_for(reading, page, evidence.state):
            return None
        forms = tuple(Form(page.host, unitid, Rank.CORE, family=page.host) for unitid in sorted(unitids))
        return self._with_institution(replace(reading, forms=forms, institution=page.host), evidence)

    def _without_campuses(self, unitids: frozenset[str]) -> frozenset[str]:
        """The institutions that are no campus of a larger one."""
        campuses = {
            unitid
            for unitid in unitids
            for form in self._directory.found(key(words(self._directory.institutions[unitid].name)))
            if form.unitid == unitid and form.family
        }
        return unitids - campuses

    def _agrees(self, prefix: str, unitid: str) -> bool:
        """Whether initials before those of a unit are those of the institution."""
        return len(prefix) > 1 and any(form.unitid == unitid for form in self._directory.found(prefix))


def _doubt(why: tuple[str, str], reading: Reading, forms: Iterable[Form], unit: Unit | None = None) -> Doubt:
    unitids = tuple(dict.fromkeys(form.unitid for form in forms))
    first = unit or (reading.units[0] if reading.units else None)
    return Doubt(*why, unitids, first, reading.rank or Rank.SHORT)


def _page_speaks_for(reading: Reading, page: Page, state: str | None) -> bool:
    """Whether a unit without an institution can be of the institution whose page it stands on: the host names its kind
    or who is named before the unit; or nobody is, or the state is printed too. Else it may be the named school of
    another university, of which the page tells.
    """
    if page.kinds & {unit.kind for unit in reading.units}:
        return True
    if reading.prefix:
        return False
    return not reading.donors or bool(state) or not set(page.host.split(".")).isdisjoint(reading.donors.split())
