"""The address at which calendars subscribe to the deadlines."""

from hashlib import sha256

from sqlalchemy.exc import SQLAlchemyError
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from dashboard import cached
from dashboard.calendars import CALENDAR, MIME, NothingToTell, calendar
from dashboard.link_tokens import guarded
from dashboard.queries.schools import own_school


def route() -> Route:
    """The route of the feed, for the web server."""
    return Route(CALENDAR, guarded(feed))


def feed(request: Request) -> Response:
    """What answers `/calendar.ics?school=…` (the own school without one): 200, 304 for what is known, 404, 503."""
    try:
        with cached.engine().connect() as connection:
            content = calendar(connection, request.query_params.get("school") or own_school(connection))
    except NothingToTell as error:
        return PlainTextResponse(f"{error}\n", status_code=404)
    except SQLAlchemyError as error:
        return PlainTextResponse(f"The database does not answer ({type(error).__name__}).\n", status_code=503)
    tag = f'"{sha256(content).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Cache-Control": "no-cache", "Content-Disposition": 'inline; filename="deadlines.ics"'}
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(content, media_type=MIME, headers=headers)
