"""What a line says of no win: clauses that deny one, or tell of plans and questions."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from etl.transform.statements.counted_about import tells_of_it
from etl.transform.statements.counted_parts import GOT
from etl.transform.statements.lines import Line, Scene
from etl.transform.statements.sought import sought
from etl.transform.statements.table_rows import cells_of, denials_of_row, is_row
from etl.transform.statements.values import Denial
from etl.transform.statements.wins_past import award_at, spoken_of
from etl.transform.statements.wins_schools import subjects
from etl.transform.statements.years import StatedYear, stated_years

_PLANS = sought(
    "appl|compete|nominat|hop|ambition|no other|finalist|incorrect|erroneous|wrongly|mistaken|correction|want|plan|"
    "goal|target|aim|like to|eligible|?|whether|asked|ended|ends|an end",
    r"\b(?:(?<!that )(?<!who )(?<!which )applied for(?! and (?:received|won|earned))|(?:first|initial) application for|"
    r"apply for|applying|will apply|(?:can|may|could) (?:compete|apply|be nominated)|"
    r"(?:hop(?:es?|ed)|wants?|wanted|plans?|planned) (?:to|that|for)|hoping to|finalists?|"
    r"(?:incorrectly|erroneously|wrongly|mistakenly)|correction(?=:)|"
    r"(?:streak|run)\b[^.;]{0,40}?\b(?:ended|ends|came to an end)|"
    r"(?:goals?|targets?) (?:for|in) 20\d\d|"
    r"no other (?:[\w&-]+ ){1,5}(?:has|have|had|was|were|received|won|earned|got|took)|"
    r"aims? to|(?:goal|target|aim|ambition|hope)s?\b[^.;,]{0,20}\b(?:is|was|are) to|"
    r"(?:would|'d) like to|nominat\w+ for|eligible)\b"
    r"|^(?!.*\b(?:did|do) you know\b)[^\"]*\?[\"')]*\s*$|\bwhether\s+(?:we|it|the \w+|they)\b|"
    r"\basked\s+(?:how|if|what)\b",
    re.I,
)
"""What tells of a win that is hoped for or asked about."""
_IF = sought(
    "if",
    r"\bif\s[^,.;]{0,40}\s(?:is|are|were|selected|chosen|named|successful|wins?)\b",
    re.I,
)
_DENIES = sought(
    "not|n't|failed|fruitless|neither|passed over|left o|missing|no award|no heed award|no such award|without|"
    "empty-handed|shut out|unsuccess|in vain|missed|snubbed|overlooked|dropped|absent|sat|skipped|bypassed|lost|short|"
    "no appl|eluded|yet to|nothing|lose|losing|turned down|declined",
    r"\b(?:not (?:\w+ )?(?:been )?(?:win|won|received?|get|got|earn|earned|among|on the|honou?red|recogni[sz]ed|"
    r"awarded|given|picked|named|selected|chosen|one of|included|an? (?:\w+ ){0,2}(?:winner|recipient))|"
    r"(?:went|came|left) (?:away )?empty-handed|"
    r"not (?:an? )?(?:\w+ )?(?:champion|honou?ree)\b|(?:was|were|been|be) (?:unsuccessful|turned down|declined)\b|"
    r"(?:go|goes|gone|went|going|was|were) without\b|(?:got|won|received|with) nothing(?: in\b|\b)|nothing in 20\d\d|"
    r"los(?:t|e|ing) (?:out )?(?:in|for) 20\d\d|los(?:e|ing) out\b|missing out\b|eluded\b|"
    r"yet to (?:win|receive|earn|get|be)\b|"
    r"(?:does|do) not (?:apply|compete|take part|participate)\b|not (?:be(?:en)? )?(?:submit(?:ted)?|successful)\b|"
    r"(?:submitted|made|filed|sent in) no application|no application (?:was|went)|"
    r"(?:unsuccessful|failed|fruitless) (?:attempt|bid|try|effort|submission|nomination|application)s?\b|"
    r"did not(?! (?:find|see|know|learn|hear|say|mention|look|check|note|print|list|locate|expect|think)\b)|"
    r"shut out of|applied\b[^.;]{0,60}\b(?:without success|unsuccessfully|in vain)|unsuccessful(?:ly)? appli\w+|"
    r"failed to|neither\b|passed over|left off|"
    r"left out of (?:it|(?:the|this|that) (?:\w+ )?(?:list|awards?|winners|round))|"
    r"names? (?:was|were) (?:missing|absent)|missing from|absent (?:from|in)|"
    r"(?<!who )(?<!that )(?<!which )(?:was|were|got) (?:\w+ )?(?:snubbed|overlooked|bypassed|skipped|dropped)|"
    r"(?<!never )(?<!not )(?<!n't )missed (?:out|the (?:\w+ ){0,3}(?:awards?|designation|list|honou?r|title|cut))|"
    r"(?:narrowly )?lost (?:the|out|it)\b|(?:came up|fell|fallen|come up) short\b|missing the (?:\w+ ){0,3}award|"
    r"sat out|sat (?:\w+ ){0,4}out\b|(?:had|did|was|were|has|have)n't|"
    r"no (?:(?:HEED|such) )?awards? (?:was|were|came|went|in|for|that|to)|without (?:it|the award|an award))\b",
    re.I,
)
"""What tells that there was no win."""
_BUT = re.compile(r",?\s+but\b", re.IGNORECASE)
_SUBJECT = r"(?:it|we|they|the\s+\w+|(?-i:[A-Z][\w.&'-]*(?:\s+[A-Z][\w.&'-]*){0,4}))\s"
_CLAUSE_ENDS = re.compile(
    rf"[;:]\s|\s[-–—]+\s|{_BUT.pattern}|,\s+(?:and\s+)?then\s+|,\s+(?:and|while|though|although|since)\s+(?={_SUBJECT}|20\d\d\s)"
    rf"|,\s+(?={_SUBJECT}(?:won|received|earned|was|were|did|had|has)\b)|\s+and\s+(?=(?:did|was|were|had|has)\s+not\b)"
    r"|\b(?:said|says|wrote|writes|told|reported|recalled|claims?|believes?)\s+that\s"
    r"|,?\s+and\s+(?=(?:(?:went|goes|came|left)\s+(?:home\s+|away\s+)?(?:with(?:out)?|empty)|got\s+nothing|lost|missed|failed|fell|"
    r"(?:was|were)\s+(?:un|passed|turned|left|over|not))\b)|,?\s+only\s+to\s+|,\s+(?=the\s+20[0-4]\d\s)|\s+when\s+(?=it\s+won\b)"
    r"|(?<=\d),\s+(?=(?:we|it|the\s+\w+)\s+(?:returned|came\s+back|regained|rejoined)\b)"
    r"|,\s+(?=(?:honou?red|recogni[sz]ed|named|received|won|earned|selected|chosen)\b)"
    r"|,?\s+(?=(?:after|following|despite)\s+(?:(?:an?|its|our|their|the)\s+)?(?:\w+\s+)?(?:unsuccessful|failed|fruitless)\b)",
    re.IGNORECASE,
)
"""Where a sentence goes on with a clause of its own; one that tells of plans goes on telling of them up to a "but"."""
_ENTRY = re.compile(r"\W*20[0-4]\d\s*[:–—-]\s")
"""A year at the head of its entry in a history."""
_LED_IN = re.compile(
    r"\W*(?:(?:But|And|Yet|Still),?\s+)?(?:In|For|By|During|Back in)\s+(?:\w+\s+)?20[0-4]\d,?"
    r"(?:\s+(?:by contrast|by comparison|however|though|on the other hand|instead|sadly|alas|alone)\b)?,?\s*",
    re.IGNORECASE,
)
"""The year with which a clause begins, and no clause of its own: "In 2019, by contrast,"."""
_IN_VAIN = re.compile(
    r"\b(?:without success|unsuccessful\w*|in vain|no application|"
    r"(?:not|n't)\s+(?:\w+\s+)?(?:apply|compete|take part|participate|submi\w+))\b",
    re.IGNORECASE,
)
"""What tells that a plan came to nothing, or that there was none."""
_HELD_AGAINST = re.compile(r"\W*(?:Unlike|While|Whereas|In contrast to)\b")
"""How a sentence begins that holds schools against each other: whose denial it is, is not told by the place."""
_NEVER = re.compile(rf"\b(?:has|have|had)\s+never\s+(?:once\s+|yet\s+|ever\s+)?{GOT}\b", re.IGNORECASE)
"""What tells that there was no win in any year."""
_AT_A_TIME = re.compile(r"\b(?:before|until|missed|prior|since|then|20\d\d)\b", re.IGNORECASE)
"""What tells that it is said of some years alone."""
_ANY_YEAR = re.compile(r"\b20[0-4]\d\b")
_THAT_YEAR = re.compile(r"\bthat (?:very |same )*year\b", re.IGNORECASE)
_NOT_IN = re.compile(
    r"(?:^|,|\bbut)\s*\b(?P<not>not)\s+(?:in\s+|for\s+)?(?:the\s+)?(?P<years>20[0-4]\d(?:(?:,\s*|,?\s+(?:and|or)\s+)20[0-4]\d)*)",
    re.I,
)
"""Years that are excepted: "honored in 2021, but not in 2023"."""


def asserts(line: Line) -> Line | None:
    """The line with blanks for the clauses that deny, plan or ask: "won in 2021; it did not win in 2022"; None where
    nothing is left.
    """
    plans, denies = _PLANS.search(line.text), _DENIES.search(line.text) or _IF.search(line.text)
    if not (plans or denies or _NOT_IN.search(line.text)):
        return line
    if line.text.rstrip("\"') ").endswith("?"):
        return None
    text = "".join(
        " " * (end - start) if _is_contrary(line.text[start:end]) else line.text[start:end]
        for start, end in _parts(line, _BUT if plans else _CLAUSE_ENDS)
    )
    text = _NOT_IN.sub(lambda excepted: " " * len(excepted[0]), text)
    if not re.search(r"\w", text):
        return None
    awards = tuple(one for one in line.awards if text[one.start - line.start].strip())
    schools = tuple(one for one in line.schools if text[one.start - line.start].strip())
    return replace(line, sentence=replace(line.sentence, text=text), awards=awards, schools=schools or line.schools)


def _is_contrary(part: str) -> bool:
    return bool(_PLANS.search(part) or _DENIES.search(part) or _IF.search(part))


def _parts(line: Line, ends: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    at = 0
    for end in [*(match.end() for match in ends.finditer(line.text)), len(line.text)]:
        if _LED_IN.fullmatch(line.text, at, end):
            continue
        yield at, end
        at = end
    if at < len(line.text):
        yield at, len(line.text)


def denials(scene: Scene) -> list[Denial]:
    """The wins that a draft denies, each with its year: "we did not receive the award in 2019"."""
    if not scene.hints.several:
        return []
    found: list[Denial] = []
    for line in scene.lines:
        if is_row(line):
            found += denials_of_row(scene, line)
            found += (one for told, cell in cells_of(scene, line) for one in _in_line(told, cell))
        elif not scene.far_above(line):
            found += _in_line(scene, line)
    return found


def _in_line(scene: Scene, line: Line) -> Iterator[Denial]:
    if line.boilerplate or line.text.rstrip("\"') ").endswith("?") or not _told(scene, line):
        return
    if len(line.schools) > 1 and _HELD_AGAINST.match(line.text):
        return
    never = None if _AT_A_TIME.search(line.text) else _NEVER.search(line.text)
    if never and (award := line.awards[-1] if line.awards else scene.award):
        for school in subjects(line, line.start + never.start()):
            yield Denial(line.start + never.start(), line.start + never.end(), award.award, None, school)
        return
    for year, words in _denied(scene, line):
        award = award_at(scene, line, year)
        if award is None or year.year < scene.first_year(award.award):
            continue
        start, end = min(year.start, words.start), max(year.end, words.stop)
        for school in subjects(line, line.start + year.start):
            yield Denial(line.start + start, line.start + end, award.award, year.year, school)


def _told(scene: Scene, line: Line) -> bool:
    """Whether a line tells of the award."""
    return bool(line.awards or spoken_of(scene, line) or tells_of_it(scene, line))


def _denied(scene: Scene, line: Line) -> Iterator[tuple[StatedYear, range]]:
    """The years in the parts of a line that deny a win, and those excepted in the others; the first of each part with
    the place of the words that deny.
    """
    years = stated_years(line.text, scene.hints)
    entry = _ENTRY.match(line.text)
    if entry and years and (denies := _DENIES.search(line.text, entry.end())):
        yield years[0], range(*denies.span())
        return
    for start, end in _parts(line, _CLAUSE_ENDS):
        part = line.text[start:end]
        denies = _DENIES.search(part)
        if denies and (_IN_VAIN.search(part) or not (_PLANS.search(part) or _IF.search(part))):
            inside = _of_denial(line.text, [year for year in years if start <= year.start < end], start + denies.end())
            inside = inside or _that_year(line.text, start, part)
            yield from _with_words(inside, range(start + denies.start(), start + denies.end()))
        elif but := _NOT_IN.search(part):
            at = start + but.start("years")
            excepted = [
                StatedYear(int(one[0]), at + one.start(), at + one.end())
                for one in re.finditer(r"20[0-4]\d", but["years"])
            ]
            yield from _with_words(excepted, range(start + but.start("not"), at))


_NOT_ITS_YEAR = re.compile(
    r"\b(?:until|since|before|prior\s+to|up\s+to|as\s+(?:late|of)\s+as|as\s+of|after(?:\s+winning)?(?:\s+in)?)\s+$",
    re.IGNORECASE,
)
"""What stands before a year in which there was a win, or of which nothing is said."""


def _of_denial(text: str, years: Sequence[StatedYear], at: int) -> list[StatedYear]:
    """Of the years in a clause those of its denial: those behind its words, where there are any; not "until 2022"."""
    own = [year for year in years if not _NOT_ITS_YEAR.search(text, 0, year.start)]
    return [year for year in own if year.start >= at] or own


def _that_year(text: str, start: int, part: str) -> list[StatedYear]:
    """The year before it in the line that a part means by "that same year", whatever is told of it there; none where it
    says no such thing.
    """
    told, before = _THAT_YEAR.search(part), _ANY_YEAR.findall(text[:start])
    return [StatedYear(int(before[-1]), start + told.start(), start + told.end())] if told and before else []


def _with_words(years: Sequence[StatedYear], words: range) -> Iterator[tuple[StatedYear, range]]:
    for number, year in enumerate(years):
        yield year, range(year.start, year.end) if number else words
