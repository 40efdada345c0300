"""Short forms of schools' names: "Virginia Tech", "UNC Greensboro", "Clemson", and what a text puts in brackets."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from etl.transform.statements.numbers import CARDINAL, number
from etl.transform.statements.places import STATE_CODES
from etl.transform.statements.school_runs import INSTITUTION
from etl.transform.statements.values import Hints, SchoolMention, Sentence

_ACRONYM = re.compile(r"(?:[A-Z]-)?[A-Z][A-Za-z&]*[A-Z&][A-Za-z]*|[A-Z]-(?:State|M|D)|[A-Z]{2,}[-–][A-Z][a-z]+")
_TELLING = re.compile(r"\b(?:State|Tech|A&M|A&T|S&T|Poly|Penn|Cal|Texas|Johns|SUNY|CUNY|Medicine|Health)\b")
_BRACKETED = re.compile(r"(?:'s?)?\s*\((?:the\s+)?\"?(?P<short>[A-Z][\w&-]*[A-Z][\w&-]*)\"?\)")
_ACTS = re.compile(
    r"^(?:\s*\([^)]*\))?(?:'s)?(?:,[^,]{3,60},)?\s+(?:has|have|was|is|were|had|been|again|once|also|continues|will|"
    r"earn\w*|receiv\w*|w[io]ns?|nam\w+|honou?r\w*|recogni[sz]\w+|select\w*|join\w*|nets?|lands?|secur\w+|takes?|"
    r"gain\w*|"
    r"garner\w*|among|one|repeats?|celebrat\w+|lauded|awarded|collects?|scores?|claims?|gets?|keeps?|adds?)\b"
)
_GIVEN = re.compile(
    r"\b(?:awarded|presented|given|gave|gives|goes|went|granted|bestowed|bestows|naming|names|named|honou?r(?:ed|"
    r"s|ing)|"
    r"recogni[sz](?:ed|es|ing)|selected|selects|chose|chosen|congratulat\w+|won by|earned by|received by|"
    r"recipients?)\s+"
    r"(?:(?:up)?on\s+|to\s+|by\s+|like\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_END, _BRACKET = re.compile(r"(?:'s?|\.)$"), re.compile(r"\s*\([^)]*\)?$")
_NO_INITIAL, _INITIAL = re.compile(r"^The\s|\([^)]*\)"), re.compile(r"\b[A-Z]")
_FIELD = re.compile(
    r"Medicine|Nursing|Dentistry|Pharmacy|Optometry|Law|Engineering|Business|Education|Health|Student Affairs", re.I
)
"""A field alone, which is no school's name."""
_SPELLED = re.compile(r"\s*\((?P<words>[^()]{8,90})\)")
"""Words in brackets for which the initials before them stand."""
_PLURAL = re.compile(r"(?:'s)?\s+(?:[A-Za-z]+\s+){0,2}(?:campuses|schools|colleges|institutions|units|libraries)\b")
"""What makes a short form tell whose schools are meant, not which school."""
_OWNER = re.compile(r"(?:[A-Z][\w&.-]+\s+){0,3}[A-Z][\w&.-]+")
_ITS = re.compile(r"\b(?:its|our|their)\s+$", re.IGNORECASE)
"""What stands before what a school has, whose name can begin as another school's: "for its LU Summer Camp"."""
_UNIT_NEXT = re.compile(r"\s+and\s+(?:its\s+|the\s+)?(?:[A-Z][\w.]*\s+){0,4}(?:School|College) of\s")
"""What stands behind a university of which and of whose unit something is told: "Bay State and its College of Law"."""
_A = re.compile(r"\ban?\s+$", re.IGNORECASE)
"""What stands before no name: "a Jesuit university"."""
_IN = re.compile(r"\b(?:in|from|near|across|throughout|around|outside|downtown)\s+(?:the\s+)?$", re.IGNORECASE)


def bracketed(text: str, full: Iterable[SchoolMention]) -> dict[str, SchoolMention]:
    """The full name by the short form that the text puts in brackets behind it. `text` counts as the mentions do."""
    found: dict[str, SchoolMention] = {}
    for mention in full:
        match = _BRACKETED.match(text, mention.end)
        if match:
            found.setdefault(match["short"], mention)
    return found


