"""What the office enters by hand of its applications: statuses, cycles, the plan, tasks, texts and parts used.

A status is an observation on the basis of the own log, in a file of kind `applications` that grows by a row an entry;
records follow from it as from any file. All changes say who made them and when, and each takes `seen`, the numbers of
what the form showed: where somebody else changed that meanwhile, `Changed` tells it and nothing is written.
"""

from etl.applications.changes import Changed, Seen, Theirs
from etl.applications.cycles import Dates, enter_dates
from etl.applications.library import LibraryText, retire_answer, save_answer
from etl.applications.log import Entry, enter_status, take_back
from etl.applications.work import Application, Step, Task, set_parts, set_steps, set_task

__all__ = [
    "Application",
    "Changed",
    "Dates",
    "Entry",
    "LibraryText",
    "Seen",
    "Step",
    "Task",
    "Theirs",
    "enter_dates",
    "enter_status",
    "retire_answer",
    "save_answer",
    "set_parts",
    "set_steps",
    "set_task",
    "take_back",
]
