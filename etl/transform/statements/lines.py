"""The lines of a text with what each names, and what the text as a whole is about."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from etl.transform.statements.cues import ANAPHOR, OTHER_LISTS, WIN
from etl.transform.statements.sought import Cue, sought
from etl.transform.statements.values import AwardMention, Hints, SchoolMention, Sentence

_LIST_HEAD = Cue(r"\b(?:recipients|winners|honou?rees|awardees|institutions|schools)\b")
_HONOURED_HEAD = re.compile(
    r"^(?!.*\b(?:ranked|finalists|scholarships?|grants?|dinner|ceremony|gala|banquet|employees|alumni|students)\b).*\b(?:honou?red|recogni[sz]ed|selected|chosen|picked|named|recipients|"
    r"winners|honou?rees|awardees|winning)\b.*:\s*$",
    re.IGNORECASE,
)
_YEARS_LISTED = re.compile(r":\s*20\d\d(?:,\s*20\d\d|,?\s+and\s+20\d\d)+")
_THIS_YEAR = Cue(r"\bhonou?red this year\b|\bthis year's (?:winners|recipients|honou?rees)\b")
_GIVEN_HEAD = re.compile(
    r"^The following\b.*\b(?:honou?red|recogni[sz]ed|selected|chosen|named|received|won|earned)\b.*:\s*$|"
    r"\b(?:went|goes|given|presented|awarded)\s+to(?:\s+the)?:\s*$",
    re.IGNORECASE,
)
"""A line with the award's name that leads to those who have it: "The HEED Award went to the:"."""
_HERE_THEY_ARE = re.compile(
    r"(?:here\b|(?:view|see|read) (?:the|a) (?:full |complete )?list\b|"
    r"they (?:are|include)\b|these are\b|(?:the\s+)?(?:full |complete |whole )?list\b)[^:;]{0,50}:\s*$",
    re.IGNORECASE,
)
"""A line that leads to the names of the winners of which the line before speaks: "Here they are:"."""
_WINNERS = Cue(r"\b(?:recipients|winners|honou?rees|awardees)\b")
_NAMED = re.compile(r"\b(?:awards?|schools?|institutions?|denotes?|indicates?|an?|the)\b", re.IGNORECASE)
"""Words that may stand beside a tier's name without telling of a win."""
FURTHEST_HEAD = 4
"""Lines between a win and the list of those who have it."""
LONGEST_HEAD = 25
"""Words of a line that can head a list of schools."""
FEWEST_LISTED = 3
TITLED = 3
"""Lines in which a document says what it is."""


_WIN = Cue(WIN.pattern)
"""The same, where it is only asked whether a line holds it."""


@dataclass(frozen=True)
class Line:
    """A sentence with the awards and schools that it names; `boilerplate` says nothing about a school."""

    number: int
    sentence: Sentence
    awards: tuple[AwardMention, ...]
    schools: tuple[SchoolMention, ...]
    boilerplate: bool

    @cached_property
    def text(self) -> str:
        """The sentence in plain characters."""
        return self.sentence.text

    @cached_property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.sentence.start

    @cached_property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.sentence.end

    @cached_property
    def speaks_of_win(self) -> bool:
        """Whether it holds a word for a win, of whatever award."""
        return _WIN.search(self.text)

    @cached_property
    def speaks_of_award(self) -> bool:
        """Whether it holds a word for an award, by which it can mean one that is named elsewhere."""
        return ANAPHOR.search(self.text)

    @cached_property
    def names_other_list(self) -> bool:
        """Whether it names the giver or the list of another honour."""
        return bool(OTHER_LISTS.search(self.text))

    @cached_property
    def wins(self) -> bool:
        """Whether it tells of a win of an award that it names."""
        if not self.awards or self.boilerplate:
            return False
        bare = (self.sentence.headline and not self._explains) or (
            self.sentence.item and bool(self.awards[0].year or _YEARS_LISTED.search(self.text))
        )
        return bare or self.speaks_of_win

    @property
    def _explains(self) -> bool:
        """Whether it holds nothing but a tier's name: what explains the mark beside names, or the title of a part."""
        return all(award.on_top for award in self.awards) and not re.search(
            r"\w", _NAMED.sub("", self._without_awards())
        )

    def _without_awards(self) -> str:
        cut, at = "", self.start
        for award in self.awards:
            cut, at = cut + self.text[at - self.start : award.start - self.start], award.end
        return cut + self.text[at - self.start :]


