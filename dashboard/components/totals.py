"""Wins a year beside the printed totals: how much of the truth we hold."""

from typing import TYPE_CHECKING

from dashboard.components.frames import Value, rows_of
from dashboard.components.table import Cell, Column, table_html
from dashboard.domain.wording import listed

if TYPE_CHECKING:
    from pandas import DataFrame

BASIS_WORDS = {
    "publisher": "the publisher's own number",
    "majority": "the number most sources print",
    "tie": "sources tie",
}
_COLUMNS = (
    Column("Award year"),
    Column("Award"),
    Column("We hold", number=True),
    Column("Printed", number=True),
    Column("Share", number=True),
    Column("What is printed"),
)


def totals_html(wins: "DataFrame") -> str:
    """The table under the chart of `charts.coverage`: the same rows, with every printed total."""
    return table_html("Wins we hold and winners as printed, by award year", _COLUMNS, map(_row, rows_of(wins)))


def _row(row: dict[str, Value]) -> tuple[Cell, ...]:
    best = listed(str(total) for total in row["best_totals"])  # type: ignore[union-attr]
    share = f"{row['coverage']:.0%}" if row["coverage"] is not None else None
    return f"{row['year']}", str(row["award"]), f"{row['won']}", best or "–", share, _printed(row)


def _printed(row: dict[str, Value]) -> str:
    """Every printed total with the number of sources that print it: "62 (12 sources), 63 (1 source)"."""
    printed = row["printed"] or ()
    counts = ((total.recipients, len(total.sources)) for total in printed)  # type: ignore[union-attr]
    every = ", ".join(f"{number} ({n} source{'s' if n != 1 else ''})" for number, n in counts)
    basis = BASIS_WORDS.get(str(row["best_basis"]), "")
    if not every:
        return "no total is printed" if row["held"] else "no award held"
    return f"{every}: {basis}" if len(printed) > 1 else every  # type: ignore[arg-type]
