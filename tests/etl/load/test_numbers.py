"""Numbers of rows: the same whether taken one by one or by columns, and sets of them."""

import datetime as dt

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from etl.load.numbers import (
    FORMER,
    NUMBERING,
    NumberSet,
    former_keys_of,
    former_numbers_of,
    number_of,
    numbers_of,
)
from etl.transform.coded import Coded

columns = st.sampled_from(
    (
        st.text(max_size=3) | st.none(),
        st.integers(-3, 3) | st.none(),
        st.booleans(),
        st.sampled_from((0.0, 1.5, 34.0)) | st.none(),
        st.dates(dt.date(2020, 1, 1), dt.date(2020, 1, 3)),
    )
)


@given(st.data())
def test_rows_have_the_same_numbers_together_as_one_by_one(data: st.DataObject) -> None:
    size = data.draw(st.integers(1, 5))
    taken = [
        data.draw(st.lists(one, min_size=size, max_size=size))
        for one in data.draw(st.lists(columns, min_size=1, max_size=5))
    ]
    rows = list(zip(*taken, strict=True))
    coded = [Coded.of(column) for column in taken]
    one_by_one = [int(numbers_of([Coded.of([value]) for value in row])[0]) for row in rows]
    assert numbers_of(coded).tolist() == one_by_one
    assert former_numbers_of(coded).tolist() == [number_of(row) for row in rows]
    assert former_keys_of(coded).tolist() == [number_of(*row) for row in rows]
    different = {tuple(map(repr, row)) for row in rows}
    assert len(set(one_by_one)) == len(different)


@given(st.data())
def test_numbers_of_contents_and_of_keys_are_those_of_the_columns_taken_for_each(data: st.DataObject) -> None:
    taken = [Coded.of(data.draw(st.lists(one, min_size=4, max_size=4))) for one in data.draw(st.lists(columns))]
    said = [*taken, Coded.of([1, True, "1", None]), *taken]
    key = data.draw(st.lists(st.integers(0, len(said) - 1), min_size=1, max_size=4))
    of_key = [said[place] for place in key]
    contents, keys = NUMBERING.contents_and_keys(said, key)
    assert (contents.tolist(), keys.tolist()) == (numbers_of(said).tolist(), numbers_of(of_key).tolist())
    contents, keys = FORMER.contents_and_keys(said, key)
    assert (contents.tolist(), keys.tolist()) == (former_numbers_of(said).tolist(), former_keys_of(of_key).tolist())


def test_a_row_has_another_number_when_values_change_places() -> None:
    one, other = [Coded.of(["Elm", None])], [Coded.of([None, "Elm"])]
    assert numbers_of([*one, *other]).tolist() != numbers_of([*other, *one]).tolist()


def test_a_number_stays_the_same_from_release_to_release() -> None:
    assert number_of("Elm College", 2021, None, True) == -2650144830386396978
    row = [Coded.of([value]) for value in ("Elm College", 2021, None, True)]
    assert numbers_of(row).tolist() == [7127825936700415576]


@given(st.lists(st.lists(st.integers(-5, 40), max_size=12), max_size=12))
def test_a_set_tells_what_is_met_for_the_first_time(parts: list[list[int]]) -> None:
    met, naive = NumberSet(), set[int]()
    for part in parts:
        expected = [number not in naive and number not in part[:at] for at, number in enumerate(part)]
        assert met.add(np.array(part, np.int64)).tolist() == expected
        naive.update(part)
