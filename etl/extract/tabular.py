"""Reading a file of rows and columns: which reader it needs, and the tables that it holds."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from etl.extract.csv_text import read_text
from etl.extract.guards import checked_form
from etl.extract.table import FileRefused, Place, RowFault, Table, TextRow
from etl.kinds import KINDS, Kind, kind_named

__all__ = ["FileRefused", "Place", "RowFault", "Table", "TextRow", "read_tables"]

NO_DEFAULTS: Mapping[str, str] = MappingProxyType({})


def read_tables(path: Path, kind: str | None = None, defaults: Mapping[str, str] = NO_DEFAULTS) -> list[Table]:
    """The tables of a CSV, TSV or Excel file: one for text, one a sheet for a workbook.

    `kind` names what the file is; without it each table is recognised by its columns. `defaults` are values for
    columns that the file lacks; they count as present. The rows of each table are read as they are asked for. Raises
    FileRefused when the file cannot be read, or nothing in it is recognised.
    """
    named = _kind(path, kind)
    _check_defaults(path, named, defaults)
    if checked_form(path) == "text":
        return [read_text(path, named, defaults)]
    # Imported late: most files are text, and a command should not wait for what it does not use.
    from etl.extract.workbook import read_workbook

    return read_workbook(path, named, defaults)


def _kind(path: Path, name: str | None) -> Kind | None:
    if name is None:
        return None
    try:
        return kind_named(name)
    except KeyError as error:
        raise FileRefused(path.name, str(error.args[0]), "Name one of these, or leave --kind out") from error


def _check_defaults(path: Path, kind: Kind | None, defaults: Mapping[str, str]) -> None:
    known = {column.name for each in ((kind,) if kind else KINDS) for column in each.columns}
    if unknown := sorted(set(defaults) - known):
        remedy = f"Known columns are {', '.join(sorted(known))}"
        raise FileRefused(path.name, "--set names a column that there is not", remedy, value=", ".join(unknown))
