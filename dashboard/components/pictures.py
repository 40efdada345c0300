"""Buttons that hand over what is drawn as a picture for print, and the words such a picture carries."""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from typing import Final

import streamlit as st

from dashboard.cached import ask, data_version
from dashboard.components.streak_words import current_phrase
from dashboard.domain.streaks import SchoolStreaks, answer_sentence
from dashboard.export.names import file_name
from dashboard.pictures import FORMATS, Format, Picture, Words, strip_of, strip_picture
from dashboard.queries.sources import source_count
from dashboard.queries.versions import version_info

MIMES: Final = {"png": "image/png", "svg": "image/svg+xml"}


def picture_buttons(what: str, said: Sequence[str], key: str, make: Callable[[Format], Picture]) -> None:
    """Buttons "Picture (PNG)" and "Picture (SVG)". The picture is made on the click.

    `what` and `said` (which part) make the file's name; `key` tells the buttons from others on the page.
    """
    with st.container(horizontal=True, width="content", gap="small"):
        for form in FORMATS:
            st.download_button(
                f"Picture ({form.upper()})",
                data=_maker(make, form),
                file_name=file_name(what, said, data_version(), datetime.now(UTC).date(), form),
                mime=MIMES[form],
                on_click="ignore",
                type="tertiary",
                key=f"{key}_{form}",
            )


def _maker(make: Callable[[Format], Picture], form: Format) -> Callable[[], bytes]:
    return lambda: make(form).content


def strip_buttons(school: SchoolStreaks) -> None:
    """The buttons for the year strip of one school."""
    title = f"{school.school_name}: {answer_sentence(school)}"
    units = f"Award years of the {school.family} award family, as of {school.as_of}"
    picture_buttons(
        f"strip {school.school_id}", (school.family,), "strip", lambda form: strips(title, units, [school], form)
    )


def strips_buttons(schools: Sequence[SchoolStreaks], title: str, said: Sequence[str]) -> None:
    """The buttons for the strips of several schools: those of one page of a list."""
    units = f"Award years of the {schools[0].family} award family, as of {schools[0].as_of}; {len(schools)} schools"
    picture_buttons("strips", said, "strips", lambda form: strips(title, units, schools, form))


def strips(title: str, units: str, schools: Iterable[SchoolStreaks], form: Format) -> Picture:
    """The year strips of schools under one another, each with what became of its last run."""
    rows = [strip_of(school, current_phrase(school)) for school in schools]
    return strip_picture(rows, words(title, units), form)


def words(title: str, units: str) -> Words:
    """Title and units with the source line that every picture of these data carries."""
    return Words(title, units, source_line())


def source_line() -> str:
    """Where all numbers on the pages come from: "Source: 559 documents listed in the award tracker; data …"."""
    version = ask(version_info)
    told = f"data version {version.version} of {version.made_at.day} {version.made_at:%B %Y}" if version else "no data"
    return f"Source: {ask(source_count):,} documents listed in the award tracker; {told}"
