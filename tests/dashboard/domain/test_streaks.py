"""The values of streaks: their JSON and the strip in the terminal."""

from dashboard.domain.streaks import Current, Run, SchoolStreaks, YearCell, strip_head, strip_text

YEARS = (
    YearCell(2016, "won", ("s1", "s2"), "HEED", "announced", True, "two sources", ("DIVERSITY-CHAMPION",)),
    YearCell(2017, "probable"),
    YearCell(2018, "not_won"),
    YearCell(2019, "did_not_apply"),
    YearCell(2020, "pending"),
    YearCell(2021, "no_award"),
    YearCell(2022, "unknown"),
)
STREAKS = SchoolStreaks(
    school_id="example-college",
    school_name="Example College",
    short_name="Example",
    kind="institution",
    state="MO",
    family="HEED",
    as_of=2022,
    years=YEARS[:2],
    total=1,
    first_year=2016,
    longest=Run(1, 2016, 2016),
    current=Current(0, 2016, 2016, "broken", (2020, 2022)),
    probable_current=Current(0, None, None, "none"),
    last_won=2016,
)


def test_the_json_has_exactly_these_keys_and_values() -> None:
    assert STREAKS.as_json() == {
        "school_id": "example-college",
        "family": "HEED",
        "as_of": 2022,
        "years": [
            {"year": 2016, "status": "won", "sources": ["s1", "s2"]},
            {"year": 2017, "status": "probable", "sources": []},
        ],
        "total": 1,
        "first_year": 2016,
        "longest": {"n": 1, "from": 2016, "to": 2016},
        "current": {"n": 0, "from": 2016, "to": 2016, "state": "broken", "unknown_since": [2020, 2022]},
        "probable_current": {"n": 0, "from": None, "to": None, "state": "none", "unknown_since": []},
    }


def test_the_strip_shows_every_status_by_its_mark_and_a_tier_by_a_star() -> None:
    assert strip_text(YEARS) == "●★ ◐  ○  –  …  ×  ?"


def test_the_head_stands_over_the_strip() -> None:
    assert strip_head(YEARS) == "16 17 18 19 20 21 22"


def test_an_empty_strip() -> None:
    assert (strip_text(()), strip_head(())) == ("", "")
