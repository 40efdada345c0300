"""The resolver: one example for each thing that it must know."""

import pytest

from etl.transform.schools import Alias, Decision, PrintedName, Resolver, created_school_id
from tests.etl.transform.naming_seed import INSTITUTIONS, SCHOOLS, resolver

RESOLVER = resolver()


def said(school: str, parent: str = "", state: str = "", award: str = "", url: str = "") -> str:
    """The decision in short: the school, or the word for a question or for nothing."""
    decision = RESOLVER.resolve(PrintedName(school, parent or None, state or None, award or None, None, url or None))
    return decision.school_id or decision.decision


@pytest.mark.parametrize(
    ("printed", "school_id"),
    [
        (("UMKC School of Medicine", "", "MO"), "umkc-som"),
        (("University of Missouri – Kansas City School of Medicine",), "umkc-som"),
        (("University of Missouri-Kansas City School of Medicine (UMKC SOM)",), "umkc-som"),
        (("School of Medicine at the University of Missouri, Kansas City",), "umkc-som"),
        (("UMKC SOM", "", "MO"), "umkc-som"),
        (("School of Medicine", "University of Missouri-Kansas City"), "umkc-som"),
        (("UMKC's School of Medicine", "", "MO"), "umkc-som"),
        (("SOM", "UMKC", "MO"), "umkc-som"),
        (("UMKC Dentistry", "", "MO"), "umkc-dentistry"),
        (("UMKC School of Nursing and Health Studies",), "178402-nursing"),
        (("UMKC School of Pharmacy", "", "MO"), "178402-pharmacy"),
        (("Ohio State's College of Optometry", "The Ohio State University"), "204796-optometry"),
        (("Ohio State Optometry", "", "OH"), "204796-optometry"),
        (("College for Public Health and Social Justice at Ohio State University",), "204796-public-health"),
        (("College of Nursing (Ohio State)",), "204796-nursing"),
        (("colleges of nursing", "The Ohio State University"), "204796-nursing"),
        (("Faculty of Nursing", "The Ohio State University"), "204796-nursing"),
        (("Nell Hodgson Woodruff School of Nursing", "Emory University"), "139658-nursing"),
        (("Rollins School of Public Health at Emory University",), "139658-public-health"),
        (("Rollins School of Public Health", "Emory University", "GA"), "139658-public-health"),
        (("Emory Libraries", "Emory University", "", "LEAD"), "139658-library"),
        (("Morgridge College of Education", "University of Denver"), "127060-other-unit-education"),
        (("University of Denver School of Social Work",), "127060-other-unit-social-work"),
        (("University of Arizona College of Medicine – Phoenix",), "arizona-phoenix-medicine"),
        (("College of Medicine - Phoenix", "University of Arizona", "AZ"), "arizona-phoenix-medicine"),
        (("UC Davis School of Veterinary Medicine",), "110644-veterinary-medicine"),
        (("SUNY Cortland", "", "NY"), "196149-institution"),
        # the short name of a system in an alias, written out
        (("State University of New York, Potsdam",), "196200-institution"),
        (("Hunter College", "CUNY", "NY"), "190594-institution"),
        (("Fullerton", "California State University", "CA"), "110565-institution"),
        (("Cal State Fullerton",), "110565-institution"),
        (("UMass Boston",), "166638-institution"),
        (("SUNY System", "", "NY"), "195827-system"),
        (("Univ. of Mass. Amherst",), "review"),
    ],
)
def test_names_and_units(printed: tuple[str, ...], school_id: str) -> None:
    assert said(*printed) == school_id


