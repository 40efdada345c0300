"""School: one school's strip, and every year opened down to its sources."""

import streamlit as st

from dashboard.cached import ask
from dashboard.components import frame, school_picker
from dashboard.components.downloads import export_buttons
from dashboard.components.evidence import claims_html, clash_html
from dashboard.components.figures import figures_html
from dashboard.components.initiatives import initiatives_html
from dashboard.components.opened_years import show_years
from dashboard.components.pictures import strip_buttons
from dashboard.components.school_facts import facts_line
from dashboard.components.streak_words import figures, state_words
from dashboard.components.year_strip import legend_html, strip_html
from dashboard.domain.page_purposes import PURPOSES
from dashboard.domain.streaks import answer_sentence
from dashboard.export.tables import InitiativeFilter, SchoolFilter
from dashboard.queries.claims import claims, clashes
from dashboard.queries.factcheck import verdicts
from dashboard.queries.initiatives import citations
from dashboard.queries.schools import school
from dashboard.queries.streaks import streaks

TERMS = ("streak", "award-family", "award-year", "tier", "conflict")

answer_place, choice_place = st.columns([7, 2], gap="large")
with choice_place:
    choice = school_picker.choose()
if choice is None:
    with answer_place:
        school_picker.unknown("school")
else:
    strip = ask(streaks, choice.family, school_ids=(choice.school_id,))[0]
    words = state_words(strip)
    with answer_place:
        label = f"{strip.school_name} · {strip.family} award family, as of {strip.as_of}"
        told = (answer_sentence(strip), words.meaning, words.short, strip.current.state)
        frame.answer(label, *told, TERMS, PURPOSES["school"])
        frame.show(strip_html(strip.years) + legend_html(strip.years))
        strip_buttons(strip)
    frame.show(figures_html(figures(strip)))
    frame.section("Year by year", "Open a year to see who says so, and where.", ("observation", "basis", "source"))
    show_years(strip)
    said, at_odds = ask(claims, choice.school_id), ask(clashes, choice.school_id)
    frame.section(
        f"{len(said) or 'No'} counted claim{'s' if len(said) != 1 else ''}",
        "What sources count for themselves, such as “third year in a row”.",
        ("claim",),
    )
    weighed = ask(verdicts, choice.school_id) if said else {}
    for clash in at_odds:
        frame.show(clash_html(clash, weighed))
    if said:
        frame.show(claims_html("Counted claims, by the year they count up to", said, weighed))
        export_buttons(len(said), "claims", SchoolFilter((choice.school_id,)), (choice.school_id,), key="claims")
    ran = ask(citations, choice.school_id)
    frame.section(
        f"{len(ran) or 'No'} initiative{'s' if len(ran) != 1 else ''}",
        "Programmes that sources cite for an award year.",
        ("initiative",),
    )
    if ran:
        frame.show(initiatives_html(ran))
        cited = InitiativeFilter((choice.school_id,))
        export_buttons(len(ran), "initiatives", cited, (choice.school_id,), key="initiatives")
    about = ask(school, choice.school_id)
    if about:
        frame.section("About the school")
        frame.show(facts_line(about))
