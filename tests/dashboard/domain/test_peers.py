"""Distances between schools: what Gower's definition promises, and what is told of each suggestion."""

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.peers import (
    FEATURES,
    LEAST_KNOWN,
    LOCALES,
    SIZES,
    SchoolFeatures,
    UnusableWeights,
    Weights,
    distance,
    suggest,
    weights_from,
)

PLAIN = st.none() | st.sampled_from(["a", "b", "c"])


@st.composite
def schools(draw: st.DrawFn, school_id: str = "x") -> SchoolFeatures:
    """An invented school of one kind."""
    return SchoolFeatures(
        school_id, school_id, school_id, "medicine", None,
        control=draw(PLAIN), size=draw(st.none() | st.sampled_from(SIZES)), carnegie=draw(PLAIN), region=draw(PLAIN),
        urbanicity=draw(st.none() | st.sampled_from(LOCALES)), medical=draw(PLAIN), sector=draw(PLAIN),
    )  # fmt: skip


WEIGHTS = st.lists(st.integers(0, 9), min_size=7, max_size=7).filter(any).map(lambda numbers: Weights(*numbers))


def naive(one: SchoolFeatures, other: SchoolFeatures, weights: Weights) -> float | None:
    """The distance by its definition, a second time."""
    top = bottom = whole = 0.0
    for name in ("control", "size", "carnegie", "region", "urbanicity", "medical", "sector"):
        weight, a, b = getattr(weights, name), getattr(one, name), getattr(other, name)
        whole += weight
        if a is None or b is None:
            continue
        scale = {"size": SIZES, "urbanicity": LOCALES}.get(name)
        apart = abs(scale.index(a) - scale.index(b)) / (len(scale) - 1) if scale else float(a != b)
        top, bottom = top + weight * apart, bottom + weight
    return None if bottom < whole * LEAST_KNOWN or not bottom else top / bottom


@given(schools(), schools(), WEIGHTS)
def test_the_distance_is_that_of_the_definition(one: SchoolFeatures, other: SchoolFeatures, weights: Weights) -> None:
    assert distance(one, other, weights) == pytest.approx(naive(one, other, weights))


@given(schools(), schools(), WEIGHTS)
def test_it_is_symmetric_and_lies_between_0_and_1(one: SchoolFeatures, other: SchoolFeatures, weights: Weights) -> None:
    there = distance(one, other, weights)
    assert there == distance(other, one, weights)
    assert there is None or 0 <= there <= 1


@given(schools(), WEIGHTS)
def test_a_school_is_at_0_from_its_like(one: SchoolFeatures, weights: Weights) -> None:
    assert distance(one, replace(one, school_id="y"), weights) in (0, None)


@given(schools(), schools(), WEIGHTS, st.integers(2, 9))
def test_only_the_ratios_of_weights_matter(
    one: SchoolFeatures, other: SchoolFeatures, weights: Weights, times: int
) -> None:
    scaled = Weights(*(getattr(weights, field.name) * times for field in fields(Weights)))
    assert distance(one, other, scaled) == pytest.approx(distance(one, other, weights))


FULL = SchoolFeatures(
    "own", "Own", "Own", "medicine", "MO", control="Public", size=SIZES[3], carnegie="R2", region="Plains",
    urbanicity="City: Large", medical="granted", sector="Public, four or more years",
)  # fmt: skip


def test_another_kind_of_school_has_no_distance() -> None:
    assert distance(FULL, replace(FULL, kind="nursing")) is None


def test_less_than_half_of_the_weight_known_is_not_measured() -> None:
    half = replace(FULL, school_id="half", control=None, size=None, carnegie=None, region=None)
    assert distance(FULL, half) is None
    assert distance(FULL, half, Weights(region=0)) == 0  # three of six


def test_a_value_that_is_not_on_the_scale_is_not_known() -> None:
    assert distance(FULL, replace(FULL, size="Not applicable", region="Far West")) == pytest.approx(1 / 6)


def test_a_suggestion_tells_what_is_alike_and_what_is_not() -> None:
    far = replace(FULL, school_id="far", region="Far West", urbanicity="City: Midsize")
    same = [replace(FULL, school_id=key, medical=None) for key in ("b", "a")]
    unlike = [replace(FULL, school_id="n", kind="nursing"), SchoolFeatures("blank", "B", "B", "medicine", None)]
    found = suggest(FULL, [FULL, far, *same, *unlike], n=3)
    assert [(peer.school.school_id, peer.distance) for peer in found.peers] == [
        ("a", 0),
        ("b", 0),
        ("far", pytest.approx((1 + 1 / 11) / 7)),
    ]
    assert (found.n_measured, [school.school_id for school in found.unmeasured]) == (3, ["blank"])
    assert [part.feature.key for part in found.peers[0].unknown] == ["medical"]
    told = found.peers[2].as_json()
    assert told["different"] == {
        "region": {"own": "Plains", "theirs": "Far West"},
        "urbanicity": {"own": "City: Large", "theirs": "City: Midsize"},
    }
    assert list(told["alike"]) == ["control", "size", "carnegie", "medical", "sector"]  # type: ignore[call-overload]
    assert len(suggest(FULL, [far, *same], n=1).peers) == 1


def test_a_feature_without_weight_is_not_told() -> None:
    (peer,) = suggest(FULL, [replace(FULL, school_id="o", region="Far West")], Weights(region=0)).peers
    assert (peer.distance, peer.different, len(peer.parts)) == (0, (), 6)


def test_weights_are_read_and_told() -> None:
    assert weights_from(" size=2, region = 0 ,") == Weights(size=2, region=0)
    assert weights_from("") == Weights()
    assert "students 2" in weights_from("size=2").told()
    assert {feature.key for feature in FEATURES} == {field.name for field in fields(Weights)}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("colour=1", "'colour' is no feature; known: control, size"),
        ("size", "'size' is no weight; write it as size=2"),
        ("size=many", "'size=many' is no weight"),
        ("size=-1", "weights run from 0 to 100: size=-1"),
        ("size=nan", "weights run from 0 to 100: size=nan"),
        ("control=0,size=0,carnegie=0,region=0,urbanicity=0,medical=0,sector=0", "all weights are 0"),
    ],
)
def test_weights_that_cannot_be_used(text: str, message: str) -> None:
    with pytest.raises(UnusableWeights, match=message):
        weights_from(text)
