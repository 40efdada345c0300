"""A report keeps its data version: made again it is the same, and what changed since is told."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.queries.reports import printed_reports
from dashboard.queries.versions import newest_version
from dashboard.report.choices import FORMATS, Choices, from_json
from dashboard.report.differences import since_printed
from dashboard.report.make import report
from dashboard.report.write import report_bytes
from etl.pipeline import load
from etl.printed import KeptReport, keep_report
from etl.report import NotPossible
from tests.dashboard.report.conftest import DAY
from tests.dashboard.report.test_model import lines, table

CHOICES = Choices("open-law", 2023, DAY, peers="Neighbours")


def made(engine: Engine, choices: Choices, form: str = "html") -> bytes:
    with engine.connect() as connection:
        return report_bytes(report(connection, choices), form)


def move_on(engine: Engine, folder: Path) -> None:
    """More is loaded: two wins, an initiative, new names of everything."""
    files = {
        "later sources.csv": "source_id,url,title,publisher_kind,published_on,mirror\n"
        "q1,https://later.example/,Later news,news,2024-02-03,no\n",
        "later wins.csv": "source_id,school_as_printed,parent_as_printed,award,year,outcome,basis,suspect,note\n"
        "q1,Open School of Law,Open University,HEED,2022,won,announced,no,\n"
        "q1,Silent University,,HEED,2023,won,announced,no,\n"
        "p2,Open School of Law,Open University,STAR,2021,won,announced,no,\n",
        "later initiatives.csv": "school_id,initiative,category,year,source_id\n"
        "open-law,Later Programme,Mentoring,2022,q1\n",
        "awards.csv": "award,name,short_name,family,role,on_top_of\n"
        "HEED,Renamed (HEED) Award,Renamed HEED,HEED,award,\n"
        "STAR,Renamed Star,Star,STAR,tier,HEED\nPRIZE,Example Prize,Prize,PRIZE,award,\n",
    }  # fmt: skip
    for name, said in files.items():
        (folder / name).write_text(said, encoding="utf-8")
        assert load(engine, [folder / name], by="tests").succeeded


@pytest.mark.parametrize("form", FORMATS)
def test_as_of_a_version_it_is_the_same_after_the_data_moved_on(invented: Engine, tmp_path: Path, form: str) -> None:
    schools = [replace(CHOICES, school_id=school_id) for school_id in ("alive-med", "open-law")]
    before = [made(invented, choices, form) for choices in schools]
    with invented.connect() as connection:
        version = newest_version(connection)
    move_on(invented, tmp_path)
    for choices, content in zip(schools, before, strict=True):
        assert made(invented, choices, form) != content
        assert made(invented, replace(choices, version=version), form) == content


def test_what_changed_since_it_was_kept(invented: Engine, tmp_path: Path) -> None:
    with invented.connect() as connection:
        version = newest_version(connection)
    kept = KeptReport("open-law", 2022, version, Choices("open-law", 2022, DAY).as_json(), "r.docx", "0" * 64)
    assert keep_report(invented, kept, by="a person") == 1
    with invented.connect() as connection:
        assert newest_version(connection) == version  # keeping a report changes no data
        (printed,) = printed_reports(connection, "open-law")
        assert (printed.made_by, printed.version, printed.file_name) == ("a person", version, "r.docx")
        assert from_json(printed.choices) == Choices("open-law", 2022, DAY)
        assert since_printed(connection, printed) == []
        assert (
            "statuses, streaks, counts and initiatives are the same" in lines(report(connection, CHOICES), "changes")[0]
        )
    move_on(invented, tmp_path)
    with invented.connect() as connection:
        found = since_printed(connection, printed)
        whole = report(connection, CHOICES)
    assert [(one.what, one.before, one.now, one.sources) for one in found] == [
        ("HEED 2021", "won", "won, Star on top", ("p2",)),
        ("HEED 2022", "not known", "won", ("q1",)),
        ("HEED: wins", "1 known win", "2 known wins", ("p2", "q1")),
        ("HEED: longest run", "1 in a row, 2021", "2 in a row, 2021–2022", ("p2", "q1")),
        ("HEED: last run", "1 through 2021, open", "2 through 2022, alive", ("p2", "q1")),
        ("Initiative: Later Programme", "not cited", "cited for 2022", ("q1",)),
    ]
    assert f"Held against data version {version}" in lines(whole, "changes")[0]
    assert table(whole, "changes", "told otherwise")[0][0] == "HEED 2021"
    assert "Later news" in {about.title for _, about in whole.notes()}


def test_without_a_report_of_the_year_before_that_is_told(invented: Engine) -> None:
    with invented.connect() as connection:
        assert lines(report(connection, CHOICES), "changes") == [
            "There is no kept report of 2022 about this school, so there is nothing to hold this one against."
        ]


def test_a_version_before_the_school_was_known(invented: Engine, tmp_path: Path) -> None:
    with invented.connect() as connection:
        found = report(connection, replace(CHOICES, since_version=1))
    told = table(found, "changes", "told otherwise")
    assert ["HEED 2021", "not known", "won"] in [row[:3] for row in told]


def test_only_a_version_that_there_is_can_be_kept(invented: Engine) -> None:
    with pytest.raises(NotPossible, match="there is no data version 999"):
        keep_report(invented, KeptReport("open-law", 2022, 999, {}, "r.docx", "0" * 64))
