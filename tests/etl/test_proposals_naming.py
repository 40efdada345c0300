"""What the names in an announcement mean: schools, their units, short forms, and the award that each won."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from etl.extract.announcement import Document
from etl.proposals import ClaimProposal, Known, ObservationProposal, RecipientsProposal, propose


def _won(text: str, known: Known, url: str | None = None, day: date | None = None) -> set[tuple[Any, ...]]:
    found = propose(Document("news.txt", text, "News", url, None, day), known).proposals
    return {(o.school_id, o.award, o.year, o.basis) for o in found if isinstance(o, ObservationProposal)}


def test_another_school_told_in_passing_is_claimed_and_a_unit_of_the_main_one_announced(known: Known) -> None:
    text = (
        "The University of Florida College of Dentistry has won the 2021 Health Professions HEED Award.\n\n"
        "In September, the same magazine gave the University of Florida a HEED Award of its own."
    )
    assert _won(text, known) == {
        ("uf-dentistry", "HP-HEED", 2021, "announced"),
        ("134130-institution", "HEED", 2021, "claimed"),
    }
    text = (
        "The University of Georgia has won a 2021 HEED Award. The UGA College of Veterinary Medicine was selected for "
        "the Health Professions HEED Award, too."
    )
    assert _won(text, known) == {("uga", "HEED", 2021, "announced"), ("uga-vet", "HP-HEED", 2021, "announced")}


def test_the_day_in_an_address_gives_the_award_year(known: Known) -> None:
    text = "Ball State University has received the HEED Award."
    for url, year in (
        ("https://news.example/2019/10/04/award", 2019),
        ("https://news.example/stories/2019/10/award.html", 2019),
        ("https://news.example/20191004.html", 2019),
        ("https://news.example/2020/02/award", 2019),
    ):
        assert _won(text, known, url) == {("ball-state", "HEED", year, "announced")}
    assert _won(text, known, "https://news.example/2019/10/04/award", date(2018, 10, 1)) == {
        ("ball-state", "HEED", 2018, "announced")
    }
    assert _won(text, known, "https://news.example/story/201999") == set()


def test_an_uncertain_name_of_a_health_school_has_its_award(known: Known) -> None:
    ((school, award, year, _),) = _won("The UC College of Nursing was given the 2021 HEED Award.", known)
    assert (school, award, year) == (None, "HP-HEED", 2021)


def test_an_ambiguous_count_is_settled_by_a_clear_one_of_the_text(known: Known) -> None:
    lead = "Ball State University has won the 2021 HEED Award, its fifth consecutive win."
    for text, claims in (
        (f"Ball State wins award for fifth year\n\n{lead}", ["consecutive"]),
        (f"{lead} It is the fifth year that Ball State has won the award.", ["consecutive"]),
        (lead.replace("its fifth consecutive win", "in its fifth year as a winner"), ["total"]),
    ):
        found = propose(Document("news.txt", text, "News"), known).proposals
        assert [one.claim for one in found if isinstance(one, ClaimProposal)] == claims


def test_units_are_tied_to_the_university_that_the_text_names(known: Known) -> None:
    award = "Health Professions Higher Education Excellence in Diversity (HEED) Award"
    for text, school in (
        (f"UVM's Larner College of Medicine has won the 2020 {award}.", "231174-medicine"),
        (f"The University of Kentucky's dental school has won the 2020 {award}.", "157085-dentistry"),
    ):
        assert _won(text, known) == {(school, "HP-HEED", 2020, "announced")}
    own = "The University of Kentucky has won the 2020 HEED Award. "
    for text, units in (
        (f"The UK College of Nursing was honored, too, with the {award}.", {"157085-nursing"}),
        (
            f"Its colleges of Pharmacy and Dentistry received the {award} as well.",
            {"157085-pharmacy", "157085-dentistry"},
        ),
    ):
        assert {school for school, _, _, _ in _won(own + text, known)} == {"kentucky", *units}


def test_a_short_form_of_the_main_school_is_the_main_school(known: Known) -> None:
    text = "Kent State University has received the 2019 HEED Award. Kent State has now received the award six times."
    assert {year for _, _, year, _ in _won(text, known)} == {2019}
    assert len(_won(text, known)) == 1


@pytest.mark.parametrize(
    "lead",
    ["The group includes universities like", "The magazine will profile the 95 other recipients, among which are"],
)
def test_short_names_in_a_list_of_winners_are_those_of_one_university_or_a_persons_to_decide(
    known: Known, lead: str
) -> None:
    text = (
        f"Ball State University has received the 2019 HEED Award. {lead} Clemson, Georgia, Kent State, Texas and Tulsa."
    )
    found = {
        (one.school_as_printed, one.school_id)
        for one in propose(Document("news.txt", text, "News"), known).proposals
        if isinstance(one, ObservationProposal) and one.basis == "claimed"
    }
    assert found == {
        ("Clemson", "clemson"), ("Georgia", "uga"), ("Kent State", "203517-institution"), ("Texas", None),
        ("Tulsa", "207971-institution"),
    }  # fmt: skip


def test_an_award_for_libraries_is_won_by_no_school_of_another_kind(known: Known) -> None:
    text = (
        "The magazine has awarded Purdue University Libraries and the Purdue University School of Nursing the 2024 "
        "Library Excellence in Access and Diversity (LEAD) Award."
    )
    found = propose(Document("news.txt", text, "News"), known).proposals
    printed = [one.school_as_printed for one in found if isinstance(one, ObservationProposal)]
    assert printed == ["Purdue University Libraries"]


@pytest.mark.parametrize(
    ("short", "whole"), [("Edinboro", "Edinboro University"), ("Carolina", "University of South Carolina")]
)
def test_a_short_form_is_the_one_longer_name_in_the_document(known: Known, short: str, whole: str) -> None:
    text = (
        f"{short} wins diversity honor\n\n{whole} teaches many.\n\n{short} is one of 92 colleges and universities to "
        "receive the 2015 Higher Education Excellence in Diversity (HEED) Award of INSIGHT Into Diversity."
    )
    won = {school for school, _, _, _ in _won(text, known)}
    assert len(won) == 1
    assert None not in won


def test_the_university_won_an_award_of_another_family_than_its_library(known: Known) -> None:
    text = (
        "University of Kentucky Libraries has received the 2024 Library Excellence in Access and Diversity (LEAD) "
        "Award of Insight Into Diversity.\n\nIn 2023, the University of Kentucky received the Higher Education "
        "Excellence in Diversity (HEED) Award."
    )
    assert {(award, school) for school, award, _, _ in _won(text, known)} == {
        ("LEAD", "157085-library"), ("HEED", "kentucky"),
    }  # fmt: skip


def test_the_name_of_a_system_is_no_short_form_of_the_campus_named_beside_it(known: Known) -> None:
    text = (
        "SUNY Receives Diversity Award\n\nThe State University of New York has received the 2018 Higher Education "
        "Excellence in Diversity (HEED) Award of INSIGHT Into Diversity. SUNY System Administration has been honored "
        "for seven consecutive years.\n\nSUNY Oswego is also among the 96 institutions on the list."
    )
    won = _won(text, known)
    assert ("suny-system", "HEED", 2018, "announced") in won
    assert {basis for school, _, _, basis in won if school == "196194-institution"} <= {"claimed"}


def test_a_doubtful_name_of_a_unit_is_not_the_one_certain_winner_of_another_kind(known: Known) -> None:
    text = (
        "HEED Award for QX nursing school\n\nThe QX School of Nursing has received the 2019 Health Professions HEED "
        "Award, and so has the University of Virginia School of Medicine."
    )
    assert ("uva-som", 2019) in {(school, year) for school, _, year, _ in _won(text, known)}
    assert sum(school == "uva-som" for school, _, _, _ in _won(text, known)) == 1
    assert None in {school for school, _, _, _ in _won(text, known)}


def test_initials_of_a_university_told_by_its_medical_center(known: Known) -> None:
    text = (
        "The UR School of Nursing has received the 2020 Health Professions HEED Award, said the head of the "
        "University of Rochester Medical Center."
    )
    assert {school for school, _, _, _ in _won(text, known)} == {"rochester-nursing"}


def test_a_short_form_is_the_one_campus_that_the_document_names(known: Known) -> None:
    text = (
        "UT among schools honored\n\nThe magazine has recognized UT with the 2012 Higher Education Excellence in "
        'Diversity (HEED) Award.\n\n"UT-Austin works at it every day," the president said.'
    )
    assert _won(text, known) == {("228778-institution", "HEED", 2012, "announced")}


def test_a_doubtful_name_and_its_short_form_are_one_proposal(known: Known) -> None:
    text = (
        "INSIGHT Into Diversity had picked Augustana College for the 2019 HEED Award.\n\n"
        '"Augustana has never been a HEED Award recipient until this year," the director said.'
    )
    assert len(_won(text, known)) == 1


def test_two_campuses_by_their_short_names(known: Known) -> None:
    text = "Two schools, IU-Bloomington and Ball State University, have been given the 2021 HEED Award."
    assert {school for school, *_ in _won(text, known)} == {"151351-institution", "ball-state"}


def test_the_place_of_a_campus_behind_the_name_of_its_school(known: Known) -> None:
    text = "Touro College of Osteopathic Medicine Harlem has received the 2019 Inspiring Programs in STEM Award."
    assert {school for school, *_ in _won(text, known)} == {"tourocom"}


def test_initials_with_a_hyphen(known: Known) -> None:
    text = "UMK-C has received the 2019 HEED Award of INSIGHT Into Diversity."
    assert None not in {school for school, *_ in _won(text, known)}


def test_a_count_of_nobody_is_no_claim(known: Known) -> None:
    text = (
        'Tips for the HEED Award\n\n"We had won the HEED Award five times in a row," one of the winners of 2019 said.'
    )
    found = propose(Document("news.txt", text, "News"), known).proposals
    assert [one for one in found if isinstance(one, ClaimProposal)] == []


def test_a_part_of_a_university_wins_for_it(known: Known) -> None:
    text = (
        "INSIGHT Into Diversity magazine, the largest publication on diversity in higher education, has named "
        "Creighton's Department of Multicultural Affairs an inspiring program in STEM.\n\nThe September 2019 issue "
        "featured Creighton and 49 other recipients."
    )
    found = propose(Document("news.txt", text, "News"), known).proposals
    told = [(one.school_as_printed, one.award, one.year) for one in found if isinstance(one, ObservationProposal)]
    assert told == [("Creighton", "STEM-PROGRAM", 2019)]


def test_a_town_and_its_state_behind_a_name_tell_which_school_it_is(known: Known) -> None:
    news = " received the 2021 HEED Award."
    assert _won(f"Wheaton College{news}", known) == {(None, "HEED", 2021, "announced")}
    for place in (", Norton, Mass.,", ", Norton, MA", " (MA)", " (Norton, Mass.)", " in Norton, Massachusetts"):
        assert _won(f"Wheaton College{place}{news}", known) == {("168281-institution", "HEED", 2021, "announced")}, (
            place
        )
    assert _won(f"Wheaton College, Wheaton, Ill.,{news}", known) == {("149781-institution", "HEED", 2021, "announced")}


def test_a_state_in_a_list_of_schools_is_a_school_and_no_place(known: Known) -> None:
    text = "The 2021 HEED Award went to the Air Force Academy, Michigan State University and Ball State University."
    assert ("usafa", "HEED", 2021, "announced") in _won(text, known)


def test_the_one_school_of_a_name_with_records_is_meant(known: Known) -> None:
    text = "Northeastern University received the 2021 HEED Award."
    assert _won(text, known) == {("northeastern", "HEED", 2021, "announced")}
    kept = {key: name for key, name in known.names.items() if key != "northeastern"}
    assert _won(text, replace(known, names=kept)) == {(None, "HEED", 2021, "announced")}


def test_a_university_and_a_field_told_with_its_parent(known: Known) -> None:
    text = "Johns Hopkins School of Nursing\n\nHopkins Nursing has won the 2021 Health Professions HEED Award."
    assert {school for school, *_ in _won(text, known)} == {"jhu-nursing"}


def test_a_short_form_is_the_unit_whose_name_it_leads(known: Known) -> None:
    news = "Geisel has won the 2021 Health Professions HEED Award."
    ((school, *_),) = _won(f"Geisel School of Medicine at Dartmouth\n\n{news}", known)
    assert school == "geisel"


def test_the_university_and_its_unit_that_won_awards_of_their_own(known: Known) -> None:
    text = (
        "Kansas State University\n\nK-State earned the 2023 HEED Award. The College of Veterinary Medicine received "
        "the 2023 Health Professions HEED Award."
    )
    assert {school for school, *_ in _won(text, known)} == {"k-state", "k-state-vet"}


def test_a_short_form_is_the_unit_whose_name_it_leads_behind_initials(known: Known) -> None:
    news = "Gillings won the 2021 Health Professions HEED Award."
    text = f"The UNC Gillings School of Global Public Health seeks a dean. {news}"
    ((school, *_),) = _won(text, known)
    assert school == "unc-gillings"


def test_a_list_of_schools_of_one_field_means_the_universities_schools_of_it(known: Known) -> None:
    text = (
        "Three veterinary colleges honored\n\nThe association congratulates the three colleges that have received a "
        "2022 Health Professions HEED Award of INSIGHT Into Diversity.\n\nThe following veterinary colleges are "
        "recipients:\n\n"
        "Iowa State University\nKansas State University (2nd consecutive year)\nPurdue University"
    )
    found = propose(Document("news.txt", text, "News"), known).proposals
    assert {one.school_id for one in found if isinstance(one, ObservationProposal)} == {
        "153603-veterinary-medicine", "k-state-vet", "243780-veterinary-medicine",
    }  # fmt: skip
    assert [(one.school_id, one.n) for one in found if isinstance(one, ClaimProposal)] == [("k-state-vet", 2)]
    mixed = text.replace("\n\nThe association", "\n\nNursing schools were honored, too. The association")
    assert {school for school, *_ in _won(mixed, known)} == {None}


def test_the_one_state_of_a_document_tells_a_short_form(known: Known) -> None:
    text = "{} universities honored\n\nLSU is a winner of the 2019 HEED Award of INSIGHT Into Diversity."
    assert {school for school, *_ in _won(text.format("Two Louisiana"), known)} == {"159391-institution"}
    assert {school for school, *_ in _won(text.format("Texas and Louisiana"), known)} == {None}


def test_a_name_cut_short_is_the_longer_one_of_the_document(known: Known) -> None:
    text = (
        "The student voice of UW-La Crosse\n\nUW-L gets award\n\nFor the second year in a row UW-L won the 2014 HEED "
        "Award of INSIGHT Into Diversity."
    )
    assert _won(text, known) == {("uw-la-crosse", "HEED", 2014, "announced")}


def test_a_name_of_which_nothing_is_known_is_not_the_pages_institution(known: Known) -> None:
    text = (
        "New dean of the School of Public Health\n\nThe University of Nevada, Reno has named a dean. She comes from "
        "the UNC Gillings School of Global Public Health. Gillings was awarded the 2019 Health Professions HEED Award."
    )
    won = {school for school, *_ in _won(text, known, "https://www.unr.edu/nevada-today/news/2022/dean")}
    assert won == {"unc-gillings"}


def test_more_behind_the_name_of_a_unit(known: Known) -> None:
    text = (
        "The University of Iowa College of Dentistry & Dental Clinics has won the 2018 Health Professions HEED Award."
    )
    assert {school for school, *_ in _won(text, known)} == {"153658-dentistry"}


@pytest.mark.parametrize(
    "said",
    [
        "South Dakota State University as a whole won the magazine's HEED Award in 2013.",
        "South Dakota State University won a HEED Award for the university as a whole in 2013.",
    ],
)
def test_the_university_as_a_whole_beside_its_school(known: Known, said: str) -> None:
    lead = "The South Dakota State University College of Nursing has won the 2019 Health Professions HEED Award. "
    assert _won(lead + said, known) == {
        ("219356-nursing", "HP-HEED", 2019, "announced"), ("219356-institution", "HEED", 2013, "claimed"),
    }  # fmt: skip


def test_numbers_of_both_awards_of_a_university(known: Known) -> None:
    text = (
        "Ball State University has received the 2025 Higher Education Excellence and Distinction (HEED) Award. There "
        "are only 62 institutions in the nation that can say the same.\n\nIts School of Nursing has received the 2025 "
        "Health Professions HEED Award of Insight Into Academia. Just 29 institutions were honored with it."
    )
    found = propose(Document("news.txt", text, "News"), known).proposals
    assert {(one.award, one.recipients) for one in found if isinstance(one, RecipientsProposal)} == {
        ("HEED", 62), ("HP-HEED", 29),
    }  # fmt: skip


def test_a_short_form_of_a_name_that_several_share_is_the_one_with_records(known: Known) -> None:
    text = (
        "Northeastern University: milestones\n\n2018 - Northeastern receives the 2018 HEED Award of INSIGHT Into "
        "Diversity."
    )
    assert {school for school, *_ in _won(text, known)} == {"northeastern"}


def test_a_unit_named_after_somebody_is_one_of_the_only_university_of_the_text(known: Known) -> None:
    text = (
        "The University of Utah College of Nursing has won the 2019 Health Professions HEED Award. In 2017 the "
        "University of Utah and the J.R. Hart College of Law won the HEED Award."
    )
    assert ("230764-law", "HEED", 2017, "claimed") in _won(text, known)
    other = text.replace("and the J.R.", "and Ball State University and the J.R.")
    assert "230764-law" not in {school for school, *_ in _won(other, known)}


def test_an_office_wins_for_the_one_school_that_the_text_names(known: Known) -> None:
    text = (
        "Office of Diversity and Engagement Receives HEED Award\n\nThe University of Florida College of Dentistry sets "
        "out to train dentists.\n\nThe Office of Diversity and Engagement received the 2021 Health Professions HEED "
        "Award from INSIGHT Into Diversity."
    )
    assert {school for school, *_ in _won(text, known)} == {"uf-dentistry"}
    assert {school for school, *_ in _won(f"{text} Staff of Ball State University congratulated.", known)} == {None}


@pytest.mark.parametrize(
    ("lead", "school"),
    [
        ("UNM won the 2015 HEED Award.", "unm"),
        ("UNM and the UNM Health Sciences Center won the 2015 HEED Award.", "unm-hsc"),
        ("NKU won the 2018 HEED Award.", "157447-institution"),
    ],
)
def test_initials_by_which_one_school_goes(known: Known, lead: str, school: str) -> None:
    assert school in {one for one, *_ in _won(f"{lead} It is given by INSIGHT Into Diversity.", known)}


def test_a_university_told_beside_its_center_stands_for_itself(known: Known) -> None:
    text = (
        "UNM receives 2015 HEED Award\n\nUNM and the UNM Health Sciences Center received the 2015 HEED Award of "
        "INSIGHT Into Diversity."
    )
    assert {school for school, *_ in _won(text, known)} == {"unm", "unm-hsc"}


def test_initials_without_records_are_nobodys_beside_another_school(known: Known) -> None:
    text = "Ball State University won the 2018 HEED Award, as did NKU. It is given by INSIGHT Into Diversity."
    assert "157447-institution" not in {school for school, *_ in _won(text, known)}


def test_a_list_names_universities_by_their_core(known: Known) -> None:
    text = (
        "INSIGHT Into Diversity gave its 2020 HEED Award to three universities of the State System: Millersville, West "
        "Chester and Kutztown."
    )
    assert {school for school, *_ in _won(text, known)} == {"millersville", "216764-institution", "213349-institution"}


def test_a_university_in_full_stands_for_itself_in_a_year_before(known: Known) -> None:
    text = (
        "The Michigan State University College of Veterinary Medicine has won the 2018 Health Professions HEED Award. "
        "In 2012, Michigan State University won the HEED Award."
    )
    assert ("michigan-state", "HEED", 2012, "claimed") in _won(text, known)
    assert ("michigan-state", "HEED", 2012, "claimed") not in _won(
        text.replace("2012, Michigan State", "2012, The"), known
    )


def test_a_short_form_whose_words_begin_the_name(known: Known) -> None:
    text = (
        "Metropolitan State University earned the HEED Award from INSIGHT Into Diversity in 2021, which marks the "
        "fifth time in the past six years that Metro State has been so recognized."
    )
    assert {school for school, *_ in _won(text, known)} == {"metro-state-mn"}
