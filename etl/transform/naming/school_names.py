"""The names of schools that have rows: their full names, short names and former names."""

from collections import defaultdict
from collections.abc import Iterable

from etl.transform.naming.directory import Directory
from etl.transform.naming.evidence import Evidence
from etl.transform.naming.forms import Rank
from etl.transform.naming.name_parts import UNTIL, without_place
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
                parts = words(UNTIL.sub("", text))
                for named in (parts, *(without_place(parts, None) if parts else ())):
                    self._add(key(named), school)

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
        if len(left) != 1 or not (proofs or self._says_enough(text, left[0])):
            return None
        return left[0], tuple(proofs)

    def _says_enough(self, text: str, school: School) -> bool:
        """Whether the name is long, or a name of its institution, and is not what another institution is called."""
        forms = self._directory.found(text)
        if forms and forms[0].rank < Rank.FAMILY:
            return False
        unitid = self._directory.current(school.unitid or "")
        named = bool(forms) and all(form.unitid == unitid for form in forms)
        return named or len(text.split()) >= _ENOUGH_WORDS

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
