"""What a name printed in an announcement means: units, short forms, initials, places and states behind a name."""

from dataclasses import replace

import pytest

from etl.extract.announcement import Document
from etl.proposals import ClaimProposal, Known, ObservationProposal, propose
from tests.etl.proposals_read import won


def test_units_are_tied_to_the_university_that_the_text_names(known: Known) -> None:
    award = "Health Professions Higher Education Excellence in Diversity (HEED) Award"
    for text, school in (
        (f"UVM's Larner College of Medicine has won the 2020 {award}.", "231174-medicine"),
        (f"The University of Kentucky's dental school has won the 2020 {award}.", "157085-dentistry"),
    ):
        assert won(text, known) == {(school, "HP-HEED", 2020, "announced")}
    own = "The University of Kentucky has won the 2020 HEED Award. "
    for text, units in (
        (f"The UK College of Nursing was honored, too, with the {award}.", {"157085-nursing"}),
        (
            f"Its colleges of Pharmacy and Dentistry received the {award} as well.",
            {"157085-pharmacy", "157085-dentistry"},
        ),
    ):
        assert {school for school, _, _, _ in won(own + text, known)} == {"kentucky", *units}


@pytest.mark.parametrize(
    ("short", "whole"), [("Edinboro", "Edinboro University"), ("Carolina", "University of South Carolina")]
)
def test_a_short_form_is_the_one_longer_name_in_the_document(known: Known, short: str, whole: str) -> None:
    text = (
        f"{short} wins diversity honor\n\n{whole} teaches many.\n\n{short} is one of 92 colleges and universities to "
        "receive the 2015 Higher Education Excellence in Diversity (HEED) Award of INSIGHT Into Diversity."
    )
    found = {school for school, _, _, _ in won(text, known)}
    assert len(found) == 1
    assert None not in found


def test_the_name_of_somebody_in_that_of_a_unit_is_the_unit(known: Known) -> None:
    award = "Health Professions Higher Education Excellence in Diversity (HEED) Award"
    text = (
        f"The Emory University Rollins School of Public Health has been honored with the 2021 {award}.\n\n"
        "As a recipient of the annual Health Professions HEED Award, Rollins will be featured. Rollins is one of three "
        "schools of public health to receive the award this year."
    )
    assert {school for school, _, _, _ in won(text, known)} == {"139658-public-health"}


def test_the_name_of_a_system_is_no_short_form_of_the_campus_named_beside_it(known: Known) -> None:
    text = (
        "SUNY Receives Diversity Award\n\nThe State University of New York has received the 2018 Higher Education "
        "Excellence in Diversity (HEED) Award of INSIGHT Into Diversity. SUNY System Administration has been honored "
        "for seven consecutive years.\n\nSUNY Oswego is also among the 96 institutions on the list."
    )
    found = won(text, known)
    assert ("suny-system", "HEED", 2018, "announced") in found
    assert {basis for school, _, _, basis in found if school == "196194-institution"} <= {"claimed"}


def test_initials_of_a_university_told_by_its_medical_center(known: Known) -> None:
    text = (
        "The UR School of Nursing has received the 2020 Health Professions HEED Award, said the head of the "
        "University of Rochester Medical Center."
    )
    assert {school for school, _, _, _ in won(text, known)} == {"rochester-nursing"}


def test_a_short_form_is_the_one_campus_that_the_document_names(known: Known) -> None:
    text = (
        "UT among schools honored\n\nThe magazine has recognized UT with the 2012 Higher Education Excellence in "
        'Diversity (HEED) Award.\n\n"UT-Austin works at it every day," the president said.'
    )
    assert won(text, known) == {("228778-institution", "HEED", 2012, "announced")}


def test_the_place_of_a_campus_behind_the_name_of_its_school(known: Known) -> None:
    text = "Touro College of Osteopathic Medicine Harlem has received the 2019 Inspiring Programs in STEM Award."
    assert {school for school, *_ in won(text, known)} == {"tourocom"}


