"""The award year at which a count has come."""

import re

from etl.transform.statements.carried import year_above, year_just_above, year_of_heading
from etl.transform.statements.counted_parts import Found
from etl.transform.statements.counted_whose import distance
from etl.transform.statements.lines import Line, Scene
from etl.transform.statements.scene_day import page_day
from etl.transform.statements.scene_year import of_past, year_for, year_of_page
from etl.transform.statements.values import AwardMention
from etl.transform.statements.years import MONTHS, stated_years

_DIRECT = re.compile(r"\s+in\s+(20[0-4]\d)\b(?!\s*[-–])")
"""The year right behind a count: "its fifth in 2021, its sixth in 2022"."""
_NEVER_BEFORE = re.compile(r"(?:^|[.;]\s)\W*Before\s+(20[0-4]\d),?\s[^.;]*$")
"""The year before which there was no win: "Before 2018, the school had never won"."""
_BRACKETED = re.compile(r"\s*\(\s*(?:in\s+)?(20[0-4]\d)\s*\)")
_ALL_YEARS = re.compile(
    r"(?:\s+(?:winner|recipient|honou?ree|wins|[Aa]wards))?[\s,:–—-]*\(?(?:in\s+|for\s+|from\s+)?"
    r"(?P<years>20[0-4]\d(?:(?:,\s*|\s*(?:,\s*)?(?:and|&)\s*|(?P<to>\s*(?:to|through|until|[-–])\s*))20[0-4]\d)+)"
)
_OWN_YEAR = re.compile(
    r"(?:(?!\band\b)[^.;,]){0,12}?,?\s*\b(?:in|for|of|by|as of|through|until)\s+(20[0-4]\d)\b"
    r"(?!\s*(?:issue|and\b|,\s+(?:and\s+)?(?:20|')))"
)
_BEFORE_YEAR = re.compile(r"[^.;]{0,40}?\s+before\s+(20[0-4]\d)\b")
"""The year of the first win in "had never been selected before 2018"."""
_IN_THAT = re.compile(r"\s+(?:in\s+)?(20[0-4]\d)\b")
_SEASON_BEHIND = re.compile(r",\s+(?:fall|autumn)(?:\s+of)?\s+(20[0-4]\d)\b", re.IGNORECASE)
_COLON_YEAR = re.compile(r":\s+(20[0-4]\d)(?=\s*[.,;]|$)")
_THROUGH = re.compile(r",?\s+(?:up\s+)?(?:through|to|until)\s+(20[0-4]\d)\b")
_UNTIL_INSIDE = re.compile(r"\b(?:up to|as of|through|until)\s+(20[0-4]\d)$")
"""The year at the end of the words that count: "seven HEED Awards through 2024"."""
_THAT_YEAR = re.compile(r"[^.;]{0,80}\bthat year\b")
_BEFORE_THAT = re.compile(r"\s+before\s+(20[0-4]\d)\b")
"""The year before which wins were counted: "had won twice before 2019"."""
_IN_YEAR = re.compile(
    r"(?:^|(?<=[;:(\"'–—]\s)|(?<=[(\"'])|(?<=,\sand\s)|(?<=,\sbut\s)|(?<=\bthat\s))[\"'(]*(?:Back\s+)?"
    r"(?:[Ii]n|[Bb]y|[Aa]s of|[Tt]hrough|[Uu]ntil|[Ww]ith)\s+(?:(?:the|its|our)\s+(?:award\s+(?:of|in|for)\s+)?)?"
    rf"(?i:(?:spring|summer|fall|autumn|winter|{MONTHS})\.?,?\s+(?:of\s+)?)?"
    r"(20[0-4]\d),?\s+(?!marks?\b)"
)
_CLOSE = re.compile(
    r"(?:\b(?:in|for|through|until|by|during)\s+(?P<led>20[0-4]\d),?\s+(?:again\s+)?(?:for\s+)?"
    r"|\b(?P<was>20[0-4]\d)(?:\s+award)?\s+(?:is|was|had been|marks?|marked|makes?|made)(?:,[^,]{3,60},)?\s+(?=\w+\s+$)"
    r"|(?:^|[;(]\s*|\s)(?<!since\s)(?<!from\s)(?<!before\s)(?<!after\s)(?P<entry>20[0-4]\d)\s?[,:–—|-]\s+(?:won,?\s+)?(?:for\s+)?)(?:(?:the|its|our|an?)\s+)?$"
)
"""The year close before a count that is its own: "in 2023 for the sixth time", "2024 was the sixth", "2023: fourth"."""
_LAST_IN = re.compile(
    r"[^.;]{0,60}\b(?:the\s+(?:last|latest|most recent)(?:\s+(?:of them|one))?\s+(?:in|was|being)|"
    r"most recently(?:\s+in)?|last(?:ly)? in|latest:?|including)\s+(20\d\d)\b|,?\s+(?P<with>20\d\d)\s+included\b"
)
"""The last of the years that are counted: "a streak of seven awards, the last of them in 2024"."""
_UP_TO_NOW = re.compile(
    r"(?:\b(?:has|have)\s+(?:therefore|thus|hence|so|now)\s+(?:\w+\s+){0,2}"
    r"|(?:,|\band)\s(?:[^.;]{0,40}\s)?(?:so|now|(?:so|and)\s+that)\s+(?:(?:it|we|the\s+\w+)\s*)?"
    r"|,\s+so\s+(?:this|that|it)\s+is\b[^.;]{0,30}|\b(?:before|until)\s+20[0-4]\d,\s+(?:for|making)\s+)$",
    re.IGNORECASE,
)
"""What counts up to now behind a year of before: "won in 2014 as well, and has therefore received it"."""
_NOW = re.compile(r"\W*(?:This|And this) (?:fall|autumn|year|time|round)\b[^.;]*$")
"""How a sentence begins that counts up to now, whatever year the one before it tells."""
_FURTHER = re.compile(r"\W*In\s+20[0-4]\d\b.*\b(?:also|as well|too)\b")
_NEAR = 120
"""Characters before a count in which it is told that it counts up to now."""
_UP_TO_DATE = re.compile(r"\bnow\b", re.IGNORECASE)
"""What tells that a count is one of today, whatever year the lines above tell of."""
_WAS = re.compile(r"[\"']?(?:It|That|This)\s+(?:was|made|marked)\s")
"""How a line goes on that says more of a win of before: "It was the first time for the college"."""
_FROM = re.compile(r"\b(?:from|since|counting from|after)\s+$", re.IGNORECASE)
_MAKING_THIS = re.compile(r"\bmaking\s+(?:this|it)\s+(?:year\s+)?(?:the|its|our|an?)\s+$", re.IGNORECASE)
"""What leads to a count of now behind a win of before: "received it in 2023, too, making this the second"."""
_WHEN = re.compile(r"\b(20[0-4]\d),?\s+(?:when|the year)\b[^.;]{0,60}$")
_WON_THEN = re.compile(
    r"\b(?:recogni[sz]ed|honou?red|named|selected|chosen|won|received|earned)\s+in\s+(20[0-4]\d)\b[^.;]{0,80}$",
    re.IGNORECASE,
)
"""The year of a win of before: "was recognized in 2013 for its programs, for the first time"."""
_BESIDE = 200
"""How far an award's year may stand from a count that is of that year."""
_CAME_IN = re.compile(
    r"[^.;,]{0,60}\b(?:came|arrived|dates|was\s+(?:announced|won|awarded|given|presented))\s+"
    r"(?:\w+\s+)?(?:in|from|back to)\s+(20[0-4]\d)\b"
)
_FIRST_IN = re.compile(r"(?:[^.;]{0,80}?\bin|was)\s+(20[0-4]\d)\b")
"""The year of "first received the award in 2013"."""


