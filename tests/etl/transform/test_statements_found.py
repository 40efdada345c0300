"""How what a text names is found again without going through all of it: by sentence, and around a school's name."""

from etl.transform.statements import sentences
from etl.transform.statements.school_around import Around
from etl.transform.statements.sentences import by_sentence
from etl.transform.statements.values import SchoolMention


def name(start: int, end: int, said: str = "Lakeside University", *, unit: bool = False) -> SchoolMention:
    return SchoolMention(start, end, said, unit=unit)


def test_each_sentence_has_what_begins_in_it_in_order_and_what_stands_between_has_none() -> None:
    told = sentences("Lakeside won.  Hart and Orr won.\n\nNobody else did.")
    first, second, third = name(0, 8), name(15, 19), name(24, 27)
    assert by_sentence(told, [third, first, name(13, 14), second, name(99, 100)]) == [[first], [third, second], []]
    assert by_sentence([], [first]) == []


def test_the_names_before_one_are_the_nearest_first_without_bare_units_and_those_that_reach_into_it() -> None:
    found = [name(0, 5), name(6, 9, unit=True), name(10, 20), name(12, 40), name(30, 35)]
    assert list(Around(found, [], "").before(4)) == [found[2], found[0]]
    assert list(Around(found, [], "").before(0)) == []


def test_a_name_that_ends_close_before_a_place_is_the_first_that_does() -> None:
    found = [name(0, 20), name(5, 18), name(30, 31)]
    around = Around(found, [], "")
    assert around.ending_near(22, 7) == found[0]
    assert around.ending_near(19, 7) == found[1]
    assert around.ending_near(20, 0) == found[0]
    assert around.ending_near(30, 2) is None


def test_the_nearest_parent_is_the_last_before_a_place_else_the_first_behind_it() -> None:
    parents = [name(10, 20), name(30, 40), name(30, 45), name(60, 70)]
    around = Around([], parents, "")
    assert [around.nearest_parent(at) for at in (5, 10, 11, 31, 99)] == [
        parents[0], parents[0], parents[0], parents[1], parents[3],
    ]  # fmt: skip