@pytest.mark.parametrize(
    ("printed", "school_id"),
    [
        (("OSU",), "review"),
        (("OSU", "", "OH"), "204796-institution"),
        (("OSU", "", "OK"), "207388-institution"),
        (("OSU", "", "OR"), "209542-institution"),
        (("OSU", "", "", "", "https://diversity.okstate.edu/x"), "207388-institution"),
        (("OSU College of Optometry",), "204796-optometry"),
        (("OSU College of Pharmacy",), "review"),
        (("OSU College of Pharmacy", "", "OR"), "209542-pharmacy"),
        (("UC College of Nursing",), "review"),
        (("UC College of Nursing", "", "", "", "https://stage.uc.edu/x"), "201885-nursing"),
        (("UC College of Nursing", "University of Cincinnati"), "201885-nursing"),
        (("Clark", "", "MA"), "165334-institution"),
        (("Clark", "", "WA"), "234933-institution"),
        (("Clark",), "review"),
        (("Amherst", "", "MA"), "review"),
        (("Amherst", "", "MA", "", "https://www.amherst.edu/news"), "164465-institution"),
        # what an institution calls itself at home
        (("Okla State", "", "", "", "https://news.okstate.edu/x"), "207388-institution"),
        (("Okla State",), "unmatched"),
        (("UMKC",), "178402-institution"),
        (("UM", "", "MI"), "review"),
        (("UCLA Nursing",), "110662-nursing"),
        (("UFCD", "University of California-Los Angeles"), "review"),
        (("UMSON", "University of Maryland", "MD"), "163259-nursing"),
    ],
)
def test_short_forms_need_evidence(printed: tuple[str, ...], school_id: str) -> None:
    assert said(*printed) == school_id


@pytest.mark.parametrize(
    ("printed", "school_id"),
    [
        (("University of Maryland School of Nursing", "University of Maryland"), "163259-nursing"),
        (("University of Maryland Libraries", "", "MD", "LEAD", "https://www.lib.umd.edu/x"), "163286-library"),
        (("University of Maryland", "", "MD"), "review"),
        (("University of Maryland School of Social Work", "", "MD"), "review"),
        (("University of Michigan",), "170976-institution"),
        (("University of Michigan School of Nursing",), "170976-nursing"),
        (("University of Michigan-Dearborn",), "171137-institution"),
        (("University of Massachusetts School of Nursing", "", "MA"), "166629-nursing"),
        (("LSU", "", "LA"), "159391-institution"),
        (("LSU Shreveport", "", "LA"), "159416-institution"),
        (("University of Missouri", "", "MO"), "178396-institution"),
        (("University of Missouri School of Medicine", "", "MO"), "review"),
        (
            ("University of Missouri School of Medicine", "", "MO", "", "https://medicine.missouri.edu/"),
            "178396-medicine",
        ),
        (("Oklahoma State University College of Osteopathic Medicine",), "207315-osteopathic-medicine"),
        (("Oklahoma State University Center for Health Sciences",), "207315-health-sciences-center"),
        (("Center for Health Sciences", "Oklahoma State University"), "207315-health-sciences-center"),
        (("University of Arizona College of Medicine", "", "AZ"), "review"),
        (("Wheaton College",), "review"),
        (("Wheaton College", "", "MA"), "168281-institution"),
        (("Wheaton College (IL)",), "153144-institution"),
    ],
)
def test_campuses_and_systems_are_different_institutions(printed: tuple[str, ...], school_id: str) -> None:
    assert said(*printed) == school_id


@pytest.mark.parametrize(
    ("printed", "school_id"),
    [
        (("Philadelphia College of Osteopathic Medicine (PCOM)",), "215123-osteopathic-medicine"),
        (("PCOM", "", "PA"), "215123-osteopathic-medicine"),
        (("Kansas City University", "", "MO", "HP-HEED"), "179812-health-sciences-center"),
        (("Kansas City University of Medicine and Biosciences",), "179812-health-sciences-center"),
        (("UT Southwestern",), "228635-academic-medical-center"),
        (("UT Southwestern Medical School",), "228635-medicine"),
    ],
)
def test_what_stands_alone(printed: tuple[str, ...], school_id: str) -> None:
    assert said(*printed) == school_id


