"""Names that could be a school's: runs of capitalised words with a telling word in them, short forms beside a unit."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest

from etl.transform.statements.school_around import Around
from etl.transform.statements.school_names import BOILER, mentioned, parented
from etl.transform.statements.school_runs import INSTITUTION, RUN, UNIT, pieces
from etl.transform.statements.school_short import (
    acting,
    bracketed,
    cores,
    initialed,
    owners_of_several,
    short_forms,
)
from etl.transform.statements.school_units import units_listed
from etl.transform.statements.sentences import by_sentence
from etl.transform.statements.sought import sought
from etl.transform.statements.values import AwardMention, Hints, SchoolMention, Sentence

_SHORTENED = re.compile(r"\s*\([A-Z][A-Z&.-]{1,7}\)(?=\s+(?:School|College|Faculty) of\b)")
_SYSTEM = re.compile(r"\bSystem$")
_ITS_COLLEGES = re.compile(r"'s?\s(?:[\w'-]+\s){0,4}(?:colleges|schools)\b[^.;!?\n]{0,80}", re.IGNORECASE)
_BARE_UNIT = re.compile(r"(?:The )?(?:School|College|Faculty) of (?!.* at )", re.IGNORECASE)
_BESIDE = 400
"""Characters between a university and a bare unit of it; further off, it is one of the university named first."""
_DATELINE = re.compile(
    r"\s*(?:[Dd]ate:?\s+)?(?:(?:[A-Z][a-z]+\.?\s\d{1,2},\s\d{4},?|\d{4}-\d\d-\d\d)\s+)?"
    r"(?![A-Z][\w.' ]*\b(?:University|College|Institute|School|Seminary)\b)"
    r"(?:[A-Z][A-Z.' -]{2,}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?:,\s+[A-Z][\w.]*(?:\s[A-Z]\w*)?)?"
    r"(?:,?\s*\(?[A-Z][a-z]+\.?\s\d{1,2},?\s\d{4}\)?)?"
    r"\s*(?:\([^)]{0,30}\)\s*)?(?:--|[–—]|\s-\s)\s*(?=[A-Z])"
    r"|[A-Z][A-Z.' -]{2,},\s+[A-Z][\w.]*\s+\([A-Z]{3,5}(?:-TV)?\)\s*(?=[A-Z])"
)


def schools_named(
    sentences: Sequence[Sentence], awards: Sequence[AwardMention], text: str, hints: Hints
) -> list[SchoolMention]:
    """Every name that could be a school's, in the order of the text; a bare unit has the university of the text.

    `text` is the whole in plain characters.
    """
    read = [
        _read(sentence, inner, hints) for sentence, inner in zip(sentences, by_sentence(sentences, awards), strict=True)
    ]
    full = [mention for one in read for mention in one.found]
    known, core = {**initialed(text, full), **bracketed(text, full)}, cores(full)
    found: list[SchoolMention] = []
    acronyms = {} if full else acting(sentences, hints.initials)
    known = {**acronyms, **acting(sentences, hints.own_initials), **known}
    for sentence, one in zip(sentences, read, strict=True):
        short = short_forms(sentence, one.text, one.rest, known, core, hints, one.found) if one.rest else []
        short = [mention for mention in short if mention.name in core or not _of_person(mention.name, text)]
        named = sorted([*one.found, *short], key=lambda mention: mention.start)
        found += (mention for mention in named if not _apposed_system(mention, named, text))
    whole = [mention for mention in found if not mention.unit and INSTITUTION.search(mention.name)]
    parents = [
        mention
        for mention in whole
        if not _SYSTEM.search(mention.name)
        and not _BARE_UNIT.match(mention.name)
        and INSTITUTION.search(university_in(mention.name))
    ] or whole
    shorts = [mention for mention in found if not mention.unit and not UNIT.search(mention.name)]
    around = Around(found, parents or shorts or owners_of_several(sentences, hints), text)
    owned = [_with_parent(mention, at, around) for at, mention in enumerate(_of_owners(found, text))]
    beside = list(zip_longest(owned, owned[1:]))
    apart = [one for one, behind in beside if behind is None or not _owns(one, behind, text)]
    whose = {id(one) for before, one in pairwise(owned) if _is_whose(before, one, text)}
    apart = [one for one in apart if id(one) not in whose]
    return [replace(one, parent=known[one.parent].name) if one.parent in known else one for one in apart]


_PART_OF = re.compile(
    r"(?:\s*\([^)]*\))?,\s+(?:the|an?|one of (?:the )?\w+)\s+(?:[\w-]+\s+){0,4}?"
    r"(?:school|college|campus|unit|division|part|arm|branch)s?\s+(?:of|at|within)\s+(?:the\s+)?"
)
"""What stands between a unit and the university of which it is told to be a part."""


def _of_owners(found: Sequence[SchoolMention], text: str) -> list[SchoolMention]:
    """The mentions, those left out that only tell whose part the one before them is: "the Hart College of Medicine, the
    medical school of Lakeside University, has won".
    """
    kept: list[SchoolMention] = []
    for mention in found:
        before = kept[-1] if kept else None
        apposed = before and UNIT.search(before.name) and text[mention.end : mention.end + 1] == ","
        if before and apposed and _PART_OF.fullmatch(text, before.end, mention.start):
            kept[-1] = replace(before, parent=before.parent or mention.name)
        else:
            kept.append(mention)
    return kept


def _is_whose(unit: SchoolMention, mention: SchoolMention, text: str) -> bool:
    """Whether a name only tells whose the unit before it is: "College of Nursing, Lakeside University"."""
    return unit.unit and unit.parent == mention.name and text[unit.end : mention.start] == ", "


def _owns(mention: SchoolMention, behind: SchoolMention, text: str) -> bool:
    """Whether a name only tells whose the unit behind it is, which bears its own: "Lakeside University, Hart School of
    Dentistry".
    """
    return (
        not mention.unit
        and not behind.unit
        and behind.parent == mention.name
        and bool(_OWNS.fullmatch(text, mention.end, behind.start))
    )


def _of_person(name: str, text: str) -> bool:
    """Whether a word is the last name of somebody who speaks in the text: "Vice President Lou Hastings said"."""
    if not name.isalpha() or name.isupper():
        return False
    said = rf"[A-Z][a-z]+ (?:[A-Z]\. )?{name},? (?:said|says|added|adds|noted|explained|wrote)\b"
    titles = r"(?:President|Director|Dean|Provost|Officer|Chancellor|Professor|Dr\.|Mr\.|Ms\.|Mrs\.)"
    titled = rf"{titles} (?:[A-Z][a-z]+ )?{name}\b"
    return re.search(rf"\b(?:{said}|{titled})", text) is not None


_SYSTEM_BEHIND = re.compile(r"(?:State|City) University of New York|SUNY|CUNY")


def _apposed_system(mention: SchoolMention, named: Sequence[SchoolMention], text: str) -> bool:
    """Whether a name only tells of which system the school before it is: "Hart College, SUNY"."""
    if not _SYSTEM_BEHIND.fullmatch(mention.name.removeprefix("The ")):
        return False
    return any(text[one.end : mention.start] == ", " for one in named)


@dataclass(frozen=True, slots=True)
class _Read:
    """A sentence with awards and datelines blanked out, the names found in it, and the runs that are none so far."""

    text: str
    found: tuple[SchoolMention, ...]
    rest: tuple[tuple[int, int], ...]


_LOW_FIELD = sought(
    "school of |college of |faculty of ",
    r"((?<=[a-zA-Z]\s)(?:School|College|Faculty) of )"
    r"((?:(?:veterinary |osteopathic |dental )?medicine|nursing|dentistry|pharmacy|optometry|law|public health)\b)",
)
"""The field of a unit in small letters behind a name: "Lakeside School of nursing"."""
_SHOUTED = re.compile(r"[A-Z][A-Z']+")
_SMALL = frozenset(("of", "the", "at", "and", "for", "in", "on", "de"))


def _in_small(match: re.Match[str]) -> str:
    """A word of a line in capitals as it stands in a name: short words small, all but the first word's place."""
    word = match[0].casefold()
    return word if word in _SMALL and match.start() else word.capitalize()


