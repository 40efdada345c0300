"""Programmes by their own words, their neighbours and what explains them; and names that are none. All is invented."""

from datetime import date

import pytest

from etl.transform.awards import AwardName, AwardNames
from etl.transform.statements import Hints, read_statements
from etl.transform.statements.programme_generic import names_nothing

AWARDS = AwardNames(
    AwardName(code, name)
    for code, name in (("HEED", "Higher Education Excellence in Diversity (HEED) Award"), ("HP-HEED", "HP HEED Award"))
)
LEAD = "Lakeside University has received the 2022 HEED Award of INSIGHT Into Diversity. "


def names(said: str) -> list[str]:
    hints = Hints(date(2022, 10, 4), {"HEED": 2012}, {"HP-HEED": "HEED"}, 2026, knows=frozenset().__contains__)
    return [one.name for one in read_statements(LEAD + said, AWARDS, hints).programmes]


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("We thank the Office of Diversity, Equity and Community Engagement for its work.",
         "Office of Diversity, Equity and Community Engagement"),
        ("Those who work in the Office for Inclusion are glad.", "Office for Inclusion"),
        ("We owe it to our Equity, Inclusion, and Belonging office and its staff.",
         "Equity, Inclusion, and Belonging office"),
        ("Each spring the college puts on a Research Symposium for teenagers.", "Research Symposium"),
        ("There is the Bay Museum of Women's Work, just renovated.", "Bay Museum of Women's Work"),
        ("As early as grade eight, RISING (Ready in Science, Industry and New Growth) goes looking for pupils.",
         "RISING (Ready in Science, Industry and New Growth)"),
        ("Money came from the Open Doors for Nurses Initiative (ODNI).", "Open Doors for Nurses Initiative (ODNI)"),
        ("There is Room to Grow, a plan for equity that runs three years.", "Room to Grow"),
        ("The judges liked BRIDGES, run by students, and the campus.", "BRIDGES"),
        ("Among its offers is the HarborLink, which brings pupils to campus.", "HarborLink"),
        ("For five weeks students sit in the Peer Success Guide program.", "Peer Success Guide program"),
        ("Lakeside State's Roadmap for Fair Hiring was praised.", "Roadmap for Fair Hiring"),
        ("In the spring the college launched Hermanos al Éxito, a mentoring program.", "Hermanos al Éxito"),
        ("It meant to bring to campus Puentes del Futuro, a peer advising effort.", "Puentes del Futuro"),
        ("It was lauded for opening a new Bay House to serve all.", "Bay House"),
        ("The magazine also wrote about a new initiative, BAYSIDE FOR ALL, which is about work.", "BAYSIDE FOR ALL"),
        ("By way of the Bay Culture Center, students take part in it.", "Bay Culture Center"),
        ("Staff took note of its Bay Clinic Immersion, which sends students abroad.", "Bay Clinic Immersion"),
        ("Another was the Making College Happen conference, on a day in May.", "Making College Happen conference"),
        ("It holds a Harbor Heritage Month Fair each year.", "Harbor Heritage Month Fair"),
        ("The judges liked Project Insight, a program for pupils.", "Project Insight"),
        ("It counts a student-started program called Clear the Bay.", "Clear the Bay"),
        ("They set up an informal peer circle known as Study Hall RX.", "Study Hall RX"),
        ("Among these are the Power of WE and the staff.", "Power of WE"),
        ("The work centers on Women in Robes and on raising money.", "Women in Robes"),
        ("It cites the opening of the Native Nations Nursing Lounge, a place.", "Native Nations Nursing Lounge"),
        ("The college has added Future Nurse, a certificate on inclusion, to it.", "Future Nurse"),
        ("They have partners such as the Orr Alliance; the Bay Camp is a program of its own.", "Bay Camp"),
        ("The dean called a bias response team into being.", "bias response team"),
        ("It has set up a community cupboard, from which students can help themselves.", "community cupboard"),
        ("They met last month for a diversity planning summit.", "diversity planning summit"),
        ("All staff attended a new training program on equity and inclusion.",
         "training program on equity and inclusion"),
        ("Money went to a summer mentoring program for underserved students.", "summer mentoring program"),
        ("Harbor Bridge, our program for people who return to study, grew.", "Harbor Bridge"),
        ("There is a gender-inclusive housing floor on campus.", "gender-inclusive housing floor"),
        ("They liked its camps, and Elm Tree Neighbors, in which pupils spend a term.", "Elm Tree Neighbors"),
        ("The judges read of the Elm Tree Campout, which gives pupils a bed.", "Elm Tree Campout"),
        ("The judges read of KOMPASS, in which students are matched.", "KOMPASS"),
        ("The dean thanked the school's Strategic Plan for Inclusive Excellence.",
         "Strategic Plan for Inclusive Excellence"),
        ("In the fall an Elm Tree Council of Elders was created there.", "Elm Tree Council of Elders"),
        ("It is home to forty clubs and the annual Parade of Nations.", "Parade of Nations"),
        ("It kept up its International Fiesta during the year.", "International Fiesta"),
        ("There is VetCamp Harbor, which started with six people.", "VetCamp Harbor"),
        ("We now have the Social Justice Advocacy concentration.", "Social Justice Advocacy concentration"),
        ("A student club, Nurses of All Nations, has formed.", "Nurses of All Nations"),
        ("The judges read of Harbor Talks, a monthly academy for people at work.", "Harbor Talks"),
        ("The Safety, Ethics and Equity webinar series began in April.", "Safety, Ethics and Equity webinar series"),
    ],
)  # fmt: skip
def test_one_programme(said: str, name: str) -> None:
    assert names(said) == [name]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("The Bay Scholars, Stone Scholars, and Lakeland Pledge open the door wider.",
         ["Bay Scholars", "Stone Scholars", "Lakeland Pledge"]),
        ("Pupils come to Camp Heart, Camp Brain and Camp Bone.", ["Camp Heart", "Camp Brain", "Camp Bone"]),
        ("She pointed to the Harbor Institute for Nurses (HIN) and Future Healer.",
         ["Harbor Institute for Nurses (HIN)", "Future Healer"]),
    ],
)  # fmt: skip
def test_neighbours_in_a_list(said: str, expected: list[str]) -> None:
    assert names(said) == expected


