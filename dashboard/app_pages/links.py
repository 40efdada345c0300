"""Data links: those one has made, until when they open, and the way to close one."""

from datetime import UTC, datetime

import streamlit as st

from dashboard.access import access
from dashboard.cached import engine
from dashboard.components import frame, who
from dashboard.components.data_links import links_html, show_revoking, tables_html
from dashboard.components.link_making import show_data_link
from dashboard.components.links import link
from dashboard.domain.page_purposes import PURPOSES
from dashboard.domain.wording import counted
from dashboard.export.tables import TABLES
from dashboard.queries.links import links

LABEL = "Data links · who reads our tables by a link?"

person = who.signed_in()
if not access().sign_in or person is None:
    then = "Sign-in is off, so whoever reaches this server reads the tables at these addresses without a token."
    frame.answer(LABEL, "Every table opens by its address", then, purpose=PURPOSES["links"])
    frame.show(tables_html("Tables and their addresses", TABLES.values()))
    frame.note(
        "Filtered rows have their address under “More formats” on their page. All formats and filters, for programs:"
    )
    here = (st.context.url or "").partition("/links")[0]
    show_data_link(f"{here}/data/", "catalogue")
else:
    with engine().connect() as connection:
        found = links(connection, None if who.may("admin") else person.name)
    now = datetime.now(UTC)
    n_open = sum(one.opens_at(now) for one in found)
    whose = "by anybody" if who.may("admin") else "by you"
    frame.answer(
        LABEL,
        f"{counted(n_open, 'link')} {'opens' if n_open == 1 else 'open'}, of {len(found)} made {whose}",
        "A link opens its own rows and no others, until its day, without signing in. It closes at once when it is "
        "revoked, or when whoever made it has no role any more.",
        purpose=PURPOSES["links"],
    )
    if found:
        frame.show(links_html("Data links, newest first", found, now))
        show_revoking([one for one in found if one.opens_at(now)])
    else:
        frame.show(
            '<div class="aw aw-empty"><h2>No link was made yet</h2><ul><li>'
            f"{link('records', 'Records')}, for instance, makes one under “More formats”; so does every table."
            "</li></ul></div>"
        )
