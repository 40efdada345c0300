"""Invented schools with names that try to break out, loaded by the real load; and reports about them."""

import csv
import io
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from sqlalchemy import Engine

from dashboard.report.choices import Choices
from dashboard.report.make import report
from dashboard.report.model import Report
from etl.database import engine_for
from etl.pipeline import load

DAY = date(2026, 1, 31)
HOSTILE = 'Q & <b>Bold</b> "U" 🎓 אוניברסיטה #eval("1") $x$ *s* _e_ [l] @k {c}'
INVENTED = {
    "awards.csv": """
        award,name,short_name,family,role,on_top_of
        HEED,Higher Education Excellence and Distinction (HEED) Award,HEED,HEED,award,
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
        HEED,2024,yes,no
        PRIZE,2022,yes,yes
        """,
    "schools.csv": """
        school_id,name,short_name,kind,institution_name,state
        alive-med,Alive School of Medicine,Alive Medicine,medicine,Alive University,MO
        open-law,Open School of Law,Open Law,law,Open University,KS
        silent-univ,Silent University,Silent,institution,Silent University,MO
        """,
    "sources.csv": """
        source_id,url,title,publisher_kind,published_on,mirror
        p1,https://alive.example/news,Alive wins again,school,2023-10-01,no
        p2,https://magazine.example/list,Winners <script>alert(1)</script>,magazine,,no
        p3,javascript:alert(1),A copy of the list,news,,yes
        """,
    "recipients.csv": """
        award,year,recipients,source_id
        HEED,2023,5,p1
        HEED,2023,6,p2
        """,
    "observations.csv": """
        source_id,school_as_printed,parent_as_printed,award,year,outcome,basis,suspect,note
        p1,Alive School of Medicine,Alive University,HEED,2023,won,announced,no,
        p2,Alive School of Medicine,Alive University,HEED,2023,won,announced,no,
        p1,Alive School of Medicine,Alive University,HEED,2022,won,claimed,no,
        p2,Alive School of Medicine,Alive University,HEED,2019,won,announced,no,
        p2,Alive School of Medicine,Alive University,STAR,2023,won,announced,no,
        p2,Open School of Law,Open University,HEED,2021,won,announced,no,
        p2,Open School of Law,Open University,PRIZE,2022,won,announced,no,
        """,
    "applications.csv": """
        school_as_printed,award,year,outcome,stated_on
        Alive School of Medicine,HEED,2023,won,2023-11-01
        Alive School of Medicine,HEED,2021,not_won,2021-11-01
        Alive School of Medicine,HEED,2018,withdrawn,2018-11-01
        """,
    "initiatives.csv": """
        school_id,initiative,category,year,source_id
        alive-med,Example Mentoring,Mentoring,2023,p1
        alive-med,The example mentoring!,Mentoring,2022,p2
        """,
    "peers.csv": """
        group_name,school_id,reason,frozen_on
        Neighbours,open-law,for tests,2025-01-02
        Neighbours,silent-univ,for tests,2025-01-02
        Strangers,silent-univ,nothing is known of it,2025-01-03
        """,
}
"""Schools, pages and awards that do not exist."""

Make = Callable[..., Report]


def write_folder(folder: Path) -> None:
    """The invented files, with a school of a hostile name and an initiative of the same."""
    for name, said in INVENTED.items():
        (folder / name).write_text(dedent(said).strip() + "\n", encoding="utf-8")
    append(folder / "schools.csv", ["hostile", HOSTILE, "", "institution", HOSTILE, "CA"])
    append(folder / "initiatives.csv", ["hostile", HOSTILE, "Mentoring", "2023", "p2"])


def append(path: Path, row: list[str]) -> None:
    """One more row of a CSV file."""
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(row)
    path.write_text(path.read_text(encoding="utf-8") + line.getvalue(), encoding="utf-8")


@pytest.fixture(scope="session")
def invented_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented files and a database that holds them."""
    folder = tmp_path_factory.mktemp("report")
    write_folder(folder)
    engine = engine_for(f"sqlite:///{folder / 'awards.db'}")
    found = load(engine, [folder], by="tests")
    assert found.succeeded, found.as_json()
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()
    return folder


@pytest.fixture
def invented(invented_folder: Path, tmp_path: Path) -> Iterator[Engine]:
    """A database of its own with the invented files."""
    shutil.copyfile(invented_folder / "awards.db", tmp_path / "awards.db")
    engine = engine_for(f"sqlite:///{tmp_path / 'awards.db'}")
    yield engine
    engine.dispose()


@pytest.fixture
def made(invented: Engine) -> Make:
    """Makes reports about the invented schools, of 2023 where nothing else is said."""

    def make(school_id: str = "alive-med", year: int = 2023, **choices: Any) -> Report:
        with invented.connect() as connection:
            return report(connection, Choices(school_id, year, DAY, **choices))

    return make


@pytest.fixture(scope="session")
def rich(invented_folder: Path) -> Report:
    """A report with everything in it, which tests share."""
    engine = engine_for(f"sqlite:///{invented_folder / 'awards.db'}")
    with engine.connect() as connection:
        whole = Choices("alive-med", 2023, DAY, peers="Neighbours", paragraphs=("We thank **all**.\n\n- one\n- two",))
        found = report(connection, whole)
    engine.dispose()
    return found


@pytest.fixture(scope="session")
def hostile(invented_folder: Path) -> Report:
    """A report about the school whose name tries to break out, with an own paragraph that does."""
    engine = engine_for(f"sqlite:///{invented_folder / 'awards.db'}")
    own = f"<script>alert(1)</script> {HOSTILE} [x](javascript:alert(1)) [y](https://ok.example/?a=1&b=2)"
    with engine.connect() as connection:
        found = report(connection, Choices("hostile", 2023, DAY, paragraphs=(own,)))
    engine.dispose()
    return found
