"""Numbers of recipients, and "the only school in Missouri"."""

import re
from collections.abc import Iterator

from etl.transform.statements.cues import ANAPHOR, OTHER_LISTS
from etl.transform.statements.lines import Line, Scene, subject_of
from etl.transform.statements.numbers import CARDINAL, number
from etl.transform.statements.places import STATE_CODES
from etl.transform.statements.values import AwardMention, OnlyOne, Recipients
from etl.transform.statements.years import stated_years

_WHO = (
    r"(?:recipients?|winners?|honou?rees?|awardees?|institutions?|schools?|colleges?|universities|"
    r"campuses|organizations|programs?|"
    r"libraries|units|systems|champions?)"
)
_WORDS = (
    r"(?P<kind>(?:(?:dental|law|medical|nursing|pharmacy|public|private|veterinary|"
    r"optometry),\s+){0,4}(?:(?!\d+\s)(?:U\.S\.|[\w'&-]+),?\s+){0,5}?)"
)
_ONE_OF = re.compile(
    rf"\b(?:one|two|three|four|five|1|2|3)\s+(?:of|among)\s+(?:only\s+|just\s+|the\s+|"
    rf"a\s+total\s+of\s+|this\s+year's\s+|about\s+)*(?P<n>{CARDINAL})\s+{_WORDS}(?P<who>{_WHO}|named|"
    rf"selected|to receive|honou?red|recogni[sz]ed|in the)\b",
    re.IGNORECASE,
)
_AMONG = re.compile(
    rf"\bamong\s+(?:the\s+|only\s+|just\s+|a\s+group\s+of\s+)*(?P<n>{CARDINAL})\s+{_WORDS}(?P<who>{_WHO})\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    rf"\b(?:along(?:side)?|together|with|join(?:s|ed|ing)?|among|of|"
    rf"and)\s+(?:with\s+)?(?:the\s+|only\s+|just\s+|some\s+|about\s+)*(?P<n>{CARDINAL})\s+(?:(?:other|fellow|more|further|"
    rf"additional)s?\s+{_WORDS}(?P<who>{_WHO}|peers)|(?P<bare>others|more)(?=\s+(?:on|in|that|to|who|honou?red|selected|"
    rf"chosen|named|recogni[sz]ed|from|across|nationwide)\b|[.,;]|$))\b",
    re.IGNORECASE,
)
_OTHERS_BEHIND = re.compile(rf"\bthe\s+other\s+(?P<n>{CARDINAL})\s+{_WORDS}(?P<who>{_WHO})\b", re.IGNORECASE)
_IN_NATION = (
    r"(?:(?:across|throughout|around|in) the (?:country|nation|u\.s\.|united states)\s+|nationwide\s+|nationally\s+|"
    r"in all\s+|all told\s+|of (?:the )?health professions\s+|of (?:every|all) (?:kinds?|sizes?)\s+)?"
)
_WERE = re.compile(
    rf"(?P<n>{CARDINAL})\s+{_WORDS}(?P<who>{_WHO})(?:,\s+[^,.;]{{3,40}},)?"
    rf"\s+{_IN_NATION}(?:(?:that|which|who|will|would|to|in total|have|"
    rf"has|also|all)\s+)*(?:were|was|are|been|receiv\w+|selected|honou?red|named|recogni[sz]ed|chosen|picked|being|earn(?:ed|ing|"
    rf"s)?|"
    rf"won|win|winning|made|got|get|share[sd]?|hold|"
    rf"have (?:the|this|that|it)|carry|took|take|gained|collected|appear|on (?:this year's|the|"
    rf"its)\s+"
    rf"(?:\w+\s+)?list|with (?:a|the) (?:\d{{4}}\s+)?heed)\b",
    re.IGNORECASE,
)
_ALL_OF = re.compile(
    rf"\b(?:all|the|these|its)\s+(?:of the\s+)?(?P<n>{CARDINAL})\s+{_WORDS}(?P<who>recipients|winners|honou?rees|"
    r"awardees)\b(?!\s+of\s+(?:(?!award)[a-z']+\s+){0,4}(?:scholarships?|grants?|fellowships?|prizes?|medals?)\b)",
    re.IGNORECASE,
)
_IN_ALL = re.compile(
    rf"(?P<n>{CARDINAL})\s+{_WORDS}(?P<who>{_WHO})\s+(?:in all|in total|overall|altogether|all told)\b", re.IGNORECASE
)
_OF_LIST = re.compile(
    rf"\b(?:of|all)\s+(?:the\s+)?(?P<n>{CARDINAL})\s+{_WORDS}(?P<who>{_WHO})\s+(?:on|in)\s+(?:this year's|"
    rf"the|its)\s+(?:\w+\s+)?(?:list|group|class|roll)\b",
    re.IGNORECASE,
)
_WENT_TO = re.compile(
    rf"\b(?:went to|was given to|were given to|goes to|recogni[sz]es|honou?rs|honou?red|selected|"
    rf"chose|chosen|announced|named|picked|list of|names? of(?: the)?|handed (?:it )?to|"
    rf"(?:bestowed|conferred) (?:up)?on|(?:awarded|presented|given) to|"
    rf"settled on|decided on|singled out|"
    rf"this year's)\s+(?:only\s+|just\s+|a total of\s+)?(?P<n>{CARDINAL})"
    rf"\s+{_WORDS}(?P<who>{_WHO})\b",
    re.IGNORECASE,
)
_LIST = re.compile(
    rf"\b(?:list|roll|roster|group|class|cohort|field|circle|number|company)\b(?:\s+of\s+[^.;,]{{0,50}}?)?\s+"
    rf"(?:has|had|have|holds|names?|includes|counts|contains|comprises|numbers|stands at|runs to|is made up of|came to|"
    rf"totals|totaled)\s+(?:only\s+|just\s+|about\s+|a total of\s+)*(?P<n>{CARDINAL})\s+{_WORDS}"
    rf"(?P<who>{_WHO}|names?|members?|entries|places)\b",
    re.IGNORECASE,
)
_COUNT = re.compile(
    rf"\b(?P<kind>)(?P<who>number of (?:\w+\s+)?(?:recipients|winners|honou?rees|awardees)|"
    rf"(?:list|class|cohort|group|roster) (?=numbers|totals|totaled|comes to|came to|stands at))\s*(?:is|was|stands at|"
    rf"stood at|rose to|fell to|grew to|"
    rf"came to|comes to|numbers|totals|totaled)\s+(?:only\s+|just\s+)?(?P<n>{CARDINAL})"
    r"(?=[.,;]|$|\s+(?:this|in|for)\b)",
    re.IGNORECASE,
)
_THERE_ARE = re.compile(
    rf"\bthere (?:are|were)\s+(?:only\s+|just\s+|a total of\s+)*(?P<n>{CARDINAL})\s+{_WORDS}(?P<who>recipients|"
    r"winners|honou?rees|awardees)\b(?!\s+of\s+(?:the\s+)?(?:[\w']+\s+){0,4}(?:scholarships?|grants?|prizes?)\b)",
    re.IGNORECASE,
)
"""A list that has so many names on it."""
_US_AND = re.compile(
    rf"\b(?:us|we|ours|[A-Z][\w&-]+)\s+and\s+(?P<n>{CARDINAL})\s+(?:other|more)\s+{_WORDS}(?P<who>{_WHO})\b"
)
_PICKED = re.compile(r"\bone of\b[^.;]{0,80}?\b(?:picked|chosen|selected|honou?red|recogni[sz]ed|so named)\b", re.I)
_LAST_YEAR = re.compile(
    r"\b(?:last year|the year before|a year (?:ago|earlier)),?\s+(?:only\s+|just\s+|about\s+)?$", re.I
)
_GENERAL = re.compile(r"\b(?:general|regular|broader|university-wide|institutional|campus-wide)\s+$", re.IGNORECASE)
"""What sets the award for whole institutions apart from the one of which a health school tells."""
_FEWEST, _MOST = 2, 400
_FEW = 10
"""Below this, "four schools were honored" tells of the schools of the text, not of all."""
_PATTERNS = (
    (_ONE_OF, 0), (_OTHERS, 1), (_OTHERS_BEHIND, 1), (_US_AND, 1), (_AMONG, 0), (_LIST, 0), (_WENT_TO, 0),
    (_OF_LIST, 0),
    (_WERE, 0), (_ALL_OF, 0), (_IN_ALL, 0), (_COUNT, 0), (_THERE_ARE, 0),
)  # fmt: skip
_ANY_NUMBER = re.compile(CARDINAL, re.IGNORECASE)
_PRINTED = re.compile(
    r"\b(?:issue|edition|magazine|list|winners|honou?rees|recipients|profiled?|featured?|editors|judges|reviewers)\b"
    r"|\bthis year\b[^.;]{0,80}\b(?:were|are|have been)\s+(?:picked|chosen|selected|named)\b",
    re.IGNORECASE,
)
"""What tells of a list of winners."""
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June|July|Aug|Sep|Oct|Nov|Dec)"
_OF_SYSTEM = re.compile(
    r"\s+(?:of|in|within)\s+(?:[A-Z][\w.]*'s|the\s+(?!HEED|Health|Higher|Insight|INSIGHT|National|20|U\.?S|United|"
    rf"Nation|{_MONTH})[A-Z]|"
    r"[A-Z]\w+\s+(?:State|System))"
)
_SUBSET = re.compile(
    r"\b(?:dental|medical|nursing|pharmacy|veterinary|vet|optometry|law|osteopathic|public health|"
    r"community|two-year|private|public|"
    r"research|liberal arts|catholic|jesuit|historically|hispanic|r1|state|texas|allopathic|suny|uc|"
    r"land-grant|regional|business|"
    r"engineering|library|of medicine|of nursing|from)\b",
    re.IGNORECASE,
)
_ONLY = re.compile(
    r"\b(?:the\s+)?(?P<which>only|first|sole)\s+(?P<what>(?:[\w'&-]+\s+){0,5}?(?:school|college|"
    r"university|institution|campus|program|library|system|one|winner|recipient|honou?ree)"
    r"(?:\s+or\s+(?:college|university|school))?)\s+(?:[\w'-]+\s+){0,6}?(?:in|from|"
    r"of)\s+(?:the\s+(?:state|commonwealth)\s+of\s+|all\s+of\s+)?(?P<place>the\s+(?:state|nation|"
    r"country|region|midwest|south|northeast|southeast|"
    r"world|big\s+ten|u\.?s\.?|united\s+states)|[A-Z][\w.]+(?:\s+(?:Carolina|Dakota|Hampshire|Jersey|"
    r"Mexico|York|Island|Virginia|of\s+Columbia))?)",
)


