"""Add an announcement: found, marked, corrected, loaded, taken back. Wording and schools are invented."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from dashboard.components.announcement_form import LOADED_BEFORE
from dashboard.components.document_input import NOTHING_GIVEN
from dashboard.components.proposal_rows import SAY_THE_SCHOOL, SAY_THE_YEAR
from dashboard.components.proposal_schools import SEARCH
from etl.database import engine_for
from etl.proposals_load import kept_text
from etl.schema import tables

Page = Callable[..., Any]
TEXT = (
    "Broken University wins again\n\n<script>alert(1)</script>\n\nNovember 2, 2023\n\n"
    "Broken University has received the 2023 HEED Award for the second year in a row."
)


@pytest.fixture
def page(own_database: Path, page_there: Page) -> Page:
    """Opens pages over a copy of the invented data, which loads may change."""
    return page_there


def press(screen: Any, label: str) -> None:
    next(button for button in screen.app.button if button.label.startswith(label)).click().run()
    assert not screen.app.exception, screen.app.exception[0].message


def pasted(page: Page, text: str = TEXT) -> Any:
    screen = page("announcement")
    screen.app.text_area(key="announcement_text").set_value(text)
    press(screen, "Read it")
    return screen


def labelled(widgets: Any, label: str) -> Any:
    return next(widget for widget in widgets if widget.label == label)


def loaded(database: Path) -> tuple[set[tuple[str | None, int, str]], set[tuple[str | None, str, int, int]]]:
    """Wins and claims that count now and were not among the invented files."""
    observation, claim, file = (tables()[name] for name in ("observation", "claim", "file"))
    engine = engine_for(f"sqlite:///{database}")
    with engine.connect() as connection:
        o, c = observation.c, claim.c
        new = file.c.name.like("pasted%")
        wins = select(o.bound_school_id, o.year, o.basis).join(file, file.c.file_id == o.file_id)
        counts = select(c.bound_school_id, c.claim, c.n, c.as_of_year).join(file, file.c.file_id == c.file_id)
        found = (
            {tuple(row) for row in connection.execute(wins.where(new, o.valid_to.is_(None)))},
            {tuple(row) for row in connection.execute(counts.where(new, c.valid_to.is_(None)))},
        )
    engine.dispose()
    return found


def test_without_a_document_it_says_what_to_do(page: Page) -> None:
    assert page("announcement").answer == "Upload an announcement, or paste its text"


def test_what_is_found_is_marked_and_nothing_is_loaded(page: Page, own_database: Path) -> None:
    screen = pasted(page)
    assert screen.answer == "2 statements found; none is loaded before you say so"
    assert "second year in a row 2" in screen.seen.text
    assert "won: Broken University (broken-univ) · HEED 2023 · announced" in screen.seen.text
    assert "<script>" not in screen.html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in screen.html
    assert loaded(own_database) == (set(), set())


def test_the_ticked_ones_are_loaded_as_corrected_their_text_is_kept_and_all_can_be_taken_back(
    page: Page, own_database: Path
) -> None:
    screen = pasted(page)
    labelled(screen.app.number_input, "Award year").set_value(2022)
    labelled(screen.app.selectbox, "Basis").select("claimed").run()
    labelled(screen.app.checkbox, "Load statement 2").uncheck().run()
    press(screen, "Load 1 statement")
    assert loaded(own_database) == ({("broken-univ", 2022, "claimed")}, set())
    assert screen.app.success[0].value.startswith("Loaded: 1 win. To take it back: awards undo ")
    engine = engine_for(f"sqlite:///{own_database}")
    with engine.connect() as connection:
        (sha256,) = connection.scalars(select(tables()["document"].c.sha256))
        assert kept_text(connection, sha256) == TEXT
    engine.dispose()
    press(screen, "Take it all back")
    assert screen.app.success[0].value == "Taken back: what was known before counts again."
    assert loaded(own_database) == (set(), set())


def test_another_school_is_found_by_search_and_a_claim_corrected(page: Page, own_database: Path) -> None:
    screen = pasted(page)
    labelled(screen.app.text_input, "Search schools, to offer them in the rows below").set_value("open law").run()
    for school in [box for box in screen.app.selectbox if box.label == "School"]:
        school.select("open-law")
    labelled(screen.app.selectbox, "Claim").select("total")
    labelled(screen.app.number_input, "Count (or first year)").set_value(3).run()
    press(screen, "Load 2 statements")
    assert loaded(own_database) == ({("open-law", 2023, "announced")}, {("open-law", "total", 3, 2023)})


def test_a_file_that_cannot_be_read_and_one_that_says_nothing(page: Page) -> None:
    screen = page("announcement")
    screen.app.file_uploader(key="announcement_file").set_value(("news.pdf", b"PK\x03\x04", "application/pdf"))
    press(screen, "Read it")
    assert "news.pdf" in screen.app.error[0].value
    assert pasted(page, "The library has new hours.").answer == "Nothing was found that could be loaded"


def test_the_address_given_becomes_the_source(page: Page, own_database: Path) -> None:
    screen = page("announcement")
    screen.app.text_area(key="announcement_text").set_value(TEXT)
    screen.app.text_input(key="announcement_address").set_value("https://broken.example/news")
    press(screen, "Read it")
    press(screen, "Load 2 statements")
    source = tables()["source"]
    engine = engine_for(f"sqlite:///{own_database}")
    with engine.connect() as connection:
        urls = set(connection.scalars(select(source.c.url).where(source.c.valid_to.is_(None))))
    engine.dispose()
    assert "https://broken.example/news" in urls


def test_the_day_of_publication_gives_the_award_year(page: Page, own_database: Path) -> None:
    screen = page("announcement")
    screen.app.text_area(key="announcement_text").set_value("Broken University has received the HEED Award.")
    screen.app.date_input(key="announcement_day").set_value(date(2022, 10, 4))
    press(screen, "Read it")
    assert "won: Broken University (broken-univ) · HEED 2022 · announced" in screen.seen.text
    press(screen, "Load 1 statement")
    assert loaded(own_database) == ({("broken-univ", 2022, "announced")}, set())


def test_a_claim_without_a_year_waits_until_one_is_given(page: Page, own_database: Path) -> None:
    screen = pasted(page, "Broken University is a HEED Award recipient for the fourth time.")
    assert screen.app.warning[0].value == SAY_THE_YEAR
    assert not [button for button in screen.app.button if button.label.startswith("Load 1 ")]
    labelled(screen.app.number_input, "As of year").set_value(2021).run()
    assert not screen.app.warning
    press(screen, "Load 1 statement")
    assert loaded(own_database) == (set(), {("broken-univ", "total", 4, 2021)})


def test_what_was_missed_is_added_completed_and_loaded(page: Page, own_database: Path) -> None:
    screen = pasted(page, TEXT + " Broken was also honored before.")
    labelled(screen.app.text_input, "Its words in the text").set_value("not there at all")
    press(screen, "Add it")
    assert screen.app.error[0].value.startswith("Not added: “not there at all” does not stand in the text")
    assert labelled(screen.app.text_input, "Its words in the text").value == "not there at all"
    labelled(screen.app.selectbox, "It tells of").select("observation")
    labelled(screen.app.text_input, "Its words in the text").set_value("Broken was also honored before")
    press(screen, "Add it")
    assert screen.app.success[0].value.startswith("Added: its row stands above")
    assert not labelled(screen.app.text_input, "Its words in the text").value
    assert screen.answer == "3 statements found; none is loaded before you say so"
    assert "Broken was also honored before 3" in screen.seen.text
    years = [field for field in screen.app.number_input if field.label == "Award year"]
    years[-1].set_value(2018)
    [box for box in screen.app.selectbox if box.label == "Basis"][-1].select("claimed").run()
    press(screen, "Load 3 statements")
    wins, _ = loaded(own_database)
    assert wins == {("broken-univ", 2023, "announced"), ("broken-univ", 2018, "claimed")}
    press(screen, "Take the last one added out")
    assert screen.answer.startswith("2 statements found")


def test_what_is_added_without_a_school_waits_until_one_is_chosen(page: Page, own_database: Path) -> None:
    screen = pasted(page, "The honor went to all of us in October.")
    labelled(screen.app.text_input, "Its words in the text").set_value("The honor went to all of us")
    press(screen, "Add it")
    assert screen.app.warning[0].value == SAY_THE_SCHOOL
    labelled(screen.app.text_input, SEARCH).set_value("open law").run()
    labelled(screen.app.selectbox, "School").select("open-law")
    labelled(screen.app.number_input, "Award year").set_value(2022).run()
    press(screen, "Load 1 statement")
    assert loaded(own_database)[0] == {("open-law", 2022, "announced")}


def test_the_head_of_a_row_tells_what_would_be_loaded(page: Page) -> None:
    screen = pasted(page)
    labelled(screen.app.number_input, "Award year").set_value(2022).run()
    heads = [block.value for block in screen.app.html if "won: Broken University" in block.value]
    assert len(heads) == 1
    assert "HEED 2022 · announced" in heads[0]


def test_a_document_and_what_was_corrected_stay_while_another_page_is_looked_at(page: Page) -> None:
    screen = pasted(page)
    labelled(screen.app.number_input, "Award year").set_value(2022).run()
    labelled(screen.app.checkbox, "Load statement 2").uncheck().run()
    screen.app.switch_page("app_pages/glossary.py").run()
    assert not [one for one in screen.app.checkbox if one.label == "Load statement 2"]
    screen.app.switch_page("app_pages/announcement.py").run()
    assert labelled(screen.app.number_input, "Award year").value == 2022
    assert labelled(screen.app.checkbox, "Load statement 2").value is False
    press(screen, "Put it away")
    assert not [one for one in screen.app.checkbox if one.label == "Load statement 2"]
    screen.app.text_area(key="announcement_text").set_value(TEXT)
    press(screen, "Read it")
    assert labelled(screen.app.number_input, "Award year").value == 2023
    assert labelled(screen.app.checkbox, "Load statement 2").value is True


def test_an_empty_box_says_so_and_leaves_what_is_open(page: Page) -> None:
    screen = page("announcement")
    press(screen, "Read it")
    assert screen.app.warning[0].value == NOTHING_GIVEN
    screen = pasted(page)
    screen.app.text_area(key="announcement_text").set_value("   ")
    press(screen, "Read it")
    assert screen.answer.startswith("2 statements found")
    screen.app.date_input(key="announcement_day").set_value(date(2023, 11, 2))
    press(screen, "Read it")
    assert "published 2 November 2023" in screen.app.caption[0].value


def test_loading_twice_keeps_the_way_back_and_a_loaded_text_is_told(page: Page, own_database: Path) -> None:
    screen = pasted(page)
    press(screen, "Load 2 statements")
    press(screen, "Load 2 statements")
    assert screen.app.success[0].value.startswith("Nothing new")
    assert screen.answer.endswith("what is loaded stands at the end of the page")
    again = pasted(page)
    assert LOADED_BEFORE in again.seen.text
    press(screen, "Take it all back")
    assert loaded(own_database) == (set(), set())


TWO = (
    "Broken University and Doubted University have received the 2023 HEED Award.\n\nBroken University was honored for "
    "the third year in a row."
)


def test_a_row_offers_the_schools_that_the_document_names(page: Page, own_database: Path) -> None:
    screen = pasted(page, TWO)
    schools = [box for box in screen.app.selectbox if box.label == "School"]
    assert all({"Broken University", "Doubted University"} <= set(box.options) for box in schools)
    schools[-1].select("doubted-univ").run()
    assert "claim: Doubted University (doubted-univ)" in screen.seen.text
    labelled(screen.app.text_input, SEARCH).set_value("zzz nowhere").run()
    assert any(one.value == "No school is found by “zzz nowhere”." for one in screen.app.caption)
    press(screen, "Load 3 statements")
    assert loaded(own_database)[1] == {("doubted-univ", "consecutive", 3, 2023)}
