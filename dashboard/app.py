"""The router: the pages, what they share, and what stands in for them while there is no data."""

from pathlib import Path

import streamlit as st
from sqlalchemy.exc import SQLAlchemyError

from dashboard import cached
from dashboard.components import frame, gate, trouble, who
from dashboard.components.menu import narrow_menu
from etl.troubles import DatabaseTrouble

ICON = Path(__file__).parent / "components" / "icon.svg"
PAGES = {
    "": [
        st.Page("app_pages/overview.py", title="Overview", url_path="overview", default=True),
        st.Page("app_pages/school.py", title="School", url_path="school"),
        st.Page("app_pages/streaks.py", title="Streaks", url_path="streaks"),
        st.Page("app_pages/peers.py", title="Peers", url_path="peers"),
        st.Page("app_pages/initiatives.py", title="Initiatives", url_path="initiatives"),
    ],
    "Office": [
        st.Page(
            "app_pages/applications.py",
            title="Applications",
            url_path="applications",
            visibility=gate.visibility("applications"),
        ),
        st.Page("app_pages/report.py", title="Report", url_path="report"),
        st.Page("app_pages/fact_check.py", title="Fact check", url_path="fact-check"),
        st.Page(
            "app_pages/announcement.py",
            title="Add an announcement",
            url_path="announcement",
            visibility=gate.visibility("announcement"),
        ),
    ],
    "Data": [
        st.Page("app_pages/records.py", title="Records", url_path="records"),
        st.Page("app_pages/sources.py", title="Sources", url_path="sources"),
        st.Page("app_pages/review.py", title="Review", url_path="review", visibility=gate.visibility("review")),
        st.Page("app_pages/load.py", title="Load files", url_path="load", visibility=gate.visibility("load")),
        st.Page("app_pages/links.py", title="Data links", url_path="links"),
        st.Page("app_pages/audit.py", title="Audit log", url_path="audit", visibility=gate.visibility("audit")),
    ],
    "Help": [
        st.Page("app_pages/glossary.py", title="Glossary", url_path="glossary"),
        st.Page("app_pages/rules.py", title="How it counts", url_path="rules"),
        st.Page("app_pages/accessibility.py", title="Accessibility", url_path="accessibility"),
    ],
}
"""The bar: what stands in it by itself, then the menus. A page is one line; AppTest knows it by its file."""

WITHOUT_DATA = ("load", "links", "audit", "glossary", "rules", "accessibility")
"""Pages that are there before anything was loaded."""

page = gate.navigation(PAGES)
st.set_page_config(
    page_title=f"{page.title} · Award tracker", page_icon=str(ICON), layout="wide", initial_sidebar_state="collapsed"
)
frame.show(frame.style_html())
try:
    if not gate.is_open():
        gate.show()
    else:
        narrow_menu(gate.visible(PAGES), page)
        gate.note_sign_in()
        who.tell()
        with cached.one_look():
            if not gate.opens(page):
                gate.refuse(page)
            elif cached.data_version() or page.url_path in WITHOUT_DATA:
                page.run()
                frame.foot()
            else:
                frame.empty_database()
                frame.foot()
        gate.account()
except (DatabaseTrouble, SQLAlchemyError) as error:
    trouble.show(error)
