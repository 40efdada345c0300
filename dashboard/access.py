"""Who may do what: the roles, who has which by the configuration, and whether anybody must sign in at all.

Sign-in is on as soon as the secrets file (`AWARDS_SECRETS`, else `.streamlit/secrets.toml`) has a section `[auth]`.
Roles stand in its section `[roles]`, or in a file of their own that `AWARDS_ROLES` names:

    [roles]
    admin = ["a@x.edu"]
    analyst = ["@dei.x.edu", "group:award-analysts"]
    viewer = ["@x.edu"]
    ask = "the DEI office, dei@x.edu"    # whom somebody without a role should ask
    hours = 12                           # how long a sign-in lasts

An entry is an e-mail address, a domain behind an @, or NAME:VALUE, which stands for a claim of that name that is the
value or a list that holds it; `group:` stands for the claim `groups`. Whoever fits no entry has no role.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from hmac import digest
from math import isfinite
from pathlib import Path
from string import ascii_lowercase, ascii_uppercase
from time import time
from typing import Any, Final, Literal, get_args

from etl.report import NotPossible

SECRETS_VARIABLE: Final = "AWARDS_SECRETS"
ROLES_VARIABLE: Final = "AWARDS_ROLES"
Role = Literal["viewer", "analyst", "admin"]
"""Viewers look and export; analysts load, review and keep applications; admins undo, rebuild and set the own school."""
ROLES: Final[tuple[Role, ...]] = get_args(Role)
HOURS: Final = 12
ASK: Final = "whoever runs this server"
LATEST: Final = 300
"""Seconds by which the provider's clock may be ahead."""
LEAST_SECRET: Final = 32
"""Characters of the cookie secret: who guesses it signs in as anybody."""
ANY_TENANT: Final = ("/common/", "/organizations/", "/consumers/")
"""Parts of addresses of Entra ID at which anybody's directory signs in, with any e-mail address it likes."""
_SMALL: Final = str.maketrans(ascii_uppercase, ascii_lowercase)
NEEDED: Final = ("client_id", "client_secret", "server_metadata_url")


_had_auth: set[Path] = set()
"""Files of secrets by which sign-in was on: without it, this program then serves nobody."""


class NotAllowed(NotPossible):
    """An act that the person's role does not cover; the text says which role does, and whom to ask."""


class ConfigurationWrong(Exception):
    """Sign-in or roles are not configured as they must be; the text says where and how. Nobody is let in."""


@dataclass(frozen=True)
class Access:
    """What the configuration says."""

    sign_in: bool = False
    providers: tuple[str, ...] = ()
    """Names of the providers to choose from; an empty name is the only one."""
    entries: Mapping[Role, tuple[str, ...]] = field(default_factory=dict)
    ask: str = ASK
    hours: float = HOURS
    key: bytes = b""
    """By which data links are signed; derived from the cookie secret."""


@dataclass(frozen=True)
class Person:
    """Somebody who signed in."""

    name: str
    """The e-mail address, or the provider's key for the person where that is not verified."""
    role: Role | None
    entries: tuple[str, ...]
    """The entries of the configuration that fit the person."""
    since: int
    """When the person signed in, in seconds since 1970; 0: not told."""


def reaches(role: Role | None, needed: Role) -> bool:
    """Whether a role covers what needs another."""
    return role is not None and ROLES.index(role) >= ROLES.index(needed)


def access() -> Access:
    """What the configuration says now. Raises ConfigurationWrong, also where sign-in was on and no longer is: a file
    that is being written, or lost its section, opens nothing.
    """
    secrets = secrets_file()
    found = _read(secrets, _changed(secrets), *((path, _changed(path)) if (path := _roles_file()) else (None, 0)))
    if found.sign_in and secrets:
        _had_auth.add(secrets)
    elif not found.sign_in and (os.environ.get(SECRETS_VARIABLE, "").strip() or not _had_auth.isdisjoint(_places())):
        raise ConfigurationWrong(
            f"{secrets or 'the secrets file'}: there is no section [auth], by which sign-in is on; put it back. To "
            f"serve without sign-in, start the program anew without {SECRETS_VARIABLE}"
        )
    return found


def secrets_file() -> Path | None:
    """The file of secrets that counts; None where there is none. Raises ConfigurationWrong for one that is missing."""
    if named := os.environ.get(SECRETS_VARIABLE, "").strip():
        return _there(Path(named), SECRETS_VARIABLE)
    return next((path for path in _places() if path.is_file()), None)


def _places() -> tuple[Path, ...]:
    """Where a file of secrets is looked for that nothing names."""
    return tuple(folder / ".streamlit" / "secrets.toml" for folder in (Path.cwd(), Path.home()))


def person(claims: Mapping[str, Any], found: Access, now: float | None = None) -> Person | None:
    """Who signed in by what the provider says; None when nobody did, or too long ago."""
    if not claims.get("is_logged_in"):
        return None
    since, now = _since(claims.get("iat")), time() if now is None else now
    if since and not since - LATEST <= now <= since + found.hours * 3600:
        return None
    name = email_of(claims) or _key(str(claims.get("sub") or ""))
    if not name:
        return None
    return Person(name, *_role(claims, found), since)


def _since(said: object) -> int:
    return int(said) if isinstance(said, int | float) and isfinite(said) else 0


def _key(said: str) -> str:
    """The provider's key for a person; one that looks like an address is no address of anybody's."""
    return f"{said} (not verified)" if "@" in said else said


