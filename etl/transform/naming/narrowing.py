"""What the evidence of a row leaves of the institutions that a form may mean."""

from dataclasses import replace

from etl.transform.naming.directory import Directory
from etl.transform.naming.evidence import Evidence, Page
from etl.transform.naming.findings import Left
from etl.transform.naming.forms import Form, Rank
from etl.transform.naming.normal import key, words
from etl.transform.naming.places import state_code
from etl.transform.naming.reading import Reading


def tiers(forms: tuple[Form, ...], *, together: bool) -> list[tuple[Form, ...]]:
    """The forms in groups that compete, the one that says most first: official names, names that campuses share and
    long aliases, all short forms. `together` draws the first two into one: without evidence beside the name nothing
    says which of the universities called "St. John's" is meant.
    """
    high = tuple(form for form in forms if form.rank >= Rank.FAMILY)
    low = tuple(form for form in forms if form.rank <= Rank.CORE)
    official = high if together else tuple(form for form in high if form.rank is Rank.OFFICIAL)
    shared = tuple(form for form in high if form not in official)
    return [group for group in (official, shared, low) if group]


class Narrower:
    """Narrows forms by state, place, parent and page."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory

    def narrowed(self, forms: tuple[Form, ...], reading: Reading, evidence: Evidence) -> "Left | str":
        """What is left of the forms, or what speaks against all of them: "state" or "parent"."""
        state = evidence.state or state_code(reading.place)
        if state:
            forms = tuple(form for form in forms if self._directory.institutions[form.unitid].state == state)
            if not forms:
                return "state"
        left = Left(self._in_city(forms, reading.place), by_state=bool(state))
        under = self._under_parent(left, reading, evidence)
        return _on_page(under, evidence.page) if under else "parent"

    def _in_city(self, forms: tuple[Form, ...], place: str) -> tuple[Form, ...]:
        """The forms of institutions in the city that is printed after the name; all when none is there."""
        if not place or len(forms) == 1:
            return forms
        inside = [form for form in forms if key(words(self._directory.institutions[form.unitid].city or "")) == place]
        return tuple(inside) or forms

    def _under_parent(self, left: Left, reading: Reading, evidence: Evidence) -> Left | None:
        parent = evidence.parent
        if parent is None or parent.key == reading.institution:
            return left
        inside = tuple(form for form in left.forms if form.unitid in parent.around)
        if inside:
            strong = not parent.forms or any(form.rank >= Rank.CORE for form in parent.forms)
            return replace(left, forms=inside, by_parent=strong)
        said_again = set(parent.key.split()) <= set(reading.institution.split())
        return left if said_again or not parent.forms else None


def _on_page(left: Left, page: Page) -> Left:
    """The forms whose institution has the page; all when none has it. The registered domain narrows only where several
    campuses share it: a branch may sit under a domain that is its university's second one.
    """
    inside = tuple(form for form in left.forms if form.unitid in page.own)
    if not inside and (len(page.site) > 1 or all(form.unitid in page.site for form in left.forms)):
        inside = tuple(form for form in left.forms if form.unitid in page.site)
    return replace(left, forms=inside, by_page=True) if inside else left
