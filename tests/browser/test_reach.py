"""Everybody reaches everything: narrow screens, keyboard, both themes, no fault that axe can see."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

import dashboard
from dashboard.palette import DARK, LIGHT
from tests.browser.axe import faults
from tests.browser.conftest import Reader

pytestmark = pytest.mark.browser
Reading = Callable[..., Any]
APP = Path(dashboard.__file__).with_name("app.py")
LISTED = re.findall(r'url_path="([^"]+)"', APP.read_text("utf-8"))
"""Every page of the bar: a new one is looked at as soon as it stands there."""
STATES = {
    "totals": "?totals=true",
    "alive": "?school=harper",
    "some streaks": "streaks?kind=medicine&kind=nursing",
    "nothing found": "streaks?q=zzzz",
    "opened years": "school?year=2018&year=2023",
    "unknown school": "school?school=nobody",
    "conflicts": "records?status=won&conflicts=true",
    "all initiatives": "initiatives?of=all+schools&group=all+schools&schools=true",
    "a word": "glossary?term=streak",
    "peers compared": "peers?with=vtc-som&with=uva-som&with=geisel&cumulative=true&shares=true&suggest=true",
}
PAGES = {**{name: "" if name == "overview" else name for name in LISTED}, **STATES}
FOCUS = """accent => {
    const one = document.activeElement, around = [one];
    while (around.length < 4 && around.at(-1).parentElement) around.push(around.at(-1).parentElement);
    const styles = around.map(element => getComputedStyle(element));
    const outlined = styles.some(style => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2);
    const bordered = styles.some(style => style.borderTopColor === accent || style.boxShadow.includes(accent));
    const asked = one.matches('a, button, input, textarea, summary, [role="tab"], [role="combobox"]');
    const label = one.labels && one.labels.length ? one.labels[0].innerText : '';
    const name = one.getAttribute('aria-label') || label || one.innerText || one.tagName;
    const role = one.getAttribute('role') || one.tagName;
    return {name, role, href: one.href || '', shown: !asked || outlined || bordered};
}"""
"""What has the focus, and whether an outline or a border in the accent shows it."""
NAMELESS = """() => {
    const by = ids => (ids || '').split(' ').map(id => document.getElementById(id)?.innerText || '').join('');
    const labels = one => [...(one.labels || [])].map(label => label.innerText).join('').trim();
    const named = one => one.getAttribute('aria-label') || one.getAttribute('title') || one.innerText.trim()
        || labels(one) || by(one.getAttribute('aria-labelledby'));
    const controls = 'a[href], button, input, select, textarea, summary, [role=combobox], [role=tab], [role=slider]';
    const reached = one => one.tabIndex >= 0 && one.checkVisibility() && !one.closest('[aria-hidden=true]');
    const plots = [...document.querySelectorAll('.js-plotly-plot')];
    const charts = plots.map(one => one.closest('[role=figure], [role=img]')).filter(one => !one || !named(one));
    const faults = [...document.querySelectorAll(controls)].filter(one => reached(one) && !named(one));
    return [...faults.map(one => one.outerHTML.slice(0, 200)), ...charts.map(() => 'a chart')];
}"""
"""Controls and charts that have no name."""
HELD = """() => {
    const main = document.querySelector('.stMain');
    const there = one => one.checkVisibility() && !one.closest('.aw-menu');
    const words = one => one.innerText.replace(/\\s+/g, ' ').trim();
    const said = wanted => [...main.querySelectorAll(wanted)].filter(there);
    const kept = one => words(one) && !(one.tagName === 'BUTTON' && /^\\d+$/.test(words(one)));
    return [
        ...said('h1, h2, h3, caption, summary, button, a').filter(kept).map(one => one.tagName + ' ' + words(one)),
        ...said('input, textarea').map(one => 'FIELD ' + (one.getAttribute('aria-label') || one.type)),
        'CELLS ' + said('tbody th, tbody td').filter(one => one.innerText.trim()).length,
    ].sort();
}"""
"""What a page holds for a reader: headings, captions, controls, cells; of many pages of rows not each has a button."""
BEYOND = """() => {
    const main = document.querySelector('.stMain');
    return Math.max(main.scrollWidth - main.clientWidth, document.documentElement.scrollWidth - innerWidth);
}"""
"""By how many pixels the page is wider than its screen."""


@pytest.fixture(scope="module")
def windows(chromium: Browser, server: Any) -> Iterator[tuple[Any, Any]]:
    """Two windows that stay open from page to page: at a desk in light, and narrow in dark."""
    desk = chromium.new_context(color_scheme="light")
    narrow = chromium.new_context(color_scheme="dark")
    yield Reader(desk.new_page(), server), Reader(narrow.new_page(), server)
    for context in (desk, narrow):
        context.close()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_whole_for_everybody(windows: tuple[Any, Any], name: str) -> None:
    """At a desk in light; then on a narrow dark screen that grows smaller, and large again."""
    desk, narrow = windows
    desk.page.set_viewport_size({"width": 1280, "height": 900})
    narrow.page.set_viewport_size({"width": 375, "height": 700})
    for reader in windows:
        reader.open(PAGES[name])
    if "overview" in name or "compared" in name:
        expect(desk.page.locator(".js-plotly-plot").last).to_be_visible()
    assert faults(desk.page) == []
    assert desk.page.evaluate(NAMELESS) == []
    _headings_go_down_in_order(desk)
    _tables_have_captions(desk)
    assert narrow.page.evaluate(BEYOND) <= 0, "it scrolls sideways at 375 px"
    narrow.page.set_viewport_size({"width": 320, "height": 256})
    held, kept = _held(windows)
    assert narrow.page.evaluate(BEYOND) <= 0, "it scrolls sideways at 320 px"
    assert len(held) > 5
    assert kept == held, "something is lost at a zoom of 400 percent"
    narrow.page.set_viewport_size({"width": 1280, "height": 900})
    assert faults(narrow.page) == []


def _headings_go_down_in_order(reader: Any) -> None:
    levels = reader.page.locator("h1, h2, h3, h4, h5, h6").evaluate_all("all => all.map(one => +one.tagName[1])")
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels)), levels


def _tables_have_captions(reader: Any) -> None:
    assert all(text.strip() for text in reader.page.locator("table caption").all_inner_texts())
    bare = reader.page.locator("table:not(:has(caption))").evaluate_all(
        "all => all.filter(one => !one.closest('.stMarkdown')).length"
    )
    assert bare == 0, "a table of ours without a caption"


def _held(readers: Sequence[Any]) -> list[list[str]]:
    """What each page holds once it holds no more than half a second ago: long pages are drawn in parts."""
    before: list[list[str]] = []
    while (now := [reader.page.evaluate(HELD) for reader in readers]) != before:
        before = now
        readers[0].page.wait_for_timeout(500)
    return now


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_page_follows_the_theme_of_the_reader(reading: Reading, theme: str) -> None:
    palette = {"light": LIGHT, "dark": DARK}[theme]
    reader = reading(theme=theme)
    reader.open()
    tile = reader.page.locator(".aw-strip .aw-won .aw-tile").first
    assert _colour(tile, "background-color") == palette.accent
    assert _colour(tile.locator(".aw-mark"), "color") == palette.accent_ink
    assert _colour(reader.page.locator("h1"), "color") == palette.ink
    assert _colour(reader.page.locator(".stApp"), "background-color") == palette.paper
    assert _colour(reader.page.locator(".js-plotly-plot .bars path").first, "fill") == palette.accent
    assert _colour(reader.page.locator(".js-plotly-plot .ytick text").first, "fill") == palette.soft


def _colour(place: Any, what: str) -> str:
    told = place.evaluate("(element, what) => getComputedStyle(element).getPropertyValue(what)", what)
    return "#" + "".join(f"{int(part):02X}" for part in re.findall(r"\d+", told)[:3])


def test_on_a_narrow_screen_the_answer_and_the_strip_stand_on_the_first_screen(reading: Reading) -> None:
    reader = reading(width=375, height=700)
    reader.open()
    strip = reader.page.locator(".aw-strip")
    box = strip.bounding_box()
    assert box["y"] + box["height"] < 700


def test_the_answer_and_the_strip_can_be_reached_and_used_by_keyboard(reader: Any) -> None:
    reader.open()
    seen: list[str] = []
    accent = f"rgb({', '.join(str(int(LIGHT.accent[at : at + 2], 16)) for at in (1, 3, 5))})"
    for _ in range(40):
        reader.page.keyboard.press("Tab")
        focused = reader.page.evaluate(FOCUS, accent)
        assert focused["shown"], f"nothing shows that {focused['name']!r} has the focus"
        seen.append(focused["name"])
        if "year=2018" in focused["href"]:
            break
    assert any("Streaks" in name for name in seen), seen
    reader.page.keyboard.press("Enter")
    expect(reader.page).to_have_url(re.compile(r"/school\?school=umkc-som&year=2018$"))
    reader.settle()
    expect(reader.page.get_by_text("What sources say of 2018")).to_be_visible()


def test_the_chart_of_the_overview_says_its_finding_by_name(reader: Any) -> None:
    reader.open()
    expect(reader.page.locator(".js-plotly-plot")).to_be_visible()
    assert reader.page.get_by_role("figure", name=re.compile("We hold .* wins printed")).count() == 1


def test_every_chart_has_units_source_pictures_and_a_table(reader: Any) -> None:
    reader.open()
    expect(reader.page.locator(".js-plotly-plot")).to_be_visible()
    note = reader.page.get_by_text(re.compile(r"^Up: number of schools\. Across: award year\."))
    assert re.search(r"Source: \d+ documents listed in the award tracker; data version \d+ of", note.inner_text())
    assert reader.page.get_by_role("button", name="Picture (PNG)").count() == 2, "one for the strip, one for the chart"
    assert reader.page.get_by_text("The same numbers as a table").count() == 1


@pytest.mark.parametrize("path", ["", "streaks", "school?year=2018"])
def test_a_reader_who_asks_for_less_motion_gets_none(reading: Reading, path: str) -> None:
    reader = reading()
    reader.page.emulate_media(reduced_motion="reduce")
    reader.open(path)
    longest = reader.page.evaluate(
        """() => Math.max(...[...document.querySelectorAll('*')].flatMap(one => {
            const style = getComputedStyle(one);
            return [...style.animationDuration.split(','), ...style.transitionDuration.split(',')].map(parseFloat);
        }))"""
    )
    assert longest <= 0.001