@pytest.mark.parametrize(
    "said",
    [
        "The vice president for the Office of Diversity and Inclusion was glad.",
        "The magazine looks at all aspects of diversity, including race, ethnicity, gender and veterans.",
        "It supports efforts such as who is hired, how students are kept and what leaders do.",
        "It is good to see programs like it, and whoever would start one may look at ours.",
        "Lakeside is a Hispanic Serving Institution (HSI).",
        "The university follows Diversity, Equity and Inclusion (DEI).",
        "Black, Indigenous and People of Color (BIPOC) are welcome.",
        "The school trains each Doctor of Nursing Practice (DNP).",
        "The American Council on Nursing, which is in Ohio, was glad.",
        "The Liaison Committee on Medical Education (LCME) came to campus.",
        "The Commission on Dental Accreditation, which meets yearly, agreed.",
        "The Higher Learning Commission, which came by, agreed.",
        "The Coalition of Urban Serving Universities, which has members, was glad.",
        "The Faculty Search Committee, which meets weekly, was glad.",
        "She was in the Peace Corps, which helped.",
        "Lakeside plays in the Great Lakes Conference, which has ten teams.",
        "The Department of Health and Human Services, which pays for it, agreed.",
        "The U.S. and Canada have no other award.",
        "Many STEM programs and DEI initiatives go unnoticed.",
        "The city of Ann Arbor, which is near, was glad.",
        "The Strategic Plan for Student Success, which runs five years, is new.",
        "It was printed in the Lakeland Daily Times, which has many readers.",
        "Professor Jane Stone, who teaches law, was glad.",
        "The Lakeland Board of Trustees, which met today, was glad.",
        "The Pell Grants, which help students, matter.",
        "A lounge was opened in the Lakeland Health Education Center.",
        "The money was granted by the Joint Finance Committee.",
        "Fifty programs were chosen.",
        "They have partners such as the Orr Alliance and others.",
        "Specifically, the judges liked the campus.",
        "They learned from a talk, which drew a crowd, or THAT, as it is called.",
        'The dean said: "When a child is small, five years is forever," said the program\'s director.',
        "Lakeside was chosen for its diversity and inclusion programs.",
        "Last year it looked again at its undergraduate and graduate curriculum.",
        "There are 204 such schools, of which 155 grant the degree.",
        "We make sure that DEIB (diversity, equity, inclusion, and belonging) is part of how we hire.",
        "Examples are close ties with student groups, and much else.",
        "Examples of its work are: growing and promoting.",
        "Its members include the Mid-American Conference and the Big Ten Academic Alliance, which is glad.",
        "They meet in the Memorial Union, which is new.",
        "The Appointments Committee, which meets weekly, was glad.",
        "Guided by Dr. Ana Stone and by the judges, it grew.",
        "Tess Harbor, the pathway program coordinator for the dean, was glad.",
        "Law Professor Ana Stone talks with students.",
        "Lakeside is a Hispanic-Serving Institution, a program says.",
        "Students take part in activities such as service days, bias workshops and film nights.",
        "Community partnerships including the Lane Coalition, the Harbor Alliance and the Bay Council.",
        "At Lakeside, diversity belongs beside scholarship.",
        "We run superb programs to see that all finish.",
        "The college started a five-part seminar.",
        "It helps through its tutoring program and more.",
        "Our DEI team can be proud.",
        "They spoke with Provost E. Stone, PhD, and Inclusion Office staff.",
        "It is aided by a $150,000 Bay Grant, formerly the Division of Harbor Inclusion.",
    ],
)
def test_names_and_pieces_that_are_none(said: str) -> None:
    assert names(said) == []