def test_initials_with_a_hyphen(known: Known) -> None:
    text = "UMK-C has received the 2019 HEED Award of INSIGHT Into Diversity."
    assert None not in {school for school, *_ in won(text, known)}


def test_a_town_and_its_state_behind_a_name_tell_which_school_it_is(known: Known) -> None:
    news = " received the 2021 HEED Award."
    assert won(f"Wheaton College{news}", known) == {(None, "HEED", 2021, "announced")}
    for place in (", Norton, Mass.,", ", Norton, MA", " (MA)", " (Norton, Mass.)", " in Norton, Massachusetts"):
        assert won(f"Wheaton College{place}{news}", known) == {("168281-institution", "HEED", 2021, "announced")}, place
    assert won(f"Wheaton College, Wheaton, Ill.,{news}", known) == {("149781-institution", "HEED", 2021, "announced")}


def test_a_state_in_a_list_of_schools_is_a_school_and_no_place(known: Known) -> None:
    text = "The 2021 HEED Award went to the Air Force Academy, Michigan State University and Ball State University."
    assert ("usafa", "HEED", 2021, "announced") in won(text, known)


def test_the_one_school_of_a_name_with_records_is_meant(known: Known) -> None:
    text = "Northeastern University received the 2021 HEED Award."
    assert won(text, known) == {("northeastern", "HEED", 2021, "announced")}
    kept = {key: name for key, name in known.names.items() if key != "northeastern"}
    assert won(text, replace(known, names=kept)) == {(None, "HEED", 2021, "announced")}


def test_a_university_and_a_field_told_with_its_parent(known: Known) -> None:
    text = "Johns Hopkins School of Nursing\n\nHopkins Nursing has won the 2021 Health Professions HEED Award."
    assert {school for school, *_ in won(text, known)} == {"jhu-nursing"}


def test_a_short_form_is_the_unit_whose_name_it_leads(known: Known) -> None:
    news = "Geisel has won the 2021 Health Professions HEED Award."
    ((school, *_),) = won(f"Geisel School of Medicine at Dartmouth\n\n{news}", known)
    assert school == "geisel"


def test_a_short_form_is_the_unit_whose_name_it_leads_behind_initials(known: Known) -> None:
    news = "Gillings won the 2021 Health Professions HEED Award."
    text = f"The UNC Gillings School of Global Public Health seeks a dean. {news}"
    ((school, *_),) = won(text, known)
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
    assert {school for school, *_ in won(mixed, known)} == {None}


def test_the_one_state_of_a_document_tells_a_short_form(known: Known) -> None:
    text = "{} universities honored\n\nLSU is a winner of the 2019 HEED Award of INSIGHT Into Diversity."
    assert {school for school, *_ in won(text.format("Two Louisiana"), known)} == {"159391-institution"}
    assert {school for school, *_ in won(text.format("Texas and Louisiana"), known)} == {None}


def test_a_name_cut_short_is_the_longer_one_of_the_document(known: Known) -> None:
    text = (
        "The student voice of UW-La Crosse\n\nUW-L gets award\n\nFor the second year in a row UW-L won the 2014 HEED "
        "Award of INSIGHT Into Diversity."
    )
    assert won(text, known) == {("uw-la-crosse", "HEED", 2014, "announced")}


def test_more_behind_the_name_of_a_unit(known: Known) -> None:
    text = (
        "The University of Iowa College of Dentistry & Dental Clinics has won the 2018 Health Professions HEED Award."
    )
    assert {school for school, *_ in won(text, known)} == {"153658-dentistry"}


def test_a_short_form_of_a_name_that_several_share_is_the_one_with_records(known: Known) -> None:
    text = (
        "Northeastern University: milestones\n\n2018 - Northeastern receives the 2018 HEED Award of INSIGHT Into "
        "Diversity."
    )
    assert {school for school, *_ in won(text, known)} == {"northeastern"}


