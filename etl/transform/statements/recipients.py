"""Numbers of recipients: of all winners of a year, or of those of a kind."""

import re
from collections.abc import Iterator
from dataclasses import replace

from etl.transform.statements.carried import year_above, year_alone, year_just_above
from etl.transform.statements.counted_about import GETS_IT
from etl.transform.statements.lines import Line, Scene
from etl.transform.statements.looking_back import is_of_another_honour
from etl.transform.statements.numbers import CARDINAL
from etl.transform.statements.recipient_numbers import SchoolNumber, school_numbers
from etl.transform.statements.scene_day import page_day
from etl.transform.statements.sought import Cue
from etl.transform.statements.values import AwardMention, Recipients
from etl.transform.statements.wins_schools import runs
from etl.transform.statements.years import stated_years

_PICKED = re.compile(r"\bone of\b[^.;]{0,80}?\b(?:picked|chosen|selected|honou?red|recogni[sz]ed|so named)\b", re.I)
_WERE_PICKED = re.compile(
    r"\b(?:institutions|schools|colleges|universities)\s+(?:received|got|earned|won)\s+it\b|"
    r"\bit\s+(?:(?:was|has been)\s+(?:given|presented|awarded)|went)\s+to\b|"
    r"\bgave\s+it\s+to\s+|\b(?:down|up)\s+from\b|"
    r"\bthere\s+(?:are|were)\s+(?:only\s+|just\s+)?[\w-]+\s+(?:in all|in total|of them|altogether)\b|"
    r"\bcan\s+(?:say|claim)\s+(?:the same|as much|this|that)\b|"
    r"\bnow\s+[\w-]+\s+(?:have been|are|were)\s+(?:chosen|selected)\b|"
    r"\b(?:only|just)\s+[\w-]+\s+were\s+(?:picked|chosen|selected)\b|"
    r"\b(?:chose|selected|picked|named)\s+(?:only\s+|just\s+)?[\w-]+\s+(?:schools|colleges|institutions|universities)\b",
    re.IGNORECASE,
)
_THERE_WERE = re.compile(r"There\s+(?:were|are)\b")
_WAS_ONE_OF = re.compile(r"(?:We|It|The \w+|[A-Z]\w+)\s+(?:was|were|is|are)\s+one\s+of\s+(?:the\s+|only\s+)?", re.I)
_HOW_MANY = re.compile(
    r"\W*How many (?:schools|colleges|institutions|campuses|others?)\b.*\b(?:won|win|get|got|receive\w*)\b", re.I
)
"""The question to which a number of winners is the answer."""
_LAST_YEAR = re.compile(
    r"\b(?:last year|the year before|a year (?:ago|earlier)),?\s+(?:to\s+|only\s+|just\s+|about\s+)*$", re.I
)
_NOW = re.compile(r"\bthis (?:year|fall|time),?\s[^.;]*$", re.IGNORECASE)
"""What tells before a number that it is that of the text's own year."""
_IN_GENERAL = re.compile(
    r"[^.;,]{0,20}\bin the (?:general|regular|main|other|institutional) (?:one|category)\b", re.IGNORECASE
)
"""What tells behind a number that it is that of the award for whole institutions."""
_NAMED_AS = re.compile(r"\b(?:named|designated|recogni[sz]ed|honou?red)\s+(?:as\s+)?(?:an?\s+)?$", re.IGNORECASE)
"""What leads to the tier of which a number is: "13 of the HEED Award's winners are recognized as Champions"."""
_GENERAL = re.compile(r"\b(?:general|regular|broader|university-wide|institutional|campus-wide)\s+$", re.IGNORECASE)
"""What sets the award for whole institutions apart from the one of which a health school tells."""
_FEWEST, _MOST = 2, 400
_FEW = 10
"""Below this, "four schools were honored" tells of the schools of the text, not of all."""
_ONE_OF = re.compile(r"\b(?:one (?:of|among)|only|just)\s+(?:\w+\s+)?$", re.IGNORECASE)
"""What leads to a small number that a draft tells of recipients; others are of the schools it speaks of."""
_DIGIT_OR_NUMBER = Cue(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|"
    r"seventy|eighty|ninety)\b"
)
_PRINTED = Cue(
    r"\b(?:issue|edition|magazine|list|winners|honou?rees|recipients|profiled?|featured?|editors|judges|reviewers)\b"
    r"|\bthis year\b[^.;]{0,80}\b(?:were|are|have been)\s+(?:picked|chosen|selected|named)\b"
)
"""What tells of a list of winners."""
_HONOUR = Cue(
    r"·|\b(?:awards?|awarded|honou?r\w*|recogni\w+|recipients?|winners?|awardees?|select\w+|chosen|chose|listed|named|names|picked|gave|"
    r"distinction|issue|edition|profil\w+|featur\w+|list|given|receiv\w+|earn\w*|won|win|winning|editors|judges|reviewers|designat\w+|"
    r"bestow\w+|say the same|"
    r"put|got it|to do so|carry|carries|hold|holds|titles?)\b"
)
"""What a sentence says of schools that it counts as winners; a dot stands for an award's name."""
_NO_WINNERS_BEFORE = re.compile(
    r"\b(?:from|at|serv\w+|visit\w+|(?:partner|work|collaborat|affiliat)\w*\s+with|of (?:its|our|their))\s+(?:\w+\s+)?$"
    r"|\b(?:alone|only (?:one|school|university|college))\s+(?:of|among)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_NO_WINNERS_BEHIND = re.compile(
    r"\s+(?:as\s+(?:\w+\s+)?(?:members|partners|founders)\b|"
    r"(?:(?:that|which|who)\s+)?(?:has|have)\s+(?:won|received|earned|got)\b[^.;]{0,60}?\b(?:every|each)\s+year\b|"
    r"(?:that|which|who)\s+(?:make up|belong|applied|apply|compete)|appl(?:ied|y|ying)\b|compet\w+|considered|"
    r"(?:try|tries|tried|vie|vied)\s+for\b|"
    r"are accredited|members?\b|"
    r"(?:[\w]+\s+){0,5}(?:now\s+)?(?:hold|have|earned|received)\s+the\s+(?-i:(?!HEED|Health|Higher|INSIGHT|Insight|Award)[A-Z])|"
    r"(?:(?:that|which|who)\s+)?(?:have|has|had)\s+(?:now\s+|also\s+)?(?:won|received|earned|got|held|taken)\b"
    rf"[^.;]{{0,60}}?\b{CARDINAL}\s+(?:times|years)\b)"
    r"|\s+of\s+(?:the\s+)?(?:(?!award)[\w']+\s+){0,4}(?:scholarships?|grants?|fellowships?|prizes?|medals?)\b"
    r"|[^.;]{0,50}?\bacross (?:campus|the (?:university|college|campus))\b",
    re.IGNORECASE,
)
_HEALTH = re.compile(r"\bhealth\b", re.IGNORECASE)
_THAT_YEAR = re.compile(r"[^.;]{0,60}?\bthat\s+year\b", re.IGNORECASE)
"""A year that stands somewhere before: read in a draft, which tells of many, by the line just above."""
_SAME_YEAR = re.compile(r"^\W*(?:[Ii]n\s+)?(?:[Tt]he|[Tt]hat)\s+(?:very\s+)?same\s+year\b|^\W*[Tt]hat\s+year\b")
_THEM = re.compile(
    r"\b(?:them|they|the (?:(?:two|three|four|five) )?(?:schools|colleges|universities|units))\b", re.IGNORECASE
)
_RANKED = re.compile(r"\b(?:best|top)\b", re.IGNORECASE)
"""Of what kind schools are that a list ranks: "50 Best Colleges"."""
_BEFORE = re.compile(r"\b(?:last|previously|first|earlier|also)\s+(?:been\s+)?\w+\s+in\s+$", re.IGNORECASE)
"""What leads to a year of another time: "had last been recognized in 2018"."""
_IN_YEAR = re.compile(
    r"(?:(?:^|[,;]\s+)(?:and\s+)?[Ii]n\s+|\bin\s+(?=20[0-4]\d,?\s+(?:along|together)\s+with\b))(20[0-4]\d),?\s+"
    r"(?:(?:there|it)\s+w(?:ere|as)\s+|(?:along|together)\s+with\s+|one\s+of\s+|among\s+|only\s+|just\s+|the\s+)*$"
)
"""The year of the clause of a number: "in 2022 there were 103", "first in 2020, along with 89 others"."""
_EVERY_YEAR = re.compile(r"\b(?:each year|every year|annually|a year|yearly|per year)\b", re.IGNORECASE)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June|July|Aug|Sep|Oct|Nov|Dec)"
_OF_SYSTEM = re.compile(
    r"\s+(?:of|in|within)\s+(?:[A-Z][\w.]*'s|the\s+(?!HEED|Health|Higher|Insight|INSIGHT|National|20|U\.?S|United|"
    rf"Nation|{_MONTH})[A-Z]|"
    r"[A-Z]\w+\s+(?:State|System))"
)
_YEAR_BEFORE = re.compile(r"\b20\d\d\s$")
_DASHED = re.compile(r"·[–—](?=\w)")
"""A dash close behind an award, which closes a remark."""
_OTHER_KINDS = re.compile(
    r"\s+of\s+\w+,\s+\w+(?:,\s+\w+)*,?\s+and\s|"
    r",\s+(?:[\w-]+\s+){0,3}?(?:schools|colleges|universities),?\s+(?:and|&)\s",
    re.IGNORECASE,
)
"""How schools of a kind go on where those of all kinds are counted: "65 medical schools, colleges and universities"."""
_SUBSET = re.compile(
    r"\b(?:dental|medical|nursing|pharmacy|veterinary|vet|optometry|law|osteopathic|public health|"
    r"community|two-year|private|public|"
    r"research|liberal arts|catholic|jesuit|historically|hispanic|r1|state|texas|allopathic|suny|uc|"
    r"land-grant|regional|business|"
    r"engineering|library|of medicine|of nursing|from)\b",
    re.IGNORECASE,
)