@pytest.mark.parametrize(
    ("printed", "school_id"),
    [
        (("School of Nursing", "", "", "", "https://nursing.umich.edu/x"), "170976-nursing"),
        (("School of Nursing", "", "", "", "https://www.example.com/x"), "review"),
        (("Rollins School of Public Health", "", "", "", "https://sph.emory.edu/x"), "review"),
        (("Morgridge College of Education", "", "", "", "https://morgridge.du.edu/x"), "127060-other-unit-education"),
        (("Wharton School of Business", "", "", "", "https://www.du.edu/x"), "review"),
        (("Perelman School of Medicine", "", "", "", "https://news.osu.edu/x"), "review"),
        # a city of another state before the unit is whom the unit is named for
        (("Oregon State University Tulsa College of Pharmacy",), "209542-pharmacy"),
        (("Oregon State University College of Pharmacy Tulsa",), "209542-pharmacy-tulsa"),
        (("Perelman School of Medicine", "", "OH", "", "https://news.osu.edu/x"), "204796-medicine"),
        (("Rollins School of Nursing", "", "GA", "", "https://news.emory.edu/x"), "review"),
        (("Nursing", "", "", "", "https://nursing.umich.edu/x"), "review"),
        (("Emory University", "", "GA", "", "https://www.du.edu/list-of-winners"), "139658-institution"),
        (("Emory University School of Nursing", "", "", "", "https://nursing.umich.edu/x"), "139658-nursing"),
    ],
)
def test_the_page_names_its_institution(printed: tuple[str, ...], school_id: str) -> None:
    assert said(*printed) == school_id


@pytest.mark.parametrize(
    "printed",
    [
        ("Emory University", "", "OH"),
        ("Emory University", "University of Denver"),
        ("Denver College of Nursing", "", "CO"),
        ("Emory University Development and Alumni Relations", "Emory University"),
        ("Emory's Division for Diversity and Inclusion", "Emory University", "GA"),
        ("Emory Department of Health Sciences-Multicultural Affairs", "Emory University", "GA"),
        ("Ready.Vet.Go. (College of Veterinary Medicine)", "Ohio State University"),
        ("Emory University College of Health", "", "GA"),
        ("Emory University Office of Diversity School of Nursing", "", "GA"),
        ("Office of Diversity, School of Nursing", "Emory University", "GA"),
    ],
)
def test_what_a_person_decides(printed: tuple[str, ...]) -> None:
    assert said(*printed) == "review"


def test_the_parent_alone_is_a_question_where_the_award_goes_to_units() -> None:
    decision = RESOLVER.resolve(PrintedName("University of Missouri-Kansas City", None, "MO", "HP-HEED", 2016))
    assert (decision.decision, decision.rule) == ("review", "parent only")
    assert [candidate.school_id for candidate in decision.candidates] == [
        "umkc-som",
        "umkc-dentistry",
        "178402-nursing",
        "178402-pharmacy",
    ]
    assert said("University of Missouri-Kansas City", "", "MO", "HEED") == "178402-institution"
    assert said("University of Missouri-Kansas City", "", "MO", "HEED|HP-HEED") == "178402-institution"
    assert said("Emory University", "", "GA", "LEAD") == "review"


@pytest.mark.parametrize(
    ("cell", "school_ids"),
    [
        ("UMKC School of Medicine; UMKC School of Dentistry", ["umkc-som", "umkc-dentistry"]),
        ("UMKC School of Medicine and School of Dentistry", ["umkc-som", "umkc-dentistry"]),
        ("UMKC Schools of Medicine and Dentistry", ["umkc-som", "umkc-dentistry"]),
        (
            "Emory University, Clark University and Clark College",
            ["139658-institution", "165334-institution", "234933-institution"],
        ),
        ("Emory University / Clark University", ["139658-institution", "165334-institution"]),
    ],
)
def test_several_schools_in_one_cell(cell: str, school_ids: list[str]) -> None:
    decision = RESOLVER.resolve(PrintedName(cell))
    assert (decision.decision, decision.rule) == ("review", "several schools in one cell")
    assert [candidate.school_id for candidate in decision.candidates] == school_ids


