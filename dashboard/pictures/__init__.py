"""Charts and year strips as pictures for print: PNG and SVG, made without a browser.

Each carries its title (the finding), its units, its source and the data version inside, and comes with an alternative
text made from what it shows. The same input gives the same bytes.
"""

from dashboard.pictures.bars import Panel, Share, bars_picture, shares_picture
from dashboard.pictures.lines import Line, lines_picture
from dashboard.pictures.sheet import FORMATS, Format, Picture, Words
from dashboard.pictures.strips import Strip, Tile, grid_picture, strip_of, strip_picture

__all__ = [
    "FORMATS",
    "Format",
    "Line",
    "Panel",
    "Picture",
    "Share",
    "Strip",
    "Tile",
    "Words",
    "bars_picture",
    "grid_picture",
    "lines_picture",
    "shares_picture",
    "strip_of",
    "strip_picture",
]
