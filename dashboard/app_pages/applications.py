"""Applications: what is due next, how each application stands, the answers to use again, and the plan."""

import streamlit as st

from dashboard.cached import ask
from dashboard.components import application_words, frame, school_picker
from dashboard.components.application_changes import forget
from dashboard.components.application_deadlines import show_deadlines
from dashboard.components.application_library import show_library
from dashboard.components.application_log import show_log
from dashboard.components.application_plan import show_plan
from dashboard.components.clock import today
from dashboard.components.figures import figures_html
from dashboard.domain.page_purposes import PURPOSES
from dashboard.queries.applications import applications
from dashboard.queries.deadlines import due
from dashboard.queries.schools import school

EXPLAINED = PURPOSES["applications"]
TERMS = ("award", "cycle", "award-year", "observation")
TABS = ("Deadlines", "Log", "Answers", "Plan")

answer_place, choice_place = st.columns([7, 2], gap="large")
with choice_place:
    school_id = school_picker.choose_school()
about = school_id and ask(school, school_id)
if not (school_id and about):
    with answer_place:
        school_picker.unknown("applications")
else:
    day = today()
    log, steps = ask(applications, school_id), ask(due, school_id, day)
    with answer_place:
        frame.answer(f"Applications · {about.name}", application_words.answer(log, steps, day), EXPLAINED, terms=TERMS)
        if not log:
            application_words.show_start()
    if log or steps:
        frame.show(figures_html(application_words.figures(log, steps, day)))
    deadlines_tab, log_tab, answers_tab, plan_tab = st.tabs(TABS, key="tab", bind="query-params")
    with deadlines_tab:
        if deadlines_tab.open and (log or steps):
            show_deadlines(steps, school_id, day)
        elif deadlines_tab.open:
            show_log(log, school_id, day)  # the first entry, at once
    with log_tab:
        if log_tab.open:
            show_log(log, school_id, day)
    with answers_tab:
        if answers_tab.open:
            show_library(day)
    with plan_tab:
        if plan_tab.open:
            show_plan(day)
    forget()
