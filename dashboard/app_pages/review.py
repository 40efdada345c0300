"""Review: printed names that wait for a person, one at a time, and the answers given so far."""

from dashboard.cached import ask
from dashboard.components import answer_form, frame
from dashboard.components.answers_given import show_answers
from dashboard.domain.wording import counted
from dashboard.queries.answers import answers_given
from dashboard.queries.bookkeeping import unresolved_names

EXPLAINED = (
    "Names that no rule ties to one school for certain. An answer holds for all rows that wait and for loads to come."
)

names, given = ask(unresolved_names), ask(answers_given)
rows = sum(name.n_rows for name in names)
answer_form.tell()
if names:
    frame.answer(
        "Review · which school is meant?",
        f"{counted(len(names), 'name')} wait{'s' if len(names) == 1 else ''}, with {counted(rows, 'row')}",
        EXPLAINED,
    )
    answer_form.show(names)
else:
    frame.answer(
        "Review · which school is meant?",
        "No name waits",
        "Every printed name is tied to a school, or known to be none.",
    )
if given:
    frame.section(
        f"{counted(len(given), 'answer')} given", "Each can be taken back; the rows it decided wait again then."
    )
    show_answers(given)
