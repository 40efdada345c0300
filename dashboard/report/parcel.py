"""Office files are ZIP files: written again so that the same content gives the same bytes."""

from __future__ import annotations

import io
import zipfile
from datetime import date


def stable(content: bytes, day: date) -> bytes:
    """The same parts in the same order, all of them of that day."""
    made = io.BytesIO()
    stamp = (max(day.year, 1980), day.month, day.day, 0, 0, 0)
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = zipfile.ZipInfo(name, stamp)
            part.compress_type = zipfile.ZIP_DEFLATED
            part.external_attr = 0o600 << 16
            part.create_system = 3
            new.writestr(part, old.read(name))
    return made.getvalue()
