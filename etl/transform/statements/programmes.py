"""Programmes that a text credits to its school: named ones, and those after words such as "initiatives such as"."""

import re
from collections.abc import Iterable, Iterator

from etl.transform.statements.categories import category_of
from etl.transform.statements.cues import WIN
from etl.transform.statements.scene import Line, Scene
from etl.transform.statements.values import Programme

_HEAD = (
    r"(?:Programs?|Programmes?|Initiatives?|Series|Committees?|Academy|Centers?|Centres?|Scholars|"
    r"Pipelines?|Pathways?|Institute|"
    r"Fellowships?|Fellows|Councils?|Task ?[Ff]orces?|Weeks?|Conferences?|Trainings?(?!\s+(?:and|"
    r"&)\s+[A-Z])|Projects?|Networks?|Alliances?|Plans?|Frameworks?|"
    r"Scholarships?|Certificates?|Challenges?|Summits?|Symposi(?:um|a)|Camps?|Bridges?|Workshops?|"
    r"Seminars?|Commissions?|Collaboratives?|"
    r"Funds?|Grants?|Guarantee|Experience|Dialogues?|Launch|Retreats?|Club|Boards?|Coalitions?|"
    r"Partnerships?|Courses?|Curriculum|Roadmap|"
    r"Deep Dive|Lectures?|Symposium|Ambassadors?|Mentors(?:hip)?|Mentoring(?!\s+(?:and|&)\s+[A-Z])|"
    r"Residency|Consortium|Corps|Cluster|Hub|Labs?|Workgroup|Work Group|Advisors|Conversations|Town "
    r"[Hh]alls?|Roundtables?|Grand Rounds|"
    r"Working Group|Caucus|Associations?|Societ(?:y|ies)|Promise|Passport|Survey|System|Toolkit|"
    r"Statement|Services|Report|Forum|Panels?)"
)
_LOW_HEAD = (
    r"(?:programs?|programmes?|initiatives?|series|committee|academy|trainings?|framework|project|"
    r"curriculum|workshops?|seminars?|camps?|task force|town halls?|"
    r"council|conference|certificate|scholarships?|fellowship|student organization|organization|"
    r"partnership|pathway|pipeline|course|"
    r"workgroup|campaign|summit|symposium|statement|survey|grant|plan)"
)
_W = r"(?:[A-Z0-9#][\w&@.'/-]*|\([^()]{2,80}\))"
_LINK = r"(?:of|for|in|on|the|and|&|to|at|with|into|against|a|is|My|de|y|e)"
_NAMED = re.compile(
    rf"(?<![\w'])(?P<name>(?:{_W}(?:,?\s+|\s?[-–:]\s?))(?:(?:{_W}|{_LINK})(?:,?\s+|:\s+|"
    rf"\s?[-–]\s?))*?(?:{_HEAD})\b(?:\s+(?:of|for|on|in|to|against)\s+(?:(?:{_LINK}|"
    rf"{_W})\s+)*{_W})?(?:\s*\([^()]{{2,60}}\))?(?:\s+{_LOW_HEAD})?)"
)
_NAMED_LOW = re.compile(
    rf"(?<![\w'])(?!(?:Each|Every|This|That|These|Those|The|Its|Our|Their|All|Some|Most|Many|"
    rf"Students?|Faculty|Other|New|A|An|In|For|Through)\s+[a-z])(?P<name>{_W}(?:(?:\s+|"
    rf"\s?[-–:]\s?)(?:(?:{_LINK})\s+)*{_W})*\s+(?:(?!this|that|the|an?|its|our|their|complete|has|is|"
    rf"was|will|and|for|of)[a-z-]+\s+){{0,2}}?{_LOW_HEAD})\b(?:\s*\([^()]{{2,60}}\))?"
)
_OWN_LOW = re.compile(
    r"\b(?:its|our|their|the school's|the college's|the university's|including (?:an?|"
    r"the))\s+(?P<name>(?:[a-z][\w'/-]*\s+(?:and\s+|of\s+)?){1,5}?(?:program|initiative|curriculum|"
    r"series|council|committee|task force|workshops|training|scholarship))\b"
)
_NAMED_OF = re.compile(
    rf"(?<![\w'])(?P<name>(?:Framework|Roadmap|Pathways|Pledge|Forum|Network|Fellowship|Center|Centre|"
    rf"Institute|Council|Academy|Committee|Commission|Task Force|Coalition|Alliance|"
    rf"Advisors)\s+(?:for|of|on|to)\s+(?:the\s+)?{_W}(?:,?\s+(?:(?:{_LINK})\s+)*{_W})*)"
)
_MADE = re.compile(
    r"\b(?:created|introduced|launched|established|developed|implemented|conducted|offers?|runs?|"
    r"hosts?|added|started|adopted|piloted|began|drew up|requires?)\s+(?:an?\s+|the\s+|its\s+|new\s+|"
    r"mandatory\s+)*"
    rf"(?P<name>(?:(?!for|that|which|in|on|with|to|and|who|as)[a-z][\w/-]+\s+){{1,5}}{_LOW_HEAD})\b"
)
_CREDITED = re.compile(
    r"\b(?:noted|cited|highlighted|praised|recognized|singled out|pointed to|points to|credits|"
    r"credited|drew on|described|mentioned|commended|lauded|applauded|showcased|relies on|"
    r"spotlighted)\s+"
    r"(?:(?:the|its|their|[a-z']+'s|school's|college's|university's|for|success of|creation of|work "
    r"of|efforts of)\s+)*(?=[A-Z#])"
)
_APPOSED = re.compile(
    rf"(?<![\w'])(?P<name>{_W}(?:\s+(?:(?:{_LINK})\s+)?{_W})*),\s+(?:an?|the|"
    rf"its)\s+(?:[\w'-]+\s+){{0,6}}?(?:program|initiative|effort|series|partnership|center|"
    rf"scholarship|fellowship|academy|camp|training)\b"
)
_ANY_HEAD = re.compile(rf"\b(?:{_HEAD}|{_LOW_HEAD}|center|effort)\b")
_CUE = re.compile(
    r"\b(?:initiatives?|programs?|programming|programmes?|efforts?|projects?|offerings?|work|"
    r"activities|partnerships?|strategies|"
    r"resources|supports?|groups?|practices|opportunities|measures|steps|highlights?|examples?|"
    r"accomplishments|actions?|features?|things)\b"
    r"[^.;:]{0,60}?(?P<cue>\s*[-–—,]?\s*\b(?:such as|like|including|includes?|included|among them|"
    r"are|is|were|through)\b\s*:?\s+"
    r"|\s*:\s+|\s+(?:noted|cited|mentioned|highlighted|recognized|described)\s*:?\s+)",
    re.IGNORECASE,
)
_SUCH_AS = re.compile(
    r"(?P<cue>\b(?:initiatives|programs|efforts|partnerships|including)\s*[-–—,]*\s*(?:such as|"
    r"like)\s+|\bthrough\s+its\s+|\bimpressed\s+(?:by|with)\s+(?:\w+'s\s+)?|\bas evidenced (?:by|"
    r"through) its\s+|\bamong other (?:things|efforts),?\s+)",
    re.I,
)
_LIST_HEAD = re.compile(r"\b(?:initiatives?|programs?|efforts?|highlights?|examples?|work|projects?)\b.*:\s*$", re.I)
_END_OF_LIST = re.compile(
    r"\s[-–—]+\s|[.;]|,\s+(?:which|who|where|as well as|while|with|among other|to )|\s+(?:were|was|"
    r"are|is|provide[sd]?|help(?:s|ed)?|have|has|bring|brings|led|support(?:s|ed)?|gave|"
    r"give[s]?|open[s]?|serve[sd]?|ensure[sd]?|allow[s]?|work[s]? to|stood|impressed|continue[sd]?|"
    r"that|which|who|designed|aimed|were|will)\b"
)
_SERIES = (
    r"(?:justice|equity|diversity|inclusion|access|belonging|anti-?racism|accessibility|excellence|"
    r"social justice|engagement|ethics)"
)
_TOGETHER = re.compile(rf"\b{_SERIES}(?:,\s+{_SERIES})*,?\s+(?:and|&)\s+{_SERIES}\b", re.I)
_TITLE = re.compile(
    r"\b(?:dean|director|president|provost|chancellor|chair|officer|coordinator|manager|professor|"
    r"head)s?\b[^,;]{0,25}\b(?:of|for)(?:\s+the)?\s*$",
    re.I,
)
_NOT = re.compile(
    r"\b(?:HEED|INSIGHT|Insight [Ii]nto|Award|Magazine|^(?:[A-Z][\w&'-]* )+University$|School of|"
    r"College of|Department of|Class of|Higher Education Excellence|"
    r"U\.S\.|Best Colleges|Index|Ranking|Press|News|Association of|Board of (?:Regents|Trustees|"
    r"Governors)|Commission on Colleges|"
    r"(?:Health|Medical) Center|Law Center|(?:Office|Division|Department|College|School) of|"
    r"(?:University|Health) System$|Middle States|Faculty Senate|Human Rights Campaign)\b"
)
_STOP_FIRST = frozenset(
    [
        "the",
        "a",
        "an",
        "its",
        "our",
        "their",
        "this",
        "these",
        "those",
        "new",
        "other",
        "and",
        "for",
        "in",
        "of",
        "with",
        "through",
        "at",
        "by",
        "from",
        "as",
        "among",
        "other",
        "also",
        "both",
        "all",
        "such",
        "several",
        "some",
        "his",
        "her",
        "it",
        "we",
        "they",
        "to",
        "on",
        "each",
        "every",
        "many",
        "most",
        "two",
        "three",
        "four",
        "another",
        "any",
        "no",
    ]
)
_VAGUE = re.compile(
    r"^(?:(?:various|many|several|other|all|more|new|strategic|ongoing|campus|its|their|our|"
    r"diversity|equity|inclusion|and|dei|of|student|students|"
    r"faculty|staff|recruitment|retention|hiring|promotion|mentoring|teaching|research|programs?|"
    r"initiatives?|efforts?|leadership|work|"
    r"outreach|training|education|academic|these|those|gender|race|ethnicity|veterans|people|with|"
    r"disabilities|lgbtq|community|members)\s*)+$",
)
_NO_THING = re.compile(
    r"\b(?:efforts?|commitments?|values|contributions?|excellence|achievements?|leadership|success|"
    r"culture|accomplishments?|progress)$",
)
_LONGEST = 14


