"""Data links that carry a token, and what was known of their owners when they last signed in."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Row, Select, and_, or_, select

from dashboard.queries.versions import in_utc
from etl.schema import Audit, DataLink


@dataclass(frozen=True)
class LinkInfo:
    """One data link."""

    token_id: str
    owner: str
    address: str
    """Path and filters that it opens."""
    made_at: datetime
    """UTC, as the two below."""
    ends_at: datetime
    revoked_at: datetime | None

    def opens_at(self, now: datetime) -> bool:
        """Whether it opens its address at that moment."""
        return self.revoked_at is None and now < self.ends_at


def links(connection: Connection, owner: str | None = None) -> list[LinkInfo]:
    """The links of somebody (None: of everybody), newest first."""
    query = _links().order_by(DataLink.made_at.desc(), DataLink.token_id)
    if owner is not None:
        query = query.where(DataLink.owner == owner)
    return [_link(row) for row in connection.execute(query)]


def link_of(connection: Connection, token_id: str) -> LinkInfo | None:
    """The link of that key."""
    row = connection.execute(_links().where(DataLink.token_id == token_id)).first()
    return _link(row) if row else None


NO_ROLE = "all pages, for want of a role"
"""How the act begins by which somebody was turned away at the sign-in."""


def last_entries(connection: Connection, who: str) -> tuple[str, ...]:
    """The entries of the configuration that fitted somebody at the last sign-in; none after one without any role."""
    let_in, turned_away = Audit.action == "sign-in", and_(Audit.action == "refused", Audit.what.startswith(NO_ROLE))
    query = select(Audit.after).where(Audit.who == who, or_(let_in, turned_away)).order_by(Audit.audit_id.desc())
    said = connection.scalar(query.limit(1)) or {}
    return tuple(said.get("entries", ()))


_Columns = tuple[str, str, str, datetime, datetime, datetime | None]


def _links() -> Select[*_Columns]:
    return select(
        DataLink.token_id, DataLink.owner, DataLink.address, DataLink.made_at, DataLink.ends_at, DataLink.revoked_at
    )


def _link(row: Row[*_Columns]) -> LinkInfo:
    key, owner, address, made_at, ends_at, revoked_at = row
    return LinkInfo(key, owner, address, in_utc(made_at), in_utc(ends_at), revoked_at and in_utc(revoked_at))
