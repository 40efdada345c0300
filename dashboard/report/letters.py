"""Letters that the program's own type can draw, for pictures and PDF: what it cannot is told by its name.

Matplotlib brings the type (DejaVu Sans), so that the same report looks the same on every machine.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path
from typing import Final

from dashboard.report.model import clean

_JOINERS: Final = frozenset({"\u200d", "\ufe0e", "\ufe0f"})
"""Joiners and looks of emoji: what they join is named one by one."""


@cache
def fonts_folder() -> Path:
    """The folder of the type that Matplotlib brings."""
    import matplotlib as mpl

    return Path(mpl.get_data_path()) / "fonts" / "ttf"


@cache
def _drawable() -> frozenset[int]:
    from matplotlib.ft2font import FT2Font

    return frozenset(FT2Font(str(fonts_folder() / "DejaVuSans.ttf")).get_charmap())


def drawn(said: str) -> str:
    """The text with every letter that the type lacks told by its name: "[graduation cap]"."""
    return "".join(map(_letter, clean(said))) if not said.isascii() else clean(said)


def _letter(letter: str) -> str:
    if letter in _JOINERS:
        return ""
    if ord(letter) in _drawable() or letter in "\n\t":
        return letter
    return f"[{unicodedata.name(letter, f'U+{ord(letter):04X}').lower()}]"
