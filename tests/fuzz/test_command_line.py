"""The commands over hostile files and names: words and an exit code, never a traceback, never a wait without end."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fuzz.documents import csv
from tests.fuzz.readers import CORPUS, READERS, seeds

AWARDS = [sys.executable, "-c", "from dashboard.cli import main; main()"]
SECONDS = 120
NAMES = (
    b"esc\x1b[31m.csv", b"new\nline.csv", b"bad\xff\xfe.csv", b"bad\xff.xlsx", b"bad\xff.txt", b"quote'\";--.csv",
    b"..csv", b"a" * 240 + b".csv", "\u202egpj.csv".encode(), b"[red]:x:.csv", b"%s%n.csv", b"-x.csv", b"$(id).csv",
)  # fmt: skip


@pytest.fixture
def database(reference_file: Path, tmp_path: Path) -> Path:
    """A database with the reference data, of its own."""
    return Path(shutil.copyfile(reference_file, tmp_path / "awards.db"))


def awards(database: Path, *words: str | bytes) -> tuple[int, str]:
    """Exit code and all that a command says."""
    run = subprocess.run(
        [*AWARDS, *words],
        env={**os.environ, "AWARDS_DATABASE_URL": f"sqlite:///{database}", "AWARDS_USER": "tests", "COLUMNS": "300"},
        capture_output=True,
        stdin=subprocess.DEVNULL,
        timeout=SECONDS,
        check=False,
    )
    said = (run.stdout + run.stderr).decode()
    assert "Traceback" not in said, said[-4000:]
    assert "\x1b" not in said
    return run.returncode, said


def test_a_folder_of_hostile_files_is_loaded_as_far_as_it_can_be(database: Path, tmp_path: Path) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    for name, reader in READERS.items():
        # Every file is read in test_corpus.py; here one good file of each reader, and those that are refused.
        for file in (
            one for one in seeds(name) if one.name in ("plain", "laughs", "macro", "circle", "nuls", "hostile")
        ):
            shutil.copyfile(file, folder / f"{name}-{file.name}-{reader.file}")
    _, said = awards(database, "load", "--accept", str(folder))
    assert "Not loaded: xlsx-laughs-winners.xlsx: the workbook has XML declarations" in said
    assert "Not loaded: docx-macro-page.docx: the Word document is damaged or something else" in said
    assert "Not loaded: pdf-circle-page.pdf: " in said
    assert awards(database, "check-data")[0] == 0


@pytest.mark.skipif(sys.platform != "linux", reason="names as Linux has them")
def test_hostile_names_pipes_devices_and_links(database: Path, tmp_path: Path) -> None:
    folder = tmp_path / "files"
    inner = os.fsencode(folder) + b"/odd\xff\x1b[31m"
    Path(os.fsdecode(inner)).mkdir(parents=True)
    for name in NAMES:
        Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_bytes(csv())
    Path(os.fsdecode(inner + b"/inner.csv")).write_bytes(csv())
    for pipe in ("pipe.csv", "pipe.txt", "pipe.xlsx"):
        os.mkfifo(folder / pipe)
    for link, to in (("zero.csv", "/dev/zero"), ("loop", str(folder)), ("self.csv", "self.csv"), ("gone.csv", "none")):
        (folder / link).symlink_to(to)
    (tmp_path / "outside.csv").write_bytes(csv())
    (folder / "linked.csv").symlink_to(tmp_path / "outside.csv")

    code, said = awards(database, "load", str(folder))
    assert code == 0
    assert said.count("the file's name holds control characters, or letters that are not written in UTF-8") == 6
    assert "[red]:x:.csv (winners)" in said
    assert said.count("inner.csv (winners)") == said.count("linked.csv (winners)") == 1
    assert not any(f" {name} (" in said for name in ("pipe.csv", "zero.csv", "self.csv", "gone.csv"))
    pipes = [str(folder / name) for name in ("pipe.csv", "pipe.txt", "pipe.xlsx", "zero.csv")]
    code, said = awards(database, "load", *pipes)
    assert code == 1
    assert said.count("there is no such file") == len(pipes)
    assert awards(database, "load", os.fsencode(folder) + b"/none\xff.csv")[0] == 2
    assert awards(database, "check-data")[0] == 0


def test_a_draft_that_is_no_draft_is_refused(database: Path, tmp_path: Path) -> None:
    shutil.copyfile(CORPUS / "docx" / "laughs", tmp_path / "draft.docx")
    code, said = awards(database, "check", str(tmp_path / "draft.docx"))
    assert (code, said.partition(",")[0]) == (2, "draft.docx: the Word document has XML declarations")
