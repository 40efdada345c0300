"""What is proposed from the text of an announcement, for tests of the names in it."""

from datetime import date
from typing import Any

from etl.extract.announcement import Document
from etl.proposals import Known, ObservationProposal, propose


def won(text: str, known: Known, url: str | None = None, day: date | None = None) -> set[tuple[Any, ...]]:
    """School, award, award year and basis of each win proposed from a text."""
    found = propose(Document("news.txt", text, "News", url, None, day), known).proposals
    return {(o.school_id, o.award, o.year, o.basis) for o in found if isinstance(o, ObservationProposal)}
