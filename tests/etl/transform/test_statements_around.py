"""The grammar where what is told stands around the news: in frames, lists of winners, look-backs, job adverts.

All is invented.
"""

from datetime import date

import pytest

from etl.transform.statements.sentences import LONGEST, sentences
from tests.etl.transform.statements_seed import LAKESIDE, LEAD, OWN, counted, read, won


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
        "Ridge College and Bay State University join us this year.",
        "Ridge College and Bay State University are some of the institutions recognized this year.",
        "We share this recognition with Ridge College and Bay State University.",
        "There are separate awards for Ridge College and Bay State University.",
    ],
)
def test_others_that_have_it_too(said: str) -> None:
    others = {school for school, *_ in won(f"{LEAD}\n\n{said}")} - {LAKESIDE}
    assert others == {"Ridge College", "Bay State University"}


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


def test_news_that_the_magazine_is_said_to_have_told() -> None:
    text = "Lakeside was honored.\n\nThe magazine announced that Lakeside University had won the HEED Award."
    assert won(text) == {OWN}


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


@pytest.mark.parametrize("title", ["About Us", "Here is what the office did in academic year 2021-2022."])
def test_a_page_that_stands_for_good_has_no_news(title: str) -> None:
    assert won(f"{title}\n\n{LEAD}", None) == {(LAKESIDE, "HEED", 2022, "claimed")}


def test_others_beside_the_school_take_nothing_from_its_news() -> None:
    text = "Lakeside University, along with 89 other colleges and universities, is a recipient of the 2022 HEED award."
    assert won(text) == {OWN}


def test_what_was_voted_best_is_no_win_of_the_award() -> None:
    said = "In 2012 the Student Union was voted best building, and an award came the year after."
    assert won(f"{said}\n\n{LEAD}") == {OWN}


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


def test_an_event_that_is_held_again_is_no_win() -> None:
    assert counted(f"{LEAD}\n\nIn April it held its second annual Diversity Awards Banquet.") == set()


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
