"""Initiatives: what a school and its peers are cited with, for which award year, and by whom."""

import streamlit as st

from dashboard.cached import ask
from dashboard.components import frame, initiative_peers, initiatives, school_picker
from dashboard.components.downloads import export_buttons
from dashboard.components.filters import FILTER_PIXELS, page_of, paged
from dashboard.components.initiative_timeline import timeline_html, timeline_legend_html, timeline_picture
from dashboard.components.links import link
from dashboard.components.pictures import picture_buttons, words
from dashboard.domain.initiatives import (
    Citation,
    Programme,
    categories_sentence,
    ledger_sentence,
    matching,
    programmes,
)
from dashboard.domain.page_purposes import PURPOSES
from dashboard.domain.streaks import SchoolStreaks
from dashboard.domain.wording import counted, listed
from dashboard.export.tables import InitiativeFilter
from dashboard.queries.all_streaks import all_streaks
from dashboard.queries.initiatives import citations, uses
from dashboard.queries.streaks import streaks

ROWS_A_PAGE = 25
NAMED = 12
EXPLAINED = PURPOSES["initiatives"]


def show_timeline(found: list[Programme], school: SchoolStreaks) -> None:
    """The own programmes by award year."""
    title = ledger_sentence(found)
    units = "Number of sources that cite a programme, by award year"
    frame.section("Which of ours were cited when", f"{units}. Under its years stands what is never cited.")
    frame.show(timeline_legend_html())
    frame.show(timeline_html("Initiatives by the award year they are cited for", found, school))
    picture_buttons(
        f"initiatives {school.school_id}", (), "timeline",
        lambda form: timeline_picture(found, school, words(f"{school.school_name}: {title}", units), form),
    )  # fmt: skip


def show_categories(own: list[Citation], peers: initiative_peers.Peers, cited: dict[str, list[Citation]]) -> None:
    """Categories beside those of the peers, and of each school."""
    found = initiative_peers.beside(own, peers, cited)
    title = categories_sentence(found)
    units = f"Schools cited with a category, of {peers.name} of which any initiative is known"
    frame.section(
        title,
        f"{units}. A streak is longer when its longest known run passes our {peers.longest}. A count, not a cause.",
    )
    if found.counts:
        frame.show(initiative_peers.categories_html("Categories, by peers with a longer streak", found))
        picture_buttons(
            "initiative categories", (peers.name,), "categories",
            lambda form: initiative_peers.categories_picture(found, words(title, units), form),
        )  # fmt: skip
    if found.silent:
        named = listed([*found.silent[:NAMED], *([f"{len(found.silent) - NAMED} more"] * (len(found.silent) > NAMED))])
        of = f"{len(found.silent)} of {counted(len(peers.rows), 'peer')}"
        frame.note(f"Of {of} no initiative is known, which does not mean that they have none: {named}.")
    told = st.expander("The same by school", key="schools", bind="query-params")
    if told.open:
        rows = sorted((row for row in peers.rows if row.school_id in cited), key=lambda row: -row.longest.n)
        with told:
            some, which = paged(rows, page_of(len(rows), ROWS_A_PAGE, "schools_page"), ROWS_A_PAGE)
            frame.show(initiative_peers.schools_html(f"Peers, the longest streak first ({which})", some, cited))


def show_ledger(own_id: str, peers: initiative_peers.Peers, everything: list[Citation]) -> None:
    """Every citation with its source, searched and filtered."""
    frame.section("The ledger", "Programme, award year it is cited for, school, and the source that cites it.")
    with st.grid(3, min_column_width=FILTER_PIXELS):
        whose, text, categories = initiatives.choose_ledger(everything)
    with_peers = {own_id, *(row.school_id for row in peers.rows)}
    keys = {initiatives.OWN: {own_id}, initiatives.WITH_PEERS: with_peers}.get(whose)
    some = [one for one in everything if keys is None or one.school_id in keys]
    found = matching(some, text, categories)
    if not found:
        frame.no_match(f"initiatives?school={own_id}", "citation")
        return
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        page = page_of(len(found), ROWS_A_PAGE)
        said = (whose, *categories, *((text,) if text else ()))
        wanted = InitiativeFilter(tuple(sorted(keys)) if keys else (), categories, text)
        export_buttons(len(found), "initiatives", wanted, said)
    shown, told = paged(found, page, ROWS_A_PAGE)
    frame.show(initiatives.ledger_html(f"Citations, the latest award year first ({told})", shown))


answer_place, choice_place = st.columns([7, 2], gap="large")
with choice_place:
    choice = school_picker.choose()
if choice is None:
    with answer_place:
        school_picker.unknown("initiatives")
else:
    everyone = ask(all_streaks, choice.family)
    school = ask(streaks, choice.family, school_ids=(choice.school_id,))[0]
    with choice_place:
        peers = initiative_peers.choose(school, everyone)
    everything = ask(citations)
    cited: dict[str, list[Citation]] = {}
    for one in everything:
        cited.setdefault(one.school_id, []).append(one)
    own = cited.get(school.school_id, [])
    ours = programmes(own, ask(uses, school.school_id))
    with answer_place:
        frame.answer(
            f"Initiatives · {school.school_name}",
            ledger_sentence(ours),
            EXPLAINED,
            terms=("initiative", "award-year", "peer-group", "streak"),
        )
        if not ours:
            frame.show(
                '<div class="aw"><p>Not known is not none. '
                f"{link('announcement', 'Add an announcement')} that cites one, or load a file with the columns "
                "<code>school_id, initiative, category, year, source_id</code>.</p></div>"
            )
    if ours:
        show_timeline(ours, school)
    show_categories(own, peers, cited)
    show_ledger(school.school_id, peers, everything)
