"""Back to the page after the sign-in, and to no other server."""

from typing import Any

import pytest

from dashboard.way_back import COOKIE, WayBack, is_page
from tests.loops import run


def answered(path: str, told: list[tuple[bytes, bytes]], **asked: str) -> dict[bytes, bytes]:
    sent: list[dict[str, Any]] = []

    async def app(_scope: Any, _receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 302, "headers": told})

    async def send(message: Any) -> None:
        sent.append(message)

    headers = [(name.encode(), value.encode()) for name, value in asked.items()]
    run(WayBack(app)({"type": "http", "path": path, "headers": headers}, None, send))  # type: ignore[arg-type]
    return dict(sent[0]["headers"])


def test_the_page_is_remembered_and_led_back_to() -> None:
    there = "http://a.example/records?status=won&q=a%3Bb"
    cookie = answered("/auth/login", [], host="a.example", referer=there)[b"set-cookie"].decode().partition(";")[0]
    told = answered("/oauth2callback", [(b"location", b"/")], cookie=cookie)
    assert told[b"location"] == b"/records?status=won&q=a%3Bb"


@pytest.mark.parametrize("referer", ["http://b.example/records", "", "http://a.example//b.example/x"])
def test_other_places_are_not_remembered(referer: str) -> None:
    assert answered("/auth/login", [], host="a.example", referer=referer) == {}


@pytest.mark.parametrize(
    "value", ["//b.example", "http%3A//b.example", "/%5Cb.example", "%2F%2Fb.example", "/a%0Ab", "x", "/" + "a" * 2_000]
)
def test_a_cookie_of_somebody_else_leads_nowhere(value: str) -> None:
    told = answered("/oauth2callback", [(b"location", b"/")], cookie=f"{COOKIE}={value}")
    assert told == {b"location": b"/"}


def test_only_the_end_of_a_sign_in_is_led_back() -> None:
    cookie = f"{COOKIE}=/records"
    assert answered("/oauth2callback", [(b"location", b"https://x.example")], cookie=cookie) == {
        b"location": b"https://x.example"
    }
    assert answered("/records", [(b"location", b"/")], cookie=cookie) == {b"location": b"/"}
    assert is_page("/") and not is_page("")