@pytest.mark.parametrize(
    ("name", "nothing"),
    [
        ("mentoring program for underrepresented students", False),
        ("workshops for honors students", False),
        ("college gives people a sense of belonging", True),
        ("college's graduate programs", True),
        ("Accelerated 2nd Degree BSN program", True),
        ("rise in the number of Latino students", True),
        ("school ranks No", True),
        ("academic units", True),
        ("college's Bridge program", False),
        ("large committee organizes its programs", True),
        ("diversity and inclusion programs", True),
        ("Diversity Fellows Program", False),
    ],
)
def test_words_that_name_no_one_thing(name: str, nothing: bool) -> None:
    assert names_nothing(name) == nothing


def test_items_that_tell_what_was_done_name_nothing() -> None:
    said = (
        "Programs that helped it earn the award include:\n- Making the college more affordable with the Hart Pledge\n"
        "- In 2019, being the first college to commit itself to antiracism\n- The Hart Mentoring Network\n"
        "- To qualify, a quarter of students must be new\n- Growth in the number of women on the faculty"
    )
    assert names(said) == ["Hart Pledge", "Hart Mentoring Network"]


def test_items_with_marks_of_two_dashes_and_plain_words_behind_names() -> None:
    said = (
        "INSIGHT Into Diversity took note of:\n-- the Employee Equity Council, which has 24 members;\n"
        "-- Culture Talks, lunchtime sessions held on every campus;\n"
        "-- Moving Up Together, begun by the president last year;\n"
        "-- Rev. Dr. Hart Service Days, held every May."
    )
    assert names(said) == [
        "Employee Equity Council", "Culture Talks", "Moving Up Together", "Rev. Dr. Hart Service Days",
    ]  # fmt: skip


def test_what_a_school_is_honored_for_besides() -> None:
    said = "It was recognized for its Hart Bridge Program, an idea of the dean, and for its new Student Success Team."
    assert names(said) == ["Hart Bridge Program", "Student Success Team"]


def test_items_that_end_in_a_semicolon() -> None:
    said = (
        "Among the efforts described in its application were:\n\nThe Center for Student Access, through which students "
        "get advising and a pre-orientation of four days;\n\nThe Bay Fellows Program, which places students in "
        "the city government and with its partners; and\n\nit was glad."
    )
    assert names(said) == ["Center for Student Access", "Bay Fellows Program"]


