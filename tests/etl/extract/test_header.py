"""Which row heads a table, of which kind it is, and what each heading means."""

from collections.abc import Callable
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.extract.header import folded, header_of, headers_in
from etl.extract.table import FileRefused
from etl.extract.tabular import read_tables
from etl.kinds import APPLICATIONS, CLAIMS, KINDS, NAMES, WINNERS, Kind

Write = Callable[..., Path]


@pytest.mark.parametrize(
    "printed", ["award_year", "Award Year", "  AWARD-YEAR: ", "Award Year*", "award.year", "Awárd Yeàr"]
)
def test_headings_are_matched_loosely(printed: str) -> None:
    assert folded(printed) == "award year"
    assert header_of(WINNERS, (printed,)).columns == ("year",)


def test_brackets_count_only_when_the_heading_is_not_known_with_them() -> None:
    assert header_of(WINNERS, ("School (as printed)", "State (two letters)", "Award [code]")).columns == (
        "school_as_printed", "state", "award")  # fmt: skip


def test_a_name_as_in_the_schema_goes_before_a_synonym_wherever_it_stands() -> None:
    assert header_of(WINNERS, ("School", "School as printed")).columns == (None, "school_as_printed")
    assert header_of(WINNERS, ("Year", "Award year", "Cycle")).columns == ("year", None, None)


def test_the_synonym_named_earlier_wins_and_the_other_heading_may_mean_another_column() -> None:
    assert header_of(WINNERS, ("Institution", "School")).columns == ("parent_as_printed", "school_as_printed")
    assert header_of(WINNERS, ("University", "College", "Institution")).columns == (
        "parent_as_printed",
        "school_as_printed",
        None,
    )
    assert header_of(WINNERS, ("Institution", "Award", "Year")).columns == ("school_as_printed", "award", "year")
    assert header_of(WINNERS, ("Institution", "Unit")).columns == ("parent_as_printed", "school_as_printed")


def test_a_synonym_belongs_to_the_column_of_the_kind_at_hand() -> None:
    assert header_of(CLAIMS, ("Award", "Year", "Count")).columns == ("family", "as_of_year", "n")
    assert header_of(NAMES, ("Alias", "State")).columns == ("name", "scope_state")


def test_a_very_long_text_is_no_heading() -> None:
    assert header_of(WINNERS, ("School" + " " * 200,)).columns == (None,)


@given(st.sampled_from(KINDS), st.data())
def test_no_column_has_two_headings_and_every_exact_name_is_known(kind: Kind, data: st.DataObject) -> None:
    names = [name for column in kind.columns for name in (column.name, *column.synonyms)]
    headings = data.draw(st.lists(st.sampled_from([*names, "nonsense", ""]), max_size=12))
    columns = header_of(kind, headings).columns
    found = [column for column in columns if column]
    assert len(columns) == len(headings)
    assert len(found) == len(set(found))
    assert {folded(c.name) for c in kind.columns} & {folded(h) for h in headings} <= {folded(c) for c in found}


@given(st.permutations(["School", "Institution", "State", "Award", "Award year", "Notes", "Source"]))
def test_the_order_of_the_columns_does_not_matter(headings: list[str]) -> None:
    meaning = dict(zip(headings, header_of(WINNERS, headings).columns, strict=True))
    assert meaning == {
        "School": "school_as_printed", "Institution": "parent_as_printed", "State": "state", "Award": "award",
        "Award year": "year", "Notes": "note", "Source": "source_id",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("headings", "kind"),
    [
        ("School,Award,Year", "winners"),
        ("Winner,State,Award name,Award year", "winners"),
        ("School,Year,URL", "winners"),
        ("Award,Cycle,Status,Owner", "applications"),
        ("School,Award,Year,Status,Submitted on", "applications"),
        ("School,Award,Claim,N,As of", "claims"),
        ("School ID,Initiative name,Category,Year", "initiatives"),
        ("Award,Year,Held,Deadline", "cycles"),
        ("Award,Year,Recipients,Source", "recipients"),
        ("School_ID,Name,Kind,UNITID", "schools"),
        ("Alias,School ID,Verdict,Reason", "names"),
        ("UNITID,Institution name,Control,State", "institutions"),
        ("Peer group,School,Why", "peers"),
        ("Source ID,Title,URL,Kind,Published", "sources"),
        ("Award code,Name,Family,Role", "awards"),
        ("Award,Name,From year,To year", "award_names"),
    ],
)
def test_the_kind_is_told_by_the_columns(write: Write, headings: str, kind: str) -> None:
    (table,) = read_tables(write(headings + "\n"))
    assert table.kind is not None
    assert table.kind.name == kind
    assert table.unknown == ()


def test_every_kind_knows_a_file_of_all_its_own_columns() -> None:
    for kind in KINDS:
        (header,) = headers_in([[column.name for column in kind.columns]], None, ())
        assert header.kind is kind
        assert header.score == (len(kind.columns), len(kind.columns))


def test_an_unknown_heading_is_told_as_printed_and_its_cells_stay(write: Write) -> None:
    (table,) = read_tables(write("School,Award, Mascot ,,Year\nElm College,HEED,Owl,x,2023\n"))
    assert table.headers == ("School", "Award", "Mascot", "", "Year")
    assert table.columns == ("school_as_printed", "award", None, None, "year")
    assert table.unknown == ("Mascot", "(column 4, no heading)")
    assert [row.cells for row in table.rows] == [("Elm College", "HEED", "Owl", "x", "2023")]


