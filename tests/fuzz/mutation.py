# ruff: noqa: E501
"""Changes to files that reach the readers: in archives the parts are changed and packed anew."""

import io
import zipfile
from collections.abc import Callable, Sequence
from typing import NamedTuple

TOKENS = (
    b"\x00", b'"', b'""', b"\r", b"\n", b",", b";", b"\t", b"\xff\xfe", b"\xef\xbb\xbf", b"\x81", b"=1+1", b"<", b">",
    b"</", b"<!DOCTYPE x [<!ENTITY e 'e'>]>", b"&e;", b"&#x110000;", b"&#0;", b"<![CDATA[", b"<script>", b"%PDF-1.7",
    b"/Length 999999999", b"/Kids [1 0 R]", b"<<", b">>", b"stream\n", b"endobj", b"-1", b"99999999999999999999",
    b"Content-Type: multipart/mixed; boundary=x\n\n--x\n", b"Content-Transfer-Encoding: base64\n", b"charset=utf-7",
    b"=?utf-8?b?////?=", b"Date: Mon, 99 Jan 0000 99:99:99 +9999\n", b"2023-02-30", b"0000", b"\xf0\x9f\x8f\x86", b"1e309",
)  # fmt: skip


class Edit(NamedTuple):
    """One change: what is done, where (a share of the length), how much, and with which bytes."""

    act: str
    at: float
    length: int
    content: bytes


ACTS = ("insert", "replace", "delete", "repeat", "truncate", "swap")


def edited(content: bytes, edits: Sequence[Edit]) -> bytes:
    """The content with all changes made one after the other."""
    for edit in edits:
        at = int(edit.at * len(content))
        until = at + edit.length
        if edit.act == "insert":
            content = content[:at] + edit.content + content[at:]
        elif edit.act == "replace":
            content = content[:at] + edit.content + content[at + len(edit.content) :]
        elif edit.act == "delete":
            content = content[:at] + content[until:]
        elif edit.act == "repeat":
            content = content[:at] + content[at:until] * 8 + content[until:]
        elif edit.act == "truncate":
            content = content[:at]
        else:
            content = (
                content[:at] + content[until : until + edit.length] + content[at:until] + content[until + edit.length :]
            )
    return content


def in_archive(content: bytes, which: float, change: Callable[[bytes], bytes]) -> bytes:
    """The archive with one of its parts changed; the content changed as it stands where it is no archive."""
    parts = unpacked(content)
    if not parts:
        return change(content)
    at = min(int(which * len(parts)), len(parts) - 1)
    return packed([(name, change(part) if place == at else part) for place, (name, part) in enumerate(parts)])


def unpacked(content: bytes) -> list[tuple[str, bytes]]:
    """The parts of an archive; none where it is damaged or large."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(part.file_size for part in archive.infolist()) > 1 << 20:
                return []
            return [(part.filename, archive.read(part)) for part in archive.infolist()]
    except Exception:  # noqa: BLE001  whatever it is
        return []


def packed(parts: Sequence[tuple[str, bytes]]) -> bytes:
    """An archive of parts, as small as it gets and the same each time."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts:
            archive.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), part, zipfile.ZIP_DEFLATED)
    return made.getvalue()
