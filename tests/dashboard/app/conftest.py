"""A database with every state a year and a streak can have, loaded by the real load from invented files."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from textwrap import dedent

import pytest
from streamlit.testing.v1 import AppTest

from etl.database import DATABASE_VARIABLE, engine_for
from etl.pipeline import load

APP = Path(__file__).resolve().parents[3] / "dashboard" / "app.py"
INVENTED = {
    "awards.csv": """
        award,name,short_name,family,role,on_top_of
        HEED,Example Excellence Award,Example Award,HEED,award,
        STAR,Example Star,Star,STAR,tier,HEED
        PRIZE,Example Prize,Prize,PRIZE,award,
        """,
    "cycles.csv": """
        award,year,held,announced
        HEED,2018,yes,yes
        HEED,2019,yes,yes
        HEED,2020,no,no
        HEED,2021,yes,yes
        HEED,2022,yes,yes
        HEED,2023,yes,yes
        PRIZE,2022,yes,yes
        """,
    "schools.csv": """
        school_id,name,short_name,kind,institution_name,state
        alive-med,Alive School of Medicine,Alive Medicine,medicine,Alive University,MO
        open-law,Open School of Law,Open Law,law,Open University,KS
        broken-univ,Broken University,Broken,institution,Broken University,MO
        doubted-univ,Doubted University,Doubted,institution,Doubted University,NY
        counted-univ,Counted University,Counted,institution,Counted University,NY
        clash-univ,Clash & <b>Bold</b> University,Clash,institution,Clash & <b>Bold</b> University,CA
        """,
    "names.csv": """
        name,school_id,label
        Broken University,broken-univ,sure
        Doubted University,doubted-univ,sure
        Counted University,counted-univ,sure
        Clash & <b>Bold</b> University,clash-univ,sure
        """,
    "sources.csv": """
        source_id,url,title,publisher_kind,published_on,mirror
        p1,https://alive.example/news,Alive wins again,school,2023-10-01,no
        p2,https://magazine.example/list,Winners <script>alert(1)</script>,magazine,,no
        p3,https://copy.example/list,A copy of the list,news,,yes
        """,
    "recipients.csv": """
        award,year,recipients,source_id
        HEED,2022,4,p2
        HEED,2023,5,p1
        HEED,2023,6,p2
        """,
    "observations.csv": """
        source_id,school_as_printed,parent_as_printed,award,year,outcome,basis,suspect,note
        p1,Alive School of Medicine,Alive University,HEED,2023,won,announced,no,
        p1,Alive School of Medicine,Alive University,HEED,2022,won,claimed,no,
        p2,Alive School of Medicine,Alive University,HEED,2019,won,announced,no,
        p2,Alive School of Medicine,Alive University,STAR,2023,won,announced,no,
        p2,Open School of Law,Open University,HEED,2019,won,announced,no,
        p2,Open School of Law,Open University,HEED,2021,won,announced,no,
        p2,Broken University,,HEED,2021,won,announced,no,
        p3,Doubted University,,HEED,2022,won,announced,yes,the page names no year
        p2,Counted University,,HEED,2021,won,announced,no,
        p2,Clash & <b>Bold</b> University,,HEED,2019,won,announced,no,
        p2,Nobody Knows College,,HEED,2022,won,announced,no,
        p2,Broken University,,HEED,twenty,won,announced,no,
        p2,Open School of Law,Open University,PRIZE,2022,won,announced,no,
        """,
    "applications.csv": """
        school_as_printed,award,year,outcome,stated_on
        Broken University,HEED,2022,not_won,2022-11-01
        Broken University,HEED,2021,not_won,2021-11-01
        """,
    "claims.csv": """
        school_id,family,as_of_year,claim,n,words,source_id
        counted-univ,HEED,2022,consecutive,2,second year in a row,p2
        clash-univ,HEED,2021,consecutive,2,second year running,p2
        clash-univ,HEED,2021,first_time,1,for the first time,p3
        """,
    "initiatives.csv": """
        school_id,initiative,category,year,source_id
        alive-med,Example Mentoring,Mentoring,2023,p1
        """,
}
"""Schools, pages and awards that do not exist."""


@pytest.fixture(scope="session")
def invented_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database that holds the invented files."""
    folder = tmp_path_factory.mktemp("invented")
    for name, text in INVENTED.items():
        (folder / name).write_text(dedent(text).strip() + "\n", encoding="utf-8")
    engine = engine_for(f"sqlite:///{folder / 'awards.db'}")
    load(engine, [folder], by="tests")
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")  # the file alone is copied
    engine.dispose()
    return folder / "awards.db"


