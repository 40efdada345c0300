"""Patterns that are tried only where a text holds a word of theirs, and those that look for small letters alone: each
is taken apart, so that none can miss a match.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

import pytest

from etl.transform import statements
from etl.transform.statements.awards_named import _HEED
from etl.transform.statements.sought import Cue, Sought, folded, holds, sought

_parser = import_module("re._parser")
MOST = 400
"""Strings that are followed up for one part of a pattern."""
LAST_OF_LETTERS = 0x20000
"""Behind it stand no characters that have a small and a capital form."""


def _strings(part: tuple[Any, Any]) -> set[str] | None:
    """All that a part of a pattern can match, folded; None where that is not a short list."""
    kind, said = str(part[0]), part[1]
    if kind == "LITERAL":
        return {folded(chr(said))}
    if kind in ("AT", "ASSERT", "ASSERT_NOT"):
        return {""}
    if kind == "SUBPATTERN":
        return _strings_of(said[3])
    each: list[set[str] | None] = []
    if kind == "BRANCH":
        each = [_strings_of(branch) for branch in said[1]]
    elif kind == "IN":
        each = [_strings(one) for one in said]
    elif kind in ("MAX_REPEAT", "MIN_REPEAT") and said[1] == 1:
        each = [_strings_of(said[2]), {""} if said[0] == 0 else set()]
    return _joined(each) if each else None


def _joined(each: Iterable[set[str] | None]) -> set[str] | None:
    found: set[str] = set()
    for one in each:
        if one is None or len(found) > MOST:
            return None
        found |= one
    return found


def _strings_of(parts: Iterable[tuple[Any, Any]]) -> set[str] | None:
    found = {""}
    for part in parts:
        ends = _strings(part)
        if ends is None or len(ends) * len(found) > MOST:
            return None
        found = {begin + end for begin in found for end in ends}
    return found


def _hold(parts: Iterable[tuple[Any, Any]], words: Sequence[str]) -> bool:
    """Whether each match of a pattern's parts, one behind the other, holds one of the words."""
    begun = {""}
    for part in parts:
        ends = _strings(part)
        if _part_holds(part, words):
            return True
        if ends is None or len(ends) * len(begun) > MOST:
            begun = {""} if ends is None else ends
        else:
            begun = {begin + end for begin in begun for end in ends}
        if all(any(word in one for word in words) for one in begun):
            return True
    return False


def _part_holds(part: tuple[Any, Any], words: Sequence[str]) -> bool:
    kind, said = str(part[0]), part[1]
    if kind == "SUBPATTERN":
        return _hold(said[3], words)
    if kind == "ASSERT":
        return _hold(said[1], words)
    if kind == "BRANCH":
        return all(_hold(branch, words) for branch in said[1])
    return kind in ("MAX_REPEAT", "MIN_REPEAT") and said[0] > 0 and _hold(said[2], words)


def _implied(one: Sought) -> bool:
    return _hold(_parser.parse(one.pattern.pattern, one.pattern.flags & ~re.UNICODE), one.words)


def _begins(parts: Iterable[tuple[Any, Any]]) -> tuple[set[str], bool]:
    """The characters, folded, with which a pattern's parts can begin, and whether they can match nothing at all."""
    found: set[str] = set()
    for kind, said in ((str(kind), said) for kind, said in parts):
        if kind in ("AT", "ASSERT", "ASSERT_NOT"):
            continue
        if kind in ("SUBPATTERN", "MAX_REPEAT", "MIN_REPEAT"):
            some, empty = _begins(said[3] if kind == "SUBPATTERN" else said[2])
            empty = empty or (kind != "SUBPATTERN" and said[0] == 0)
        elif kind == "BRANCH":
            each = [_begins(branch) for branch in said[1]]
            some, empty = set().union(*(one for one, _ in each)), any(none for _, none in each)
        else:
            some, empty = {one[0] for one in _strings((kind, said)) or ()}, False
            assert some, f"a pattern that begins with any of many characters: {kind}"
        found |= some
        if not empty:
            return found, False
    return found, True


def _letters(parts: object) -> Iterator[str]:
    """Every character that stands in a pattern as itself."""
    if isinstance(parts, tuple) and len(parts) == 2 and str(parts[0]) == "LITERAL":
        yield chr(parts[1])
    elif isinstance(parts, tuple) and len(parts) == 2 and str(parts[0]) == "RANGE":
        yield from map(chr, parts[1])
    elif isinstance(parts, tuple | list | _parser.SubPattern):
        for one in parts:
            yield from _letters(one)


