"""The colours of the house, once for the light and once for the dark theme.

One accent, the rest is ink on paper. `.streamlit/config.toml` repeats those that Streamlit itself draws with; a test
holds both against each other and reckons the contrast of every pair that meets on a screen.
"""

from dataclasses import dataclass, fields
from typing import Final


@dataclass(frozen=True)
class Palette:
    """One theme's colours, as #RRGGBB."""

    paper: str
    """Background of the page."""
    panel: str
    """Background of widgets, of heads of tables and of tiles that are not won."""
    ink: str
    """Text."""
    soft: str
    """Secondary text: labels, notes, marks of what is not known."""
    line: str
    """Hairlines, which no information hangs on."""
    edge: str
    """Outlines that tell something: the tile of a year that was not won."""
    accent: str
    """Wins, links, the place where the reader is."""
    accent_ink: str
    """What stands on the accent."""
    tint: str
    """Background of a probable win."""
    warn: str
    """Text of contradictions and of what does not count."""
    warn_tint: str
    """Background of the same."""


LIGHT: Final = Palette(
    paper="#FFFFFF",
    panel="#F4F6F9",
    ink="#10161F",
    soft="#4A5565",
    line="#DDE2E9",
    edge="#7A8699",
    accent="#0B4FA0",
    accent_ink="#FFFFFF",
    tint="#DCE8F7",
    warn="#8A3B00",
    warn_tint="#FDF0E3",
)
DARK: Final = Palette(
    paper="#0E131A",
    panel="#1A212B",
    ink="#F1F4F8",
    soft="#AEB8C6",
    line="#2E3845",
    edge="#74829A",
    accent="#86B9FF",
    accent_ink="#0A1729",
    tint="#1D3350",
    warn="#FFBE85",
    warn_tint="#38240F",
)

TEXT_PAIRS: Final = (
    ("ink", "paper"),
    ("ink", "panel"),
    ("soft", "paper"),
    ("soft", "panel"),
    ("accent", "paper"),
    ("accent", "panel"),
    ("accent", "tint"),
    ("ink", "tint"),
    ("accent_ink", "accent"),
    ("warn", "paper"),
    ("warn", "warn_tint"),
    ("ink", "warn_tint"),
)
"""(text, background) wherever text or a mark that is text meets a background: at least 4.5:1."""
SHAPE_PAIRS: Final = (("edge", "paper"), ("accent", "paper"), ("accent", "panel"))
"""(shape, background) of tiles, bars and outlines that tell something: at least 3:1."""


def luminance(colour: str) -> float:
    """Relative luminance of `#RRGGBB`, 0 (black) to 1 (white), as WCAG 2.1 defines it."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21, as WCAG 2.1 defines it."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def css_variables() -> str:
    """The colours as CSS custom properties that follow the theme the reader has chosen."""
    pairs = ((field.name, getattr(LIGHT, field.name), getattr(DARK, field.name)) for field in fields(Palette))
    return "".join(f"--aw-{name.replace('_', '-')}: light-dark({light}, {dark});" for name, light, dark in pairs)