_NO_INITIALS = frozenset(("US", "UN", "HEED", "LEAD", "STEM", "DEI"))


_UNIT_BEHIND = re.compile(
    r"\s+(?:Law (?:Center|School)|Medical (?:School|Center)|(?:Schools?|Colleges?|Faculty) of\b.*|Libraries|Library)$"
)


def _whole(mention: SchoolMention) -> SchoolMention:
    """The university whose unit a name in full is: "Lakeside University" of its law school."""
    name = _UNIT_BEHIND.sub("", mention.name)
    return replace(mention, end=mention.start + len(name), name=name)


_AT = re.compile(r"(?:The )?University (?:at|of) ([A-Z][a-z]+)")
_OF_TOWN = re.compile(r"University of (?:the )?([A-Z][a-z]+)")
"""A university that bears the name of a town alone: "the University of Harbor"."""
_U_NAMES = re.compile(r"\bU(?:of[A-Z]|[A-Z][a-z]+)\b")
"""Short forms such as "UHartland" and "UofH"."""
_INITIALS = re.compile(r"\b[A-Z]{3,}\b(?!-)")
_CAPITALS = re.compile(r"\b[A-Z]+\b")


def initialed(text: str, full: Iterable[SchoolMention]) -> dict[str, SchoolMention]:
    """The full name by its initials, where the text uses them and they are those of one of its names alone."""
    found: dict[str, list[SchoolMention]] = {}
    for mention in (*full, *map(_whole, full)):
        short = "".join(_INITIAL.findall(_NO_INITIAL.sub("", mention.name)))
        telling = len(short) > 2 or (len(short) == 2 and "U" in short)
        if telling and (not mention.unit or len(short) > 2) and short not in _NO_INITIALS:
            found.setdefault(short, []).append(mention)
    for mention in (*full, *map(_whole, full)):
        if core := _AT.fullmatch(mention.name):
            found.setdefault(f"U{core[1]}", []).append(mention)
            found.setdefault(f"Uof{core[1][0]}", []).append(mention)
    used = set(_CAPITALS.findall(text)) | set(_U_NAMES.findall(text))
    return {
        short: mentions[0]
        for short, mentions in found.items()
        if short in used and len({one.name.removeprefix("The ") for one in mentions}) == 1
    }


def acting(sentences: Iterable[Sentence], known: Callable[[str], bool] | None) -> dict[str, SchoolMention]:
    """The initials that somebody is known by and of whom the text tells: "UNX has won", "awarded UNX its third"."""
    found: dict[str, SchoolMention] = {}
    for one in sentences if known else ():
        for match in _INITIALS.finditer(one.text):
            acts = _ACTS.match(one.text[match.end() :]) or _GIVEN.search(one.text[: match.start()])
            if acts and match[0] not in _NO_INITIALS and known and known(match[0]):
                place = one.start + match.start()
                found.setdefault(match[0], SchoolMention(place, place + len(match[0]), match[0]))
    return found


def cores(full: Iterable[SchoolMention]) -> dict[str, bool]:
    """The names of the text's universities without their telling word, and whether each is a town's as well: "Clemson"
    of its university is none, "Harbor" of the University of Harbor is one.
    """
    names = [mention.name.removeprefix("The ") for mention in full if not mention.unit]
    towns = {town[1]: True for name in names if (town := _OF_TOWN.fullmatch(name))}
    own = {
        core: False
        for name in names
        for tail in (r"State University|University|College", "University|College")
        if (core := re.sub(rf"\s+(?:{tail})\b.*$", "", name)) != name
    }
    return {name: town for name, town in {**towns, **own}.items()
            if len(name) > 3 and name.casefold() not in STATE_CODES}  # fmt: skip


