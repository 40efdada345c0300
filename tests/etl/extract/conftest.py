"""Small files, written by each test that needs one."""

import socket
from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl
import pytest

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a text (as UTF-8) or bytes to a file of that name."""

    def _write(content: str | bytes, name: str = "winners.csv") -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        return path

    return _write


@pytest.fixture
def save(tmp_path: Path) -> Write:
    """Saves a workbook with one sheet that has these rows, and these merged ranges."""

    def _save(rows: Sequence[Sequence[object]], merged: Sequence[str] = (), name: str = "winners.xlsx") -> Path:
        book = openpyxl.Workbook()
        sheet = book.active
        sheet.title = "Winners"
        for row in rows:
            sheet.append(list(row))
        for cells in merged:
            sheet.merge_cells(cells)
        path = tmp_path / name
        book.save(path)
        return path

    return _save


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Whoever this process asks for over the network is noted here and gets no answer."""
    asked: list[object] = []

    def refuse(*target: object, **_said: object) -> None:
        asked.append(target)
        raise OSError("no network in tests")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    return asked