def test_a_unit_named_after_somebody_is_one_of_the_only_university_of_the_text(known: Known) -> None:
    text = (
        "The University of Utah College of Nursing has won the 2019 Health Professions HEED Award. In 2017 the "
        "University of Utah and the J.R. Hart College of Law won the HEED Award."
    )
    assert ("230764-law", "HEED", 2017, "claimed") in won(text, known)
    other = text.replace("and the J.R.", "and Ball State University and the J.R.")
    assert "230764-law" not in {school for school, *_ in won(other, known)}


@pytest.mark.parametrize(
    ("lead", "school"),
    [
        ("UNM won the 2015 HEED Award.", "unm"),
        ("UNM and the UNM Health Sciences Center won the 2015 HEED Award.", "unm-hsc"),
        ("NKU won the 2018 HEED Award.", "157447-institution"),
    ],
)
def test_initials_by_which_one_school_goes(known: Known, lead: str, school: str) -> None:
    assert school in {one for one, *_ in won(f"{lead} It is given by INSIGHT Into Diversity.", known)}


def test_initials_without_records_are_nobodys_beside_another_school(known: Known) -> None:
    text = "Ball State University won the 2018 HEED Award, as did NKU. It is given by INSIGHT Into Diversity."
    assert "157447-institution" not in {school for school, *_ in won(text, known)}


@pytest.mark.parametrize(
    ("said", "url", "school"),
    [
        ("Southern Miss has earned", "http://news.usm.edu/story/1", "176372-institution"),
        ("Eastern Washington University teaches many.\n\nEastern is honored with", "http://www.ewu.edu/news", "ewu"),
        ("Humboldt State was honored with", "https://paper.example/x", "115755-institution"),
        ("The magazine has awarded UWW", "https://paper.example/x", "240189-institution"),
    ],
)  # fmt: skip
def test_what_a_school_is_called_at_home(known: Known, said: str, url: str, school: str) -> None:
    text = f"{said} the 2014 Higher Education Excellence in Diversity (HEED) Award of INSIGHT Into Diversity."
    found = propose(Document("news.txt", text, "News", url), known).proposals
    assert {one.school_id for one in found if isinstance(one, ObservationProposal)} == {school}


def test_initials_in_a_text_that_names_a_school_in_full_are_not_taken_for_another(known: Known) -> None:
    text = "Ball State University has won the 2014 HEED Award. The UWW Report also received a HEED Award mention."
    assert {school for school, *_ in won(text, known)} == {"ball-state"}


def test_a_named_unit_beside_another_of_the_same_university(known: Known) -> None:
    text = (
        "The St. John Fisher University Wegmans School of Pharmacy has received the 2022 Health Professions HEED "
        "Award. It joins the Wegmans School of Nursing as the only two schools at Fisher to earn this distinction."
    )
    assert {(school, basis) for school, _, _, basis in won(text, known)} == {
        ("195720-pharmacy", "announced"), ("195720-nursing", "claimed"),
    }  # fmt: skip


def test_the_clinic_of_a_school_is_not_the_school(known: Known) -> None:
    text = (
        "The new LMU Dental clinic is open.\n\nLincoln Memorial University has received the 2024 Health Professions "
        "HEED Award."
    )
    assert {school for school, *_ in won(text, known)} == {None}


def test_a_college_of_health_that_wins_an_award_for_health_schools_alone(known: Known) -> None:
    text = "The University of Utah College of Health has received the 2022 Health Professions HEED Award."
    assert {school for school, *_ in won(text, known)} == {"230764-allied-health"}


def test_the_university_at_its_own_level_beside_its_college(known: Known) -> None:
    text = (
        "For the third year in a row, the College of Veterinary Medicine at Iowa State University has received the "
        "2023 Health Professions HEED Award. Iowa State, for the sixth year in a row, was recently announced as "
        "recipient of the award at the university level."
    )
    found = propose(Document("news.txt", text, "News"), known).proposals
    told = {(one.n, one.school_id) for one in found if isinstance(one, ClaimProposal)}
    assert told == {(3, "153603-veterinary-medicine"), (6, "153603-institution")}


