"""The shipped files say what the research notes say: nothing lost on the way, nothing added."""

from collections import Counter
from collections.abc import Callable, Iterable

Row = dict[str, str]
Data = Callable[[str], list[Row]]

YES_NO = {"1": "yes", "0": "no", "": ""}
FAMILIES = {"HEED-FAMILY": "HEED", "HEED": "award:HEED", "HP-HEED": "award:HP-HEED"}
NOT_PRINTED = (" (old name)", " (category not printed)")
"""Remarks of the notes on a printed award name; the notes of the rows say the same."""
FLAGS = ("hbcu", "tribal", "land_grant", "medical", "hospital", "active")


def counted(rows: Iterable[Row], *columns: str) -> Counter[tuple[str, ...]]:
    return Counter(tuple(row[column] for column in columns) for row in rows)


def test_institutions(data: Data, facts: Data) -> None:
    noted = facts("institutions")
    expected = [row | {flag: YES_NO[row[flag]] for flag in FLAGS} | {"edition": "2024"} for row in noted]
    assert sorted(data("reference/institutions"), key=lambda row: row["unitid"]) == expected


def test_schools(data: Data, facts: Data) -> None:
    assert data("reference/schools") == sorted(facts("schools"), key=lambda row: row["school_id"])


def test_observations(data: Data, facts: Data) -> None:
    noted = facts("observations")
    for row in noted:
        row["suspect"] = YES_NO[row["suspect"]]
        row["award_as_printed"] = row["award_as_printed_if_odd"]
        for remark in NOT_PRINTED:
            row["award_as_printed"] = row["award_as_printed"].removesuffix(remark)
    columns = ("source_id", "school_as_printed", "parent_as_printed", "award", "award_as_printed", "year", "basis")
    shipped = data("records/observations")
    assert counted(shipped, *columns, "suspect", "note") == counted(noted, *columns, "suspect", "note")
    assert {row["outcome"] for row in shipped} == {"won"}


def test_printed_totals(data: Data, facts: Data) -> None:
    """Every printed number of recipients, each with the page that prints it."""
    noted = [
        {"award": row["award"], "year": row["year"], "recipients": number, "source_id": source_id}
        for row in facts("cycles")
        for number, source_id in (value.split("@") for value in row["all_values"].split("|") if value)
    ]
    columns = ("award", "year", "recipients", "source_id")
    assert counted(data("records/recipients"), *columns) == counted(noted, *columns)


def test_cycles(data: Data, facts: Data) -> None:
    noted = [
        row | {"award_name": row["award_name_that_year"], "publisher": row["publisher_name_that_year"]}
        for row in facts("cycles")
    ]
    columns = ("award", "year", "award_name", "publisher")
    shipped = {(row["award"], row["year"]): row for row in data("reference/cycles")}
    assert counted(shipped.values(), *columns) == counted(noted, *columns)
    for row in noted:
        assert row["note"] in shipped[row["award"], row["year"]]["note"]
        assert row["recipients_best"] in shipped[row["award"], row["year"]]["note"]


def test_claims(data: Data, facts: Data) -> None:
    noted = [
        row | {"family": FAMILIES.get(row["award_family"], row["award_family"]), "claim": row["kind"]}
        for row in facts("claims")
    ]
    for row in noted:
        row["ambiguous"] = YES_NO[row["ambiguous"]]
    columns = ("school_id", "family", "as_of_year", "claim", "n", "counts_from", "words", "ambiguous", "source_id")
    assert counted(data("records/claims"), *columns) == counted(noted, *columns)


def test_initiatives(data: Data, facts: Data) -> None:
    noted = [row | {"initiative": row["initiative_name"]} for row in facts("initiatives")]
    columns = ("school_id", "initiative", "category", "year", "source_id")
    assert counted(data("records/initiatives"), *columns) == counted(noted, *columns)


def test_sources(data: Data, facts: Data) -> None:
    noted = [
        row | {"publisher_kind": row["kind"], "mirror": YES_NO[row["mirror"]], "published": row["published"]}
        for row in facts("sources")
    ]
    shipped = data("records/sources")
    columns = ("source_id", "url", "title", "publisher_kind", "mirror")
    assert counted(shipped, *columns) == counted(noted, *columns)
    dated = {row["source_id"]: row for row in shipped}
    for row in noted:
        day, note = dated[row["source_id"]]["published_on"], dated[row["source_id"]]["note"]
        if len(row["published"]) == len("2021-10-18"):
            assert day == row["published"]
        else:
            assert day == "" and (not row["published"] or f"published {row['published']}, day not known" in note)


def test_every_name_of_the_notes_has_its_row(data: Data, facts: Data) -> None:
    """A printed name stands in names or is a school's own."""
    known = {row["name"] for row in data("reference/names")} | {
        row["name"].replace("–", "-") for row in data("reference/schools")
    }
    noted = {row["school_as_printed"] for row in (*facts("names_gold"), *facts("name_exceptions"))}
    assert {name for name in noted if name not in known and name.replace("–", "-") not in known} == set()
