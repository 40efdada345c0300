"""The institutional directory of IPEDS (files HD), as the National Center for Education Statistics publishes it.

Any year from 2020: UTF-8 with a byte order mark or Windows-1252, either layout of the Carnegie columns, as .csv,
.csv.gz or the published .zip. Codes become the words of the codebook that comes with the file.
"""

import csv
import gzip
import io
import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO, Protocol

from etl.extract.ipeds_codes import CARNEGIE, CONTROL, LEVEL, LOCALE, REGION, SIZE, YES_NO
from etl.extract.ipeds_names import listed_names, web_domain
from etl.extract.records import LONGEST_CELL
from etl.extract.table import FileRefused

# A directory has about 4 MB; with the limit, an archive that unpacks to more is refused while it is read.
MAX_UNPACKED_BYTES = 40 * 1024 * 1024
FIRST_EDITION = 2020

PACKED_WRONGLY = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError, ValueError, NotImplementedError,
    RuntimeError,  # a password
)  # fmt: skip
_MARKS = frozenset(("UNITID", "INSTNM", "STABBR", "ICLEVEL", "CONTROL", "WEBADDR"))
_NAMED_BY_YEAR = re.compile(r"hd[_-]?(20\d\d)", re.IGNORECASE)
_DATA_MEMBER = re.compile(r"(?:^|/)hd20\d\d(?:_rv)?\.csv$", re.IGNORECASE)
_CARNEGIE_COLUMNS = ("C21BASIC", "C18BASIC")
_REMEDY = "Load the HD file of the year as downloaded from NCES, named as it came (hd2024.csv or HD2024.zip)"


class _Readable(Protocol):
    def read(self, size: int = -1, /) -> bytes: ...


def is_ipeds_header(headers: Iterable[str]) -> bool:
    """Whether these are the column names of a directory file (HD) of IPEDS, in any order and case."""
    return {header.strip().lstrip("\ufeff").upper() for header in headers} >= _MARKS


def institution_rows(path: Path) -> Iterator[dict[str, str]]:
    """The institutions of a directory file, in the columns of the kind `institutions`, blank where it has nothing.

    Yes and no are "yes" and "no"; lists are parted by "|"; `edition` is the year in the file's name, or where the name
    has none the year before the latest closing in the file. Raises FileRefused for another file, a damaged
    archive, one that unpacks to too much, and an edition that cannot be told or is before 2020.
    """
    name, data = _unpacked(path)
    text = _decoded(data, path)
    if not is_ipeds_header(next(_records(text, path), ())):
        raise FileRefused(path.name, "this is not a directory file (HD) of IPEDS", _REMEDY)
    edition = _edition(name, path, text)
    for record in _records(text, path):
        yield _institution(record, edition)


def _records(text: str, path: Path) -> Iterator[dict[str, str]]:
    """The records by name of column in capitals, one at a time; cells that have no column are left out."""
    csv.field_size_limit(LONGEST_CELL)
    try:
        for record in csv.DictReader(io.StringIO(text, newline="")):
            yield {column.strip().upper(): cell or "" for column, cell in record.items() if column is not None}
    except csv.Error as error:
        raise FileRefused(path.name, "the file is no table", "Download it again", value=str(error)) from error


def _unpacked(path: Path) -> tuple[str, bytes]:
    """The name and the bytes of the file itself, out of its archive."""
    try:
        with path.open("rb") as file:
            if path.suffix.lower() == ".zip":
                return _out_of_zip(file, path)
            if path.suffix.lower() == ".gz":
                with gzip.GzipFile(fileobj=file) as packed:
                    return path.name, _limited(packed, path)
            return path.name, _limited(file, path)
    except PACKED_WRONGLY as error:
        raise FileRefused(
            path.name, "the file is damaged and cannot be read", "Download it again", value=str(error)
        ) from error


def _out_of_zip(file: BinaryIO, path: Path) -> tuple[str, bytes]:
    with zipfile.ZipFile(file) as archive:
        members = sorted(member for member in archive.namelist() if _DATA_MEMBER.search(member))
        if not members:
            raise FileRefused(path.name, "the archive holds no directory file (hd2024.csv or the like)", _REMEDY)
        # The revised file, where there is one, sorts last: hd2022.csv, hd2022_rv.csv.
        chosen = members[-1]
        with archive.open(chosen) as member:
            return chosen, _limited(member, path)


