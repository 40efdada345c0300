"""What the reader of values does not tell of a sheet: formulas without a value, errors, how far the cells reach."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from xml.parsers import expat

MAX_ROWS = 1_048_576
MAX_SHEET_COLUMNS = 16_384
# The reader of values makes room for every cell of the rectangle; one cell in the far corner would fill the memory.
MAX_CELLS = 20_000_000
NO_VALUE = "formula without a stored value"


class SheetTooLarge(Exception):
    """The cells of a sheet reach too far; the text says how far."""


@dataclass
class SheetFacts:
    """Cells without a usable value: their row and column, both from 1, with the reason, and the formula or error."""

    faulty: dict[tuple[int, int], tuple[str, str]] = field(default_factory=dict)
    last_row: int = 0
    last_column: int = 0


def scanned(chunks: Iterable[bytes]) -> SheetFacts:
    """The facts of a sheet by its XML. Raises SheetTooLarge, and ExpatError when it is no XML."""
    scan = _Scan()
    for chunk in chunks:
        scan.parser.Parse(chunk, False)
    scan.parser.Parse(b"", True)
    return scan.facts


def announced_strings(chunks: Iterable[bytes]) -> int:
    """How many texts a part of shared strings says it holds. Raises ExpatError when it is no XML."""
    found: list[int] = []

    def start(_name: str, attributes: dict[str, str]) -> None:
        if not found:
            found.append(max(int(attributes.get(name, "0")) for name in ("count", "uniqueCount")))

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    for chunk in chunks:
        parser.Parse(chunk, False)
        if found:
            break
    return found[0] if found else 0


class _Scan:
    """The handlers of one run of the XML parser over a sheet.

    Ends of elements are listened to only within a cell that has a formula or an error: a call for each end would cost
    as much as all else.
    """

    def __init__(self) -> None:
        self.facts = SheetFacts()
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.StartDoctypeDeclHandler = self._refuse_declaration
        self._row = self._column = 0
        self._reference: str | None = None
        self._type: str | None = None
        self._formula: str | None = None
        self._value: str | None = None
        self._text: list[str] = []

    def _refuse_declaration(self, *_: object) -> None:
        raise SheetTooLarge("it has XML declarations, which no sheet needs")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(":")[2] if ":" in name else name
        if tag == "c":
            self._reference, self._type = attributes.get("r"), attributes.get("t")
            self._column += 1
            if self._type == "e":
                self._listen()
        elif tag == "row":
            self._row, self._column = int(attributes.get("r", self._row + 1)), 0
        elif tag in ("v", "is", "f"):
            self._reach()
            if tag == "f":
                self._listen()
            self._text = []

    def _reach(self) -> None:
        """Notes where the cell stands that has content."""
        if self._reference is not None:
            self._row, self._column = position(self._reference)
            self._reference = None
        facts = self.facts
        if self._row > facts.last_row or self._column > facts.last_column:
            facts.last_row, facts.last_column = max(facts.last_row, self._row), max(facts.last_column, self._column)
            if facts.last_row * facts.last_column > MAX_CELLS or facts.last_row > MAX_ROWS:
                raise SheetTooLarge(f"its cells reach to row {facts.last_row:,}, column {facts.last_column:,}")

    def _listen(self) -> None:
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._data

    def _data(self, text: str) -> None:
        self._text.append(text)

    def _end(self, name: str) -> None:
        tag = name.rpartition(":")[2]
        if tag == "f":
            self._formula = "=" + "".join(self._text)
        elif tag == "v":
            self._value = "".join(self._text)
        elif tag == "c":
            self._close_cell()

    def _close_cell(self) -> None:
        """Notes a cell without a usable value. An empty text is a value when the cell says that it holds text."""
        if self._type == "e":
            self._reach()
            self.facts.faulty[self._row, self._column] = ("spreadsheet error", self._value or "#ERROR")
        elif self._formula is not None and not self._value and not (self._type == "str" and self._value is not None):
            self.facts.faulty[self._row, self._column] = (NO_VALUE, self._formula)
        self._formula = self._value = None
        self.parser.EndElementHandler = self.parser.CharacterDataHandler = None


def position(reference: str) -> tuple[int, int]:
    """Row and column, both from 1, of a cell's name: 'B7' is (7, 2). Raises SheetTooLarge for one outside any sheet."""
    name = reference.rstrip("0123456789")
    row = int(reference[len(name) :] or 0)
    column = column_number(name)
    if not (0 < column <= MAX_SHEET_COLUMNS and 0 < row <= MAX_ROWS):
        raise SheetTooLarge(f"it has a cell {reference!r}, outside of any sheet")
    return row, column


@lru_cache(maxsize=MAX_SHEET_COLUMNS)
def column_number(name: str) -> int:
    """The number of the column of these letters, 0 when they are none: 'AB' is 28."""
    if re.fullmatch(r"[A-Za-z]{1,3}", name) is None:
        return 0
    number = 0
    for letter in name.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def letters(column: int) -> str:
    """The letters by which a sheet calls a column: 28 is 'AB'."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
