"""The fact check over a finished report: nothing in it may contradict the records it comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dashboard.domain.factcheck import Finding, check_text
from dashboard.queries.factcheck import FactBook
from dashboard.queries.reports import printed_award_names
from dashboard.queries.schools import all_schools
from dashboard.report.choices import LAST_YEAR, NotAReport
from dashboard.report.facts import MAIN_FAMILY, Facts
from dashboard.report.model import Block, Bullets, Figure, Heading, Paragraph, Section, Table, plain
from etl.transform.awards import AwardName, AwardNames
from etl.transform.statements import Hints, SchoolMention


class Contradicted(NotAReport):
    """A sentence of the report that the records contradict."""


@dataclass(frozen=True)
class _Piece:
    """A text to check as one, and whose it is."""

    text: str
    own: int | None
    about_own_school: bool


def checked(facts: Facts, sections: Sequence[Section]) -> list[Finding]:
    """The statements of the text that the records cannot decide.

    Raises Contradicted with the sentence for one that they contradict. In the section about peers, and there alone, a
    statement without a school's name is not taken to be about the report's school.
    """
    weigh = _Check(facts)
    found: list[Finding] = []
    for piece in _pieces(sections):
        for finding in weigh.findings(piece):
            if finding.verdict == "contradicted":
                raise Contradicted(_told(piece, finding))
            if finding.verdict == "undecided" and finding.school_id and piece.own:
                found.append(finding)
    return found


def _told(piece: _Piece, finding: Finding) -> str:
    sentence = " ".join(_sentence(piece.text, finding.start, finding.end).split())
    right = f" The records support: {finding.supported_wording}." if finding.supported_wording else ""
    if piece.own:
        against = f"own paragraph {piece.own}: “{sentence}” is contradicted by the records: {finding.reason}."
        return f"{against}{right} Change it."
    return (
        f"the report would say “{sentence}”, which the records contradict: {finding.reason}.{right} "
        "This is a defect of the program; nothing was written."
    )


def _sentence(text: str, start: int, end: int) -> str:
    """The line of the text in which the finding stands."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    return text[first : last if last >= 0 else len(text)]


class _Check:
    """What each piece is read and weighed with, as of the report's data version."""

    def __init__(self, facts: Facts) -> None:
        connection, version = facts.connection, facts.version
        self._own = facts.school.school_id
        self._book = FactBook(connection, version)
        named = [AwardName(a.award, name) for a in facts.awards.values() for name in (a.name, a.short_name)]
        printed = [AwardName(*row) for row in printed_award_names(connection, version)]
        self._awards = AwardNames([*named, *printed])
        self._schools = {one.name.casefold(): one.school_id for one in all_schools(connection, version)}
        assumed = MAIN_FAMILY if MAIN_FAMILY in facts.awards else None
        self._hints = Hints(latest=LAST_YEAR, several=True, assume=assumed)
        others = [a.short_name for a in facts.awards.values() if a.family != assumed]
        self._of_others = re.compile(rf"\b(?:{'|'.join(map(re.escape, others))})\b") if others else None
        """Short names of awards of other families: one of a single word is not known for an award in a text."""

    def findings(self, piece: _Piece) -> list[Finding]:
        """The findings of one piece."""
        own = self._own if piece.about_own_school else None
        of_another = piece.own is None and self._of_others and self._of_others.search(piece.text)
        hints = replace(self._hints, assume=None) if of_another else self._hints
        return check_text(piece.text, self._awards, self._book, lambda _: self._school_of, own, hints)

    def _school_of(self, school: SchoolMention, _award: str | None, _year: int | None) -> str | None:
        name = ", ".join(part for part in (school.name, school.parent) if part)
        return self._schools.get(school.name.casefold()) or self._schools.get(name.casefold())


def _pieces(sections: Sequence[Section]) -> Iterator[_Piece]:
    """Our own text block by block: each must be true by itself, wherever it is quoted. An author's text as one."""
    for section in sections:
        own: dict[int, list[str]] = {}
        for block in section.blocks:
            if isinstance(block, Paragraph | Bullets) and block.own is not None:
                own.setdefault(block.own, []).extend(_texts(block))
            else:
                yield from (_Piece(text, None, section.key != "peers") for text in _texts(block))
        for number, texts in own.items():
            yield _Piece("\n\n".join(texts), number, True)


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Paragraph() if not block.quoted:
            yield plain(block.runs)
        case Bullets():
            yield from map(plain, block.items)
        case Heading():
            yield block.text
        case Table() if not block.labelled:
            yield block.caption
        case Figure():
            yield block.caption
