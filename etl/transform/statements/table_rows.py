"""Rows of tables in drafts: "| 2018 | received |" under "| Year | HEED Award |"; a cell is a line of its own."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from etl.transform.statements.carried import year_above
from etl.transform.statements.lines import Line, Scene
from etl.transform.statements.numbers import CARDINAL, number
from etl.transform.statements.values import AwardMention, ClaimKind, Counted, Denial, SchoolMention, Win

_CELL = re.compile(r"(?:^|(?<=\|))[^|]*")
_RULE = re.compile(r"[\s|:+-]+")
"""The line between the head of a table and its rows."""
_OF_AWARDS = re.compile(
    r"(?:^|\|)\s*(?:awards?|honou?rs?|recognitions?|distinctions?|names?)\s*(?:\||$)", re.IGNORECASE
)
"""The head of a column in which each row names its own award."""
_YEAR = re.compile(r"\s*(20[0-4]\d)\s*")
_OF_YEARS = re.compile(r"(?:^|\|)\s*(?:award )?(?:years?|cycle)\s*(?:\||$)", re.IGNORECASE)
_ANY_YEAR = re.compile(r"(?<!\d)20[0-4]\d(?!\d)")
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
_LOST = re.compile(
    r"\s*(?:no|not (?:received|awarded|won|selected|named|chosen|an? \w+)|did(?: not|n't)\b.*)\W*$", re.IGNORECASE
)
"""What a cell says of a year in which there was no win; a dash says nothing."""
_BARE = re.compile(rf"(?P<n>{CARDINAL})(?:\s+(?:HEED\s+)?(?:awards?|wins?|times?|years?|honou?rs?))?", re.IGNORECASE)
"""A cell that holds a number and little else."""
_FIRST = re.compile(r"\bfirst\b", re.IGNORECASE)
_COLUMNS: tuple[tuple[ClaimKind, re.Pattern[str]], ...] = (
    ("first_time", _FIRST),
    ("consecutive", re.compile(r"\b(?:run|streak|consecutive|in a row|straight)\b", re.IGNORECASE)),
    (
        "total",
        re.compile(r"\b(?:awards|wins|HEEDs|times|total|count|number|how (?:many|often))\b(?!.*\brecipients)", re.I),
    ),
)
"""What a bare number, or a bare year of the first award, counts in a column of that head."""


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
    head, year = _heads(scene).get(line.number), _year_cell(line)
    if head is None or head is line or year is None:
        return
    cells = _cells(line)
    award = line.awards[0] if line.awards else _of_column(scene, head, cells, _WON)
    if award is None or (line.awards and any(_NOT_WON.match(cell.text) for cell in cells)):
        return
    at = line.start + year.start
    yield Win(at, at + len(year.text), award.award, int(year.text), "claimed", _school_of(line), award.health)


def denials_of_row(scene: Scene, line: Line) -> Iterator[Denial]:
    """The win that a row denies: its year, and "no" or "not received" in the column of the award."""
    head, year = _heads(scene).get(line.number), _year_cell(line)
    award = _of_column(scene, head, _cells(line), _LOST) if head and head is not line else None
    if award and year:
        lost = next(cell for cell in _cells(line) if _LOST.match(cell.text))
        start, end = min(year.start, lost.start), max(year.start + len(year.text), lost.start + len(lost.text))
        yield Denial(line.start + start, line.start + end, award.award, int(year.text), _school_of(line))


def _year_cell(line: Line) -> _Cell | None:
    """The one cell of a row that holds a year alone."""
    years = [cell for cell in _cells(line) if _YEAR.fullmatch(cell.text)]
    return years[0] if len(years) == 1 else None


def cells_of(scene: Scene, line: Line) -> Iterator[tuple[Scene, Line]]:
    """The cells of a row about the award as lines of their own, each with the scene in which it is to be read: its year
    is that of its row, of the head of its column or of what stands above the table. None for the head of a table.
    """
    head = _heads(scene).get(line.number)
    if head is line or _RULE.fullmatch(line.text) or not _about_award(scene, line, head):
        return
    school, award = _school_of(line), _award_of(line, head)
    for at, cell in enumerate(_cells(line)):
        year = _year_of(scene, line, head, at)
        awards = tuple(one for one in line.awards if cell.start <= one.start - line.start < cell.end)
        own = school if school and not cell.start <= school.start - line.start < cell.end else None
        sentence = replace(
            line.sentence, start=line.start + cell.start, end=line.start + cell.start + len(cell.text),
            text=cell.text, headline=False, item=True,
        )  # fmt: skip
        schools = (replace(own, start=sentence.start, end=sentence.start),) if own else line.schools if school else ()
        read = replace(line, sentence=sentence, awards=awards, schools=schools, boilerplate=False)
        yield _read_in(scene, award, year), read


def counted_of_row(scene: Scene, line: Line) -> Iterator[Counted]:
    """The counts that are bare numbers under a head that tells what they count: "2" under "HEED Awards"."""
    head = _heads(scene).get(line.number)
    award = _award_of(line, head) or scene.award
    if head is None or head is line or award is None or not _about_award(scene, line, head):
        return
    heads = _cells(head)
    for at, cell in enumerate(_cells(line)):
        claim = next((one for one, told in _COLUMNS if at < len(heads) and told.search(heads[at].text)), None)
        year, bare = _YEAR.fullmatch(cell.text), _BARE.fullmatch(cell.text)
        start = line.start + cell.start
        if claim == "first_time" and year:
            yield Counted(
                start, start + len(cell.text), cell.text, claim, 1, int(year[1]), award.award, _school_of(line)
            )
        elif claim in ("consecutive", "total") and bare and not year and (n := number(bare["n"])) > 1:
            of_row = _year_of(scene, line, head, at) or scene.year
            yield Counted(start, start + len(cell.text), cell.text, claim, n, of_row, award.award, _school_of(line))


def _school_of(line: Line) -> SchoolMention | None:
    return line.schools[0] if line.schools else None


def _award_of(line: Line, head: Line | None) -> AwardMention | None:
    return next(iter((*line.awards, *(head.awards if head else ()))), None)


def _about_award(scene: Scene, line: Line, head: Line | None) -> bool:
    """Whether a row can tell of our award: it names it, its table or the line above that does, or it is a school's in a
    table of schools.
    """
    if line.awards:
        return True
    if head is None or _OF_AWARDS.search(head.text):
        return False
    above = scene.lines[head.number - 1] if head.number else None
    return bool(head.awards or line.schools or (above and above.awards))


def _year_of(scene: Scene, line: Line, head: Line | None, at: int) -> int | None:
    """The year of a cell: that of the head of its column, else the one cell of its row that is a year (not of a first
    award), else the one in its first cell, else that of what stands above the table.
    """
    cells, heads = _cells(line), [cell.text for cell in _cells(head)] if head else []
    heads += [""] * (len(cells) - len(heads))
    alone = [
        cell.text
        for cell, name in zip(cells, heads, strict=False)
        if _YEAR.fullmatch(cell.text) and not _FIRST.search(name)
    ]
    for text in (heads[at], alone[0] if len(alone) == 1 else "", cells[0].text if at else ""):
        years = set(map(int, _ANY_YEAR.findall(text)))
        if len(years) == 1 and max(years) <= scene.hints.latest:
            return years.pop()
    top = head or line
    return None if scene.year and scene.year_printed else year_above(scene, top)


def heads_of(lines: Sequence[Line]) -> dict[int, Line]:
    """The head of its table by the number of each row, for tables that have one."""
    found: dict[int, Line] = {}
    head: Line | None = None
    above: Line | None = None
    for line in lines:
        if not is_row(line):
            head = above = None
            continue
        if above is None:
            below = lines[line.number + 1] if line.number + 1 < len(lines) else None
            head = line if below and (_RULE.fullmatch(below.text) or _is_head(line, below)) else None
        if head:
            found[line.number] = head
        above = line
    return found


def _is_head(line: Line, below: Line) -> bool:
    """Whether a row without a line below it is a head: it speaks of years and holds none, as the row below does."""
    of_years = _OF_YEARS.search(line.text) and not _ANY_YEAR.search(line.text)
    return bool(of_years) and is_row(below) and bool(_ANY_YEAR.search(below.text))


@lru_cache(maxsize=1)
def _heads(scene: Scene) -> dict[int, Line]:
    return heads_of(scene.lines)


@lru_cache(maxsize=64)
def _read_in(scene: Scene, award: AwardMention | None, year: int | None) -> Scene:
    """The scene in which a cell of that award and year is read: one for all such cells, as much hangs on it."""
    return replace(scene, award=award or scene.award, year=year or scene.year, year_printed=bool(year))


def _of_column(scene: Scene, head: Line, cells: Sequence[_Cell], said: re.Pattern[str]) -> AwardMention | None:
    """The award that heads a column in which the row says so, else that of the text where any column does."""
    for at, name in enumerate(_cells(head)):
        of_award = next((a for a in head.awards if name.start <= a.start - head.start < name.end), None)
        if of_award and at < len(cells):
            return of_award if said.match(cells[at].text) else None
    if _OF_AWARDS.search(head.text):
        return None  # the row is of another award than ours
    return scene.award if any(said.match(cell.text) for cell in cells) else None


def _cells(line: Line) -> list[_Cell]:
    found = []
    for match in _CELL.finditer(line.text):
        lead = len(match[0]) - len(match[0].lstrip())
        found.append(_Cell(match.start() + lead, match.end(), match[0].strip()))
    return found