def as_of(scene: Scene, line: Line, match: re.Match[str], award: AwardMention, found: Found) -> int | None:
    """The award year of the count: one printed in its clause after "in" or beside its award, else that of the text."""
    return found.until or _own_year(scene, line, match, found) or _year_of_text(scene, line, match, award, found)


def _own_year(scene: Scene, line: Line, match: re.Match[str], found: Found) -> int | None:
    """The year that the words around a count tell as its own; None where they tell none."""
    before, after = line.text[: match.start()], line.text[match.end() :]
    if scene.hints.several and scene.year and (_is_up_to_now(before) or _NOW.match(before)):
        return scene.year
    if last := _last_told(match[0], after, found):
        return last
    direct = _DIRECT.match(after) if scene.hints.several and found.claim in ("total", "consecutive") else None
    never = _NEVER_BEFORE.search(before) if found.got else None
    if told := direct or never:
        return int(told[1])
    perfect = found.claim == "every_year_since" and re.search(r"\bha(?:s|ve)\s+(?:been|received|won|earned)\b", before)
    if scene.hints.several and perfect and scene.year and not re.search(r"\b20\d\d\b", before):
        return scene.year
    if scene.hints.several and _THAT_YEAR.match(after) and (above := year_just_above(scene, line)):
        return above
    own = _year_close(before, found) or _year_behind(after, found) or _year_before(before, found)
    return own or (
        year_just_above(scene, line, went_on=True) if scene.hints.several and _WAS.match(line.text) else None
    )


