"""What is on the screen, as a file and as a link: exactly its rows, in their order."""

import io
import zipfile
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from tempfile import SpooledTemporaryFile
from typing import IO, TYPE_CHECKING, Any, Final, cast
from urllib.parse import urlencode, urlsplit

import streamlit as st

from dashboard.cached import data_version, engine
from dashboard.components.link_making import show_data_link
from dashboard.export.csv_file import csv_bytes
from dashboard.export.names import about_name, file_name
from dashboard.export.passport import Passport
from dashboard.export.table import ExportTable
from dashboard.export.tables import table_named
from dashboard.export.write import MEDIA_TYPES, write_table

if TYPE_CHECKING:
    from pandas import DataFrame

IN_MEMORY: Final = 8 << 20
MORE_PIXELS: Final = 280
FORMAT_WORDS: Final = {"xlsx": "Excel workbook (XLSX)", "parquet": "Parquet", "json": "JSON"}


def export_buttons(rows: int, name: str, wanted: Any, said: Sequence[str], key: str = "download") -> None:
    """Buttons that hand over what the table of that name shows under the filter, on all pages.

    CSV alone at once; with its passport, as workbook, Parquet, JSON and as a data link under "More". Files are made on
    the click. `said` is the filter in few words, for the file's name.
    """
    table = table_named(name)

    def named(ending: str) -> str:
        return file_name(name, said, data_version(), datetime.now(UTC).date(), ending)

    with st.container(horizontal=True, width="content"):
        _button(
            f"Download {rows:,} row{'s' if rows != 1 else ''} (CSV)",
            lambda: _made(table, "csv", wanted)[0], named("csv"), "csv", rows, key,
        )  # fmt: skip
        if not rows:
            return
        # No popover: it is drawn at the end of the page, where the keyboard comes only after all rows of the table.
        with st.expander("More formats", width=MORE_PIXELS, key=f"{key}_more"):
            with st.container(horizontal=True, gap="small"):
                _button(
                    "CSV with its passport (ZIP)",
                    lambda: _with_passport(table, wanted, named("csv")), named("zip"), "zip", rows, f"{key}_zip",
                )  # fmt: skip
                for ending, words in FORMAT_WORDS.items():
                    _button(words, _maker(table, ending, wanted), named(ending), ending, rows, f"{key}_{ending}")
            st.caption("Data link: Excel (Data, From Web), pandas and R read it; it always gives the newest data.")
            show_data_link(data_link(table, wanted), key)


def data_link(table: ExportTable, wanted: Any, ending: str = "csv") -> str:
    """The address at which the same rows are read by a program."""
    here = urlsplit(st.context.url or "")
    place = f"{here.scheme}://{here.netloc}" if here.netloc else ""
    choices = urlencode(table.written(wanted))
    return f"{place}/data/{table.name}.{ending}" + (f"?{choices}" if choices else "")


def _button(label: str, made: Callable[[], bytes], name: str, ending: str, rows: int, key: str) -> None:
    st.download_button(
        label, data=made, file_name=name, mime=MEDIA_TYPES[ending].partition(";")[0], on_click="ignore",
        disabled=rows == 0, key=key,
    )  # fmt: skip


def _maker(table: ExportTable, ending: str, wanted: Any) -> Callable[[], bytes]:
    return lambda: _made(table, ending, wanted)[0]


def _made(table: ExportTable, ending: str, wanted: Any) -> tuple[bytes, Passport]:
    with SpooledTemporaryFile(IN_MEMORY) as spooled, engine().connect() as connection:
        file = cast("IO[bytes]", spooled)
        passport = write_table(file, ending, connection, table, wanted)
        file.seek(0)
        return file.read(), passport


def _with_passport(table: ExportTable, wanted: Any, name: str) -> bytes:
    """A ZIP file of the CSV and its passport."""
    content, passport = _made(table, "csv", wanted)
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as parcel:
        for inner, data in ((name, content), (about_name(name), passport.bytes(name))):
            parcel.writestr(zipfile.ZipInfo(inner, passport.made_at.timetuple()[:6]), data, zipfile.ZIP_DEFLATED)
    return whole.getvalue()


def csv_button(
    rows: int, what: str, filters: Sequence[str], frame: Callable[[], "DataFrame"], key: str = "download"
) -> None:
    """A button that hands over `frame` as CSV: the rows on the screen in their order, on all pages.

    For tables that have no name among the exports. The file is made on the click.
    """
    _button(
        f"Download {rows:,} row{'s' if rows != 1 else ''} (CSV)",
        lambda: csv_bytes(frame()),
        file_name(what, filters, data_version(), datetime.now(UTC).date()),
        "csv",
        rows,
        key,
    )
