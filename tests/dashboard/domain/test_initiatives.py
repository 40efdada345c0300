"""Programmes: which names mean one, and what is said of categories."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.initiatives import (
    Citation,
    Use,
    categories,
    categories_sentence,
    cited_words,
    ledger_sentence,
    matching,
    programme_key,
    programmes,
)


def cited(
    name: str, year: int | None = 2022, category: str | None = "Mentoring", school: str = "own", source: str = "s1"
) -> Citation:
    return Citation(school, school.title(), name, category, year, source, f"Page {source}", None)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anti-Racism and Cultural Bias Program", "Anti-racism and cultural bias program"),
        ("The Summer Programme", "summer program"),
        ("Women's Network", "Womens network"),
        ("Women’s Network", "Women's Network"),
        ("Café Dialogues!", "cafe  dialogues"),
        ("Pathway Programmes", "Pathway programs"),
    ],
)
def test_names_that_mean_one_programme(one: str, other: str) -> None:
    assert programme_key(one) == programme_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Summer Scholars", "Summer Scholars II"),
        ("Summer Success Seminar Series", "Summer Success Seminar Series (B.A.-M.D.)"),
        ("C Club", "C++ Club 2"),
        ("学校", "大学"),
        ("???", "!!!"),
    ],
)
def test_names_that_stay_two(one: str, other: str) -> None:
    assert programme_key(one) != programme_key(other)


@given(st.text(min_size=1))
def test_every_name_has_a_key_and_the_key_is_its_own_key(name: str) -> None:
    assert programme_key(programme_key(name)) == programme_key(name)


def test_citations_of_one_programme_are_put_together() -> None:
    found = programmes(
        [cited("Bias program", 2022), cited("The Bias Programme", 2023), cited("Bias Program", 2022, source="s2")]
    )
    assert [(one.name, one.years, len(one.cited_for(2022))) for one in found] == [
        ("The Bias Programme", (2022, 2023), 2)
    ]


def test_those_never_cited_and_those_without_a_year_stand_last() -> None:
    found = programmes(
        [cited("Old", 2018), cited("Undated", None), cited("New", 2023)],
        [Use("new", "HEED", 2024), Use("Own thing", "HEED", 2024), Use("own Thing", "HEED", 2025)],
    )
    assert [(one.name, one.standing, cited_words(one)) for one in found] == [
        ("Old", "cited", "2018"),
        ("New", "cited", "2023; used in HEED 2024"),
        ("Undated", "year not said", "award year not said"),
        ("Own thing", "never cited", "never cited; used in HEED 2024 and HEED 2025"),
    ]


def test_the_answer_says_when_and_how_often() -> None:
    assert ledger_sentence([]) == "No initiative of this school is known"
    assert ledger_sentence(programmes([cited("A", None)])) == "1 initiative known, none cited for an award year"
    found = programmes([cited("A", 2022), cited("A", 2023), cited("B", 2018)])
    assert ledger_sentence(found) == "2 initiatives cited, for 2018, 2022 and 2023; 1 in more than one award year"


PEERS = {
    "long": [cited("X", category="Mentoring"), cited("Y", category="Research")],
    "longer": [cited("Z", category="Mentoring"), cited("Z2", category="Mentoring")],
    "short": [cited("Q", category="Research")],
}


def test_categories_are_counted_by_school_over_those_that_are_known() -> None:
    found = categories([cited("Own", category="Outreach")], PEERS, {"long", "longer", "silent one"}, ["Silent"])
    assert [(one.category, one.own, one.ahead, one.others) for one in found.counts] == [
        ("Mentoring", 0, 2, 0),
        ("Research", 0, 1, 1),
        ("Outreach", 1, 0, 0),
    ]
    assert (found.ahead, found.others, found.silent) == (2, 1, ("Silent",))
    assert categories_sentence(found) == (
        "Peers with a longer streak are cited with mentoring (2 of 2) and research (1 of 2); "
        "no source cites us with either"
    )


def test_a_school_of_which_nothing_is_known_is_not_told_to_have_none() -> None:
    found = categories([], PEERS, {"long"}, [])
    assert not found.own_known
    assert categories_sentence(found).startswith("None of our initiatives is known")


def test_without_a_peer_with_a_longer_streak_nothing_is_set_beside() -> None:
    found = categories([cited("Own")], PEERS, set(), [])
    assert categories_sentence(found) == "Of no peer with a longer streak is an initiative known"


def test_where_nothing_is_missing_the_sentence_says_so() -> None:
    found = categories([cited("A", category="Mentoring"), cited("B", category="Research")], PEERS, {"long"}, [])
    assert categories_sentence(found).startswith("No category is cited of peers with a longer streak that is not")


def test_search_takes_all_words_in_any_field() -> None:
    some = [cited("Summer Scholars", category="Pathway"), cited("Winter Scholars", source="s9")]
    assert matching(some, "SCHOLARS s9") == [some[1]]
    assert matching(some, "", ["Pathway"]) == [some[0]]
    assert matching(some, "scholars", ["Research"]) == []
