"""School: one school's strip, and every year opened down to its sources."""

from dashboard.cached import ask
from dashboard.components import frame
from dashboard.components.downloads import export_buttons
from dashboard.components.evidence import claims_html, clash_html
from dashboard.components.initiatives import initiatives_html
from dashboard.components.opened_years import show_years
from dashboard.components.school_answer import show_answer, streaks_of
from dashboard.components.school_facts import facts_line
from dashboard.domain.initiatives import programme_key
from dashboard.export.tables import InitiativeFilter, SchoolFilter
from dashboard.queries.claims import claims, clashes
from dashboard.queries.factcheck import verdicts
from dashboard.queries.initiatives import citations
from dashboard.queries.schools import school

choice = show_answer("school", terms=("conflict",))
if choice:
    strip = streaks_of(choice)
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
    named = len({programme_key(one.initiative) for one in ran})  # as the page Initiatives and the report count them
    often = f", cited {len(ran)} times" if len(ran) != named else ""
    frame.section(
        f"{named or 'No'} initiative{'s' if named != 1 else ''}{often}",
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
