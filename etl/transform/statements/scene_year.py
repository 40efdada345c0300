"""The award year that a text is about."""

import re
from collections.abc import Iterator, Sequence

from etl.transform.statements.cues import DENIED, PAST
from etl.transform.statements.lines import Line, Scene
from etl.transform.statements.scene_day import HEAD, page_day
from etl.transform.statements.sought import sought
from etl.transform.statements.values import AwardMention, Hints
from etl.transform.statements.years import issue_year, stated_years

_SPRING = 7
"""Up to this month, a page tells of the award of the year before: winners are made known from August to December."""


def main_year(
    lines: Sequence[Line], announcing: Sequence[Line], award: AwardMention | None, hints: Hints
) -> tuple[int | None, bool]:
    """The award year, and whether the text prints it: beside the award, else in an announcing line, else the page's."""
    if hints.several:  # the year in which a draft denies a win is not its own
        lines, announcing = ([one for one in some if not DENIED.search(one.text)] for some in (lines, announcing))
    told = [line for line in (announcing or lines) if not line.boilerplate]
    of_page = year_of_page(lines, award, hints)
    if of_page and (issue := _coming_issue(lines)) and issue < of_page:
        of_page = issue  # the day in the head is that of a later visit
    if of_page and (newest := _newest_of_news(lines, announcing)) and newest < of_page - 1:
        of_page = newest
    near = [
        (
            award.year,
            bool(of_page and award.year < of_page - (not _OF_WHOLE.search(line.text)))
            or of_past(line, award.start)
            or _OF_FIRST.search(line.text[: award.start - line.start]),
        )
        for line in told
        for award in line.awards
        if award.year and not _APPLIED.search(line.text[: award.start - line.start])
    ]
    beside = [year for year, past in near if not past]
    if hints.several and (listed := _of_draft(lines, announcing)):
        return listed, True
    if not (beside or of_page or hints.several):
        beside = [year for year, _ in near]
    if beside and (announcing or len(set(beside)) == 1):
        return beside[0], True
    if not announcing:
        return (beside[0] if beside else None), bool(beside)
    printed = _printed(lines, announcing, of_page, hints)
    if printed:
        return printed, True
    return _of_issue(lines, of_page, hints) or of_page or _of_words(lines, announcing, hints), False


def year_of_page(lines: Sequence[Line], award: AwardMention | None, hints: Hints) -> int | None:
    """The award year of which a page of that day tells, None where it has no day."""
    day = page_day(lines, hints)
    same = day and (day.month > _SPRING or (award and award.apart))
    return None if day is None else day.year if same else day.year - 1


def _of_draft(lines: Sequence[Line], announcing: Sequence[Line]) -> int | None:
    """The year of the list on which the first announcing line of a draft puts its school, or of the award with which a
    line begins.
    """
    first = next((line for line in announcing if not line.sentence.headline), None)
    told = {int(year) for year in _OF_LIST.findall(first.text)} if first else set()
    if first and not told and not _ANY_YEAR.search(first.text):
        told = {int(match[1]) for line in lines if (match := _THE_AWARD_OF.match(line.text))}
    return told.pop() if len(told) == 1 else None


_THE_AWARD_OF = re.compile(r"(?:The|This|Our)\s+(20[0-4]\d)\s+(?:HEED\s+)?(?:award|honou?r|recognition)\b")
_LAST = re.compile(
    r"\blast (?:fall|autumn|august|september|october|november|december)\b|^\W*last year,?\s", re.IGNORECASE
)


def year_told_as_last(scene: Scene, line: Line) -> int | None:
    """The year before that of the page, where a line tells of its fall or begins with it; None where it does not."""
    if not _LAST.search(line.text):
        return None
    day = page_day(scene.lines, scene.hints)
    now = day.year if day else scene.year
    return now - 1 if now else None


def year_for(scene: Scene, award: AwardMention | None) -> int | None:
    """The year of an award that its line does not tell: that of the text, or of its day for one of another season."""
    if scene.award is None or award is None or award.apart == scene.award.apart:
        return scene.year
    return year_of_page(scene.lines, award, scene.hints) or scene.year


