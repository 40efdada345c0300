"""Numbers as words, digits and ordinals; counts reach 999 in digits and 499 in words, ordinals 99."""

import re

_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
          "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINAL_UNITS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
                  "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
                  "eighteenth", "nineteenth")  # fmt: skip
_ORDINAL_TENS = ("twentieth", "thirtieth", "fortieth", "fiftieth")
_SMALL = "|".join(_UNITS[:9])

_LONGEST_FIRST = "|".join(sorted(_UNITS, key=len, reverse=True))
_ORDINALS_LONGEST_FIRST = "|".join(sorted(_ORDINAL_UNITS, key=len, reverse=True))
_HUNDRED = (
    rf"\b(?:one|two|three|four) hundred(?:(?: and)? (?:(?:{'|'.join(_TENS)})(?:[- ](?:{_SMALL}))?|{_LONGEST_FIRST}))?\b"
)
CARDINAL = (
    rf"(?:\b\d(?<!\d[-/]\d)\d{{0,2}}\b(?![,.]\d|%)|{_HUNDRED}|\b(?:{'|'.join(_TENS)})(?:[- ](?:{_SMALL}))?\b"
    rf"|\b(?:{_LONGEST_FIRST})\b)"
)
"""Pattern of a count; to be matched without regard to case."""
ORDINAL = (
    rf"(?:\b\d{{1,2}}(?:st|nd|rd|th)\b|\b(?:{'|'.join(_TENS)})[- ](?:{'|'.join(_ORDINAL_UNITS[:9])})\b"
    rf"|\b(?:{'|'.join(_ORDINAL_TENS)})\b|\b(?:{_ORDINALS_LONGEST_FIRST})\b)"
)
"""Pattern of an ordinal; to be matched without regard to case."""

_DIGITS, _PARTED = re.compile(r"(\d+)(?:st|nd|rd|th)?"), re.compile(r"[- ]+")
_VALUES = {word: n for n, word in enumerate(_UNITS, 1)}
_VALUES |= {word: n for n, word in enumerate(_ORDINAL_UNITS, 1)}
_VALUES |= {word: 10 * n for n, word in enumerate(_TENS, 2)}
_VALUES |= {word: 10 * n for n, word in enumerate(_ORDINAL_TENS, 2)}


def number(text: str) -> int:
    """The number that a cardinal or an ordinal means. Raises ValueError for anything else."""
    if digits := _DIGITS.fullmatch(text.strip().casefold()):
        return int(digits[1])
    hundreds, hundred, rest = text.strip().casefold().partition(" hundred")
    if hundred:
        return 100 * number(hundreds) + (number(rest.removeprefix(" and")) if rest.strip() else 0)
    parts = _PARTED.split(text.strip().casefold())
    if not parts or any(part not in _VALUES for part in parts):
        raise ValueError(f"{text!r} is no number in words or digits up to 999")
    return sum(_VALUES[part] for part in parts)
