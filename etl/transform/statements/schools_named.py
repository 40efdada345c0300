"""Names that could be a school's: runs of capitalised words with a telling word in them, short forms beside a unit."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from etl.transform.statements.school_short import bracketed, cores, initialed, short_forms
from etl.transform.statements.school_units import units_listed
from etl.transform.statements.school_words import STOP_WORDS
from etl.transform.statements.values import AwardMention, Hints, SchoolMention, Sentence

_WORD = r"(?:[A-Z][\w&.]*(?:['-][A-Za-z]\w*)*|[A-Z]&[A-Z])"
_LINK = r"(?:of|the|and|&|at|for|de|in|on)"
_RUN = re.compile(rf"{_WORD}(?:(?:\s+|\s?[-–/]\s?(?!The\b)|,?\s+{_LINK}(?:\s+the)?\s+|\s+\(){_WORD}\)?)*")
_CAMPUS = re.compile(
    r",\s+(?:[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)(?=$|[,;:.)'\"]|\s+(?:has|is|was|received|earned|won|and|"
    r"also|to|for|at|School|College|Medical))"
)
_IN_PLACE = re.compile(
    r"(?P<name>.*\b(?:University|College|School|Nursing|Medicine|Dentistry|Pharmacy|Sciences))\s+in\s+(?:the\s+)?"
    r"[A-Z][\w.]*(?:\s[A-Z]\w*)*"
)
"""The place behind a name: "Harbor College in Ohio"."""
_SYSTEMS = re.compile(
    r"\b(?:University of (?:California|Wisconsin|Illinois|Texas|North Carolina|Hawai'?i|Nebraska|Tennessee|Maryland|"
    r"Massachusetts|Michigan|Missouri|Colorado|Minnesota|Alabama|Arkansas|Louisiana|South Carolina|South Florida)"
    r"|California State University|Texas A&M University|State University of New York|Arizona State University"
    r"|Indiana University|Penn State(?: University)?|SUNY)$"
)
_INSTITUTION = re.compile(r"\b(?:University|Universities|College|Institute of|Polytechnic|Seminary|SUNY|CUNY)\b")
_UNIT = re.compile(
    r"\b(?:(?:School|Schools|College|Colleges|Faculty|Graduate School) of|School for|Medical School|"
    r"Law School|Law Center|Medical Center|Health Sciences? Center|Center for Health Sciences|"
    r"Medicine|Nursing|Dentistry|"
    r"Pharmacy|Optometry|Libraries|Library|Dental|Law|System Administration|Health Sciences)\b"
)
_FIELD = re.compile(r"Medicine|Nursing|Dentistry|Pharmacy|Optometry|Library|Libraries|Dental|Law")
_HEADED = re.compile(r"\b(?:Schools?|Colleges?|Faculty|Center|Libraries|Library|System|University)\b")
_TELLING = re.compile(rf"{_INSTITUTION.pattern}|{_UNIT.pattern}|\b(?:State|Tech)$")
_NEXT = re.compile(
    r"(?:University (?:of|at)|School of|College of|(?:[A-Z][\w&.'-]*\s+){1,4}?(?:University|College|State|Tech|"
    r"School of|Law "
    r"Center|Law School|Medical School|Medical College)\b)"
)
"""How the name of a further school begins."""
_SHORT = re.compile(r"^(?:[A-Z][A-Za-z&-]*[A-Z][A-Za-z&-]*|[A-Z]\w+ (?:State|Tech|A&M))\b")
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.' -]{2,}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?:,\s+[A-Z][\w.]*(?:\s[A-Z]\w*)?)?"
    r"(?:,?\s*\(?[A-Z][a-z]+\.?\s\d{1,2},?\s\d{4}\)?)?"
    r"\s*(?:\([^)]{0,30}\)\s*)?(?:--|[–—]|\s-\s)\s*(?=[A-Z])"
)
_PROGRAMME = re.compile(
    r"\b(?:Grants?|Programs?|Series|Initiatives?|Scholars?|Scholarships?|Plan|Fund|Conference|"
    r"Council|Committee|Fellowship|Award|Awards|Week|Project|Task Force|Report|Guide|Fair|Academy|"
    r"Camps?|Workshops?|Festival|Internships?|Pathways?|Bridge|Pipeline|Mentor(?:s|ship)|Club|Circle|Summit|"
    r"Symposium|Day)$|^(?:The )?Summer\b.*\bInstitute$"
)
_OF_PROGRAMME = re.compile(
    r"\s+(?:program|initiative|camp|series|course|training|pathway|pipeline|scholarship|grant|fellowship)s?\b"
)
_BOILER = re.compile(
    r"insight (?:into|magazine)|\bmagazine\b|ranking|news\b|report\b|u\.s\. department|national institutes|"
    r"\bassociation\b|\bsociety\b|\bfederation\b|^(?:the )?(?:colleges|schools) of\b",
    re.I,
)


def schools_named(
    sentences: Sequence[Sentence], awards: Sequence[AwardMention], text: str, hints: Hints
) -> list[SchoolMention]:
    """Every name that could be a school's, in the order of the text; a bare unit has the university of the text.

    `text` is the whole in plain characters.
    """
    read = [_read(sentence, awards, hints) for sentence in sentences]
    full = [mention for one in read for mention in one.found]
    known, core = {**initialed(text, full), **bracketed(text, full)}, cores(full)
    found: list[SchoolMention] = []
    for sentence, one in zip(sentences, read, strict=True):
        short = short_forms(sentence, one.text, one.rest, known, core, hints, one.found) if one.rest else []
        found += sorted([*one.found, *short], key=lambda mention: mention.start)
    parents = [mention for mention in found if not mention.unit and _INSTITUTION.search(mention.name)]
    shorts = [mention for mention in found if not mention.unit and not _UNIT.search(mention.name)]
    return [_with_parent(mention, parents or shorts, found, text) for mention in found]


@dataclass(frozen=True, slots=True)
class _Read:
    """A sentence with awards and datelines blanked out, the names found in it, and the runs that are none so far."""

    text: str
    found: tuple[SchoolMention, ...]
    rest: tuple[tuple[int, int], ...]


_SHOUTED = re.compile(r"[A-Z][A-Z']+")
_SMALL = frozenset(("of", "the", "at", "and", "for", "in", "on", "de"))


def _in_small(match: re.Match[str]) -> str:
    """A word of a line in capitals as it stands in a name: short words small, all but the first word's place."""
    word = match[0].casefold()
    return word if word in _SMALL and match.start() else word.capitalize()


