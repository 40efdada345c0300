"""Whether a form of a name, with the evidence of its row, is strong enough to be taken without a person."""

from etl.transform.naming.directory import Directory
from etl.transform.naming.findings import Left
from etl.transform.naming.forms import Rank
from etl.transform.naming.places import CODES
from etl.transform.naming.reading import Reading
from etl.transform.naming.standing import SPECIAL_FOCUS, class_order

LETTERS = 3
"""Initials shorter than this say nothing without the page or the parent."""
LONGEST_INITIALS = 5
"""A longer short form is a word, such as the label of a web domain."""
_UNIVERSITIES = (0, 1, 2, 3, SPECIAL_FOCUS)
_NEEDS_PAGE_OR_PARENT = ("academic medical center", "health sciences center")
SAYS_ITSELF, _SAYS_ITSELF_FIRST = ("state", "tech"), ("suny", "cuny")
"""Words that only names of universities end, or begin, with."""


class Strength:
    """Weighs forms against evidence.

    The parent or the own page of the institution makes any form strong, and long forms need nothing. A core
    ("Clemson") needs the state, or is of a sort that only universities bear ("Texas Tech"). Initials need the state
    and a university, since those of small colleges are shared with too many that no directory at hand may list. A
    unit under a short form is strong when the institution awards degrees in its profession, unless the short form is a
    mere place: "Denver College of Nursing" need not be a college of the University of Denver.
    """

    def __init__(self, directory: Directory) -> None:
        self._directory = directory

    def suffices(self, left: Left, reading: Reading, unitid: str, *, traced: bool) -> bool:
        """Whether the form leaves no doubt; `traced` as in `Left.proofs`."""
        if left.rank >= Rank.FAMILY or left.by_parent or left.by_page:
            return True
        if left.rank is Rank.CAMPUS:
            return False
        if reading.units and traced and self._for_unit(left, reading):
            return True
        if left.rank is Rank.CORE:
            return not reading.units and (left.by_state or self._stands_alone(reading.institution))
        return self._is_university(unitid) and self._of_initials(left, reading.institution)

    def _for_unit(self, left: Left, reading: Reading) -> bool:
        name = reading.institution
        if name in self._directory.cities or name in CODES or reading.units[0].kind in _NEEDS_PAGE_OR_PARENT:
            return False
        if left.rank is Rank.SHORT and len(name) <= LONGEST_INITIALS:
            listed = any(form.listed for form in left.forms)
            return (left.by_state or not reading.donors) and (len(name) >= LETTERS or (left.by_state and listed))
        if " " not in name:
            return left.by_state and not reading.donors
        return left.by_state or not (name.startswith("st ") or reading.donors)

    def _stands_alone(self, name: str) -> bool:
        """Whether a core of several words is listed as an alias, or is of a sort that only universities bear."""
        parts = name.split()
        says_itself = parts[-1] in SAYS_ITSELF or parts[0] in _SAYS_ITSELF_FIRST
        return len(parts) > 1 and (says_itself or self._is_unshared(name))

    def _of_initials(self, left: Left, text: str) -> bool:
        letters = len(text.replace(" ", ""))
        return letters >= LETTERS and (left.by_state or (letters > LETTERS and self._is_unshared(text)))

    def _is_university(self, unitid: str) -> bool:
        return class_order(self._directory.institutions[unitid]) in _UNIVERSITIES

    def _is_unshared(self, text: str) -> bool:
        """Whether a short form stands in the directory and nothing else could be called so."""
        forms = self._directory.found(text)
        return len({form.family or form.unitid for form in forms}) == 1 and any(form.listed for form in forms)
