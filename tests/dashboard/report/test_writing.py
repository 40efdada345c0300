"""A file is written whole or not at all."""

import resource
import subprocess
import sys
from pathlib import Path

import pytest

from dashboard.report.choices import NotAReport
from dashboard.report.write import form_of, write_whole

FULL = Path("/dev/full")
LIMITED = """
import resource, sys
from pathlib import Path
from dashboard.report.choices import NotAReport
from dashboard.report.write import write_whole
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    write_whole(Path(sys.argv[1]), b"x" * 5000)
except NotAReport as error:
    print(error)
"""


def test_a_file_takes_its_name_when_it_is_whole(tmp_path: Path) -> None:
    write_whole(tmp_path / "report.pdf", b"one")
    write_whole(tmp_path / "report.pdf", b"two")
    assert [path.name for path in tmp_path.iterdir()] == ["report.pdf"]
    assert (tmp_path / "report.pdf").read_bytes() == b"two"
    assert (tmp_path / "report.pdf").stat().st_mode & 0o600 == 0o600


def test_a_disk_that_fills_up_leaves_the_old_file(tmp_path: Path) -> None:
    assert resource.RLIMIT_FSIZE is not None
    old = tmp_path / "report.pdf"
    old.write_bytes(b"old")
    told = subprocess.run([sys.executable, "-c", LIMITED, str(old)], check=True, capture_output=True, text=True).stdout
    assert told.strip() == f"{old} cannot be written: File too large; nothing was changed"
    assert old.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["report.pdf"]


@pytest.mark.skipif(not FULL.exists(), reason="there is no /dev/full here")
def test_a_full_device_is_told(tmp_path: Path) -> None:
    (tmp_path / "report.pdf").symlink_to(FULL)
    with pytest.raises(NotAReport, match=r"report\.pdf cannot be written: No space left on device; nothing"):
        write_whole(tmp_path / "report.pdf", b"x" * 100_000)


def test_a_folder_that_there_is_not_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotAReport, match="No such file or directory"):
        write_whole(tmp_path / "none" / "report.pdf", b"x")
    with pytest.raises(NotAReport, match="Is a directory"):
        write_whole(tmp_path, b"x")


def test_the_ending_says_the_form() -> None:
    assert form_of(Path("a.DOCX")) == "docx"
    with pytest.raises(NotAReport, match=r"a.txt: a report is written as .docx, .pdf, .html, .pptx"):
        form_of(Path("a.txt"))
