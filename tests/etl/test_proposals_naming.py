"""Whose an announcement is, and which school each of its statements is about."""

from datetime import date

import pytest

from etl.extract.announcement import Document
from etl.proposals import ClaimProposal, Known, ObservationProposal, RecipientsProposal, propose
from tests.etl.proposals_read import won


def test_another_school_told_in_passing_is_claimed_and_a_unit_of_the_main_one_announced(known: Known) -> None:
    text = (
        "The University of Florida College of Dentistry has won the 2021 Health Professions HEED Award.\n\n"
        "In September, the same magazine gave the University of Florida a HEED Award of its own."
    )
    assert won(text, known) == {
        ("uf-dentistry", "HP-HEED", 2021, "announced"),
        ("134130-institution", "HEED", 2021, "claimed"),
    }
    text = (
        "The University of Georgia has won a 2021 HEED Award. The UGA College of Veterinary Medicine was selected for "
        "the Health Professions HEED Award, too."
    )
    assert won(text, known) == {("uga", "HEED", 2021, "announced"), ("uga-vet", "HP-HEED", 2021, "announced")}


def test_the_day_in_an_address_gives_the_award_year(known: Known) -> None:
    text = "Ball State University has received the HEED Award."
    for url, year in (
        ("https://news.example/2019/10/04/award", 2019),
        ("https://news.example/stories/2019/10/award.html", 2019),
        ("https://news.example/20191004.html", 2019),
        ("https://news.example/2020/02/award", 2019),
    ):
        assert won(text, known, url) == {("ball-state", "HEED", year, "announced")}
    assert won(text, known, "https://news.example/2019/10/04/award", date(2018, 10, 1)) == {
        ("ball-state", "HEED", 2018, "announced")
    }
    assert won(text, known, "https://news.example/story/201999") == set()


def test_an_uncertain_name_of_a_health_school_has_its_award(known: Known) -> None:
    ((school, award, year, _),) = won("The UC College of Nursing was given the 2021 HEED Award.", known)
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


def test_a_short_form_of_the_main_school_is_the_main_school(known: Known) -> None:
    text = "Kent State University has received the 2019 HEED Award. Kent State has now received the award six times."
    assert {year for _, _, year, _ in won(text, known)} == {2019}
    assert len(won(text, known)) == 1


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


def test_the_university_won_an_award_of_another_family_than_its_library(known: Known) -> None:
    text = (
        "University of Kentucky Libraries has received the 2024 Library Excellence in Access and Diversity (LEAD) "
        "Award of Insight Into Diversity.\n\nIn 2023, the University of Kentucky received the Higher Education "
        "Excellence in Diversity (HEED) Award."
    )
    assert {(award, school) for school, award, _, _ in won(text, known)} == {
        ("LEAD", "157085-library"), ("HEED", "kentucky"),
    }  # fmt: skip


def test_a_doubtful_name_of_a_unit_is_not_the_one_certain_winner_of_another_kind(known: Known) -> None:
    text = (
        "HEED Award for QX nursing school\n\nThe QX School of Nursing has received the 2019 Health Professions HEED "
        "Award, and so has the University of Virginia School of Medicine."
    )
    assert ("uva-som", 2019) in {(school, year) for school, _, year, _ in won(text, known)}
    assert sum(school == "uva-som" for school, _, _, _ in won(text, known)) == 1
    assert None in {school for school, _, _, _ in won(text, known)}


def test_a_doubtful_name_and_its_short_form_are_one_proposal(known: Known) -> None:
    text = (
        "INSIGHT Into Diversity had picked Augustana College for the 2019 HEED Award.\n\n"
        '"Augustana has never been a HEED Award recipient until this year," the director said.'
    )
    assert len(won(text, known)) == 1


def test_two_campuses_by_their_short_names(known: Known) -> None:
    text = "Two schools, IU-Bloomington and Ball State University, have been given the 2021 HEED Award."
    assert {school for school, *_ in won(text, known)} == {"151351-institution", "ball-state"}


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


def test_the_university_and_its_unit_that_won_awards_of_their_own(known: Known) -> None:
    text = (
        "Kansas State University\n\nK-State earned the 2023 HEED Award. The College of Veterinary Medicine received "
        "the 2023 Health Professions HEED Award."
    )
    assert {school for school, *_ in won(text, known)} == {"k-state", "k-state-vet"}


def test_a_name_of_which_nothing_is_known_is_not_the_pages_institution(known: Known) -> None:
    text = (
        "New dean of the School of Public Health\n\nThe University of Nevada, Reno has named a dean. She comes from "
        "the UNC Gillings School of Global Public Health. Gillings was awarded the 2019 Health Professions HEED Award."
    )
    found = {school for school, *_ in won(text, known, "https://www.unr.edu/nevada-today/news/2022/dean")}
    assert found == {"unc-gillings"}


