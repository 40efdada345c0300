"""Peers: a comparison, its empty states, and groups that are made and taken away, over invented schools."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from etl.database import engine_for
from etl.peers import make_group
from etl.pipeline import load

Page = Callable[..., Any]
OWN = "alive-med"


@pytest.fixture
def changing(own_database: Path, page_there: Page) -> Page:
    """Opens pages over a copy of the invented data, which a test may change."""
    return page_there


@pytest.fixture
def group(own_database: Path) -> int:
    """A group of three invented schools."""
    engine = engine_for(f"sqlite:///{own_database}")
    load_id = make_group(engine, "Neighbours", ["open-law", "broken-univ", "counted-univ"], "near by", by="a dean")
    engine.dispose()
    return load_id


def text_input(screen: Any, label: str) -> Any:
    return next(one for one in screen.app.text_input if one.label == label)


def press(screen: Any, label: str) -> None:
    next(button for button in screen.app.button if button.label == label).click().run()
    assert not screen.app.exception


def test_without_a_group_the_page_says_how_to_make_one(page: Page) -> None:
    screen = page("peers", school=OWN)
    assert screen.answer == "No schools to compare with yet"
    assert "awards load peers.csv" in screen.seen.text
    assert "No other school of kind “medicine” is known here." in screen.seen.text


def test_hand_picked_schools_are_compared(page: Page) -> None:
    screen = page("peers", school=OWN, **{"with": ["open-law", "broken-univ"]})
    assert screen.answer == "3 known wins in 2018–2023: 1st of 3 schools"
    assert "All 3 schools have undecided years" in screen.seen.text
    strips = screen.rows("Alive Medicine, then the group")
    assert [row[0] for row in strips] == [
        "Alive School of Medicine this school, medicine, MO",
        "Open School of Law law, KS",
        "Broken University institution, MO",
    ]
    places = screen.rows("Places by known wins")
    assert places[0] == ["Alive Medicine", "1st", "1st–3rd", "3", "0", "2", "2019", "2 (2022–2023)", "Star 2023"]
    assert [row[1] for row in places] == ["1st", "2nd", "3rd"]


def test_a_span_of_years_narrows_everything(page: Page) -> None:
    screen = page("peers", school=OWN, **{"with": ["open-law", "broken-univ"], "from": "2019", "to": "2021"})
    assert screen.answer == "1 known win in 2019–2021: 2nd–3rd of 3 schools"
    assert [row[3] for row in screen.rows("Places by known wins")] == ["1", "2", "1"]
    turned = page("peers", school=OWN, **{"with": ["open-law", "broken-univ"], "from": "2021", "to": "2019"})
    assert turned.answer == screen.answer


def test_a_span_in_which_nothing_was_held(page: Page) -> None:
    screen = page("peers", school="open-law", **{"with": "broken-univ", "from": "2020", "to": "2020"})
    assert screen.answer == "No HEED cycle was held in 2020"
    assert "its years run from 2018 to 2020" in screen.seen.text or "2018 to 2023" in screen.seen.text


def test_what_changed_and_the_shares(page: Page) -> None:
    screen = page("peers", school=OWN, shares="true", cumulative="true", **{"with": ["open-law", "broken-univ"]})
    assert "What changed in 2023 since 2022" in screen.seen.headings
    assert "Alive School of Medicine: 2 in a row through 2023" in screen.seen.text
    shares = screen.rows("Schools of the group by award year")
    assert shares[3] == ["2021", "2", "0", "0", "2", "100%"]
    assert shares[4] == ["2022", "0", "1", "1", "2", "0–50%"]
    assert shares[2] == ["2020", "", "", "", "2", "no award held"]
    sums = screen.rows("Known wins added up")
    assert sums[0] == ["Alive Medicine", "0 ?", "1", "1", "1 ?", "2", "3"]


def test_a_group_is_what_the_page_opens_with(changing: Page, group: int) -> None:
    screen = changing("peers", school=OWN)
    assert screen.answer == "3 known wins in 2018–2023: 1st of 4 schools"
    assert "peer group “Neighbours”" in screen.seen.text
    (row,) = screen.rows("Peer groups, the oldest first")
    assert (row[0], row[1], row[3], row[5]) == ("Neighbours", "3", "near by", str(group))
    assert row[4].startswith("a dean, ")
    alone = changing("peers", school=OWN, group="-")
    assert alone.answer == "No schools chosen to compare with"


def test_the_school_itself_in_the_group_is_left_out_and_told(changing: Page, group: int) -> None:
    screen = changing("peers", school="open-law", group="Neighbours")
    assert screen.answer.endswith("of 3 schools")
    assert "The school itself is in the group; it is left out of the comparison." in screen.seen.text


def test_the_school_itself_alone_is_told_to_be_left_out(page: Page) -> None:
    screen = page("peers", school=OWN, **{"with": [OWN, OWN]})
    assert screen.answer == "No schools to compare with yet"
    assert "The school itself is in the group; it is left out of the comparison." in screen.seen.text


def test_a_group_that_there_is_not(changing: Page, group: int) -> None:
    screen = changing("peers", school=OWN, group="<script>" + "x" * 10_000)
    assert screen.answer == "There is no peer group “<script>" + "x" * 52 + "”"
    assert ("peers?group=Neighbours", "Neighbours") in screen.seen.links


def test_unknown_schools_in_the_address_are_told(page: Page) -> None:
    screen = page("peers", school=OWN, **{"with": ["open-law", "<b>nobody", "x" * 10_000], "n": "zz", "wc": "many"})
    assert screen.answer.endswith("of 2 schools")
    assert "No school has the key <b>nobody, " + "x" * 60 + "; left out." in screen.seen.text
    assert page("peers", school="nobody").answer == "There is no school “nobody”"


def test_choosing_puts_group_and_schools_in_the_address(changing: Page, group: int) -> None:
    screen = changing("peers", school=OWN)
    screen.app.multiselect(key="chosen_with").select("doubted-univ").run()
    assert screen.app.query_params["group"] == "Neighbours"
    assert screen.app.query_params["with"] == "doubted-univ"
    assert screen.answer.endswith("of 5 schools")
    screen.app.selectbox(key="chosen_group").select("-").run()
    assert screen.answer.endswith("of 2 schools")


def test_a_group_is_frozen_and_taken_away(changing: Page) -> None:
    screen = changing("peers", school="broken-univ")
    assert screen.answer == "No schools to compare with yet"
    schools = next(one for one in screen.app.multiselect if one.label == "Schools of the group")
    schools.set_value(["counted-univ", "clash-univ"])
    text_input(screen, "Name of the group").set_value(" Universities ")
    text_input(screen, "Reason: why these schools").set_value("same kind")
    press(screen, "Freeze this group")
    assert screen.app.success[0].value.startswith("The peer group “Universities” is frozen: 2 schools")
    assert screen.answer == "1 known win in 2018–2023: 1st–3rd of 3 schools"
    assert screen.app.query_params["group"] == "Universities"
    press(screen, "Take it away (undo its load)")
    assert screen.app.success[0].value.startswith("Taken away: Universities.")
    assert screen.answer == "No schools to compare with yet"


def test_a_group_that_is_not_whole_is_not_made_and_says_why(changing: Page) -> None:
    screen = changing("peers", school="broken-univ")
    schools = next(one for one in screen.app.multiselect if one.label == "Schools of the group")
    schools.set_value(["counted-univ"])
    text_input(screen, "Name of the group").set_value("One")
    text_input(screen, "Reason: why these schools").set_value("why")
    press(screen, "Freeze this group")
    (error,) = screen.app.error
    assert error.value == "Not made: a peer group needs at least 2 schools besides the own one, and this has 1"
    assert text_input(screen, "Name of the group").value == "One"


def test_weights_change_the_suggestion_and_none_at_all_is_told(page: Page) -> None:
    names = ("wc", "ws", "wk", "wr", "wu", "wm", "wt")
    screen = page("peers", school="broken-univ", **dict.fromkeys(names, "0"))
    assert "all weights are 0; give at least one feature a weight" in screen.seen.text


def test_a_name_of_a_group_that_waits_is_told(changing: Page, own_database: Path, tmp_path: Path) -> None:
    file = tmp_path / "peers.csv"
    file.write_text("group_name,school_id,school_as_printed\nTwo,open-law,\nTwo,,Qzxv <i>Academy\n")
    engine = engine_for(f"sqlite:///{own_database}")
    load(engine, [file], by="tests")
    engine.dispose()
    screen = changing("peers", school=OWN, group="Two")
    assert screen.answer.endswith("of 2 schools")
    assert "Two: tied to no school yet: “Qzxv <i>Academy”" in screen.seen.text
    assert "has one school that is known" in screen.seen.text
    assert screen.rows("Peer groups")[0][1] == "1 and 1 name that waits"


def test_many_schools_come_page_by_page(changing: Page, own_database: Path, tmp_path: Path) -> None:
    rows = "".join(f"inv-{at:03},Invented School {at:03},law,Invented University {at:03},KS\n" for at in range(500))
    (tmp_path / "more-schools.csv").write_text("school_id,name,kind,institution_name,state\n" + rows)
    engine = engine_for(f"sqlite:///{own_database}")
    load(engine, [tmp_path / "more-schools.csv"], by="tests")
    make_group(engine, "All", [f"inv-{at:03}" for at in range(500)], "every one")
    engine.dispose()
    screen = changing("peers", school=OWN, group="All")
    screen.app.session_state["page"] = 2
    screen.app.run()
    assert screen.answer == "3 known wins in 2018–2023: 1st of 501 schools"
    strips = screen.rows("Alive Medicine, then the group by known wins (26–50 of 500 schools)")
    assert len(strips) == 26
    assert strips[0][0].startswith("Alive School of Medicine")
