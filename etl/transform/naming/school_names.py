"""The names of schools that have rows: their full names, short names and former names."""

from collections import defaultdict
from collections.abc import Iterable

from etl.transform.naming.directory import Directory
from etl.transform.naming.evidence import Evidence
from etl.transform.naming.forms import Rank
from etl.transform.naming.kinds_of_school import units_in
from etl.transform.naming.name_parts import UNTIL
from etl.transform.naming.normal import key, words
from etl.transform.naming.values import School

_ENOUGH_WORDS = 3


class SchoolNames:
    """Finds schools by a name of theirs, with the evidence of the row."""

    def __init__(self, directory: Directory, schools: Iterable[School]) -> None:
        self._directory = directory
        self._by_key: dict[str, list[School]] = defaultdict(list)
        for school in schools:
            for text in (school.name, school.short_name or "", *school.former_names):
                self._add(key(words(UNTIL.sub("", text))), school)

    def _add(self, text: str, school: School) -> None:
        if text and school not in self._by_key[text]:
            self._by_key[text].append(school)

    def words(self) -> set[str]:
        """All words of all names."""
        return {word for text in self._by_key for word in text.split()}

    def found(self, text: str, evidence: Evidence) -> tuple[School, tuple[str, ...]] | None:
        """The one school of that name that the evidence leaves, with what speaks for it; None when there is none or
        more than one, or when the name is too short to stand without evidence.
        """
        named = self._by_key.get(text)
        if not named:
            return None
        left = [school for school in named if self._is_possible(school, evidence)]
        proofs = [proof for school in left if (proof := self._proof(school, evidence))]
        if len(left) != 1 or not (proofs or self._says_enough(text)):
            return None
        return left[0], tuple(proofs)

    def _says_enough(self, text: str) -> bool:
        """Whether the name is long, and is not what another institution is called."""
        forms = self._directory.found(text)
        if forms and forms[0].rank < Rank.FAMILY:
            return False
        return len(text.split()) >= _ENOUGH_WORDS or (next(units_in(text), None) is not None and bool(forms))

    def _is_possible(self, school: School, evidence: Evidence) -> bool:
        institution = self._directory.institutions.get(self._directory.current(school.unitid or ""))
        states = {school.state, institution.state if institution else None} - {None}
        if evidence.state and states and evidence.state not in states:
            return False
        parent = evidence.parent
        return parent is None or not parent.forms or not institution or institution.unitid in parent.around

    def _proof(self, school: School, evidence: Evidence) -> str:
        unitid = self._directory.current(school.unitid or "")
        if evidence.parent and unitid in evidence.parent.around:
            return "the printed parent"
        return "the page is its own" if unitid in evidence.page.own | evidence.page.site else ""
