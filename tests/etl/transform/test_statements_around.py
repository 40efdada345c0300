"""The grammar where what is told stands around the news: in frames, lists of winners, look-backs, job adverts.

All is invented.
"""

from datetime import date

import pytest

from etl.transform.statements.sentences import LONGEST, sentences
from tests.etl.transform.statements_seed import LEAD, counted, read, won

LAKESIDE = "Lakeside University"
OWN = (LAKESIDE, "HEED", 2022, "announced")


def numbers(text: str) -> set[int]:
    """Each number of all recipients."""
    return {one.recipients for one in read(text).recipients if one.among is None}


def programmes(text: str) -> set[str]:
    """The names of the programmes."""
    return {one.name for one in read(LEAD + text).programmes}


def test_the_day_on_which_a_page_was_posted_goes_before_the_clock_of_the_site() -> None:
    text = "Saturday, April 27, 2024 | Home\n\nPosted: Monday, October 28, 2019\n\n"
    told = text + "Lakeside University has received the 2019 HEED Award of INSIGHT Into Diversity."
    assert won(told, None) == {(LAKESIDE, "HEED", 2019, "announced")}


def test_an_issue_to_come_tells_that_the_day_in_the_head_is_that_of_a_visit() -> None:
    text = (
        "Tuesday, September 28, 2021\n\nLakeside University has received the 2018 HEED Award. It will be featured in "
        "the magazine's November 2019 issue."
    )
    assert won(text, None) == {(LAKESIDE, "HEED", 2018, "announced")}


def test_the_field_of_a_unit_in_small_letters() -> None:
    text = "The University of Hartland School of nursing has received the 2022 Health Professions HEED Award."
    assert won(text) == {("University of Hartland School of Nursing", "HP-HEED", 2022, "announced")}


def test_a_list_of_winners_behind_a_few_words_on_all_of_them() -> None:
    text = (
        "Eighty-three schools are the recipients of the INSIGHT Into Diversity 2022 HEED Award.\n\nWe raise the bar, "
        "the publisher says.\n\nSome are public and some are private. They include:\n\n"
        "Lakeside University\nRidge College\nBay State University"
    )
    schools = {school for school, *_ in won(text)}
    assert schools == {LAKESIDE, "Ridge College", "Bay State University"}


def test_the_key_to_a_mark_in_a_list_is_no_win() -> None:
    text = (
        "2022 HEED Award Recipients\n\nLakeside University\nRidge College\nBay State University\n\nDiversity Champion\n"
        "(Continued on page 34)"
    )
    assert {award for _, award, *_ in won(text)} == {"HEED"}


@pytest.mark.parametrize(
    "said",
    [
        "Never before has Lakeside been a recipient.",
        "Lakeside has never been a HEED Award recipient until this year.",
        "Lakeside has never had this award before.",
    ],
)
def test_a_first_win_told_by_what_never_was(said: str) -> None:
    assert counted(f"{LEAD}\n\n{said}") == {("first_time", 1, 2022)}


@pytest.mark.parametrize(
    "said",
    [
        "The award comes as the university for the first time asks all students to take a course.",
        "Lakeside is one of the winners of the award, which the magazine is giving for the first time in 2022.",
        "The Bay Bridge Program, which has finished its third year, stood out in the award.",
    ],
)
def test_what_happens_that_often_beside_the_award_is_no_count_of_wins(said: str) -> None:
    assert counted(f"{LEAD}\n\n{said}") == set()


@pytest.mark.parametrize(
    "said",
    [
        "Ridge College and Bay State University join us this year.",
        "Ridge College and Bay State University are some of the institutions recognized this year.",
        "We share this recognition with Ridge College and Bay State University.",
        "There are separate awards for Ridge College and Bay State University.",
    ],
)
def test_others_that_have_it_too(said: str) -> None:
    others = {school for school, *_ in won(f"{LEAD}\n\n{said}")} - {LAKESIDE}
    assert others == {"Ridge College", "Bay State University"}