def short_forms(
    sentence: Sentence,
    text: str,
    pieces: Sequence[tuple[int, int]],
    known: Mapping[str, SchoolMention],
    core: Mapping[str, bool],
    hints: Hints,
    taken: Sequence[SchoolMention] = (),
) -> list[SchoolMention]:
    """The short forms among the pieces of a sentence: those of the text's own names, and those that `hints` knows.

    `taken` are the names in full that were found in it.
    """
    found = []
    listed = _listed(sentence, text, pieces, taken, core, hints)
    for start, end in pieces:
        printed = _BRACKET.sub("", text[start:end])
        name = printed if printed in core else _END.sub("", printed)
        if _FIELD.fullmatch(name) or any(_owns(text, end, one.start - sentence.start) for one in taken if one.unit):
            continue
        lead = len(name) - len(name.removeprefix("The "))
        begin = start + lead
        whole = _begun(name[lead:], known) if known else None
        if whole and not _is_scrap(text, begin, begin + len(whole)) and not _goes_on(name[lead:], whole, hints):
            at = sentence.start + begin
            found.append(replace(known[whole], start=at, end=at + len(whole)))
            continue
        at = 0
        while at < len(name) and (short := _short(name[at:], text, start + at, core, hints, listed=start in listed)):
            place = sentence.start + start + at
            found.append(SchoolMention(place, place + len(short), short))
            at += len(short)
            at += len(name[at:]) - len(re.sub(r"^(?:'s)?[\s,]*(?:(?:and|&|the)\s+)*", "", name[at:]))
    return found


def owners_of_several(sentences: Sequence[Sentence], hints: Hints) -> list[SchoolMention]:
    """The universities whose schools are told of together by a short form: "the Lakeside State health colleges"."""
    return [
        SchoolMention(one.start + match.start(), one.start + match.end(), match[0])
        for one in sentences
        for match in _OWNER.finditer(one.text)
        if _PLURAL.match(one.text, match.end()) and hints.knows is not None and hints.knows(match[0])
    ]


def _owns(text: str, end: int, unit: int) -> bool:
    """Whether a name that ends there only tells whose the unit behind it is: "HU's law school"."""
    return 0 <= unit - end <= len("'s ") and bool(re.fullmatch(r"(?:'s?)?\s*", text[end:unit]))


