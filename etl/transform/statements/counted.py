"""Counted statements: in a row, times, first time, every year since."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from etl.transform.statements.cues import ANAPHOR, OTHER_LISTS, other_awards
from etl.transform.statements.numbers import CARDINAL, ORDINAL, number
from etl.transform.statements.scene import Line, Scene, names_under, subject_of
from etl.transform.statements.values import AwardMention, ClaimKind, Counted, SchoolMention
from etl.transform.statements.years import stated_years

_GAP = rf"(?:\s+(?!{ORDINAL}\s)[\w'()&-]+){{0,9}}?\s+"
_ROW = r"(?:in a row|running|straight|in succession|consecutively|back[- ]to[- ]back)"
_THING = r"(?:years?|times?|awards?|heeds?|honou?rs?|wins?|recognitions?|designations?|cycles?|appearances?|titles?)"
_YEAR = r"(?:19|20)\d\d"


@dataclass(frozen=True, slots=True)
class _Found:
    """What a pattern says, without what it is about."""

    claim: ClaimKind
    n: int
    ambiguous: bool = False
    back: int | None = None
    """Counted over so many years up to the as-of year."""
    counts_from: int | None = None


_Rule = tuple[re.Pattern[str], Callable[[re.Match[str]], _Found]]


def _rule(pattern: str, make: Callable[[re.Match[str]], _Found]) -> _Rule:
    return re.compile(pattern, re.IGNORECASE), make


def _row(match: re.Match[str]) -> _Found:
    return _Found("consecutive", number(match["n"]))


def _times(match: re.Match[str]) -> _Found:
    """A total, with the years over which the text counts, if it says so."""
    groups = match.groupdict()
    since = int(groups["since"]) if groups.get("since") else None
    back = number(groups["back"]) if groups.get("back") else None
    return _Found("total", number(groups["n"]), bool(back), back, since)


def _since(match: re.Match[str]) -> _Found:
    year = match.groupdict().get("year")
    return _Found("every_year_since", int(year) if year else 0)


_OVER = (
    rf"(?:\s+(?:(?:in|over|during|within|of)\s+(?:the\s+|its\s+)?(?:past|last|"
    rf"previous)?\s*(?P<back>{CARDINAL})\s+years|since\s+(?P<since>{_YEAR})"
    r"|overall|in all|in total|altogether))?"
)
_RULES: tuple[_Rule, ...] = (
    _rule(
        rf"(?P<n>{ORDINAL})[- ](?:and\s+)?(?:consecutive|straight|successive|"
        rf"uninterrupted)\b(?:[- ](?:{_THING}))?",
        _row,
    ),
    _rule(rf"(?P<n>{ORDINAL})\s+(?:annual\s+)?(?:{_THING})\s+{_ROW}\b", _row),
    _rule(rf"(?P<n>{ORDINAL}){_GAP}(?:{_THING})\s+{_ROW}\b", _row),
    _rule(rf"(?P<n>{ORDINAL})\s+in\s+a\s+row\b", _row),
    _rule(rf"(?P<n>{ORDINAL})(?:{_GAP}|\s+)in\s+as\s+many\s+years\b", _row),
    _rule(
        rf"(?P<n>{CARDINAL})[- ](?:consecutive|straight|successive|"
        rf"uninterrupted)\s+(?:[\w'()-]+\s+){{0,4}}?{_THING}\b",
        _row,
    ),
    _rule(rf"(?P<n>{CARDINAL})\s+(?:[\w'()-]+\s+){{0,4}}?(?:{_THING})\s+{_ROW}\b", _row),
    _rule(rf"(?P<n>{CARDINAL})[- ]years?\s+(?:winning\s+)?(?:streak|run)\b", _row),
    _rule(rf"streak\s+(?:to|of|at)\s+(?P<n>{CARDINAL})\b", _row),
    _rule(
        rf"(?:each|every one|all)\s+of\s+(?:the|those|these|its)\s+(?:award's\s+|past\s+|last\s+|"
        rf"previous\s+)?(?P<n>{CARDINAL})\s+(?:\w+\s+)?years\b",
        _row,
    ),
    _rule(rf"consecutively\s+(?:for|over)\s+(?:the\s+)?(?:past\s+|last\s+)?(?P<n>{CARDINAL})\s+years\b", _row),
    _rule(
        rf"(?:each|every|all)(?:\s+year)?\s+(?:of|for|in|over)?\s*(?:the\s+)?(?:past|last|"
        rf"previous)\s+(?P<n>{CARDINAL})\s+years\b",
        _row,
    ),
    _rule(r"\b(?P<n>three|four|five)[- ]?peat\b", _row),
    _rule(
        rf"\b(?P<n>{ORDINAL})\s+since\s+(?:the|its|their)\s+(?:award|honou?r|program|recognition)(?:'s)?\s+\w+"
        rf"(?:\s+in\s+(?P<since>{_YEAR}))?",
        _times,
    ),
    _rule(r"\bback[- ]to[- ]back\b", lambda _: _Found("consecutive", 2)),
    _rule(r"\b(?:two|2)\s+years\s+running\b", lambda _: _Found("consecutive", 2)),
    _rule(
        rf"\b(?:every|each)\s+(?:single\s+)?year\s+(?:since|"
        rf"from)\s+(?:(?!{_YEAR})[\w',()-]+\s+){{0,8}}?(?P<year>{_YEAR})\b",
        _since,
    ),
    _rule(rf"\b(?:annually|continuously|yearly|without interruption)\s+since\s+(?P<year>{_YEAR})\b", _since),
    _rule(
        rf"\b(?:first|initially)\b[^.;]{{0,80}}?\b(?P<year>{_YEAR})\b[^.;]{{0,60}}?\b(?:every|"
        rf"each)\s+(?:single\s+)?year\s+since\b(?!\s+(?:{_YEAR}|its|the|it))",
        _since,
    ),
    _rule(
        r"\b(?:every|each)\s+(?:single\s+)?year\s+(?:since\s+(?:its|the|their)\s+(?:award's\s+|"
        r"award\s+)?(?:inception|creation|beginning|launch|start|founding)|"
        r"(?:that\s+)?(?:it|the award)\s+has\s+(?:been\s+(?:given|presented|offered)|existed)|"
        r"of\s+(?:its|the award's)\s+existence|since\s+(?:the\s+award|it)\s+(?:began|was\s+\w+))\b",
        _since,
    ),
    _rule(
        rf"\bsince\s+(?:the|its)\s+(?:award's\s+)?(?:inception|beginning|creation|"
        rf"launch)(?:\s+in\s+(?P<year>{_YEAR}))?,?[^.;]{{0,80}}?"
        r"\b(?:every|each)\s+(?:single\s+)?year\b",
        _since,
    ),
    _rule(rf"\b(?P<n>{ORDINAL})\s+time\s+overall\b", _times),
    _rule(rf"\b(?P<n>{ORDINAL})\s+(?:time|overall){_OVER}\b", _times),
    _rule(
        rf"\b(?P<n>{ORDINAL})\s+(?:(?:national|diversity|such|annual|total|insight into (?:diversity|"
        rf"academia)|health professions?|higher education|heed|excellence|in|and|distinction|"
        rf"inclusion|prestigious|\(heed\)|20\d\d)\s+){{0,9}}?(?:awards?|heed(?!\s+(?:\w+\s+)?(?:awards?|"
        rf"honou?r))|honou?rs?|recognition|win|designation|title|victory)\b{_OVER}",
        _times,
    ),
    _rule(rf"\b(?P<n>{ORDINAL})\s+in\s+(?:the\s+)?(?:past|last)?\s*(?P<back>{CARDINAL})\s+years\b", _times),
    _rule(
        rf"\b(?:w[io]n|received?|earned|honou?red|recogni[sz]ed|awarded|selected|named|chosen|"
        rf"it)\b[^.;]{{0,60}}?\b(?P<n>{CARDINAL})\s+times\b{_OVER}",
        _times,
    ),
    _rule(
        rf"\b(?P<n>{CARDINAL})\s+(?:times\s+in|of|out\s+of)\s+the\s+(?:past|"
        rf"last)\s+(?P<back>{CARDINAL})\s+years\b",
        _times,
    ),
    _rule(
        rf"\b(?P<n>{CARDINAL})[- ]time\s+(?:[\w'-]+\s+){{0,6}}?(?:winner|recipient|honou?ree|awardee|"
        rf"champion)\b",
        _times,
    ),
    _rule(
        rf"\b(?:total|count|tally|number)\s+(?:of\s+awards\s+)?(?:to|of|at|"
        rf"now)\s+(?P<n>{CARDINAL})\s+(?:heed\s+)?(?:awards|wins|honou?rs|times|recognitions)?\b",
        _times,
    ),
    _rule(
        r"\b(?:w[io]n|received?|earned|honou?red|recogni[sz]ed|awarded|selected|named|"
        r"chosen)\b[^.;]{0,40}?\b(?P<twice>twice|thrice)\b",
        lambda m: _Found("total", 2 if m["twice"].casefold() == "twice" else 3),
    ),
    _rule(
        r"\b(?:the|its|for the|our|their)?\s*(?:very )?first[- ](?:ever\s+)?(?:time|year|appearance)\b"
        r"(?!\s+(?:that\s+)?(?:an?|any|one|two|both|in (?:state|the state))\s)(?!\s+(?:of|for) "
        r"the\b)(?!\s+(?:students?|class))|"
        r"\bfirst-ever\b|\bfirst[- ]time\s+(?:winner|recipient|honou?ree)\b",
        lambda _: _Found("first_time", 1),
    ),
    _rule(
        rf"\b(?:for\s+(?:the|a|its)|marks?\s+(?:the|its)|is\s+(?:the|its|our)|the|its|"
        rf"a)\s+(?P<n>{ORDINAL})\s+(?:annual\s+)?year\b(?!\s*(?:of\s(?!receiving|winning|being|earning)|"
        rf"students?|medical|class|residents?|"
        rf"nursing|cohort|that the (?:magazine|award)))",
        lambda m: _Found("total", number(m["n"]), ambiguous=True),
    ),
    _rule(rf"\b(?:is|was|,)\s+(?:its|their|our)\s+(?P<n>{ORDINAL})(?=\s*[.,;(]|$)", _times),
    _rule(rf"\bfor\s+(?P<n>{ORDINAL})\s+year\b", lambda m: _Found("total", number(m["n"]), ambiguous=True)),
    _rule(
        rf"\b(?:winner|recipient|holder|honou?ree|champion|"
        rf"awardee)s?\s+(?:of\s+)?[^.;,]{{0,60}}?\bsince\s+(?P<year>{_YEAR})\b",
        _since,
    ),
    _rule(
        rf"\bhas\s+(?:won|received|earned|been\s+(?:named|honou?red|recogni[sz]ed|"
        rf"awarded))\b[^.;,]{{0,80}}?(?<!time )\bsince\s+(?P<year>{_YEAR})\b",
        _since,
    ),
    _rule(
        rf"(?:for|over|in)\s+(?:each\s+of\s+)?the\s+(?:past|"
        rf"last)\s+(?P<n>{CARDINAL})\s+(?:consecutive\s+)?years\b",
        _row,
    ),
)
_COUNTS = re.compile(
    rf"{ORDINAL}|\b(?:consecutive|straight|successive|row|times?|years?|streak|back[- ]to[- ]back|"
    rf"annually|since|peats?|twice|thrice|running|total|count)\b",
    re.IGNORECASE,
)
"""Without one of these no rule can match: most sentences need not be tried."""
_THIS_IS = re.compile(r"(?:It|This|That)\s+(?:is|was|marks?|marked|makes?)\s+(?:the|its|our|now)\b", re.I)
_NOT_FIRST = re.compile(r"\bnot\s+(?:\w+\s+){0,3}$|\bsince (?:it|the \w+|we) $", re.I)
_ABOUT_PEOPLE = re.compile(
    r"\b(?:growth|enrol\w+|graduat\w+|students?|freshm[ae]n|applicants?|budget|record|increase\w*|"
    r"gift|donat\w+|grants?|rank\w+|term|semester|tenure)\b",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(r"\s+(?:that\s+)?(?:an?|any|one|two|both)\s+(?!row)|[- ]?\s*(?:students?|class)\b")
_GREW = re.compile(
    r"\b(?:grew|rose|increased|climbed|dropped|fell|expanded|enrolled|graduated|ranked|"
    r"raised)\b[^.;,]{0,25}?\b(?:for\s+)?(?:the|its|an?)?\s*$",
    re.IGNORECASE,
)
_MOST = 40


def counted(scene: Scene) -> list[Counted]:
    """Every counted statement about the awards of the text; what is said twice stands twice, each with its place."""
    found: list[Counted] = []
    heads = {name.number: line for line in scene.lines for name in names_under(scene.lines, line)}
    for line in scene.lines:
        if head := heads.get(line.number):
            found += (
                replace(one, school=line.schools[0]) for one in _in_line(_of_head(scene, head), line, listed=True)
            )
        elif not line.boilerplate:
            found += _in_line(scene, line)
    return found


def _of_head(scene: Scene, head: Line) -> Scene:
    """The scene of a list: its award and award year are those of the line above it."""
    award = head.awards[-1]
    return replace(scene, award=award, year=award.year or scene.year)


def _in_line(scene: Scene, line: Line, *, listed: bool = False) -> Iterator[Counted]:
    told = line.awards or listed or ANAPHOR.search(line.text) or _goes_on(scene, line)
    if not told or not _COUNTS.search(line.text):
        return
    taken: list[tuple[int, int]] = []
    for pattern, make in _RULES:
        for match in pattern.finditer(line.text):
            if any(match.start() < end and match.end() > start for start, end in taken):
                continue
            found = make(match)
            if found.n > _MOST and found.claim != "every_year_since":
                continue
            if found.claim == "total" and found.n == 1:
                found = _Found("first_time", 1)
            if one := _stated(scene, line, match, found, listed=listed):
                taken.append((match.start(), match.end()))
                yield one


def _goes_on(scene: Scene, line: Line) -> bool:
    """Whether a line says more of the win that the line before it tells: "It is the fifth consecutive year"."""
    return bool(line.number and _THIS_IS.match(line.text) and scene.lines[line.number - 1].wins)


def _stated(scene: Scene, line: Line, match: re.Match[str], found: _Found, *, listed: bool) -> Counted | None:
    award = _award_of(scene, line, match)
    if award is None or not (listed or _about_award(line, match)) or _NOT_FIRST.search(line.text[: match.start()]):
        return None
    if found.claim == "first_time" and _OF_OTHERS.match(line.text[match.end() :]):
        return None
    if _GREW.search(line.text[: match.start()]):
        return None
    if re.match(r"[^.;]{0,20}\b(?:would|could|might)\b", line.text[match.end() :]):
        return None
    year = _as_of(scene, line, match, award, found)
    n = found.n or scene.first_year(award.award)
    start = match.start() + len(match[0]) - len(match[0].lstrip(" ,"))
    words = line.text[start : match.end()].strip()
    back = year - found.back + 1 if found.back and year else None
    return Counted(
        line.start + start, line.start + start + len(words), words, found.claim, n, year, award.award,
        _school_of(scene, line, match), found.ambiguous, found.counts_from or back, award.health,
    )  # fmt: skip


def _about_award(line: Line, match: re.Match[str]) -> bool:
    """Whether the count is of this award: it names it or speaks of an award, and no other thing stands nearer."""
    text = line.text
    window = text[max(0, match.start() - 130) : match.end() + 130]
    if not line.awards and (OTHER_LISTS.search(text) or not (ANAPHOR.search(window) or _THIS_IS.match(text))):
        return False
    at = match.start()
    others = [m for m in other_awards(text) if not _known(line, m)]
    if others and not _distance_to_award(line, match) <= min(abs(m.start() - at) for m in others):
        return False
    near = text[match.end() : match.end() + 25]
    return line.sentence.headline or not re.match(
        rf"\s*(?:of|in|for)?\s*(?:\w+\s+)?{_ABOUT_PEOPLE.pattern}", near, re.I
    )


def _known(line: Line, match: re.Match[str]) -> bool:
    return any(a.start - line.start < match.end() and a.end - line.start > match.start() for a in line.awards)


def _distance_to_award(line: Line, match: re.Match[str]) -> int:
    return min((_distance(line, award, match) for award in line.awards), default=10_000)


def _distance(line: Line, award: AwardMention, match: re.Match[str]) -> int:
    """How far an award stands from a count; beyond a break between clauses it is further off."""
    start, end = award.start - line.start, award.end - line.start
    between = line.text[end : match.start()] if end <= match.start() else line.text[match.end() : start]
    breaks = len(re.findall(r"[;:]|,\s+(?:and|while|as|but|again)\b|\band\b", between))
    gap = 0 if start < match.end() and end > match.start() else len(between)
    return gap + 60 * breaks


def _award_of(scene: Scene, line: Line, match: re.Match[str]) -> AwardMention | None:
    if not line.awards:
        return scene.award
    return min(line.awards, key=lambda award: _distance(line, award, match))


def _as_of(scene: Scene, line: Line, match: re.Match[str], award: AwardMention, found: _Found) -> int | None:
    """The award year of the count: one printed in its clause after "in" or beside its award, else that of the text."""
    after = re.match(r"[^.;]{0,12}?\b(?:in|for|of)\s+(20[0-4]\d)\b(?!\s*(?:issue|and|,))", line.text[match.end() :])
    if after and found.claim in ("first_time", "consecutive", "total") and not found.back and not found.counts_from:
        return int(after[1])
    if award.year and award in line.awards and _distance(line, award, match) < 200:
        return award.year
    spoken = [y.year for y in stated_years(line.text, scene.hints) if y.year not in (found.n, found.counts_from)]
    if scene.hints.several and spoken:
        return max(spoken)
    if not line.awards or scene.year is None:
        years = [y.year for y in stated_years(line.text, scene.hints) if y.year not in (found.n, found.counts_from)]
        if scene.year is None and years:
            return max(years)
    return scene.year


_KIND_WORDS = {
    "medicine": r"medic", "medical": r"medic", "nursing": r"nurs", "law": r"law", "dental": r"dent",
    "dentistry": r"dent",
    "pharmacy": r"pharm", "veterinary": r"veterinar|vet", "optometry": r"optom", "university": r"university",
    "libraries": r"librar",
}  # fmt: skip


def _school_of(scene: Scene, line: Line, match: re.Match[str]) -> SchoolMention | None:
    """The school that a count is about: "for Nursing" after it, else the nearest named before or after."""
    told = re.match(r"[^.;,]{0,30}?\bfor\s+(?:the\s+)?(?:\w+\s+){0,2}?(\w+)\b", line.text[match.end() :])
    kind = _KIND_WORDS.get(told[1].casefold().removesuffix("'s")) if told else None
    if kind:
        named = {s.name: s for other in scene.lines for s in other.schools if re.search(kind, s.name, re.I)}
        if len(named) == 1:
            return next(iter(named.values()))
    field = re.search(
        r"(?:^|[;,.]\s|\band\s|\bwhile\s)(?P<field>Nursing|Dentistry|Medicine|Pharmacy|Optometry|Law)\s+(?:has|"
        r"had|was|also|won|"
        r"received|earned|is|joins)\b[^;.]*$",
        line.text[: match.start()],
    )
    if field and (kind := _KIND_WORDS.get(field["field"].casefold())):
        named = {s.name: s for other in scene.lines for s in other.schools if re.search(kind, s.name, re.I)}
        if len(named) == 1:
            return next(iter(named.values()))
    by_word = re.match(r"[^.;,]{0,20}?\bfor\s+(?:the\s+)?([A-Z][\w&-]+)\b", line.text[match.end() :])
    if by_word:
        word = by_word[1].removesuffix("'s")
        holding = {s.name: s for other in scene.lines for s in other.schools if word in re.split(r"[\s–-]", s.name)}
        if len(holding) == 1:
            return next(iter(holding.values()))
    return subject_of(line, line.start + match.start())