def programmes(scene: Scene) -> list[Programme]:
    """The programmes in the order of the text, each once: the fuller of two names for one."""
    found: list[Programme] = []
    listing = False
    for line in scene.lines:
        if line.sentence.item and listing:
            found.extend(_item(line))
            continue
        listing = bool(_LIST_HEAD.search(line.text))
        if not line.boilerplate and not line.sentence.headline:
            found.extend(_in_line(line))
    return _once(found)


def _item(line: Line) -> Iterator[Programme]:
    name = re.split(r"\s[-–—]\s|:\s|\.\s|,\s+(?:which|a|an)\s", line.text, maxsplit=1)[0].rstrip(" .;,")
    if 1 <= len(name.split()) <= _LONGEST:
        yield _programme(line, 0, name)


def _in_line(line: Line) -> Iterator[Programme]:
    masked = _masked(line)
    for pattern in (_CUE, _SUCH_AS):
        for cue in pattern.finditer(masked):
            if (
                pattern is _SUCH_AS
                or re.search(
                    r"such as|like|includ|:|noted|cited|mentioned|highlighted|described|among them", cue["cue"], re.I
                )
                or line.text[cue.end() : cue.end() + 4].lower().startswith("the ")
            ):
                yield from _listed(line, masked, cue.end())
    for cue in _CREDITED.finditer(masked):
        yield from (one for one in _listed(line, masked, cue.end()) if one.name[0].isupper())
    if not _ANY_HEAD.search(masked):
        return
    for pattern in (_NAMED, _NAMED_OF, _NAMED_LOW, _OWN_LOW, _MADE, _APPOSED):
        for match in pattern.finditer(masked):
            if not _TITLE.search(masked[: match.start()]):
                yield from _parts(line, match.start("name"), match["name"])


