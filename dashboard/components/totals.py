"""Wins a year beside the printed totals: how much of the truth we hold."""

from typing import TYPE_CHECKING, Any, Final

from dashboard.components.frames import rows_of
from dashboard.components.table import Cell, Column, table_html
from dashboard.domain.wording import counted, listed
from dashboard.queries.totals import PrintedTotal

if TYPE_CHECKING:
    from pandas import DataFrame

BASIS_WORDS: Final = {
    "publisher": "the publisher's own number",
    "majority": "the number most sources print",
    "tie": "sources tie",
}
_COLUMNS: Final = (
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


def _row(row: dict[str, Any]) -> tuple[Cell, ...]:
    best = " or ".join(str(total) for total in row["best_totals"]) or "–"
    share = None if row["coverage"] is None else f"{row['coverage']:.0%}"
    return f"{row['year']}", row["award"], f"{row['won']}", best, share, _printed(row)


def _printed(row: dict[str, Any]) -> str:
    """Every printed total with the number of sources that print it: "62 (12 sources), 63 (1 source)"."""
    printed: tuple[PrintedTotal, ...] = row["printed"]
    if not printed:
        return "no total is printed" if row["held"] else "no award held"
    every = listed(f"{total.recipients} ({counted(len(total.sources), 'source')})" for total in printed)
    return f"{every}: {BASIS_WORDS[row['best_basis']]}" if len(printed) > 1 else every