def recipients(scene: Scene) -> list[Recipients]:
    """Every number of recipients that the text prints, with those of a part of them ("one of five dental schools")."""
    return [one for line in scene.lines for one in _in_line(scene, line)]


def _in_line(scene: Scene, line: Line) -> Iterator[Recipients]:
    before = scene.lines[line.number - 1] if line.number else None
    if not _ANY_NUMBER.search(line.text):
        return
    told = (
        line.awards
        or ANAPHOR.search(line.text)
        or _PRINTED.search(line.text)
        or (before and before.wins)
        or (scene.announces and (_US_AND.search(line.text) or _PICKED.search(line.text)))
    )
    if not told or OTHER_LISTS.search(line.text):
        return
    taken: list[tuple[int, int]] = []
    for pattern, more in _PATTERNS:
        for match in pattern.finditer(line.text):
            n = number(match["n"]) + more
            if not _FEWEST <= n <= _MOST or any(match.start() < end and match.end() > start for start, end in taken):
                continue
            if (pattern in (_WERE, _WENT_TO, _LIST, _ALL_OF, _IN_ALL, _COUNT, _THERE_ARE) and n < _FEW) or _is_part(
                line, match
            ):
                continue
            taken.append((match.start(), match.end()))
            yield _stated(scene, line, match, n)


