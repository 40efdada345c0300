"""Floors of precision and recall on real printed names."""

import pytest

from etl.transform.schools import PrintedName, Resolver
from tests.bench import names_data
from tests.bench.bench_names import generated
from tests.bench.names_quality import Measure, cross_validated, measured

PRECISION, RECALL = 0.995, 0.95


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    shipped = names_data.shipped_institutions()
    kept = names_data.aliases_without(names_data.printed())
    return Resolver(shipped, names_data.schools(), kept, names_data.LEVELS)


def holds(measure: Measure) -> None:
    assert measure.precision >= PRECISION, [(one.name, decision.why) for one, decision in measure.wrong]
    assert measure.recall >= RECALL, [(one.name, decision.why) for one, decision in measure.missed]
    assert measure.asked == measure.unsure


@pytest.mark.parametrize("part", ["tuning", "kept back", "written last"])
def test_printed_names_of_other_schools(resolver: Resolver, part: str) -> None:
    answers = [answer for answer in names_data.printed() if answer.part == part]
    assert len(answers) > 100
    holds(measured(resolver, answers))


def test_the_printed_names_are_of_schools_without_a_row() -> None:
    known = {(school.unitid, school.kind) for school in names_data.schools()}
    answers = [answer for answer in names_data.printed() if answer.sure]
    assert sum((answer.unitid, answer.kind) in known for answer in answers) < len(answers) * 0.05


def test_curated_names_by_cross_validation() -> None:
    if not names_data.GOLD.exists():
        pytest.skip("the curated names are not beside the repository")
    known = (names_data.shipped_institutions(), names_data.schools(), names_data.aliases(), names_data.gold())
    for whole_schools in (True, False):
        holds(cross_validated(*known, whole_schools=whole_schools))


def test_institutions_outside_the_directory_are_not_taken_for_others(resolver: Resolver) -> None:
    """Of names of real institutions that the shipped directory does not have, next to none is accepted."""
    if not names_data.FULL_DIRECTORY.exists():
        pytest.skip("the full directory is not beside the repository")
    inside = {one.unitid for one in names_data.shipped_institutions()}
    outside = [one for one in names_data.all_institutions() if one.unitid not in inside][::7]
    decisions = resolver.resolve_many([PrintedName(one.name, None, one.state) for one in outside])
    taken = [(one.name, said.why) for one, said in zip(outside, decisions, strict=True) if said.school_id]
    assert len(taken) <= len(outside) * 0.002, taken


def test_the_rows_of_the_benchmark_are_distinct_and_real() -> None:
    institutions = names_data.shipped_institutions()[:50]
    rows = generated(institutions, 400)
    assert len(rows) == len(set(rows)) == 400
    exact = {one.name for one in institutions}
    assert sum(any(name in row.school for name in exact) for row in rows) >= 280


def test_the_measure_counts_as_defined() -> None:
    answers = [answer for answer in names_data.printed() if answer.part == "tuning"][:20]
    nothing = measured(Resolver((), (), ()), answers)
    assert (nothing.right, nothing.wrong, nothing.recall, nothing.precision) == (0, [], 0.0, 1.0)
