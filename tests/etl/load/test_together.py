"""Batches of rows drawn together: the same rows, each value once, sheets apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.load import together as module
from etl.load.ground import PlacedRows
from etl.load.together import together
from etl.transform.coded import Coded

texts = st.lists(st.lists(st.sampled_from(("Elm", "Oak", None, "")), min_size=1, max_size=5), min_size=1, max_size=5)


@given(texts)
def test_columns_joined_hold_what_they_held_and_each_value_once(parts: list[list[str | None]]) -> None:
    joined = Coded.joined([Coded.of(part) for part in parts])
    assert list(joined) == [value for part in parts for value in part]
    assert len(set(joined.values)) == len(joined.values)


def _batch(sheet: str, first: int, *values: str) -> PlacedRows:
    return PlacedRows(sheet, range(first, first + len(values)), {"name": Coded.of(values)})


def test_batches_of_a_sheet_are_one_until_it_has_rows_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "ROWS_TOGETHER", 3)
    batches = [_batch("a", 1, "x", "y"), _batch("a", 5, "y"), _batch("a", 7, "z"), _batch("b", 1, "x"), _batch("a", 9)]
    found = [(one.sheet, list(one.lines), list(one.columns["name"])) for one in together(batches)]
    assert found == [("a", [1, 2, 5], ["x", "y", "y"]), ("a", [7], ["z"]), ("b", [1], ["x"]), ("a", [], [])]
