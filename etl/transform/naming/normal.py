"""Printed text to words, and words to the key by which names are compared.

Two names have the same key when they differ only in case, accents, dashes, commas, quotes, "&", "the", "at", "of",
"Saint" or "St.", and the like.
"""

import html
import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

REMEMBERED = 10_000
"""Texts whose words are remembered: a name is looked at from several sides."""
_TAGS = re.compile(r"<[^<>]{0,500}>")
_QUOTES = "'’‘ʼʻ`´\"“”„«»"
_ASCII_ONLY = {**dict.fromkeys(map(ord, _QUOTES)), ord("&"): " and ", ord("+"): " and "}
_TO_WORDS = _ASCII_ONLY | {code: " " for code in range(128) if not chr(code).isalnum() and code not in _ASCII_ONLY}
_ODD_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "ß": "ss", "œ": "oe"})

_SPELLED_OUT = {
    "saint": "st", "univ": "university", "coll": "college", "inst": "institute", "mt": "mount", "ft": "fort",
    "dept": "department", "centre": "center", "ctr": "center", "sciences": "science", "sch": "school",
    "vetmed": "veterinary", "healthcare": "health",
}  # fmt: skip
"""One word for what is written in several ways. The plural of science goes, because "Health Science Center" and
"Health Sciences Center" are used of the same place."""

CONNECTORS = frozenset(("the", "of", "at", "in", "and", "for", "on"))
_U_AND_LETTER = re.compile(r"uof(\w)")
_POSSESSIVE = re.compile(r"(?<=\w)['’]s\b")


def cleaned(text: str) -> str:
    """The text without mark-up, character references, invisible marks and runs of white space."""
    if "&" in text:
        text = html.unescape(text)
    if "<" in text:
        text = _TAGS.sub(" ", text)
    if not text.isascii():
        text = "".join(
            c for c in unicodedata.normalize("NFKC", text) if unicodedata.category(c) not in ("Cf", "Co", "Cn")
        )
    return " ".join(text.split())


def words(text: str) -> list[str]:
    """The words of a cleaned text in lower case, accents and punctuation gone, abbreviations spelled out."""
    return list(_words(text))


@lru_cache(maxsize=REMEMBERED)
def _words(text: str) -> list[str]:
    lower = text.lower()
    if not lower.isascii():
        lower = _without_accents(lower)
    return _spelled_out(lower.translate(_TO_WORDS).split())


def _without_accents(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.translate(_ODD_LETTERS))
    kept = (c for c in decomposed if not unicodedata.combining(c))
    return "".join(c if c.isalnum() or c in _QUOTES or c == "&" else " " for c in kept)


def _spelled_out(parts: list[str]) -> list[str]:
    for at, part in enumerate(parts):
        if part in _SPELLED_OUT:
            parts[at] = _SPELLED_OUT[part]
        elif part == "u" and at + 2 < len(parts) and parts[at + 1] == "of" and len(parts[at + 2]) > 1:
            parts[at] = "university"
        elif len(part) == 4 and part.startswith("uof"):
            parts[at] = _U_AND_LETTER.sub(r"u\1", part)
    return parts


def key(parts: Sequence[str]) -> str:
    """The words that tell names apart, with initials drawn together: "Texas A & M" and "Texas A&M" give "texas am"."""
    kept = [part for part in parts if part not in CONNECTORS]
    if 1 not in map(len, kept):
        return " ".join(kept)
    return " ".join(_initials_joined(kept))


def _initials_joined(parts: list[str]) -> list[str]:
    joined: list[str] = []
    run = False
    for part in parts:
        if len(part) == 1 and run:
            joined[-1] += part
        else:
            joined.append(part)
        run = len(part) == 1
    return joined


def name_key(text: str) -> str:
    """The key of a text as it is printed."""
    return key(words(cleaned(text)))


def without_possessive(text: str) -> str:
    """The text with "Ohio State's College" as "Ohio State College"."""
    return _POSSESSIVE.sub("", text)
