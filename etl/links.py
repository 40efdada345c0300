"""Data links that carry a token: made, and revoked, by whom and when; each act stands in the audit log."""

from datetime import UTC, datetime
from secrets import token_urlsafe

from sqlalchemy import Engine, select

from etl.database import writing
from etl.load.book import audit
from etl.load.versioned import rows_of
from etl.report import NotPossible
from etl.schema import tables

KEY_BYTES = 12


def make_link(engine: Engine, address: str, ends_at: datetime, *, by: str) -> str:
    """Enter a link that opens `address` (path and filters) until `ends_at`. Returns its key, which is no secret."""
    key, now = token_urlsafe(KEY_BYTES), datetime.now(UTC)
    facts = {"token_id": key, "owner": by, "address": address, "made_at": now, "ends_at": ends_at}
    with writing(engine) as connection:
        connection.execute(tables()["data_link"].insert().values(**facts, revoked_at=None))
        audit(connection, by, "data link", address, after={"link": key, "ends_at": ends_at.isoformat()})
    return key


def revoke_link(engine: Engine, key: str, *, by: str, any_owner: bool = False) -> None:
    """Close a link for good. Raises NotPossible for one that is not there, closed already or somebody else's."""
    table = tables()["data_link"]
    with writing(engine) as connection:
        found = rows_of(connection, select(table).where(table.c.token_id == key))
        if not found or not (any_owner or found[0]["owner"] == by):
            raise NotPossible("there is no such link of yours")
        if found[0]["revoked_at"] is not None:
            raise NotPossible("the link is revoked already")
        now = datetime.now(UTC)
        connection.execute(table.update().where(table.c.token_id == key).values(revoked_at=now))
        audit(
            connection, by, "link revoked", found[0]["address"],
            before={"link": key, "owner": found[0]["owner"]}, after={"link": key, "revoked_at": now.isoformat()},
        )  # fmt: skip
