"""The router: the pages, what they share, and what stands in for them while there is no data."""

from pathlib import Path

import streamlit as st

from dashboard import cached
from dashboard.components import frame

ICON = Path(__file__).parent / "components" / "icon.svg"
PAGES = [
    st.Page("app_pages/overview.py", title="Overview", url_path="overview", default=True),
    st.Page("app_pages/streaks.py", title="Streaks", url_path="streaks"),
    st.Page("app_pages/school.py", title="School", url_path="school"),
    st.Page("app_pages/records.py", title="Records", url_path="records"),
    st.Page("app_pages/review.py", title="Review", url_path="review"),
    st.Page("app_pages/sources.py", title="Sources", url_path="sources"),
    st.Page("app_pages/announcement.py", title="Add an announcement", url_path="announcement"),
    st.Page("app_pages/fact_check.py", title="Fact check", url_path="fact-check"),
    st.Page("app_pages/rules.py", title="How it counts", url_path="rules"),
]

page = st.navigation(PAGES, position="top")
st.set_page_config(page_title=f"{page.title} · Award tracker", page_icon=str(ICON), layout="wide")
frame.show(frame.style_html())
if cached.data_version():
    page.run()
    frame.foot()
else:
    frame.empty_database()