def _last_told(said: str, after: str, found: Found) -> int | None:
    """The last year of those that are counted, told as such: "every year since 2018, most recently in 2023"; or that of
    the first.
    """
    if found.claim == "every_year_since":
        told = _THROUGH.match(after) or _LAST_IN.match(after)
    elif found.claim == "first_time":
        told = _IN_THAT.match(after)
    else:
        told = _UNTIL_INSIDE.search(said) if found.claim == "total" else None
    return int(told[1]) if told and told[1] else None


def _is_up_to_now(before: str) -> bool:
    """Whether a count goes up to now, though a year of before stands in its sentence."""
    told = _UP_TO_NOW.search(before[-_NEAR:])
    return bool(told and re.search(r"\b20[0-4]\d\b", re.split(r"[.;]", before)[-1]))


def _year_of_text(scene: Scene, line: Line, match: re.Match[str], award: AwardMention, found: Found) -> int | None:
    """The year beside the award of a count, or in its line, else that of the text."""
    before, after = line.text[: match.start()], line.text[match.end() :]
    of_text, first = year_for(scene, award), _since(found)
    if scene.hints.several and (scene.year is None or not scene.year_printed):
        headed = scene.year is not None and _UP_TO_DATE.search(before + match[0] + after[:12])
        of_text = (year_of_heading(scene, line) if headed else year_above(scene, line)) or of_text
    if scene.hints.several and of_text and _told_beside(scene, line, of_text):
        of_text = None
    whole = of_text if of_text and of_text > first else year_of_page(scene.lines, award, scene.hints)
    if of_text and _MAKING_THIS.search(before):
        return of_text
    if _of_last_year(before, after):
        day = page_day(scene.lines, scene.hints)
        return day.year - 1 if day else whole - 1 if whole else None
    beside = award.year if award in line.awards and distance(line, award, match) < _BESIDE else None
    if beside and beside > first:
        return whole if whole and _up_to(whole, line, award, found) else beside
    if whole is None and (last := _last_above(scene, line, found)):
        return last
    stated = [y for y in stated_years(line.text, scene.hints) if y.year > first and y.year != found.counts_from]
    if of_text and scene.hints.several:  # a year behind a count is of something else, where the text has its own
        stated = [y for y in stated if y.end <= match.start() and not _FROM.search(line.text, 0, y.start)]
    spoken = [y.year for y in stated]
    return max(spoken) if spoken and (scene.hints.several or scene.year is None) else whole