def _is_part(line: Line, match: re.Match[str]) -> bool:
    """Whether a number counts something else: years, members of a system, those that a school stands alone among."""
    kind = (match["kind"] or "").casefold()
    if "year" in kind and "this year" not in kind:
        return True
    of_system = _OF_SYSTEM.match(line.text, match.end())
    return bool(
        of_system
        or re.search(r"\b(?:alone|only (?:one|school|university|college))\s+$", line.text[: match.start()], re.I)
    )


def _stated(scene: Scene, line: Line, match: re.Match[str], n: int) -> Recipients:
    award = _award_of(scene, line, match)
    beside = award in line.awards and not _LAST_YEAR.search(line.text[: match.start()])
    year = award.year if award and award.year and beside else _year_of(scene, line, match)
    after = line.text[match.end() : match.end() + 40]
    in_place = re.match(
        rf"\s+(?:in|from)\s+(?!(?:the\s+|its\s+)?{_MONTH})(?!the\s+(?:u\.?s|united|nation|country|world))(?:the\s+)?([A-Z]\w+(?:\s[A-Z]\w+)?|state)",
        after,
    )
    kind = match["kind"] or ""
    part = _SUBSET.search(kind) or (re.match(r"\s+of (?:medicine|nursing|dentistry|pharmacy)", after, re.I))
    whole = re.search(r"public and private|private and public|u\.s\.|across|health", kind, re.I)
    few = n < _FEW and not (award and award.on_top)
    among = f"{kind}{match['who']}".strip() if (part and not whole) or in_place or few else None
    if among is None and award and scene.award and scene.award.health and not award.health:
        general = _GENERAL.search(line.text[: max(award.start - line.start, 0)])
        among = general[0].strip() if general else None
    words = match[0].strip()
    return Recipients(
        line.start + match.start(), line.start + match.end(), words, n, award.award if award else None, year, among
    )


