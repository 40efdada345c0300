"""A browser's seat: what somebody has open in it outlives the page, which is loaded anew by every link within one.

A cookie without a name or an end tells browsers apart; what they have open stays in this process's memory, for the
browsers that asked last.
"""

from collections import OrderedDict
from secrets import token_urlsafe
from threading import Lock
from typing import Any, Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE: Final = "awards_seat"
MOST: Final = 100
"""Browsers whose open work is kept."""
_shelves: OrderedDict[tuple[str, str], dict[str, Any]] = OrderedDict()
_lock: Final = Lock()


def shelf(seat: str, person: str) -> dict[str, Any]:
    """What that person has open in the browser of that seat; new and empty for another one."""
    with _lock:
        found = _shelves.setdefault((seat, person), {})
        _shelves.move_to_end((seat, person))
        while len(_shelves) > MOST:
            _shelves.popitem(last=False)
        return found


class Seats:
    """Gives each browser that asks for a page a cookie by which it is known again until it is closed."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: D102  the protocol of ASGI
        asked = Headers(scope=scope) if scope["type"] == "http" else Headers()
        wants_page = scope.get("method") == "GET" and "text/html" in asked.get("accept", "")
        if not wants_page or COOKIE in cookie_parser(asked.get("cookie", "")):
            await self.app(scope, receive, send)
            return

        async def send_with_seat(message: Message) -> None:
            if message["type"] == "http.response.start":
                told = MutableHeaders(scope=message)
                told.append("set-cookie", f"{COOKIE}={token_urlsafe(24)}; Path=/; HttpOnly; SameSite=Lax")
            await send(message)

        await self.app(scope, receive, send_with_seat)