def _read(sentence: Sentence, awards: Sequence[AwardMention], hints: Hints) -> _Read:
    text = _SHOUTED.sub(_in_small, sentence.text) if sentence.text.isupper() else sentence.text
    for award in awards:
        if sentence.start <= award.start < sentence.end:
            at, to = award.start - sentence.start, award.end - sentence.start
            text = text[:at] + "·" * (to - at) + text[to:]
    dateline = _DATELINE.match(text)
    if dateline:
        text = "·" * dateline.end() + text[dateline.end() :]
    found, text = units_listed(sentence, text)
    rest: list[tuple[int, int]] = []
    for match in _RUN.finditer(text):
        reached = max((one.end - sentence.start for one in found), default=0)
        begin = max(match.start(), reached) if reached < match.end() else match.start()
        for start, end in _pieces(text, begin, match.end(), hints):
            named = list(_mention(sentence, text, start, end))
            found += named
            if not named and not _BOILER.search(text[start:end]):
                rest.append((start, end))
    return _Read(text, tuple(found), tuple(rest))


def _pieces(text: str, start: int, end: int, hints: Hints) -> Iterator[tuple[int, int]]:
    """A run of capitalised words, cut at words of headlines and where one school's name follows another's."""
    run = text[start:end]
    cuts = [(0, 0)]
    cuts += _between(run, hints)
    for match in re.finditer(r"[A-Z][A-Za-z&'.]*", run):
        word = match[0].casefold()
        if (word in STOP_WORDS or word.rstrip(".") in STOP_WORDS) and match[0] != "The" and not _in_name(run, match):
            cuts.append((match.start(), match.end()))
    cuts.sort()
    for (_, at), (to, _) in zip(cuts, [*cuts[1:], (len(run), len(run))], strict=True):
        piece = run[at:to]
        lead = re.match(rf"[\s,–—-]*(?:{_LINK}\s+)*", piece)
        tail = re.search(rf"(?:[\s,(–—-]+{_LINK})*[\s,(–—-]*$", piece)
        left, right = at + (lead.end() if lead else 0), at + (tail.start() if tail else len(piece))
        if right > left:
            yield start + left, start + right


