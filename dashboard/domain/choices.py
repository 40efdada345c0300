"""Filters as they stand in an address, on a command line and in a passport: names with values.

A page, a data link and `awards export` take the same names, so that each gives exactly the rows of the other.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, Final, TypeVar

Filter = TypeVar("Filter")
Given = Mapping[str, Sequence[str]]
"""Names with their values, as in an address."""
YES: Final = ("yes", "true", "1")
NO: Final = ("no", "false", "0")
LONGEST_VALUE: Final = 200
MOST_VALUES: Final = 500


class NotAChoice(ValueError):
    """A name or value that is no choice; the text says what is."""


@dataclass(frozen=True)
class Choice:
    """One choice: how it is called in the address, the field of the filter it fills, and what it takes."""

    name: str
    field: str
    takes: str
    """text, many, one, years, whole or yes."""
    meaning: str
    words: tuple[tuple[str, str], ...] = ()
    """Pairs (value, word of the screen): both are understood, the value is written. Empty: any value."""


def parsed(choices: Sequence[Choice], start: Filter, given: Given) -> Filter:
    """`start` with the fields that `given` fills. Raises NotAChoice for a name or value that there is not."""
    by_name = {choice.name: choice for choice in choices}
    values: dict[str, Any] = {}
    for name, said in given.items():
        if name not in by_name:
            raise NotAChoice(f"{name[:LONGEST_VALUE]!r} is no filter here; known: {', '.join(by_name) or 'none'}")
        values |= _value(by_name[name], _clean(name, said))
    kept = {field.name: getattr(start, field.name) for field in fields(start)}  # type: ignore[arg-type]
    return type(start)(**{**kept, **values})


def written(choices: Sequence[Choice], wanted: object, start: object) -> tuple[tuple[str, str], ...]:
    """The choices in which `wanted` differs from `start`, as names with values: what `parsed` reads back."""
    found: list[tuple[str, str]] = []
    for choice in choices:
        if choice.takes == "years":
            first, last = getattr(wanted, "first_year"), getattr(wanted, "last_year")  # noqa: B009  of any filter
            if (first, last) != (None, None):
                found.append((choice.name, f"{first or ''}-{last or ''}"))
            continue
        value = getattr(wanted, choice.field)
        if value == getattr(start, choice.field):
            continue
        if choice.takes == "many":
            found.extend((choice.name, str(one)) for one in value)
        else:
            found.append((choice.name, ("yes" if value else "no") if choice.takes == "yes" else str(value)))
    return tuple(found)


def _clean(name: str, said: Sequence[str]) -> list[str]:
    kept = [text.strip() for text in said if text.strip()]
    if len(kept) > MOST_VALUES or any(len(text) > LONGEST_VALUE for text in kept):
        raise NotAChoice(f"{name} takes at most {MOST_VALUES} values of {LONGEST_VALUE} characters")
    return kept


def _value(choice: Choice, said: list[str]) -> dict[str, Any]:
    if not said:
        return {}
    if choice.takes == "many":
        return {choice.field: tuple(_known(choice, text) for text in said)}
    if choice.takes == "years":
        return _years(choice, said)
    text = said[-1]
    if choice.takes == "yes":
        return {choice.field: _yes(choice, text)}
    if choice.takes == "whole":
        if not text.isdecimal():
            raise NotAChoice(f"{choice.name}={text!r} is no whole number")
        return {choice.field: int(text)}
    return {choice.field: _known(choice, text)}


def _known(choice: Choice, text: str) -> str:
    if not choice.words:
        return text
    for value, word in choice.words:
        if text.casefold() in (value.casefold(), word.casefold()):
            return value
    raise NotAChoice(f"{choice.name}={text!r} is not known; known: {', '.join(value for value, _ in choice.words)}")


def _yes(choice: Choice, text: str) -> bool:
    if text.casefold() in YES + NO:
        return text.casefold() in YES
    raise NotAChoice(f"{choice.name}={text!r} is neither yes nor no")


def _years(choice: Choice, said: Iterable[str]) -> dict[str, int | None]:
    """A span of years: "2018-2023", "2018-", "-2023", one year, or the first and the last as two values."""
    texts = [text.replace("–", "-") for text in said]
    first, _, last = (texts[0] if "-" in texts[0] else f"{texts[0]}-{texts[-1]}").partition("-")
    ends = []
    for end in (first.strip(), last.strip()):
        if end and not (end.isdecimal() and len(end) == 4):
            raise NotAChoice(f"{choice.name}={'-'.join(texts)!r} is no span of years such as 2018-2023")
        ends.append(int(end) if end else None)
    return {"first_year": ends[0], "last_year": ends[1]}


def plain_words(values: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Pairs of values that are their own words."""
    return tuple((value, value) for value in values)
