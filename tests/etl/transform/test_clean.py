"""Whole rows: values in the order of the kind's columns, or every reason why there are none."""

import datetime as dt
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.kinds import APPLICATIONS, CYCLES, INITIATIVES, INSTITUTIONS, NAMES, RECIPIENTS, SCHOOLS, WINNERS, Kind
from etl.transform import clean as clean_module
from etl.transform.awards import AwardName, AwardNames
from etl.transform.clean import Cleaned, Reason, cleaner
from etl.transform.clean_columns import ColumnReader, parser_of
from etl.transform.clean_text import Unfit

AWARDS = AwardNames(
    [
        AwardName("HEED", "Higher Education Excellence in Diversity Award"),
        AwardName("HP-HEED", "Health Professions HEED"),
        AwardName("OLD-PRIZE", "Campus Prize", None, 2019),
        AwardName("NEW-PRIZE", "Campus Prize", 2020, None),
    ]
)
HEADED = ("school_as_printed", "award", "year")
KNOWN = "known are HEED, HP-HEED, NEW-PRIZE, OLD-PRIZE"


def prepared(kind: Kind, *columns: str | None, **defaults: str) -> Callable[[Sequence[str]], Cleaned]:
    return cleaner(kind, columns, defaults, AWARDS, 2026)


def values_of(kind: Kind, columns: Sequence[str], cells: Sequence[str], **defaults: str) -> dict[str, object]:
    values, reasons = prepared(kind, *columns, **defaults)(cells)
    assert reasons == ()
    assert values is not None
    return dict(zip((column.name for column in kind.columns), values, strict=True))


def messages(kind: Kind, columns: Sequence[str], cells: Sequence[str], **defaults: str) -> list[str]:
    values, reasons = prepared(kind, *columns, **defaults)(cells)
    assert values is None
    return [reason.message for reason in reasons]


def test_values_stand_in_the_order_of_the_kinds_columns() -> None:
    columns = ("note", "year", None, "award", "school_as_printed", "source_url", "suspect", "state")
    cells = ("a\nb", "2023.0", "left out", "health professions HEED", " Elm  College ", "www.elm.edu", "1", "Missouri")
    assert prepared(WINNERS, *columns)(cells) == (
        (
            "Elm College",
            None,
            "MO",
            "HP-HEED",
            None,
            2023,
            "won",
            "announced",
            None,
            "https://www.elm.edu",
            None,
            True,
            "a\nb",
        ),
        (),
    )


def test_empty_cells_take_the_default_of_the_file_then_of_the_column_then_none() -> None:
    columns = ("school_as_printed", "award", "year", "outcome", "note")
    row = values_of(WINNERS, columns, ("Elm", "", "2023", "", ""), award="heed", basis="claimed")
    assert (row["award"], row["outcome"], row["basis"], row["suspect"], row["note"]) == (
        "HEED",
        "won",
        "claimed",
        False,
        None,
    )
    assert values_of(WINNERS, columns, ("Elm", "HP-HEED", "2023", "", ""), award="heed")["award"] == "HP-HEED"


@pytest.mark.parametrize("cell", ["-", "—", "n/a", "N/A", " – ", "\u200f"])
def test_what_people_write_for_nothing_is_nothing(cell: str) -> None:
    columns = (*HEADED, "parent_as_printed", "source_url", "state")
    row = values_of(WINNERS, columns, ("Elm", "HEED", "2023", cell, cell, cell))
    assert (row["parent_as_printed"], row["source_url"], row["state"]) == (None, None, None)


def test_nothing_is_not_taken_for_a_default_that_says_something() -> None:
    outcomes = "did_not_apply, drafting, not_won, planned, submitted, withdrawn, won"
    told = f"outcome 'n/a' is not one of {outcomes}; put one of these"
    assert messages(WINNERS, (*HEADED, "outcome"), ("Elm", "HEED", "2023", "n/a")) == [told]