_NAME_GOES_ON = {
    "new": re.compile(r"\s+(?:York|Jersey|Mexico|Hampshire|England|Orleans|Haven|School|Rochelle|Paltz)\b"),
    "a": re.compile(r"\s&\s[MT]\b|-[A-Z]"),
    "national": re.compile(r"\s+(?:[A-Z][a-z]+\s+)?University\b"),
}
"""How a name goes on that holds a word which ends names elsewhere: "New York", "A & M"."""


def _in_name(run: str, match: re.Match[str]) -> bool:
    behind = _NAME_GOES_ON.get(match[0].casefold())
    return behind is not None and bool(behind.match(run, match.end()))


def _between(run: str, hints: Hints) -> list[tuple[int, int]]:
    """Where one school's name ends in a run of capitalised words and the next begins."""
    if hints.knows is not None and hints.knows(run.removeprefix("The ")):
        return []
    cuts, at = [], 0
    for match in re.finditer(r"(?:,\s+|,?\s+and\s+|\s+&\s+)(?:the\s+|The\s+)?(?=[A-Z])", run):
        left, right = run[at : match.start()], run[match.end() :]
        whole = re.search(r"\b(?:University|College|Polytechnic)$", left) and "and" in match[0]
        telling = _TELLING.search(left) or (hints.knows is not None and hints.knows(left.strip(" ,")))
        short = re.match(r"[A-Z]{3,}\b(?! [A-Z])", right)
        other = _NEXT.match(right) or (hints.knows is not None and hints.knows(short[0] if short else right))
        if whole or (telling and other and not re.search(r"\b(?:of|for)$", left)):
            cuts.append((match.start(), match.end()))
            at = match.end()
    return cuts


def _mention(sentence: Sentence, text: str, start: int, end: int) -> Iterator[SchoolMention]:
    name = _OFFICE_OF.sub("", re.sub(r"(?:'s?|\.)$", "", text[start:end]))
    end = start + len(name)
    campus = _CAMPUS.match(text, end) if _SYSTEMS.search(name) else None
    if campus:
        after = re.match(rf"\s+{_RUN.pattern}", text[campus.end() :])
        end = campus.end() + (after.end() if after and _UNIT.search(after[0]) else 0)
        name = text[start:end]
    name = re.sub(r"\s*\([^)]*\)?$|\)$|'s?\s\([^)]*\).*$", "", name).strip()
    name = _OFFICE_BEHIND.sub("", name)
    if (of_unit := _OF_UNIT.match(name)) and not _INSTITUTION.search(of_unit[0]):
        name, start = name[of_unit.end() :], start + of_unit.end()
    if placed := _IN_PLACE.fullmatch(name):
        name = placed["name"]
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
    if re.match(
        r"(?:The )?(?:University|College|School|Institute|Campus)'s\s|.*\b(?:for|to|into|through|beyond) College$", name
    ):
        return
    if _PLURAL_NAME.fullmatch(name):
        return
    if re.match(r"(?:The )?(?:Division|Department|Office|Center|Institute) (?:of|for)\b", name):
        return
    short = _SHORT.match(name.removeprefix("The "))
    bare = bool(unit) and not short and not _parented(name)
    if (institution or unit) and not re.fullmatch(
        r"(?:The )?(?:University|College|School|Institute|Medicine|Nursing|Law|Library)", name
    ):
        yield SchoolMention(sentence.start + start, sentence.start + start + len(name), name, None, bare)