def _parts(line: Line, start: int, name: str) -> Iterator[Programme]:
    """The programmes of a run of capitalised words: "House System and Wellness Advocate Program" are two."""
    at = 0
    for cut in re.finditer(
        rf"(?:(?<=[\w)])(?:,\s+|,?\s+and\s+)(?:the|its|an?|their)\s+|\b(?!Training|Mentoring|Curriculum|"
        rf"Science){_HEAD}(?P<and>,?\s+and\s+)(?=[A-Z]))",
        name,
    ):
        left = cut.start("and") if cut["and"] else cut.start()
        if left > at:
            yield from _named(line, start + at, line.text[start + at : start + left])
        at = cut.end()
    yield from _named(line, start + at, line.text[start + at : start + len(name)])


def _a_thing(line: Line, name: str) -> bool:
    """Whether an item of a list names something that is run, not an activity or a remark in a quotation."""
    if re.match(r"(?!mentoring|training|advising|tutoring|programming)[a-z]+ing\b", name):
        return False
    return not (line.text.startswith('"') and name[0].islower())


def _masked(line: Line) -> str:
    """The line with awards and schools blanked out, and with the commas inside names hidden."""
    text = line.text
    places = [(award.start, award.end, "·") for award in line.awards]
    places += [(school.start, school.end, "ˢ") for school in line.schools]
    for start, end, mark in places:
        at, to = start - line.start, end - line.start
        text = text[:at] + mark * (to - at) + text[to:]
    for match in (*_TOGETHER.finditer(text), *re.finditer(r"\([^()]*\)", text)):
        inner = match[0].replace(",", "‚")
        inner = re.sub(r"\band\b", "anđ", inner)
        text = text[: match.start()] + inner + text[match.end() :]
    return text


