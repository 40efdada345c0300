"""Programmes that a text credits to its school: named ones, and those after words such as "initiatives such as"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import takewhile

from etl.transform.statements.categories import category_of
from etl.transform.statements.lines import Line, Scene, is_name
from etl.transform.statements.programme_generic import names_nothing
from etl.transform.statements.programme_introduced import FEWEST_WORDS, acting, introduced, of_person, spelled
from etl.transform.statements.programme_lists import credited_after, is_head, items, leading, listed, tells
from etl.transform.statements.programme_names import masked, named, once, parts, programme
from etl.transform.statements.programme_patterns import (
    AFTER_KIND,
    APPOSED,
    CHOSE,
    COUNTED_HEAD,
    CREDITED,
    CUE,
    LIST_HEAD,
    MADE,
    NAMED,
    NAMED_EVENT,
    NAMED_LOW,
    NAMED_OF,
    NOTES,
    OFFICE,
    OFFICE_ACTS,
    OWN_FIRST,
    OWN_LOW,
    SUCH_AS,
)
from etl.transform.statements.programme_plain import plain_names
from etl.transform.statements.programme_proper import offices, proper_names
from etl.transform.statements.programme_words import ANY_HEAD, GIVEN_TO, LINK, NO_START, TITLE, W
from etl.transform.statements.values import Programme

_OPENS = re.compile(r"such as|like|includ|:|noted|cited|mentioned|highlighted|described|among them", re.I)
_EXAMPLES = re.compile(r"(?:examples?|highlights)\b", re.IGNORECASE)
"""What is told by a list behind "are", as programmes are by one behind "include"."""
_ACTIVITIES = re.compile(r"activities\b", re.IGNORECASE)
"""What of a programme "such as" leads on from: plain words behind it are no programmes of their own."""
_SUBJECT = re.compile(r"\b(?:subjects?|topics?|things|issues?|questions?|themes?|matters)\b", re.IGNORECASE)
"""What "such as" can lead on from besides programmes."""
_CAPTION = re.compile(
    r"\W*(?:(?:group|file|featured)\s+)?(?:photos?|images?|pictured|above|caption)\b[^.]{0,20}[:.]|\[", re.I
)
"""How words under a picture begin."""
_SAID = re.compile(
    r"(?<!\bhas )(?<!\bhave )\b(?:said|says|added|adds|explained|wrote|asked)\s+(?:(?:Dr|Mr|Ms|Mrs|Prof)\.\s+)?$"
)
"""What stands before the name of somebody who speaks."""
_RUN_IN = re.compile(r"\b(?:magazine|application|reviewers|judges|editors|entry|submission)\b.*:\s*$", re.IGNORECASE)
"""What leads to paragraphs that each begin with the name of a programme."""
_FURTHEST = 15
"""Lines behind it in which such a paragraph can begin."""
_AMONG = re.compile(r"Among\s+(?:the|its|our|their|these|those|other)\b")
_AMONG_THESE = re.compile(r"Among\s+(?:these|them|those)\s+(?:are|is|were|was)\s+(?:the\s+)?")
"""How a sentence begins that lists some of those of which the one before it told."""
_NAVIGATION = re.compile(
    r"\W*(?:\d|[<>|]|(?:about|contact|share|tags?|related|media|read|visit|photo|learn|more|follow)\b)", re.IGNORECASE
)
"""How lines of a page's frame begin, and figures."""
_FEWEST_PROSE = 10
"""Words of a last line that is a sentence broken off."""
_NEXT = re.compile(
    rf",\s+(?:and\s+)?(?P<own>(?:the|its|an?)\s+)?(?P<name>{W}(?:\s+(?:(?:{LINK})\s+)*{W})+)(?=,|\.|;|$)"
)
"""A further name behind one in a list."""


def programmes(scene: Scene) -> list[Programme]:
    """The programmes in the order of the text, each once: the fuller of two names for one."""
    found: list[Programme] = []
    listing, heads = False, 0
    for line in scene.lines:
        item = line.sentence.item or (listing and _is_bare_item(scene, line))
        if item and listing and not line.awards and not is_name(line):
            full = list(spelled(line, masked(line)))
            of_item = (*leading(line), *_in_line(line)) if tells(line) else (*items(line), *_proper(line))
            told: Iterable[Programme] = full or of_item
            found.extend(one for one in told if not _says_again(line, one))
            continue
        if heads and line.number <= heads + _FURTHEST and is_head(line):
            found.extend(items(line))
            continue
        leads = line.text.rstrip().endswith(":")
        heads = line.number if leads and _RUN_IN.search(line.text) else heads
        head = LIST_HEAD if leads else COUNTED_HEAD
        listing = bool(head.search(line.text)) or (listing and item)
        if _is_headline(scene, line) or _CAPTION.match(line.text):
            continue
        told = _chosen(line) if line.boilerplate else _in_line(line)
        found.extend(
            one for one in told if not (_is_no_work(line.text[: one.start - line.start], one) or _says_again(line, one))
        )
    found += _headings(scene)
    end = _broken_off(scene)
    kept = once(_cut(one) for one in found if not (names_nothing(one.name) or one.end == end))
    return [replace(one, category=category_of(one.name)) for one in kept]


