"""A set of records in one sentence."""

from dashboard.domain.statuses import WORDS
from dashboard.domain.wording import counted, listed
from dashboard.queries.records import RecordCounts


def records_sentence(found: RecordCounts) -> str:
    """How many records there are of how many schools, by status: "626 records of 183 schools: 610 won, 16 pending"."""
    if not found.total:
        return "No record fits this filter"
    counts = dict(found.by_status)
    told = listed(f"{counts[status]:,} {words.word}" for status, words in WORDS.items() if status in counts)
    return f"{counted(found.total, 'record')} of {counted(len(found.by_school), 'school')}: {told}"
