"""Peer groups and features as pages ask for them; figures recomputed from the rows themselves."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, text

from dashboard.domain.comparison import compare
from dashboard.domain.peers import distance, suggest
from dashboard.queries.peers import features, groups
from dashboard.queries.streaks import streaks
from dashboard.queries.versions import newest_version
from etl.peers import make_group
from etl.pipeline import load, undo
from tests.conftest import Fresh

GROUP = ["vtc-som", "uva-som", "vcu-medicine", "fsu-medicine"]


@pytest.fixture
def engine(fresh_small: Fresh) -> Engine:
    return fresh_small()


@pytest.fixture(scope="module")
def all_data(shipped_url: str) -> Iterator[Engine]:
    """The shipped data, which no test here changes."""
    engine = create_engine(shipped_url)
    yield engine
    engine.dispose()


def test_a_group_says_who_froze_it_when_and_why(engine: Engine) -> None:
    load_id = make_group(engine, "Like us", GROUP, "medical schools like ours", by="a dean")
    with engine.connect() as connection:
        (group,) = groups(connection)
    assert (group.name, group.reason, group.school_ids) == ("Like us", "medical schools like ours", tuple(GROUP))
    assert (group.made_by, group.load_id, group.unresolved, group.notices) == ("a dean", load_id, (), ())
    assert group.frozen_on == group.made_at.date()
    assert group.as_json()["schools"] == GROUP


def test_groups_of_a_file_with_names_that_wait(engine: Engine, tmp_path: Path) -> None:
    file = tmp_path / "peers.csv"
    file.write_text(
        "group_name,school_id,school_as_printed,parent_as_printed,reason,frozen_on\n"
        "B,geisel,,,near,2024-02-29\nB,,Qzxv Academy,Qzxv University,far,2024-02-29\nB,uva-som,,,near,\n"
        "A,geisel,,,,2020-01-01\nA,ghost,,,,2020-01-01\n"
    )
    load(engine, [file], by="tests")
    with engine.connect() as connection:
        first, second = groups(connection)
    assert (first.name, first.school_ids, first.unresolved, first.reason) == ("A", ("geisel",), ("ghost",), "")
    assert (str(first.frozen_on), str(second.frozen_on)) == ("2020-01-01", "2024-02-29")
    assert (second.school_ids, second.unresolved) == (("geisel", "uva-som"), ("Qzxv Academy, Qzxv University",))
    assert second.reason == "near; far"
    assert "peer group 'A' has one school" in first.notices[0]
    assert not any("'A'" in notice for notice in second.notices)


def test_an_earlier_data_version_has_the_groups_it_had(engine: Engine) -> None:
    with engine.connect() as connection:
        empty = newest_version(connection)
    load_id = make_group(engine, "Like us", GROUP, "why")
    undo(engine, load_id, by="tests")
    with engine.connect() as connection:
        assert groups(connection) == groups(connection, empty) == []
        assert [group.load_id for group in groups(connection, empty + 1)] == [load_id]


def test_features_are_those_of_the_directory(all_data: Engine) -> None:
    with all_data.connect() as connection:
        known = {school.school_id: school for school in features(connection)}
        n_schools = connection.execute(text("SELECT count(*) FROM school WHERE valid_to IS NULL")).scalar_one()
    own = known["umkc-som"]
    assert len(known) == n_schools
    assert (own.control, own.size, own.region, own.urbanicity) == ("Public", "10,000 - 19,999", "Plains", "City: Large")
    assert (own.medical, own.sector, own.standing) == ("granted", "Public, four or more years", "")
    assert own.carnegie == "Doctoral Universities: Higher Research Activity"


def test_a_distance_recomputed_by_hand(all_data: Engine) -> None:
    """Arizona: Phoenix differs in size by one of four steps, in Carnegie class and in region."""
    with all_data.connect() as connection:
        everyone = features(connection)
    known = {school.school_id: school for school in everyone}
    own, other = known["umkc-som"], known["arizona-phoenix-medicine"]
    assert distance(own, other) == pytest.approx((0 + 1 / 4 + 1 + 1 + 0 + 0 + 0) / 7)
    found = suggest(own, everyone)
    medical = [school for school in everyone if school.kind == "medicine" and school.school_id != "umkc-som"]
    assert found.n_measured + len(found.unmeasured) == len(medical)
    assert {peer.school.kind for peer in found.peers} == {"medicine"}


def test_a_comparison_recomputed_from_the_rows(all_data: Engine) -> None:
    first, last = 2014, 2023
    with all_data.connect() as connection:
        everyone = streaks(connection, "HEED", as_of=last, school_ids=["umkc-som", *GROUP])
        query = text(
            "SELECT school_id, year, status FROM year_status WHERE valid_to IS NULL AND family = 'HEED' "
            "AND year BETWEEN :first AND :last"
        )
        rows = connection.execute(query, {"first": first, "last": last}).all()
    own = next(one for one in everyone if one.school_id == "umkc-som")
    found = compare(own, everyone, first, last)
    won = {key: {r.year for r in rows if r.school_id == key and r.status == "won"} for key in ("umkc-som", *GROUP)}
    decided = {
        key: {r.year for r in rows if r.school_id == key and r.status in ("won", "not_won", "did_not_apply")}
        for key in won
    }
    assert {one.school_id: one.wins for one in found.own_first} == {key: len(years) for key, years in won.items()}
    assert {one.school_id: one.undecided for one in found.own_first} == {
        key: 10 - len(years) for key, years in decided.items()
    }
    ahead = sum(len(years) > len(won["umkc-som"]) for years in won.values())
    level = sum(len(years) == len(won["umkc-som"]) for years in won.values())
    assert (found.own.first_place, found.own.last_place) == (ahead + 1, ahead + level)
    for share in found.shares():
        assert share.won == sum(share.year in won[key] for key in GROUP)
        assert share.decided == sum(share.year in decided[key] for key in GROUP)
    assert sum(map(len, won.values())) > 10
    for one in found.own_first:  # a span that begins with the family has the longest run that the streaks tell
        whole = compare(one.streaks, everyone, 2012, last).own
        assert whole.longest == one.streaks.longest