_SHOUTED_NAME = sought(
    "university|college|school",
    r"(?:[A-Z][A-Z&'.-]+\s+)*(?:UNIVERSITY|COLLEGE|SCHOOL)\b(?:\s+(?:OF|AT|FOR|AND|&|[A-Z][A-Z'-]{2,})\b)*",
)
"""A name in capitals in a line that is not: "LAKESIDE UNIVERSITY / Points of pride"."""


def _in_title(text: str) -> str:
    """The text with the names in capitals as they stand elsewhere."""
    for match in _SHOUTED_NAME.finditer(text):
        text = text[: match.start()] + _SHOUTED.sub(_in_small, match[0]) + text[match.end() :]
    return text


def _read(sentence: Sentence, awards: Sequence[AwardMention], hints: Hints) -> _Read:
    text = _SHOUTED.sub(_in_small, sentence.text) if sentence.text.isupper() else _in_title(sentence.text)
    for award in awards:
        at, to = award.start - sentence.start, award.end - sentence.start
        text = text[:at] + "·" * (to - at) + text[to:]
    led = 0  # "Newswise — HARBOR, Mo. – " are two
    while dateline := _DATELINE.match(text, led):
        led = dateline.end()
    text = "·" * led + text[led:]
    text = _LOW_FIELD.sub(lambda match: match[1] + match[2].title(), text)
    found, text = units_listed(sentence, text)
    rest: list[tuple[int, int]] = []
    for match in RUN.finditer(text):
        reached = max((one.end - sentence.start for one in found), default=0)
        begin = max(match.start(), reached) if reached < match.end() else match.start()
        for start, end in pieces(text, begin, match.end(), hints):
            named = list(mentioned(sentence, text, start, end))
            found += named
            if not named and not BOILER.search(text[start:end]):
                rest.append((start, end))
    return _Read(text, tuple(found), tuple(rest))


