"""Which reader a file needs: the IPEDS directory as NCES publishes it, or a table of one of our kinds."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from etl.extract.guards import check_name
from etl.extract.ipeds import institution_rows, is_ipeds_header
from etl.extract.table import Place, Table, TextRow
from etl.extract.tabular import read_tables
from etl.kinds import INSTITUTIONS

ARCHIVES = (".zip", ".gz")
LONGEST_HEADER = 20_000
"""Bytes: the directory's line of column names has about 800."""


def read_file(path: Path, kind: str | None, defaults: Mapping[str, str]) -> list[Table]:
    """The tables of a file, rows read as they are asked for. Raises FileRefused when it cannot be read."""
    check_name(path)
    if kind in (None, INSTITUTIONS.name) and _is_directory(path):
        return [_directory(path)]
    return read_tables(path, kind, defaults)


def _is_directory(path: Path) -> bool:
    if not path.is_file():
        return False  # a pipe or a device, over which opening may wait for ever; it is refused as no file
    if path.suffix.lower() in ARCHIVES:
        return True  # only the directory comes in an archive; its reader refuses any other
    if path.suffix.lower() != ".csv":
        return False
    with path.open("rb") as file:
        heads = file.readline(LONGEST_HEADER).decode("utf-8-sig", errors="replace")
    return is_ipeds_header(head.strip('"') for head in heads.strip().split(","))


def _directory(path: Path) -> Table:
    columns = tuple(column.name for column in INSTITUTIONS.columns)

    def rows() -> Iterator[TextRow]:
        for line, row in enumerate(institution_rows(path), 2):
            yield TextRow(Place(path.name, "", line), tuple(row.get(column, "") for column in columns))

    return Table(INSTITUTIONS, path.name, "", 1, columns, columns, (), rows())
