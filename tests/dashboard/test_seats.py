"""A browser's seat: whose the open work is, how many are kept, and who gets the cookie."""

import asyncio
from typing import Any

import pytest

from dashboard import seats
from dashboard.seats import COOKIE, Seats, shelf


def test_open_work_is_one_persons_in_one_browser() -> None:
    shelf("a", "lou@x.example")["draft"] = 1
    assert shelf("a", "lou@x.example") == {"draft": 1}
    assert shelf("a", "sam@x.example") == {}
    assert shelf("b", "lou@x.example") == {}


def test_the_browsers_that_asked_last_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seats, "MOST", 2)
    for seat in ("first", "second"):
        shelf(seat, "")["open"] = seat
    assert shelf("first", "") == {"open": "first"}
    shelf("third", "")
    assert shelf("first", "") == {"open": "first"}
    assert shelf("second", "") == {}


@pytest.mark.parametrize(
    ("method", "accept", "cookie", "given"),
    [
        ("GET", "text/html,*/*", "", True),
        ("GET", "text/html,*/*", f"{COOKIE}=known", False),
        ("GET", "image/png", "", False),
        ("POST", "text/html", "", False),
    ],
)
def test_a_page_gives_a_cookie_once(method: str, accept: str, cookie: str, given: bool) -> None:
    sent: list[Any] = []

    async def app(_scope: Any, _receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})

    async def keep(message: Any) -> None:
        sent.append(message)

    headers = [(b"accept", accept.encode()), (b"cookie", cookie.encode())]
    asyncio.run(Seats(app)({"type": "http", "method": method, "headers": headers}, lambda: None, keep))  # type: ignore[arg-type]
    cookies = [value.decode() for name, value in sent[0]["headers"] if name == b"set-cookie"]
    assert [one.startswith(f"{COOKIE}=") and "HttpOnly; SameSite=Lax" in one for one in cookies] == [True] * given