def test_every_reason_of_a_row_is_told_not_only_the_first() -> None:
    columns = (*HEADED, "state", "outcome", "source_url", "suspect")
    values, reasons = prepared(WINNERS, *columns)(("", "Nobel", "1899", "XX", "won it", "javascript:x", "perhaps"))
    assert values is None
    assert reasons == (
        Reason(
            "school_as_printed", "",
            "school is missing; fill the cell, or give one value for the whole file with --set school_as_printed=…",
        ),
        Reason(
            "state", "XX", "state 'XX' is no state of the United States; put its two letters, such as MO, or its name"
        ),
        Reason(
            "award", "Nobel",
            f"award 'Nobel' is not the name of one award; {KNOWN}; correct it, or load a file of award names that "
            "has it",
            "award:Nobel",
        ),
        Reason("year", "1899", "year '1899' is outside 2012–2027; put the right year"),
        Reason(
            "outcome", "won it",
            "outcome 'won it' is not one of did_not_apply, drafting, not_won, planned, submitted, withdrawn, won; "
            "the closest is 'won'; put one of these",
        ),
        Reason(
            "source_url", "javascript:x",
            "source url 'javascript:x' is no address of a web page; it begins with https:// or http://",
        ),
        Reason("suspect", "perhaps", "suspect 'perhaps' is neither yes nor no; put yes or no"),
    )  # fmt: skip


def test_a_column_that_is_not_there_is_told_on_every_row_beside_all_else() -> None:
    clean = prepared(WINNERS, "school_as_printed", "year")
    remedy = "add one, or give one value for the whole file with --set award=…"
    missing = f"award is missing; the file has no column for it: {remedy}"
    assert clean(("Elm", "2023"))[1] == (Reason("award", "", missing),)
    assert [reason.column for reason in clean(("", "23"))[1]] == ["school_as_printed", "award", "year"]


def test_a_value_given_for_the_whole_file_is_told_when_it_is_wrong() -> None:
    assert messages(WINNERS, HEADED[:2], ("Elm", "HEED"), year="soon") == [
        "year 'soon' is no year; put one year of four digits, from 2012 to 2027"]  # fmt: skip


def test_an_unknown_award_waits_for_a_load_that_knows_it_and_names_the_closest() -> None:
    _, (reason,) = prepared(WINNERS, *HEADED)(("Elm", "2023 Health Profesions  HEED", "2023"))
    assert reason.waits_for == "award:2023 Health Profesions HEED"
    assert "; the closest name is 'Health Professions HEED' (HP-HEED); correct it, or load" in reason.message
    values, (reason,) = cleaner(WINNERS, HEADED, {}, AwardNames([]), 2026)(("Elm", "HEED", "2023"))
    assert (values, reason.waits_for) == (None, "award:HEED")
    assert reason.message == (
        "award 'HEED' is not known, since no awards are known yet; load the awards and their names first"
    )


def test_an_award_is_read_beside_its_year() -> None:
    clean = prepared(WINNERS, "year", "award", "school_as_printed")
    found = [clean((year, "Campus Prize", "Elm")) for year in ("2019", "2020", "2019")]
    assert [values[3] for values, _ in found if values] == ["OLD-PRIZE", "NEW-PRIZE", "OLD-PRIZE"]
    assert [reason.column for reason in clean(("soon", "Campus Prize", "Elm"))[1]] == ["award", "year"]
    assert [reason.column for reason in clean(("soon", "HEED", "Elm"))[1]] == ["year"]


def test_the_year_beside_an_award_may_be_given_for_the_whole_file() -> None:
    assert values_of(WINNERS, HEADED[:2], ("Elm", "Campus Prize"), year="2018")["award"] == "OLD-PRIZE"
    assert (
        values_of(WINNERS, ("school_as_printed", "year"), ("Elm", "2021"), award="Campus Prize")["award"] == "NEW-PRIZE"
    )
    row = values_of(WINNERS, ("school_as_printed",), ("Elm",), award="Campus Prize", year="2021")
    assert (row["award"], row["year"]) == ("NEW-PRIZE", 2021)
    row = values_of(NAMES, ("name", "scope_award", "scope_year"), ("Elm", "Campus Prize", "2018"))
    assert (row["scope_award"], row["scope_year"]) == ("OLD-PRIZE", 2018)


def test_choices_are_read_in_any_wording() -> None:
    columns = (*HEADED, "outcome", "stated_on")
    for wording, outcome in (
        ("Not Won", "not_won"),
        ("did-not-apply", "did_not_apply"),
        ("UNDER  REVIEW", "submitted"),
    ):
        row = values_of(APPLICATIONS, columns, ("Elm", "HEED", "2023", wording, "6/5/2023"))
        assert (row["outcome"], row["stated_on"]) == (outcome, dt.date(2023, 6, 5))


def test_years_of_other_things_than_awards_reach_further_back() -> None:
    columns = ("unitid", "name", "edition", "latitude", "carnegie_basic_code", "hbcu")
    row = values_of(INSTITUTIONS, columns, ("178402", "Elm University", "1987", "39.03", "-2", ""))
    assert [row[name] for name in columns] == ["178402", "Elm University", 1987, 39.03, -2, None]
    assert messages(RECIPIENTS, ("award", "year", "recipients"), ("HEED", "1987", "60")) == [
        "year '1987' is outside 2012–2027; put the right year"]  # fmt: skip
    assert messages(INSTITUTIONS, columns[:3], ("178402", "Elm University", "1899")) == [
        "edition '1899' is outside 1950–2027; put the right year"]  # fmt: skip


