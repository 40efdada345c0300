"""Colours: every pair that meets on a screen can be read, and Streamlit draws with the same ones."""

import re

import pytest

from dashboard.components.frame import style_html
from dashboard.palette import DARK, LIGHT, SHAPE_PAIRS, TEXT_PAIRS, Palette, contrast, css_variables
from dashboard.server import settings

THEMES = {"light": LIGHT, "dark": DARK}


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#FFFFFF", "#777777") == pytest.approx(4.48, abs=0.01)  # the well-known grey that just fails
    assert contrast("#123456", "#123456") == 1


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_text_stands_out(theme: str, text: str, ground: str) -> None:
    palette = THEMES[theme]
    assert contrast(getattr(palette, text), getattr(palette, ground)) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("shape", "ground"), SHAPE_PAIRS)
def test_shapes_stand_out(theme: str, shape: str, ground: str) -> None:
    palette = THEMES[theme]
    assert contrast(getattr(palette, shape), getattr(palette, ground)) >= 3


def test_every_pair_of_the_style_sheet_is_reckoned() -> None:
    """A rule that sets a colour on a background of the palette uses a pair that the tests above reckon."""
    rules = re.findall(r"\{([^{}]*)\}", style_html())
    pairs = set()
    for rule in rules:
        ground = re.search(r"background: var\(--aw-([a-z-]+)\)", rule)
        text = re.search(r"(?<!-)color: var\(--aw-([a-z-]+)\)", rule)
        if ground and text:
            pairs.add((text[1].replace("-", "_"), ground[1].replace("-", "_")))
    assert pairs
    assert pairs <= set(TEXT_PAIRS)


def test_the_style_sheet_knows_no_colour_of_its_own() -> None:
    sheet = style_html().replace(css_variables(), "")
    assert re.findall(r"#[0-9A-Fa-f]{3,8}\b|rgba?\(", sheet) == []


@pytest.mark.parametrize("theme", THEMES)
def test_streamlit_draws_with_the_same_colours(theme: str) -> None:
    palette: Palette = THEMES[theme]
    told = {
        name.removeprefix(f"theme.{theme}."): value for name, value in settings().items() if f"theme.{theme}" in name
    }
    assert told == {
        "primaryColor": palette.accent,
        "linkColor": palette.accent,
        "backgroundColor": palette.paper,
        "secondaryBackgroundColor": palette.panel,
        "textColor": palette.ink,
        "borderColor": palette.edge,
        "grayColor": palette.soft,
        "grayTextColor": palette.soft,
        "chartCategoricalColors": [palette.accent, palette.soft],
    }
