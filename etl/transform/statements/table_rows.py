"""Rows of tables in drafts: "| 2018 | received |" under "| Year | HEED Award |"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from etl.transform.statements.lines import Line, Scene
from etl.transform.statements.values import AwardMention, Win

_CELL = re.compile(r"(?:^|(?<=\|))[^|]*")
_RULE = re.compile(r"[\s|:+-]+")
"""The line between the head of a table and its rows."""
_OF_AWARDS = re.compile(
    r"(?:^|\|)\s*(?:awards?|honou?rs?|recognitions?|distinctions?|names?)\s*(?:\||$)", re.IGNORECASE
)
"""The head of a column in which each row names its own award."""
_YEAR = re.compile(r"\s*(20[0-4]\d)\s*")
_WON = re.compile(
    r"\s*(?:(?:won|wins?|winner|received?|awarded|yes|named|selected|chosen|honou?red|recogni[sz]ed|recipient|earned|x)\b"
    r"|[✓✔])",
    re.IGNORECASE,
)
_NOT_WON = re.compile(
    r"\s*(?:[-–—]|n/?a|no|none|not|did(?: not|n't)|lost|declined|withdrawn|pending|planned|applied|submitted|"
    r"unknown|\?)"
    r"(?:\W|$)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Cell:
    start: int
    end: int
    text: str


def is_row(line: Line) -> bool:
    """Whether a line is a row of a table, its head or the line below that."""
    return line.text.count("|") >= 1 and line.sentence.headline


def wins_of_row(scene: Scene, line: Line) -> Iterator[Win]:
    """The win that a row tells of: its year, and an award that it names or whose column says "won"."""
    head = _head_of(scene.lines, line)
    if head is None or head is line:
        return
    cells = _cells(line)
    years = [cell for cell in cells if _YEAR.fullmatch(cell.text)]
    if len(years) != 1:
        return
    award = line.awards[0] if line.awards else _of_column(scene, head, cells)
    if award is None or (line.awards and any(_NOT_WON.match(cell.text) for cell in cells)):
        return
    year = years[0]
    school = line.schools[0] if line.schools else None
    at = line.start + year.start
    yield Win(at, at + len(year.text.strip()), award.award, int(year.text), "claimed", school, award.health)


def _head_of(lines: Sequence[Line], line: Line) -> Line | None:
    """The head of the table to which a row belongs."""
    at = line.number
    while at and is_row(lines[at - 1]):
        at -= 1
    below = lines[at + 1] if at + 1 < len(lines) else None
    return lines[at] if below and is_row(lines[at]) and _RULE.fullmatch(below.text) else None


def _of_column(scene: Scene, head: Line, cells: Sequence[_Cell]) -> AwardMention | None:
    """The award that heads a column in which the row says "won", else that of the text where any column says so."""
    for at, name in enumerate(_cells(head)):
        of_award = next((a for a in head.awards if name.start <= a.start - head.start < name.end), None)
        if of_award and at < len(cells):
            return of_award if _WON.match(cells[at].text) else None
    if _OF_AWARDS.search(head.text):
        return None  # the row is of another award than ours
    return scene.award if any(_WON.match(cell.text) for cell in cells) else None


def _cells(line: Line) -> list[_Cell]:
    found = []
    for match in _CELL.finditer(line.text):
        lead = len(match[0]) - len(match[0].lstrip())
        found.append(_Cell(match.start() + lead, match.end(), match[0].strip()))
    return found
