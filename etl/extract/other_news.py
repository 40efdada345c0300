"""Lists of other news in a text that was pasted, printed or saved without its markup: "Related stories", each with its
day. What they tell is not told by the document.
"""

import re
from collections.abc import Iterator

from etl.extract.announcement_days import day_in

_LABEL = re.compile(
    r"\W*(?:(?:related|more|recent|latest|other|top|featured|trending|popular)\s+"
    r"(?:news|stories|articles?|headlines|posts?|releases|coverage|content|links)|related|latest|trending(?:\s+now)?|"
    r"also\s+in\s+the\s+news|in\s+other\s+news|(?:read|up)\s+next|most\s+(?:read|popular|viewed|recent)|recommended|"
    r"look(?:ing)?\s+back|from\s+the\s+archives?|"
    r"you\s+(?:may|might)\s+(?:also\s+)?(?:like|enjoy|be interested in)|more\s+from\b.{0,60})\s*:?\W*",
    re.IGNORECASE,
)
"""What heads such a list."""
_LONGEST = 500
"""Characters of an entry; what is longer is running text."""
_APART = 4
"""Lines without a day between two entries: a headline over several lines, and what stands below it."""
_FEWEST = 2
"""Entries with a day that make a list."""
_LEFT = 200
"""Characters of text that must remain: else the text is a list of news and is read as one."""


def without_other_news(text: str) -> str:
    """The text with blanks for the lists of other news in it, every other character in its place."""
    left, at = "", 0
    for start, end in _lists(text):
        left += text[at:start] + re.sub(r"[^\n]", " ", text[start:end])
        at = end
    left += text[at:]
    return left if at and len(" ".join(left.split())) >= _LEFT else text


def _lists(text: str) -> Iterator[tuple[int, int]]:
    lines = [(match.start(), match.end()) for match in re.finditer(r"[^\n]*\S[^\n]*", text)]
    at = 0
    while at < len(lines):
        start, end = lines[at]
        last = _last_of(text, lines, at) if _LABEL.fullmatch(text, start, end) else None
        if last is not None:
            yield start, lines[last][1]
            at = last
        at += 1


def _last_of(text: str, lines: list[tuple[int, int]], label: int) -> int | None:
    """The last line of the list below a label; None where there is no such list."""
    dated: list[int] = []
    for number in range(label + 1, len(lines)):
        start, end = lines[number]
        if end - start > _LONGEST or number - (dated[-1] if dated else label) > _APART:
            break
        if day_in(text[start:end]):
            dated.append(number)
    if len(dated) < _FEWEST:
        return None
    days_first = dated[0] == label + 1 and dated[1] > dated[0] + 1 and dated[-1] + 1 < len(lines)
    return dated[-1] + days_first
