"""Programmes in lists: behind "initiatives such as", behind a colon, and line by line."""

import re
from collections.abc import Iterator

from etl.transform.statements.cues import WIN
from etl.transform.statements.lines import Line
from etl.transform.statements.programme_names import named, programme
from etl.transform.statements.programme_patterns import CREDITED_AFTER, END_OF_LIST
from etl.transform.statements.programme_words import LINK, LONGEST, LOW_HEAD, OWNER, SOMEBODY, VAGUE, W
from etl.transform.statements.values import Programme

_ASPECT = re.compile(
    r"\b(?:race|races|ethnicity|ethnicities|gender|genders|age|religions?|faith|veterans?|disabilit(?:y|ies)|orientations?|"
    r"sexuality|nationalit(?:y|ies)|LGBTQ?\w*|incomes?|backgrounds?|identit(?:y|ies))\b",
)
"""What "all aspects of diversity, including" goes on with: no programmes."""
_CLAUSE = re.compile(
    r"^(?:It|We|They|He|She|This|That|I|we|you|they|it|he|she|how|that|what|who|whose|which|why|when|where|there|held|may|might|"
    r"can|could|will|would|"
    r"should|shall|to|not|no|if|so|as|be|do|did|more people|first|second|third|\d+(?=\s[a-z]))\b|"
    r"\b(?:shall|will|would|may|might|can|could|is|are|was|were|has|have|had|does|did|took place|"
    r"(?<!\.)I(?!\.)|we|they)\b(?!\))"
)
"""A piece of a list that says something instead of naming it."""
_PEOPLE = re.compile(
    r"^(?:(?!for\b|with\b)\S+\s+){0,3}(?:people|students|veterans|pupils|faculty|staff|members|community|communities|families|else|everywhere|now)$",
    re.IGNORECASE,
)
_ACTIVITY = re.compile(
    rf"\b(?:{LOW_HEAD}|care|support|coaching|mentoring|mentorships?|tutoring|training|outreach|advising|counsel(?:ing|or)|"
    r"recruitment|polic(?:y|ies)|statements?|process(?:es)?|houses?|housing|visits?|lectures?|celebrations?|audits?|surveys?|funds?|clinics?|"
    r"garden|app|courses?|fairs?|events?|groups?|teams?|offices?|networks?|database|dashboards?|centers?|clubs?|days?|"
    r"weeks?|months?|retreats?|dialogues?|conversations?|talks?|forums?|panels?|reviews?|hires?|hiring|positions?|tours?|"
    r"shadowing|immersion|exchanges?|services?|spaces?|rooms?|lounge|library|pantry|closet|cupboard|museum|mural|garden|"
    r"internships?|residenc(?:y|ies)|assistantships?|stipends?|awards?|prizes?|circles?|chats?|newsletter|website|toolkit|"
    r"webinars?|podcasts?|screenings?|exhibit(?:s|ions?)?|festivals?|dinners?|luncheons?)\b",
    re.IGNORECASE,
)
"""What is run, given or held: of other things in plain words a list tells no name."""
_MOST_WORDS = 60
_LONGEST_ITEM = 9
_LONGEST_HEAD = 6
_PIECE = re.compile(
    r"(?:(?!,\s+(?:and\s+|as well as\s+)?|\s+and\s+(?:the|an?|its|their|[A-Z#\"]|[a-z][A-Z]|[a-z]+\s+[a-z]+)|"
    r"\s+as well as\s+).)+"
)
_LEAD = re.compile(
    r"[\s,•·]*(?:(?:and|with|by|as well as|the|an?|its|their|our|creating|hosting|offering|work on|"
    r"work supported by)\s+)*"
)
_APPOSITION = re.compile(r"(?:,\s+)?(?:an?|one of|the (?:first|only|state's|nation's|country's))\s+[a-z]")
_AT = re.compile(r"(?<=[a-z)])\s+at\s+(?:the\s+)?[A-Z][^()]*$")
_CUT = re.compile(
    r"\s[-–—]\s|:\s|(?<!\b[A-Z])(?<!\bRev)(?<!\bDr)(?<!\bJr)(?<!\bSt)(?<!\bMrs)\.\s|"
    r",\s+(?:(?:in|through|by|for|with|at) (?:which|whom)|which|an?|that|where|who|whose|to|for|"
    r"with|open|designed|aimed|home|now|short|part|once|led|run|held|launched|founded|started|begun|formed|created|established|hosted|funded|adopted|offered|"
    r"stocked|new)\s|;?\s*(?:and)?$"
)
_OF_WHAT = re.compile(rf"(\b(?:{LOW_HEAD}|process))\s+(?:that|which|in which|where|used|taught)\s.*$")
_AND_PLAIN = re.compile(rf"^({W}(?:\s+(?:(?:{LINK})\s+)?{W})+),\s+[a-z].*$")
"""A name in capitals, and plain words that explain it: "Culture Talks, lunchtime sessions on every campus"."""
_HIRED = re.compile(r"(?:Hir|Appoint|Requir|Continu|Partner|Increas|Recruit|Reduc|Improv|Expan|Ensur)\w*\s")
_STEPS = re.compile(
    r"(?:Two|Three|Four|Five|Six|Several|Many|More|Most|New|Steps?|Work|Help|Efforts?|Ways?|Support|"
    r"A (?:better|new|stronger|wide))\b"
)
"""How items begin that tell of steps, not of something that has a name."""
_SUCH = re.compile(r"^[A-Z][a-z]+\s[^,A-Z]*,?\s+(?:including|such as|like)\s+(?:the\s+|an?\s+)?(?=[A-Z])")
"""How an item tells in plain words what it names behind them: "Outreach to schools, including Bay Bridge"."""
_SPLITS = re.compile(r"(?:,|\band)\s+the\s+[A-Z]")
_SEVERAL = re.compile(r"[A-Z](?:(?!,\s+(?:and\s+)?(?:the\s+)?[A-Z]|,?\s+and\s+(?:the\s+)?[A-Z]).)+.")
"""The names of an item that holds several: "Open Doors, the Harbor Camp and Bay Days"."""
_TELLS = re.compile(
    r"\s(?:is|are|was|were|has|have|had|began|offers?|provides?|provided|supports?|helps?|hosts?|hosted|serves?|works?|"
    r"brings?|brought|drew|gave|sent|reached|welcomed|will|can|introduced|launched|created|received|earned|won|(?:organiz|coordinat|celebrat|educat|encourag|promot|"
    r"serv|advis|encompass|produc|manag|oversee|featur|includ|prepar|requir|reach|teach)(?:e?s|ed)|"
    r"(?:run|hold|give|meet|lead|train|award|fund|connect|sponsor|assist|engage|allow|aim|focus|pair|match)(?:e?s))\s"
    r"|\s[a-z]{3,}ed\s+(?:two|three|four|five|at least|more|all|\d)"
    r"|^[A-Z]\w+\s+[a-z]+ed\s+(?:for|to|in|on|it|them|the|an?)\s"
)


