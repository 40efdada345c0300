"""Single cells: what is a value, and what is told about one that is not."""

import datetime as dt
import math
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.transform import clean_days, clean_numbers, clean_text, clean_web
from etl.transform.clean_text import Unfit


def unfit(read: Callable[[str], object], text: str) -> str:
    with pytest.raises(Unfit) as caught:
        read(text)
    return str(caught.value)


def award_year(text: str) -> int:
    return clean_numbers.year(text, 2012, 2027)


def day(text: str) -> dt.date:
    return clean_days.day(text, 2026)


@pytest.mark.parametrize(
    ("text", "year"), [("2023", 2023), (" 2012 ", 2012), ("2027", 2027), ("2023.0", 2023), ("2023.00", 2023)]
)
def test_years(text: str, year: int) -> None:
    assert award_year(text) == year


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("twenty", "is no year; put one year of four digits, from 2012 to 2027"),
        ("23", "is no year; put one year of four digits, from 2012 to 2027"),
        ("20233", "is no year; put one year of four digits, from 2012 to 2027"),
        ("2023.5", "is no year; put one year of four digits, from 2012 to 2027"),
        ("2,023", "is no year; put one year of four digits, from 2012 to 2027"),
        ("-2023", "is no year; put one year of four digits, from 2012 to 2027"),
        ("٢٠٢٣", "is no year; put one year of four digits, from 2012 to 2027"),
        ("1899", "is outside 2012–2027; put the right year"),
        ("2011", "is outside 2012–2027; put the right year"),
        ("2028", "is outside 2012–2027; put the right year"),
        ("2099", "is outside 2012–2027; put the right year"),
        ("2023-24", "may mean either of two years; put the award year alone, such as 2023"),
        ("2023–2024", "may mean either of two years; put the award year alone, such as 2023"),
        ("2022/23", "may mean either of two years; put the award year alone, such as 2023"),
        ("FY23", "may mean either of two years; put the award year alone, such as 2023"),
        ("AY 2023", "may mean either of two years; put the award year alone, such as 2023"),
        ("2023-06-05", "is a date; put the award year alone, which need not be the year of the page"),
        ("6/5/2023", "is a date; put the award year alone, which need not be the year of the page"),
    ],
)
def test_what_is_no_year(text: str, told: str) -> None:
    assert unfit(award_year, text) == told


@pytest.mark.parametrize(
    ("text", "number"), [("62", 62), ("62.0", 62), ("62.", 62), ("-2", -2), ("+7", 7), ("1,234", 1234), ("007", 7)]
)
def test_whole_numbers(text: str, number: int) -> None:
    assert clean_numbers.whole(text) == number


@pytest.mark.parametrize("text", ["62.5", "about 60", "1,23", "12,34", "6 2", "1e3", "٦٢", "--2", "9" * 16])
def test_what_is_no_whole_number(text: str) -> None:
    assert unfit(clean_numbers.whole, text) == "is no whole number; put digits alone, such as 62"


@pytest.mark.parametrize(
    ("text", "number"), [("39.08", 39.08), ("-94.58", -94.58), ("7", 7.0), ("1,234.5", 1234.5), ("1e3", 1000.0)]
)
def test_decimals(text: str, number: float) -> None:
    assert clean_numbers.decimal(text) == number


@pytest.mark.parametrize("text", ["nan", "inf", "-Infinity", "39,08", "1_000", "north", "1.2.3"])
def test_what_is_no_decimal(text: str) -> None:
    assert unfit(clean_numbers.decimal, text) == "is no number; put digits with a decimal point, such as 39.08"


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_every_number_as_python_writes_it_is_read(number: float) -> None:
    assert math.isclose(clean_numbers.decimal(repr(number)), number, rel_tol=0)


def test_yes_and_no() -> None:
    assert [clean_numbers.yes_no(text) for text in ("yes", "Y", "TRUE", "1", "1.0", " x ", "X")] == [True] * 7
    assert [clean_numbers.yes_no(text) for text in ("no", "N", "False", "0", "0.0")] == [False] * 5
    for text in ("maybe", "2", "yes and no", "?"):
        assert unfit(clean_numbers.yes_no, text) == "is neither yes nor no; put yes or no"


@pytest.mark.parametrize(
    "text",
    [
        "2023-06-05", "2023-6-5", "2023-06-05 00:00:00", "2023-06-05T14:30", "2023-06-05T14:30:01.5Z",
        "6/5/2023", "06/05/2023", "6/5/2023 2:30 PM", "June 5, 2023", "june 5 2023",
        "Jun. 5th, 2023", "5 June 2023", "5th Jun 2023",
    ],
)  # fmt: skip
def test_days(text: str) -> None:
    assert day(text) == dt.date(2023, 6, 5)


