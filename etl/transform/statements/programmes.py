"""Programmes that a text credits to its school: named ones, and those after words such as "initiatives such as"."""

import re
from collections.abc import Iterator

from etl.transform.statements.lines import Line, Scene
from etl.transform.statements.programme_lists import credited_after, is_head, items, leading, listed, tells
from etl.transform.statements.programme_names import masked, named, once, parts, programme, spells
from etl.transform.statements.programme_patterns import (
    ACTS,
    AFTER_KIND,
    APPOSED,
    CALLED,
    CALLED_FIRST,
    CHOSE,
    CREDITED,
    CUE,
    FOR,
    IN_IT,
    IS_A,
    LIST_HEAD,
    MADE,
    NAMED,
    NAMED_LOW,
    NAMED_OF,
    NOTES,
    OFFICE,
    OFFICE_ACTS,
    OWN_FIRST,
    OWN_LOW,
    POINTED,
    QUOTED,
    SHORT_BEHIND,
    SHORTENED,
    SPELLED,
    STARTED,
    SUCH_AS,
    THROUGH,
)
from etl.transform.statements.programme_plain import plain_names
from etl.transform.statements.programme_proper import offices, proper_names
from etl.transform.statements.programme_words import ANY_HEAD, GIVEN_TO, LINK, NO_START, PERSON_FIRST, TITLE, VAGUE, W
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
    (CHOSE, re.compile(r"\b(?:selected|chose|honou?red|recogni[sz]ed|picked|named|cited)\s")),
    (STARTED, re.compile(r"\b(?:launch|creat|establish|start|introduc|unveil|runs|host|pilot|expand|found|sponsor)")),
    (FOR, re.compile(r"\bfor\s+(?:\w+\s+)?[A-Z]")),
)
"""Each with what a sentence must hold for it: most sentences need not be tried."""
_SUBJECT = re.compile(r"\b(?:subjects?|topics?|issues?|questions?|themes?|matters)\b", re.IGNORECASE)
"""What "such as" can lead on from besides programmes."""
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


_SAID = re.compile(r"\b(?:said|says|added|adds|explained|wrote|asked)\s+(?:(?:Dr|Mr|Ms|Mrs|Prof)\.\s+)?$")
"""What stands before the name of somebody who speaks."""
_RUN_IN = re.compile(r"\b(?:magazine|application|reviewers|judges|editors|entry|submission)\b.*:\s*$", re.IGNORECASE)
"""What leads to paragraphs that each begin with the name of a programme."""
_FURTHEST = 15
"""Lines behind it in which such a paragraph can begin."""
_AMONG = re.compile(r"Among\s+(?:the|its|our|their|these|those|other)\b")
_FEWEST_PROSE = 10
"""Words of a last line that is a sentence broken off."""
_NEXT = re.compile(
    rf",\s+(?:and\s+)?(?P<own>(?:the|its|an?)\s+)?(?P<name>{W}(?:\s+(?:(?:{LINK})\s+)*{W})+)(?=,|\.|;|$)"
)
"""A further name behind one in a list."""


def _of_person(name: str) -> bool:
    """Whether a name is two or three plain words, the last of which tells nothing: a person's, for all one knows."""
    words = name.split()
    plain = len(words) <= _FEWEST_WORDS and all(re.fullmatch(r"[A-Z][a-z]+|[A-Z]\.", word) for word in words)
    return plain and bool(PERSON_FIRST.match(name))


def programmes(scene: Scene) -> list[Programme]:
    """The programmes in the order of the text, each once: the fuller of two names for one."""
    found: list[Programme] = []
    listing, heads = False, 0
    for line in scene.lines:
        if line.sentence.item and listing and not line.awards:
            spelled = list(_spelled(line, masked(line)))
            found.extend(
                spelled or ((*leading(line), *_in_line(line)) if tells(line) else (*items(line), *_proper(line)))
            )
            continue
        if heads and line.number <= heads + _FURTHEST and is_head(line):
            found.extend(items(line))
            continue
        heads = line.number if _RUN_IN.search(line.text) else heads
        listing = bool(LIST_HEAD.search(line.text)) or (listing and line.sentence.item)
        if _is_headline(scene, line) or _CAPTION.match(line.text):
            continue
        told = _chosen(line) if line.boilerplate else _in_line(line)
        found.extend(one for one in told if not _SAID.search(line.text[: one.start - line.start]))
    return once(found)


def _is_headline(scene: Scene, line: Line) -> bool:
    """Whether a line is a headline; the last of a text that breaks off within a sentence is none."""
    broken = line.number == len(scene.lines) - 1 and len(line.text.split()) >= _FEWEST_PROSE
    return line.sentence.headline and not broken and line.text[-1] not in ".!?"