@pytest.mark.parametrize(
    "said",
    [
        "Four public schools were honored. Besides Lakeside they are Central Hart, Bay State and Orr universities.",
        "The other winners in the state are Central Hart, Bay State and Orr universities.",
    ],
)
def test_schools_with_the_last_word_of_their_names_in_common(said: str) -> None:
    others = {school for school, *_ in won(f"{LEAD}\n\n{said}")} - {LAKESIDE, "Lakeside"}
    assert others == {"Central Hart University", "Bay State University", "Orr University"}


def test_schools_at_which_something_is_done_win_nothing_by_it() -> None:
    said = "Among the efforts cited were the learning centers at Hart and Orr colleges."
    assert won(f"{LEAD}\n\n{said}") == {OWN}


def test_schools_of_a_system_by_their_places() -> None:
    said = "Three other CSU schools won the HEED Award this year: Fresno, Fullerton and Northridge."
    others = {school for school, *_ in won(f"{LEAD}\n\n{said}")} - {LAKESIDE}
    assert others == {f"California State University, {place}" for place in ("Fresno", "Fullerton", "Northridge")}


def test_a_verb_in_capitals_is_no_part_of_a_name() -> None:
    text = "Magazine Gives Ridge College 2022 HEED Award"
    assert won(text) == {("Ridge College", "HEED", 2022, "announced")}


def test_the_winners_at_large_are_no_school() -> None:
    text = (
        'National Diversity Award Goes to Ridge College\n\nRidge College has been singled out by "INSIGHT into '
        'Diversity" magazine for its work for the third consecutive year.\n\nInstitutions honored with the HEED Award '
        "are those that are committed."
    )
    assert won(text) == {("Ridge College", "HEED", 2022, "announced")}
    assert counted(text) == {("consecutive", 3, 2022)}


@pytest.mark.parametrize("title", ["Lakeside's Year in Review: 2022", "The Best of 2022", "2022 in Review"])
def test_a_page_that_looks_back_at_a_year_has_no_news(title: str) -> None:
    assert won(f"{title}\n\nDecember 19, 2022\n\n{LEAD}", None) == {(LAKESIDE, "HEED", 2022, "claimed")}


def test_a_job_advert_is_about_the_unit_in_its_title() -> None:
    text = (
        "University of Hartland — Dean of the School of Nursing\n\nA leader is sought by the University of Hartland."
        "\n\n"
        "It was honored with the Health Professions HEED Award in 2018 and 2019, and in 2020 it won a garden award.\n\n"
        "Nominations and applications are treated in confidence."
    )
    read_in = read(text, date(2021, 11, 15))
    assert read_in.school and read_in.school.name == "School of Nursing"
    assert {(win.award, win.year, win.basis) for win in read_in.wins} == {
        ("HP-HEED", 2018, "claimed"),
        ("HP-HEED", 2019, "claimed"),
    }


def test_a_run_beside_the_years_listed_above() -> None:
    text = (
        "Lakeside University: what we were given\n\n• HEED Award, INSIGHT Into Diversity: 2014, 2015, 2016, 2017. "
        "Lakeside has received the award four years in a row."
    )
    assert counted(text, None) == {("consecutive", 4, 2017)}


@pytest.mark.parametrize(
    ("said", "n"),
    [
        ("Sixty-five medical schools, colleges, and universities in the U.S. were selected this year.", 65),
        ("Of the 101 that receive it, just eight are community colleges.", 101),
        ("There are only 62 institutions in the nation that can say the same.", 62),
        ("When Lakeside won for the first time, in 2020, there were 89 others. Now 103 have been chosen.", 103),
        ("The magazine's panel picked 35, of which four are large.", 35),
        ("Thirty-five were chosen, and the college is glad.", 35),
        ("INSIGHT Into Diversity magazine gave it to 35 schools this year.", 35),
        ("There are 94 in all.", 94),
        (
            "In all, 35 medical, dental, nursing, pharmacy, optometry, veterinary and allied health schools won it.",
            35,
        ),
        ("Lakeside is once again the only office among the recipients, 80 this year.", 80),
        ("How many schools won? 103 colleges and universities, if I counted right.", 103),
        ("Lakeside and the other honorees, 103 in all, will be featured in the magazine.", 103),
        ("Lakeside is one of 80 Higher Education Excellence in Diversity—HEED—honorees from across the nation.", 80),
    ],
)
def test_numbers_of_all_winners(said: str, n: int) -> None:
    assert n in numbers(f"{LEAD}\n\n{said}")


