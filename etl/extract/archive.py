"""A workbook or a Word document as a ZIP archive: unpacked within limits, whatever its directory says, before any
parser may read it.
"""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from etl.extract.table import FileRefused

# A workbook of 300,000 rows unpacks to about 150 MB.
MAX_UNPACKED_BYTES = 500 * 1024 * 1024
# Sheets shrink to a fifth or a twentieth; even rows of nothing but styles stay under a hundredth.
MAX_RATIO = 200
RATIO_COUNTS_FROM_BYTES = 10 * 1024 * 1024
MAX_PARTS = 5000

CHUNK_BYTES = 64 * 1024
LOCAL_HEADER = struct.Struct("<4s5H3L2H")
ENCRYPTED = 0x1
DECLARATIONS = (b"<!DOCTYPE", b"<!ENTITY")
DAMAGED = "the workbook is damaged and cannot be unpacked"
SAVE_ANEW = "Open it in Excel or LibreOffice, save it anew as .xlsx and load that"


class Package(NamedTuple):
    """A kind of file that is an archive: what it is called, the part it must have, and what to say of it."""

    noun: str
    title: str
    needs: str
    anew: str
    otherwise: str


WORKBOOK = Package(
    "workbook", "Excel workbook", "xl/workbook.xml", SAVE_ANEW, "If it is a true list, save it as CSV and load that"
)
WORD = Package(
    "Word document",
    "Word document",
    "[Content_Types].xml",
    "Open it in Word or LibreOffice, save it anew as .docx and load that",
    "If it is a true page, save it as PDF or text and load that",
)


class Archive:
    """The parts of a package, each of which has been unpacked once and found to be within the limits."""

    def __init__(self, path: Path, package: Package = WORKBOOK) -> None:
        """Raises FileRefused for a damaged or encrypted archive, one that unpacks to too much or to more than it says,
        and one with XML declarations (which none of them has, and by which a few bytes can be made to fill the memory).
        """
        self._path = path
        self._package = package
        try:
            with zipfile.ZipFile(path) as archive:
                parts = archive.infolist()
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise self._damaged(str(error)) from error
        self._parts = {part.filename: part for part in parts}
        if len(self._parts) < len(parts):
            raise self._refused(f"the {package.noun} has two parts of the same name", package.anew)
        self._check_directory()
        self._check_parts()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts, as in the archive's directory."""
        return tuple(self._parts)

    def size(self, name: str) -> int:
        """The number of unpacked bytes of a part. Raises KeyError when there is none of that name."""
        return self._parts[name].file_size

    def chunks(self, name: str) -> Iterator[bytes]:
        """The unpacked bytes of a part, piece by piece. FileRefused when damaged, KeyError when there is none."""
        with self._path.open("rb") as file:
            try:
                yield from _inflated(file, self._parts[name])
            except (zlib.error, struct.error, EOFError, OSError, ValueError) as error:
                raise self._damaged(f"{name}: {error}") from error

    def read(self, name: str) -> bytes:
        """A whole part, unpacked. Raises KeyError when there is none of that name."""
        return b"".join(self.chunks(name))

    def _refused(self, problem: str, remedy: str, value: str = "") -> FileRefused:
        return FileRefused(self._path.name, problem, remedy, value=value)

    def _damaged(self, value: str) -> FileRefused:
        return self._refused(f"the {self._package.noun} is damaged and cannot be unpacked", self._package.anew, value)

    def _check_directory(self) -> None:
        parts, noun, anew = self._parts.values(), self._package.noun, self._package.anew
        if self._package.needs not in self._parts:
            raise self._refused(
                f"the file is a ZIP archive, but no {self._package.title}", "Unpack it and load the files in it"
            )
        if len(parts) > MAX_PARTS:
            raise self._refused(f"the {noun} has {len(parts):,} parts, more than {MAX_PARTS:,}", anew)
        if any(part.flag_bits & ENCRYPTED for part in parts):
            raise self._refused(f"the {noun} is protected with a password", "Take the password off and save it")
        self._check_unpacked(sum(part.file_size for part in parts))

    def _check_unpacked(self, size: int) -> None:
        packed = max(1, self._path.stat().st_size)
        if size > MAX_UNPACKED_BYTES:
            raise self._bomb(f"it unpacks to more than {MAX_UNPACKED_BYTES // 1024**2} MB")
        if size > RATIO_COUNTS_FROM_BYTES and size / packed > MAX_RATIO:
            raise self._bomb(f"{packed:,} bytes unpack to more than {MAX_RATIO} times as many")

    def _bomb(self, found: str) -> FileRefused:
        noun, remedy = self._package.noun, self._package.otherwise
        return self._refused(f"the {noun} is not opened, since it may be a ZIP bomb: {found}", remedy)

    def _check_parts(self) -> None:
        for name, part in self._parts.items():
            if part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                found = f"a part of the {self._package.noun} is packed in an unknown way"
                raise self._refused(found, self._package.anew, name)
            size = 0
            tail = b""
            for chunk in self.chunks(name):
                size += len(chunk)
                if size > part.file_size:
                    raise self._bomb(f"{name} is larger than the archive says")
                tail = self._checked_markup(name, tail, chunk)

    def _checked_markup(self, name: str, tail: bytes, chunk: bytes) -> bytes:
        """Refuses declarations in XML; returns what a declaration that crosses into the next piece could begin with."""
        if not name.endswith((".xml", ".rels", ".vml")):
            return b""
        # UTF-16 has a zero beside each letter of a declaration; without zeros both encodings read alike.
        text = tail + chunk.replace(b"\x00", b"")
        if any(mark in text for mark in DECLARATIONS):
            noun = self._package.noun
            raise self._refused(f"the {noun} has XML declarations, which no {noun} needs", self._package.anew, name)
        return text[-len(DECLARATIONS[0]) :]


def _inflated(file: BinaryIO, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """The bytes of a part as its packed bytes give them, not as the directory announces them: zipfile stops at the
    announced size, other readers do not.
    """
    file.seek(part.header_offset)
    header = LOCAL_HEADER.unpack(file.read(LOCAL_HEADER.size))
    file.seek(header[-2] + header[-1], 1)
    left = part.compress_size
    unpacker = None if part.compress_type == zipfile.ZIP_STORED else zlib.decompressobj(-zlib.MAX_WBITS)
    while left:
        packed = file.read(min(CHUNK_BYTES, left))
        if not packed:
            raise EOFError("the file ends too early")
        left -= len(packed)
        if unpacker is None:
            yield packed
            continue
        while packed:
            yield unpacker.decompress(packed, 16 * CHUNK_BYTES)
            packed = unpacker.unconsumed_tail