def _printed(lines: Sequence[Line], announcing: Sequence[Line], of_page: int | None, hints: Hints) -> int | None:
    """The newest year that is printed as the award's: "the 2021 recipients", one in an announcing line or beside an
    award further down. One that lies more than a year before the page's is of another time.
    """
    bare = [
        year
        for line in lines
        for year, before in _of_winners(line.text)
        if of_page is None or year >= of_page or (year == of_page - 1 and not _BACK_THEN.search(before))
    ]
    if hints.several:
        told = [line for line in lines if of_page is None and not _TO_BE_KNOWN.search(line.text)]
        listed = {int(year) for line in told for year in _OF_LIST.findall(line.text)}
        bare = list(listed) if len(listed) == 1 else []
    if bare and max(bare) <= hints.latest:
        return max(bare)
    first = next((line.number for line in announcing if not line.sentence.headline), 0)
    spoken = [
        year.year
        for line in announcing
        for year in stated_years(line.text, hints)
        if not of_past(line, line.start + year.start)
        and not (hints.several and _WHEN.match(line.text, year.end))
        and (of_page is None or year.year >= of_page or line.number <= first)
    ]
    others = [
        a.year
        for line in lines
        for a in line.awards
        if a.year and not of_past(line, a.start) and (of_page in (None, a.year) or not _OF_WHOLE.search(line.text))
    ]
    newest = (max(years) for years in (spoken, others) if years)
    return next((year for year in newest if of_page is None or year >= of_page - 1), None)


def _of_winners(text: str) -> Iterator[tuple[int, str]]:
    """The years of "the 2021 recipients" and "70 schools were selected in 2024", each with what stands before it."""
    for match in (*_BARE_AWARD.finditer(text), *_SELECTED_IN.finditer(text)):
        yield int(next(filter(None, match.groups()))), text[: match.start()]


def _of_issue(lines: Sequence[Line], of_page: int | None, hints: Hints) -> int | None:
    """The year of the issue in which the winners are printed, where it is not another one than the page's."""
    issue = issue_year(line.text for line in lines)
    return issue if issue and issue <= hints.latest and of_page in (None, issue - 1, issue) else None


_FOR_YEAR = re.compile(r"For (20[0-4]\d), (?:the|our|its) ")
"""How a page begins to tell for what its school was chosen: "For 2023, the College's strengths included"."""
_WON_IN = re.compile(
    r"\bin\s+(?:aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?,?\s+(?:of\s+)?(20[0-4]\d)\b"
    r"(?!\s+(?:\w+\s+)?(?:issue|edition|magazine)\b)|\((?:aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?,?\s+(20[0-4]\d)\)",
    re.IGNORECASE,
)
"""The month in which a school was told that it had won: "In October 2023, the school was honored"."""


def _of_words(lines: Sequence[Line], announcing: Sequence[Line], hints: Hints) -> int | None:
    """The year of the month in which an announcing line tells of the win, or that for which the school was chosen: what
    dates a page without a day.
    """
    told = [int(month[1] or month[2]) for line in announcing for month in _WON_IN.finditer(line.text)]
    told += [int(match[1]) for line in lines if (match := _FOR_YEAR.match(line.text))]
    return next((year for year in told if year <= hints.latest), None)


_OF_WHOLE = re.compile(r"\b(?:[Uu]niversity|[A-Z][\w-]+)\s+(?:itself|as a whole)\b")
"""What tells of the university behind the news of its school, in a year of its own."""
_WHEN = re.compile(r",?\s+when\b")
"""How a year goes on of which something else is told, too: "in 2022, when we won as well"."""
_ANY_YEAR = re.compile(r"\b20[0-4]\d\b")


def _newest_of_news(lines: Sequence[Line], announcing: Sequence[Line]) -> int | None:
    """The award year that a headline tells, where the text below the head prints no later year: the day in its head is
    then that of a visit.
    """
    told = [award.year for line in announcing if line.sentence.headline for award in line.awards if award.year]
    below = [int(year) for line in lines[HEAD:] for year in _ANY_YEAR.findall(line.text) if "©" not in line.text]
    return max(told) if told and max(below, default=0) <= max(told) else None