_CREDIT_BEHIND = re.compile(
    r",?\s+(?:among|as\s+(?:one|some|part|two|three)\s+of)\s+(?:the|its|their|our|many)\s+(?:\w+\s+){0,2}"
    r"(?:reasons|factors|strengths|examples|efforts|initiatives|programs|things|grounds)\b.*$",
    re.IGNORECASE,
)
"""What tells behind a name for what it was named: "the Hart Academy among the reasons for the award"."""


def _cut(one: Programme) -> Programme:
    """A programme without what tells behind its name for what it was named."""
    told = _CREDIT_BEHIND.search(one.name)
    if not told or not told.start():
        return one
    return replace(one, name=one.name[: told.start()], end=one.end - len(told[0]))


_LONGEST_HEADING = 6
"""How many words a heading has at most that may be a name."""


def _headings(scene: Scene) -> Iterator[Programme]:
    """The headings that the line below says again as something of a school's: "Bay Days", "Lakeside's Bay Days"."""
    for line in scene.lines[:-1]:
        head, below = line.text.strip(), masked(scene.lines[line.number + 1])
        if line.sentence.headline and not line.schools and 1 < len(head.split()) <= _LONGEST_HEADING:
            again = re.search(rf"(?:'s?|ˢ)\s(?:[\w-]+\s){{0,3}}{re.escape(head)}\b", below)
            yield from named(line, 0, head) if again else ()


def _broken_off(scene: Scene) -> int | None:
    """Where a text ends that breaks off within a sentence: what stands there is not whole."""
    last = scene.lines[-1] if scene.lines else None
    if last is None or last.text.rstrip()[-1:] in ".!?;:)\"'":
        return None
    words = len(last.text.split())
    items = list(takewhile(lambda line: line.sentence.item, reversed(scene.lines[:-1])))
    short = last.sentence.item and items and all(len(line.text.split()) > words for line in items)
    return last.end if short or words >= _FEWEST_PROSE else None


_LEADS = r"(?:\s*,)?\s+(?:such as|like|including|include|are)\s[^.;]*$"
_PARTNERS = re.compile(rf"\bpartners{_LEADS}", re.IGNORECASE)
"""What leads to those with whom a school works, and to none of its programmes."""
_PARTNERSHIPS = re.compile(
    rf"\b(?:community|corporate|local|business) (?:partnerships|groups|organizations|agencies){_LEADS}", re.IGNORECASE
)
"""What leads to bodies with which a school works, and to what it holds with them."""
_HELD = re.compile(
    r"\b(?:Lunch(?:eon)?|Dinner|Conference|Summit|Weeks?|Days?|Festival|Fair|Celebration|Academy|Camps?|Projects?|Programs?|"
    r"Series|Workshops?)\b"
)
"""What a school holds with others, so that it is its work and no body beside it."""
_FORMERLY = re.compile(r"\b(?:formerly|previously)\s+(?:known as\s+|called\s+)?(?:the\s+)?$", re.IGNORECASE)
"""What leads to what something was called before."""
_GIVER = re.compile(
    r"\b(?:grants?|gifts?|funding|funds|support|money|donations?|dollars)\s+from\s+(?:the\s+)?$", re.IGNORECASE
)
"""What leads to those who pay for something."""
_MOTTO = re.compile(r"\bmotto\b[^.;]{0,30}$", re.IGNORECASE)
_NICKNAME = re.compile(r"\b(?:Dr|Mr|Ms|Mrs|Prof)\.?\s+\"[^\"]+\"\s+$")
"""What stands before the last name of somebody who goes by another first one."""
_KINDS = re.compile(r"\b(?:programs|programmes|initiatives|events|efforts|activities|projects)$")
_FOR_EXAMPLE = re.compile(r",?\s+(?:such as|like|including)\s")
_NAME_BEFORE = re.compile(r"(?:[A-Z][\w'@&.-]*|\)),\s+(?:an?|the|its|the \w+'s)\s+(?:new\s+)?$")
_OR = re.compile(r",\s+or\s+(?:the\s+)?$")


def _is_no_work(before: str, one: Programme) -> bool:
    """Whether the words before a name make it that of somebody who speaks, pays or works with a school, or one of
    before.
    """
    partner = _PARTNERSHIPS.search(before) and not _HELD.search(one.name)
    others = (_SAID, _PARTNERS, _FORMERLY, _GIVER, _NICKNAME, _MOTTO)
    return bool(partner or any(words.search(before) for words in others))