def test_the_award_misprinted() -> None:
    text = "Lakeside University has received the Higher Education Excellency in Diversity award."
    assert won(text) == {OWN}


@pytest.mark.parametrize(
    "text",
    [
        "Ongoing initiatives at the university were cited, among them the Bay Bridge Program.",
        "The magazine cited several Lakeside programs, such as the Bay Bridge Program.",
        "The Bay Bridge Program was begun with the police in Hart Center, and the Hart Center police chief helps.",
        "$1,920,000 is a Bay Bridge Program.",
        "The award names the Bay Bridge Program, in which students say what they like about the library.",
        "The Bay Bridge Program advises the University: the Statement on Diversity stands beside it.",
    ],
)
def test_a_programme_without_what_stands_around_it(text: str) -> None:
    assert programmes(text) == {"Bay Bridge Program"}


def test_what_a_school_is_best_for_is_no_school() -> None:
    text = (
        "Ridge School of Nursing at Lakeside University has had news. For the eighth consecutive year it has earned "
        "the Health Professions HEED Award, and for the seventh year in a row it is a Best School for Men in Nursing."
    )
    assert {school.name for school in read(text).schools} == {"Ridge School of Nursing at Lakeside University"}
    assert counted(text) == {("consecutive", 8, 2022)}


@pytest.mark.parametrize(
    ("text", "school"),
    [
        ("HALLMARKS OF THE COLLEGE\n\nRidge College has received the 2022 HEED Award.", "Ridge College"),
        (
            "Ridge Community College Ridge Community College (RCC) has received the 2022 HEED Award.",
            "Ridge Community College",
        ),
        ("The Student Union of Ridge College, the winner of the 2022 HEED Award, is open.", "Ridge College"),
    ],
)
def test_a_name_among_words_that_are_none(text: str, school: str) -> None:
    assert {name for name, *_ in won(text)} == {school}
    assert {named.name for named in read(text).schools} == {school}


def test_the_college_is_the_unit_of_the_sentence_before() -> None:
    text = (
        "The Lakeside College of Dentistry has been cited. It is the fifth year in a row that INSIGHT Into Diversity "
        "has given the college a Health Professions HEED Award.\n\nThe Orr College of Pharmacy and 48 other recipients "
        "also hold the 2022 HEED award."
    )
    assert read(text).school is not None
    assert read(text).school.name == "The Lakeside College of Dentistry"  # type: ignore[union-attr]


def test_news_that_the_magazine_is_said_to_have_told() -> None:
    text = "Lakeside was honored.\n\nThe magazine announced that Lakeside University had won the HEED Award."
    assert won(text) == {OWN}


@pytest.mark.parametrize("said", ["They once more received the", "All four also received the"])
def test_they_are_the_units_between_dashes_in_the_sentence_before(said: str) -> None:
    text = (
        "Four colleges of Lakeside University – medicine, nursing, optometry and veterinary medicine – have been "
        f"cited. {said} Health Professions HEED Award for 2022."
    )
    fields = ("Medicine", "Nursing", "Optometry", "Veterinary Medicine")
    assert {school for school, *_ in won(text)} == {f"College of {field}" for field in fields}


def test_a_number_of_units_is_those_listed_far_above() -> None:
    text = (
        "Lakeside University and its colleges of Nursing, Pharmacy and Dentistry are large.\n\nTwo is said. "
        "Three is said.\n\nFour is said. Five is said.\n\nEach of the three colleges received the 2022 Health "
        "Professions HEED Award."
    )
    units = {school for school, award, *_ in won(text) if award == "HP-HEED"}
    assert units >= {"College of Nursing", "College of Pharmacy", "College of Dentistry"}


def test_what_somebody_has_tells_of_a_win() -> None:
    text = "Ridge College has its 10th consecutive Higher Education Excellence in Diversity Award."
    assert won(text) == {("Ridge College", "HEED", 2022, "announced")}


