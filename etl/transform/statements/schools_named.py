"""Names that could be a school's: runs of capitalised words with a telling word in them, short forms beside a unit."""

import re
from collections.abc import Iterator, Sequence

from etl.transform.statements.values import AwardMention, SchoolMention, Sentence

_WORD = r"(?:[A-Z][\w&.]*(?:['-][A-Za-z]\w*)*|[A-Z]&[A-Z])"
_LINK = r"(?:of|the|and|&|at|for|de|in|on)"
_RUN = re.compile(rf"{_WORD}(?:(?:\s+|\s?[-–—/]\s?|,?\s+{_LINK}(?:\s+the)?\s+|\s+\(){_WORD}\)?)*")
_CAMPUS = re.compile(
    r",\s+(?:[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)(?=$|[,;:.)'\"]|\s+(?:has|is|was|received|earned|won|and|"
    r"also|to|for|at|School|College|Medical))"
)
_SYSTEMS = re.compile(
    r"\b(?:University of (?:California|Wisconsin|Illinois|Texas|North Carolina|Hawai'?i|Nebraska|Tennessee|Maryland|"
    r"Massachusetts|Michigan|Missouri|Colorado|Minnesota|Alabama|Arkansas|Louisiana|South Carolina|South Florida)"
    r"|California State University|Texas A&M University|State University of New York|Arizona State University"
    r"|Indiana University|Penn State(?: University)?|SUNY)$"
)
_INSTITUTION = re.compile(r"\b(?:University|Universities|College|Institute of|Polytechnic|Seminary|SUNY|CUNY)\b")
_UNIT = re.compile(
    r"\b(?:(?:School|Schools|College|Colleges|Faculty|Graduate School) (?:of|for)|Medical School|"
    r"Law School|Law Center|Medical Center|Health Sciences? Center|Center for Health Sciences|"
    r"Medicine|Nursing|Dentistry|"
    r"Pharmacy|Optometry|Libraries|Library|Dental|Law|System Administration|Health Sciences)\b"
)
_FIELD = re.compile(r"Medicine|Nursing|Dentistry|Pharmacy|Optometry|Library|Libraries|Dental|Law")
_HEADED = re.compile(r"\b(?:Schools?|Colleges?|Faculty|Center|Libraries|Library|System|University)\b")
_SHORT = re.compile(r"^(?:[A-Z][A-Za-z&-]*[A-Z][A-Za-z&-]*|[A-Z]\w+ (?:State|Tech|A&M))\b")
_STOP_WORDS = frozenset(
    [
        "a",
        "about",
        "after",
        "again",
        "all",
        "along",
        "also",
        "among",
        "an",
        "and",
        "announces",
        "annual",
        "another",
        "as",
        "at",
        "award",
        "awarded",
        "awards",
        "because",
        "before",
        "being",
        "both",
        "but",
        "by",
        "celebrates",
        "celebrating",
        "claims",
        "congratulations",
        "continues",
        "dean",
        "dr",
        "each",
        "earned",
        "earning",
        "earns",
        "eighth",
        "every",
        "fifth",
        "first",
        "for",
        "founded",
        "fourth",
        "from",
        "gets",
        "given",
        "has",
        "have",
        "here",
        "he",
        "her",
        "his",
        "honored",
        "honors",
        "how",
        "however",
        "i",
        "if",
        "in",
        "initiatives",
        "inspiring",
        "inaugural",
        "insight",
        "into",
        "is",
        "it",
        "its",
        "joining",
        "joins",
        "lands",
        "last",
        "members",
        "ms",
        "mr",
        "named",
        "nearly",
        "nets",
        "new",
        "ninth",
        "no",
        "now",
        "on",
        "once",
        "one",
        "only",
        "other",
        "our",
        "over",
        "president",
        "professor",
        "programs",
        "receive",
        "received",
        "receives",
        "recipient",
        "recognized",
        "recognizes",
        "second",
        "selected",
        "seventh",
        "she",
        "similar",
        "since",
        "sixth",
        "so",
        "some",
        "students",
        "take",
        "takes",
        "ten",
        "tenth",
        "than",
        "that",
        "the",
        "their",
        "these",
        "they",
        "third",
        "this",
        "those",
        "three",
        "through",
        "thus",
        "to",
        "today",
        "together",
        "top",
        "two",
        "under",
        "until",
        "was",
        "we",
        "welcome",
        "were",
        "what",
        "when",
        "where",
        "while",
        "who",
        "why",
        "wins",
        "winning",
        "with",
        "won",
        "year",
        "years",
        "yet",
        "you",
        "champion",
        "national",
        "magazine",
        "media",
        "contact",
        "questions",
        "earlier",
        "later",
        "recently",
        "meanwhile",
        "additionally",
        "moreover",
        "diversity",
        "heed",
        "champions",
        "associate",
        "assistant",
        "vice",
        "provost",
        "chancellor",
        "chief",
        "director",
        "senior",
        "celebrate",
        "honor",
        "applause",
        "kudos",
        "officials",
        "reviewers",
        "class",
        "honors",
        "marks",
        "adds",
        "shines",
        "shine",
        "gains",
        "garners",
        "captures",
        "claims",
        "clinches",
        "collects",
        "scores",
        "snags",
        "secures",
        "again",
        "taking",
        "repeats",
        "dubbed",
        "cited",
        "lauded",
        "hailed",
        "applauded",
        "tapped",
        "chosen",
        "achieves",
        "achieved",
        "attains",
        "retains",
        "renewed",
        "awarded",
        "nationally",
    ]
)
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.' -]{2,}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?:,\s+[A-Z][\w.]*(?:\s[A-Z]\w*)?)?"
    r"(?:,?\s*\(?[A-Z][a-z]+\.?\s\d{1,2},?\s\d{4}\)?)?"
    r"\s*(?:\([^)]{0,30}\)\s*)?(?:--|[–—]|\s-\s)\s*(?=[A-Z])"
)
_PROGRAMME = re.compile(
    r"\b(?:Grants?|Programs?|Series|Initiatives?|Scholars?|Scholarships?|Plan|Fund|Conference|"
    r"Council|Committee|Fellowship|Award|Awards|Week|Project|Task Force|Report|Guide|Fair|Academy)$"
)
_OF_PROGRAMME = re.compile(
    r"\s+(?:program|initiative|camp|series|course|training|pathway|pipeline|scholarship|grant|fellowship)s?\b"
)
_BOILER = re.compile(
    r"insight (?:into|magazine)|\bmagazine\b|ranking|news\b|report\b|u\.s\. department|national institutes", re.I
)