def test_duties_of_an_advert_are_no_programmes() -> None:
    said = (
        "Duties include:\n• Coordinating the Hart Bridges Program together with the Office of Admission\n"
        "• Maintaining a budget of some size\n• Serving on call for one week in five"
    )
    assert names(said) == ["Hart Bridges Program"]


def test_plain_words_that_say_again_what_a_name_is() -> None:
    said = (
        "Nurses First, a diversity mentoring program, grew. The Summer Health Professions Education Program, or SHPEP, "
        "hosted 80 pupils."
    )
    assert names(said) == ["Nurses First", "Summer Health Professions Education Program"]


def test_a_commission_on_several_things_is_one() -> None:
    said = "The work of the Commission on Race, Gender and Disability Equity, and the Commission for Women were cited."
    assert names(said) == ["Commission on Race, Gender and Disability Equity", "Commission for Women"]


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Its accomplishments include its equity plan, All In Together; the Bay Center; and further ones.",
         "All In Together"),
        ("Events such as Nuestra Fiesta and the Many Faces lecture had a part in it.", "Many Faces lecture"),
        ("Some examples are Destination Graduation, Fairness in Hiring training, and Unity Alliance.",
         "Destination Graduation"),
        ("It has the Office of Multicultural Affairs, the Paul Orr Institute for Leadership, and more.",
         "Office of Multicultural Affairs"),
        ("With our new Belonging Plan and with Harbor Promise, through which more people earn degrees, it grew.",
         "Harbor Promise"),
    ],
)  # fmt: skip
def test_among_programmes(said: str, name: str) -> None:
    assert name in names(said)


def test_items_that_tell_something_name_what_is_in_capitals() -> None:
    head = "The application pointed to the following programs:\n\n"
    items = (
        "- Outreach to students and communities, including Bay Plains, which brings pupils\n"
        "- Its decades-old Bay Bound program\n- Its Rx Summer Academy brought 46 students to campus.\n"
        "- Participants completed two workshops of three hours each\n- School of Medicine: training"
    )
    assert names(head + items) == ["Bay Plains", "Bay Bound program", "Rx Summer Academy"]


@pytest.mark.parametrize(
    "name",
    [
        "programs on diversity and inclusion", "well-known pathway programs", "few programs", "LU law school",
        "School of Law", "now up to 17 percent of the class", "full-time position for a dean",
        "recruitment of students",
        "curriculum to anchor equity", "doctoral programs alike", "broad plan", "four-year equity plan",
        "Lakeside Opens New Center", "Meanwhile",
    ],
)  # fmt: skip
def test_any_number_of_programmes_is_none(name: str) -> None:
    assert names_nothing(name)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("It backs many groups like the men's group BayMEN, and the Bay Nurses Circle—as well as clubs.",
         ["BayMEN", "Bay Nurses Circle"]),
        ("Efforts include the Harbor Youth Forum to promote health, and the Bay Center for those of Hispanic descent.",
         ["Harbor Youth Forum", "Bay Center"]),
        ('"Our recently founded Harbor Inclusion Council, along with the work of others, lets all gain," she said.',
         ["Harbor Inclusion Council"]),
        ("She thanked the Multicultural Affairs Office and the dean.", ["Multicultural Affairs Office"]),
        ("HERMANOS, Lakeside's staff association for Latino concerns, has grown.", ["HERMANOS"]),
        ("It puts on events, among them the coming Conference on Inclusive Community on Oct. 10.",
         ["Conference on Inclusive Community"]),
        ("They set up RISE (Ready in Science Everywhere) for pupils.", ["RISE (Ready in Science Everywhere)"]),
        ("It promotes Puentes del Mar (PDM), a mentorship pipeline program.", ["Puentes del Mar (PDM)"]),
        ("What the Harbor Healing Center wants is peace.", ["Harbor Healing Center"]),
        ("Community partnerships including the Lane Coalition, the Bay Salud Summit and the Orr Youth Academy.",
         ["Bay Salud Summit", "Orr Youth Academy"]),
        ("The Harbor Inclusion Plan is a University-wide program.", ["Harbor Inclusion Plan"]),
    ],
)  # fmt: skip
def test_names_without_what_leads_to_them_and_goes_on_behind(said: str, expected: list[str]) -> None:
    assert names(said) == expected


