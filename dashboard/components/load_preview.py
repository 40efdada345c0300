"""What loading the files would change: counts, rows, what is refused or waits, and what streaks become."""

import shutil
from collections.abc import Iterable, Sequence
from html import escape
from time import monotonic
from typing import TYPE_CHECKING, Final

import streamlit as st

from dashboard import jobs
from dashboard.cached import data_version, engine
from dashboard.components import frame, who
from dashboard.components.links import link, school_address
from dashboard.components.load_input import Upload, asked_of
from dashboard.components.table import Cell, Column, Html, table_html
from dashboard.domain.wording import counted
from etl.batch import Asked
from etl.database import database_url

if TYPE_CHECKING:
    from dashboard.preview import FilePreview, Preview, SampleRow, StreakChange

KEPT: Final = "load_preview"
TOLD_EVERY_SECONDS: Final = 0.3
SHOWN_STREAKS: Final = 50
_COUNTS: Final = (
    Column("File"),
    Column("New", number=True),
    Column("Changed", number=True),
    Column("Unchanged", number=True),
    Column("Gone", number=True),
    Column("Refused", number=True),
    Column("Unresolved", number=True),
)
_STREAKS: Final = (
    Column("School"),
    Column("Family"),
    Column("Confirmed streak", tight=True),
    Column("Probable streak", tight=True),
    Column("Wins", number=True),
)
_ROWS: Final = (Column("Line", number=True), Column("The row"))
_REFUSED: Final = (Column("Where"), Column("What is wrong"), Column("The row"))


def preview_of(uploads: Sequence[Upload]) -> "Preview":
    """The preview of these files over the data of now; worked out once, with progress meanwhile."""
    from dashboard.preview import preview  # late: no other page should wait for what loads import

    key = (database_url(), data_version(), *(one.fingerprint() for one in uploads))
    kept = st.session_state.get(KEPT)
    if kept and kept[0] == key:
        found: Preview = kept[1]
        return found
    place = st.empty()
    place.progress(0.0, "Reading …")
    last = [0.0]

    def tell(name: str, rows: int) -> None:
        if monotonic() - last[0] > TOLD_EVERY_SECONDS:
            last[0] = monotonic()
            place.progress(0.0, f"Reading {name}: {rows:,} rows so far")

    folder, paths = jobs.kept([(one.file, one.content) for one in uploads])
    try:
        asked = [Asked(path, **said) for path, said in zip(paths, asked_of(uploads), strict=True)]
        found = preview(engine(), asked, who.who("analyst"), tell)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    place.empty()
    st.session_state[KEPT] = (key, found)
    return found


def show_preview(found: "Preview") -> None:
    """The counts of every file, its notices, the streaks that change, and the first rows of every sort."""
    frame.show(table_html("What would change, in rows", _COUNTS, map(_counts, found.files), fold=True))
    if remarks := _remarks_html(found.files):
        frame.show(remarks)
    _show_streaks(found.streaks)
    for at, one in enumerate(file for file in found.files if file.report.error is None):
        _show_rows(one, opened=at == 0)


def title(found: "FilePreview") -> str:
    """The file and what it is."""
    kind = found.report.kind
    return found.report.file if not kind or kind in found.report.file else f"{found.report.file} ({kind})"


def _counts(one: "FilePreview") -> tuple[Cell, ...]:
    report = one.report
    if report.error is not None:
        return (Html(f'{escape(title(one))} <span class="aw-flag">cannot be loaded</span>'), *[None] * 6)
    counts = (report.new, report.changed, report.unchanged, report.gone, report.refused, report.unresolved)
    return (title(one), *(f"{count:,}" for count in counts))


def _remarks_html(files: Iterable["FilePreview"]) -> str:
    said: list[str] = []
    for one in files:
        name = f"<strong>{escape(title(one))}</strong>: "
        if one.report.error is not None:
            page = f" ({link('announcement', 'Add an announcement')})" if "is a document" in one.report.error else ""
            said.append(name + escape(one.report.error) + page)
        if one.next_version_of:
            told = f"a file of this name was loaded before ({one.next_version_of}); this is its next version"
            gone = f", and {counted(one.report.gone, 'row')} that it no longer has would go" if one.report.gone else ""
            said.append(f"{name}{escape(told)}{gone}. Give it another name above if it is another file.")
        said += [name + escape(notice) for notice in one.report.notices]
    items = "".join(f"<p>{line}</p>" for line in said)
    return f'<div class="aw aw-notice">{items}</div>' if items else ""


def _show_streaks(changes: Sequence["StreakChange"]) -> None:
    if not changes:
        frame.section("Streaks", "No school’s streak or number of wins would change.")
        return
    schools = len({one.school_id for one in changes})
    frame.section(f"{counted(schools, 'school')} would stand differently", changes[0].sentence())
    shown = changes[:SHOWN_STREAKS]
    told = f"{len(shown)} of {len(changes)}" if len(shown) < len(changes) else f"{len(shown)}"
    frame.show(table_html(f"Streaks before → after ({told})", _STREAKS, map(_streak, shown), fold=True))


def _streak(one: "StreakChange") -> tuple[Cell, ...]:
    name = Html(link(school_address(one.school_id, one.family), one.school))
    return name, one.family, _pair(one.confirmed), _pair(one.probable), _pair(one.wins)


def _pair(pair: tuple[object, object]) -> str:
    before, after = pair
    return str(after) if before == after else f"{before} → {after}"


def _show_rows(one: "FilePreview", *, opened: bool) -> None:
    report = one.report
    sorts = (("new", one.new, report.new), ("changed", one.changed, report.changed), ("gone", one.gone, report.gone))
    held = [f"{count:,} {word}" for word, _, count in sorts if count]
    held += [f"{report.refused:,} refused"] if report.refused else []
    held += [f"{counted(len(report.unresolved_names), 'name')} unresolved"] if report.unresolved_names else []
    if not held:
        return
    with st.expander(f"Rows of {title(one)}: {', '.join(held)}", expanded=opened):
        for word, rows, count in sorts:
            if rows:
                told = f"{len(rows)} of {count:,}" if count > len(rows) else f"{count:,}"
                frame.show(table_html(f"Rows that are {word} ({told})", _ROWS, map(_sample, rows)))
        if report.refused:
            frame.show(_refused_html(one))
        if report.unresolved_names:
            names = report.unresolved_names
            some = "".join(f"<li>{escape(name)}</li>" for name in names[:SHOWN_STREAKS])
            told = f"{counted(len(names), 'name')} that a person must tie to a school; {link('review', 'Review')} asks."
            frame.show(f'<div class="aw"><p>{told}</p><ul class="aw-plain">{some}</ul></div>')


def _sample(row: "SampleRow") -> tuple[Cell, ...]:
    said = ", ".join(f'<span class="aw-quiet">{escape(name)}</span> {escape(value)}' for name, value in row.said)
    return str(row.line), Html(said)


def _refused_html(one: "FilePreview") -> str:
    rows = one.report.refused_rows[:SHOWN_STREAKS]
    told = f"{len(rows)} of {one.report.refused}" if len(rows) < one.report.refused else f"{len(rows)}"
    cells = (
        (
            ", ".join(part for part in (row.sheet, f"line {row.line}") if part),
            Html("<br>".join(escape(reason.message) for reason in row.reasons)),
            " | ".join(row.cells),
        )
        for row in rows
    )
    return table_html(f"Rows that would be refused and kept for mending ({told})", _REFUSED, cells, fold=True)