_DUTY = re.compile(r"[A-Z][a-z]+ing\s+(?:(?:with|on|for|in)\s+)?(?:the|an?|[a-z]+)\s")
"""How an item begins that tells what somebody is to do."""
_DEED = re.compile(
    r"(?:(?:In|Since|By|During) (?:19|20)\d\d,|To [a-z]+\b|(?:Making|Being|Having|Becoming|Keeping) |"
    r"(?:[A-Z]\w+ )?(?i:growth|increases?|gains) in |(?:An? )?(?i:promise|pledge|vow) to |"
    r"(?:Many |Most |All )?[A-Z]?[a-z]+s (?:and [a-z]+s )?(?:join|meet|learn|receive|include|play|take|find|see) |"
    r"[A-Z][a-z]+(?: [a-z]+){1,4} that [a-z]+ )"
)
"""How an item begins that tells what was done, and names nothing."""


def items(line: Line) -> Iterator[Programme]:
    """The programme that an item of a list names; none of an item that tells something instead."""
    name = _CUT.split(line.text, maxsplit=1)[0].rstrip(" .;,")
    if _HIRED.match(name) or (_STEPS.match(name) and not re.search(r"\s[A-Z]\w+\s[A-Z]", name)) or _CLAUSE.search(name):
        return
    if _DEED.match(name):
        return
    if such := _SUCH.search(name):
        yield from named(line, such.end(), name[such.end() :])
        return
    name = _OF_WHAT.sub(r"\1", name)
    name = _AND_PLAIN.sub(r"\1", name)
    lead = re.match(
        r"(?:(?:Creat|Establish|Launch|Develop)\w*\s+(?:of\s+)?)?(?:The|A|An|the|an?|Its|Our|Their)\s+"
        r"(?:(?:\w+-old|new|annual|yearly|popular)\s+(?=[A-Z]))?(?=\S+\s)",
        name,
    )
    at = lead.end() if lead else 0
    name = name[at:]
    if 1 <= len(name.split()) <= LONGEST and not _TELLS.search(f"{name} "):
        if name[0].islower() and len(name.split()) > _LONGEST_ITEM:
            return
        for piece in _SEVERAL.finditer(name) if _SPLITS.search(name) else ():
            yield programme(line, at + piece.start(), piece[0].rstrip(" ,"))
        if not _SPLITS.search(name):
            yield programme(line, at, name)


_LEADING = re.compile(
    rf"(?:The\s+|An?\s+)?(?P<name>{W}(?:,?\s+(?:(?:{LINK})\s+)*{W})+)"
    r"(?=:\s|,\s+(?:which|where|whose|for which|in which|with which|through which|\d)|"
    r"\s+(?:mission|program|initiative|series|"
    r"project|event|camp|course)\b)"
)
"""The name with which an item begins that goes on to tell of it."""


_QUOTED = re.compile(r'"([A-Z][^"]{3,60}?),?"')