@pytest.mark.parametrize(
    "item",
    [
        "Since 2013, four-year graduation rates climbed for most",
        "A promise to seek out students from Harbor",
        "Steady gains in opening the profession",
        "Classroom sessions that prepare students to treat all",
        "Students meet in the curriculum with a range of subjects",
        "Many departments include diversity training in what their student employees learn",
        "Advisers and departments join forces for students",
        "5% increase in the retention rate of Native American students",
    ],
)
def test_items_that_are_sentences(item: str) -> None:
    assert names(f"Among the efforts were the following:\n\n• The Bay Bridge Program;\n• {item};") == [
        "Bay Bridge Program"
    ]


def test_quoted_names_at_the_head_of_an_item() -> None:
    said = 'Programs include:\n\n• "Teeth and Tea" and "Ask a Nurse," which offer screenings in the county.'
    assert names(said) == ["Teeth and Tea", "Ask a Nurse"]


def test_a_name_on_which_a_text_breaks_off_is_not_whole() -> None:
    said = "Programs include Harbor Discovery Days and the First-Generation Bay Student Ga"
    assert names(said) == ["Harbor Discovery Days"]
    said = (
        "Efforts include:\n\n• The Bay Bridge Program, which has helped many pupils of the county since last year\n"
        "• The Harbor Camp, which has helped many pupils of the county since last year\n• Students in Med"
    )
    assert names(said) == ["Bay Bridge Program", "Harbor Camp"]
    assert names(said.replace("Students in Med", "The Orr Camp.")) == ["Bay Bridge Program", "Harbor Camp", "Orr Camp"]


def test_a_heading_that_the_line_below_says_again() -> None:
    said = "\n\nPack Roads\n\nLakeside University's new Pack Roads makes friends.\n\nOther Matters\n\nAll is well."
    assert names(said) == ["Pack Roads"]


@pytest.mark.parametrize(
    ("said", "nothing"),
    [
        ("Its resource groups include Asian/Pacific Islander and LGBTQ faculty and staff.",
         {"Asian/Pacific Islander", "LGBTQ faculty and staff"}),
        ("The initiatives include Lakeside's plan.", {"Lakeside's plan"}),
        ("Its efforts include outreach to all and progress in making the course more open.",
         {"outreach to all", "progress in making the course more open"}),
        ("The initiatives include an accelerated degree program and a mission statement.",
         {"accelerated degree program", "mission statement"}),
        ("The work is paid for by a Degree Completion Grant from the Orr Education Fund.", {"Orr Education Fund"}),
        ('Programs include that of Dr. "Tess" Orr Lang, the new officer.', {"Orr Lang"}),
        ("Programs include the Medical School.", {"Medical School"}),
    ],
)  # fmt: skip
def test_people_parts_and_plans_without_a_name_are_none(said: str, nothing: set[str]) -> None:
    assert not nothing & set(names(said))


def test_a_kind_of_which_names_follow_is_no_name() -> None:
    said = "Programs include the Big Read Circle and the Harbor Pathway programs such as Bright Eyes Camp."
    assert "Harbor Pathway programs" not in names(said)
    assert "Big Read Circle" in names(said)


@pytest.mark.parametrize("item", ["New staff lines and many scholarships", "Many doors for the community"])
def test_items_that_tell_of_more_name_nothing(item: str) -> None:
    assert names(f"Among the efforts were the following:\n\n• The Bay Bridge Program;\n• {item};") == [
        "Bay Bridge Program"
    ]


@pytest.mark.parametrize(
    "said",
    [
        "We stand by our motto One Bay, One Promise.",
        "The initiatives include lectures on culture and oral care.",
        "Third Year in a Row",
    ],
)
def test_mottos_fields_and_headings_are_no_programmes(said: str) -> None:
    assert not {"One Bay", "One Promise", "One Bay, One Promise", "oral care", "Third Year in a Row"} & set(names(said))