@pytest.mark.parametrize(
    ("printed", "school_id"),
    [
        (("Univeristy of Michigan",), "170976-institution"),
        (("University of Micihgan School of Nursing", "", "MI"), "170976-nursing"),
        (("Emroy University", "", "GA"), "139658-institution"),
        (("Emroy University",), "review"),
        (("Emroy", "", "GA"), "unmatched"),
        (("Clarkk University", "", "MA"), "165334-institution"),
        (("Clarke University", "", "MA"), "review"),
        (("UMCK",), "unmatched"),
        (("Emroy School of Nursing",), "review"),
        (("Ohio StateUniversity",), "204796-institution"),
    ],
)
def test_typing_errors(printed: tuple[str, ...], school_id: str) -> None:
    assert said(*printed) == school_id


def test_former_names_and_mergers() -> None:
    assert said("Edinboro University of Pennsylvania", "", "PA") == "edinboro"
    assert said("Edinboro University", "", "PA") == "edinboro"
    assert said("Pennsylvania Western University", "", "PA") == "498571-institution"
    without = resolver(schools=())
    assert without.resolve(PrintedName("Edinboro University", None, "PA")).unitid == "498571"


@pytest.mark.parametrize(
    ("cell", "rule"),
    [
        ("", "no name"),
        ("  \t", "no name"),
        ("!!! — ???", "no name"),
        ("\N{GRADUATION CAP}", "no name"),
        ("北京大学", "no name"),
        ("Московский университет", "no name"),
        ("2018", "no name"),
        ("((((", "no name"),
        ("x" * 10_000, "too long"),
        ("University of " * 700, "too long"),
        ("<script>alert(1)</script>", "unknown name"),
        ("John Smith", "unknown name"),
        ("the of at", "unknown name"),
        ("Health Professions Higher Education Excellence in Diversity Award", "unknown name"),
    ],
)
def test_bad_input_is_unmatched(cell: str, rule: str) -> None:
    decision = RESOLVER.resolve(PrintedName(cell, cell, cell, cell, 0, cell))
    assert (decision.decision, decision.rule, decision.candidates) == ("unmatched", rule, ())


@pytest.mark.parametrize(
    "cell", ["<b>UMKC School of Medicine</b>", "UMKC&nbsp;School of\u200b Medicine", "ＵＭＫＣ School of Medicine"]
)
def test_marks_of_the_web_are_looked_through(cell: str) -> None:
    assert said(cell) == "umkc-som"


def test_an_address_that_is_none_is_no_evidence() -> None:
    for url in ("http://[", "not an address", "https://", "//", "http://umkc..edu:99999999/"):
        assert said("UMKC School of Medicine", url=url) == "umkc-som"


def test_a_created_school_is_told_whole() -> None:
    decision = RESOLVER.resolve(PrintedName("UMKC School of Pharmacy", "UMKC", "MO"))
    assert decision == Decision(
        decision="created",
        school_id="178402-pharmacy",
        unitid="178402",
        kind="pharmacy",
        score=0.94,
        rule="short form + kind + evidence",
        why="University of Missouri-Kansas City School of Pharmacy: the institution and its kind (pharmacy) are "
        "certain, by the state, the degrees it awards",
        candidates=(),
        name="University of Missouri-Kansas City School of Pharmacy",
    )
    assert created_school_id("178402", "pharmacy") == decision.school_id


def test_a_created_school_has_the_same_identifier_however_it_is_printed() -> None:
    prints = ("UMKC College of Pharmacy", "University of Missouri-Kansas City School of Pharmacy", "UMKC Pharmacy")
    assert {said(text, "", "MO") for text in prints} == {"178402-pharmacy"}


def test_without_the_directory_nothing_is_accepted() -> None:
    empty = Resolver((), (), ())
    assert empty.resolve(PrintedName("Emory University")).decision == "unmatched"


def test_the_default_levels_know_the_health_award() -> None:
    plain = Resolver(INSTITUTIONS, SCHOOLS, ())
    assert plain.resolve(PrintedName("Emory University", None, "GA", "HP-HEED")).rule == "parent only"


def test_aliases_are_never_needed_to_make_a_resolver() -> None:
    assert resolver(Alias("Emory", "no-such-school")).resolve(PrintedName("Emory", None, "GA")).unitid == "139658"
