"""What stands in brackets after a name: its initials, its state, its institution, or something else."""

import re
from dataclasses import dataclass, replace

from etl.transform.naming.directory import Directory
from etl.transform.naming.evidence import Evidence, EvidenceReader
from etl.transform.naming.normal import key, words
from etl.transform.naming.places import CODES, state_code
from etl.transform.naming.reading import Reader

_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")


@dataclass(frozen=True, slots=True)
class Noted:
    """The evidence with what the brackets add to it, and what of them nothing explains."""

    evidence: Evidence
    unexplained: str = ""


def without_brackets(text: str) -> str:
    """The text without what stands in brackets; the text itself where nothing else is there."""
    return " ".join(_BRACKETS.sub(" ", text).split()) or text


class Notes:
    """Reads what stands in brackets."""

    def __init__(self, directory: Directory, reader: Reader, evidence: EvidenceReader) -> None:
        self._directory = directory
        self._reader = reader
        self._evidence = evidence

    def read(self, text: str, evidence: Evidence) -> Noted:
        """What the brackets of a cleaned text add."""
        noted = Noted(evidence)
        inside = _BRACKETS.findall(text)
        plain = words(without_brackets(text)) if inside else []
        for note in inside:
            noted = self._with_note(noted, words(note), plain)
        return noted

    def _with_note(self, noted: Noted, note: list[str], plain: list[str]) -> Noted:
        evidence, text = noted.evidence, key(note)
        state = CODES.get(text) or (state_code(text) if len(text) == 2 else None)
        known = bool(self._directory.found(text))
        if state:
            return noted if evidence.state else replace(noted, evidence=replace(evidence, state=state))
        if known and not evidence.parent and self._reader.is_unit_alone(plain):
            parent = self._evidence.parent(" ".join(note))
            return replace(noted, evidence=replace(evidence, parent=parent))
        if known or len(note) < 2 or self._reader.explains(note):
            return noted
        return replace(noted, unexplained=" ".join(note))