def _coming_issue(lines: Sequence[Line]) -> int | None:
    """The year of the issue in which the winners are yet to be printed."""
    return issue_year(line.text for line in lines if _TO_COME.search(line.text))


_TO_COME = sought(
    "will|to be",
    r"\b(?:will|to be)\s+(?:\w+\s+)?(?:be\s+)?(?:featur|profil|publish|list|highlight|print|appear|recogni)\w*",
    re.I,
)


def of_past(line: Line, at: int) -> bool:
    """Whether what stands at that place of the text is told of earlier times."""
    before = re.split(r",?\s+but\s|;\s", line.text[max(0, at - line.start - 60) : at - line.start])[-1]
    return bool(
        PAST.search(before)
        or _APPLIED.search(before)
        or _ITS_FIRST.search(before)
        or re.search(r"\bnot\s+(?:win|won|receive|earn)", before, re.I)
    )


_ITS_FIRST = re.compile(r"\b(?:won|received|earned|got|garnered)\s+(?:its|our|their|the|a)\s+first\s+$", re.IGNORECASE)
"""What tells that an award behind it is the first of several: "won its first HEED Award in 2016"."""
_OF_FIRST = re.compile(
    r"\b(?:remember\w*|recall\w*|since|after|from)\s+(?:the|its|our|their)\s+first\s+$", re.IGNORECASE
)
"""What looks back at the first of several awards: "remembers the first HEED Award in 2019"."""
_APPLIED = re.compile(
    r"\b(?:first|initial|began|started)\s+(?:appl(?:ied|ications?|ying)|to apply|nominations?)\b", re.IGNORECASE
)
"""What tells that the year of an award is that in which a school first tried for it."""
_BACK_THEN = re.compile(
    r"\b(?:inaugural|first|was|were|earlier|past|previous|since|also)\s+(?:[\w']+\s+){0,3}$", re.IGNORECASE
)
"""What tells that "the 2012 winners" behind it are those of another time."""
_BARE_AWARD = re.compile(
    r"\b(20[0-4]\d)\s+(?:(?:round|class|cohort|group|list|crop|slate|edition) of (?:awards?|honou?rees?|recipients?|"
    r"winners?|honou?rs?)|(?:(?:diversity|excellence|inclusion|national)\s+)?awards?|honou?rees?|recipients?|winners?|awardees?|honou?rs?|list|class|cohort)\b"
    r"(?! of 20)",
    re.IGNORECASE,
)
_OF_LIST = re.compile(
    r"\b(20[0-4]\d)\s+(?:HEED\s+)?(?:list|recipients|winners|honou?rees|announcement|round)\b", re.IGNORECASE
)
"""The year of the winners of whom a draft without a day tells: "published its 2022 list on Thursday"."""
_TO_BE_KNOWN = re.compile(r"\b(?:will|when|once|until|would|next)\b", re.IGNORECASE)
"""What tells of winners yet to be made known."""
_SELECTED_IN = re.compile(
    r"\b(?:schools|colleges|universities|institutions|centers|campuses)\b[^.;]{0,60}?\b(?:were|are|have been)\s+"
    r"(?:selected|chosen|named|honou?red|recogni[sz]ed)\s+(?:in|for)\s+(20[0-4]\d)\b"
    r"|\bof\s+(?:the\s+)?(?:\w+\s+){1,2}(?:recipients|winners|honou?rees)\s+in\s+(20[0-4]\d)\b"
    r"|\b(?:gave|given|presented|awarded|received|won|earned)\b[^.;]{0,50}\b(?:the|this|its)\s+(?:award|honou?r)\s+in\s+(20[0-4]\d)\b"
    r"|\bonly\b[^.;]{0,60}?\bto\s+(?:have\s+)?(?:earn(?:ed)?|received?|w[io]n|get|got)\s+"
    r"(?:it|the \w+|this \w+)\s+in\s+(20[0-4]\d)\b",
    re.IGNORECASE,
)
"""The year in which all winners were chosen: "70 schools were selected in 2024", "the only one to earn it in 2024"."""
