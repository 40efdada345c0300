"""Pictures: title, units and source inside, the same bytes each time, an alternative text that tells every row."""

import re
import struct
from collections.abc import Callable
from xml.etree import ElementTree

import pytest

from dashboard.domain.streaks import Current, Run, SchoolStreaks, YearCell
from dashboard.pictures import (
    FORMATS,
    Format,
    Line,
    Panel,
    Picture,
    Share,
    Words,
    bars_picture,
    lines_picture,
    shares_picture,
    strip_of,
    strip_picture,
)
from dashboard.pictures.sheet import DOTS_PER_INCH, INNER, TITLE_POINTS, WIDTH, fitted, width_mm, wrapped

WORDS = Words("Two of three schools won", "Schools by award year", "Source: 3 documents; data version 7")
CELLS = (
    YearCell(2019, "won", tiers=("STAR",)),
    YearCell(2020, "no_award"),
    YearCell(2021, "not_won", conflict=True),
    YearCell(2022, "unknown"),
    YearCell(2023, "probable"),
    YearCell(2024, "did_not_apply"),
    YearCell(2025, "pending"),
)
Make = Callable[[Format], Picture]


def school(name: str = "Example School of <Law> & Æsthetics") -> SchoolStreaks:
    run, current = Run(1, 2019, 2019), Current(0, 2019, 2019, "broken")
    return SchoolStreaks("x", name, name, "law", "MO", "HEED", 2025, CELLS, 1, 2019, run, current, current, 2019)


def strips(form: Format) -> Picture:
    return strip_picture([strip_of(school(), "broken after 2019")], WORDS, form)


def bars(form: Format) -> Picture:
    return bars_picture(
        [Panel("HEED", {2022: 3, 2023: 0}, {2022: 9, 2023: None})], "wins we hold", "winners as printed", WORDS, form
    )


def shares(form: Format) -> Picture:
    return shares_picture([Share("Mentoring", (("peers", 2, 5), ("others", 0, 0)), "none cited")], WORDS, form)


def lines(form: Format) -> Picture:
    return lines_picture(
        [Line("Ours", {2022: 1, 2024: 2}, frozenset({2023}), own=True), Line("Theirs", {2022: 3, 2023: 4})], WORDS, form
    )


def nothing(form: Format) -> Picture:
    return strip_picture([], WORDS, form)


EVERY = [strips, bars, shares, lines, nothing]


@pytest.mark.parametrize("make", EVERY)
@pytest.mark.parametrize("form", FORMATS)
def test_the_same_input_gives_the_same_bytes(make: Make, form: Format) -> None:
    assert make(form).content == make(form).content


@pytest.mark.parametrize("make", EVERY)
def test_a_png_has_the_width_of_a_printed_page(make: Make) -> None:
    content = make("png").content
    assert content.startswith(b"\x89PNG\r\n")
    width, height = struct.unpack(">II", content[16:24])
    assert width == pytest.approx(WIDTH / 25.4 * DOTS_PER_INCH, abs=1)
    assert height > 100
    at = content.index(b"pHYs") + 4
    per_metre, _, unit = struct.unpack(">IIB", content[at : at + 9])
    assert unit == 1
    assert per_metre * 0.0254 >= 200


@pytest.mark.parametrize("make", EVERY)
def test_an_svg_is_whole_names_itself_and_needs_no_font(make: Make) -> None:
    picture = make("svg")
    root = ElementTree.fromstring(picture.content)
    space = "{http://www.w3.org/2000/svg}"
    assert root.get("role") == "img"
    assert root.findtext(f"{space}title") == WORDS.title
    assert root.findtext(f"{space}desc") == picture.alt
    assert not list(root.iter(f"{space}text")), "letters are outlines"
    assert float(root.attrib["width"].removesuffix("pt")) == pytest.approx(WIDTH / 25.4 * 72, abs=0.1)
    assert b"http://" not in re.sub(rb"http://(www\.w3\.org|purl\.org|creativecommons\.org)", b"", picture.content)


def test_the_alternative_text_of_a_strip_tells_every_year() -> None:
    assert strips("png").alt == (
        "Two of three schools won. Example School of <Law> & Æsthetics: won with a tier 2019; no award held 2020; "
        "not won, sources disagree 2021; not known 2022; probably won 2023; did not apply 2024; pending 2025; "
        "broken after 2019."
    )


def test_the_alternative_text_of_bars_does_not_turn_unknown_into_zero() -> None:
    assert bars("png").alt == (
        "Two of three schools won. wins we hold, of winners as printed. HEED: 2022 3 of 9; 2023 0 of an unknown number."
    )


def test_the_alternative_text_of_shares_has_its_denominators() -> None:
    assert shares("png").alt == "Two of three schools won. Mentoring: 2 of 5 peers; 0 of 0 others; none cited."


def test_the_alternative_text_of_lines_names_what_is_not_known() -> None:
    assert lines("png").alt == (
        "Two of three schools won. Ours: 2022 1; 2024 2; not known: 2023. Theirs: 2022 3; 2023 4."
    )


@pytest.mark.parametrize("make", EVERY)
def test_title_units_and_source_change_the_picture(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    before = make("svg").content
    for words in (
        Words("Another", WORDS.units, WORDS.source),
        Words(WORDS.title, "Another", WORDS.source),
        Words(WORDS.title, WORDS.units, "Source: 3 documents; data version 8"),
    ):
        monkeypatch.setitem(globals(), "WORDS", words)
        assert make("svg").content != before
        monkeypatch.undo()


def test_marks_tell_states_without_colour() -> None:
    marks = [tile.mark for tile in strip_of(school()).tiles]
    assert len(set(marks)) == len(marks) == 7


def test_long_titles_are_wrapped_and_nothing_is_wider_than_the_sheet() -> None:
    title = "A finding that goes on and on, " * 12 + "x" * 400
    shown = wrapped(title, TITLE_POINTS, INNER, bold=True)
    assert len(shown) <= 4
    assert shown[-1].endswith("…")
    assert all(width_mm(line, TITLE_POINTS, bold=True) <= INNER for line in shown)
    assert fitted("short", 9, 50) == "short"


def test_letters_that_the_type_lacks_become_boxes_without_a_warning() -> None:
    picture = strip_picture([strip_of(school("学校 \x07 School"))], WORDS, "svg")
    assert "学校" in picture.alt
    assert picture.content
