"""What a document is as a source and as a file: by its address, by the name a person gave it, else by its content."""

from hashlib import sha256
from pathlib import PurePath
from urllib.parse import parse_qsl, urlencode, urlsplit

from sqlalchemy import Connection, select

from etl.extract.announcement import Document
from etl.load.sources import file_source_id, url_source_id
from etl.schema import tables

_MARKS = 8
"""Characters of the checksum that tell files of one name apart."""
_LONGEST = 200


def checksum(document: Document) -> str:
    """SHA-256 of the text that was read."""
    return sha256(document.text.encode()).hexdigest()


def loaded_name(document: Document) -> str:
    """The name under which a document is loaded: what is loaded again under the same name takes the earlier's place.

    A document with an address goes by it; one to which a person gave a name goes by that; any other by its file's name
    with a mark of its content, so that another `news.html` does not take its place.
    """
    if document.named:
        return document.file
    if document.url:
        return likeness(document.url)[:_LONGEST]
    path = PurePath(document.file)
    return f"{path.stem} ({checksum(document)[:_MARKS]}){path.suffix}"


def source_key(connection: Connection, document: Document) -> tuple[str, bool]:
    """The key of the document as a source, and whether another file has told of that source already.

    A page whose address is known under whatever key keeps that key.
    """
    if document.url is None:
        return file_source_id(loaded_name(document)), False
    source, file = tables()["source"], tables()["file"]
    asked = likeness(document.url)
    query = (
        select(source.c.source_id, source.c.url, file.c.name)
        .join(file, file.c.file_id == source.c.file_id)
        .where(source.c.valid_to.is_(None), source.c.url.contains(asked.partition("?")[0], autoescape=True))
        .order_by(source.c.source_id)
    )
    known = [row for row in connection.execute(query) if likeness(row.url) == asked]
    others = [row.source_id for row in known if row.name != loaded_name(document)]
    own = url_source_id(document.url)
    named = [key for key in others if not key.startswith("web:")]
    if named:
        return named[0], True
    return (others[0], others[0] != own) if others else (own, False)


def likeness(url: str) -> str:
    """An address as it is compared: without protocol, `www.`, place in the page and marks of campaigns."""
    parts = urlsplit(url.strip())
    asked = urlencode([pair for pair in parse_qsl(parts.query) if not pair[0].startswith(("utm_", "fbclid", "gclid"))])
    host = (parts.hostname or "").removeprefix("www.")
    return f"{host}{parts.path.rstrip('/')}{f'?{asked}' if asked else ''}"
