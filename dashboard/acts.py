"""Acts that change no data but belong in the audit log: sign-ins, and what was refused."""

import logging
from collections.abc import Mapping
from threading import Thread
from typing import Any, Final

from sqlalchemy import Engine, select
from sqlalchemy.exc import SQLAlchemyError

from etl.database import writing
from etl.load.book import audit
from etl.schema import Audit

SIGNED_IN: Final = "sign-in"
REFUSED: Final = "refused"
WAIT_SECONDS: Final = 2.0
"""How long a page waits for its act to be written: another load may hold the database for longer."""

logger = logging.getLogger("awards")


def note(
    engine: Engine, who: str, action: str, what: str, *, after: Mapping[str, Any] | None = None, once: bool = False
) -> None:
    """Enter an act in the audit log, with `once` unless it stands there already.

    While a load is running the act is written behind it, and the page does not wait.
    """
    thread = Thread(target=_write, args=(engine, who, action, what, after, once), name="audit", daemon=True)
    thread.start()
    thread.join(WAIT_SECONDS)


def _write(engine: Engine, who: str, action: str, what: str, after: Mapping[str, Any] | None, once: bool) -> None:
    same = select(Audit.audit_id).where(Audit.who == who, Audit.action == action, Audit.what == what)
    try:
        if once:
            with engine.connect() as connection:
                if connection.execute(same).first():
                    return
        with writing(engine) as connection:
            if not (once and connection.execute(same).first()):
                audit(connection, who, action, what, after=after)
    except SQLAlchemyError:
        logger.exception("the audit log could not be written: %s %s: %s", who, action, what)
