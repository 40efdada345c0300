"""An Excel workbook as tables, one a sheet."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from posixpath import join, normpath
from xml.etree import ElementTree
from xml.parsers.expat import ExpatError

from python_calamine import CalamineError, CalamineWorkbook, SheetMetadata, SheetTypeEnum, SheetVisibleEnum

from etl.extract.archive import DAMAGED, SAVE_ANEW, Archive
from etl.extract.foreign import foreign
from etl.extract.header import HEADER_ROWS, header_of, is_marked, known_headings
from etl.extract.recognise import (
    EMPTY_NOTICE,
    SAMPLE_ROWS,
    Recognised,
    recognised,
    titles_notice,
    unrecognised,
    without_empty_end,
)
from etl.extract.sheet_rows import SheetLayout, numbered_rows, sheet_rows
from etl.extract.sheet_scan import SheetFacts, SheetTooLarge, announced_strings, scanned
from etl.extract.table import FileRefused, RowFault, Table
from etl.kinds import Kind

RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
STRICT_RELATION = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"


@dataclass(frozen=True)
class Sheet:
    """A sheet of a workbook: its first rows, all rows with their numbers, and what its XML says of it."""

    name: str
    head: list[list[str]]
    rows: Iterator[tuple[int, list[str]]]
    merged: list[tuple[tuple[int, int], tuple[int, int]]]
    facts: SheetFacts
    notices: list[str]
    is_table: bool = True

    @property
    def is_blank(self) -> bool:
        """Whether the sheet holds nothing."""
        return not self.facts.faulty and not any(cell.strip() for cells in self.head for cell in cells)


def read_workbook(path: Path, kind: Kind | None, given: Collection[str]) -> list[Table]:
    """A table for each sheet, also for those in which nothing is recognised (without kind and rows, with a notice).

    Raises FileRefused when the file is damaged, protected or too large, and when no sheet is recognised.
    """
    sheets = _sheets(path)
    found = {
        place: header
        for place, sheet in enumerate(sheets)
        if (header := recognised(sheet.head, kind, given, path.name, sheet.name)) is not None
    }
    if kind and any(is_marked(header.header, given) for header in found.values()):
        found = {place: header for place, header in found.items() if is_marked(header.header, given)}
    if not found:
        raise _nothing_found(path, sheets, kind, given)
    return [
        _table(path, sheet, found[place]) if place in found else _unread(path, sheet)
        for place, sheet in enumerate(sheets)
    ]


def _nothing_found(path: Path, sheets: list[Sheet], kind: Kind | None, given: Collection[str]) -> FileRefused:
    filled = [sheet for sheet in sheets if not sheet.is_blank]
    if not filled:
        return FileRefused(
            path.name, "the workbook has no cell with text in it", "Load the workbook that holds the list"
        )
    best = max(filled, key=lambda sheet: known_headings(sheet.head, kind))
    return unrecognised(best.head, kind, given, path.name, best.name)


def _sheets(path: Path) -> list[Sheet]:
    """All sheets, checked and opened. Raises FileRefused."""
    with foreign(path.name, DAMAGED, SAVE_ANEW):
        return _opened(path)


def _opened(path: Path) -> list[Sheet]:
    archive = Archive(path)
    try:
        _check_strings(archive)
        parts = sheet_parts(archive)
        with CalamineWorkbook.from_path(path) as book:
            if [name for name, _ in parts] != book.sheet_names:
                raise ValueError("its list of sheets cannot be read")
            return [
                _sheet(book, place, metadata, archive, parts[place][1])
                for place, metadata in enumerate(book.sheets_metadata)
            ]
    except SheetTooLarge as error:
        remedy = "Copy the cells that count to a new workbook, or save the sheet as CSV, and load that"
        raise FileRefused(path.name, f"a sheet is not read, since {error}", remedy) from error
    except (CalamineError, ExpatError, ElementTree.ParseError, KeyError, ValueError) as error:
        raise FileRefused(path.name, DAMAGED, SAVE_ANEW, value=str(error)) from error


def _check_strings(archive: Archive) -> None:
    # The reader of values makes room for as many texts as are announced, before it reads the first.
    for name in archive.names:
        if name.lower().endswith("sharedstrings.xml") and announced_strings(archive.chunks(name)) > archive.size(name):
            raise ValueError(f"{name} announces more texts than it can hold")


def sheet_parts(archive: Archive) -> list[tuple[str, str]]:
    """For each sheet in the order of the workbook its name and the part of the archive that holds it."""
    relations = {
        relation.get("Id", ""): normpath(join("/xl", relation.get("Target", ""))).lstrip("/")
        for relation in _elements(archive, "xl/_rels/workbook.xml.rels")
    }
    sheets = [element for element in _elements(archive, "xl/workbook.xml") if element.tag.endswith("}sheet")]
    return [
        (sheet.get("name", ""), relations.get(sheet.get(RELATION) or sheet.get(STRICT_RELATION) or "", ""))
        for sheet in sheets
    ]


def _elements(archive: Archive, part: str) -> Iterator[ElementTree.Element]:
    # What makes this parser unsafe are declarations of entities, and the archive has refused all declarations.
    return ElementTree.fromstring(archive.read(part)).iter()  # noqa: S314


def _sheet(book: CalamineWorkbook, place: int, metadata: SheetMetadata, archive: Archive, part: str) -> Sheet:
    """A sheet, scanned before its values are read. Raises KeyError when the archive has no such part."""
    notices = []
    if metadata.visible != SheetVisibleEnum.Visible:
        notices.append("the sheet is hidden; it was read all the same")
    if metadata.typ != SheetTypeEnum.WorkSheet:
        return Sheet(metadata.name, [], iter(()), [], SheetFacts(), notices, is_table=False)
    facts = scanned(archive.chunks(part))
    opened = book.get_sheet_by_index(place)
    rows = numbered_rows(opened)
    head = list(islice(rows, HEADER_ROWS + SAMPLE_ROWS))
    merged = opened.merged_cell_ranges or []
    return Sheet(metadata.name, [cells for _, cells in head], chain(head, rows), merged, facts, notices)


def _unread(path: Path, sheet: Sheet) -> Table:
    reason = "the sheet is empty" if sheet.is_blank else "nothing was recognised in the sheet; it was not read"
    notices = [*sheet.notices, reason if sheet.is_table else "the sheet is no table (a chart or a macro)"]
    return Table(None, path.name, sheet.name, 0, (), (), (), iter(()), [], notices)


def _safely(file: str, rows: Iterator[tuple[int, list[str]]]) -> Iterator[tuple[int, list[str]]]:
    """The rows; FileRefused where the reader of values fails over one."""
    with foreign(file, DAMAGED, SAVE_ANEW):
        yield from rows


def _table(path: Path, sheet: Sheet, found: Recognised) -> Table:
    headings = without_empty_end(sheet.head[found.header.index])
    header = header_of(found.header.kind, headings)
    blank = not sheet.facts.faulty and not any(
        c.strip() for cells in sheet.head[found.header.index + 1 :] for c in cells
    )
    texts = (titles_notice(sheet.head, found.header), found.notice, EMPTY_NOTICE if blank else "")
    notices = [*sheet.notices, *(text for text in texts if text)]
    faults: list[RowFault] = []
    layout = SheetLayout(
        path.name, sheet.name, headings, header.columns, found.header.index + 1, sheet.merged, sheet.facts
    )
    rows = sheet_rows(layout, _safely(path.name, sheet.rows), faults, notices)
    # A column without a heading counts only when text is found in it; that is told when the rows have been read.
    pairs = zip(headings, header.columns, strict=True)
    unknown = tuple(heading.strip() for heading, column in pairs if column is None and heading.strip())
    return Table(
        header.kind, path.name, sheet.name, layout.header_row, header.columns, tuple(map(str.strip, headings)),
        unknown, rows, faults, notices,
    )  # fmt: skip
