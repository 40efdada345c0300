"""Statements that a person adds to what a document proposes, and whose a programme is among several winners."""

from dataclasses import replace
from datetime import date

import pytest

from etl.extract.announcement import Document
from etl.proposals import (
    ClaimProposal,
    InitiativeProposal,
    Known,
    ObservationProposal,
    Proposed,
    RecipientsProposal,
    added,
    propose,
    with_added,
)
from etl.report import NotPossible

AWARD = "Health Professions Higher Education Excellence in Diversity (HEED) Award"
TEXT = (
    f"The University of Kentucky College of Nursing has received the 2021 {AWARD}.\n\n"
    "We keep our Quiet\nHarbor circle going, four years running, beside 17 friends."
)


@pytest.fixture
def proposed(known: Known) -> Proposed:
    return propose(Document("a.txt", TEXT, "a", published_on=date(2021, 11, 1)), known)


def test_what_is_added_has_its_place_and_what_the_others_share(known: Known, proposed: Proposed) -> None:
    one = added(proposed, known, "initiative", "quiet harbor circle")
    assert isinstance(one, InitiativeProposal)
    assert TEXT[one.start : one.end] == "Quiet\nHarbor circle"
    assert (one.name, one.school_id, one.year) == ("Quiet Harbor circle", "157085-nursing", 2021)
    assert one.place == f"characters {one.start}–{one.end}"
    win = added(proposed, known, "observation", "keep our")
    assert isinstance(win, ObservationProposal)
    assert (win.award, win.year, win.school_id, win.note) == ("HP-HEED", 2021, "157085-nursing", "added by hand")
    claim = added(proposed, known, "claim", "four years running")
    assert isinstance(claim, ClaimProposal)
    assert (claim.claim, claim.n, claim.as_of_year, claim.family) == ("consecutive", 4, 2021, "HEED")
    total = added(proposed, known, "recipients", "beside 17 friends")
    assert isinstance(total, RecipientsProposal)
    assert (total.award, total.year, total.recipients) == ("HP-HEED", 2021, 17)
    every = with_added(proposed, (total, one)).proposals
    assert list(every) == sorted([*proposed.proposals, one, total], key=lambda each: each.start)


def test_of_an_empty_document_nothing_is_shared(known: Known) -> None:
    document = Document("a.txt", "Our library has hours.", "a", published_on=date(2020, 1, 1))
    one = added(propose(document, known), known, "observation", "Our library")
    assert isinstance(one, ObservationProposal)
    assert (one.school_as_printed, one.school_id, one.award, one.year) == (None, None, "HEED", 2020)


@pytest.mark.parametrize("words", ["loud harbor", "", "   "])
def test_words_that_do_not_stand_in_the_text_are_refused(known: Known, proposed: Proposed, words: str) -> None:
    with pytest.raises(NotPossible, match="does not stand in the text"):
        added(proposed, known, "initiative", words)


TWO = (
    f"Two UK colleges win\n\nThe University of Kentucky College of Nursing and the University of Kentucky College of "
    f"Pharmacy have received the 2021 {AWARD}.\n\n"
    "The College of Nursing offers programs such as the Bluegrass Mentoring Program. The College of Pharmacy founded "
    "the Horizons Scholars Program.\n\n"
    "The College of Nursing was selected for:\n- the Lantern Mentoring Program\n- the Open Door Scholars Program\n\n"
    "The College of Nursing is glad that the magazine cited the Pharmacy Equity Academy among the reasons for the "
    "award."
)


def test_a_programme_of_several_winners_is_that_of_the_one_beside_it(known: Known) -> None:
    found = propose(Document("a.txt", TWO, "a"), known).proposals
    whose = {one.name: one.school_id for one in found if isinstance(one, InitiativeProposal)}
    assert whose == {
        "Bluegrass Mentoring Program": "157085-nursing",
        "Horizons Scholars Program": "157085-pharmacy",
        "Lantern Mentoring Program": "157085-nursing",
        "Open Door Scholars Program": "157085-nursing",
        "Pharmacy Equity Academy": "157085-pharmacy",
    }


def test_an_award_year_far_from_the_day_of_the_page_is_told(known: Known, proposed: Proposed) -> None:
    notes = {one.note for one in proposed.proposals if isinstance(one, ObservationProposal)}
    assert notes == {""}
    early = propose(replace(proposed.document, published_on=date(2018, 5, 3)), known)
    notes = {one.note for one in early.proposals if isinstance(one, ObservationProposal)}
    assert notes == {"announced as of 2021, but published on 2018-05-03"}
