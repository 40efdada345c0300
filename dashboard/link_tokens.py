"""Tokens of data links: where sign-in is on, a data link opens its own address and no other, until it ends.

A token is the key of a row of table `data_link` and a signature over key, address and end, made with a key that is
derived from the cookie secret: nobody can make one up, move it to another address or make it last longer.
"""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from hmac import compare_digest, digest
from typing import Any, Final
from urllib.parse import parse_qsl, urlencode

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from dashboard.access import Access, ConfigurationWrong, Role, access, reaches, role_of_owner
from dashboard.queries.links import LinkInfo, last_entries, link_of

TOKEN: Final = "token"  # noqa: S105  the name of the parameter
ABOUT: Final = ".about.json"
NEEDS: Final[dict[str, Role]] = {"/data/audit": "admin"}
"""The role that the owner of a link needs, by the beginning of its address; for all others a viewer's will do."""
HOW: Final = "make a link on the page that shows the table (More formats), or under Data links"

Answer = Callable[[Request], Response]


class Closed(Exception):
    """The link does not open what it was asked for; the text says why and what to do."""


def address_of(path: str, choices: Iterable[tuple[str, str]]) -> str:
    """Path and filters in one order, without the token: what a link is tied to."""
    said = urlencode(sorted(pair for pair in choices if pair[0] != TOKEN))
    return f"{path}?{said}" if said else path


def token_of(link: LinkInfo, key: bytes) -> str:
    """The token of a link."""
    said = f"{link.token_id}\n{link.address}\n{link.ends_at.astimezone(UTC).isoformat()}"
    return f"{link.token_id}.{digest(key, said.encode(), 'sha256').hex()}"


def with_token(link: LinkInfo, key: bytes) -> str:
    """The address of a link with its token."""
    return f"{link.address}{'&' if '?' in link.address else '?'}{TOKEN}={token_of(link, key)}"


def needed_for(address: str) -> Role:
    """The role that a link to the address needs."""
    path = address.partition("?")[0]
    return next((role for begins, role in NEEDS.items() if path.startswith(begins)), "viewer")


def guarded(answer: Answer) -> Answer:
    """A route that, where sign-in is on, answers only those who bring a token for its address; 403 for all others."""

    def asked(request: Request) -> Response:
        try:
            found = access()
            if found.sign_in:
                _check(request, found)
        except Closed as error:
            return PlainTextResponse(f"{error}\n", 403, headers={"Cache-Control": "no-store"})
        except ConfigurationWrong:
            return PlainTextResponse("Sign-in is not configured as it must be, so nothing is told.\n", 503)
        except SQLAlchemyError as error:
            return PlainTextResponse(f"The database does not answer ({type(error).__name__}).\n", 503)
        return answer(_without_token(request))

    return asked


def _check(request: Request, found: Access) -> None:
    from dashboard.cached import engine  # late: Streamlit

    given = request.query_params.getlist(TOKEN)
    if len(given) != 1 or not given[0]:
        raise Closed(f"Sign-in is on, so a data link needs its token: {HOW}.")
    with engine().connect() as connection:
        check(connection, found, given[0], request.url.path, request.query_params.multi_items(), datetime.now(UTC))


def check(
    connection: Connection, found: Access, token: str, path: str, choices: Iterable[tuple[str, str]], now: datetime
) -> None:
    """Raises Closed unless the token opens that path with those choices at that moment."""
    link = link_of(connection, token.partition(".")[0])
    right = token_of(link, found.key) if link else ""
    if link is None or not compare_digest(right.encode(), token.encode()):
        raise Closed(f"This token is none of ours; {HOW}.")
    if link.revoked_at is not None:
        raise Closed(f"This link was revoked; {HOW}.")
    if now >= link.ends_at:
        raise Closed(f"This link ended on {link.ends_at:%Y-%m-%d}; {HOW}.")
    if address_of(path, choices) not in _opened_by(link):
        raise Closed(f"This link opens {link.address} and nothing else; {HOW}.")
    role = role_of_owner(link.owner, last_entries(connection, link.owner), found)
    if not reaches(role, needed_for(link.address)):
        raise Closed("Whoever made this link may not see this any more; ask somebody who may for a new one.")


def _opened_by(link: LinkInfo) -> tuple[str, str]:
    """The address, and that of the passport of the same rows."""
    path, question, choices = link.address.partition("?")
    return link.address, f"{path.rpartition('.')[0]}{ABOUT}{question}{choices}"


def _without_token(request: Request) -> Request:
    kept = [pair for pair in parse_qsl(request.url.query, keep_blank_values=True) if pair[0] != TOKEN]
    scope: dict[str, Any] = {
        **request.scope,
        "query_string": urlencode(kept).encode(),
        "path_params": request.path_params,
    }
    scope["token"] = request.query_params.get(TOKEN, "")
    return Request(scope, request.receive)