def test_columns_given_for_the_whole_file_count_as_there(write: Write) -> None:
    path = write("School,State\nElm College,MO\n")
    with pytest.raises(FileRefused):
        read_tables(path)
    (table,) = read_tables(path, defaults={"award": "HEED", "year": "2023"})
    assert (table.kind, table.columns) == (WINNERS, ("school_as_printed", "state"))


def test_a_kind_that_is_named_needs_fewer_columns(write: Write) -> None:
    path = write("Program\nMentors\n")
    with pytest.raises(FileRefused):
        read_tables(path)
    (table,) = read_tables(path, kind="initiatives")
    assert table.columns == ("initiative",)


def test_nothing_recognised_names_the_nearest_kind_and_what_it_lacks(write: Write) -> None:
    with pytest.raises(FileRefused) as caught:
        read_tables(write("School,Town\nElm College,Elmton\n"))
    assert str(caught.value) == (
        "winners.csv: no kind of file is recognised by the columns in the first 30 rows: 'School | Town'. Nearest is "
        "winners (winner list), which lacks year: add the column, or give one value for the whole file with "
        "--set year=…, or name the kind with --kind"
    )


def test_no_known_heading_at_all_lists_the_kinds(write: Write) -> None:
    with pytest.raises(FileRefused) as caught:
        read_tables(write("Foo;Bar\n1;2\n"))
    assert str(caught.value) == (
        "winners.csv: no kind of file is recognised by the columns in the first 30 rows: 'Foo | Bar'. Head the columns "
        "(a winner list: school, award, year), or say with --kind what it is: institutions, awards, award_names, "
        "schools, names, cycles, sources, recipients, winners, applications, claims, initiatives, peers"
    )


def test_a_named_kind_without_any_of_its_headings_lists_its_columns(write: Write) -> None:
    with pytest.raises(FileRefused) as caught:
        read_tables(write("Foo,Bar\n1,2\n"), kind="recipients")
    assert str(caught.value) == (
        "winners.csv: no heading of a recipients file (printed numbers of recipients) was found in the first 30 rows: "
        "'Foo | Bar'. Known columns are award, year, recipients, source_id, source_url, note"
    )


def test_two_kinds_that_fit_equally_well_are_a_question(write: Write) -> None:
    with pytest.raises(FileRefused) as caught:
        read_tables(write("School,Program,Year\nElm College,Mentors,2023\n"))
    assert str(caught.value) == (
        "winners.csv: its columns fit initiatives and winners equally well: 'School | Program | Year'. "
        "Say which with --kind initiatives or --kind winners"
    )
    (table,) = read_tables(write("School,Program,Year\nElm College,HEED,2023\n"), kind="winners")
    assert table.columns == ("school_as_printed", "award", "year")


@pytest.mark.parametrize("outcomes", [("Won",), ("winner", "", "Awarded")])
def test_a_list_in_which_everybody_won_is_a_winner_list(write: Write, outcomes: tuple[str, ...]) -> None:
    rows = "".join(f"Elm College,HEED,{2020 + n},{outcome}\n" for n, outcome in enumerate(outcomes))
    (table,) = read_tables(write("School,Award,Year,Outcome\n" + rows))
    assert table.kind is WINNERS
    assert table.notices[0].endswith("if it is the office's own application log, load it with --kind applications")


def test_a_list_with_another_outcome_is_an_application_log(write: Write) -> None:
    content = "School,Award,Year,Outcome\nElm College,HEED,2020,won\nElm College,HEED,2021,not awarded\n"
    (table,) = read_tables(write(content))
    assert table.kind is APPLICATIONS
    assert table.notices[0].endswith("if it is a winner list, load it with --kind winners")


def test_without_any_outcome_a_winner_list_and_a_log_are_a_question(write: Write) -> None:
    with pytest.raises(FileRefused, match="applications and winners equally well"):
        read_tables(write("School,Award,Year,Outcome\nElm College,HEED,2020,\n"))


def test_the_heading_is_found_under_titles_and_they_are_told(write: Write) -> None:
    content = "HEED Award winners,,\n\nas of,June 2024,\nSchool,Award,Year\nElm College,HEED,2023\n"
    (table,) = read_tables(write(content))
    assert table.header_line == 4
    assert table.notices == ["above the heading, not read: HEED Award winners; as of | June 2024"]
    assert [(row.place.line, row.cells) for row in table.rows] == [(5, ("Elm College", "HEED", "2023"))]


def test_a_heading_below_the_first_rows_is_not_found(write: Write) -> None:
    titles = "a title\n" * 30
    with pytest.raises(FileRefused, match="in the first 30 rows: 'a title'"):
        read_tables(write(titles + "School,Award,Year\nElm College,HEED,2023\n"))
    (table,) = read_tables(write(titles[8:] + "School,Award,Year\nElm College,HEED,2023\n"))
    assert table.header_line == 30


def test_every_order_of_a_tie_asks_the_same_question() -> None:
    for headings in permutations(["School", "Program", "Year"]):
        assert [header.kind.name for header in headers_in([headings], None, ())] == ["winners", "initiatives"]