def _award_of(scene: Scene, line: Line, match: re.Match[str]) -> AwardMention | None:
    """The award that follows the number, else the one before it, else that of the text."""
    after = [a for a in line.awards if a.start - line.start >= match.start()]
    before = [a for a in line.awards if a.start - line.start < match.start()]
    ahead = after[0] if after else None
    if ahead and re.search(r",\s+(?:and|or)\b", line.text[match.end() : ahead.start - line.start]):
        return before[-1] if before else scene.award
    return ahead or (before[-1] if before else scene.award)


def _year_of(scene: Scene, line: Line, match: re.Match[str]) -> int | None:
    near = re.match(r"[^.;]{0,60}?\b(?:in|for|of)\s+(20[0-4]\d)\b", line.text[match.end() :])
    if near:
        return int(near[1])
    if _LAST_YEAR.search(line.text[: match.start()]) and scene.year:
        return scene.year - 1
    years = [year.year for year in stated_years(line.text, scene.hints)]
    return years[0] if len(set(years)) == 1 else scene.year


def only_ones(scene: Scene) -> list[OnlyOne]:
    """Statements that the school is the only or first one in a place."""
    found = []
    for line in scene.lines:
        if line.boilerplate or not (line.awards or ANAPHOR.search(line.text)):
            continue
        for match in _ONLY.finditer(line.text):
            place = re.sub(r"[.'s]*$", "", match["place"]).strip() or match["place"]
            school = subject_of(line, line.start + match.start())
            code = STATE_CODES.get(match["place"].rstrip(".").casefold(), place)
            year = next((y.year for y in stated_years(line.text, scene.hints)), None)
            found.append(
                OnlyOne(line.start + match.start(), line.start + match.end(), match[0], code, school,
                        (line.awards[0].award if line.awards else scene.award.award if scene.award else None), year,
                        match["what"], match["which"].casefold() == "first")
            )  # fmt: skip
    return found