def test_kinds_without_awards_or_with_one_column_are_cleaned_too() -> None:
    assert values_of(INITIATIVES, ("initiative",), ("Clear the Air",))["initiative"] == "Clear the Air"
    assert values_of(SCHOOLS, ("school_id", "name", "kind"), ("elm", "Elm College", "Medicine"))["kind"] == "medicine"
    assert values_of(CYCLES, ("award", "year", "held"), ("HEED", "2023", "no"))["held"] is False


def test_a_cell_of_any_length_is_told_briefly_and_kept_whole() -> None:
    cell = "x" * 20_000
    _, (reason,) = prepared(WINNERS, *HEADED)((cell, "HEED", "2023"))
    assert reason.value == cell
    assert reason.message == f"school '{'x' * 79}…' has 20,000 characters, more than the 10,000 of a cell; shorten it"


def test_marks_that_cannot_be_seen_are_spelled_out_in_a_message() -> None:
    assert messages(WINNERS, HEADED, ("Elm", "HEED", "20\u200f23x")) == [
        "year '20\\u200f23x' is no year; put one year of four digits, from 2012 to 2027"]  # fmt: skip


def test_what_is_remembered_is_forgotten_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clean_module, "REMEMBERED_TEXTS", 3)
    clean = prepared(WINNERS, *HEADED)
    schools = [f"Elm {number}" for number in (1, 2, 3, 4, 1, 5, 2, 6)]
    assert [(clean((school, "HEED", "2023"))[0] or ("",))[0] for school in schools] == schools


def naive(kind: Kind, columns: Sequence[str | None], cells: Sequence[str], defaults: dict[str, str]) -> Cleaned:
    """The same without any memory: column by column, cell by cell."""
    texts = dict(zip(columns, cells, strict=True))
    values: list[object] = []
    wrong: list[str] = []
    for column in kind.columns:
        fallback = defaults.get(column.name) or column.default
        reader = ColumnReader(column, fallback, column.name in columns, parser_of(column, 2026))
        try:
            value = reader(texts.get(column.name, ""))
            if column.parse == "award" and value is not None:
                value = AWARDS.code(str(value), naive_year(texts, defaults))
                if value is None:
                    raise Unfit("is unknown")
            values.append(value)
        except Unfit:
            wrong.append(column.name)
    return (None, tuple(wrong)) if wrong else (tuple(values), ())  # type: ignore[return-value]


def naive_year(texts: dict[str | None, str], defaults: dict[str, str]) -> int | None:
    text = (texts.get("year") or "").strip() or defaults.get("year", "")
    return int(float(text)) if text.replace(".0", "").isdigit() and 2012 <= float(text) <= 2027 else None


POOL = {
    "school_as_printed": ["Elm", "Oak\u200b  College", "", "=A1", "'=x", "12"],
    "award": ["HEED", "heed", "Campus Prize", "", "Nobel"],
    "year": ["2019", "2020.0", " 2023", "", "1899", "FY23"],
    "state": ["MO", "", "xx", "-"],
    "outcome": ["won", "Pending", "", "?"],
    "source_url": ["www.elm.edu", "", "ftp://x"],
    "suspect": ["x", "", "no", "2"],
}
rows = st.lists(
    st.fixed_dictionaries({name: st.sampled_from(cells) for name, cells in POOL.items()}), min_size=1, max_size=8
)


@given(
    rows=rows,
    columns=st.permutations([*POOL, None]).flatmap(lambda order: st.integers(0, 8).map(lambda count: order[:count])),
    defaults=st.dictionaries(
        st.sampled_from(["award", "year"]), st.sampled_from(["HEED", "Campus Prize", "2018", "2024"])
    ),
)
def test_rows_are_cleaned_as_cell_by_cell(
    rows: list[dict[str, str]], columns: list[str | None], defaults: dict[str, str]
) -> None:
    clean = cleaner(WINNERS, columns, defaults, AWARDS, 2026)
    for row in (*rows, *rows):
        cells = [row[name] if name else "beside" for name in columns]
        values, reasons = clean(cells)
        expected, wrong = naive(WINNERS, columns, cells, defaults)
        assert (values, tuple(reason.column for reason in reasons)) == (expected, wrong)
