"""Uploads where sign-in is on: taken of people with a role alone, and refused before a byte of them is read.

Streamlit takes a file from whoever has a session, and the page of the sign-in has one.
"""

from __future__ import annotations

import json
from typing import Any, Final

from starlette.datastructures import Headers
from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard.access import ConfigurationWrong, access, person

PLACE: Final = "/_stcore/upload_file/"
REFUSED: Final = "Sign in first: files are taken of people with a role alone.\n"


class Uploads:
    """Hands uploads on only of those who signed in and have a role, where sign-in is on."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: D102  the protocol of ASGI
        asks = scope["type"] == "http" and PLACE in scope["path"] and scope["method"] != "OPTIONS"
        if not asks or may_upload(Headers(scope=scope)):
            await self.app(scope, receive, send)
        else:
            await PlainTextResponse(REFUSED, 403)(scope, receive, send)


def may_upload(asked: Headers) -> bool:
    """Whether the program takes files of whoever asks with these headers."""
    try:
        found = access()
    except ConfigurationWrong:
        return False
    if not found.sign_in:
        return True
    signed_in = person(_claims(asked), found)
    return signed_in is not None and signed_in.role is not None


def _claims(asked: Headers) -> dict[str, Any]:
    """What the cookie of the sign-in says, as Streamlit reads it; nothing where it is none of ours."""
    from streamlit.auth_util import get_cookie_with_chunks  # late: Streamlit
    from streamlit.web.server.server_util import get_cookie_secret
    from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value
    from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

    cookies, secret = cookie_parser(asked.get("cookie", "")), get_cookie_secret()

    def part(name: str) -> bytes | None:
        given = cookies.get(name)
        return None if given is None else decode_signed_value(secret, name, given.encode("latin-1", "replace"))

    said = get_cookie_with_chunks(part, USER_COOKIE_NAME)
    claims = json.loads(said) if said else {}
    return claims if isinstance(claims, dict) else {}
