"""The PDF before a PDF/UA-1 checker, which lives in an environment of its own in a cache folder."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from dashboard.report.model import Report
from dashboard.report.pdf_file import pdf_bytes

CHECKER = "page-validation==0.11.0"
ASK = """
import json, sys, page
found = page.validate_pdf(sys.argv[1], profile=page.ValidationProfile.PDF_UA_1)
failed = [(one.rule_id, one.message) for one in found.failures]
print(json.dumps({"compliant": found.is_compliant, "rules": found.rules.total, "failed": failed}))
"""


@pytest.fixture(scope="session")
def checker() -> Path:
    """The Python of the checker's environment."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "award-tracker-tests" / CHECKER
    python = cache / "bin" / "python"
    if not (cache / ".installed").is_file():
        try:
            subprocess.run([sys.executable, "-m", "venv", str(cache)], check=True, capture_output=True, timeout=120)
            install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", CHECKER]
            subprocess.run(install, check=True, capture_output=True, timeout=180)
        except (subprocess.SubprocessError, OSError) as error:
            pytest.skip(f"{CHECKER} cannot be installed here: {error}")
        (cache / ".installed").touch()
    return python


def checked(checker: Path, content: bytes, folder: Path) -> dict[str, object]:
    (folder / "report.pdf").write_bytes(content)
    asked = [str(checker), "-c", ASK, str(folder / "report.pdf")]
    return dict(json.loads(subprocess.run(asked, check=True, capture_output=True, text=True, timeout=60).stdout))


def test_a_rich_report_conforms(checker: Path, rich: Report, tmp_path: Path) -> None:
    found = checked(checker, pdf_bytes(rich), tmp_path)
    assert found["failed"] == []
    assert found["compliant"]
    assert int(str(found["rules"])) > 100


def test_a_report_of_hostile_names_conforms(checker: Path, hostile: Report, tmp_path: Path) -> None:
    assert checked(checker, pdf_bytes(hostile), tmp_path)["failed"] == []


def test_the_checker_can_find_fault(checker: Path, rich: Report, tmp_path: Path) -> None:
    broken = pdf_bytes(rich).replace(b"/Marked true", b"/Marked null")
    assert not checked(checker, broken, tmp_path)["compliant"]