def test_the_short_name_of_september_has_two_spellings() -> None:
    assert day("Sept. 3, 2023") == day("Sep 3, 2023") == day("September 3, 2023") == dt.date(2023, 9, 3)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2023-02-30", "is a day that there is not (read as month/day/year if it has slashes); put it as 2023-06-30"),
        ("13/4/2023", "is a day that there is not (read as month/day/year if it has slashes); put it as 2023-06-30"),
        ("Juli 5, 2023", "is a day that there is not (read as month/day/year if it has slashes); put it as 2023-06-30"),
        ("6/5/23", "can be read as more than one day; put it as 2023-06-30"),
        ("31.12.2023", "is not read in this form; put it as 2023-06-30"),
        ("05.06.2023", "can be read as more than one day; put it as 2023-06-30"),
        ("05-06-2023", "can be read as more than one day; put it as 2023-06-30"),
        ("2023/06/05", "can be read as more than one day; put it as 2023-06-30"),
        ("2023", "is no day; put it as 2023-06-30"),
        ("June 2023", "is no day; put it as 2023-06-30"),
        ("soon", "is no day; put it as 2023-06-30"),
        ("45082", "is a spreadsheet's inner number of a day; format the column as a date, or put it as 2023-06-30"),
        ("1899-12-30", "is outside the years 1950–2036; put it as 2023-06-30"),
        ("2099-01-01", "is outside the years 1950–2036; put it as 2023-06-30"),
    ],
)
def test_what_is_no_day(text: str, told: str) -> None:
    assert unfit(day, text) == told


@given(st.dates(dt.date(1950, 1, 1), dt.date(2036, 12, 31)))
def test_every_day_is_read_in_each_form(date: dt.date) -> None:
    forms = (
        date.isoformat(),
        f"{date.month}/{date.day}/{date.year}",
        f"{date:%B} {date.day}, {date.year}",
        f"{date:%d %b %Y}",
    )
    assert {day(form) for form in forms} == {date}


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("https://dental.ufl.edu/news?id=1&x=2#top", "https://dental.ufl.edu/news?id=1&x=2#top"),
        ("http://example.edu", "http://example.edu"),
        ("HTTPS://Example.edu/A", "https://Example.edu/A"),
        (" www.example.edu/news ", "https://www.example.edu/news"),
        ("WWW.Example.edu", "https://WWW.Example.edu"),
        ("https://example.edu:8080/", "https://example.edu:8080/"),
        ("https://universität.example/ä", "https://universität.example/ä"),
        (
            "https://web.archive.org/web/2019/http://example.edu/",
            "https://web.archive.org/web/2019/http://example.edu/",
        ),
    ],
)
def test_addresses(text: str, url: str) -> None:
    assert clean_web.url(text) == url


@pytest.mark.parametrize(
    "text",
    ["javascript:alert(1)", "JaVaScRiPt://example.edu/%0aalert(1)", "data:text/html,x", "file:///etc/passwd", "ftp://example.edu/x",
     "mailto:dean@example.edu", "example.edu/news", "see the page", "//example.edu/x", "http:/example.edu"],
)  # fmt: skip
def test_addresses_of_other_schemes_are_refused(text: str) -> None:
    assert unfit(clean_web.url, text) == "is no address of a web page; it begins with https:// or http://"


@pytest.mark.parametrize(
    "text",
    ["https://", "https:///news", "https://localhost/x", "https://a.edu https://b.edu", "https://user:word@example.edu/",
     "http://[::1",
     "https://example.edu:99999/", "https://exam ple.edu/", "https://example..edu/", "http://user@example.edu/"],
)  # fmt: skip
def test_what_is_not_one_whole_address(text: str) -> None:
    assert (
        unfit(clean_web.url, text) == "is not one whole address of a web page; copy it from the browser, one in a cell"
    )


def test_control_characters_do_not_hide_a_scheme() -> None:
    assert unfit(clean_web.url, "java\tscript:alert(1)").startswith("is no address of a web page")
    assert clean_web.url("ht\u200btps://example.edu/") == "https://example.edu/"


def test_an_address_that_is_too_long_is_refused() -> None:
    assert unfit(clean_web.url, "https://example.edu/" + "x" * 1981).startswith(
        "has 2,001 characters, more than the 2,000"
    )


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("MO", "MO"), ("mo", "MO"), ("Missouri", "MO"), ("new  york", "NY"), ("D.C.", "DC"),
        ("District of Columbia", "DC"),
        ("Washington, D.C.", "DC"), ("Washington DC", "DC"), ("Washington", "WA"), ("PR", "PR"), ("Puerto Rico", "PR"),
        ("GU", "GU"),
        ("Kansas City, MO", "MO"), ("St. Louis, Missouri", "MO"), ("N.Y.", "NY"), ("U.S. Virgin Islands", "VI"),
        ("PW", "PW"),
    ],
)  # fmt: skip
def test_states(text: str, state: str) -> None:
    assert clean_web.state(text) == state


