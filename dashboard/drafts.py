"""A draft against the records: the statements found in a text, each with its verdict."""

from functools import partial
from typing import TYPE_CHECKING, Final

from dashboard.domain.factcheck import Finding, check_text
from dashboard.queries.factcheck import FactBook

if TYPE_CHECKING:
    from sqlalchemy import Connection

MARKS: Final = {"supported": "✓", "contradicted": "✗", "understated": "+", "undecided": "?"}
"""The mark of each verdict; its word stands beside it always."""


def findings(connection: "Connection", text: str, own_school: str | None) -> list[Finding]:
    """The findings of a draft against the newest data version, in the order of the text."""
    from etl.proposals import known_now, schools_meant

    known = known_now(connection)
    names = partial(schools_meant, text, known, own_school)
    return check_text(text, known.awards, FactBook(connection), names, own_school, known.draft_hints())