def _listed(line: Line, masked: str, at: int) -> Iterator[Programme]:
    stop = _END_OF_LIST.search(masked, at)
    region = masked[at : stop.start() if stop else len(masked)]
    if len(region.split()) > 60:
        return
    pieces = re.finditer(
        r"(?:(?!,\s+(?:and\s+|as well as\s+)?|\s+and\s+(?:the|an?|its|their|[A-Z#]|[a-z]+\s+[a-z]+)|"
        r"\s+as well as\s+).)+",
        region,
    )
    for piece in pieces:
        lead = re.match(
            r"[\s,]*(?:(?:and|with|by|as well as|the|an?|its|their|our|creating|hosting|offering|work on|"
            r"work supported by)\s+)*",
            piece[0],
        )
        start = at + piece.start() + (lead.end() if lead else 0)
        name = line.text[start : at + piece.end()].strip(" ,;.\"'")
        words = name.split()
        if (
            2 <= len(words) <= _LONGEST
            and masked[start] not in "·ˢ"
            and not _VAGUE.match(name)
            and _a_thing(line, name)
        ) or (len(words) == 1 and re.search(r"[A-Z].*[A-Z]|[A-Z]\w{4,}", name) and not WIN.match(name)):
            yield from _named(line, start, name)


def _named(line: Line, start: int, name: str) -> Iterator[Programme]:
    """The programme, without leading articles, unless it is something else."""
    while (first := re.match(r"(\w[\w'-]*)\s+", name)) and first[1].casefold() in _STOP_FIRST:
        start, name = start + first.end(), name[first.end() :]
    name = re.sub(rf"(\b{_HEAD})\s+(?:the|we|it|our|they|students)\s.*$", r"\1", name).rstrip(" ,.;:")
    if (
        _NO_THING.search(name)
        or not name
        or "·" in name
        or _NOT.search(name)
        or _VAGUE.match(name)
        or len(name.split()) > _LONGEST
    ):
        return
    if len(name.split()) == 1 and (
        not re.search(r"[A-Z].*[A-Z0-9]|[A-Z]\w{5,}", name)
        or re.fullmatch(_HEAD + "|College|University|School|Students?|Campus|Faculty", name)
    ):
        return
    yield _programme(line, line.text.find(name, max(0, start - 3)), name)


def _programme(line: Line, at: int, name: str) -> Programme:
    begin = line.start + max(at, 0)
    return Programme(begin, begin + len(name), name, category_of(name))


def _once(found: Iterable[Programme]) -> list[Programme]:
    """Each programme once: of names at one place the longest, of the same name the first."""
    kept: list[Programme] = []
    for one in sorted(found, key=lambda p: (p.start, -(p.end - p.start))):
        inside = any(one.start < other.end and one.end > other.start for other in kept)
        same = any(_words(one.name) <= _words(other.name) or _words(other.name) < _words(one.name) for other in kept)
        if not inside and not same:
            kept.append(one)
    return kept


def _words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z0-9]+", name.casefold())) - {
        "the",
        "a",
        "of",
        "program",
        "initiative",
        "and",
        "for",
    }