def _proper(line: Line) -> Iterator[Programme]:
    """The names and offices of a line, whatever its sentences say of them."""
    hidden = masked(line)
    yield from offices(line, hidden)
    yield from proper_names(line, hidden)


def _chosen(line: Line) -> Iterator[Programme]:
    """The programme of the school that a sentence about the giver says it chose."""
    hidden = masked(line)
    for match in CHOSE.finditer(hidden):
        if "ˢ" not in match["name"] and "·" not in match["name"] and not _of_person(match["name"]):
            yield from named(line, match.start("name"), line.text[match.start("name") : match.end("name")])


def _in_line(line: Line) -> Iterator[Programme]:
    hidden = masked(line)
    for pattern in (CUE, SUCH_AS):
        for cue in (one for one in pattern.finditer(hidden) if not _SUBJECT.search(one[0])):
            after = line.text[cue.end() : cue.end() + 4]
            if pattern is SUCH_AS or _OPENS.search(cue["cue"]) or after.lower().startswith("the "):
                yield from listed(line, hidden, cue.end())
            elif _AMONG.match(hidden):
                yield from (one for one in listed(line, hidden, cue.end()) if one.name[0].isupper())
    yield from credited_after(line, hidden)
    for cue in CREDITED.finditer(hidden):
        yield from (one for one in listed(line, hidden, cue.end()) if one.name[0].isupper())
    yield from offices(line, hidden)
    yield from proper_names(line, hidden)
    yield from plain_names(line, hidden)
    yield from _introduced(line, hidden)
    yield from _acting(line, hidden)
    yield from _spelled(line, hidden)
    for match in (*OFFICE.finditer(hidden), *OFFICE_ACTS.finditer(hidden)):
        if "ˢ" not in match["name"] and "·" not in match["name"]:
            yield programme(
                line, match.start("name"), line.text[match.start("name") : match.end("name")].rstrip(" .,;:")
            )
    if not ANY_HEAD.search(hidden):
        return
    for pattern in (NAMED, NAMED_OF, NAMED_LOW, OWN_LOW, OWN_FIRST, MADE, NOTES, APPOSED):
        for match in pattern.finditer(hidden):
            before = hidden[: match.start()]
            within = pattern is NAMED_OF and re.search(r"\b(?!The|Its|Our|Their)[A-Z][\w-]*\s$", before)
            if not within and not TITLE.search(before) and not GIVEN_TO.search(before):
                yield from parts(line, match.start("name"), match["name"])
                if pattern is NAMED:
                    yield from _behind(line, hidden, match.end("name"))


def _introduced(line: Line, hidden: str) -> Iterator[Programme]:
    """Names that the words around them present: "a program known as …", "… is a program", "through …, which"."""
    for pattern, needs in _PRESENTS:
        for match in pattern.finditer(hidden) if needs.search(hidden) else ():
            group = "before" if match.groupdict().get("before") else "name"
            name = match[group]
            if pattern in (STARTED, CHOSE) and (NO_START.search(name) or _of_person(name)):
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
            yield from named(line, match.start(group), line.text[match.start(group) : match.end(group)])


def _behind(line: Line, hidden: str, at: int) -> Iterator[Programme]:
    """The names in capitals that stand behind a programme in its list; two words only where an article leads them."""
    while match := _NEXT.match(hidden, at):
        name, at = match["name"], match.end()
        if "ˢ" in name or "·" in name or NO_START.search(name) or _of_person(name):
            return
        if match["own"] or len(name.split()) >= _FEWEST_WORDS:
            yield from parts(line, match.start("name"), match["name"])


def _spelled(line: Line, hidden: str) -> Iterator[Programme]:
    """Names beside the short form that their first letters make, and names in which people do something."""
    for pattern in (SPELLED, SHORT_BEHIND):
        for match in pattern.finditer(hidden):
            name = line.text[match.start("name") : match.end("name")]
            if "ˢ" in match["name"] or "·" in match["name"]:
                continue
            explicit = pattern is SPELLED and " for " in line.text[match.end("short") : match.start("name")]
            while name and not explicit and not spells(name, match["short"]) and (cut := re.search(r",?\s+\S+$", name)):
                name = name[: cut.start()] if pattern is SPELLED else ""
            if (
                name
                and len(name.split()) >= _FEWEST_WORDS - 1
                and not VAGUE.match(re.sub(r"[,&]", "", name.casefold()))
            ):
                yield from named(line, match.start("name"), name)
    for match in IN_IT.finditer(hidden):
        if "ˢ" not in match["name"] and "·" not in match["name"]:
            yield from named(line, match.start("name"), line.text[match.start("name") : match.end("name")])


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
