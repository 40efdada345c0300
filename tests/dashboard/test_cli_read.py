"""The reading commands, run as a person or a program runs them."""

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook
from sqlalchemy import Engine
from typer.testing import CliRunner, Result

from dashboard.cli_read import app
from etl.pipeline import load
from tests.conftest import Fresh
from tests.dashboard.queries.seed import Seed
from tests.databases import address

Run = Callable[..., Result]


@pytest.fixture
def engine(fresh_empty: Fresh, monkeypatch: pytest.MonkeyPatch) -> Engine:
    """An empty database, which the commands read."""
    engine = fresh_empty()
    monkeypatch.setenv("AWARDS_DATABASE_URL", address(engine))
    return engine


@pytest.fixture
def filled(engine: Engine) -> Engine:
    """Two schools, an award family and a tier."""
    with engine.begin() as connection:
        seed = Seed(connection).begin()
        seed.award("HEED", name="Higher Education Excellence")
        seed.award("CHAMPION", name="Champion", role="tier", on_top_of="HEED")
        seed.calendar("HEED", dict.fromkeys(range(2021, 2026), "announced"))
        seed.school("umkc-som", name="UMKC School of Medicine", kind="medicine", state="MO", institution_name="UMKC")
        seed.school("adelphi", name="Adelphi [University]")
        seed.years("umkc-som", {2022: "won", 2023: "won"}, sources=["s1"], why="announced won (1 source)")
        seed.row("source", source_id="s1", title="UMKC honoured", url="http://a.example", mirror=True)
        seed.row("observation", bound_school_id="umkc-som", source_id="s1", award="HEED", year=2022)
        seed.row(
            "claim", bound_school_id="umkc-som", source_id="s1", family="HEED", as_of_year=2023, n=2, words="twice"
        )
        seed.row("load", load_id=1, version=1, rows_read=4, rows_refused=1)
        seed.row(
            "refused_row", row_id=5, line=7, headers=["School", "Year"], cells=["=A()", "20x3"],
            columns=["school_as_printed", "year"],
            reasons=[{"column": "year", "value": "20x3", "message": "20x3 is no year", "waits_for": ""}],
        )  # fmt: skip
    return engine


@pytest.fixture
def run() -> Run:
    """Runs a command."""

    def run(*arguments: str) -> Result:
        return CliRunner().invoke(app, arguments, catch_exceptions=False)

    return run


def test_the_streaks_of_one_school_as_json(filled: Engine, run: Run) -> None:
    result = run("streaks", "--school", "umkc-som", "--as-of", "2023", "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    run_2022 = {"n": 2, "from": 2022, "to": 2023}
    assert json.loads(result.stdout) == [
        {
            "school_id": "umkc-som",
            "family": "HEED",
            "as_of": 2023,
            "years": [
                {"year": 2021, "status": "unknown", "sources": []},
                {"year": 2022, "status": "won", "sources": ["s1"]},
                {"year": 2023, "status": "won", "sources": ["s1"]},
            ],
            "total": 2,
            "first_year": 2022,
            "longest": run_2022,
            "current": {**run_2022, "state": "alive", "unknown_since": []},
            "probable_current": {**run_2022, "state": "alive", "unknown_since": []},
        }
    ]


def test_the_json_of_all_schools_has_one_object_a_school(filled: Engine, run: Run) -> None:
    answers = json.loads(run("streaks", "--json").stdout)
    assert [(answer["school_id"], answer["as_of"], answer["total"]) for answer in answers] == [
        ("adelphi", 2025, 0),
        ("umkc-som", 2025, 2),
    ]


def test_a_family_may_be_typed_in_any_case(filled: Engine, run: Run) -> None:
    assert json.loads(run("streaks", "--family", "heed", "--json").stdout)[0]["family"] == "HEED"


def test_one_school_for_people(filled: Engine, run: Run) -> None:
    lines = run("streaks", "--school", "umkc-som").stdout.splitlines()
    assert lines[:5] == [
        "UMKC School of Medicine (umkc-som)",
        "2 wins, 2 in a row through 2023; 2024 and 2025 not known.",
        "",
        "21 22 23 24 25",
        "?  ●  ●  ?  ?",
    ]
    assert "announced won (1 source)" in lines[-2]


def test_all_schools_for_people(filled: Engine, run: Run) -> None:
    said = run("streaks", "--as-of", "2023").stdout
    (line,) = [line for line in said.splitlines() if "UMKC" in line]
    assert line.split() == ["UMKC", "School", "of", "Medicine", "?", "●", "●", "2", "2", "2", "(2022–2023)", "2023"]
    assert "Of 1 more school nothing is known in this award." in said
    (open_line,) = [line for line in run("streaks").stdout.splitlines() if "UMKC" in line]
    assert open_line.split()[-3:] == ["2", "2", "2023"]


def test_an_unknown_school_is_answered_with_those_close_to_it(filled: Engine, run: Run) -> None:
    for arguments in (("streaks", "--school", "umkc-med", "--json"), ("school", "umkc-med")):
        result = run(*arguments)
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr == (
            "no school has the key 'umkc-med'; close to it:\n  umkc-som  UMKC School of Medicine\n"
        )


def test_an_unknown_family_is_answered_with_the_known_ones(filled: Engine, run: Run) -> None:
    result = run("streaks", "--family", "NOBEL")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "no award family has the code 'NOBEL'; known:\n  HEED  Higher Education Excellence\n  CHAMPION  Champion\n"
    )