def schools_named(sentences: Sequence[Sentence], awards: Sequence[AwardMention]) -> list[SchoolMention]:
    """Every name that could be a school's, in the order of the text; a bare unit has the university of the text."""
    found = [mention for sentence in sentences for mention in _in_sentence(sentence, awards)]
    parents = [mention for mention in found if not mention.unit and _INSTITUTION.search(mention.name)]
    return [_with_parent(mention, parents, found) for mention in found]


def _in_sentence(sentence: Sentence, awards: Sequence[AwardMention]) -> Iterator[SchoolMention]:
    text = sentence.text
    for award in awards:
        if sentence.start <= award.start < sentence.end:
            at, to = award.start - sentence.start, award.end - sentence.start
            text = text[:at] + "·" * (to - at) + text[to:]
    dateline = _DATELINE.match(text)
    if dateline:
        text = "·" * dateline.end() + text[dateline.end() :]
    for match in _RUN.finditer(text):
        for start, end in _pieces(text, match.start(), match.end()):
            yield from _mention(sentence, text, start, end)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A run of capitalised words, cut at words of headlines and where one school's name follows another's."""
    run = text[start:end]
    cuts = [(0, 0)]
    cuts += [
        (m.start(), m.end())
        for m in re.finditer(
            r",? and (?:the )?(?=University of|School of|College of|[A-Z][\w'-]+ (?:University|College)\b)|"
            r"(?<=University),? and (?:the )?(?=[A-Z])|(?<=College),? and (?:the )?(?=[A-Z])",
            run,
        )
    ]
    for match in re.finditer(r"[A-Z][A-Za-z&'.]*", run):
        word = match[0].casefold()
        place = word == "new" and re.match(
            r"\s+(?:York|Jersey|Mexico|Hampshire|England|Orleans|Haven|School|Rochelle|Paltz)\b", run[match.end() :]
        )
        if (word in _STOP_WORDS or word.rstrip(".") in _STOP_WORDS) and match[0] != "The" and not place:
            cuts.append((match.start(), match.end()))
    cuts.sort()
    for (_, at), (to, _) in zip(cuts, [*cuts[1:], (len(run), len(run))], strict=True):
        piece = run[at:to]
        lead = re.match(rf"[\s,–—-]*(?:{_LINK}\s+)*", piece)
        tail = re.search(rf"(?:[\s,(–—-]+{_LINK})*[\s,(–—-]*$", piece)
        left, right = at + (lead.end() if lead else 0), at + (tail.start() if tail else len(piece))
        if right > left:
            yield start + left, start + right


def _mention(sentence: Sentence, text: str, start: int, end: int) -> Iterator[SchoolMention]:
    name = re.sub(r"(?:'s?|\.)$", "", text[start:end])
    end = start + len(name)
    campus = _CAMPUS.match(text, end) if _SYSTEMS.search(name) else None
    if campus:
        after = re.match(rf"\s+{_RUN.pattern}", text[campus.end() :])
        end = campus.end() + (after.end() if after and _UNIT.search(after[0]) else 0)
        name = text[start:end]
    name = re.sub(r"\s*\([^)]*\)?$", "", name).strip()
    if " " not in name and _FIELD.fullmatch(name):
        return
    if len(name) < 3 or _BOILER.search(name) or _PROGRAMME.search(name) or _OF_PROGRAMME.match(text, end):
        return
    institution, unit = _INSTITUTION.search(name), _UNIT.search(name)
    if (
        unit
        and not institution
        and not _HEADED.search(name)
        and (len(name.split()) > 4 or re.search(r"\b(?:for|in|on|and|of)\b", name))
    ):
        return
    if re.match(r"(?:The )?(?:Division|Department|Office|Center|Institute) (?:of|for)\b", name):
        return
    short = _SHORT.match(name.removeprefix("The "))
    bare = bool(unit) and not short and not _parented(name)
    if (institution or unit) and not re.fullmatch(
        r"(?:The )?(?:University|College|School|Institute|Medicine|Nursing|Law|Library)", name
    ):
        yield SchoolMention(sentence.start + start, sentence.start + start + len(name), name, None, bare)


def _parented(name: str) -> bool:
    """Whether the name of a unit names its university too."""
    rest = re.sub(
        r"\b(?:School|Schools|College|Colleges|Department|Division|Faculty) (?:of|for)\b.*?(?= at | University|$)",
        " ",
        name,
    )
    return bool(re.search(r"\bUniversity\b|\bCollege\b| at [A-Z]", rest)) or bool(
        re.match(r"(?:The )?(?:(?!The\b)[A-Z]\S+ )+(?:School|College|Medical School|Law)", name)
    )


def _beside(mention: SchoolMention, found: Sequence[SchoolMention]) -> SchoolMention:
    """A bare unit after "the UAB School of Nursing" has UAB as its university."""
    before = [one.name for one in found if one.end <= mention.start and not one.unit]
    led = (
        re.match(r"(?:The )?(.+?) (?:School|College|Medical School|Law)\b", before[-1])
        if before and mention.unit
        else None
    )
    return SchoolMention(mention.start, mention.end, mention.name, led[1], unit=True) if led else mention


def _with_parent(
    mention: SchoolMention, parents: Sequence[SchoolMention], found: Sequence[SchoolMention]
) -> SchoolMention:
    if not mention.unit or not parents:
        return _beside(mention, found)
    nearest = min(parents, key=lambda parent: abs(parent.start - mention.start))
    return SchoolMention(mention.start, mention.end, mention.name, nearest.name, unit=True)
