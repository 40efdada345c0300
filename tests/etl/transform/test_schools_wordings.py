"""Words, keys, kinds, and forms of names: the parts that the resolver is made of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.kinds import SCHOOL_KINDS
from etl.transform.naming.forms import Rank
from etl.transform.naming.initials import kinds_of_initials, parted
from etl.transform.naming.kinds_of_school import bare_unit, default_title, units_in
from etl.transform.naming.normal import cleaned, key, name_key, without_possessive, words
from etl.transform.naming.shortforms import forms_of
from etl.transform.naming.spelling import Speller
from etl.transform.naming.standing import kind_of_institution
from tests.etl.transform.naming_seed import INSTITUTIONS, one


@pytest.mark.parametrize(
    ("one_print", "other_print"),
    [
        ("University of Missouri–Kansas City", "University of Missouri - Kansas City"),
        ("Texas A & M University", "Texas A&M University"),
        ("Texas A&M University", "Texas AM University"),
        ("The University of Texas at Austin", "University of Texas, Austin"),
        ("Saint Louis University", "St. Louis University"),
        ("William & Mary", "William and Mary"),
        ("D’Youville University", "D'Youville  University"),
        ("San José State University", "San Jose State University"),
        ("University of Hawaiʻi at Mānoa", "University of Hawaii at Manoa"),
        ("Univ. of Michigan", "U of Michigan"),
        ("Health Science Center", "Health Sciences Center"),
        ("A.T. Still University", "A T Still University"),
        ("U of L", "UofL"),
    ],
)
def test_prints_that_are_the_same_name(one_print: str, other_print: str) -> None:
    assert name_key(one_print) == name_key(other_print)


@pytest.mark.parametrize(
    ("one_print", "other_print"),
    [
        ("Clark University", "Clarke University"),
        ("Miami University", "University of Miami"),
        ("Clark College", "Clark University"),
        ("Northeastern University", "Northwestern University"),
    ],
)
def test_prints_that_are_not_the_same_name(one_print: str, other_print: str) -> None:
    assert name_key(one_print) != name_key(other_print)


@given(st.text(max_size=60))
def test_cleaning_and_keys_settle_at_once(text: str) -> None:
    assert cleaned(cleaned(text)) in (cleaned(text), cleaned(cleaned(cleaned(text))))
    assert name_key(name_key(text)) == name_key(text) or any(len(part) == 1 for part in words(cleaned(text)))


def test_possessives() -> None:
    assert without_possessive("Ohio State's College of Nursing, UC’s too") == "Ohio State College of Nursing, UC too"


@pytest.mark.parametrize(
    ("text", "kind", "sure"),
    [
        ("college of medicine", "medicine", True),
        ("school of medicine and dentistry", "medicine", True),
        ("college of human medicine", "medicine", True),
        ("medical school", "medicine", True),
        ("weill medical college of cornell university", "medicine", True),
        ("college of osteopathic medicine", "osteopathic medicine", True),
        ("school of nursing and health professions", "nursing", True),
        ("college of pharmacy and nursing", "pharmacy", False),
        ("school of dental medicine", "dentistry", True),
        ("faculty of dentistry", "dentistry", True),
        ("school of stomatology", "dentistry", True),
        ("college of pharmacy and health science", "pharmacy", True),
        ("college of veterinary medicine and biomedical science", "veterinary medicine", True),
        ("veterinary college", "veterinary medicine", True),
        ("school of global public health", "public health", True),
        ("school of public health and tropical medicine", "public health", True),
        ("college of population health", "public health", False),
        ("college of allied health science", "allied health", True),
        ("college of health", "allied health", False),
        ("college of health and human services", "allied health", False),
        ("division of occupational therapy", "allied health", True),
        ("school of optometry", "optometry", True),
        ("college of the law", "law", True),
        ("law center", "law", True),
        ("health science center", "health sciences center", True),
        ("center for health science", "health sciences center", True),
        ("medical center", "academic medical center", True),
        ("university libraries", "library", True),
        ("college of education", "other unit", True),
        ("graduate school", "other unit", True),
    ],
)
def test_kinds_of_units(text: str, kind: str, sure: bool) -> None:
    (span,) = units_in(text)
    assert (span.unit.kind, span.unit.sure) == (kind, sure)
    assert span.unit.kind in SCHOOL_KINDS


@pytest.mark.parametrize("text", ["school of design", "college of charleston", "institute of technology", "university"])
def test_wordings_that_are_no_unit(text: str) -> None:
    assert list(units_in(text)) == []


def test_positions_and_lists_of_units() -> None:
    (span,) = units_in("umkc smith school of nursing kansas city")
    assert (span.start, span.end, span.unit.title) == (2, 5, "School of Nursing")
    (span,) = units_in("schools of medicine and dentistry")
    assert [unit.kind for unit in span.listed] == ["medicine", "dentistry"]
    assert [span.unit.kind for span in units_in("school of law and school of nursing")] == ["law", "nursing"]


def test_bare_subjects_and_initials() -> None:
    assert [bare_unit(text) and bare_unit(text).kind for text in ("nursing", "law", "medicine", "design")] == [  # type: ignore[union-attr]
        "nursing",
        "law",
        None,
        None,
    ]
    assert kinds_of_initials("com") == ("medicine", "osteopathic medicine")
    assert kinds_of_initials("umkc") == ()
    assert ("uf", ("dentistry",)) in list(parted("ufcd"))


def test_every_kind_of_unit_has_a_title() -> None:
    units = set(SCHOOL_KINDS) - {"institution", "system"}
    assert all(default_title(kind) != kind for kind in units - {"other unit"})


def forms(name: str) -> dict[str, Rank]:
    (institution,) = (one for one in INSTITUTIONS if one.name == name)
    return {form.key: form.rank for form in sorted(forms_of(institution), key=lambda form: form.rank)}


def test_forms_of_a_name() -> None:
    found = forms("University of Massachusetts-Boston")
    expected = {
        "university massachusetts boston": Rank.OFFICIAL,
        "umass boston": Rank.LONG,
        "university massachusetts": Rank.FAMILY,
        "massachusetts": Rank.CORE,
        "boston": Rank.CAMPUS,
        "umass": Rank.SHORT,
        "umb": Rank.SHORT,
    }
    assert {text: found.get(text) for text in expected} == expected


@pytest.mark.parametrize(
    ("name", "city", "text"),
    [
        ("North Carolina State University at Raleigh", "Raleigh", "nc state"),
        ("Pennsylvania State University-Main Campus", "University Park", "penn state"),
        ("Kansas State University", "Manhattan", "k state"),
        ("Georgia Institute of Technology-Main Campus", "Atlanta", "georgia tech"),
        ("Tulane University of Louisiana", "New Orleans", "tulane university"),
        ("United States Air Force Academy", "USAF Academy", "air force academy"),
        ("University of Virginia-Main Campus", "Charlottesville", "uva"),
        ("University of Illinois Chicago", "Chicago", "university illinois"),
        ("Texas A&M University-San Antonio", "San Antonio", "am san antonio"),
        ("California State University-Los Angeles", "Los Angeles", "csu los angeles"),
        ("SUNY Downstate Health Sciences University", "Brooklyn", "suny downstate"),
        ("University of Colorado Denver/Anschutz Medical Campus", "Denver", "cu denver"),
    ],
)
def test_short_forms_follow_from_rules(name: str, city: str, text: str) -> None:
    assert text in {form.key for form in forms_of(one("100000", name, city, "XX", "x.edu", 15))}


@pytest.mark.parametrize(
    ("name", "carnegie", "professions", "kind"),
    [
        ("Emory University", 15, ("medicine_md", "nursing"), "institution"),
        ("Medical College of Wisconsin", 27, ("medicine_md",), "medicine"),
        ("Icahn School of Medicine at Mount Sinai", 27, ("medicine_md",), "medicine"),
        ("Kansas City University", 25, ("medicine_do",), "health sciences center"),
        ("MGH Institute of Health Professions", 26, ("nursing", "physical_therapy"), "health sciences center"),
        ("University of Texas Southwestern Medical Center", 27, ("medicine_md",), "academic medical center"),
        ("SUNY College of Optometry", 26, ("optometry",), "optometry"),
        ("Frontier Nursing University", 26, ("nursing",), "nursing"),
        ("New England Law-Boston", 31, (), "law"),
        ("SUNY-System Office", None, (), "system"),
        ("Grossmont-Cuyamaca Community College District", None, (), "system"),
        ("Schoolcraft Community College District", 5, (), "institution"),
    ],
)
def test_what_an_institution_is(name: str, carnegie: int | None, professions: tuple[str, ...], kind: str) -> None:
    assert kind_of_institution(one("100000", name, "Town", "XX", "x.edu", carnegie, professions=professions)) == kind


def test_spelling_never_changes_a_known_word_and_finds_one_error() -> None:
    speller = Speller(["university", "clark", "clarke", "wisconsin"])
    assert list(speller.corrected(["clark", "university"])) == []
    assert list(speller.corrected(["clark", "univeristy"])) == [["clark", "university"]]
    assert sorted(speller.corrected(["clarkk"])) == [["clark"], ["clarke"]]
    assert list(speller.corrected(["xyzzy", "university"])) == []
    assert list(speller.corrected(["wiscnsin", "of"])) == []


@given(st.sampled_from(["wisconsin", "university", "california"]), st.integers(0, 200), st.sampled_from("aeiz"))
def test_spelling_finds_any_single_error(word: str, at: int, letter: str) -> None:
    speller = Speller(["wisconsin", "university", "california"])
    place = at % len(word)
    wrong = word[:place] + letter + word[place + 1 :]
    assert list(speller.corrected([wrong])) == ([[word]] if wrong != word else [])


def test_keys_keep_what_tells_apart() -> None:
    assert key(["the", "university", "of", "a", "and", "m"]) == "university am"