_UNIT_BEFORE = re.compile(
    r"^(?:The )?(?:[A-Z][\w.'-]*\s+)*(?:School|College|Faculty) of\s(?:(?! at | of the ).)+"
    r"\s(?:at|of(?= the ))\s(?:[Tt]he\s)?(?=[A-Z])"
)
"""The unit before the name of its university: "College of Optometry at Lakeside"."""
_UNIT_BEHIND = re.compile(
    r"(?:(?<=University)\s+(?:[A-Z][\w.'-]*\s+){1,4}|(?:(?<=[a-z])|(?<=[A-Z&][A-Z]))(?:'s)?,?\s+)"
    r"(?:School|College|Faculty) [Oo]f\s.*$"
)
"""The unit behind the name of its university, with those whose names it bears."""


_OWNS = re.compile(r"(?:'s?|’s?)?,? (?:Dr\. )?")
"""What stands between a university and its unit: "Lakeside's Dr. Hart College of Nursing"."""


def _beside(mention: SchoolMention, at: int, around: Around) -> SchoolMention:
    """A bare unit after "the UAB School of Nursing" has UAB as its university."""
    before = next(around.before(at), None) if mention.unit and not mention.parent else None
    led = re.match(r"(?:The )?(.+?) (?:School|College|Medical School|Law)\b", before.name) if before else None
    return SchoolMention(mention.start, mention.end, mention.name, led[1], unit=True) if led else mention


def _with_parent(mention: SchoolMention, at: int, around: Around) -> SchoolMention:
    owner = around.ending_near(mention.start, len("'s Dr. "))
    if (
        owner
        and _OWNS.fullmatch(around.text, owner.end, mention.start)
        and not owner.unit
        and UNIT.search(mention.name)
        and parented(mention.name)
        and not UNIT.search(owner.name)
    ):
        return replace(mention, parent=owner.name)
    if mention.unit and not mention.parent and (whose := _owner_in_sentence(mention, at, around)):
        return replace(mention, parent=whose.name)
    if not mention.unit or mention.parent or not around.parents:
        return _beside(mention, at, around)
    nearest = around.nearest_parent(mention.start)
    near = abs(nearest.start - mention.start) <= _BESIDE
    if not near and (owner_told := around.owner_of(mention.name)):
        return replace(mention, parent=owner_told)
    told = nearest if near else around.parents[0]
    return SchoolMention(mention.start, mention.end, mention.name, university_in(told.name), unit=True)


def _owner_in_sentence(mention: SchoolMention, at: int, around: Around) -> SchoolMention | None:
    """The university whose colleges the same sentence lists: "four more of Lakeside's colleges – Law, Nursing"."""
    near = next((one for one in around.before(at) if not UNIT.search(one.name)), None)
    if near is None or not _ITS_COLLEGES.fullmatch(around.text, near.end, mention.start):
        return None
    return near


_OFFICE_AT = re.compile(
    r"(?:The )?(?:(?!University|College|Institute)[\w&,'-]+\s+)+at "
    r"(?=(?:The |the )?[A-Z][\w ]*\bUniversity\b|University\b)"
)
"""What is at a university and bears no name of one: "Health Sciences at The Lakeside State University"."""


def university_in(name: str) -> str:
    """The university in the name of its unit; another name as it is."""
    if office := _OFFICE_AT.match(name):
        return name[office.end() :]
    return _UNIT_BEFORE.sub("", _UNIT_BEHIND.sub("", _SHORTENED.sub("", name)))
