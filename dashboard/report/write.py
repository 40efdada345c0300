"""A report as a file: the right writer for the name's ending, and either the whole file or none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from dashboard.export.atomic import whole_file
from dashboard.report.choices import FORMATS, NotAReport
from dashboard.report.model import Report

MEDIA_TYPES: Final = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "html": "text/html",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}
FORMAT_WORDS: Final = {"docx": "Word", "pdf": "PDF", "html": "HTML", "pptx": "PowerPoint"}


def report_bytes(report: Report, form: str) -> bytes:
    """The report as the content of a file of that form (docx, pdf, html or pptx)."""
    return _writer(form)(report)


def form_of(path: Path) -> str:
    """The form that the name of a file asks for. Raises NotAReport for another one."""
    form = path.suffix.lower().removeprefix(".")
    if form not in FORMATS:
        endings = ", ".join(f".{known}" for known in FORMATS)
        raise NotAReport(f"{path}: a report is written as {endings}; give the file one of these endings")
    return form


def file_name(report: Report, form: str) -> str:
    """The name a report goes by: school, year and data version."""
    return f"report-{report.school_id}-{report.year}-v{report.version}.{form}"


def write_whole(path: Path, content: bytes) -> None:
    """Write the file, or leave what was there: a file beside it is written first and then takes its name.

    Raises NotAReport with the reason where it cannot be written.
    """
    try:
        with whole_file(path) as file:
            file.write(content)
    except OSError as error:
        raise NotAReport(f"{path} cannot be written: {error.strerror or error}; nothing was changed") from error


def _writer(form: str) -> Callable[[Report], bytes]:
    """Imported late: each brings a large library."""
    match form:
        case "docx":
            from dashboard.report.docx_file import docx_bytes

            return docx_bytes
        case "pdf":
            from dashboard.report.pdf_file import pdf_bytes

            return pdf_bytes
        case "pptx":
            from dashboard.report.pptx_file import pptx_bytes

            return pptx_bytes
        case "html":
            from dashboard.report.html_file import html_bytes

            return html_bytes
    raise NotAReport(f"{form} is no form of a report; there are: {', '.join(FORMATS)}")
