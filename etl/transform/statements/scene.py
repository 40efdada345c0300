"""What a text is about as a whole: its main award, award year and school, and its lines with what each names."""

import re
from collections.abc import Sequence

from etl.transform.statements.awards_named import awards_named
from etl.transform.statements.carried import with_schools_above
from etl.transform.statements.cues import is_boilerplate, of_school, of_somebody
from etl.transform.statements.lines import FEWEST_LISTED, TITLED, Line, Scene, is_name, is_unit
from etl.transform.statements.looking_back import with_entry_years
from etl.transform.statements.scene_day import page_day
from etl.transform.statements.scene_giver import named_by_giver
from etl.transform.statements.scene_plain import with_plain_honours
from etl.transform.statements.scene_school import main_school, with_the_university, with_the_whole
from etl.transform.statements.scene_year import main_year
from etl.transform.statements.schools_named import schools_named
from etl.transform.statements.sentences import by_sentence, likeness, sentences_in
from etl.transform.statements.sought import Cue, sought
from etl.transform.statements.table_rows import heads_of
from etl.transform.statements.values import AwardCodes, AwardMention, Hints, SchoolMention, Sentence
from etl.transform.statements.years import stated_years

_NO_NEWS = sought(
    "applications|nominations|job |position |qualifications",
    r"\b(?:invites? (?:applications|nominations)|seeks? applications|applications are invited|"
    r"(?<!their )(?<!his )(?<!her )(?<!our )(?<!my )(?<!a )job description|"
    r"job (?:summary|title)|position (?:summary|description|overview)|"
    r"(?:minimum|preferred|required) qualifications|nominations and applications|applications and nominations)\b",
    re.IGNORECASE,
)
"""What tells that a text looks for people: the awards that it names are no news."""
_REPORTED = re.compile(
    r"\b(?:announced|said|reported|learned|heard|told|noted|revealed)\b(?:\s+\w+){0,3}?\s+that\s+[^.;]{0,60}?\bhad\s+\w+",
    re.I,
)
"""How news is told of as somebody else's: "the magazine announced that the university had won"."""
_BEFORE = sought(
    "previously|in the past|formerly|had ", r"\b(?:previously|in the past|formerly|had (?:won|received|earned))\b", re.I
)
_STANDING = re.compile(
    r"\W*(?:about (?:us|the (?:college|school|university))|who we are|(?:our|the) history|at a glance)\W*", re.I
)
"""The title of a page that stands there for good."""
_REPORT = re.compile(r"\bannual report\b|\bin (?:the )?academic year 20\d\d", re.IGNORECASE)
_CAREER = Cue(
    r"\b(?:previously|formerly|before (?:coming|joining)|(?:graduated?|alum\w+|degrees?|doctorate|ph\.?d\.?|came|"
    r"arrived)(?: in [\w ]{2,30})?\s(?:of|from|at)|photos? (?:of|from|by)|"
    r"(?:taught|worked|studied|served|roles?|posts?|positions?|jobs?)(?: \w+){0,3} at)\b[^.;]{0,60}$"
)
"""What tells before a school that somebody was there."""
MANY_YEARS = 2
"""Years in one sentence that tell of the past."""
LEAD = 4
"""Lines after which a win is no longer what the text announces, unless a headline says so."""


def scene(plain: str, codes: AwardCodes, hints: Hints) -> Scene:
    """The scene of a text in plain characters; without a known award it has no lines."""
    awards = awards_named(plain, codes, hints)
    if not awards and hints.assume is None:
        return Scene((), hints, None, None, False, None, False)
    told = sentences_in(plain)
    schools = schools_named(told, awards, plain, hints)
    lines = _lines(told, awards, schools, hints)
    lines = with_entry_years(named_by_giver(lines))
    lead = _announcing(lines)
    if not lead:
        lines = with_plain_honours(lines, awards)
        lead = _announcing(lines)
    rows = heads_of(lines) if hints.several else {}
    prose = [line for line in lines if line.number not in rows]
    lead = [line for line in lead if line.number not in rows]
    announcing = [] if _NO_NEWS.search(plain) else _news(lead, prose, hints)
    announcing = [line for line in announcing if not of_somebody(line.text)]
    award = _main_award(announcing or [line for line in lines if line.wins])
    if award is None and hints.assume:
        award = AwardMention(0, 0, hints.assume)
    year, printed = main_year(prose, announcing, award, hints)
    first = hints.first_years.get(award.award, 0) if award else 0
    if year and not printed and year == first - 1:
        year = first
    school = main_school(announcing, [one for line in lines for one in line.schools if not _of_career(line, one)])
    if hints.several or not announcing or _under_units(lines):
        lines = with_schools_above(lines, school)
    if school:
        lines = with_the_whole(with_the_university(lines) if is_unit(school) else lines, school)
    told_first = next((line.number for line in announcing if not line.sentence.headline), len(lines))
    return Scene(tuple(lines), hints, award, year, printed, school, bool(announcing), told_first)


