"""Programmes that a text credits to its school: named ones, and those after words such as "initiatives such as"."""

import re
from collections.abc import Iterator

from etl.transform.statements.lines import Line, Scene
from etl.transform.statements.programme_lists import credited_after, items, listed, tells
from etl.transform.statements.programme_names import masked, named, once, parts
from etl.transform.statements.programme_patterns import (
    ACTS,
    AFTER_KIND,
    APPOSED,
    CALLED,
    CALLED_FIRST,
    CREDITED,
    CUE,
    FOR,
    IS_A,
    LIST_HEAD,
    MADE,
    NAMED,
    NAMED_LOW,
    NAMED_OF,
    OWN_LOW,
    POINTED,
    QUOTED,
    SHORTENED,
    SUCH_AS,
    THROUGH,
)
from etl.transform.statements.programme_words import ANY_HEAD, TITLE
from etl.transform.statements.values import Programme

_OPENS = re.compile(r"such as|like|includ|:|noted|cited|mentioned|highlighted|described|among them", re.I)
_PRESENTS = (
    (CALLED, re.compile(r"called|named|known as|titled|dubbed")),
    (CALLED_FIRST, re.compile(r"\b(?:Called|Known as|Titled|Named|Dubbed)\b")),
    (POINTED, re.compile(r"\b(?:is|was)\s+(?:\w+\s+)?[A-Z]")),
    (SHORTENED, re.compile(r"\([A-Z]{3}|[A-Z]{3}\s+\([a-z]")),
    (
        AFTER_KIND,
        re.compile(r"(?:initiative|program|effort|project|partnership|example|highlight),\s+(?:the\s+)?[A-Z]"),
    ),
    (IS_A, re.compile(r"\b(?:is|was|are)\s+(?:an?|the|one of)\s")),
    (QUOTED, re.compile(r'"[A-Z#]')),
    (THROUGH, re.compile(r"\b(?:[Tt]hrough|[Vv]ia)\s+(?:\w+\s+)?[A-Z]")),
    (FOR, re.compile(r"\bfor\s+(?:\w+\s+)?[A-Z]")),
)
"""Each with what a sentence must hold for it: most sentences need not be tried."""
_FEWEST_WORDS = 3
"""Words of a name that is too long for a person's."""
_ACTS_ON = re.compile(
    r"\b(?:gives?|provides?|offers?|introduces?|prepares?|connects?|pairs?|opens?|brings?|allows?|enables?|"
    r"exposes?|engages?|reaches)\b"
)
_CAPTION = re.compile(
    r"\W*(?:(?:group|file|featured)\s+)?(?:photos?|images?|pictured|above|caption)\b[^.]{0,20}[:.]|\[", re.I
)
"""How words under a picture begin."""
_SPEAKS = re.compile(r"\b(?:said|says|added|adds|noted|explained|wrote)\b")


def programmes(scene: Scene) -> list[Programme]:
    """The programmes in the order of the text, each once: the fuller of two names for one."""
    found: list[Programme] = []
    listing = False
    for line in scene.lines:
        if line.sentence.item and listing and not line.awards:
            found.extend(_in_line(line) if tells(line) else items(line))
            continue
        listing = bool(LIST_HEAD.search(line.text)) or (listing and line.sentence.item)
        if not line.boilerplate and not line.sentence.headline and not _CAPTION.match(line.text):
            found.extend(_in_line(line))
    return once(found)


def _in_line(line: Line) -> Iterator[Programme]:
    hidden = masked(line)
    for pattern in (CUE, SUCH_AS):
        for cue in pattern.finditer(hidden):
            after = line.text[cue.end() : cue.end() + 4]
            if pattern is SUCH_AS or _OPENS.search(cue["cue"]) or after.lower().startswith("the "):
                yield from listed(line, hidden, cue.end())
    yield from credited_after(line, hidden)
    for cue in CREDITED.finditer(hidden):
        yield from (one for one in listed(line, hidden, cue.end()) if one.name[0].isupper())
    yield from _introduced(line, hidden)
    yield from _acting(line, hidden)
    if not ANY_HEAD.search(hidden):
        return
    for pattern in (NAMED, NAMED_OF, NAMED_LOW, OWN_LOW, MADE, APPOSED):
        for match in pattern.finditer(hidden):
            if not TITLE.search(hidden[: match.start()]):
                yield from parts(line, match.start("name"), match["name"])


def _introduced(line: Line, hidden: str) -> Iterator[Programme]:
    """Names that the words around them present: "a program known as …", "… is a program", "through …, which"."""
    for pattern, needs in _PRESENTS:
        for match in pattern.finditer(hidden) if needs.search(hidden) else ():
            group = "before" if match.groupdict().get("before") else "name"
            name = match[group]
            if "ˢ" in name or "·" in name or TITLE.search(hidden[: match.start(group)]):
                continue
            if pattern in (AFTER_KIND, IS_A, THROUGH, FOR, POINTED) and (
                (len(name.split()) < 2 and not re.search(r"[a-z.][A-Z]", name))
                or _SPEAKS.match(hidden[match.end() :].lstrip(" ,"))
            ):
                continue
            yield from named(line, match.start(group), line.text[match.start(group) : match.end(group)])


def _acting(line: Line, hidden: str) -> Iterator[Programme]:
    """Names that do for students what a programme does; two plain words are left aside, as they can be a person."""
    for match in ACTS.finditer(hidden) if _ACTS_ON.search(hidden) else ():
        at = match.start("name")
        for piece in re.finditer(r"(?:(?!\s+and\s).)+", match["name"]):
            name = re.sub(r"^\s+and\s+", "", piece[0])
            start = at + piece.end() - len(name)
            person = len(name.split()) < _FEWEST_WORDS and not re.search(r"\d|[a-z][A-Z]|[A-Z]{2}|[&#@(]", name)
            if not person and "ˢ" not in name and "·" not in name:
                yield from named(line, start, line.text[start : start + len(name)])
