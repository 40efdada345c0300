"""Data links, served by a real server and read by real programs."""

import socket
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator

import pandas as pd
import pytest
import uvicorn
from starlette.applications import Starlette

from dashboard import data_links
from dashboard.export.csv_file import csv_bytes
from dashboard.queries.records import RecordFilter, records
from etl.database import engine_for
from etl.pipeline import set_own_school


@pytest.fixture
def place(shipped_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a server that holds the data links and nothing else."""
    monkeypatch.setenv("AWARDS_DATABASE_URL", shipped_url)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    app = Starlette(routes=data_links.routes())
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="error", ws="none"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()


def fetched(address: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body of an answer."""
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers=headers)) as answer:
            return answer.status, {name.lower(): value for name, value in answer.headers.items()}, answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, {name.lower(): value for name, value in error.headers.items()}, error.read()


def test_a_link_gives_what_the_page_shows(place: str, shipped_url: str) -> None:
    status, headers, body = fetched(f"{place}/data/records.csv?status=won&years=2018-2020")
    engine = engine_for(shipped_url)
    with engine.connect() as connection:
        shown = records(connection, RecordFilter(statuses=("won",), first_year=2018, last_year=2020))
    engine.dispose()
    assert (status, body) == (200, csv_bytes(shown))
    assert headers["x-data-rows"] == str(len(shown))
    assert headers["content-length"] == str(len(body))


def test_pandas_reads_links(place: str) -> None:
    wins = pd.read_csv(f"{place}/data/records.csv?status=won")
    assert set(wins["status"]) == {"won"}
    assert len(pd.read_json(f"{place}/data/schools.json")) == len(pd.read_csv(f"{place}/data/schools.csv"))


def test_nothing_is_sent_again_until_the_data_change(place: str, shipped_url: str) -> None:
    address = f"{place}/data/claims.csv"
    _, headers, _ = fetched(address)
    assert fetched(address, **{"If-None-Match": headers["etag"]})[0] == 304
    assert fetched(f"{address}?q=medicine", **{"If-None-Match": headers["etag"]})[0] == 200
    engine = engine_for(shipped_url)
    set_own_school(engine, "umkc-som", by="tests")
    engine.dispose()
    assert fetched(address, **{"If-None-Match": headers["etag"]})[0] == 200


def test_the_passport_of_a_link(place: str) -> None:
    _, headers, _body = fetched(f"{place}/data/records.csv?kind=medicine")
    about = headers["link"].partition(">")[0].removeprefix("<")
    passport = pd.read_json(f"{place}{about}", typ="series")
    assert (passport["rows"], passport["filters"][0]["value"]) == (int(headers["x-data-rows"]), "medicine")


@pytest.mark.parametrize(
    ("address", "status", "told"),
    [
        ("/data/records.csv?status=wonn", 400, "known: won"),
        ("/data/records.csv?version=x", 400, "no data version"),
        ("/data/records.csv?version=99999", 400, "no data version 99999"),
        ("/data/records.exe", 404, "/data/ lists all"),
        ("/data/secrets.csv", 404, "/data/ lists all"),
        ("/data/records.csv?q=" + "x" * 5000, 400, "at most"),
    ],
)
def test_what_there_is_not_is_told(place: str, address: str, status: int, told: str) -> None:
    code, _, body = fetched(place + address)
    assert (code, told in body.decode()) == (status, True)


def test_the_catalogue_lists_tables_and_filters(place: str) -> None:
    status, _, body = fetched(f"{place}/data/")
    assert (status, b"records.parquet" in body, b"conflicts" in body) == (200, True, True)
