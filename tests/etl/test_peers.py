"""Peer groups made by hand: frozen, signed, taken away by undo, and never half made."""

import json
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from etl.peers import make_group
from etl.pipeline import load, rebuild, set_own_school, undo
from etl.report import NotPossible
from tests.conftest import Fresh

THREE = ["vtc-som", "uva-som", "geisel"]


@pytest.fixture
def engine(fresh_small: Fresh) -> Engine:
    return fresh_small()


def members(engine: Engine, name: str = "Like us") -> list[str | None]:
    query = text("SELECT bound_school_id FROM peer_member WHERE valid_to IS NULL AND group_name = :name ORDER BY line")
    with engine.connect() as connection:
        return list(connection.execute(query, {"name": name}).scalars())


def notices(engine: Engine, load_id: int) -> list[str]:
    with engine.connect() as connection:
        found = connection.execute(text("SELECT notices FROM load WHERE load_id = :id"), {"id": load_id}).scalar_one()
    return list(found if isinstance(found, list) else json.loads(found))


def test_a_group_is_a_load_that_says_who_when_and_why(engine: Engine) -> None:
    load_id = make_group(engine, "  Like \u200bus ", [*THREE, " uva-som "], "medical schools\nlike ours", by="a dean")
    assert members(engine) == THREE
    query = text(
        "SELECT v.change, v.made_by, v.note, f.kind, f.name, l.rows_new FROM load l JOIN file f USING (file_id) "
        "JOIN data_version v ON v.version = l.version WHERE l.load_id = :id"
    )
    with engine.connect() as connection:
        (row,) = connection.execute(query, {"id": load_id}).all()
        said = connection.execute(text("SELECT DISTINCT reason, decision, frozen_on IS NULL FROM peer_member")).all()
    assert tuple(row) == ("peer group", "a dean", "peer group 'Like us'", "peers", "peer group: Like us", 3)
    assert [tuple(one) for one in said] == [("medical schools like ours", "accepted", False)]
    assert notices(engine, load_id) == []
    assert rebuild(engine, by="tests") == 0


def test_undo_takes_a_group_away_and_it_can_be_made_again(engine: Engine) -> None:
    undo(engine, make_group(engine, "Like us", THREE, "first"), by="tests")
    assert members(engine) == []
    make_group(engine, "Like us", THREE[:2], "second")
    assert members(engine) == THREE[:2]
    assert rebuild(engine, by="tests") == 0


@pytest.mark.parametrize(
    ("name", "schools", "reason", "message"),
    [
        (" \n", THREE, "why", "a peer group needs a name"),
        ("-", THREE, "why", "'-' has no letter"),
        ("=1+1", THREE, "why", "is a formula"),
        ("x" * 81, THREE, "why", "the name has 81 characters; at most 80 fit"),
        ("Like us", THREE, " ", "needs a reason"),
        ("Like us", [], "why", "needs at least 2 schools besides the own one, and this has 0"),
        ("Like us", ["geisel", "geisel", ""], "why", "and this has 1"),
        ("Like us", ["geisel", "umkc-som"], "why", "and this has 1"),
        ("Like us", [*THREE, "nobody", "ghost"], "why", "not known: ghost, nobody; `awards schools TEXT`"),
    ],
)
def test_what_cannot_be_a_group_changes_nothing(
    engine: Engine, name: str, schools: list[str], reason: str, message: str
) -> None:
    query = text("SELECT (SELECT max(version) FROM data_version), (SELECT count(*) FROM peer_member)")
    with engine.connect() as connection:
        before = connection.execute(query).one()
    with pytest.raises(NotPossible, match=message):
        make_group(engine, name, schools, reason, own="umkc-som")
    with engine.connect() as connection:
        assert connection.execute(query).one() == before


def test_groups_are_frozen(engine: Engine) -> None:
    load_id = make_group(engine, "Like us", THREE, "why")
    with pytest.raises(NotPossible, match=rf"already, and groups are frozen; .*undo load {load_id}"):
        make_group(engine, "LIKE  US", THREE, "why")
    assert members(engine) == THREE


def test_the_own_school_in_a_group_is_told(engine: Engine) -> None:
    set_own_school(engine, "geisel", by="tests")
    load_id = make_group(engine, "Like us", THREE, "why")
    assert members(engine) == THREE
    assert notices(engine, load_id) == [
        "peer group 'Like us' holds the own school geisel; it is never compared with itself"
    ]


@pytest.mark.parametrize("fate", ["merged_into_unitid = '100654'", "active = FALSE"])
def test_a_merged_or_closed_institution_is_told_and_taken(engine: Engine, fate: str) -> None:
    with engine.begin() as connection:
        connection.execute(text(f"UPDATE institution SET {fate} WHERE unitid = '178402'"))
    load_id = make_group(engine, "Like us", ["umkc-som", *THREE], "why")
    assert members(engine) == ["umkc-som", *THREE]
    assert notices(engine, load_id) == ["peer group 'Like us' holds schools of closed or merged institutions: umkc-som"]


def test_a_file_with_groups_of_too_few_schools_is_taken_and_told(engine: Engine, tmp_path: Path) -> None:
    file = tmp_path / "peers.csv"
    file.write_text(
        "group_name,school_id,school_as_printed,reason,frozen_on\n"
        "Lonely,geisel,,why,2024-02-29\nNobody,,Qzxv Academy,why,\nLike us,uva-som,,why,\nLike us,vtc-som,,why,\n"
    )
    (report,) = load(engine, [file], by="tests").files
    assert (report.new, report.refused, report.unresolved) == (4, 0, 1)
    assert report.notices == [
        "peer group 'Lonely' has one school that is known besides the own one; a position in it says little",
        "peer group 'Nobody' has no school that is known besides the own one; a position in it says little",
    ]
    assert members(engine) == ["uva-som", "vtc-som"]
    assert report.load_id is not None
    undo(engine, report.load_id, by="tests")
    assert members(engine) == members(engine, "Lonely") == []


def test_a_file_that_adds_to_a_group_made_by_hand_is_told(engine: Engine, tmp_path: Path) -> None:
    make_group(engine, "Like us", THREE, "why")
    file = tmp_path / "peers.csv"
    file.write_text("group_name,school_id,frozen_on\nLike us,uva-som,\nLike us,vcu-medicine,\n")
    (report,) = load(engine, [file], by="tests").files
    assert report.notices == ["peer group 'Like us' is in another file too; its schools are taken together"]