def _told_beside(scene: Scene, line: Line, year: int) -> bool:
    """Whether a year is told only below a line, and there of a further win: "In 2021 it was also named a Champion"."""
    told = (one for one in scene.lines if str(year) in one.text)
    first = next(told, None)
    if first is None or first.number <= line.number or not _FURTHER.match(first.text):
        return False
    return all(_FURTHER.match(one.text) for one in told)


def _last_above(scene: Scene, line: Line, found: Found) -> int | None:
    """The last of the so many years that the line before lists, for a run one behind the other."""
    above = scene.lines[line.number - 1] if line.number else None
    years = {year.year for year in stated_years(above.text, scene.hints)} if above and above.awards else set()
    if len(years) != found.n or found.claim not in ("consecutive", "total"):
        return None
    return max(years) if found.claim == "total" or max(years) - min(years) == found.n - 1 else None


def _of_last_year(before: str, after: str) -> bool:
    """Whether a count is told of the year before: "Last year, the college won for the first time"."""
    led = re.match(r"[\"']?Last year,?\s", before)
    return bool(
        re.match(r"\s+last (?:year|fall|autumn)\b", after)
        or (led and not re.search(r"\bthis (?:year|time)\b|;", before))
    )


def _since(found: Found) -> int:
    """The year from which a count goes on, before the one at which it has come; 0 where it tells none."""
    return found.n if found.claim == "every_year_since" else 0


def _up_to(year: int, line: Line, award: AwardMention, found: Found) -> bool:
    """Whether the years printed beside an award are those before the year of which a run tells."""
    printed = set(re.findall(r"20[0-4]\d", line.text))
    whole = found.claim in ("consecutive", "total") and len(printed - {str(year)}) == found.n - 1
    return award.year == year - 1 and (whole or of_past(line, award.start))


def _year_close(before: str, found: Found) -> int | None:
    """The year that stands right before a count as its own: "in 2023 for the sixth time", "2024 was the sixth"."""
    close = _CLOSE.search(before) if found.claim != "every_year_since" else None
    return int(close["led"] or close["was"] or close["entry"]) if close else None


def _year_before(before: str, found: Found) -> int | None:
    """The year with which a sentence begins that tells of earlier times: "In 2020, it won for a third time"."""
    if found.claim == "first_time" and (when := _WHEN.search(before) or _WON_THEN.search(before)):
        return int(when[1])
    if found.claim == "every_year_since":
        return None
    led = list(_IN_YEAR.finditer(before))
    behind = re.sub(r"\b(?:since|from)\s+20[0-4]\d", "", before[led[-1].end() :]) if led else ""
    return int(led[-1][1]) if led and not re.search(r"20[0-4]\d", behind) else None


def _year_behind(after: str, found: Found) -> int | None:
    """The year that stands behind a count as its own: "(2019)", "in 2018", the last of as many as are counted."""
    first = found.claim == "first_time"
    told = (
        _BRACKETED.match(after)
        or (first and (_IN_THAT.match(after) or _COLON_YEAR.match(after)))
        or (found.got and first and _BEFORE_YEAR.match(after))
        or (first and _CAME_IN.match(after))
        or (found.got and _FIRST_IN.match(after))
        or _LAST_IN.match(after)
        or _SEASON_BEHIND.match(after)
    )
    if told:
        return int(told[1] or told.groupdict()["with"])
    named = _ALL_YEARS.match(after) if found.claim in ("total", "consecutive") else None
    years = sorted({int(year) for year in re.findall(r"20\d\d", named["years"])}) if named else []
    whole = years[-1] - years[0] + 1 if named and named["to"] else len(years)
    if years and whole == found.n:
        return years[-1]
    plain = found.claim != "every_year_since" and not found.back and not found.counts_from
    if found.claim == "total" and (later := _BEFORE_THAT.match(after)):
        return int(later[1]) - 1
    own = _OWN_YEAR.match(after) if plain else None
    return int(own[1]) if own else None
