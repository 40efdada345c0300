"""The grammar of award statements, on sentences made for it; whole announcements are in tests/etl/test_proposals.py."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.transform.awards import AwardName, AwardNames
from etl.transform.statements import Hints, Reading, category_of, read_statements
from etl.transform.statements.numbers import number
from etl.transform.statements.sentences import sentences

AWARDS = AwardNames(
    AwardName(code, name)
    for code, name in (
        ("HEED", "Higher Education Excellence in Diversity (HEED) Award"),
        ("HP-HEED", "Health Professions HEED"),
        ("DIVERSITY-CHAMPION", "Diversity Champion"),
        ("HONORARY-MENTION", "HEED Honorary Mention"),
        ("STEM-PROGRAM", "Inspiring Programs in STEM Award"),
        ("LEAD", "LEAD Award"),
        ("SUPPLIER-DIVERSITY", "Jesse L. Moore Supplier Diversity Award"),
    )
)
FIRST = {"HEED": 2012, "HP-HEED": 2016, "DIVERSITY-CHAMPION": 2016, "STEM-PROGRAM": 2017, "LEAD": 2024}
LEAD_SENTENCE = "Lakeside University has received the 2022 HEED Award. "


def read(text: str, published: date | None = None, *, several: bool = False) -> Reading:
    return read_statements(text, AWARDS, Hints(published, FIRST, {"HP-HEED": "HEED"}, 2026, several=several))


def claims(text: str) -> list[tuple[str, int, int | None]]:
    return [(one.claim, one.n, one.as_of_year) for one in read(text).counted]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("for the third year in a row", ("consecutive", 3)),
        ("for the sixth consecutive year", ("consecutive", 6)),
        ("for its ninth straight year", ("consecutive", 9)),
        ("four straight years", ("consecutive", 4)),
        ("for the second year running", ("consecutive", 2)),
        ("in back-to-back years", ("consecutive", 2)),
        ("consecutively for the past seven years", ("consecutive", 7)),
        ("its fifth in as many years", ("consecutive", 5)),
        ("for 12 consecutive years", ("consecutive", 12)),
        ("for the twenty-first consecutive year", ("consecutive", 21)),
        ("every year since 2014", ("every_year_since", 2014)),
        ("annually since 2015", ("every_year_since", 2015)),
        ("every year since its inception", ("every_year_since", 2012)),
        ("for the third time", ("total", 3)),
        ("and it has won nine times", ("total", 9)),
        ("as a three-time recipient", ("total", 3)),
        ("its fifth HEED Award overall", ("total", 5)),
        ("and has been honored twice", ("total", 2)),
        ("for the first time", ("first_time", 1)),
        ("its first HEED Award", ("first_time", 1)),
    ],
)
def test_counted_statement(said: str, expected: tuple[str, int]) -> None:
    assert claims(f"Lakeside University received the 2022 HEED Award, {said}.") == [(*expected, 2022)]


def test_second_year_alone_reads_two_ways() -> None:
    (one,) = read(LEAD_SENTENCE + "It is the second year that the university has won the award.").counted
    assert (one.claim, one.n, one.ambiguous) == ("total", 2, True)


def test_a_total_over_some_years_counts_from_the_first_of_them() -> None:
    (one,) = read(LEAD_SENTENCE + "It is the third time in the last four years that it won the award.").counted
    assert (one.claim, one.n, one.counts_from, one.ambiguous) == ("total", 3, 2019, True)
    (one,) = read(LEAD_SENTENCE + "It is the third time since 2018 that it won the award.").counted
    assert (one.claim, one.n, one.counts_from, one.ambiguous) == ("total", 3, 2018, False)


@given(n=st.integers(2, 30), year=st.integers(2012, 2025))
def test_any_ordinal_in_digits_is_read(n: int, year: int) -> None:
    suffix = "th" if 10 <= n % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    text = f"For the {n}{suffix} consecutive year, Lakeside University has received the {year} HEED Award."
    assert claims(text) == [("consecutive", n, year)]


@pytest.mark.parametrize(("word", "value"), [("thirty-four", 34), ("Sixty two", 62), ("21st", 21), ("twelfth", 12)])
def test_numbers_in_words(word: str, value: int) -> None:
    assert number(word) == value


def test_what_is_no_number_is_refused() -> None:
    with pytest.raises(ValueError, match="no number"):
        number("several")


@pytest.mark.parametrize(
    ("printed", "award"),
    [
        ("Higher Education Excellence in Diversity (HEED) Award", "HEED"),
        ("HEED award", "HEED"),
        ("Health Professions HEED Award", "HP-HEED"),
        ("Health Professionals Higher Education Excellence in Diversity (HEED) award", "HP-HEED"),
        ("Health Profession HEED Award", "HP-HEED"),
        ("HEED Health Professions Award", "HP-HEED"),
        ("Higher Education Excellence and Distinction Award", "HEED"),
        ("Inspiring Programs in STEM Award", "STEM-PROGRAM"),
        ("LEAD Award", "LEAD"),
        ("Supplier Diversity Award", "SUPPLIER-DIVERSITY"),
        ("HEED Honorable Mention", "HONORARY-MENTION"),
    ],
)
def test_award_by_name(printed: str, award: str) -> None:
    reading = read(f"Lakeside University received a 2024 {printed} from INSIGHT Into Diversity.")
    assert [(win.award, win.year, win.basis) for win in reading.wins] == [(award, 2024, "announced")]


def test_to_pay_heed_is_no_award() -> None:
    assert read("The dean asked students to heed the warning. Lakeside College won for the third time.") == Reading()


def test_past_wins_are_claimed_and_other_years_are_not() -> None:
    text = (
        "Lakeside University has received the 2022 HEED Award. Founded in 1896, the university has held "
        "the event since "
        "2013 and opened its center in 2015. It previously won the award in 2016, 2018 and from 2019 through 2021. "
        "The Class of 2026 arrived in August 2022. A November 2022 issue will list the winners."
    )
    wins = [(win.year, win.basis) for win in read(text).wins]
    assert wins == [
        (2022, "announced"),
        *((year, "claimed") for year in (2016, 2018, 2019, 2020, 2021)),
    ]


def test_the_award_year_is_not_the_day_of_the_page() -> None:
    (win,) = read("Lakeside School of Dentistry was given the 2016 HEED Award.", date(2017, 7, 10)).wins
    assert (win.year, win.year_printed, win.basis) == (2016, True, "announced")
    (win,) = read("Lakeside School of Dentistry has won the HEED Award.", date(2017, 10, 3)).wins
    assert (win.year, win.year_printed) == (2017, False)
    (win,) = read("Lakeside School of Dentistry has won the HEED Award.", date(2017, 2, 3)).wins
    assert (win.year, win.year_printed) == (2016, False)


@pytest.mark.parametrize(
    "boilerplate",
    [
        "The HEED Award is the only national honor for diversity across a whole campus, given for the tenth year.",
        "INSIGHT Into Diversity is the oldest and largest publication of its kind, now in its 48th consecutive year.",
        "Standards for the award are high, the publisher said, and winners run programs such as mentoring circles.",
        "The award measures outreach, hiring and programs such as the model mentoring initiative.",
    ],
)
def test_boilerplate_says_nothing_about_the_school(boilerplate: str) -> None:
    reading = read(LEAD_SENTENCE + boilerplate)
    assert [type(one).__name__ for one in reading.statements()] == ["Win"]


@pytest.mark.parametrize(
    ("said", "n"),
    [
        ("It is one of 62 recipients.", 62),
        ("Along with 34 other recipients, it will be featured.", 35),
        ("It is among 46 institutions honored.", 46),
        ("It joins 89 other colleges and universities on the list of winners.", 90),
        ("Fifty-one schools were honored.", 51),
        ("The award went to 95 schools.", 95),
    ],
)
def test_number_of_recipients(said: str, n: int) -> None:
    found = read(LEAD_SENTENCE + said).recipients
    assert [(one.recipients, one.year, one.among) for one in found] == [(n, 2022, None)]


def test_a_part_of_the_recipients_is_no_total() -> None:
    (one,) = read(LEAD_SENTENCE + "It is one of only five dental schools honored.").recipients
    assert one.recipients == 5
    assert one.among


def test_the_only_school_of_a_state() -> None:
    (one,) = read(LEAD_SENTENCE + "It is the only university in Missouri to win the award.").only
    assert (one.place, one.first) == ("MO", False)


def test_each_school_has_its_own_count() -> None:
    text = (
        "The Lakeside University Law Center received its eighth HEED Award, and the Lakeside University College of "
        "Nursing received its seventh Health Professions HEED Award. Both awards are for 2023."
    )
    found = [(one.n, one.award, one.school.name if one.school else None) for one in read(text).counted]
    assert found == [
        (8, "HEED", "The Lakeside University Law Center"),
        (7, "HP-HEED", "Lakeside University College of Nursing"),
    ]


def test_tier_and_award_are_counted_apart() -> None:
    text = (
        "For the seventh consecutive year Lakeside University received the 2018 HEED Award, and for the third "
        "consecutive year it carries the title of Diversity Champion."
    )
    assert [(one.n, one.award) for one in read(text).counted] == [(7, "HEED"), (3, "DIVERSITY-CHAMPION")]


def test_counts_of_other_things_are_left_alone() -> None:
    text = LEAD_SENTENCE + (
        "Enrollment grew for the third year in a row. The university also won the Senator Simon Award for the second "
        "time and was named to the Forbes Best Employers List for the fourth consecutive year."
    )
    assert claims(text) == []


def test_programmes_named_and_listed() -> None:
    text = LEAD_SENTENCE + (
        "Initiatives such as the Bright Futures Academy, peer coaching for new students and the Equity, Diversity, and "
        "Inclusion Council stood out. Through its Summer Bridge Program the university reaches high schools."
    )
    assert [one.name for one in read(text).programmes] == [
        "Bright Futures Academy",
        "peer coaching for new students",
        "Equity, Diversity, and Inclusion Council",
        "Summer Bridge Program",
    ]


def test_titles_names_and_numbers_of_people_are_never_taken() -> None:
    text = LEAD_SENTENCE + (
        '"We are proud," said Jane Q. Public, Ph.D., director of the Center for Inclusive Leadership. Call John Doe at '
        "906-555-0142, extension 35."
    )
    found = " ".join(text[one.start : one.end] for one in read(text).statements())
    assert not any(part in found for part in ("Public", "Doe", "906", "0142", "Inclusive Leadership"))


def test_categories_come_from_the_name() -> None:
    assert category_of("Summer Bridge Program") == "Pathway & recruitment"
    assert category_of("President's Council on Inclusion") == "Leadership & governance"
    assert category_of("Kaleidoscope") is None


@given(st.text(max_size=400))
def test_any_text_is_read_and_places_lie_in_it(text: str) -> None:
    told = f"{text} Lakeside University received the 2022 HEED Award for the third time. {text}"
    for one in read(told).statements():
        assert 0 <= one.start < one.end <= len(told)


@given(st.text(max_size=300))
def test_sentences_stand_where_they_say(text: str) -> None:
    for sentence in sentences(text):
        assert len(sentence.text) == sentence.end - sentence.start
        assert sentence.text.strip()


def test_what_is_said_does_not_hang_on_quotes_and_line_breaks() -> None:
    plain = "Lakeside University's dean said it won the 2022 HEED Award for the third year in a row."
    assert claims(plain.replace("'", "\u2019")) == claims(plain) == [("consecutive", 3, 2022)]


def test_in_a_draft_a_year_in_the_sentence_goes_first() -> None:
    text = "Lakeside University won the 2022 HEED Award. In 2024 it received the award for the third consecutive year."
    assert [one.as_of_year for one in read(text, several=True).counted] == [2024]


def test_a_list_of_winners_announces_each() -> None:
    names = ["Adelphi University", "Ball State University", "Clark University", "University of North Texas"]
    text = (
        "The magazine\n\n2021 HEED Award Recipients\n" + "\n".join(f"• {name}" for name in names) + "\nSubscribe here."
    )
    found = [(win.school.name if win.school else None, win.year, win.basis) for win in read(text).wins]
    assert found == [(name, 2021, "announced") for name in names]