class Reader(HTMLParser):
    """Reads HTML as a screen reader does: text without what is hidden from it, headings, tables, links."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text, self.headings, self.links = "", list[str](), list[tuple[str, str]]()
        self.tables: dict[str, list[list[str]]] = {}
        self._open: list[tuple[str, bool]] = []
        self._href = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self._add(" ")
            return
        given = dict(attrs)
        self._open.append((tag, given.get("aria-hidden") == "true"))
        if tag == "a":
            self._href = given.get("href") or ""
            self.links.append((self._href, ""))
        if tag in ("h1", "h2"):
            self.headings.append("")
        if tag == "caption":
            self._rows: list[list[str]] = []
            self._caption = ""
        if tag == "tr":
            self._rows.append([])
        if tag in ("td", "th"):
            self._rows[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == "table":
            self.tables[self._caption] = self._rows
        if tag in ("p", "li", "td", "th", "dd", "dt", "h1", "h2", "caption", "footer"):
            self.text += "\n"
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not any(hidden for _, hidden in self._open):
            self._add(data)

    def _add(self, data: str) -> None:
        tags = [tag for tag, _ in self._open]
        self.text += data
        if "h1" in tags or "h2" in tags:
            self.headings[-1] += data
        if "caption" in tags:
            self._caption += data
        if "td" in tags or ("th" in tags):
            self._rows[-1][-1] += data
        if "a" in tags:
            self.links[-1] = (self._href, self.links[-1][1] + data)


@dataclass
class Screen:
    """A page as the router shows it, and what stands on it."""

    app: AppTest

    @property
    def html(self) -> str:
        """All HTML of the page, style sheet left out."""
        return "\n".join(block.value for block in self.app.html if not block.value.startswith("<style>"))

    @property
    def seen(self) -> Reader:
        """The HTML as a reader takes it."""
        return Reader(self.html)

    @property
    def answer(self) -> str:
        """The page's first heading."""
        return self.seen.headings[0]

    def rows(self, caption: str) -> list[list[str]]:
        """The rows under the heads of the table whose caption begins so."""
        found = [rows for name, rows in self.seen.tables.items() if name.startswith(caption)]
        assert len(found) == 1, (caption, sorted(self.seen.tables))
        return found[0][1:]


Open = Callable[..., Screen]


def opened(page: str, /, **address: str | list[str]) -> Screen:
    """The page (its file's name) for that address."""
    app = AppTest.from_file(str(APP), default_timeout=60)
    if page != "overview":
        app.run()  # the router must have named its pages before one can be asked for
        app.switch_page(f"app_pages/{page}.py")
    for name, value in address.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception, app.exception[0].message
    return Screen(app)


@pytest.fixture
def page(invented_file: Path, monkeypatch: pytest.MonkeyPatch) -> Open:
    """Opens a page over the invented data."""
    monkeypatch.setenv(DATABASE_VARIABLE, f"sqlite:///{invented_file}")
    return opened


@pytest.fixture
def own_database(invented_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the invented data for a test that changes it; pages opened after this show it."""
    copy = tmp_path / "awards.db"
    shutil.copyfile(invented_file, copy)
    monkeypatch.setenv(DATABASE_VARIABLE, f"sqlite:///{copy}")
    return copy


@pytest.fixture(scope="session")
def read() -> type[Reader]:
    """Reads HTML as a screen reader does."""
    return Reader


@pytest.fixture
def page_there() -> Open:
    """Opens a page over the database that the environment names."""
    return opened
