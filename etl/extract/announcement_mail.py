"""An e-mail as a document: subject, day and text; who sent it to whom is not kept."""

import email
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from email import policy
from email.message import EmailMessage
from email.utils import parseaddr
from pathlib import Path
from typing import Any, TypeVar

from etl.extract.announcement_html import of_html
from etl.extract.announcement_values import Document, Progress, title_of
from etl.extract.foreign import foreign
from etl.extract.table import FileRefused

Said = TypeVar("Said")


def read_mail(path: Path, progress: Progress) -> Document:
    """The document of an .eml file; attachments are named in a notice and not read."""
    with foreign(path.name, "the e-mail cannot be read", "Save its text as .txt and load that"):
        message = email.message_from_bytes(path.read_bytes(), policy=policy.default)
        body = message.get_body(preferencelist=("plain", "html"))
        text = _text(body, path.name) if body else ""
    if not text.strip():
        raise FileRefused(
            path.name, "no text was found in the e-mail", "Save the page or the attachment it points to, and load that"
        )
    subject = _said(lambda: str(message.get("subject", "") or "")) or ""
    title = title_of(text, subject, path.name)
    whole = text if title.casefold() in text[:400].casefold() else f"{title}\n\n{text}"
    progress(1, 1)
    sender, day, left = _said(lambda: _domain(message)), _said(lambda: _day(message)), _said(lambda: _left(message))
    return Document(path.name, whole, title, None, sender, day, notices=left or ())


def _said(what: Callable[[], Said]) -> Said | None:
    """What a header says; None where the library fails over how it is written."""
    try:
        return what()
    except Exception:  # noqa: BLE001  the text is read, and a header is no reason to refuse it
        return None


def _text(body: Any, file: str) -> str:
    with suppress(LookupError, UnicodeDecodeError):
        content = str(body.get_content())
        return of_html(content, file).text if body.get_content_subtype() == "html" else content.replace("\r\n", "\n")
    payload = body.get_payload(decode=True)
    return payload.decode("cp1252", errors="replace") if isinstance(payload, bytes) else ""


def _domain(message: EmailMessage) -> str | None:
    address = parseaddr(str(message.get("from", "") or ""))[1]
    return address.rpartition("@")[2].casefold() or None if "@" in address else None


def _day(message: EmailMessage) -> date | None:
    sent = getattr(message.get("date"), "datetime", None)
    return sent.date() if sent else None


def _left(message: EmailMessage) -> tuple[str, ...]:
    names = [part.get_filename() or "without a name" for part in message.iter_attachments()]
    return (f"attachments not read: {', '.join(names)}",) if names else ()
