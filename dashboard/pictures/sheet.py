"""The sheet that all pictures are drawn on: width, type, title above, units and source below, and saving.

Lengths are millimetres from the upper left corner of the sheet; sizes of type are points.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Final, Literal

from dashboard.palette import LIGHT

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties

Format = Literal["png", "svg"]
FORMATS: Final[tuple[Format, ...]] = ("png", "svg")
WIDTH: Final = 180.0
"""The width of the text of a page of A4 or Letter."""
MARGIN: Final = 4.0
INNER: Final = WIDTH - 2 * MARGIN
DOTS_PER_INCH: Final = 220
MM_PER_INCH: Final = 25.4
MM_PER_POINT: Final = MM_PER_INCH / 72
TITLE_POINTS, TEXT_POINTS, NOTE_POINTS = 13.0, 9.0, 7.5
LEADING: Final = 1.35
_one_at_a_time = Lock()
"""Matplotlib keeps its settings for the whole process."""


@dataclass(frozen=True)
class Words:
    """What a picture says of itself besides its data."""

    title: str
    """The finding."""
    units: str
    """What is counted, by what."""
    source: str
    """Where it comes from, with the data version."""


@dataclass(frozen=True)
class Picture:
    """A finished picture."""

    content: bytes
    form: Format
    alt: str
    """The alternative text, made from the data."""

    @property
    def mime(self) -> str:
        """The media type of the content."""
        return {"png": "image/png", "svg": "image/svg+xml"}[self.form]


class Sheet:
    """A sheet with title, units and source, on which a drawing of `height` millimetres has its place at `top`."""

    def __init__(self, words: Words, height: float) -> None:
        from matplotlib.figure import Figure

        title = wrapped(words.title, TITLE_POINTS, INNER, bold=True)
        units = wrapped(words.units, TEXT_POINTS, INNER)
        source = wrapped(words.source, NOTE_POINTS, INNER)
        self.top = MARGIN + line_mm(TITLE_POINTS) * len(title) + line_mm(TEXT_POINTS) * len(units) + 3
        self.height = self.top + height + 3 + line_mm(NOTE_POINTS) * len(source) + MARGIN
        self.figure: Figure = Figure(
            figsize=(WIDTH / MM_PER_INCH, self.height / MM_PER_INCH), dpi=DOTS_PER_INCH, facecolor=LIGHT.paper
        )
        self.plane: Axes = self.figure.add_axes((0, 0, 1, 1), xlim=(0, WIDTH), ylim=(self.height, 0))
        self.plane.set_axis_off()
        self._lines(title, MARGIN, TITLE_POINTS, bold=True)
        self._lines(units, MARGIN + line_mm(TITLE_POINTS) * len(title), TEXT_POINTS, LIGHT.soft)
        self._lines(source, self.top + height + 3, NOTE_POINTS, LIGHT.soft)

    def text(  # a place, a text and how it looks
        self,
        x: float,
        y: float,
        text: str,
        points: float = TEXT_POINTS,
        colour: str = LIGHT.ink,
        *,
        bold: bool = False,
        across: Literal["left", "center", "right"] = "left",
        down: Literal["top", "center", "baseline"] = "center",
    ) -> None:
        """Put one line of text at a place."""
        self.plane.text(
            x, y, plain(text), color=colour, ha=across, va=down, fontproperties=font(points, bold=bold),
            parse_math=False,
        )  # fmt: skip

    def chart(self, left: float, top: float, width: float, height: float) -> Axes:
        """Axes in the house style at a place measured from the upper left corner of the drawing."""
        down = self.height - self.top - top - height
        axes = self.figure.add_axes((left / WIDTH, down / self.height, width / WIDTH, height / self.height))
        axes.set_facecolor(LIGHT.paper)
        for side in ("top", "right", "left"):
            axes.spines[side].set_visible(False)
        axes.spines["bottom"].set_color(LIGHT.edge)
        axes.tick_params(length=0, colors=LIGHT.soft)
        axes.grid(visible=True, axis="y", color=LIGHT.line, linewidth=0.6)
        axes.set_axisbelow(True)
        return axes

    def _lines(
        self, lines: list[str], top: float, points: float, colour: str = LIGHT.ink, *, bold: bool = False
    ) -> None:
        for at, line in enumerate(lines):
            self.text(MARGIN, top + (at + 0.5) * line_mm(points), line, points, colour, bold=bold)

    def saved(self, form: Format, title: str, alt: str) -> Picture:
        """The sheet as a file."""
        import matplotlib as mpl

        file = io.BytesIO()
        told = {"png": {"Software": None, "Title": title, "Description": alt}, "svg": {"Date": None, "Creator": None}}
        # Names inside an SVG follow from its content; letters are outlines, so that no font is needed to show them.
        with _one_at_a_time, mpl.rc_context({"svg.hashsalt": "award tracker", "svg.fonttype": "path"}):
            self.figure.savefig(file, format=form, metadata=told[form])
        content = file.getvalue()
        return Picture(_with_words(content, title, alt) if form == "svg" else content, form, alt)


def _with_words(svg: bytes, title: str, alt: str) -> bytes:
    """The SVG with title and description as a screen reader finds them."""
    start = svg.index(b"<svg ") + len(b"<svg ")
    end = svg.index(b">", start) + 1
    said = f"\n <title>{escape(_in_xml(title))}</title>\n <desc>{escape(_in_xml(alt))}</desc>"
    return svg[:start] + b'role="img" ' + svg[start:end] + said.encode() + svg[end:]


def _in_xml(text: str) -> str:
    """The text without characters that may not stand in XML."""
    return "".join(c if c.isprintable() else " " for c in text)


def line_mm(points: float) -> float:
    """The height of a line of that type."""
    return points * MM_PER_POINT * LEADING


def plain(text: str) -> str:
    """The text in one line; a letter that the type does not have becomes an empty box."""
    return "".join(c if c in _known_letters() else "▯" if c.isprintable() else " " for c in text)


@lru_cache(maxsize=1)
def _known_letters() -> frozenset[str]:
    from matplotlib.font_manager import get_font

    return frozenset(map(chr, get_font([str(_path())]).get_charmap()))


def _path() -> Path:
    """The file of the type: named, so that Matplotlib does not search the machine for it."""
    import matplotlib as mpl

    return Path(mpl.get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"


@lru_cache(maxsize=16)
def font(points: float, *, bold: bool = False) -> FontProperties:
    """The type of all pictures: it comes with Matplotlib and has every mark of the year strip."""
    from matplotlib.font_manager import FontProperties

    return FontProperties(family="DejaVu Sans", weight="bold" if bold else "normal", size=points)


@lru_cache(maxsize=4096)
def width_mm(text: str, points: float, *, bold: bool = False) -> float:
    """How wide the text will be."""
    from matplotlib.textpath import TextPath

    if not text.strip():
        return 0.0
    outline = TextPath((0, 0), plain(text), size=points, prop=font(points, bold=bold), usetex=False)
    return float(outline.get_extents().width) * MM_PER_POINT


def wrapped(text: str, points: float, width: float, *, bold: bool = False, most: int = 4) -> list[str]:
    """The text in lines of at most `width`; beyond `most` lines it is cut, with an ellipsis."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and width_mm(longer, points, bold=bold) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    if len(lines) > most:
        lines = [*lines[: most - 1], f"{lines[most - 1]} …"]
    return [fitted(line, points, width, bold=bold) for line in lines]


def fitted(text: str, points: float, width: float, *, bold: bool = False) -> str:
    """The text, cut with an ellipsis where it is wider than `width`."""
    if width_mm(text, points, bold=bold) <= width:
        return text
    kept = text
    while kept and width_mm(f"{kept}…", points, bold=bold) > width:
        kept = kept[: max(len(kept) - 1 - len(kept) // 20, 0)]
    return f"{kept.rstrip()}…"
