"""Files to load: dragged in, several at once, each with what is said of it beside its contents."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final

import streamlit as st

from dashboard.components.links import page_address
from dashboard.jobs import plain_name
from etl.kinds import KINDS

ROUND: Final = "load_round"
"""In the session: how often files were handed over, so that the next ones are asked for anew."""
MOST_FILES: Final = 20
MOST_MEGABYTES: Final = 200
BY_ITSELF: Final = "found by its columns"
MEGABYTE: Final = 1 << 20


@dataclass(frozen=True)
class Upload:
    """An uploaded file and how it is to be read."""

    file: str
    content: bytes
    kind: str | None
    name: str
    """What it is loaded under."""
    defaults: tuple[tuple[str, str], ...]

    def fingerprint(self) -> tuple[object, ...]:
        """What tells this from any other upload."""
        return (self.file, sha256(self.content).hexdigest(), self.kind, self.name, self.defaults)


def limits() -> str:
    """How much may be loaded at once, in words."""
    return (
        f"Up to {st.get_option('server.maxUploadSize')} MB a file, {MOST_FILES} files and {MOST_MEGABYTES} MB at once; "
        "larger ones go through the command awards load."
    )


def ask_for_files() -> list[Upload]:
    """The files that lie there; none when there are too many of them, which is told."""
    files = st.file_uploader(
        "Lists to load (CSV, TSV, XLSX, or a ZIP file of the IPEDS directory)",
        accept_multiple_files=True,
        key=f"load_files_{st.session_state.setdefault(ROUND, 0)}",
    )
    st.caption(f"{limits()} Announcements go to [Add an announcement]({page_address('announcement')}).")
    size = sum(file.size for file in files)
    if len(files) > MOST_FILES or size > MOST_MEGABYTES * MEGABYTE:
        st.error(f"These are {len(files)} files with {size / MEGABYTE:,.0f} MB, which is too much at once. {limits()}")
        return []
    if not files:
        return []
    with st.expander("If a file does not say what it is, or lacks a column"):
        return [_upload(at, file) for at, file in enumerate(files)]


def next_round() -> None:
    """Ask for files anew."""
    st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1


def _upload(at: int, file: Any) -> Upload:
    own, key = plain_name(file.name), f"{st.session_state[ROUND]}_{at}_{file.name}"
    titles = {BY_ITSELF: BY_ITSELF} | {kind.name: kind.title for kind in KINDS}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        kind = st.selectbox(f"What {own} is", list(titles), format_func=titles.__getitem__, key=f"kind_{key}")
        name = st.text_input(f"Name to load {own} under", own, key=f"name_{key}", max_chars=200)
        said = st.text_input(
            f"Columns that {own} lacks", key=f"set_{key}", max_chars=500, placeholder="year=2025, award=HEED"
        )
    return Upload(own, file.getvalue(), None if kind == BY_ITSELF else kind, name.strip() or own, _defaults(said))


def _defaults(said: str) -> tuple[tuple[str, str], ...]:
    pairs = [part.partition("=") for part in said.split(",") if part.strip()]
    if wrong := [column for column, sign, _ in pairs if not sign or not column.strip()]:
        st.warning(f"Left out: {', '.join(wrong)}. Write COLUMN=VALUE, such as year=2025.")
    return tuple((column.strip(), value.strip()) for column, sign, value in pairs if sign and column.strip())


def asked_of(uploads: Sequence[Upload]) -> list[Mapping[str, Any]]:
    """What is said of each file beside its contents, as `etl.batch.Asked` takes it."""
    return [{"kind": one.kind, "name": one.name, "defaults": dict(one.defaults)} for one in uploads]