@pytest.mark.parametrize(
    "said",
    [
        "South Dakota State University as a whole won the magazine's HEED Award in 2013.",
        "South Dakota State University won a HEED Award for the university as a whole in 2013.",
    ],
)
def test_the_university_as_a_whole_beside_its_school(known: Known, said: str) -> None:
    lead = "The South Dakota State University College of Nursing has won the 2019 Health Professions HEED Award. "
    assert won(lead + said, known) == {
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


def test_an_office_wins_for_the_one_school_that_the_text_names(known: Known) -> None:
    text = (
        "Office of Diversity and Engagement Receives HEED Award\n\nThe University of Florida College of Dentistry sets "
        "out to train dentists.\n\nThe Office of Diversity and Engagement received the 2021 Health Professions HEED "
        "Award from INSIGHT Into Diversity."
    )
    assert {school for school, *_ in won(text, known)} == {"uf-dentistry"}
    assert {school for school, *_ in won(f"{text} Staff of Ball State University congratulated.", known)} == {None}


def test_a_university_told_beside_its_center_stands_for_itself(known: Known) -> None:
    text = (
        "UNM receives 2015 HEED Award\n\nUNM and the UNM Health Sciences Center received the 2015 HEED Award of "
        "INSIGHT Into Diversity."
    )
    assert {school for school, *_ in won(text, known)} == {"unm", "unm-hsc"}


def test_a_list_names_universities_by_their_core(known: Known) -> None:
    text = (
        "INSIGHT Into Diversity gave its 2020 HEED Award to three universities of the State System: Millersville, West "
        "Chester and Kutztown."
    )
    assert {school for school, *_ in won(text, known)} == {"millersville", "216764-institution", "213349-institution"}


def test_a_university_in_full_stands_for_itself_in_a_year_before(known: Known) -> None:
    text = (
        "The Michigan State University College of Veterinary Medicine has won the 2018 Health Professions HEED Award. "
        "In 2012, Michigan State University won the HEED Award."
    )
    assert ("michigan-state", "HEED", 2012, "claimed") in won(text, known)
    assert ("michigan-state", "HEED", 2012, "claimed") not in won(
        text.replace("2012, Michigan State", "2012, The"), known
    )


def test_a_short_form_whose_words_begin_the_name(known: Known) -> None:
    text = (
        "Metropolitan State University earned the HEED Award from INSIGHT Into Diversity in 2021, which marks the "
        "fifth time in the past six years that Metro State has been so recognized."
    )
    assert {school for school, *_ in won(text, known)} == {"metro-state-mn"}


def test_a_tier_of_a_school_whose_news_it_is_is_announced(known: Known) -> None:
    text = (
        "Insight Into Diversity magazine has included Clemson University, the University of South Carolina and Ball "
        "State University on its list of 2023 Higher Education Excellence in Diversity (HEED) Award recipients.\n\n"
        "In addition to being a 2023 HEED Award recipient, the magazine recognized Clemson as a Diversity Champion."
    )
    assert won(text, known) == {
        ("clemson", "HEED", 2023, "announced"),
        ("south-carolina", "HEED", 2023, "announced"),
        ("ball-state", "HEED", 2023, "announced"),
        ("clemson", "DIVERSITY-CHAMPION", 2023, "announced"),
    }


def test_a_unit_told_beside_its_university_is_announced(known: Known) -> None:
    text = (
        "The magazine ranked the University of Cincinnati among 2024 Higher Education Excellence in Diversity Award "
        "recipients. UC's College of Allied Health Sciences was also recognized for making inclusion a top priority."
    )
    assert won(text, known) == {
        ("cincinnati", "HEED", 2024, "announced"),
        ("cincinnati-allied-health", "HP-HEED", 2024, "announced"),
    }
    assert ("cincinnati-allied-health", "HP-HEED", 2022, "announced") not in won(
        text.replace("was also recognized for", "was also recognized in 2022 for"), known
    )


def test_a_count_of_the_university_behind_that_of_its_unit(known: Known) -> None:
    text = (
        "The UNLV School of Nursing has received the 2021 Health Professions HEED Award. This marks the first time "
        "that the School of Nursing has received the Health Professions HEED Award and the fourth consecutive year "
        "that UNLV has earned the HEED Award."
    )
    found = propose(Document("news.txt", text, "News"), known).proposals
    claims = {(one.claim, one.school_id) for one in found if isinstance(one, ClaimProposal)}
    assert claims == {("first_time", "182281-nursing"), ("consecutive", "182281-institution")}


def test_a_number_of_awards_that_says_the_run_in_short(known: Known) -> None:
    lead = "Ball State University has won the 2021 HEED Award for the fifth consecutive year."
    for head, claims in (
        ("Ball State Earns Fifth HEED Award", ["consecutive"]),
        ("Ball State Earns HEED Award for Fifth Time", ["consecutive", "total"]),
        ("Ball State Earns Sixth HEED Award", ["consecutive", "total"]),
    ):
        found = propose(Document("news.txt", f"{head}\n\n{lead}", "News"), known).proposals
        assert sorted(one.claim for one in found if isinstance(one, ClaimProposal)) == claims


def test_a_unit_named_after_somebody_without_its_university(known: Known) -> None:
    text = (
        "The University of San Diego and two schools are recipients of 2022 HEED Awards. The Hahn School of Nursing "
        "and Health Science was honored with a Health Professions HEED Award."
    )
    assert ("122436-nursing", "HP-HEED", 2022) in {row[:3] for row in won(text, known)}


def test_a_library_wins_no_award_of_schools(known: Known) -> None:
    text = (
        "Ball State University has received the 2022 HEED Award. The Steely Library of Oregon State University "
        "received the 2022 HEED Award, too."
    )
    assert {school for school, *_ in won(text, known)} == {"ball-state"}
