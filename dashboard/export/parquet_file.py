"""Rows as Parquet, typed, with the passport in the file's own metadata."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import IO, TYPE_CHECKING, Any, Final

from dashboard.export.cells import plain_cell
from dashboard.export.passport import ColumnInfo, Passport

if TYPE_CHECKING:
    import pyarrow as pa

ROWS_AT_A_TIME: Final = 20_000
METADATA_KEY: Final = "about"


class ParquetDraft:
    """A Parquet file that is written piece by piece; `finish` puts the passport in and closes it."""

    def __init__(self, file: IO[bytes], columns: Sequence[ColumnInfo]) -> None:
        import pyarrow as pa
        import pyarrow.parquet as pq

        self._columns = columns
        fields = [pa.field(c.name, _type(c.type), metadata={"meaning": c.meaning, "unit": c.unit}) for c in columns]
        self._schema: pa.Schema = pa.schema(fields)
        self._writer: Any = pq.ParquetWriter(file, self._schema, compression="zstd")
        self.rows = 0

    def add(self, rows: Iterable[Sequence[object]]) -> None:
        """Write the rows."""
        import pyarrow as pa

        waiting = iter(rows)
        while some := list(islice(waiting, ROWS_AT_A_TIME)):
            arrays = [
                pa.array([_value(row[at], column.type) for row in some], type=self._schema.field(at).type)
                for at, column in enumerate(self._columns)
            ]
            self._writer.write_table(pa.Table.from_arrays(arrays, schema=self._schema))
            self.rows += len(some)

    def finish(self, passport: Passport) -> None:
        """Put the passport in, and write the file to its end."""
        self._writer.add_key_value_metadata({METADATA_KEY: passport.bytes().decode()})
        self._writer.close()


def _type(name: str) -> pa.DataType:
    import pyarrow as pa

    types = {"whole": pa.int64(), "number": pa.float64(), "yes/no": pa.bool_(), "day": pa.date32()}
    return types.get(name, pa.string())


def _value(value: object, name: str) -> object:
    cell = plain_cell(value)
    if cell is None or name in ("whole", "number"):
        return cell
    if name == "yes/no":
        return value
    if name == "day":
        return value.date() if hasattr(value, "date") else value
    return str(cell)
