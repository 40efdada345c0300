"""After the sign-in, back to the page that was asked for: Streamlit's own way leads to the first page.

The page stands in the `Referer` by which the browser asks for the sign-in, and in a cookie until it is over.
"""

from typing import Final
from urllib.parse import quote, unquote, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE: Final = "awards_back"
LASTS_SECONDS: Final = 600
LONGEST: Final = 2_000
LOGIN: Final = "/auth/login"
CALLBACK: Final = "/oauth2callback"


class WayBack:
    """Remembers the page before the sign-in, and leads back to it: to pages of this server and no other."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: D102  the protocol of ASGI
        path = scope.get("path", "") if scope["type"] == "http" else ""
        if not path.endswith((LOGIN, CALLBACK)):
            await self.app(scope, receive, send)
            return
        asked = Headers(scope=scope)

        async def send_with_way(message: Message) -> None:
            if message["type"] == "http.response.start":
                told = MutableHeaders(scope=message)
                (_remember if path.endswith(LOGIN) else _lead_back)(asked, told)
            await send(message)

        await self.app(scope, receive, send_with_way)


def _remember(asked: Headers, told: MutableHeaders) -> None:
    came_from = urlsplit(asked.get("referer", ""))
    page = came_from.path + (f"?{came_from.query}" if came_from.query else "")
    if came_from.netloc == asked.get("host") and is_page(page):
        told.append("set-cookie", f"{COOKIE}={quote(page)}; Path=/; Max-Age={LASTS_SECONDS}; HttpOnly; SameSite=Lax")


def _lead_back(asked: Headers, told: MutableHeaders) -> None:
    page = unquote(cookie_parser(asked.get("cookie", "")).get(COOKIE, ""))
    if told.get("location") == "/" and is_page(page):
        told["location"] = page
        told.append("set-cookie", f"{COOKIE}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax")


def is_page(page: str) -> bool:
    """Whether it is a path of this server with its filters, and can be nothing else."""
    plain = page.isascii() and page.isprintable() and "\\" not in page and len(page) <= LONGEST
    return plain and page.startswith("/") and not page.startswith("//")
