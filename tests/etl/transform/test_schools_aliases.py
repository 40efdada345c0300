"""Aliases: the narrowest that fits decides, and evidence may speak against one without scopes."""

import pytest

from etl.transform.schools import NOT_A_SCHOOL, Alias, Decision, PrintedName
from tests.etl.transform.naming_seed import resolver


def decided(name: PrintedName, *aliases: Alias) -> Decision:
    return resolver(*aliases).resolve(name)


def test_an_alias_wins_over_the_rules() -> None:
    name = PrintedName("Emory University", None, "GA", "HEED", 2020)
    assert decided(name).unitid == "139658"
    answer = decided(name, Alias("Emory University", "umkc-som", scope_state="GA"))
    assert (answer.decision, answer.school_id, answer.rule) == ("accepted", "umkc-som", "alias in scope")


@pytest.mark.parametrize(
    "scope",
    [
        {"scope_state": "MO"},
        {"scope_parent": "Another University"},
        {"scope_domain": "umkc.edu"},
        {"scope_source_url": "https://example.org/other"},
        {"scope_award": "LEAD"},
        {"scope_year": 2021},
    ],
)
def test_every_scope_that_is_given_must_fit(scope: dict[str, str | int]) -> None:
    name = PrintedName("GSN", "Emory University", "GA", "HP-HEED", 2020, "https://www.example.org/page/#top")
    fitting = {"scope_state": "GA", "scope_parent": "EMORY University", "scope_domain": "example.org",
               "scope_source_url": "http://example.org/page", "scope_award": "HP-HEED", "scope_year": 2020}  # fmt: skip
    whole = Alias("GSN", "umkc-som", **fitting)  # type: ignore[arg-type]
    assert decided(name, whole).school_id == "umkc-som"
    assert decided(name, Alias("GSN", "umkc-som", **{**fitting, **scope})).school_id is None  # type: ignore[arg-type]


def test_more_scopes_are_narrower() -> None:
    name = PrintedName("GSN", None, "MO", "HP-HEED", 2020, "https://umkc.edu/page")
    wide = Alias("GSN", "umkc-som", scope_state="MO")
    narrow = Alias("GSN", "umkc-dentistry", scope_state="MO", scope_year=2020)
    assert decided(name, wide, narrow).school_id == "umkc-dentistry"
    assert decided(name, narrow, wide).school_id == "umkc-dentistry"


def test_two_answers_of_the_same_width_are_a_question() -> None:
    name = PrintedName("GSN", None, "MO", "HP-HEED", 2020)
    answer = decided(name, Alias("GSN", "umkc-som", scope_state="MO"), Alias("GSN", "umkc-dentistry", scope_year=2020))
    assert (answer.decision, answer.rule) == ("review", "aliases disagree")
    assert [candidate.school_id for candidate in answer.candidates] == ["umkc-som", "umkc-dentistry"]


def test_what_is_kept_as_ambiguous_is_asked_with_its_candidates() -> None:
    kept = Alias("Amherst", None, None, "ambiguous", candidates="(Amherst College 164465)|umkc-som|(no one)",
                 scope_source_url="https://example.org/list", reason="a bare name in a list")  # fmt: skip
    answer = decided(PrintedName("Amherst", None, "MA", None, None, "https://example.org/list"), kept)
    assert (answer.decision, answer.why) == ("review", "a bare name in a list")
    assert [candidate.school_id for candidate in answer.candidates] == ["164465-institution", "umkc-som"]


def test_a_warning_about_a_shared_short_form_gives_way_to_evidence() -> None:
    warning = Alias("OSU", None, None, "ambiguous", candidates="(Ohio State 204796)|(Oklahoma State 207388)")
    assert decided(PrintedName("OSU"), warning).rule == "kept as ambiguous"
    assert decided(PrintedName("OSU", None, "OK"), warning).unitid == "207388"
    assert decided(PrintedName("OSU", None, None, None, None, "https://osu.edu/x"), warning).unitid == "204796"
    unshared = Alias("UMKC", None, None, "ambiguous", candidates="(Kansas City University 179812)")
    assert decided(PrintedName("UMKC")).unitid == "178402"
    assert decided(PrintedName("UMKC"), unshared).rule == "kept as ambiguous"


def test_no_school_of_its_own() -> None:
    name = PrintedName("L@s GANAS", "Emory University", "GA")
    credited = decided(name, Alias("L@s GANAS", "umkc-som", None, "not_a_school"))
    assert (credited.decision, credited.school_id, credited.rule) == ("accepted", "umkc-som", "credited to its school")
    nothing = decided(name, Alias("L@s GANAS", None, None, "not_a_school"))
    assert (nothing.decision, nothing.rule) == ("unmatched", NOT_A_SCHOOL)
    assert decided(name).decision == "review"


def test_an_alias_without_scopes_gives_way_to_state_and_parent() -> None:
    kept = Alias("The Medical School", "umkc-som")
    assert decided(PrintedName("The Medical School"), kept).school_id == "umkc-som"
    assert decided(PrintedName("The Medical School", None, "MO"), kept).school_id == "umkc-som"
    assert decided(PrintedName("The Medical School", None, "GA"), kept).school_id is None
    assert decided(PrintedName("The Medical School", "Emory University"), kept).unitid == "139658"


def test_an_alias_that_knows_only_the_institution_leaves_the_kind_to_the_wording() -> None:
    kept = (Alias("Bloch School of Management", unitid="178402"), Alias("Kansas City Medical School", unitid="178402"))
    assert decided(PrintedName("Bloch School of Management"), *kept).school_id == "178402-other-unit-business"
    assert decided(PrintedName("Kansas City Medical School"), *kept).school_id == "umkc-som"
    assert decided(PrintedName("Kangaroos"), Alias("Kangaroos", unitid="178402")).kind == "institution"


def test_a_school_that_a_person_accepted_before_it_had_a_row() -> None:
    kept = Alias("KC Drugs", "178402-pharmacy", scope_state="MO")
    answer = decided(PrintedName("KC Drugs", None, "MO"), kept)
    assert (answer.decision, answer.school_id, answer.unitid, answer.kind) == (
        "created", "178402-pharmacy", "178402", "pharmacy",
    )  # fmt: skip
    assert decided(PrintedName("KC Drugs", None, "MO"), Alias("KC Drugs", "999999-pharmacy")).school_id is None


def test_an_institution_by_alias_is_still_asked_where_the_award_goes_to_units() -> None:
    name = PrintedName("Edinboro", None, "PA", "HP-HEED", 2020)
    assert decided(name, Alias("Edinboro", "edinboro", scope_state="PA")).rule == "parent only"
    assert decided(name, Alias("Edinboro", "edinboro", scope_award="HP-HEED")).school_id == "edinboro"


def test_what_is_printed_in_brackets_does_not_hide_an_alias() -> None:
    kept = Alias("Gillings School", "umkc-som")
    assert decided(PrintedName("Gillings School (UMKC)"), kept).school_id == "umkc-som"
