"""The grammar of award statements: the one door.

`read_statements` reads a text of any length for what it says of awards: wins, counts, numbers of recipients, "the only
school in Missouri", programmes. It knows no database and no network; names are left for `etl.transform.schools`.
"""

from dataclasses import replace

from etl.transform.statements.categories import CATEGORIES, category_of
from etl.transform.statements.counted import counted, year_of_counts
from etl.transform.statements.denials import denials
from etl.transform.statements.only_ones import only_ones
from etl.transform.statements.places import STATE_CODES, STATE_NAMES
from etl.transform.statements.programmes import programmes
from etl.transform.statements.recipients import recipients
from etl.transform.statements.scene import scene
from etl.transform.statements.scene_school import is_another
from etl.transform.statements.scene_year import year_of_page
from etl.transform.statements.schools_named import university_in
from etl.transform.statements.sentences import likeness, plain_text, sentences
from etl.transform.statements.values import (
    AwardCodes,
    AwardMention,
    Counted,
    Denial,
    Hints,
    OnlyOne,
    Programme,
    Reading,
    Recipients,
    SchoolMention,
    Sentence,
    Statement,
    Win,
)
from etl.transform.statements.wins import wins

__all__ = [
    "CATEGORIES",
    "STATE_CODES",
    "STATE_NAMES",
    "AwardCodes",
    "AwardMention",
    "Counted",
    "Denial",
    "Hints",
    "OnlyOne",
    "Programme",
    "Reading",
    "Recipients",
    "SchoolMention",
    "Sentence",
    "Statement",
    "Win",
    "category_of",
    "is_another",
    "likeness",
    "read_statements",
    "sentences",
    "university_in",
]


def read_statements(text: str, awards: AwardCodes, hints: Hints | None = None) -> Reading:
    """Everything that the text says of the awards that `awards` knows; an empty reading where it names none.

    Places count characters of `text`. What the giver says of itself and of its award is left out.
    """
    seen = scene(plain_text(text), awards, hints or Hints())
    if not seen.lines:
        return Reading()
    counts = counted(seen)
    year = year_of_counts(counts) if seen.year is None else None
    if year and year <= seen.hints.latest:
        seen = replace(seen, year=year)
        counts = counted(seen)
    return Reading(
        seen.school,
        tuple(award for line in seen.lines for award in line.awards),
        tuple(school for line in seen.lines for school in line.schools),
        tuple(wins(seen)),
        tuple(counts),
        tuple(recipients(seen)),
        tuple(only_ones(seen)),
        tuple(programmes(seen)),
        tuple(denials(seen)),
        seen.year or year_of_page(seen.lines, seen.award, seen.hints),
    )