_UNIT_BEHIND = re.compile(
    r"(?:(?<=University)\s+(?:[A-Z][\w.'-]*\s+){1,4}|(?:(?<=[a-z])|(?<=[A-Z][A-Z]))(?:'s)?,?\s+)"
    r"(?:School|College|Faculty) of\s.*$"
)
"""The unit behind the name of its university, with those whose names it bears."""
_UNIT_BEFORE = re.compile(
    r"^(?:The )?(?:[A-Z][\w.'-]*\s+)*(?:School|College|Faculty) of\s(?:(?! at | of the ).)+\s(?:at|of(?= the ))\s(?:[Tt]he\s)?(?=[A-Z])"
)
"""The unit before the name of its university: "College of Optometry at Lakeside"."""
_OFFICE_OF = re.compile(
    r"'s?\s+(?:(?:[A-Z]\w+\s+)?(?:Office|Division|Department|Board|Council|Commission|Committee|Task Force)|"
    r"Chief|Vice|President|Chancellor|Provost|Dean)\b.*$"
)
"""A part of a university that wins nothing, behind the name of the university."""
_OFFICE_BEHIND = re.compile(
    r"(?<=[a-z]),?\s+(?:the\s+)(?:[A-Z]\w+\s+)?(?:Office|Division|Department|Council|Committee|Center)\b.*$"
)
_PLURAL_NAME = re.compile(r"(?:.*\s)?(?:Universities|Colleges)")
_OF_UNIT = re.compile(
    r".*\s(?:of|at|for|in)\s+the\s+(?=(?:School|College|Faculty) of\s)"
    r"|.*\b(?:Programs?|Initiative|Project|Group|Council|Committee|Series|Club|Network|Office|Division|Fellowship)\s+"
    r"(?:at|of|in|for)\s+(?:the\s+)?(?=.*\b(?:University|College)\b)"
)
"""What stands before a unit of which something is told: "the Office of Inclusion of the College of Optometry"."""


def _parented(name: str) -> bool:
    """Whether the name of a unit names its university too."""
    rest = re.sub(
        r"\b(?:School|Schools|College|Colleges|Department|Division|Faculty) (?:of|for)\b.*?(?= at | University|$)",
        " ",
        name,
    )
    return bool(re.search(r"\bUniversity\b|\bCollege\b|\bInstitute of\b| at [A-Z]", rest)) or bool(
        re.match(r"(?:The )?(?:(?!The\b)[A-Z]\S+ )+(?:School|College|Medical School|Law)", name)
    )


def _beside(mention: SchoolMention, found: Sequence[SchoolMention]) -> SchoolMention:
    """A bare unit after "the UAB School of Nursing" has UAB as its university."""
    before = [one.name for one in found if one.end <= mention.start and not one.unit]
    led = (
        re.match(r"(?:The )?(.+?) (?:School|College|Medical School|Law)\b", before[-1])
        if before and mention.unit and not mention.parent
        else None
    )
    return SchoolMention(mention.start, mention.end, mention.name, led[1], unit=True) if led else mention


def _with_parent(
    mention: SchoolMention, parents: Sequence[SchoolMention], found: Sequence[SchoolMention], text: str
) -> SchoolMention:
    owner = next((one for one in found if one.end <= mention.start <= one.end + len("'s Dr. ")), None)
    if (
        owner
        and re.fullmatch(r"(?:'s?|’s?)?,? (?:Dr\. )?", text[owner.end : mention.start])
        and not owner.unit
        and _UNIT.search(mention.name)
        and _parented(mention.name)
        and not _UNIT.search(owner.name)
    ):
        return replace(mention, parent=owner.name)
    if not mention.unit or mention.parent or not parents:
        return _beside(mention, found)
    nearest = min(parents, key=lambda parent: abs(parent.start - mention.start))
    return SchoolMention(mention.start, mention.end, mention.name, _university_in(nearest.name), unit=True)


def _university_in(name: str) -> str:
    """The university in the name of its unit; another name as it is."""
    return _UNIT_BEFORE.sub("", _UNIT_BEHIND.sub("", name))