@pytest.mark.parametrize("text", ["XX", "Ontario", "M", "MOO", "Missouri!?x", "Kansas City", "MO, USA", "12"])
def test_what_is_no_state(text: str) -> None:
    told = "is no state of the United States; put its two letters, such as MO, or its name"
    assert unfit(clean_web.state, text) == told


def test_there_are_fifty_states_the_district_and_eight_more() -> None:
    assert len(clean_web.CODES) == 59


def test_unitids() -> None:
    assert [clean_numbers.unitid(text) for text in ("178402", " 178402.0 ", "001234")] == ["178402", "178402", "001234"]
    for text in ("17840", "1784020", "178402.5", "abc", "UMKC 178402", "178,402", "１７８４０２"):
        assert unfit(clean_numbers.unitid, text).startswith("is no IPEDS UNITID; it has six digits, such as 178402")


def test_codes_are_kept_as_they_are() -> None:
    assert [clean_text.code(text) for text in ("s0001", "0007", " umkc-som ", "a\u200bb")] == [
        "s0001",
        "0007",
        "umkc-som",
        "ab",
    ]
    assert (
        unfit(clean_text.code, "x" * 201) == "has 201 characters, more than the 200 of a code; is it the right column?"
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "University of Missouri – Kansas City  School\tof\nMedicine",
            "University of Missouri – Kansas City School of Medicine",
        ),
        ("O’Neill “School” of Law", "O’Neill “School” of Law"),
        ('The "Walk" School', 'The "Walk" School'),
        ("\u200fUMKC\u200e School\u202e of\u202c Medicine\ufeff", "UMKC School of Medicine"),
        ("El\u00adm\u200b Col\u2060lege", "Elm College"),
        ("A\x00sh\x07 College\x1b", "Ash College"),
        ("Elm\u00a0College\u2028of\u3000Law", "Elm College of Law"),
        ("Universite\u0301 Laval", "Université Laval"),
        ("大学 School", "大学 School"),
        ("3M School", "3M School"),
    ],
)
def test_a_name_keeps_its_print_without_what_cannot_be_seen(text: str, name: str) -> None:
    assert clean_text.printed_name(text) == name


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("=SUM(A1:A3)", "is a formula, not a name; put the value itself"),
        ('Elm" College', 'has a quotation mark (") without its other half; take it out, or put the other half'),
        ("2023", "has no letter; put the name as the source prints it"),
        ("?!", "has no letter; put the name as the source prints it"),
    ],
)
def test_what_is_no_name(text: str, told: str) -> None:
    assert unfit(clean_text.printed_name, text) == told


@given(st.text())
def test_a_name_once_cleaned_stays_as_it_is_and_shows_all_of_itself(text: str) -> None:
    once = clean_text.one_line(text)
    assert clean_text.one_line(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert not {unicodedata.category(character) for character in once} & {"Cc", "Cf", "Cs", "Zl", "Zp"}
    assert "  " not in once
    assert once == once.strip()


@given(st.text())
def test_free_text_keeps_its_lines_and_nothing_unseen(text: str) -> None:
    once = clean_text.free_text(text)
    assert clean_text.free_text(once) == once
    assert "\n\n" not in once
    assert [" ".join(line.split()) for line in once.split("\n")] == once.split("\n")
    assert "".join(once.split()) == "".join(clean_text.visible(text).split())


@pytest.mark.parametrize(
    ("cell", "text"),
    [("'=1+1", "=1+1"), ("'+1", "+1"), ("'-Elm", "-Elm"), ("'@elm", "@elm"), ("'Elm", "'Elm"), ("'", "'"),
     ("' =1", "' =1"),
     ('="00123"', "00123"), ('=""', ""), ("  Elm ", "Elm"), ("=1+1", "=1+1")],
)  # fmt: skip
def test_what_stands_around_a_cell_for_spreadsheets_is_taken_off(cell: str, text: str) -> None:
    assert clean_text.unescaped(cell) == text


def test_errors_of_formulas_and_cells_that_are_too_long_are_no_values() -> None:
    assert (
        unfit(clean_text.unescaped, "#REF!") == "is the error of a formula; mend the formula, or put the value itself"
    )
    assert (
        unfit(clean_text.unescaped, "x" * 10_001) == "has 10,001 characters, more than the 10,000 of a cell; shorten it"
    )
    assert clean_text.unescaped("x" * 10_000) == "x" * 10_000


@given(st.from_regex(clean_web.PLAIN, fullmatch=True))
def test_an_address_in_the_usual_form_stays_as_it_is(text: str) -> None:
    assert clean_web.url(clean_text.unescaped(text)) == text
