"""Scripts and styles are asked of the app once, and handed over as they were to whoever takes them so."""

from collections.abc import Callable

from httpx import ASGITransport, AsyncClient, Response
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from dashboard.kept_files import KeptFiles
from tests.loops import run

Get = Callable[..., Response]


def server() -> Get:
    """Asks a server that numbers its answers."""
    asked: list[str] = []

    def answer(request: Request) -> PlainTextResponse:
        asked.append(request.url.path)
        there = "missing" not in request.url.path
        return PlainTextResponse(f"{len(asked)} " + "x" * 5_000, 200 if there else 404, {"Cache-Control": "immutable"})

    middleware = [Middleware(KeptFiles), Middleware(GZipMiddleware)]
    app = Starlette(routes=[Route("/{path:path}", answer)], middleware=middleware)

    async def get(path: str, headers: dict[str, str]) -> Response:
        async with AsyncClient(transport=ASGITransport(app), base_url="http://here") as client:
            return await client.get(path, headers=headers)

    return lambda path, **headers: run(get(path, {name.replace("_", "-"): value for name, value in headers.items()}))


def test_a_file_is_asked_for_once() -> None:
    get = server()
    first, second = get("/static/a.js"), get("/static/a.js")
    assert first.text == second.text
    assert dict(first.headers) == dict(second.headers)
    assert second.headers["content-encoding"] == "gzip"


def test_what_is_no_file_or_asked_for_in_another_way_is_asked_anew() -> None:
    get = server()
    assert get("/page").text[0] != get("/page").text[0]
    assert get("/static/missing.js").status_code == 404
    assert get("/static/missing.js").text[0] == "4"
    get("/static/a.js")
    plain = get("/static/a.js", accept_encoding="identity")
    assert plain.text[0] == "6"
    assert "content-encoding" not in plain.headers
    assert get("/static/a.js", if_none_match="x").text[0] == "7"