def _says_again(line: Line, one: Programme) -> bool:
    """Whether words only say what the name before them is, or its short form: "Bay Bridge, a summer program"; or of
    what kind those are that they lead to: "Pathway programs such as".
    """
    before = line.text[: one.start - line.start]
    if _KINDS.search(one.name) and _FOR_EXAMPLE.match(line.text, one.end - line.start):
        return True
    plain, short = one.name.islower(), one.name.isupper()
    return bool((plain and _NAME_BEFORE.search(before)) or (short and _OR.search(before)))


def _is_bare_item(scene: Scene, line: Line) -> bool:
    """Whether a line is one of two or more under a list's head that have lost their marks."""
    around = (scene.lines[at] for at in (line.number - 1, line.number + 1) if 0 <= at < len(scene.lines))
    beside = any(other.sentence.headline and not other.text.rstrip().endswith(":") for other in around)
    last = line.number == len(scene.lines) - 1 and len(line.text.split()) > _FEWEST_PROSE
    return line.sentence.headline and beside and not (last or is_name(line) or _NAVIGATION.match(line.text))


def _is_headline(scene: Scene, line: Line) -> bool:
    """Whether a line is a headline; the last of a text that breaks off within a sentence is none."""
    broken = line.number == len(scene.lines) - 1 and len(line.text.split()) >= _FEWEST_PROSE
    return line.sentence.headline and not broken and line.text[-1] not in ".!?;"


def _proper(line: Line) -> Iterator[Programme]:
    """The names and offices of a line, whatever its sentences say of them."""
    hidden = masked(line)
    yield from offices(line, hidden)
    yield from proper_names(line, hidden)


def _chosen(line: Line) -> Iterator[Programme]:
    """The programme of the school that a sentence about the giver says it chose."""
    hidden = masked(line)
    for match in (*CHOSE.finditer(hidden), *AFTER_KIND.finditer(hidden)):
        if "ˢ" not in match["name"] and "·" not in match["name"] and not of_person(match["name"]):
            yield from named(line, match.start("name"), line.text[match.start("name") : match.end("name")])


def _in_lists(line: Line, hidden: str) -> Iterator[Programme]:
    """The programmes of the lists that words such as "initiatives include" lead to."""
    for leads in (CUE, SUCH_AS):
        for cue in (one for one in leads.finditer(hidden) if not _SUBJECT.search(one[0])):
            after = line.text[cue.end() : cue.end() + 4]
            examples = after[:1].isupper() and _EXAMPLES.match(cue[0])
            if _ACTIVITIES.match(cue[0]):
                yield from _in_capitals(listed(line, hidden, cue.end()))
            elif leads is SUCH_AS or _OPENS.search(cue["cue"]) or examples or after.lower().startswith("the "):
                yield from listed(line, hidden, cue.end())
            elif _AMONG.match(hidden):
                yield from _in_capitals(listed(line, hidden, cue.end()))
    if these := _AMONG_THESE.match(hidden):
        yield from _in_capitals(listed(line, hidden, these.end()))
    for cue in CREDITED.finditer(hidden):
        yield from _in_capitals(listed(line, hidden, cue.end()))


def _in_capitals(found: Iterable[Programme]) -> Iterator[Programme]:
    return (one for one in found if one.name[0].isupper())


def _in_line(line: Line) -> Iterator[Programme]:
    hidden = masked(line)
    yield from _in_lists(line, hidden)
    yield from credited_after(line, hidden)
    yield from offices(line, hidden)
    yield from proper_names(line, hidden)
    yield from plain_names(line, hidden)
    yield from introduced(line, hidden)
    yield from acting(line, hidden)
    yield from spelled(line, hidden)
    for match in (*OFFICE.finditer(hidden), *OFFICE_ACTS.finditer(hidden)):
        if "ˢ" not in match["name"] and "·" not in match["name"]:
            yield programme(
                line, match.start("name"), line.text[match.start("name") : match.end("name")].rstrip(" .,;:")
            )
    if not ANY_HEAD.search(hidden):
        return
    for pattern in (NAMED, NAMED_OF, NAMED_LOW, NAMED_EVENT, OWN_LOW, OWN_FIRST, MADE, NOTES, APPOSED):
        for match in pattern.finditer(hidden):
            before = hidden[: match.start()]
            within = pattern is NAMED_OF and re.search(r"\b(?!The|Its|Our|Their)[A-Z][\w-]*\s$", before)
            if not within and not TITLE.search(before) and not GIVEN_TO.search(before):
                yield from parts(line, match.start("name"), match["name"])
                if pattern is NAMED:
                    yield from _behind(line, hidden, match.end("name"))


def _behind(line: Line, hidden: str, at: int) -> Iterator[Programme]:
    """The names in capitals that stand behind a programme in its list; two words only where an article leads them."""
    while match := _NEXT.match(hidden, at):
        name, at = match["name"], match.end()
        if "ˢ" in name or "·" in name or NO_START.search(name) or of_person(name):
            return
        if match["own"] or len(name.split()) >= FEWEST_WORDS:
            yield from parts(line, match.start("name"), match["name"])