def test_names_of_a_health_university_that_say_what_it_is(known: Known) -> None:
    text = "Des Moines University Medicine and Health Sciences (DMU) has won the 2022 Health Professions HEED Award."
    assert {school for school, *_ in won(text, known)} == {"154156-health-sciences-center"}


def test_a_word_of_the_universitys_name_is_its_one_school_that_the_text_names(known: Known) -> None:
    text = (
        "UK College of Dentistry earns national award\n\nThe University of Kentucky College of Dentistry was chosen. "
        "Kentucky is one of 24 schools to receive the 2017 Health Professions Higher Education Excellence in Diversity "
        "(HEED) Award."
    )
    assert won(text, known) == {("157085-dentistry", "HP-HEED", 2017, "announced")}


@pytest.mark.parametrize(
    ("town", "school"), [("Carbondale", "149222-institution"), ("Edwardsville", "149231-institution")]
)
def test_of_several_campuses_the_one_whose_town_is_named(known: Known, town: str, school: str) -> None:
    text = f"SIU honored\n\nSIU has received the 2019 HEED Award of INSIGHT Into Diversity.\n\nSome in {town} doubt."
    assert won(text, known) == {(school, "HEED", 2019, "announced")}
    assert won(text.replace(town, "Carbondale and Edwardsville"), known) != won(text, known)


def test_a_unit_that_begins_as_the_university_of_the_text_is_no_school_of_another_college(known: Known) -> None:
    said = "has received the 2023 Health Professions Higher Education Excellence in Diversity (HEED) Award"
    text = f"A prize for nursing\n\nWayne State University works at it. The Wayne State College of Nursing {said}."
    assert won(text, known) == {("172644-nursing", "HP-HEED", 2023, "announced")}


def test_a_law_school_behind_its_university_by_the_same_word(known: Known) -> None:
    text = (
        "Wayne State University and two awards\n\nThis year, Wayne State and Wayne Law received their fifth 2021 "
        "Higher Education Excellence in Diversity (HEED) Awards."
    )
    found = {school for school, *_ in won(text, known, "https://today.wayne.edu/two/")}
    assert found == {"172644-institution", "172644-law"}


def test_initials_of_the_university_on_its_own_page(known: Known) -> None:
    text = (
        "Dentistry among 3 UMB schools to win an award\n\nThe University of Maryland School of Dentistry is a "
        "recipient of the 2024 Health Professions Higher Education Excellence in Diversity (HEED) Award.\n\n"
        "Additionally, UMB has been recognized as a Diversity Champion."
    )
    found = propose(Document("news.txt", text, "", "https://news.dental.umaryland.edu/3.html"), known).proposals
    told = {(one.school_id, one.award, one.basis) for one in found if isinstance(one, ObservationProposal)}
    assert told == {
        ("163259-dentistry", "HP-HEED", "announced"),
        ("163259-institution", "DIVERSITY-CHAMPION", "claimed"),
    }


def test_what_lists_of_other_news_tell_is_not_read_and_that_is_said(known: Known) -> None:
    text = (
        "The University of Kentucky has received the 2022 HEED Award of INSIGHT Into Diversity. It is an honor for all "
        "who teach and learn here, and for those who have kept at it year after year, in every college and hall.\n\n"
        "Related News\nDuke University wins 2019 HEED Award\nOct. 4, 2019\nNew hall to open in fall\nJan. 5, 2015\n"
    )
    proposed = propose(Document("a.txt", text, "a"), known)
    assert {one.school_id for one in proposed.proposals if isinstance(one, ObservationProposal)} == {"kentucky"}
    assert proposed.document.text == text
    assert "lists of other news in it are left out" in proposed.notices
