"""Data links: the tables of the pages as addresses that a spreadsheet or a notebook reads.

`/data/TABLE.csv?…` (also .json, .xlsx, .parquet) takes the filters of the pages, `/data/TABLE.about.json?…` gives the
passport of the CSV, and `/data/` lists what there is. The answer's ETag stands for data, filters and program: who sends
it back gets 304 while nothing has changed. Where sign-in is on, an address opens with its token alone (link_tokens.py).
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from tempfile import SpooledTemporaryFile
from typing import IO, Any, Final, cast
from urllib.parse import urlencode

from sqlalchemy.exc import SQLAlchemyError
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from dashboard.domain.choices import NotAChoice
from dashboard.export.names import about_name
from dashboard.export.passport import Passport, program
from dashboard.export.table import ExportTable
from dashboard.export.tables import TABLES, table_named
from dashboard.export.workbook import TooManyRows
from dashboard.export.write import FORMATS, MEDIA_TYPES, write_table
from dashboard.link_tokens import TOKEN, guarded
from dashboard.queries.audit import newest_act
from dashboard.queries.versions import newest_version

IN_MEMORY: Final = 4 << 20
"""Bytes of an answer that are kept in memory; longer ones go through a file on the disk."""
PART: Final = 1 << 18
VERSION: Final = "version"
LARGEST_VERSION: Final = 2**31 - 1
"""No database counts further in a column of whole numbers."""
ABOUT: Final = "about.json"


def routes() -> list[Route]:
    """The routes of the data links, for the web server."""
    listed = guarded(catalogue)
    return [Route("/data", listed), Route("/data/", listed), Route("/data/{name}", guarded(table))]


def catalogue(request: Request) -> JSONResponse:
    """The tables, their formats and their filters."""
    place = str(request.base_url)
    found = [
        {
            "table": one.name,
            "title": one.title,
            "addresses": [f"{place}data/{one.name}.{ending}" for ending in (*FORMATS, ABOUT)],
            "filters": [{"name": said.name, "takes": said.takes, "meaning": said.meaning} for said in one.choices],
        }
        for one in TABLES.values()
    ]  # fmt: skip
    return JSONResponse({"program": program(), "tables": found})


def table(request: Request) -> Response:
    """One table in one format, or its passport; 400 for a filter and 404 for a table that there is not."""
    name, _, ending = request.path_params["name"].partition(".")
    if name not in TABLES or ending not in (*FORMATS, ABOUT):
        return PlainTextResponse(f"There is no such table. {request.base_url}data/ lists all.\n", 404)
    given: dict[str, list[str]] = {}
    for key, value in request.query_params.multi_items():
        given.setdefault(key, []).append(value)
    try:
        return _answer(request, table_named(name), ending, _version(given), given)
    except (NotAChoice, TooManyRows) as error:
        return PlainTextResponse(f"{error}\n", 400)
    except SQLAlchemyError as error:
        return PlainTextResponse(f"The database does not answer ({type(error).__name__}).\n", 503)


def _version(given: dict[str, list[str]]) -> int | None:
    said = given.pop(VERSION, [])
    if said and not (said[-1].isdecimal() and int(said[-1]) <= LARGEST_VERSION):
        raise NotAChoice(f"{VERSION}={said[-1]!r} is no data version")
    return int(said[-1]) if said else None


def _answer(
    request: Request, asked: ExportTable, ending: str, version: int | None, given: dict[str, list[str]]
) -> Response:
    from dashboard.cached import engine  # late: Streamlit

    wanted = asked.wanted(given)
    with engine().connect() as connection:
        newest = newest_version(connection)
        act = newest_act(connection) if asked.name == "audit" else 0  # acts need not make a data version
        tag = _tag(asked, ending, newest if version is None else version, act, wanted)
        headers = {"ETag": tag, "Cache-Control": "private, no-cache"}
        if tag in (part.strip() for part in request.headers.get("if-none-match", "").split(",")):
            return Response(status_code=304, headers=headers)
        file = cast("IO[bytes]", SpooledTemporaryFile(IN_MEMORY))  # noqa: SIM115  closed when the last part is sent
        try:
            passport = write_table(file, "csv" if ending == ABOUT else ending, connection, asked, wanted, version)
        except BaseException:
            file.close()
            raise
    if ending == ABOUT:
        file.close()
        return Response(passport.bytes(f"{asked.name}.csv"), media_type="application/json", headers=headers)
    length = file.seek(0, 2)
    file.seek(0)
    about = _passport_headers(passport, asked, wanted, ending, request.scope.get(TOKEN, ""))
    told = {**headers, **about, "Content-Length": str(length)}
    return StreamingResponse(_parts(file), media_type=MEDIA_TYPES[ending], headers=told)


def _tag(asked: ExportTable, ending: str, version: int, act: int, wanted: Any) -> str:
    said = json.dumps([asked.name, ending, version, act, asked.written(wanted), program()])
    return f'"{sha256(said.encode()).hexdigest()[:32]}"'


def _passport_headers(passport: Passport, asked: ExportTable, wanted: Any, ending: str, token: str) -> dict[str, str]:
    """The passport as headers, and where its columns are told."""
    choices = urlencode(asked.written(wanted))
    with_token = urlencode([*asked.written(wanted), *([(TOKEN, token)] if token else [])])
    about = f"/data/{about_name(f'{asked.name}.{ending}')}" + (f"?{with_token}" if with_token else "")
    return {
        "X-Data-Version": str(passport.data_version),
        "X-Data-Rows": str(passport.rows),
        "X-Data-Filters": choices or "none",
        "X-Data-Made-At": passport.made_at.isoformat(),
        "X-Data-Program": program(),
        "Repr-Digest": f"sha-256=:{b64encode(bytes.fromhex(passport.sha256)).decode()}:",
        "Link": f'<{about}>; rel="describedby"; type="application/json"',
        "Content-Disposition": f'inline; filename="{asked.name}.{ending}"',
    }


def _parts(file: IO[bytes]) -> Iterator[bytes]:
    with file:
        while part := file.read(PART):
            yield part
