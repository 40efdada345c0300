"""Schools: all, one, the own one, and by a piece of a name."""

import pytest
from sqlalchemy import Connection

from dashboard.queries.schools import SchoolInfo, find_schools, own_school, school, school_names, schools
from tests.dashboard.queries.seed import Seed


@pytest.fixture
def three(seed: Seed) -> Seed:
    """Three schools, one of them with all that can be known."""
    city = {"city": "Kansas City", "region": "Plains", "control": "public", "active": True}
    seed.row("institution", unitid="178402", name="University of Missouri-Kansas City", state="MO", **city)
    seed.row("institution", unitid="178402", name="An older edition", city="Elsewhere", valid_from=0, valid_to=1)
    seed.school(
        "umkc-som",
        name="UMKC School of Medicine",
        short_name="UMKC SOM",
        kind="medicine",
        institution_name="University of Missouri-Kansas City",
        unitid="178402",
        state="MO",
        former_names="Old Medicine (1971) | Older Medicine",
        note="a remark",
    )
    seed.school("adelphi", name="Adelphi University", state="NY", origin="created")
    seed.school("kcu", name="Kansas City as it was called", valid_to=2)
    seed.school("kcu", name="Kansas City University", kind="osteopathic medicine", state="MO", valid_from=2)
    return seed


UMKC = SchoolInfo(
    school_id="umkc-som",
    name="UMKC School of Medicine",
    short_name="UMKC SOM",
    kind="medicine",
    institution_name="University of Missouri-Kansas City",
    unitid="178402",
    state="MO",
    former_names=("Old Medicine (1971)", "Older Medicine"),
    note="a remark",
    origin="listed",
    city="Kansas City",
    region="Plains",
    control="public",
)


def test_one_school_with_what_the_directory_says(three: Seed, connection: Connection) -> None:
    assert school(connection, "umkc-som") == UMKC
    assert school(connection, "umkc") is None


def test_a_school_of_which_little_is_known(three: Seed, connection: Connection) -> None:
    info = school(connection, "adelphi")
    assert info is not None
    assert (info.short_name, info.former_names, info.city, info.origin) == ("Adelphi University", (), None, "created")


def test_all_schools_by_name(three: Seed, connection: Connection) -> None:
    frame = schools(connection)
    assert list(frame.columns) == [
        "school_id", "name", "short_name", "kind", "institution_name", "unitid", "state", "origin",
    ]  # fmt: skip
    assert frame["school_id"].tolist() == ["adelphi", "kcu", "umkc-som"]
    assert frame["short_name"].tolist() == ["Adelphi University", "Kansas City University", "UMKC SOM"]
    assert frame["unitid"].isna().tolist() == [True, True, False]


def test_names_in_the_order_of_names(three: Seed, connection: Connection) -> None:
    assert list(school_names(connection).items()) == [
        ("adelphi", "Adelphi University"),
        ("kcu", "Kansas City University"),
        ("umkc-som", "UMKC School of Medicine"),
    ]


def test_no_schools_make_a_frame_with_the_same_columns(connection: Connection) -> None:
    assert schools(connection).columns.tolist()[0] == "school_id"


def test_the_own_school_is_the_one_set(seed: Seed, connection: Connection) -> None:
    assert own_school(connection) == "umkc-som"
    seed.row("setting", name="own_school", value="adelphi")
    assert own_school(connection) == "adelphi"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("kansas city", ["kcu", "umkc-som"]),
        ("MEDICINE umkc", ["umkc-som"]),
        ("umkc-som", ["umkc-som"]),
        ("adelfi", ["adelphi"]),
        ("Kansas Citty University", ["kcu"]),
        ("zzzzzz", []),
        ("  ", []),
    ],
)
def test_finding_a_school(three: Seed, connection: Connection, text: str, found: list[str]) -> None:
    assert [info.school_id for info in find_schools(connection, text)] == found


def test_no_more_schools_than_asked_for(three: Seed, connection: Connection) -> None:
    assert len(find_schools(connection, "i", limit=2)) == 2
