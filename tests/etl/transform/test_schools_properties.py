"""What holds for any name: it is decided, alone as among others, in whatever order everything comes."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from etl.transform.schools import Alias, PrintedName, Resolver, School
from tests.etl.transform.naming_seed import INSTITUTIONS, LEVELS, SCHOOLS, resolver

RESOLVER = resolver()
IDENTIFIERS = {school.school_id for school in SCHOOLS}
WORDS = (
    "University",
    "College",
    "School",
    "of",
    "the",
    "Nursing",
    "Medicine",
    "and",
    "UMKC",
    "OSU",
    "Ohio",
    "State",
    "Emory",
    "Clark",
    "Maryland",
    "Law",
    "Libraries",
    "Center",
    "Health",
    "Sciences",
    "SOM",
    "-",
    ",",
    "(",
    ")",
    ";",
    "'s",
    "&",
    "Missouri",
    "Kansas",
    "City",
    "Colleges",
    "Michigan",
    "Amherst",
    "x",
)

cells = st.one_of(
    st.text(max_size=80),
    st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join),
    st.sampled_from([institution.name for institution in INSTITUTIONS]),
)
names = st.builds(
    PrintedName,
    school=cells,
    parent=st.none() | cells,
    state=st.sampled_from((None, "MO", "OH", "MD", "Ohio", "??")),
    award=st.sampled_from((None, "HEED", "HP-HEED", "HEED|HP-HEED", "LEAD", "unknown")),
    year=st.none() | st.integers(2012, 2025),
    source_url=st.none()
    | st.sampled_from(("https://umkc.edu/x", "https://nursing.umich.edu", "http://["))
    | st.text(max_size=20),
)


@settings(max_examples=300)
@given(names)
def test_every_name_gets_a_whole_decision(name: PrintedName) -> None:
    decision = RESOLVER.resolve(name)
    taken = decision.decision in ("accepted", "created")
    assert (decision.school_id is not None) == (decision.unitid is not None) == (decision.kind is not None) == taken
    assert (decision.name is not None) == (decision.decision == "created")
    assert (decision.school_id in IDENTIFIERS) == (decision.decision == "accepted")
    assert 0 <= decision.score <= 1 and decision.rule and decision.why and "\n" not in decision.why
    assert len({candidate.school_id for candidate in decision.candidates}) == len(decision.candidates)
    assert not (taken and decision.candidates)


@settings(max_examples=50)
@given(st.lists(names, max_size=8))
def test_many_are_decided_as_one_by_one(rows: list[PrintedName]) -> None:
    assert RESOLVER.resolve_many(rows) == [RESOLVER.resolve(row) for row in rows]


@settings(max_examples=15)
@given(st.randoms(use_true_random=False), st.lists(names, min_size=1, max_size=8))
def test_the_order_of_what_is_known_changes_nothing(draw: random.Random, rows: list[PrintedName]) -> None:
    aliases = [
        Alias("OSU", "umkc-som", scope_state="MO"),
        Alias("x", "umkc-dentistry"),
        Alias("Clark", unitid="165334"),
    ]
    institutions, schools = list(INSTITUTIONS), list(SCHOOLS)
    for known in (institutions, schools, aliases):
        draw.shuffle(known)
    shuffled = Resolver(institutions, schools, aliases, LEVELS).resolve_many(rows)
    for one, other in zip(resolver(*aliases).resolve_many(rows), shuffled, strict=True):
        assert (one.decision, one.school_id, one.rule, one.score) == (
            other.decision,
            other.school_id,
            other.rule,
            other.score,
        )


def test_a_school_that_is_created_is_accepted_once_it_has_a_row() -> None:
    name = PrintedName("Emory University School of Nursing", None, "GA", "HP-HEED")
    created = RESOLVER.resolve(name)
    assert created.decision == "created" and created.school_id and created.name
    row = School(created.school_id, created.name, None, created.kind or "", created.unitid, "GA")
    again = resolver(schools=(*SCHOOLS, row)).resolve(name)
    assert (again.decision, again.school_id) == ("accepted", created.school_id)
