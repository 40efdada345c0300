"""Files that break a reader, made small: pieces are left out as long as the same fault remains."""

import tempfile
from pathlib import Path
from time import monotonic

from tests.fuzz.mutation import packed, unpacked
from tests.fuzz.readers import Reader, place_of, tried

MOST_SECONDS = 40.0


def smallest(reader: Reader, content: bytes) -> bytes:
    """The smallest file found within the time that breaks the reader at the same place; the file itself if it is read
    (a hang, or a process that ended, is not tried again).
    """
    with tempfile.TemporaryDirectory() as folder:
        until = monotonic() + MOST_SECONDS
        wanted = _fault(reader, content, Path(folder))
        if wanted is None:
            return content

        def breaks(smaller: bytes) -> bool:
            return monotonic() < until and _fault(reader, smaller, Path(folder)) == wanted

        for at in range(len(unpacked(content))):
            parts = unpacked(content)
            if at < len(parts) and breaks(packed(parts[:at] + parts[at + 1 :])):
                content = packed(parts[:at] + parts[at + 1 :])
        step = max(len(content) // 2, 1)
        while step and monotonic() < until:
            at = 0
            while at < len(content):
                if breaks(smaller := content[:at] + content[at + step :]):
                    content = smaller
                else:
                    at += step
            step //= 2
        return content


def _fault(reader: Reader, content: bytes, folder: Path) -> str | None:
    try:
        tried(reader, content, folder)
    except Exception as error:  # noqa: BLE001  whatever it is
        return place_of(error)
    return None
