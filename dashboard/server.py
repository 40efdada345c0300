"""The web server: Streamlit's ASGI app with compression, security headers and a health check."""

import gc
import logging
import re
import tomllib
from base64 import b64encode
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from hashlib import sha256
from importlib import import_module
from importlib.util import find_spec
from ipaddress import ip_address
from pathlib import Path
from pkgutil import iter_modules
from threading import Thread
from typing import Any, Final

import streamlit as st
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard import cached, data_links, feeds, jobs, page_hints
from dashboard.access import ConfigurationWrong, access, secrets_file
from dashboard.kept_files import KeptFiles
from dashboard.light_plotly import LightPlotly
from dashboard.memory import few_heaps
from dashboard.seats import Seats
from dashboard.shipped import shipped
from dashboard.uploads import Uploads
from dashboard.way_back import WayBack

SCRIPT: Final = Path(__file__).resolve().parent / "app.py"
COMPRESS_FROM_BYTES: Final = 1_000
COMPRESS_LEVEL: Final = 5  # Plotly's script: 1.4 MB at level 5 and 1.36 MB at level 9, which takes three times as long


def _hashes_of_scripts() -> str:
    """The hashes by which a browser knows the scripts that stand in Streamlit's own page."""
    page = (Path(st.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    hashes = (b64encode(sha256(script.encode()).digest()).decode() for script in scripts)
    return " ".join(f"'sha256-{found}'" for found in hashes)


SECURITY_HEADERS: Final = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    # Streamlit's page holds one script of its own in its text (the hash) and styles that scripts write.
    "Content-Security-Policy": "; ".join(
        (
            "default-src 'self'",
            f"script-src 'self' {_hashes_of_scripts()}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'self'",
        )
    ),
}


FAILED: Final = "The program failed at this; the log of the server says how.\n"
logger = logging.getLogger("awards")

HSTS: Final = (b"strict-transport-security", b"max-age=31536000")
"""Added where the browser speaks TLS, with us or with the proxy before us: for a year it will speak nothing else."""


class SecurityHeaders:
    """Adds `SECURITY_HEADERS` to every answer that does not set them itself; behind TLS HSTS and secure cookies."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.headers = [(name.lower().encode(), value.encode()) for name, value in SECURITY_HEADERS.items()]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: D102  the protocol of ASGI
        tls, begun = _speaks_tls(scope), False

        async def send_with_headers(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                told = [_secure(header) if tls else header for header in message["headers"]]
                given = {name.lower() for name, _ in told}
                missing = [header for header in (*self.headers, *([HSTS] if tls else [])) if header[0] not in given]
                message = {**message, "headers": [*told, *missing]}
            await send(message)

        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        try:
            await self.app(scope, receive, send_with_headers)
        except Exception:
            if begun:
                raise
            logger.exception("an answer failed: %s", scope.get("path", ""))  # without filters, which may hold a token
            await PlainTextResponse(FAILED, 500)(scope, receive, send_with_headers)


def _speaks_tls(scope: Scope) -> bool:
    """Whether the browser's side of the connection is TLS, by the scheme or by what the proxy says of it."""
    said = [value for name, value in scope.get("headers", ()) if name == b"x-forwarded-proto"]
    return scope.get("scheme") == "https" or (bool(said) and said[-1].strip().lower() == b"https")


def _secure(header: tuple[bytes, bytes]) -> tuple[bytes, bytes]:
    """The header; a cookie, so that browsers send it through TLS alone."""
    name, value = header
    if name.lower() != b"set-cookie" or b"; secure" in value.lower():
        return header
    return name, value + b"; Secure"


def health(_request: Request) -> JSONResponse:
    """200 with the data version when the database answers; 503 with the reason when it does not."""
    from sqlalchemy.exc import SQLAlchemyError

    try:
        return JSONResponse({"status": "ok", "data_version": cached.data_version()})
    except SQLAlchemyError as error:
        return JSONResponse({"status": "database unreachable", "reason": type(error).__name__}, status_code=503)


def settings() -> dict[str, Any]:
    """The settings that come with the program, by dotted name: `{"server.headless": True, …}`."""
    return _flattened(tomllib.loads(shipped(".streamlit/config.toml").read_text(encoding="utf-8")))


def _flattened(table: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for name, value in table.items():
        flat |= _flattened(value, f"{prefix}{name}.") if isinstance(value, Mapping) else {f"{prefix}{name}": value}
    return flat


@asynccontextmanager
async def _warm(_app: object) -> AsyncIterator[None]:
    """Get ready while the first reader's browser still fetches the scripts."""
    Thread(target=_warm_up, name="warm-up", daemon=True).start()
    yield


def _warm_up() -> None:
    """Import what pages need, and keep it out of all later garbage collections: one of them all stops every reader for
    a tenth of a second, and a twentieth of that with what is imported left out.
    """
    import pandas  # noqa: F401
    import plotly.subplots  # noqa: F401

    from dashboard import components

    for module in iter_modules(components.__path__):
        import_module(f"{components.__name__}.{module.name}")
    gc.collect()
    gc.freeze()


async def first_page(request: Request) -> RedirectResponse:
    """The first page, for who asks for it by its name: Streamlit has it at the root alone."""
    return RedirectResponse(f"./?{request.url.query}" if request.url.query else "./")


def application() -> st.App:
    """The ASGI app. Streamlit allows one a process."""
    return st.App(
        SCRIPT,
        lifespan=_warm,
        routes=[
            Route("/healthz", health),
            Route("/overview", first_page),
            feeds.route(),
            *data_links.routes(),
            *page_hints.routes(),
        ],
        middleware=[
            Middleware(SecurityHeaders),
            Middleware(Uploads),
            Middleware(WayBack),
            Middleware(Seats),
            Middleware(KeptFiles),
            Middleware(GZipMiddleware, minimum_size=COMPRESS_FROM_BYTES, compresslevel=COMPRESS_LEVEL),
            Middleware(LightPlotly),
        ],
    )


class NotServed(Exception):
    """The server may not start like this; the text says why and what to do."""


def way_in(host: str, *, without_sign_in: bool = False) -> str:
    """How readers get in, in a sentence for whoever starts the server. Raises NotServed.

    Without sign-in only this machine is served, unless whoever starts the server insists.
    """
    try:
        found = access()
    except ConfigurationWrong as error:
        raise NotServed(f"Sign-in is not configured as it must be. {error}") from error
    if found.sign_in:
        if find_spec("authlib") is None:
            raise NotServed("Sign-in needs the package authlib: pip install 'streamlit[auth]'")
        some = any(found.entries.values())
        return (
            "Readers sign in." if some else "Readers sign in, but nobody has a role yet: see [roles] in docs/server.md."
        )
    if not is_this_machine(host) and not without_sign_in:
        raise NotServed(
            f"Not served on {host}: sign-in is off, so whoever reached that address could change the data.\n"
            "Switch sign-in on (docs/server.md), or serve this machine alone and let a proxy on it sign people in, or "
            "insist with --without-sign-in."
        )
    alone = "Only this machine is served" if is_this_machine(host) else f"Whoever reaches {host} is served"
    return f"Sign-in is off. {alone}, and whoever opens the dashboard may change the data."


def is_this_machine(host: str) -> bool:
    """Whether an address to listen on is reached from this machine alone."""
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


def serve(port: int = 8501, host: str = "127.0.0.1") -> None:
    """Serve the dashboard until stopped. Leaves the process with exit code 1 when the port is taken."""
    few_heaps()
    secrets = secrets_file()
    jobs.end_dead(cached.engine())
    application().run(
        config={
            **settings(),
            "server.port": port,
            "server.address": host,
            "secrets.files": [str(secrets)] if secrets else [],
        }
    )
