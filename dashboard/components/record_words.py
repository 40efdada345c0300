"""A set of records in one sentence."""

from typing import TYPE_CHECKING

from dashboard.domain.statuses import WORDS
from dashboard.domain.wording import counted, listed

if TYPE_CHECKING:
    from pandas import DataFrame


def records_sentence(found: "DataFrame") -> str:
    """How many records there are of how many schools, by status: "626 records of 183 schools: 610 won, 16 pending"."""
    if found.empty:
        return "No record fits this filter"
    counts = found["status"].value_counts()
    told = listed(f"{counts[status]:,} {words.word}" for status, words in WORDS.items() if status in counts)
    return f"{counted(len(found), 'record')} of {counted(found['school_id'].nunique(), 'school')}: {told}"