@pytest.mark.parametrize(
    "said",
    [
        "The HEED Award Summit was held in June for the colleges and universities that won the 2021 HEED Award.",
        "The first HEED Award Summit was held in June.",
    ],
)
def test_a_meeting_of_winners_is_nobodys_win(said: str) -> None:
    assert won(f"{LEAD}\n\n{said}") == {OWN}
    assert counted(f"{LEAD}\n\n{said}") == set()


def test_the_winners_of_a_year_at_large_are_nobody() -> None:
    assert won("The two-day meeting was for the colleges and universities that won the 2021 HEED Award.") == set()


def test_a_count_told_of_being_singled_out() -> None:
    text = (
        'Ridge College has been singled out by "INSIGHT into Diversity" magazine for its work for the third '
        "consecutive year.\n\nInstitutions honored with the HEED Award are those that are committed.\n\n"
        '"To keep being recognized with the HEED Award shows that we move," the dean said.'
    )
    assert counted(text) == {("consecutive", 3, 2022)}


def test_others_of_a_tier_have_that_tier() -> None:
    said = (
        'Eight institutions make up the first class of "Diversity Champions," that of 2022. The others are Ridge '
        "College and Bay State University."
    )
    told = {(school, award) for school, award, *_ in won(f"{LEAD}\n\n{said}") if school != LAKESIDE}
    assert {("Ridge College", "DIVERSITY-CHAMPION"), ("Bay State University", "DIVERSITY-CHAMPION")} <= told
    assert {award for _, award in told} == {"DIVERSITY-CHAMPION"}


def test_the_month_in_which_the_magazine_gave_it() -> None:
    text = (
        "Annual Report\n\nLakeside University was named a recipient of the HEED Award by INSIGHT Into Diversity in "
        "September 2021."
    )
    assert won(text, None) == {(LAKESIDE, "HEED", 2021, "claimed")}


def test_a_year_goes_with_what_was_named_in_it() -> None:
    said = "It received the HEED Award in 2018 and in 2020 the magazine named it a Diversity Champion."
    past = {(award, year) for _, award, year, basis in won(f"{LEAD}\n\n{said}") if basis == "claimed"}
    assert ("HEED", 2018) in past
    named = "The magazine has given it the HEED Award since 2014, and in 2020 named it a Diversity Champion."
    assert ("HEED", 2020) not in {(award, year) for _, award, year, _ in won(f"{LEAD}\n\n{named}")}


@pytest.mark.parametrize(
    "said",
    [
        "It has done so, as it did in each of the last two years before, with this award.",
        "The Hart Alliance has also recognized Lakeside. Lakeside had not received that recognition before.",
        "The magazine gave its award for excellence for the very first time, and Lakeside had one of 48.",
    ],
)
def test_counts_of_other_years_and_of_other_honours_are_left_alone(said: str) -> None:
    assert counted(f"{LEAD}\n\n{said}") == set()


def test_a_count_told_by_who_is_there_again() -> None:
    said = "But it is there for the fourth consecutive year, which few can say."
    assert counted(f"{LEAD}\n\n{said}") == {("consecutive", 4, 2022)}


@pytest.mark.parametrize("title", ["About Us", "Here is what the office did in academic year 2021-2022."])
def test_a_page_that_stands_for_good_has_no_news(title: str) -> None:
    assert won(f"{title}\n\n{LEAD}", None) == {(LAKESIDE, "HEED", 2022, "claimed")}


def test_others_beside_the_school_take_nothing_from_its_news() -> None:
    text = "Lakeside University, along with 89 other colleges and universities, is a recipient of the 2022 HEED award."
    assert won(text) == {OWN}


def test_what_was_voted_best_is_no_win_of_the_award() -> None:
    said = "In 2012 the Student Union was voted best building, and an award came the year after."
    assert won(f"{said}\n\n{LEAD}") == {OWN}


def test_numbers_of_those_that_were_picked() -> None:
    assert 35 in numbers(f"{LEAD}\n\nClose to 175 schools applied. Just 35 were picked.")
    assert numbers(f"{LEAD}\n\nTen colleges and schools of nursing in the nation have been recognized.") == set()