def _within(value: object) -> Iterator[Cue | Sought]:
    if isinstance(value, Cue | Sought):
        yield value
    elif isinstance(value, frozenset):
        yield from sorted((cue for one in value for cue in _within(one)), key=lambda cue: str(cue.pattern))
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _within(one)


EVERY = [
    (f"{module.name}.{name}[{at}]", one)
    for module in iter_modules(statements.__path__)
    for name, value in vars(import_module(f"{statements.__name__}.{module.name}")).items()
    for at, one in enumerate(_within(value))
]
SOUGHT = {one: name for name, one in EVERY if isinstance(one, Sought)}
CUES = {one: name for name, one in EVERY if isinstance(one, Cue)}


@pytest.mark.parametrize("one", SOUGHT, ids=SOUGHT.values())
def test_no_pattern_matches_without_one_of_its_words(one: Sought) -> None:
    assert _implied(one), f"{one.pattern.pattern!r} can match without any of {one.words}"
    assert all(word == folded(word) for word in one.words)


@pytest.mark.parametrize("one", CUES, ids=CUES.values())
def test_a_pattern_for_small_letters_holds_no_others(one: Cue) -> None:
    assert [letter for letter in _letters(_parser.parse(one.pattern)) if letter != folded(letter)] == []


def test_the_pattern_of_the_award_begins_with_one_of_the_letters_that_stand_first_in_it() -> None:
    (_, first), *rest = _parser.parse(_HEED.pattern, _HEED.flags & ~re.UNICODE)
    assert _begins(rest) == (_begins(first[1])[0], False)


@pytest.mark.parametrize(
    ("words", "pattern", "implied"),
    [
        ("colour|color", r"\bcolou?rs?\b", True),
        ("color", r"\bcolou?rs?\b", False),
        ("red|blue", r"a (?:red|blue|(?:light )?blue) (?:\w+\s+)*bus", True),
        ("red", r"a (?:red|blue) bus", False),
        ("bus", r"a red(?: bus)?", False),
        ("bus", r"a red(?= bus)", True),
        ("bus", r"a red(?! bus)", False),
        ("day|night", r"\w+(?:days?|nights?)?", False),
        ("nda", r"Su\w*[Nn]da[yi]", True),
    ],
)
def test_what_a_pattern_implies_is_told_apart(words: str, pattern: str, implied: bool) -> None:
    assert _implied(sought(words, pattern, re.IGNORECASE)) is implied


def test_a_pattern_finds_what_it_finds_without_its_words() -> None:
    plain, one = re.compile(r"\bbus\b", re.IGNORECASE), sought("bus", r"\bbus\b", re.IGNORECASE)
    for text in ("A BUS, a bu\u017f and a bus.", "No such thing.", ""):
        assert [m.span() for m in one.finditer(text)] == [m.span() for m in plain.finditer(text)]
        assert one.sub("-", text) == plain.sub("-", text)
        assert (one.search(text) is None) == (plain.search(text) is None)
    assert one.search("a bus", 3) is None
    assert one.search("a bus", 0, 4) is None


def test_a_pattern_in_small_letters_finds_them_in_whatever_letters() -> None:
    one = Cue(r"\b(?P<what>bus|tram)es\b")
    assert one.search("two BU\u017fES") and not one.search("two \u00dfbuses")
    assert [(m.span(), m["what"]) for m in one.finditer("Two Buses, two trames, a bus")] == [
        ((4, 9), "Bus"), ((15, 21), "tram"),
    ]  # fmt: skip
    assert list(one.finditer("a bus")) == []


def test_letters_are_folded_as_patterns_take_them_that_take_no_account_of_case() -> None:
    every = "".join(map(chr, range(LAST_OF_LETTERS)))
    small = [folded(one) for one in every]
    assert set(map(len, small)) == {1}
    for letter in "abcdefghijklmnopqrstuvwxyz":
        taken = re.findall(letter, every, re.IGNORECASE)
        assert taken == [every[at] for at, one in enumerate(small) if one == letter]
        assert all(holds(f"({one})", (letter,)) and Cue(rf"\b{letter}\b").search(f"({one})") for one in taken)