def recipients(scene: Scene) -> list[Recipients]:
    """Every number of recipients that the text prints, with those of a part of them ("one of five dental schools")."""
    return [one for line in scene.lines for one in _in_line(scene, line)]


def _in_line(scene: Scene, line: Line) -> Iterator[Recipients]:
    if not _DIGIT_OR_NUMBER.search(line.text) or not _told(scene, line):
        return
    text = _without_awards(line)
    for found in school_numbers(text):
        one = replace(found, n=found.n + _further(scene, line, found)) if found.beside else found
        if scene.hints.several and one.n < _FEW and not _ONE_OF.search(text, 0, one.start):
            continue
        if _FEWEST <= one.n <= _MOST and (
            _answers(scene, line) or _is_one_of(scene, line, one) or _counts_winners(text, one)
        ):
            yield _stated(scene, line, one)


def _further(scene: Scene, line: Line, one: SchoolNumber) -> int:
    """The schools but one that "them" stands for, beside whom a number is told: those listed in the line before."""
    if not line.number or not _THEM.search(line.text[: one.start]):
        return 0
    return max((len(run) for run in runs(scene.lines[line.number - 1])), default=1) - 1


def _told(scene: Scene, line: Line) -> bool:
    """Whether a line speaks of winners, of this award as far as it tells."""
    before = scene.lines[line.number - 1] if line.number else None
    if scene.far_above(line) or is_of_another_honour(scene, line) or (line.names_other_list and not line.awards):
        return False
    return bool(
        line.awards
        or line.speaks_of_award
        or _PRINTED.search(line.text)
        or (before and before.wins)
        or _answers(scene, line)
        or GETS_IT.search(line.text)
        or (scene.announces and (_PICKED.search(line.text) or _WERE_PICKED.search(line.text)))
    )


