"""The words of the house: one table, which the glossary shows and every page links to."""

from dataclasses import dataclass
from typing import Final

from dashboard.domain.statuses import WORDS


@dataclass(frozen=True)
class Term:
    """A word and what it means here."""

    key: str
    """How addresses call it."""
    word: str
    meaning: str
    example: str = ""


TERMS: Final = {
    term.key: term
    for term in (
        Term("institution", "institution", "A university or college, known by its IPEDS UNITID, a six-digit number."),
        Term(
            "school",
            "school",
            "The unit that wins an award: an institution itself, or one of its schools, colleges or libraries.",
            "UMKC School of Medicine is a school of the institution University of Missouri-Kansas City.",
        ),
        Term(
            "award",
            "award",
            "An honour that a giver gives in cycles, such as HEED (Higher Education Excellence in Diversity).",
        ),
        Term(
            "award-family",
            "award family",
            "Awards that continue one another. Streaks run over a family, so that a split or a new name breaks none.",
            "HEED and the Health Professions HEED Award are one family: schools count straight across.",
        ),
        Term(
            "cycle",
            "cycle",
            "One award in one year: whether it was held, when applications are due, when winners are announced, and "
            "how many there are.",
        ),
        Term(
            "award-year",
            "award year",
            "The year of the award itself, which is not always the year of the page that tells of it.",
            "A school posted its 2016 award in July 2017: the award year is 2016.",
        ),
        Term(
            "tier",
            "tier",
            "A distinction on top of a win, such as Diversity Champion. A tier alone never makes a year won.",
        ),
        Term(
            "source",
            "source",
            "A document that says something: a page, a list of winners, the office's own log.",
        ),
        Term(
            "observation",
            "observation",
            "One statement of one source: this school, this award, this year, this outcome. Pages also call it a "
            "statement.",
        ),
        Term(
            "basis",
            "basis",
            "How a source knows: announced (news of that win), claimed (a past win named), own log (of the office).",
        ),
        Term(
            "claim",
            "claim",
            "A counted statement of a source, as of an award year: so many in a row, so many in all, the first time.",
            "“Third year in a row”, printed in 2023, claims 2021, 2022 and 2023.",
        ),
        Term(
            "record",
            "record",
            "What follows from all observations of one school, award and year. Nobody types a record in.",
        ),
        Term(
            "status",
            "status",
            "What is known of one school's year: one of seven states. Not known is one of them, and it is not a no.",
        ),
        Term(
            "conflict",
            "conflict",
            "Statements that count disagree. The weightier one decides, and the conflict is shown.",
        ),
        Term(
            "streak",
            "streak",
            "An unbroken run of won years; years in which no award was held are passed over. Always told with its "
            "first and last year.",
        ),
        Term("alive", "alive", "A streak that reaches the last award year that was held and announced."),
        Term("open", "open", "A streak after which only years follow that are not known, probably won or pending."),
        Term(
            "broken",
            "broken",
            "A streak after which a year follows that was not won or not applied for. Its length now is 0.",
        ),
        Term(
            "probable-streak",
            "probable streak",
            "A run that counts years that are probably won like won ones. It is always told apart.",
        ),
        Term(
            "initiative",
            "initiative",
            "A programme that a school runs. A citation ties it to an award year and a source; it does not say that "
            "the programme led to the win.",
        ),
        Term(
            "peer-group",
            "peer group",
            "A named, dated, frozen set of schools with the reason for it.",
        ),
        Term(
            "load",
            "load",
            "One run over one file: who, when, and how many rows were new, changed or refused. It can be undone.",
        ),
        Term(
            "refused-row",
            "refused row",
            "A row that could not be taken. It is kept whole, with every reason, until somebody mends it.",
        ),
        Term(
            "unresolved-name",
            "unresolved name",
            "A printed name that no rule ties to one school for certain. It waits for a person, whose answer is kept.",
        ),
        Term(
            "data-version",
            "data version",
            "The number of the newest change of the database. Files and pictures carry it, so two can be compared.",
        ),
    )
}
"""By key, in the order in which they build on one another."""

STATES: Final = {status: Term(status.replace("_", "-"), words.word, words.long) for status, words in WORDS.items()}
"""The seven states of a year, by status."""


def term(key: str) -> Term | None:
    """The term or state of that key; None when there is none."""
    return TERMS.get(key) or next((state for state in STATES.values() if state.key == key), None)


def meaning(key: str) -> str:
    """What a term means, for the hint of a control. Raises KeyError for a word that is no term."""
    return TERMS[key].meaning
