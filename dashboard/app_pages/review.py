"""Review: printed names that wait for a person, one at a time, and the answers given so far."""

from dashboard.cached import ask
from dashboard.components import answer_form, frame
from dashboard.components.answers_given import show_answers
from dashboard.domain.page_purposes import PURPOSES
from dashboard.domain.wording import counted
from dashboard.queries.answers import answers_given
from dashboard.queries.bookkeeping import unresolved_names, unresolved_totals

MOST_LISTED = 500
"""Names that are offered at a time: nobody chooses among thousands, and every click would wait for the list."""
EXPLAINED = PURPOSES["review"]
TERMS = ("unresolved-name", "school", "institution")

(waiting, rows), given = ask(unresolved_totals), ask(answers_given)
answer_form.tell()
if waiting:
    frame.answer(
        "Review · which school is meant?",
        f"{counted(waiting, 'name')} wait{'s' if waiting == 1 else ''}, with {counted(rows, 'row')}",
        EXPLAINED if waiting <= MOST_LISTED else f"{EXPLAINED} The list holds the first {MOST_LISTED}.",
        terms=TERMS,
    )
    answer_form.show(ask(unresolved_names, n=MOST_LISTED))
else:
    frame.answer(
        "Review · which school is meant?",
        "No name waits",
        "Every printed name is tied to a school, or known to be none.",
        terms=TERMS,
    )
if given:
    frame.section(
        f"{counted(len(given), 'answer')} given", "Each can be taken back; the rows it decided wait again then."
    )
    show_answers(given)