@pytest.mark.parametrize("year", ["1899", "99999", "soon"])
def test_a_wrong_year_is_refused(filled: Engine, run: Run, year: str) -> None:
    assert run("streaks", "--as-of", year).exit_code == 2


def test_a_school_with_its_years_and_claims(filled: Engine, run: Run) -> None:
    said = run("school", "umkc-som").stdout
    assert "  kind: medicine\n  institution: UMKC\n  place: MO\n" in said
    assert "2 wins, 2 in a row through 2023; 2024 and 2025 not known." in said
    assert "Champion" not in said
    assert "twice" in said


def test_what_a_file_prints_in_brackets_is_no_markup(filled: Engine, run: Run) -> None:
    assert "Adelphi [University]" in run("schools").stdout


def test_finding_schools(filled: Engine, run: Run) -> None:
    assert "adelphi" not in run("schools", "medicine").stdout
    assert run("schools", "zzzzzz").exit_code == 2


def test_sources_and_loads(filled: Engine, run: Run) -> None:
    (source,) = [line.split() for line in run("sources").stdout.splitlines() if "s1" in line]
    assert source == ["s1", "UMKC", "honoured", "other", "copy", "1", "1", "0", "http://a.example"]
    (load,) = [line.split() for line in run("loads").stdout.splitlines() if "winners.csv" in line]
    assert load == ["1", "1", "2024-01-02", "03:04", "tester", "winners", "winners.csv", "4", "0", "0", "0", "0", "1"]


def test_refused_rows_are_listed_with_their_reasons(filled: Engine, run: Run) -> None:
    (line,) = [line for line in run("refused").stdout.splitlines() if "winners.csv" in line]
    assert line.split() == ["5", "winners", "winners.csv", "7", "20x3", "is", "no", "year"]


REFUSED = [
    ["School", "Year", "refused: row", "refused: file", "refused: sheet", "refused: line", "refused: reasons"],
    ["=A()", "20x3", "5", "winners.csv", "", "7", "year: 20x3 is no year"],
]


def test_refused_rows_as_a_workbook_to_mend(filled: Engine, run: Run, tmp_path: Path) -> None:
    file = tmp_path / "refused.xlsx"
    result = run("refused", "-o", str(file))
    assert result.stdout == f'{file} written. Mend it, then: awards load {file} --as "mended v1"\n'
    workbook = CalamineWorkbook.from_path(file)
    assert workbook.sheet_names == ["winners"]
    assert workbook.get_sheet_by_name("winners").to_python() == REFUSED


def test_refused_rows_as_csv_to_mend(filled: Engine, run: Run, tmp_path: Path) -> None:
    file = tmp_path / "refused.csv"
    assert run("refused", "-o", str(file)).exit_code == 0
    cells = list(csv.reader(io.StringIO(file.read_bytes().decode("utf-8-sig"), newline="")))
    assert cells == [REFUSED[0], ["'=A()", *REFUSED[1][1:]]]


