"""Drafts against the shipped records: whose a statement is, of which year, and who else has won."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection

from dashboard.domain.factcheck import Finding
from dashboard.drafts import findings
from dashboard.queries.factcheck import FactBook
from etl.database import engine_for


@pytest.fixture
def connection(shipped_url: str) -> Iterator[Connection]:
    engine = engine_for(shipped_url)
    with engine.connect() as opened:
        yield opened
    engine.dispose()


def one(connection: Connection, text: str, kind: str, own: str | None = None) -> Finding:
    """The only finding of that kind."""
    (found,) = (finding for finding in findings(connection, text, own) if finding.kind == kind)
    return found


def test_a_short_name_is_the_school_that_the_draft_names_in_full(connection: Connection) -> None:
    text = "Lehigh University: a timeline\n\n- 2023: Lehigh gets the HEED Award for the fifth year in a row."
    found = one(connection, text, "consecutive")
    assert (found.school_id, found.as_of, found.verdict) == ("lehigh", 2023, "supported")


def test_a_short_name_of_a_name_that_several_share_is_the_one_with_records(connection: Connection) -> None:
    text = "Northeastern University: milestones\n\n2018 - Northeastern receives the HEED Award for the second time."
    assert one(connection, text, "total").school_id == "northeastern"


def test_nobody_elses_records_speak_for_a_school_that_is_not_certain(connection: Connection) -> None:
    own = "UMKC School of Medicine received the HEED Award in 2023. "
    text = own + "Somewhere Valley College won it in 2018 for the third time."
    found = one(connection, text, "total", "umkc-som")
    assert (found.school_id, found.verdict) == (None, "undecided")
    assert "not clear which school" in found.reason


def test_the_day_of_the_draft_tells_the_year(connection: Connection) -> None:
    text = (
        "UMKC School of Medicine\nDean's update, December 2023\n\nWe hold the HEED Award for the second year in a row."
    )
    found = one(connection, text, "consecutive", "umkc-som")
    assert (found.as_of, found.verdict) == (2023, "supported")
    dayless = one(connection, text.replace(", December 2023", ""), "consecutive", "umkc-som")
    assert dayless.as_of != found.as_of
    assert "the last announced cycle" in dayless.reason
    told = one(connection, text.replace("We hold", "The school holds"), "consecutive", "umkc-som")
    assert told.as_of == found.as_of


@pytest.mark.parametrize(
    ("sentence", "verdict", "told"),
    [
        ("Kansas State University College of Veterinary Medicine is the only college of veterinary medicine in Kansas "
         "with the HEED Award.", "undecided", "no other winner of that kind in Kansas"),
        ("Kansas State University College of Veterinary Medicine is the only college in Kansas with the HEED Award.",
         "contradicted", "Kansas State University"),
        ("In 2020, no other college in Illinois than Augustana College in Rock Island had the HEED Award.", "undecided",
         ""),
        ("UMKC School of Medicine is the only Catholic school in Missouri with the HEED Award.", "undecided",
         "whether they are catholic"),
        ("The University of Georgia is on the 2024 list of the HEED Award, the only university in Georgia ever "
         "to have been honored.", "contradicted", "Georgia State"),
    ],
)  # fmt: skip
def test_the_only_one_of_its_place_and_kind(connection: Connection, sentence: str, verdict: str, told: str) -> None:
    found = [finding for finding in findings(connection, sentence, None) if finding.kind == "only"]
    assert [finding.verdict for finding in found] == [verdict] * len(found)
    assert all(told in finding.reason for finding in found)
    assert found or not told


def test_who_won_after_the_draft_speaks_not_against_the_only_one(connection: Connection) -> None:
    text = (
        "College of Dental Medicine, Columbia University\nDraft, Dec 2019\n\n"
        "We are the only dental school in New York with a HEED Award."
    )
    assert one(connection, text, "only", "columbia-dental").verdict == "undecided"
    later = one(connection, text.replace("2019", "2025"), "only", "columbia-dental")
    assert (later.verdict, "Buffalo" in later.reason) == ("contradicted", True)


def test_who_won_later_speaks_not_against_the_first_one(connection: Connection) -> None:
    own, other = "College of Dental Medicine, Columbia University", "University at Buffalo School of Dental Medicine"
    said = "is the first dental school in New York to win the HEED Award."
    found = one(connection, f"{own} {said}", "only", "columbia-dental")
    assert (found.verdict, found.reason[:15]) == ("undecided", "no other winner")
    (later,) = (f for f in findings(connection, f"{other} {said}", None) if f.kind == "only")
    assert (later.verdict, "Columbia" in later.reason) == ("contradicted", True)


def test_the_only_one_that_won_so_often_is_not_contradicted_by_who_won(connection: Connection) -> None:
    said = "VTCSOM is the only medical school in Virginia to have won the HEED Award eight times."
    assert [f.kind for f in findings(connection, said, None) if f.kind == "only"] == []


def test_a_probable_win_of_another_does_not_contradict(connection: Connection) -> None:
    said = "In 2016, VTCSOM was the first medical school in Virginia to win the HEED Award."
    (found,) = (f for f in findings(connection, said, "vtc-som") if f.kind == "only")
    with_years = [one for one in FactBook(connection).winners("HEED", "VA") if one.school_id == "uva-som"]
    assert with_years
    assert [year for one in with_years for year in one.known if year < 2016] == []
    assert (found.verdict, "probably won" in found.reason) == ("undecided", True)


def test_rows_of_a_table_are_wins(connection: Connection) -> None:
    text = (
        "UMKC School of Medicine\n\n| Year | HEED Award | Remark |\n|---|---|---|\n| 2018 | received | |\n"
        "| 2019 | not awarded | applied |\n| 2020 | received | |\n"
    )
    found = [(one.kind, one.as_of, one.verdict) for one in findings(connection, text, None)]
    assert found == [("win", 2018, "supported"), ("not_won", 2019, "supported"), ("win", 2020, "contradicted")]


@pytest.mark.parametrize(
    ("sentence", "year", "verdict", "told"),
    [
        ("We did not receive the HEED Award in 2019.", 2019, "supported", "not won"),
        ("We did not receive the HEED Award in 2023.", 2023, "contradicted", "2023 won"),
        ("We did not receive the HEED Award in 2025.", 2025, "undecided", ""),
    ],
)
def test_a_denied_win_has_a_verdict_of_its_own(
    connection: Connection, sentence: str, year: int, verdict: str, told: str
) -> None:
    found = one(connection, f"UMKC School of Medicine\n\n{sentence}", "not_won")
    assert (found.as_of, found.school_id, found.verdict) == (year, "umkc-som", verdict)
    assert told in found.reason
    assert (found.supported_wording == "did not win in 2019") is (verdict == "supported")


def test_the_years_that_a_run_counts_are_told_once(connection: Connection) -> None:
    text = "Lehigh University has won the HEED Award for five consecutive years (2019-2023)."
    assert [finding.kind for finding in findings(connection, text, None)].count("win") == 0
    apart = text.replace("(2019-2023)", "in all, and it won the award from 2014 to 2016")
    assert [finding.as_of for finding in findings(connection, apart, None) if finding.kind == "win"] == [
        2014,
        2015,
        2016,
    ]


def test_the_only_one_told_of_in_a_year_by_somebody(connection: Connection) -> None:
    text = (
        "UC Riverside School of Medicine said in 2021 that it is the only medical school in California with the award."
    )
    found = one(connection, f"The HEED Award.\n\n{text}", "only")
    assert (found.verdict, "Irvine" in found.reason) == ("contradicted", True)


def test_a_university_named_in_full_is_not_its_unit(connection: Connection) -> None:
    text = (
        "UNC Greensboro: HEED Award in 2019 for the second year in a row. The UNC Greensboro School of Nursing got the "
        "2022 Health Professions HEED Award."
    )
    assert one(connection, text, "consecutive").school_id == "uncg"


def test_a_unit_without_its_university_is_one_of_the_drafts_own(connection: Connection) -> None:
    text = (
        "The college received the Health Professions HEED Award in 2023. Next door, the College of Nursing had seven "
        "straight wins through 2023."
    )
    assert one(connection, text, "win", "ohio-state-optometry").school_id == "ohio-state-optometry"
    assert one(connection, text, "consecutive", "ohio-state-optometry").school_id == "ohio-state-nursing"


def test_a_university_is_not_contradicted_by_a_school_of_its_own(connection: Connection) -> None:
    found = one(connection, "We are the only university in Kansas to have received the HEED Award.", "only", "k-state")
    assert found.verdict == "undecided"
    assert "Veterinary" not in found.reason


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("We won the HEED Award in 2018. Creighton University won it in 2020. We won it in 2022.",
         {2018: "umkc-som", 2020: "creighton", 2022: "umkc-som"}),
        ("Creighton University won the HEED Award in 2020. We won it in 2022.", {2020: "creighton", 2022: "creighton"}),
        ("UMKC School of Medicine won the HEED Award in 2018. Creighton University won it in 2020. We won it in 2022.",
         {2018: "umkc-som", 2020: "creighton", 2022: "umkc-som"}),
        ("We have been named a 2023 HEED Award recipient, together with Creighton University.", {2023: "umkc-som"}),
        ("Our sister school, the UMKC School of Dentistry, won the HEED Award in 2016; we followed in 2018.",
         {2016: "umkc-dentistry", 2018: "umkc-som"}),
        ("UMKC School of Medicine won the HEED Award in 2022. We are glad that the 2020 HEED Award went to Creighton "
         "University.", {2022: "umkc-som", 2020: "creighton"}),
        ("Our neighbor on Hospital Hill, the UMKC School of Dentistry, won the HEED Award in 2016.",
         {2016: "umkc-dentistry"}),
        ("The School of Medicine received the HEED Award in 2023. Our partner, the University of Missouri-St. Louis, "
         "was honored in 2014.", {2023: "umkc-som", 2014: "umsl"}),
        ("The school received the HEED Award in 2023. Creighton University received it in 2020. We received it "
         "in 2022.", {2023: "umkc-som", 2020: "creighton", 2022: "umkc-som"}),
    ],
)  # fmt: skip
def test_we_is_the_school_that_the_draft_is_about(connection: Connection, text: str, years: dict[int, str]) -> None:
    found = [one for one in findings(connection, text, "umkc-som") if one.kind == "win"]
    assert {one.as_of: one.school_id for one in found} == years


@pytest.mark.parametrize(
    ("text", "school"),
    [
        ("In western Missouri, the UMKC School of Medicine won the HEED Award in 2018.", "umkc-som"),
        ("In western Texas, the UMKC School of Medicine won the HEED Award in 2018.", "umkc-som"),
    ],
)
def test_the_state_before_a_name_is_no_part_of_it(connection: Connection, text: str, school: str) -> None:
    """Also a state by whose name a university goes."""
    assert one(connection, text, "win", "umsl").school_id == school


def test_a_short_form_is_the_own_school_before_one_without_records(connection: Connection) -> None:
    text = "CWU has received the HEED Award. Central also received the award in 2015."
    assert one(connection, text, "win", "cwu").school_id == "cwu"


@pytest.mark.parametrize(
    ("text", "kind", "verdict", "told"),
    [
        ("UMKC School of Medicine has never won the HEED Award.", "not_won", "contradicted", "won in 2018"),
        ("UMKC School of Medicine has won the HEED Award at least twice.", "total", "supported", "3 wins"),
        ("UMKC School of Medicine has won the HEED Award twice.", "total", "understated", "3 wins"),
        ("The UMKC School of Medicine received the HEED Award in 2023, one of 64 overall.", "recipients", "supported",
         "HP-HEED 2023"),
        ("The UMKC School of Medicine received the HEED Award in 2023, one of 97 overall.", "recipients",
         "contradicted", "HP-HEED 2023"),
        ("As a HEED Award winner for 2022 and 2023 we are one of 65 health professions schools.", "recipients",
         "undecided", "the award year is not clear"),
        ("We won the HEED Award in 2018. We have won it every year since 2022.", "every_year_since",
         "undecided", "2024 and 2025 not known"),
        ("103 universities received the HEED Award in 2022. Clemson University was the only university in South "
         "Carolina to do so.", "only", "undecided", "no other winner in South Carolina"),
        ("UMKC School of Medicine is the only medical school in Missouri to win the HEED Award.", "only", "undecided",
         "no other winner of that kind in Missouri is known, but others that can hold one: Kansas City University"),
        ("UMKC School of Dentistry is the only health school in Missouri to win the HEED Award.", "only",
         "contradicted", "others in Missouri won: Kansas City University: 2023; UMKC School of Medicine: 2018, 2022"),
        ("UMKC School of Medicine was the only medical school to win the HEED Award in 2022.", "only", "contradicted",
         "others elsewhere won"),
        ("UMSL is the only university in Missouri on the 2022 list of the HEED Award.", "only", "undecided",
         "schools of other universities in Missouri won"),
        ("Swarthmore College received the HEED Award in 2024 for the eighth consecutive year.", "consecutive",
         "undecided", "the same is claimed, which does not prove it: 8 in a row as of 2024"),
    ],
)  # fmt: skip
def test_verdicts_and_why(connection: Connection, text: str, kind: str, verdict: str, told: str) -> None:
    found = one(connection, text, kind, "umkc-som")
    assert found.verdict == verdict
    assert told in found.reason