def leading(line: Line) -> Iterator[Programme]:
    """The name at the beginning of an item that tells something: "The Bay Camp, which pairs …"."""
    for quoted in _QUOTED.findall(line.text.partition(", which")[0]) if line.text[:1] == '"' else ():
        yield from named(line, line.text.find(quoted), quoted)
    match = _LEADING.match(line.text)
    if match and not line.schools and not line.awards:
        yield from named(line, match.start("name"), match["name"])


def tells(line: Line) -> bool:
    """Whether an item of a list is a sentence about something, not a name."""
    head = _CUT.split(line.text, maxsplit=1)[0]
    return bool(_DUTY.match(head) or _TELLS.search(f"{head} ") or len(head.split()) > LONGEST)


def is_head(line: Line) -> bool:
    """Whether a sentence is a few words without a verb, as those with which a paragraph begins: "Bay Bridge."."""
    words = line.text.split()
    return len(words) <= _LONGEST_HEAD and bool(
        re.fullmatch(
            r"(?!(?:It|Its|Our|Their|Students|Faculty|They|We|He|She|This|That|Not|And|But|Yes|No|Visit|Call|Write|Contact|See|Read|E-?mail|Send|"
            r"Learn|Follow|Click|Apply|Register|Join|For|To|Photo|By|Updated|Published|Posted)\b)[A-Z][^,;:!?\"@\d]*\.",
            line.text,
        )
        and not _TELLS.search(f"{line.text} ".replace(". ", " "))
        and not WIN.search(line.text)
        and (re.search(r"[a-z][A-Z]", words[0]) or len(words) > 1)
    )


def listed(line: Line, hidden: str, at: int) -> Iterator[Programme]:
    """The programmes of a list that begins at that place of the line; `hidden` is the line masked."""
    rest = hidden[at:]
    if "; " in rest and _semicolons(rest):
        for match in re.finditer(r"[^;]+", rest):
            yield from _region(line, hidden, at + match.start(), at + match.end(), first_only=match.start() > 0)
        return
    yield from _region(line, hidden, at, len(hidden), first_only=False)


def credited_after(line: Line, hidden: str) -> Iterator[Programme]:
    """The names in front of "stood out" or "were cited", from their owner on."""
    for match in CREDITED_AFTER.finditer(hidden):
        owners = [owner.end() for owner in OWNER.finditer(hidden, 0, match.start())]
        if owners:
            found = _region(line, hidden, owners[0], match.start(), first_only=False)
            yield from (one for one in found if one.name[0].isupper())


def _semicolons(rest: str) -> bool:
    """Whether a list goes on behind its semicolons with names, not with a new clause."""
    return all(
        re.match(r"\s*(?:and\s+|to\s+)?(?:the\s+|an?\s+|its\s+)?[A-Z#ˢ]", part) for part in rest.split(";")[1:] if part
    )


def _region(line: Line, hidden: str, at: int, to: int, *, first_only: bool) -> Iterator[Programme]:
    stop = END_OF_LIST.search(hidden, at, to)
    region = hidden[at : stop.start() if stop else to]
    if len(region.split()) > _MOST_WORDS or SOMEBODY.match(region):
        return
    if len({match[0].casefold() for match in _ASPECT.finditer(region)}) > 1:
        return
    before = ""
    for piece in _PIECE.finditer(region):
        if before[:1].isupper() and not _conjoined(region, piece.start()) and _APPOSITION.match(piece[0].lstrip(" ,")):
            continue
        lead = _LEAD.match(piece[0])
        start = at + piece.start() + (lead.end() if lead else 0)
        if such := re.match(r".*\bsuch as\s+(?:the\s+|an?\s+)?", hidden[start : at + piece.end()]):
            start += such.end()
        before = _AT.sub("", line.text[start : at + piece.end()]).strip(" ,;.\"'")
        if before and _a_thing(line, before) and hidden[start] not in "·ˢ" and _could_be(before):
            yield from named(line, start, before)
        if first_only:
            return


def _conjoined(region: str, at: int) -> bool:
    return bool(re.match(r"[\s,]*(?:and|as well as)\b", region[at:]))


def _could_be(name: str) -> bool:
    words = name.split()
    if _CLAUSE.search(name) or (_PEOPLE.search(name) and not re.search(r"[A-Z].*[A-Z]", name)):
        return False
    if not re.search(r"[A-Z0-9#]", name) and not _ACTIVITY.search(name):
        return False
    if 2 <= len(words) <= LONGEST:
        return not VAGUE.match(name)
    return len(words) == 1 and bool(re.search(r"[A-Z].*[A-Z]|[A-Z]\w{4,}", name)) and not WIN.match(name)


def _a_thing(line: Line, name: str) -> bool:
    """Whether an item of a list names something that is run, not an activity or a remark in a quotation."""
    if re.match(r"(?!mentoring|training|advising|tutoring|programming)[a-z]+ing\b", name):
        return False
    return not (line.text.startswith('"') and name[0].islower() and not re.search(W, name))