def test_refused_rows_of_two_kinds_are_two_csv_files(filled: Engine, run: Run, tmp_path: Path) -> None:
    with filled.begin() as connection:
        seed = Seed(connection, first_key=100)
        seed.row("file", file_id=2, kind="applications", name="log.csv")
        seed.row("refused_row", file_id=2, headers=["Year"], cells=["soon"])
    result = run("refused", "-o", str(tmp_path / "refused.csv"))
    assert result.exit_code == 0
    names = ["refused-applications.csv", "refused-winners.csv"]
    assert sorted(path.name for path in tmp_path.glob("*.csv")) == names
    assert all(f"{tmp_path / name} written." in result.stdout for name in names)


@pytest.mark.parametrize("name", ["refused.pdf", "refused"])
def test_refused_rows_go_into_no_other_kind_of_file(filled: Engine, run: Run, tmp_path: Path, name: str) -> None:
    result = run("refused", "-o", str(tmp_path / name))
    assert result.exit_code == 2
    assert ".xlsx or .csv" in result.stderr


def test_a_folder_that_is_not_there(filled: Engine, run: Run, tmp_path: Path) -> None:
    result = run("refused", "-o", str(tmp_path / "nowhere" / "refused.csv"))
    assert result.exit_code == 1
    assert "cannot be written: No such file or directory" in result.stderr


@pytest.mark.parametrize("command", ["streaks", "sources", "loads", "refused", "schools"])
def test_an_empty_database_says_what_to_do(engine: Engine, run: Run, command: str) -> None:
    result = run(command)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "awards load data" in result.stderr


def test_no_database_at_all(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWARDS_DATABASE_URL", f"sqlite:///{tmp_path / 'new.db'}")
    assert run("streaks").exit_code == 1
    (tmp_path / "text.db").write_text("this is no database, only text" * 100)
    monkeypatch.setenv("AWARDS_DATABASE_URL", f"sqlite:///{tmp_path / 'text.db'}")
    result = run("streaks")
    assert result.exit_code == 1
    assert "the database cannot be opened: file is not a database; see AWARDS_DATABASE_URL" in result.stderr


@pytest.mark.parametrize("databases", ["sqlite"], indirect=True)  # which one it is does not matter to a terminal
@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_a_terminal_without_the_marks_does_not_call_a_win_unknown(filled: Engine, encoding: str) -> None:
    program = "from dashboard.cli_read import app; app(['streaks', '--school', 'umkc-som'], standalone_mode=False)"
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, env=environment)
    lines = done.stdout.decode(encoding).splitlines()
    assert lines[4] == ("?  ●  ●  ?  ?" if encoding == "utf-8" else "?  W  W  ?  ?")
    assert lines[6].split()[:2] == (["●", "won"] if encoding == "utf-8" else ["W", "won"])


@pytest.mark.parametrize("databases", ["sqlite"], indirect=True)
def test_reading_json_needs_no_pandas_and_no_screen(filled: Engine) -> None:
    program = (
        "import sys; from dashboard.cli_read import app; "
        "app(['streaks', '--json'], standalone_mode=False); "
        "print(sorted({'pandas', 'streamlit', 'plotly', 'rich.table', 'alembic'} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert len(json.loads(done.stdout)) == 2
    assert done.stderr == "[]\n"


def test_refused_rows_exported_mended_and_loaded_are_refused_no_longer(
    reference: Engine, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWARDS_DATABASE_URL", address(reference))
    winners = tmp_path / "winners.csv"
    winners.write_text("School,Award,Year,Link\nUMKC School of Medicine,HEED,20x3,https://a.example/1\n")
    load(reference, [winners])
    assert "20x3" in run("refused").stdout
    file = tmp_path / "refused.xlsx"
    run("refused", "-o", str(file))
    workbook = load_workbook(file)
    workbook["winners"]["C2"] = "2023"
    workbook.save(file)
    report = load(reference, [file], name="mended")
    assert (report.files[0].new, report.files[0].mended) == (1, 1)
    assert report.files[0].notices == []
    assert run("refused").stdout == "No rows are refused.\n"
    (answer,) = json.loads(run("streaks", "--school", "umkc-som", "--json").stdout)
    assert answer["total"] == 1
