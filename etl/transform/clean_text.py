"""Text as it should be kept: the print as it is, without what cannot be seen and what spreadsheets add."""

import re
import unicodedata
from datetime import date

Value = str | int | float | bool | date | None

# No name, title or remark is longer; what is, is a whole page in one cell.
MAX_CHARACTERS = 10_000
MAX_CODE_CHARACTERS = 200
# What spreadsheets put where a formula went wrong.
SHEET_ERRORS = frozenset(
    ("#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#FIELD!", "#ERROR!",
     "#####")
)  # fmt: skip
# How people write that a cell is empty on purpose.
NOTHING = frozenset(("-", "--", "–", "—", "n/a", "n.a."))
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""First characters by which some spreadsheet takes text for a formula; the wide ones in East Asian editions."""
INVISIBLE_CATEGORIES = ("Cc", "Cf", "Cs")


class Unfit(ValueError):
    """A text that is no value of its column. The message follows on the column's name and the text, and holds the
    remedy; `waits_for` names what another load may bring, so that the text becomes a value.
    """

    def __init__(self, message: str, waits_for: str = "") -> None:
        super().__init__(message)
        self.waits_for = waits_for


def safe_text(text: str) -> str:
    """The text, behind an apostrophe where a spreadsheet would take it for a formula."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def unescaped(cell: str) -> str:
    """A cell without what stands around it for spreadsheets: the apostrophe before what would be a formula, as in this
    project's own exports, and the ="…" that keeps zeros. Raises Unfit for an error value and for what is too long.
    """
    if len(cell) > MAX_CHARACTERS:
        raise Unfit(f"has {len(cell):,} characters, more than the {MAX_CHARACTERS:,} of a cell; shorten it")
    text = cell.strip()
    if text[:1] == "'" and text[1:2] in FORMULA_STARTS and len(text) > 1:
        return text[1:]
    if text in SHEET_ERRORS:
        raise Unfit("is the error of a formula; mend the formula, or put the value itself")
    quoted = re.fullmatch(r'="([^"]*)"', text)
    return quoted[1] if quoted else text


def visible(text: str) -> str:
    """The text in Unicode's composed form, without control and format characters (bidi marks, zero-width characters,
    soft hyphens); white space stays.
    """
    if text.isascii() and text.isprintable():
        return text
    kept = (c for c in text if c.isspace() or unicodedata.category(c) not in INVISIBLE_CATEGORIES)
    return unicodedata.normalize("NFC", "".join(kept))


def one_line(text: str) -> str:
    """The visible text with single spaces in place of any white space."""
    return " ".join(visible(text).split())


def free_text(text: str) -> str:
    """The visible text with its lines; other white space, and empty lines, are taken together."""
    lines = (" ".join(line.split()) for line in visible(text).splitlines())
    return "\n".join(line for line in lines if line)


def printed_name(text: str) -> str:
    """A name as printed, on one line. Raises Unfit for what is no name: a formula, half a pair of quotation
    marks, a text without any letter.
    """
    name = one_line(text)
    if name.startswith("="):
        raise Unfit("is a formula, not a name; put the value itself")
    if name.count('"') % 2:
        raise Unfit('has a quotation mark (") without its other half; take it out, or put the other half')
    if not any(character.isalpha() for character in name):
        raise Unfit("has no letter; put the name as the source prints it")
    return name


def code(text: str) -> str:
    """An identifier as it is, leading zeros and all. Raises Unfit for one that is too long."""
    found = one_line(text)
    if len(found) > MAX_CODE_CHARACTERS:
        raise Unfit(
            f"has {len(found)} characters, more than the {MAX_CODE_CHARACTERS} of a code; is it the right column?"
        )
    return found