def email_of(claims: Mapping[str, Any]) -> str:
    """The e-mail address in small letters; empty where there is none or the provider says that it is not verified."""
    if str(claims.get("email_verified", True)).casefold() not in ("true", "1", "yes"):
        return ""
    return small(str(claims.get("email") or "").strip())


def small(address: str) -> str:
    """An address with A to Z in small letters, and no other: two that differ in "ß" and "ss" are two people's."""
    return address.translate(_SMALL)


def role_of_owner(name: str, entries: Sequence[str], found: Access) -> Role | None:
    """The role that somebody who is not here has now: by address, and by the entries that last fitted the person."""
    by_address = {"email": name} if "@" in name else {}
    kept = {entry for entry in entries if ":" in entry}
    roles = [
        role for role in ROLES for entry in found.entries.get(role, ()) if entry in kept or _fits(entry, by_address)
    ]
    return max(roles, key=ROLES.index, default=None)


def _role(claims: Mapping[str, Any], found: Access) -> tuple[Role | None, tuple[str, ...]]:
    fitting = {role: [one for one in found.entries.get(role, ()) if _fits(one, claims)] for role in ROLES}
    role = max((role for role, some in fitting.items() if some), key=ROLES.index, default=None)
    return role, tuple(dict.fromkeys(entry for some in fitting.values() for entry in some))


def _fits(entry: str, claims: Mapping[str, Any]) -> bool:
    name, colon, value = entry.partition(":")
    if colon:
        claim = claims.get("groups" if name == "group" else name)
        return value in claim if isinstance(claim, list | tuple) else str(claim) == value if claim else False
    email = email_of(claims)
    return email.endswith(entry) and email.count("@") == 1 if entry.startswith("@") else email == entry


def _roles_file() -> Path | None:
    named = os.environ.get(ROLES_VARIABLE, "").strip()
    return _there(Path(named), ROLES_VARIABLE) if named else None


def _there(path: Path, variable: str) -> Path:
    if not path.is_file():
        raise ConfigurationWrong(f"{variable} names {path}, and there is no such file")
    return path


def _changed(path: Path | None) -> int:
    return path.stat().st_mtime_ns if path else 0


@lru_cache(maxsize=4)
def _read(secrets: Path | None, _secrets_changed: int, roles: Path | None, _roles_changed: int) -> Access:
    whole = _toml(secrets)
    own = _toml(roles)
    said = own.get("roles", own) if roles else whole.get("roles", {})
    auth = whole.get("auth")
    if auth is None:
        return Access()
    if not isinstance(auth, dict) or not isinstance(said, dict):
        raise ConfigurationWrong(f"{secrets}: [auth] and [roles] must be sections")
    secret = str(auth.get("cookie_secret") or "")
    where = roles or secrets
    return Access(
        True,
        tuple(_providers(auth, secret, secrets)),
        {role: tuple(_entries(said.get(role, []), role, where)) for role in ROLES},
        str(said.get("ask") or ASK),
        _hours(said.get("hours", HOURS), where),
        digest(secret.encode(), b"data links of the award tracker", sha256),
    )


def _toml(path: Path | None) -> dict[str, Any]:
    if path is None:
        return {}
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigurationWrong(f"{path} cannot be read: {error.strerror}") from error
    except ValueError as error:
        raise ConfigurationWrong(f"{path} is no TOML file: {error}") from error


def _providers(auth: Mapping[str, Any], secret: str, where: Path | None) -> Iterator[str]:
    if len(secret) < LEAST_SECRET:
        raise ConfigurationWrong(
            f"{where}: cookie_secret in [auth] must have at least {LEAST_SECRET} characters; "
            'python -c "import secrets; print(secrets.token_urlsafe(48))" makes one'
        )
    if not str(auth.get("redirect_uri") or "").endswith("/oauth2callback"):
        raise ConfigurationWrong(f"{where}: redirect_uri in [auth] must be the server's address with /oauth2callback")
    named = {name: one for name, one in auth.items() if isinstance(one, dict) and name != "client_kwargs"}
    every: Mapping[str, Mapping[str, Any]] = named or {"": auth}
    for name, one in every.items():
        if missing := [key for key in NEEDED if not one.get(key)]:
            raise ConfigurationWrong(f"{where}: [{'.'.join(filter(None, ('auth', name)))}] lacks {', '.join(missing)}")
        if any(part in str(one["server_metadata_url"]) for part in ANY_TENANT):
            raise ConfigurationWrong(
                f"{where}: server_metadata_url must name your own directory (tenant): at {one['server_metadata_url']} "
                "anybody's directory signs in, under any e-mail address"
            )
        yield name


def _entries(said: object, role: str, where: Path | None) -> Iterator[str]:
    if not isinstance(said, list) or not all(isinstance(one, str) for one in said):
        raise ConfigurationWrong(f"{where}: {role} in [roles] must be a list of texts")
    for one in said:
        entry = one.strip()
        name, colon, value = entry.partition(":")
        if colon and name and value and name != "email":
            yield f"{name.strip()}:{value.strip()}"
        elif not colon and entry.count("@") == 1 and not entry.endswith("@"):
            yield small(entry)
        else:
            raise ConfigurationWrong(
                f"{where}: {role} in [roles]: {one!r} is no e-mail address, no @domain and no claim such as group:NAME"
            )


def _hours(said: object, where: Path | None) -> float:
    if isinstance(said, int | float) and not isinstance(said, bool) and said > 0:
        return float(said)
    raise ConfigurationWrong(f"{where}: hours in [roles] must be a number above 0")
