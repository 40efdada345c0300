"""What is said about accessibility: what was tested, what was not, what is known to be open.

Every line of `TESTED` names what the tests of this program do (`tests/browser`, and `test_palette.py` and
`test_mark_contrast.py` in `tests/dashboard/app`); a line goes when its test goes.
"""

from typing import Final

STANDARD: Final = "WCAG 2.1, levels A and AA"
TESTED: Final = (
    (
        "Every page, in the light and the dark theme, with menus, lists and lines that open also opened",
        "axe-core finds no violation of the rules for WCAG 2.0 and 2.1, A and AA",
    ),
    (
        "A width of 320 and of 375 CSS pixels, which is a window of 1280 at a zoom of 400 %",
        "no page scrolls sideways, and at 320 every heading, table, control and cell of the wide page is there; wide "
        "tables scroll in a box of their own, which the keyboard reaches",
    ),
    (
        "The keyboard alone: skip the bar, change the school, open a year, filter records, open a menu and follow it, "
        "load a file, answer a name in review, enter an application, make a peer group, check a draft, take an export "
        "along",
        "each can be done, and at every stop on the way what has the focus is outlined",
    ),
    ("Headings of every page", "one of the first level, and none jumps a level"),
    ("Controls, charts and tables of every page", "each has a name; a chart's alternative text is made from its data"),
    (
        "Colours of both themes",
        "text stands out 4.5 to 1, marks and outlines 3 to 1, computed from the colours; a state has a mark and a word",
    ),
    ("A reader who asks for less motion", "nothing on a page moves for longer than a blink"),
)
"""(what, what was found)."""
NOT_TESTED: Final = (
    "No person who uses a screen reader, magnification or speech has tested the pages for us yet.",
    "Only Chromium is tested; other browsers are not.",
)
LEFT_OPEN: Final = (
    "After a choice the page changes without a word to a screen reader; the first heading has the new answer.",
    "In the bar of a wide screen the open page stands out by weight and ground only; a screen reader is not told. "
    "The title of the window names it.",
    "The field that takes a file has a button inside a button area; it can be used, and files can also be loaded by "
    "command.",
)
"""What the library that draws the pages (Streamlit) does not let this program change."""