def test_a_list_behind_a_colon_holds_names_of_their_own() -> None:
    said = "Two commissions advise the University: the Commission on Hart Equity; and the Commission for Women."
    assert programmes(said) == {"Commission on Hart Equity", "Commission for Women"}


@pytest.mark.parametrize("said", ["The Statement on Diversity stands.", "Class of '21 Program"])
def test_papers_and_classes_are_no_programmes(said: str) -> None:
    assert programmes(said) == set()


def test_the_earlier_of_two_days_is_that_of_the_page() -> None:
    text = "April 19, 2024\n\nLakeside University has received the HEED Award.\n\nIt has never had this award before."
    assert won(text) == {OWN}
    assert counted(text) == {("first_time", 1, 2022)}


def test_a_headline_with_an_earlier_year_than_the_head_of_the_page() -> None:
    text = (
        "Harbor News\n\nMonday, November 25, 2024\n\nLakeside University Wins 2021 HEED Award\n\nThe announcement was "
        "issued on Sept. 21.\n\nINSIGHT Into Diversity has awarded Lakeside University the 2021 HEED Award.\n\nIt will "
        "be in the November issue with 100 others.\n\nThe award is for all colleges.\n\nMore is said here."
    )
    assert won(text, None) == {(LAKESIDE, "HEED", 2021, "announced")}
    later = f"{text}\n\nA new plan was made in 2024."
    assert (LAKESIDE, "HEED", 2021, "announced") not in won(later, None)


@pytest.mark.parametrize(
    "text",
    [
        "Together with 95 other colleges and universities, Lakeside University was named a 2022 HEED Award recipient.",
        "Lakeside University and 90 other colleges in the U.S. were named 2022 recipients of the HEED Award.",
    ],
)
def test_a_number_of_others_before_the_award_takes_nothing_from_it(text: str) -> None:
    assert won(text) == {OWN}


@pytest.mark.parametrize(
    "said",
    [
        "It is the second time in a matter of weeks that the university has made news with an award.",
        "The university takes part in a survey for the first time ever, which the award helped.",
        "The Hart Access Award has come to Lakeside for the sixth consecutive year. It has had it in each of the past "
        "six years.",
    ],
)
def test_counts_that_stand_near_the_award_and_are_of_something_else(said: str) -> None:
    assert counted(f"{LEAD}\n\n{said}") == set()


def test_so_many_times_in_so_many_years_are_no_run() -> None:
    assert counted(f"{LEAD}\n\nIn the last six years it has won the award five times.") == {("total", 5, 2022)}


@pytest.mark.parametrize(
    ("said", "n"),
    [
        ("There are thousands of schools, and the magazine recognized just 96.", 96),
        ("The award is for all colleges. Nationwide 89 institutions received it.", 89),
    ],
)
def test_numbers_of_those_that_got_it(said: str, n: int) -> None:
    assert numbers(f"{LEAD}\n\n{said}") == {n}


def test_places_behind_their_system() -> None:
    said = "Also on the list from the California State University are East Bay, Fullerton and San Marcos."
    others = {school for school, *_ in won(f"{LEAD}\n\n{said}")} - {LAKESIDE}
    assert others == {f"California State University, {place}" for place in ("East Bay", "Fullerton", "San Marcos")}


def test_the_system_behind_a_name_is_no_winner() -> None:
    text = "INSIGHT Into Diversity has given the 2022 HEED Award to Harbor College, State University of New York."
    assert won(text) == {("Harbor College", "HEED", 2022, "announced")}


def test_a_dateline_with_its_station() -> None:
    text = "HARTVILLE, N.C. (WXYZ) East Orr University has been given the 2022 HEED Award nine consecutive years."
    assert won(text) == {("East Orr University", "HEED", 2022, "announced")}


def test_a_u_before_the_place_is_the_university_there() -> None:
    text = "The University at Hartland is honored. UHartland was named a 2022 HEED Award recipient."
    assert won(text) == {("University at Hartland", "HEED", 2022, "announced")}