@dataclass(frozen=True, eq=False)
class Scene:
    """The lines of a text, and what it announces, where it announces anything.

    Each is one of its own, so that what was found in a whole text can be kept by its scene.
    """

    lines: tuple[Line, ...]
    hints: Hints
    award: AwardMention | None
    year: int | None
    year_printed: bool
    school: SchoolMention | None
    announces: bool
    first_told: int = 0
    """Number of the line of the body that tells of a win first."""

    def far_above(self, line: Line) -> bool:
        """Whether a line of a draft stands well above the first that names an award: it tells of something else."""
        title = line.sentence.headline or not line.number
        return self.hints.several and not title and line.number < self._first_told

    @cached_property
    def _first_told(self) -> int:
        """The line that names an award first, or the one before it where that tells of a win."""
        first = next((one for one in self.lines if one.awards), None)
        return first.number - first.wins if first else 0

    def first_year(self, award: str | None) -> int:
        """The first year in which a win of the award or of the one it split off from is believed."""
        years = self.hints.first_years
        code = self.hints.older.get(award or "", award or "")
        return years.get(code, years.get(award or "", min(years.values(), default=2000)))

    def began(self, award: str | None) -> int:
        """The year in which the award was given for the first time, by that name."""
        return self.hints.first_years.get(award or "") or self.first_year(award)


_UNIT = re.compile(
    r"\b(?:School|College|Faculty) (?:of|for)\b|Medical School|Law (?:School|Center)|Librar|Nursing$|Dental$|Medicine$"
)


def is_unit(school: SchoolMention) -> bool:
    """Whether a name is that of a part of a university: a school, a college, its libraries."""
    return bool(_UNIT.search(school.name))


_NO_WIN_BEHIND = re.compile(
    r"\s*(?:applications?|nominations?|(?:submission|entry)\s+(?:form|packet|process|portal)|"
    r"summit|ceremony|dinner|luncheon|banquet|gala|webinar|"
    r"(?:selection\s+)?(?:criteria|deadline|committee|survey|summary))\b(?!\s+(?:was|were)\s+(?:selected|chosen|honou?red))|"
    r"[- ](?:winning|recipient|honou?red)\s+(?:institutions|schools|colleges|universities|campuses|years)\b",
    re.IGNORECASE,
)


_KNOWN_AS = re.compile(r"\b(?:was|formerly|previously|been|is)\s+(?:\w+\s+)?(?:known|called)\s+(?:as\s+)?(?:the\s+)?$")


def is_no_win(line: Line, award: AwardMention) -> bool:
    """Whether the words around an award tell of no win: "the HEED Award application", "formerly known as"."""
    before = award.start - line.start
    renamed = award.on_top and _KNOWN_AS.search(line.text, 0, before)
    return bool(
        renamed
        or _FROM_AMONG.search(line.text, 0, before)
        or _MENTION_FOR.search(line.text, 0, before)
        or _NO_WIN_BEHIND.match(line.text, award.end - line.start)
    )


_FROM_AMONG = re.compile(
    r"\b(?:picked|chosen|selected|drawn|named|come)\s+from\s+(?:among\s+)?the\s+(?:[\w-]+\s+){1,3}$", re.IGNORECASE
)
"""What tells that the winners of an award are those from whom others were chosen: "picked from the best scoring"."""
_MENTION_FOR = re.compile(r"\bmentions?\s+(?:for|in|of)\s+(?:the|its|an?)\s+(?:\w+\s+)?$", re.IGNORECASE)
"""What tells that a school was mentioned beside the winners: "an honorary mention for the annual"."""
_WE = re.compile(r"\b[Ww]e\s+(?:were|won|received|earned|got|had)\b")
"""What tells that the win of a line is one's own, whatever school stands behind."""
_GIVEN_TO = re.compile(
    r"\b(?:which|that)\s[^.;,]{0,60}?\b(?:gave|given|presented|awarded|bestowed|conferred|granted|went)\s+(?:up)?(?:on|to)"
    r"\s+(?:the\s+|our\s+)?$"
)
"""How a school is led in to which an award was given of which a line told: "the award, which they gave to Lakeside"."""
_WHOLE_BEFORE = re.compile(r"\b[Tt]he (?:university|institution)\s+(?:is|was|has|also|itself|again)\b")
"""A university of which a line speaks before its units."""


