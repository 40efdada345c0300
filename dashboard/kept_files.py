"""Scripts and styles of the front end, compressed once and kept: they never change while the program runs."""

from collections.abc import MutableMapping
from dataclasses import dataclass, field
from typing import Any, Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

PLACE: Final = "/static/"
"""Where Streamlit serves files whose names hold a hash of what is in them."""


@dataclass
class Kept:
    """An answer as it went over the wire."""

    start: MutableMapping[str, Any]
    body: bytearray = field(default_factory=bytearray)


class KeptFiles:
    """Hands over again what the app before it answered for a script or style, without asking it anew.

    To be put around what compresses: Plotly's script alone takes a tenth of a second.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.kept: dict[str, Kept] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: D102  the protocol of ASGI
        if not _asks_for_a_file(scope):
            await self.app(scope, receive, send)
            return
        path = scope["path"]
        if path in self.kept:
            kept = self.kept[path]
            await send({**kept.start, "headers": list(kept.start["headers"])})
            await send({"type": "http.response.body", "body": bytes(kept.body)})
            return
        made: list[Kept] = []

        async def send_and_keep(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == 200:
                made.append(Kept({**message, "headers": list(message["headers"])}))
            elif message["type"] == "http.response.body" and made:
                made[0].body += message.get("body", b"")
                if not message.get("more_body"):
                    self.kept[path] = made[0]
            await send(message)

        await self.app(scope, receive, send_and_keep)


def _asks_for_a_file(scope: Scope) -> bool:
    """Whether it is a whole file that is asked for, by a browser that takes it compressed and does not hold it."""
    if scope["type"] != "http" or scope["method"] != "GET" or not scope["path"].startswith(PLACE):
        return False
    given = dict(scope["headers"])
    special = {b"range", b"if-none-match", b"if-modified-since", b"if-range"} & given.keys()
    return b"gzip" in given.get(b"accept-encoding", b"") and not special