def test_those_of_whom_one_is_told_of_have_not_won() -> None:
    text = "Of all schools in the Orr University System, Hart College is the only one that was given a 2022 HEED award."
    assert won(text) == {("Hart College", "HEED", 2022, "announced")}


def test_wins_counted_beside_the_news_of_a_tier_are_no_news() -> None:
    text = (
        "Lakeside University named a 2022 Diversity Champion\n\nINSIGHT Into Diversity has named Lakeside University a "
        "2022 Diversity Champion.\n\nIt has received the HEED Award five years in a row."
    )
    assert {award for _, award, *_ in won(text)} == {"DIVERSITY-CHAMPION"}
    assert ("consecutive", 5, 2022) in counted(text)


def test_a_run_of_years_in_which_the_magazine_has_honoured_the_school() -> None:
    said = "It is the fourth year in a row that the magazine has honored the university."
    assert counted(f"{LEAD}\n\n{said}") == {("consecutive", 4, 2022)}
    giver = "It is the fourth year in a row that the magazine has studied campuses for this award."
    assert counted(f"{LEAD}\n\n{giver}") == set()


def test_a_count_far_behind_the_word_for_the_award() -> None:
    said = (
        "The university has earned the national and competitive honor, given to colleges and universities of the U.S. "
        "with an outstanding commitment to diversity, equity, inclusion and belonging, for the sixth consecutive year."
    )
    assert counted(f"{LEAD}\n\n{said}") == {("consecutive", 6, 2022)}


def test_an_event_that_is_held_again_is_no_win() -> None:
    assert counted(f"{LEAD}\n\nIn April it held its second annual Diversity Awards Banquet.") == set()


def test_once_before_in_words() -> None:
    assert counted(f"{LEAD}\n\nIt has been named a HEED Award recipient one time before.") == {("total", 2, 2022)}


@pytest.mark.parametrize(
    ("said", "n"),
    [
        ("Lakeside will be featured, along with other 113 recipients, in the issue.", 114),
        ("The award is the premier honor of colleges. This year it was given to 109 institutions.", 109),
    ],
)
def test_numbers_in_other_words(said: str, n: int) -> None:
    assert numbers(f"{LEAD}\n\n{said}") == {n}


def test_a_day_alone_in_its_line_goes_before_one_under_a_picture() -> None:
    text = (
        "Students stand at the fountain on Thursday, Feb. 14, 2019.\n\nNov. 3, 2019\n\n"
        "Lakeside University has received the HEED Award."
    )
    assert won(text, None) == {(LAKESIDE, "HEED", 2019, "announced")}


def test_items_of_a_list_that_have_lost_their_marks() -> None:
    said = (
        "Among the initiatives behind the award:\n\nHart Equity Ambassadors Program\nBay Council on Diversity\n"
        "12% more faculty of color\nAbout Lakeside Programs"
    )
    assert programmes(said) == {"Hart Equity Ambassadors Program", "Bay Council on Diversity"}
    alone = "Among the initiatives behind the award:\n\nHart Green Street Ways"
    assert programmes(alone) == set()
    plain = "Among the initiatives behind the award:\n\nHart Green Street Ways\nOrr Blue Street Ways"
    assert programmes(plain) == {"Hart Green Street Ways", "Orr Blue Street Ways"}


def test_a_sentence_without_an_end_is_read_in_pieces_that_hold_all_of_it() -> None:
    text = "Hart University, " * 2_000 + "x" * (3 * LONGEST)
    pieces = sentences(text)
    assert max(len(one.text) for one in pieces) <= LONGEST
    assert all(text[one.start : one.end] == one.text for one in pieces)
    assert "".join(one.text for one in pieces).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize(
    "sentence",
    [
        "The two recognitions appeared in the November 2024 publication of Insight Into Academia.",
        "The recipients will be featured in the magazine in November 2024.",
        "A first version of this story appeared in November 2024.",
    ],
)
def test_when_the_winners_or_the_story_were_printed_tells_the_year(sentence: str) -> None:
    text = "Lakeside University has received the HEED Award of INSIGHT Into Diversity. " + sentence
    assert won(text, None) == {(LAKESIDE, "HEED", 2024, "announced")}