def subject_of(line: Line, at: int) -> SchoolMention | None:
    """The school of which a line speaks at a place: the nearest before it in its clause, else the first after it there,
    else the nearest before or behind the clause; None: not named.
    """
    begin = line.start + line.text.rfind(";", 0, at - line.start) + 1
    end = line.text.find(";", at - line.start)
    stop = line.start + end if end >= 0 else line.end
    before = [school for school in line.schools if school.end <= at]
    after = [school for school in line.schools if school.start >= at]
    if not before and after and is_unit(after[0]) and _WHOLE_BEFORE.search(line.text, 0, at - line.start):
        return None
    if not before and after and _WE.search(line.text, begin - line.start, after[0].start - line.start):
        return None
    if (
        after
        and _GIVEN_TO.search(line.text, at - line.start, after[0].start - line.start)
        and not (WIN.search(line.text, begin - line.start, at - line.start))
    ):
        return after[0]
    here = [s for s in before if s.start >= begin][-1:] or [s for s in after if s.end <= stop][:1]
    return next(iter([*here, *before[-1:], *after[:1]]), None)


def names_under(lines: Sequence[Line], head: Line) -> list[Line]:
    """The names that stand line by line under a head such as "2023 HEED Award Recipients"; else none.

    A head without the award's name ends in a colon behind a line that tells of a win: "Those honored include:".
    """
    leads = head.awards or head.text.rstrip().endswith(":") or _FOLLOWING.search(head.text)
    if not leads or len(head.text.split()) > LONGEST_HEAD:
        return []
    before = lines[max(0, head.number - FURTHEST_HEAD) : head.number]
    told = any(line.wins for line in (lines[: head.number] if _THIS_YEAR.search(head.text) else before))
    above = [line for line in before if not line.schools] + list(before[-1:])
    if _HERE_THEY_ARE.match(head.text) and any(_WINNERS.search(line.text) for line in above):
        return _names_below(lines, head)
    if names := _names_behind(lines, head):
        return names
    of_list = _LIST_HEAD.search(head.text) or _GIVEN_HEAD.search(head.text)
    if not (of_list if head.awards else told and _HONOURED_HEAD.search(head.text)):
        return []
    return _names_below(lines, head)


def _names_behind(lines: Sequence[Line], head: Line) -> list[Line]:
    """The names of a list of winners behind the sentences that lead to it, below its title or "the following"."""
    title = head.sentence.headline and head.awards and _TITLE_OF_LIST.search(head.text)
    if not (title or _FOLLOWING.search(head.text)):
        return []
    below = lines[head.number + 1 : head.number + 1 + _INTRODUCTION]
    first = next((line for line in below if line.schools), None)
    return _names_below(lines, lines[first.number - 1]) if first and first.number > head.number + 1 else []


_INTRODUCTION = 7
"""Lines below the title of a list in which its names begin."""
_TITLE_OF_LIST = re.compile(r"\b(?:recipients|winners|honou?rees|awardees)\W*$", re.IGNORECASE)
_FOLLOWING = sought(
    "following schools|following colleges|following institutions",
    r"\b(?:recipients|winners|honou?rees)\b.*\b(?:include|are)\b.*\bfollowing (?:schools|colleges|institutions)\b",
    re.I,
)
"""How a sentence leads to the names of winners: "Recipients include the following schools."."""


def _names_below(lines: Sequence[Line], head: Line) -> list[Line]:
    names = list(takewhile(is_name, lines[head.number + 1 :]))
    return names if len(names) >= FEWEST_LISTED else []


_GOES_ON = re.compile(r"(?:It|This|That)\s+(?:is|was|marks?|marked|makes?)\b")


def goes_on_from(scene: Scene, line: Line) -> Line | None:
    """The line before, where "It is the second year in a row" says more of the win of the one school named there."""
    before = scene.lines[line.number - 1] if line.number else None
    if before is None or line.awards or line.schools or not _GOES_ON.match(line.text) or not before.wins:
        return None
    return before if len({school.name for school in before.schools}) == 1 else None


_BEHIND_NAME = re.compile(
    r"(?:,?\s+(?:[A-Z][\w.]*(?:\s[A-Z][\w.]*)?)(?:,\s+(?:[A-Z][a-z]*\.?|[A-Z]{2}|[A-Z]\.[A-Z]\.)"
    r"(?:\s[A-Z][a-z]+)?)?)?"
)
"""The place behind a school's name in a list: ", Muncie, Ind."."""


def is_name(line: Line) -> bool:
    """Whether a line is a school's name and little else."""
    if not line.schools or WIN.search(re.sub(r"\([^)]*\)", "", line.text[line.schools[0].end - line.start :])):
        return False
    name = line.schools[0]
    behind = _BEHIND_NAME.match(line.text, name.end - line.start)
    rest = line.text[: name.start - line.start] + line.text[behind.end() if behind else name.end - line.start :]
    return len(re.sub(r"\([^)]*\)", "", rest).strip(" .*†")) <= name.end - name.start
