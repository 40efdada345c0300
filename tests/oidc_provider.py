"""A small OpenID Connect provider for tests: discovery, keys, code flow with PKCE and nonce, sign-out.

Who signs in is written into its page; what it knows of people is invented.
"""

import base64
import hashlib
import secrets
import socket
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import escape
from typing import Any
from urllib.parse import urlencode

import uvicorn
from joserfc import jwt
from joserfc.jwk import KeySet, RSAKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

CLIENT, SECRET = "award-tracker", "the secret of the client"
PEOPLE: dict[str, dict[str, Any]] = {
    "admin@x.example": {},
    "analyst@dei.x.example": {},
    "grouped@elsewhere.example": {"groups": ["others", "award-analysts"]},
    "viewer@x.example": {},
    "nobody@elsewhere.example": {},
    "forged@x.example": {"email_verified": False},
}
"""Invented people by address, with further claims."""


@dataclass
class Provider:
    """A provider that runs, and what it was asked."""

    address: str = ""
    key: RSAKey = field(
        default_factory=lambda: RSAKey.generate_key(2048, {"kid": "tests", "use": "sig", "alg": "RS256"})
    )
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)
    """Why token requests were refused."""
    used_pkce: int = 0

    def app(self) -> Starlette:
        """The provider as a web application."""
        routes = [
            Route("/.well-known/openid-configuration", self.discovery),
            Route("/jwks", lambda _: JSONResponse(KeySet([self.key]).as_dict(private=False))),
            Route("/authorize", self.authorize),
            Route("/signed", self.signed),
            Route("/token", self.token, methods=["POST"]),
            Route("/logout", lambda asked: RedirectResponse(asked.query_params["post_logout_redirect_uri"])),
        ]
        return Starlette(routes=routes)

    def discovery(self, _request: Request) -> Response:
        place = self.address
        return JSONResponse(
            {
                "issuer": place,
                "authorization_endpoint": f"{place}/authorize",
                "token_endpoint": f"{place}/token",
                "jwks_uri": f"{place}/jwks",
                "end_session_endpoint": f"{place}/logout",
                "response_types_supported": ["code"],
                "subject_types_supported": ["public"],
                "id_token_signing_alg_values_supported": ["RS256"],
                "code_challenge_methods_supported": ["S256"],
            }
        )

    def authorize(self, request: Request) -> Response:
        """The page on which a person says who is there."""
        asked = request.query_params
        if asked.get("client_id") != CLIENT or asked.get("response_type") != "code" or "openid" not in asked["scope"]:
            return Response("no such client", 400)
        kept = "".join(
            f'<input type="hidden" name="{name}" value="{escape(asked.get(name, ""))}">'
            for name in ("redirect_uri", "state", "nonce", "code_challenge", "code_challenge_method")
        )
        form = f'<form action="/signed">{kept}<label>Address <input name="email"></label><button>Go on</button></form>'
        return HTMLResponse(f"<!doctype html><title>Provider</title><h1>Provider</h1>{form}")

    def signed(self, request: Request) -> Response:
        """Back to the program with a code."""
        asked = dict(request.query_params)
        code = secrets.token_urlsafe()
        self.codes[code] = asked
        return RedirectResponse(f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}", 302)

    async def token(self, request: Request) -> Response:
        """An ID token for a code, once."""
        form = {name: str(value) for name, value in (await request.form()).items()}
        asked = self.codes.pop(form.get("code", ""), None)
        why = self._wrong(request.headers, form, asked)
        if why or asked is None:
            self.refused.append(why)
            return JSONResponse({"error": "invalid_grant", "error_description": why}, 400)
        now = int(time.time())
        claims = {
            "iss": self.address, "aud": CLIENT, "sub": hashlib.sha256(asked["email"].encode()).hexdigest()[:12],
            "iat": now, "exp": now + 300, "nonce": asked["nonce"], "email": asked["email"], "email_verified": True,
            **PEOPLE[asked["email"]],
        }  # fmt: skip
        signed = jwt.encode({"alg": "RS256", "kid": "tests"}, claims, self.key)
        return JSONResponse({"access_token": "opaque", "token_type": "Bearer", "expires_in": 300, "id_token": signed})

    def _wrong(self, headers: Mapping[str, str], form: Mapping[str, str], asked: Mapping[str, str] | None) -> str:
        basic = base64.b64encode(f"{CLIENT}:{SECRET.replace(' ', '+')}".encode()).decode()
        plain = base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
        given = headers.get("authorization", "")
        if given not in (f"Basic {basic}", f"Basic {plain}") and form.get("client_secret") != SECRET:
            return "the client's secret is wrong"
        if asked is None:
            return "the code is not known"
        if form.get("redirect_uri") != asked["redirect_uri"]:
            return "another redirect_uri"
        challenge = base64.urlsafe_b64encode(hashlib.sha256(form.get("code_verifier", "").encode()).digest())
        if challenge.decode().rstrip("=") != asked["code_challenge"] or not asked["nonce"]:
            return "PKCE or nonce is wrong"
        self.used_pkce += 1
        return ""


@contextmanager
def running() -> Iterator[Provider]:
    """A provider on a port of its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    provider = Provider(f"http://127.0.0.1:{port}")
    server = uvicorn.Server(uvicorn.Config(provider.app(), port=port, log_level="error", ws="none"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    try:
        yield provider
    finally:
        server.should_exit = True
        thread.join()


def secrets_toml(provider: Provider, server: str = "http://127.0.0.1:{port}") -> str:
    """The secrets file of a program that signs in there, with roles for the invented people."""
    return f"""
[auth]
redirect_uri = "{server}/oauth2callback"
cookie_secret = "a secret of the tests, of more than thirty-two characters"
client_id = "{CLIENT}"
client_secret = "{SECRET}"
server_metadata_url = "{provider.address}/.well-known/openid-configuration"

[roles]
admin = ["admin@x.example"]
analyst = ["@dei.x.example", "group:award-analysts"]
viewer = ["@x.example"]
ask = "the office of the tests"
"""
