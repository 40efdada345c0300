"""Names that wait, answered by a person: applied to all rows at once, to loads to come, and taken back."""

from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from typer.testing import CliRunner

from etl.name_commands import app
from etl.pipeline import load, rebuild, undo
from etl.report import NotPossible
from etl.reviewing import DOMAIN, EVERYWHERE, PARENT, Review, questions

STRANGE = "Qzxv Academy"


def bound(engine: Engine, name: str = STRANGE) -> list[str | None]:
    query = text(
        "SELECT bound_school_id FROM observation WHERE valid_to IS NULL AND school_as_printed = :name ORDER BY year"
    )
    with engine.connect() as connection:
        return list(connection.execute(query, {"name": name}).scalars())


def winners(path: Path, *rows: str) -> Path:
    path.write_text("\n".join(("school,parent,award,year,source_url", *rows)) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def engine(reference: Engine, tmp_path: Path) -> Engine:
    rows = (f"{STRANGE},,HEED,2020,https://one.example.org/a", f"{STRANGE},,HEED,2021,https://two.example.net/b")
    load(reference, [winners(tmp_path / "w.csv", *rows)], by="tests")
    return reference


def test_an_answer_holds_for_all_rows_that_wait_and_for_loads_to_come(engine: Engine, tmp_path: Path) -> None:
    review = Review(engine, by="an analyst")
    question = review.next()
    assert question is not None
    assert (question.name, review.left(), bound(engine)) == (STRANGE, 2, [None, None])
    assert review.choose(question, "umkc-som", scope=EVERYWHERE) == "Kept. 2 fewer names wait."
    assert bound(engine) == ["umkc-som", "umkc-som"]
    load(engine, [winners(tmp_path / "later.csv", f"{STRANGE},,HEED,2022,")], by="tests")
    assert bound(engine) == ["umkc-som"] * 3
    assert rebuild(engine, by="tests") == 0
    with engine.connect() as connection:
        query = text("SELECT said_by, said_on IS NOT NULL FROM name WHERE name = :name AND valid_to IS NULL")
        assert connection.execute(query, {"name": STRANGE}).all() == [("an analyst", 1)]


def test_an_answer_holds_only_where_it_was_given(engine: Engine) -> None:
    review = Review(engine, by="tests")
    question = next(one for one in questions(engine) if one.row["year"] == 2020)
    assert question.scopes() == {
        DOMAIN: "on pages of one.example.org", "s": "on this page", EVERYWHERE: "wherever it is printed",
    }  # fmt: skip
    review.choose(question, "umkc-som", scope=DOMAIN)
    assert bound(engine) == ["umkc-som", None]
    with pytest.raises(NotPossible, match="'p' is none of d, s, e"):
        question.scope(PARENT)


def test_answers_are_taken_back_in_any_order(engine: Engine) -> None:
    review = Review(engine, by="tests")
    first, second = questions(engine)
    review.choose(first, "umkc-som", scope=DOMAIN)
    review.choose(second, "umkc-dentistry", scope=DOMAIN)
    assert sorted(map(str, bound(engine))) == ["umkc-dentistry", "umkc-som"]
    review.undo()
    assert sorted(map(str, bound(engine))) == ["None", "umkc-som"]
    review.undo()
    assert bound(engine) == [None, None]
    with pytest.raises(NotPossible, match="no answer of this sitting"):
        review.undo()


def test_a_load_of_an_answer_can_be_undone_like_any_other(engine: Engine) -> None:
    review = Review(engine, by="tests")
    question = questions(engine)[0]
    review.choose(question, "umkc-som", scope=EVERYWHERE)
    with engine.connect() as connection:
        number = connection.execute(text("SELECT max(load_id) FROM load")).scalar_one()
    undo(engine, number, by="tests")
    assert bound(engine) == [None, None]


def test_a_new_school_is_entered_with_the_answer(engine: Engine) -> None:
    review = Review(engine, by="tests")
    review.create(questions(engine)[0], "178402", "pharmacy", "UMKC School of Pharmacy", scope=EVERYWHERE)
    assert set(bound(engine)) == {"178402-pharmacy"}
    with engine.connect() as connection:
        query = text("SELECT name, kind, origin FROM school WHERE school_id = '178402-pharmacy' AND valid_to IS NULL")
        assert connection.execute(query).all() == [("UMKC School of Pharmacy", "pharmacy", "listed")]
    with pytest.raises(NotPossible, match="no institution has the UNITID 999999"):
        review.create(
            questions(engine)[0] if questions(engine) else review_any(engine), "999999", "law", "X", scope="e"
        )


def test_two_new_schools_of_one_kind_are_two(engine: Engine) -> None:
    review = Review(engine, by="tests")
    for name in ("UMKC School of Management", "UMKC School of Education"):
        review.create(questions(engine)[0], "178402", "other unit", name, scope=DOMAIN)
    assert sorted(map(str, bound(engine))) == ["178402-other-unit", "178402-other-unit-umkc-school-of-education"]


def review_any(engine: Engine):  # noqa: ANN201
    from etl.reviewing import Question

    row = {"school_as_printed": "Another", "parent_as_printed": None, "source_url": None, "award": None, "year": None}
    return Question({**row, "candidates": [], "name_key": 1})


def test_what_is_no_school_leaves_the_queue_and_wins_nothing(engine: Engine) -> None:
    review = Review(engine, by="tests")
    review.no_school(questions(engine)[0], scope=EVERYWHERE)
    assert (questions(engine), bound(engine)) == ([], [None, None])
    review.undo()
    assert len(questions(engine)) == 2


def test_by_keyboard_alone(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWARDS_DATABASE_URL", str(engine.url))
    result = CliRunner().invoke(app, ["review"], input="oumkc-som\ndulq")
    assert result.exit_code == 0, result.output
    assert "Kept. 1 fewer name waits." in result.output
    assert "The last answer is taken back." in result.output
    assert "0 answers given; 2 names wait." in result.output
    assert bound(engine) == [None, None]


def test_an_answer_outweighs_what_came_along_wherever_it_is_said_to_hold(shipped: Engine) -> None:
    waiting = questions(shipped)
    assert waiting, "the shipped data hold names that are kept as ambiguous"
    for question in waiting:
        for scope in question.scopes():
            review = Review(shipped, by="tests")
            assert review.choose(question, "umkc-som", scope=scope) == "Kept. 1 fewer name waits.", (
                question.name,
                scope,
            )
            review.undo()
            assert question.name in [one.name for one in questions(shipped)]
