"""A text file as lines: UTF-8 with and without byte order mark, UTF-16 with one, Windows-1252, or a mixture by line."""

import codecs
import io
import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from etl.extract.table import FileRefused, MetLines

BLOCK_BYTES = 1024 * 1024
# Longer than any row that can be taken, and short enough to be held in memory while the line's end is sought.
MAX_LINE_BYTES = 32 * 1024 * 1024

UTF8_MARK = codecs.BOM_UTF8
UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
CONTROL_BYTES = bytes(n for n in (*range(32), 127) if n not in b"\t\n\r")
# Control characters, soft hyphen, zero-width characters and the marks that turn the direction of writing.
INVISIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")


class TextLines:
    """The lines of one run through a text file, each with its ending, and afterwards what was odd about them.

    Lines end with LF, CR LF or CR alone, as the csv module takes them. Raises FileRefused for a line that is too long
    and for UTF-16 that is cut off.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._windows = MetLines()
        self._invisible = MetLines()
        self._unicode_lines = False
        self._lines_before = 0

    def __iter__(self) -> Iterator[str]:
        return chain.from_iterable(io.StringIO(text, newline="") for text in self.blocks())

    def blocks(self) -> Iterator[str]:
        """The text in pieces of whole lines."""
        if not self._path.is_file():  # a pipe or a device, over which opening may wait for ever
            raise FileRefused(self._path.name, "there is no such file", "Check the path")
        with self._path.open("rb") as file:
            utf16 = file.read(2) in UTF16_MARKS
            file.seek(0)
            for text in self._utf16(file) if utf16 else self._bytes(file):
                yield text
                self._lines_before += _count_lines(text)

    def notices(self) -> list[str]:
        """What a reader of the file should know: other encodings than UTF-8, and invisible characters, by line."""
        notices = []
        if self._windows.count and self._unicode_lines:
            notices.append(f"mixed encodings: the file is UTF-8, but read as Windows-1252 (cp1252): {self._windows}")
        elif self._windows.count:
            notices.append("read as Windows-1252 (cp1252), since it is not UTF-8")
        if self._invisible.count:
            notices.append(f"control or invisible characters, left out when cleaned: {self._invisible}")
        return notices

    def _bytes(self, file: BinaryIO) -> Iterator[str]:
        if file.read(len(UTF8_MARK)) != UTF8_MARK:
            file.seek(0)
        for block in self._whole_lines(file):
            text = self._decoded(block)
            if len(block.translate(None, CONTROL_BYTES)) != len(block) or not text.isascii():
                self._note_invisible(text)
            yield text

    def _whole_lines(self, file: BinaryIO) -> Iterator[bytes]:
        """The bytes in blocks that end where a line ends."""
        rest = b""
        while chunk := file.read(BLOCK_BYTES):
            rest += chunk
            cut = rest.rfind(b"\n") + 1 or rest.rfind(b"\r", 0, -1) + 1
            if cut:
                yield rest[:cut]
                rest = rest[cut:]
            if len(rest) > MAX_LINE_BYTES:
                raise self._too_long()
        if rest:
            yield rest

    def _too_long(self) -> FileRefused:
        found = f"a line is longer than {MAX_LINE_BYTES // 1024**2} MB"
        return FileRefused(
            self._path.name, found, "Is it a table of text? Save it anew as CSV", line=self._lines_before + 1
        )

    def _decoded(self, block: bytes) -> str:
        try:
            text = block.decode("utf-8")
        except UnicodeDecodeError:
            return "".join(self._decoded_line(line, n) for n, line in enumerate(block.splitlines(keepends=True), 1))
        self._unicode_lines = self._unicode_lines or not block.isascii()
        return text

    def _decoded_line(self, line: bytes, number: int) -> str:
        try:
            text = line.decode("utf-8")
        except UnicodeDecodeError:
            self._windows.add(self._lines_before + number)
            return windows_text(line)
        self._unicode_lines = self._unicode_lines or not line.isascii()
        return text

    def _note_invisible(self, text: str) -> None:
        if INVISIBLE.search(text):
            for number, line in enumerate(io.StringIO(text, newline=""), self._lines_before + 1):
                if INVISIBLE.search(line):
                    self._invisible.add(number)

    def _utf16(self, file: BinaryIO) -> Iterator[str]:
        rest = ""
        try:
            for chunk in codecs.iterdecode(iter(lambda: file.read(BLOCK_BYTES), b""), "utf-16"):
                cut = (rest + chunk).rfind("\n") + 1
                text, rest = (rest + chunk)[:cut], (rest + chunk)[cut:]
                if len(rest) > MAX_LINE_BYTES // 2:
                    raise self._too_long()
                self._note_invisible(text)
                yield text
        except UnicodeDecodeError as error:
            remedy = "Save it anew as CSV (UTF-8)"
            raise FileRefused(self._path.name, f"the text is not whole UTF-16 ({error.reason})", remedy) from error
        self._note_invisible(rest)
        yield rest


def windows_text(line: bytes) -> str:
    """Windows-1252 as browsers read it: its five unassigned bytes become the control characters of that number."""
    try:
        return line.decode("cp1252")
    except UnicodeDecodeError:
        return "".join(bytes([n]).decode("cp1252" if n not in b"\x81\x8d\x8f\x90\x9d" else "latin-1") for n in line)


def _count_lines(text: str) -> int:
    returns = text.count("\r")
    return text.count("\n") + (returns - text.count("\r\n") if returns else 0)
