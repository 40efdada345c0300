"""A document that a reader uploads or pastes, read once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

import streamlit as st

from dashboard.components.kept_fields import held, hold
from dashboard.components.links import is_web
from etl.extract.announcement import Document, read_document
from etl.extract.announcement_values import title_of
from etl.extract.table import FileRefused

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile

REMEMBERED: Final = 16
LONGEST_PASTED: Final = 1_000_000
"""Characters; a magazine of 300 pages has about as many."""
LONGEST_NAME: Final = 200
FIRST_DAY: Final = date(2000, 1, 1)
NOTHING_GIVEN: Final = "There is nothing to read yet: choose a file, or paste a text."
WHY_DAY: Final = "Where the text names no award year, it is taken from this day."


@dataclass(frozen=True)
class Given:
    """What a reader gave last: a document, or why it could not be read; `doubt` tells what was left out."""

    document: Document | None
    refused: str = ""
    doubt: str = ""


def ask_for_document(
    key: str,
    endings: Sequence[str],
    button: str,
    *,
    with_address: bool = False,
    put_away: Callable[[], None] | None = None,
) -> Document | None:
    """The document given, uploaded before pasted; it stays while other pages are looked at, until it is put away.

    None as long as there is none, or what there is cannot be read. `put_away` is called with that.
    """
    place = f"{key}_given"
    with st.form(key, border=False):
        file = st.file_uploader(f"File ({', '.join(endings)})", type=list(endings), key=f"{key}_file")
        pasted = st.text_area("Or paste its text", key=f"{key}_text", height=180, max_chars=LONGEST_PASTED)
        address, day = "", None
        if with_address:
            address = st.text_input("Its address on the web, if it has one", key=f"{key}_address", max_chars=2000)
            day = st.date_input(
                "Day of publication, if you know it", None, key=f"{key}_day", min_value=FIRST_DAY, help=WHY_DAY
            )
        if st.form_submit_button(button, type="primary"):
            read = _uploaded(file) if file else Given(_pasted(pasted or ""))
            if not (read.document or read.refused):
                read = held(place, None) or Given(None, doubt=NOTHING_GIVEN)  # what is open stays open
            hold(place, _of_day(_at(read, (address or "").strip()), day))
    given = held(place, None)
    if not isinstance(given, Given):
        return None
    if given.refused:
        st.error(given.refused)
    if given.doubt:
        st.warning(given.doubt)
        hold(place, replace(given, doubt=""))  # told once
    if given.document:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption(f"Open: {_told(given.document)}. It stays open while you look at other pages.")
            st.button("Put it away", on_click=_put_away, args=(place, put_away))
    return given.document


def _told(document: Document) -> str:
    """The title of a document, with the day and the address that it goes by."""
    day = f", published {document.published_on.day} {document.published_on:%B %Y}" if document.published_on else ""
    return f"“{document.title}”{day}" + (f", {document.url}" if document.url else "")


def _put_away(place: str, also: Callable[[], None] | None) -> None:
    hold(place, None)
    if also:
        also()


def _of_day(given: Given, day: date | None) -> Given:
    """The document, published on the day that the reader gave, whatever it says of itself."""
    return replace(given, document=replace(given.document, published_on=day)) if day and given.document else given


def _at(given: Given, address: str) -> Given:
    if not given.document or not address:
        return given
    if not is_web(address):
        return replace(given, doubt=f"{address} is no address of the web (https://…); it is left out.")
    return replace(given, document=replace(given.document, url=address))


def _uploaded(file: "UploadedFile") -> Given:
    try:
        return Given(_read(Path(file.name.replace("\\", "/")).name[-LONGEST_NAME:], file.getvalue()))
    except (FileRefused, OSError) as error:
        return Given(None, f"Not read: {error}")


@st.cache_data(max_entries=REMEMBERED, show_spinner="Reading the document …")
def _read(name: str, content: bytes) -> Document:
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        return read_document(path)


def _pasted(text: str) -> Document | None:
    """The pasted text under a name of its own, so that it replaces no other."""
    if not text.strip():
        return None
    plain = text.replace("\r\n", "\n")
    name = f"pasted {sha256(plain.encode()).hexdigest()[:8]}.txt"
    return Document(name, plain, title_of(plain, None, name), named=True)
