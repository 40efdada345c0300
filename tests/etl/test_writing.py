"""Two who write at once: the second waits, is told so, and nothing is mixed up."""

import logging
import os
import subprocess
import sys
from pathlib import Path
from threading import Event, Thread

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import OperationalError

from etl import database
from etl.database import WAITING, writing
from etl.keeping.checking import check_data
from etl.pipeline import load
from etl.troubles import told
from tests.conftest import Fresh
from tests.databases import address

UMKC = "University of Missouri-Kansas City School of Medicine"


def winners(path: Path, *years: int) -> Path:
    rows = (f"{UMKC},HP-HEED,{year}" for year in years)
    path.write_text("\n".join(("school,award,year", *rows)) + "\n", encoding="utf-8")
    return path


def loading(engine: Engine, path: Path) -> "subprocess.Popen[str]":
    """A load by another process."""
    command = [sys.executable, "-m", "etl", "load", str(path), "--json"]
    environment = {**os.environ, "AWARDS_DATABASE_URL": address(engine)}
    return subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    )


def test_a_load_waits_for_the_one_that_runs_and_says_so(fresh_small: Fresh, tmp_path: Path) -> None:
    engine = fresh_small()
    with writing(engine) as connection:
        before = connection.execute(text("SELECT max(version) FROM data_version")).scalar_one()
        second = loading(engine, winners(tmp_path / "w.csv", 2021))
        assert second.stderr is not None
        said = second.stderr.readline()  # comes while the first still writes
        assert second.poll() is None
    _, more = second.communicate(timeout=60)
    assert (said.strip(), more.strip(), second.returncode) == (WAITING, "", 0)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT max(version) FROM data_version")).scalar_one() == before + 1


def test_two_loads_at_once_are_two_loads_one_after_the_other(fresh_small: Fresh, tmp_path: Path) -> None:
    engine = fresh_small()
    both = [loading(engine, winners(tmp_path / f"{first}.csv", *range(first, first + 4))) for first in (2012, 2018)]
    for process in both:
        assert (process.communicate(timeout=120)[1].replace(WAITING, "").strip(), process.returncode) == ("", 0)
    with engine.connect() as connection:
        rows = connection.execute(text("SELECT file_id, valid_from, count(*) FROM observation GROUP BY 1, 2")).all()
    assert sorted(n for *_, n in rows) == [4, 4]
    assert len({version for _, version, _ in rows}) == 2
    assert [check.name for check in check_data(engine) if not check.ok] == []


def test_a_preview_waits_too(fresh_small: Fresh, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    engine, done = fresh_small(), Event()

    def preview() -> None:
        load(engine, [winners(tmp_path / "w.csv", 2021)], dry_run=True, by="tests")
        done.set()

    with caplog.at_level(logging.WARNING, "awards"), writing(engine):
        thread = Thread(target=preview)
        thread.start()
        assert not done.wait(1.5)
        assert WAITING in caplog.text
    thread.join(60)
    assert done.is_set()


def test_who_waits_too_long_is_told_so(fresh_small: Fresh, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "WAIT_SECONDS", 1)
    engine = fresh_small()
    with writing(engine), pytest.raises(OperationalError) as error, writing(engine):
        pass
    assert "has not ended" in (told(error.value) or "")
    with writing(engine) as connection:
        assert connection.execute(text("SELECT 1")).scalar() == 1