def _answers(scene: Scene, line: Line) -> bool:
    """Whether a line is the answer to the question how many won."""
    return bool(line.number and _HOW_MANY.match(scene.lines[line.number - 1].text))


def _is_one_of(scene: Scene, line: Line, one: SchoolNumber) -> bool:
    """Whether a line of a draft tells, behind a win, of how many its school is one: "We were one of 62 colleges"."""
    before = scene.lines[line.number - 1] if line.number else None
    led = _WAS_ONE_OF.fullmatch(line.text, 0, one.start)
    return bool(scene.hints.several and before and before.wins and led)


def _without_awards(line: Line) -> str:
    """The line with a dot for each character of an award's name, and of the year before it."""
    text = line.text
    for award in line.awards:
        at, to = award.start - line.start, award.end - line.start
        at -= len("2022 ") if _YEAR_BEFORE.search(text, 0, at) else 0
        text = text[:at] + "·" * (to - at) + text[to:]
    return _DASHED.sub("· ", text)


def _counts_winners(text: str, one: SchoolNumber) -> bool:
    """Whether a number counts winners, and not members of a body, applicants, or those that win every year."""
    before = text[: one.start]
    if _RANKED.search(one.kind) or "accredited" in one.kind.casefold():
        return False
    if "year" in one.kind.casefold() and "this year" not in one.kind.casefold():
        return False
    if _NO_WINNERS_BEHIND.match(text, one.end) or _OF_SYSTEM.match(text, one.end):
        return False
    said = _HONOUR.search(text) and not _EVERY_YEAR.search(text, one.end)
    return one.plainly or bool(said and not _NO_WINNERS_BEFORE.search(before))


def _stated(scene: Scene, line: Line, one: SchoolNumber) -> Recipients:
    award = _award_of(scene, line, one)
    beside = award in line.awards and not _LAST_YEAR.search(line.text[: one.start])
    led = _IN_YEAR.search(line.text, 0, one.start)
    year = award.year if award and award.year and beside and not led else _year_of(scene, line, one)
    among = _among(line, one, award)
    if among is None and award and scene.award and scene.award.health and not award.health:
        general = _GENERAL.search(line.text[: max(award.start - line.start, 0)])
        among = general[0].strip() if general else None
    start, end = line.start + one.start, line.start + one.end
    words = line.text[one.start : one.end].strip()
    return Recipients(start, end, words, one.n, award.award if award else None, year, among)


