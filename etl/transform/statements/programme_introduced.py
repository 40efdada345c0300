"""Names that the words around them present: "a program known as …", "… is a program", "BRIDGES, short for …"."""

import re
from collections.abc import Iterator

from etl.transform.statements.lines import Line
from etl.transform.statements.programme_names import named, parts, spells
from etl.transform.statements.programme_patterns import (
    ACTS,
    AFTER_KIND,
    CALLED,
    CALLED_FIRST,
    CHOSE,
    FOR,
    IN_IT,
    IS_A,
    ITS,
    POINTED,
    QUOTED,
    SHORT_BEHIND,
    SHORTENED,
    SPELLED,
    STARTED,
    THERE_IS,
    THROUGH,
    YEARLY,
)
from etl.transform.statements.programme_words import GIVEN_TO, NO_START, PERSON_FIRST, TITLE, VAGUE
from etl.transform.statements.sought import sought
from etl.transform.statements.values import Programme

_PRESENTS = (
    (THERE_IS, re.compile(r"[Tt]here\s+(?:is|are)\s+(?:the\s+)?[A-Z]")),
    (CALLED, sought("called|named|known as|titled|dubbed", r"called|named|known as|titled|dubbed")),
    (CALLED_FIRST, sought("called|named|known as|titled|dubbed", r"\b(?:Called|Known as|Titled|Named|Dubbed)\b")),
    (POINTED, re.compile(r"\b(?:is|was)\s+(?:\w+\s+)?[A-Z]")),
    (SHORTENED, sought("(", r"\([A-Z]{3}|[A-Z]{3}\s+\([A-Za-z]")),
    (
        AFTER_KIND,
        sought(
            "initiative,|program,|effort,|project,|partnership,|example,|highlight,|organization,|club,|series,|plan,|group,|"
            "chapter,|course,",
            r"(?:initiative|program|effort|project|partnership|example|highlight|organization|club|series|plan|group|chapter|course),\s+(?:the\s+)?[A-Z]",
        ),
    ),
    (IS_A, re.compile(r"\b(?:is|was|are)\s+(?:an?|the|one of)\s")),
    (QUOTED, sought('"', r'"[A-Z#]')),
    (THROUGH, sought("through|via|by way of", r"\b(?:[Tt]hrough|[Vv]ia|[Bb]y way of)\s+(?:\w+\s+)?[A-Z]")),
    (
        CHOSE,
        sought(
            "chose|named|cited|selected|picked|honor|honour|recogni",
            r"\b(?:selected|chose|honou?red|recogni[sz]ed|picked|named|cited)\s",
        ),
    ),
    (
        STARTED,
        sought(
            "launch|creat|establish|start|introduc|unveil|runs|host|adds|added|pilot|expand|found|sponsor",
            r"\b(?:launch|creat|establish|start|introduc|unveil|runs|host|add(?:s|ed)\s|pilot|expand|found|sponsor)",
        ),
    ),
    (FOR, re.compile(r"\bfor\s+(?:\w+\s+)?[A-Z]")),
    (YEARLY, sought("annual|yearly|monthly|weekly", r"\b(?:annual|yearly|monthly|weekly)\s")),
    (ITS, re.compile(r"\b(?:[Ii]ts|[Oo]ur)\s+(?:\w+\s+)?[A-Z]")),
)
"""Each with what a sentence must hold for it: most sentences need not be tried."""
_BARE = (STARTED, CHOSE, THERE_IS, YEARLY, ITS)
"""Those whose name can be a person's, a building's or a degree's as well."""
FEWEST_WORDS = 3
"""Words of a name that is too long for a person's."""
_ACTS_ON = re.compile(
    r"\b(?:gives?|provides?|offers?|introduces?|prepares?|connects?|pairs?|opens?|brings?|allows?|enables?|"
    r"exposes?|engages?|reaches)\b"
)
_INITIALS = re.compile(r"[A-Z]{3}")
"""What a short form begins with."""
_SPEAKS = re.compile(r"\b(?:said|says|added|adds|noted|explained|wrote)\b")


def of_person(name: str) -> bool:
    """Whether a name is two or three plain words, the last of which tells nothing: a person's, for all one knows."""
    words = name.split()
    plain = len(words) <= FEWEST_WORDS and all(re.fullmatch(r"[A-Z][a-z]+|[A-Z]\.", word) for word in words)
    return plain and bool(PERSON_FIRST.match(name))


def introduced(line: Line, hidden: str) -> Iterator[Programme]:
    """Names that the words around them present: "a program known as …", "… is a program", "through …, which"."""
    for pattern, needs in _PRESENTS:
        for match in pattern.finditer(hidden) if needs.search(hidden) else ():
            group = "before" if match.groupdict().get("before") else "name"
            name = match[group]
            if pattern in _BARE and (NO_START.search(name) or of_person(name)):
                continue
            if (
                GIVEN_TO.search(hidden[: match.start(group)])
                or "ˢ" in name
                or "·" in name
                or TITLE.search(hidden[: match.start(group)])
            ):
                continue
            if pattern in (AFTER_KIND, IS_A, THROUGH, FOR, POINTED) and (
                (len(name.split()) < 2 and not re.search(r"[a-z.][A-Z]", name))
                or _SPEAKS.match(hidden[match.end() :].lstrip(" ,"))
            ):
                continue
            read = parts if pattern in (ITS, STARTED) else named
            yield from read(line, match.start(group), line.text[match.start(group) : match.end(group)])


def spelled(line: Line, hidden: str) -> Iterator[Programme]:
    """Names beside the short form that their first letters make, and names in which people do something."""
    for pattern in (SPELLED, SHORT_BEHIND) if _INITIALS.search(hidden) else ():
        for match in pattern.finditer(hidden):
            name = line.text[match.start("name") : match.end("name")]
            if "ˢ" in match["name"] or "·" in match["name"]:
                continue
            explicit = pattern is SPELLED and " for " in line.text[match.end("short") : match.start("name")]
            while name and not explicit and not spells(name, match["short"]) and (cut := re.search(r",?\s+\S+$", name)):
                name = name[: cut.start()] if pattern is SPELLED else ""
            if name and len(name.split()) >= FEWEST_WORDS - 1 and not VAGUE.match(re.sub(r"[,&]", "", name.casefold())):
                yield from named(line, match.start("name"), name)
    for match in IN_IT.finditer(hidden):
        if "ˢ" not in match["name"] and "·" not in match["name"]:
            yield from named(line, match.start("name"), line.text[match.start("name") : match.end("name")])


def acting(line: Line, hidden: str) -> Iterator[Programme]:
    """Names that do for students what a programme does; two plain words are left aside, as they can be a person."""
    for match in ACTS.finditer(hidden) if _ACTS_ON.search(hidden) else ():
        at = match.start("name")
        for piece in re.finditer(r"(?:(?!\s+and\s).)+", match["name"]):
            name = re.sub(r"^\s+and\s+", "", piece[0])
            start = at + piece.end() - len(name)
            person = len(name.split()) < FEWEST_WORDS and not re.search(r"\d|[a-z][A-Z]|[A-Z]{2}|[&#@(]", name)
            if not person and "ˢ" not in name and "·" not in name:
                yield from named(line, start, line.text[start : start + len(name)])