_BETWEEN = re.compile(r"(?:'s)?(?:\s*,\s*(?:(?:and|&)\s+)?|\s+(?:and|&)\s+)(?:the\s+)?")
_LIST_OF_SCHOOLS = re.compile(
    r"(?:\b(?:universities|schools|colleges|institutions|recipients|winners|honou?rees),?\s+(?:"
    r"(?:also\s+)?includ(?:e|ing)|"
    r"are|were|such as|like|,?\s*among (?:which|whom) are|:)|"
    r"^(?:They|These|Those|The others)\s+(?:are|were|include))\s+(?:both\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
"""What leads to a list that holds nothing but schools: "universities like"."""
_COUNTED = re.compile(
    rf"\b(?P<n>{CARDINAL})\s+(?:\w+\s+)?(?:universities|colleges|campuses|schools|institutions)\b[^.;:]{{0,80}}:\s*(?:the\s+)?$",
    re.IGNORECASE,
)
"""What leads to so many schools by name: "four universities of the State System:"."""
_FEWEST_LISTED, _MOSTLY = 3, 0.75


def _listed(
    sentence: Sentence,
    text: str,
    pieces: Sequence[tuple[int, int]],
    taken: Sequence[SchoolMention],
    core: Mapping[str, bool],
    hints: Hints,
) -> frozenset[int]:
    """Where the pieces begin that stand in a list of names, nearly all of which are known to be schools'."""
    if hints.knows is None:
        return frozenset()
    named = [(one.start - sentence.start, one.end - sentence.start, True) for one in taken]
    short = [(start, end, _known(text[start:end], core, hints)) for start, end in pieces]
    lists: list[list[tuple[int, int, bool]]] = []
    for one in sorted((*named, *short)):
        if lists and _BETWEEN.fullmatch(text, lists[-1][-1][1], one[0]):
            lists[-1].append(one)
        else:
            lists.append([one])
    full = [each for each in lists if _FEWEST_LISTED <= sum(known for _, _, known in each) >= _MOSTLY * len(each)]
    placed = {start for start, _ in pieces if _IN.search(text, 0, start)}
    found = {start for each in full for start, _, known in each if known} - placed
    for each in lists:
        counted = _COUNTED.search(text, 0, each[0][0])
        if counted and number(counted["n"]) == sum(1 + text.count(" and ", start, end) for start, end, _ in each):
            found |= {start for start, _, _ in each}
        cue = _LIST_OF_SCHOOLS.search(text[: each[0][0]])
        if (
            cue
            and sum(known or hints.knows(text[start:end].partition(" and ")[0]) for start, end, known in each) * 2
            > len(each)
            > 1
        ):
            found |= {start for start, end, _ in each}
    return frozenset(found)


def _known(said: str, core: Mapping[str, bool], hints: Hints) -> bool:
    name = said if said in core else said.removesuffix("'s")
    return name in core or (hints.knows is not None and name.casefold() not in STATE_CODES and hints.knows(name))


def _begun(name: str, known: Mapping[str, SchoolMention]) -> str | None:
    first = re.match(r"[\w&-]+", name.removesuffix("'s"))
    return first[0] if first and first[0] in known and not re.match(r"\s+[a-z]", name[first.end() :]) else None


def _is_scrap(text: str, start: int, end: int) -> bool:
    """Whether initials hang on the word before, as in the scraps of pages, or only tell whose schools are meant."""
    return text[start - 1 : start].islower() or bool(_PLURAL.match(text, end))


def _goes_on(name: str, whole: str, hints: Hints) -> bool:
    """Whether a name that begins with a short form is itself known to be a school's: "LU Northport" beside "LU"."""
    return hints.knows is not None and name != whole and hints.knows(name)


def _short(
    name: str, text: str, start: int, core: Mapping[str, bool], hints: Hints, *, listed: bool = False
) -> str | None:
    """The longest beginning of a run of capitalised words that is a short form, where a school can stand."""
    parts = name.split()
    for n in range(min(len(parts), 5), 0, -1):
        said = " ".join(parts[:n]).rstrip("',")
        said = said if said in core else said.removesuffix("'s")
        if parts[n - 1] in ("and", "&", "of", "the", "at", "in", "for"):
            continue
        if core.get(said) is False and (n == len(parts) or len(parts) > n):
            return said if n == len(parts) or parts[n][:1].isupper() else None
        if listed and parts[n:][:1] in ([], ["and"], ["&"]) and " and " not in said:
            return said
        if said not in core and (hints.knows is None or said.casefold() in STATE_CODES or not hints.knows(said)):
            continue
        if _stands(said, text, start, alone=n == len(parts) or parts[n - 1].endswith("'s")):
            return said
    return None


def _stands_for_others(said: str, after: str) -> bool:
    """Whether initials are those of the words in brackets behind them, which are no school's name."""
    told = _SPELLED.match(after)
    if told is None or INSTITUTION.search(told["words"]):
        return False
    firsts = re.findall(r"\b[A-Za-z]", told["words"])
    return said in ("".join(first for first in firsts if first.isupper()), "".join(firsts).upper())


def _stands(said: str, text: str, start: int, *, alone: bool) -> bool:
    """Whether a short form is plain by its looks, or stands where the school of an award stands."""
    before, after = text[:start], text[start + len(said) :]
    union = said == "Union" and before.endswith("Student ")
    if union or _stands_for_others(said, after) or _PLURAL.match(after) or _A.search(before):
        return False
    first = said.split(maxsplit=1)[0]
    if not alone and _ITS.search(before):
        return False
    if _ACRONYM.fullmatch(first) and len(first) > 1 + (" " not in said):
        return True
    if " " in said and _TELLING.search(said):
        return not _IN.search(before) or bool(_ACTS.match(after))
    with_unit = _UNIT_NEXT.match(after) or re.match(rf"\s+and\s+(?:the\s+)?{re.escape(said)}\b", after)
    acts = with_unit or (_ACTS.match(after) and not _IN.search(before))
    return alone and bool(acts or _GIVEN.search(before))