def _among(line: Line, one: SchoolNumber, award: AwardMention | None) -> str | None:
    """Of whom the number is a part: schools of a kind, of a place, or few."""
    after = line.text[one.end : one.end + 40]
    in_place = re.match(
        rf"\s+(?:in|from)\s+(?!(?:the\s+|its\s+)?(?:{_MONTH}|INSIGHT|Insight))(?!(?i:the\s+(?:u\.?s|united|nation|country|world)))(?:the\s+)?"
        r"([A-Z]\w+(?:\s[A-Z]\w+)?|state)",
        after,
    )
    of_kind = re.match(r"(?:\s+and\s+(?:schools|colleges))?\s+of (?:medicine|nursing|dentistry|pharmacy)", after, re.I)
    of_field = re.match(
        r"\s+in\s+(?:\w+\s+)?(?:nursing|dentistry|medicine|pharmacy|law|optometry)\b", after, re.IGNORECASE
    )
    of_part = award and re.search(r"\bCommunity College\s+$", line.text[: max(award.start - line.start, 0)])
    part = of_part or _SUBSET.search(one.kind) or of_kind or of_field
    several_kinds = _OTHER_KINDS.match(line.text, one.end)
    whole = several_kinds or re.search(r"public and private|private and public|u\.s\.|across|health", one.kind, re.I)
    few = one.n < _FEW and not (award and award.on_top)
    words = line.text[one.start : one.end].strip()
    return words if (part and not whole) or in_place or few else None


def _award_of(scene: Scene, line: Line, one: SchoolNumber) -> AwardMention | None:
    """The award that follows the number in its clause, else the one before it, else that of the text; of "health
    schools" the award that goes to these.
    """
    told = _named_for(scene, line, one)
    split = {older: award for award, older in scene.hints.older.items()}
    if told and not told.health and told.award in split and _HEALTH.search(one.kind):
        return replace(told, award=split[told.award], health=True)
    return told


def _named_for(scene: Scene, line: Line, one: SchoolNumber) -> AwardMention | None:
    if scene.award and _IN_GENERAL.match(line.text, one.end):
        code = scene.award.award
        return AwardMention(0, 0, scene.hints.older.get(code, code))
    after = [a for a in line.awards if a.end - line.start > one.start]
    before = [a for a in line.awards if a.end - line.start <= one.start]
    ahead = next((one for one in after if one.on_top and _NAMED_AS.search(line.text, 0, one.start - line.start)), None)
    ahead = ahead or (after[0] if after else None)
    if ahead and re.search(
        r",\s+(?:and|or)\b|[.;]\s|\band the only\b", line.text[one.end : max(ahead.start - line.start, one.end)]
    ):
        return before[-1] if before else scene.award
    return ahead or (before[-1] if before else _told_above(scene, line) or scene.award)


def _told_above(scene: Scene, line: Line) -> AwardMention | None:
    """The one award that is the news of the line before: "… named a Diversity Champion. Just 13 were picked"."""
    above = scene.lines[line.number - 1] if line.number else None
    if (
        above
        and line.number > scene.first_told + 1
        and not (_THERE_WERE.match(line.text) and all(award.apart for award in above.awards))
    ):
        return None
    return above.awards[0] if above and above.wins and len({one.award for one in above.awards}) == 1 else None


def _year_of(scene: Scene, line: Line, one: SchoolNumber) -> int | None:
    if beside := _year_beside(line, one):
        return beside
    if scene.year and (
        re.match(r"\s+this (?:year|fall)\b", line.text[one.end :]) or _NOW.search(line.text[: one.start])
    ):
        return scene.year
    if _THAT_YEAR.match(line.text, one.end) or (scene.hints.several and _SAME_YEAR.search(line.text, 0, one.start)):
        return year_just_above(scene, line, went_on=True) if scene.hints.several else None
    if _LAST_YEAR.search(line.text[: one.start]) and scene.year:
        day = page_day(scene.lines, scene.hints)
        return day.year - 1 if day else scene.year - 1
    years = [year.year for year in stated_years(line.text, scene.hints) if not _BEFORE.search(line.text, 0, year.start)]
    if len(set(years)) == 1:
        return years[0]
    above = year_alone(scene, line) if scene.hints.several else None
    if scene.hints.several and not scene.year_printed:
        above = above or year_above(scene, line)
    return above or scene.year


def _year_beside(line: Line, one: SchoolNumber) -> int | None:
    """The year with which the clause of a number begins, else the one close behind it."""
    if led := _IN_YEAR.search(line.text, 0, one.start):
        return int(led[1])
    near = re.match(r"[^.;]{0,60}?\b(?:in|for|of)\s+(20[0-4]\d)\b", line.text[one.end :])
    of_before = near and _BEFORE.search(line.text, one.end, one.end + near.start(1))
    return int(near[1]) if near and not of_before else None