def _of_career(line: Line, school: SchoolMention) -> bool:
    """Whether a school is where somebody worked or studied before: "previously held a role at Hart University"."""
    return not line.awards and _CAREER.search(line.text[: school.start - line.start])


def _under_units(lines: Sequence[Line]) -> bool:
    """Whether the parts of a text stand under the names of schools, of which they tell."""
    heads = [line for line in lines if line.sentence.headline and is_name(line) and is_unit(line.schools[0])]
    return len(heads) >= FEWEST_LISTED and all(
        not lines[head.number + 1].sentence.headline for head in heads if head.number + 1 < len(lines)
    )


def _lines(
    told: Sequence[Sentence], awards: Sequence[AwardMention], schools: Sequence[SchoolMention], hints: Hints
) -> list[Line]:
    lines = []
    each = zip(told, by_sentence(told, awards), by_sentence(told, schools), strict=True)
    for number, (sentence, inner, named) in enumerate(each):
        about_giver = is_boilerplate(sentence.text, bool(named) or sentence.headline)
        if hints.shared and not named and not about_giver:
            about_giver = not of_school(sentence.text) and likeness(sentence.text) in hints.shared
        lines.append(Line(number, sentence, tuple(inner), tuple(named), about_giver))
    return lines


def _announcing(lines: Sequence[Line]) -> list[Line]:
    """The headlines and lines of the lead that tell of a win, past wins left out."""
    with_award = [line for line in lines if line.wins and not _past_only(line)]
    end = _end_of_lead(lines)
    lead = [line for line in with_award if line.number < end or _near_top(line, lines)]
    return [line for line in lead if not _passing(line)]


def _news(announcing: Sequence[Line], lines: Sequence[Line], hints: Hints) -> list[Line]:
    """The announcing lines; none in a text without a day that looks back: its only one names several years."""
    if any(_REPORT.search(line.text) for line in lines[:TITLED]):
        return []
    day = page_day(lines, hints)
    if day is None and any(_STANDING.fullmatch(line.text) for line in lines[:TITLED]):
        return []
    if any(line.sentence.headline for line in announcing) or day:
        return list(announcing)
    return [line for line in announcing if not _looks_back(line, hints)]


def _looks_back(line: Line, hints: Hints) -> bool:
    """Whether a line tells of several years alike: "in 2016 and again in 2018", "the 2017 and 2018 awards"."""
    several = len({year.year for year in stated_years(line.text, hints)}) >= MANY_YEARS
    alike = re.search(r"\b20\d\d,?\s+(?:and|&)\s+20\d\d\b", line.text[: line.awards[0].start - line.start])
    return several and (bool(alike) or not any(award.year for award in line.awards))


def _end_of_lead(lines: Sequence[Line]) -> int:
    body = [line.number for line in lines if not line.sentence.headline]
    return body[min(LEAD, len(body) - 1)] + 1 if body else len(lines)


def _near_top(line: Line, lines: Sequence[Line]) -> bool:
    return line.number < len(lines) / 2 or line.sentence.start < 1500


def _past_only(line: Line) -> bool:
    """Whether the award is only named as one of earlier years."""
    before = line.text[: line.awards[0].start - line.start]
    told = _BEFORE.search(before)
    return bool(told) and not _REPORTED.search(before)


def _passing(line: Line) -> bool:
    """Whether the win is only told in passing: as an apposition or in a list of awards."""
    award = line.awards[0]
    after = line.text[award.end - line.start :]
    before = line.text[: award.start - line.start]
    listed = re.match(r"(?:\s+(?:recipient|winner|honou?ree)s?)?\s*\((?:19|20)\d\d(?:\s*[,;]|\s*-)", after)
    entry = re.match(r"\s*(?:19|20)\d\d\s*[:–—-]\s", line.text)
    apposed = re.search(
        r",\s+an?\s+(?:past\s+|former\s+|\d{4}(?:(?:,?\s+and|,|\s*&)\s*\d{4})*\s+|proud\s+|previous\s+|"
        r"multi\w*\s+)?(?:winner|recipient|"
        r"holder)\s+of\s+(?:the|a|an)\s+$",
        before,
        re.I,
    )
    recently = re.match(r"[^.;]{0,40}\bmost recently\b", after)
    alone = re.search(r"\((?:20\d\d\s+)?$", before) and after.startswith(")")
    return bool(listed or entry or apposed or alone or recently or re.match(r"\s*Awards:", line.text))


def _main_award(lines: Sequence[Line]) -> AwardMention | None:
    named = [award for line in lines for award in line.awards]
    full = [award for award in named if not award.on_top]
    health = [award for award in full if award.health]
    return next(iter(health or full or named), None)