def _limited(file: _Readable, path: Path) -> bytes:
    data = file.read(MAX_UNPACKED_BYTES + 1)
    if len(data) > MAX_UNPACKED_BYTES:
        found = f"the file has more than {MAX_UNPACKED_BYTES // 1024**2} MB; a directory has about 4"
        raise FileRefused(path.name, found, _REMEDY)
    return data


def _decoded(data: bytes, path: Path) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        try:
            return data.decode("cp1252")
        except UnicodeDecodeError as error:
            found = "the file is neither UTF-8 nor Windows-1252"
            raise FileRefused(path.name, found, "Download it again", value=str(error)) from error


def _edition(name: str, path: Path, text: str) -> str:
    told = _NAMED_BY_YEAR.search(name) or _NAMED_BY_YEAR.search(path.name)
    year = int(told[1]) if told else _last_closing(_records(text, path))
    if year < FIRST_EDITION:
        found = f"the year of the directory is {year or 'not known'}; directories from {FIRST_EDITION} on are read"
        raise FileRefused(path.name, found, _REMEDY, value=name)
    return str(year)


def _last_closing(records: Iterable[Mapping[str, str]]) -> int:
    """The year before the latest closing; 0 when none is given. The files of 2020 to 2024 all report closings up to the
    summer after the autumn that they are named for.
    """
    years = (
        re.search(r"20\d\d$", (record.get(column) or "").strip())
        for record in records
        for column in ("DEATHYR", "CLOSEDAT")
    )
    return max((int(year[0]) for year in years if year), default=1) - 1


def _institution(record: Mapping[str, str], edition: str) -> dict[str, str]:
    """A record of the file in the columns of the kind `institutions`."""

    def cell(column: str) -> str:
        text = " ".join(record.get(column, "").split())
        return "" if text in ("-1", "-2", "-3") else text

    carnegie = next((cell(column) for column in _CARNEGIE_COLUMNS if column in record), "")
    carnegie = "" if carnegie == "0" else carnegie
    return {
        "unitid": cell("UNITID"),
        "name": cell("INSTNM"),
        "edition": edition,
        "aliases": "|".join(listed_names(record.get("IALIAS", ""), cell("INSTNM"))),
        "former_names": "",
        "city": cell("CITY"),
        "state": cell("STABBR"),
        "region": REGION.get(cell("OBEREG"), ""),
        "control": CONTROL.get(cell("CONTROL"), ""),
        "level": LEVEL.get(cell("ICLEVEL"), ""),
        "hbcu": YES_NO.get(cell("HBCU"), ""),
        "tribal": YES_NO.get(cell("TRIBAL"), ""),
        "land_grant": YES_NO.get(cell("LANDGRNT"), ""),
        "medical": YES_NO.get(cell("MEDICAL"), ""),
        "hospital": YES_NO.get(cell("HOSPITAL"), ""),
        "locale": LOCALE.get(cell("LOCALE"), ""),
        "carnegie_basic_code": carnegie,
        "carnegie_basic": CARNEGIE.get(carnegie, ""),
        "size_class": SIZE.get(cell("INSTSIZE"), ""),
        "system_name": cell("F1SYSNAM"),
        "web_domain": web_domain(record.get("WEBADDR", "")),
        "latitude": cell("LATITUDE"),
        "longitude": cell("LONGITUD"),
        "active": "yes" if cell("CYACTIVE") == "1" else "no",
        "merged_into_unitid": cell("NEWID"),
        "ror_id": "",
        "ug_headcount_2023_24": "",
        "professions": "",
    }


def former_names(editions: Iterable[tuple[int, str, str]]) -> dict[str, tuple[str, ...]]:
    """The names that institutions had in earlier editions, by UNITID: "Old Name (to 2022)" with the last year in which
    the directory has it, the latest first. `editions` are (year, UNITID, name) in any order; differences of case,
    blanks and punctuation alone are no other name. Institutions that never changed theirs are not in the result.
    """
    last: dict[str, dict[str, tuple[int, str]]] = {}
    for year, unitid, name in editions:
        names = last.setdefault(unitid, {})
        compared = re.sub(r"\W+", "", name.replace("&", "and")).casefold()
        names[compared] = max(names.get(compared, (0, "")), (year, name))
    found = {}
    for unitid, names in last.items():
        ordered = sorted(names.values(), reverse=True)
        if len(ordered) > 1:
            found[unitid] = tuple(f"{name} (to {year})" for year, name in ordered[1:])
    return found
