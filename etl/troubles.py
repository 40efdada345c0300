"""What is wrong with the database, in words for a person: why it cannot be used, and what to do about it."""

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sqlalchemy.exc import DBAPIError

VARIABLE: Final = "AWARDS_DATABASE_URL"
SEE: Final = f"see {VARIABLE}"
UNCHANGED: Final = "nothing of this step was kept, and what was there before stands"
NO_ADDRESS: Final = f"{VARIABLE} is no address of a database: write sqlite:///FILE or postgresql://USER@HOST/NAME"
AGAIN: Final = f"{UNCHANGED}; do it again when the cause is gone"
DOES_NOT_ANSWER: Final = "the database does not answer"
OFTEN_LOST: Final = (
    "the server was stopped or restarted, or cannot be reached over the network. "
    f"If this was a change, {UNCHANGED}. Start the server, or {SEE}, and do it again"
)

SQLITE: Final = {
    "SQLITE_FULL": f"the disk that holds the database is full; {UNCHANGED}. Free space on it and do it again",
    "SQLITE_READONLY": f"the database cannot be written: the file or its folder is read-only; {UNCHANGED}. "
    f"Make both writable for this account, or {SEE}",
    "SQLITE_CANTOPEN": "the database cannot be opened: the file, or its folder, is missing or may not be read or "
    f"written by this account; {SEE}",
    "SQLITE_BUSY": "the database is in use by another load that has not ended; "
    f"{UNCHANGED}. Do it again when that load is through",
    "SQLITE_NOTADB": f"the database cannot be opened: file is not a database; {SEE}",
    "SQLITE_CORRUPT": "the database file is damaged; `awards restore FILE --replace` brings a backup back",
    "SQLITE_IOERR": f"the disk that holds the database fails to read or write; {AGAIN}",
}
"""What is said, by the beginning of SQLite's name of the error."""

POSTGRESQL: Final = {
    "53100": f"the disk of the database server is full; {UNCHANGED}. Free space on it and do it again",
    "53300": "the database server takes no more connections; try again, or raise its max_connections",
    "25006": f"the database cannot be written: it is read-only (a replica?); {UNCHANGED}; {SEE}",
    "42501": f"the database account may not do this; {UNCHANGED}. Give it the right to, or {SEE}",
    "3D000": f"the database server holds no database of that name; create it, or {SEE}",
    "28": f"the database server refuses the account or its password; {SEE}",
    "55P03": f"another load has not ended; {UNCHANGED}. Do it again when that load is through",
    "57P": f"{DOES_NOT_ANSWER}: {OFTEN_LOST}",
    "08": f"{DOES_NOT_ANSWER}: {OFTEN_LOST}",
}
"""What is said, by the beginning of PostgreSQL's code of the error."""


class DatabaseTrouble(Exception):
    """The database cannot be used as asked; the text says why and what to do."""


def told(error: BaseException) -> str | None:
    """What an error says about the database, in a sentence with its remedy; None for errors of another sort.

    Passwords are never part of it.
    """
    from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError  # late: quick start

    if isinstance(error, DatabaseTrouble):
        return str(error)
    if isinstance(error, ArgumentError | NoSuchModuleError):
        return NO_ADDRESS
    if isinstance(error, ModuleNotFoundError) and (error.name or "").startswith("psycopg"):
        return "the driver for PostgreSQL is not installed: pip install 'dei-award-tracker[postgresql]'"
    return _of_driver(error) if isinstance(error, DBAPIError) else None


def _of_driver(error: "DBAPIError") -> str | None:
    origin = error.orig
    name = getattr(origin, "sqlite_errorname", None)
    known, found = (SQLITE, name) if name else (POSTGRESQL, getattr(origin, "sqlstate", None))
    for beginning, words in known.items():
        if found and found.startswith(beginning):
            return words
    if found is None and "connection option" in str(origin):
        return f"{NO_ADDRESS}; what follows the ? is no option of PostgreSQL"
    if found is None and (
        error.connection_invalidated or type(error).__name__ in ("OperationalError", "InterfaceError")
    ):
        return _lost(origin)
    return None


def _lost(origin: BaseException | None) -> str:
    text = str(origin)
    missing = 'database "' in text and "does not exist" in text
    if missing:
        return POSTGRESQL["3D000"]
    if "authentication failed" in text or "no password supplied" in text or 'role "' in text:
        return POSTGRESQL["28"]
    return f"{DOES_NOT_ANSWER}: {OFTEN_LOST}"


def is_unreachable(error: BaseException) -> bool:
    """Whether the database could not be reached, was lost meanwhile or cannot be opened: trying again may help."""
    from sqlalchemy.exc import DBAPIError

    if not isinstance(error, DBAPIError):
        return False
    name = getattr(error.orig, "sqlite_errorname", "") or ""
    if name:
        return name.startswith(("SQLITE_CANTOPEN", "SQLITE_BUSY", "SQLITE_IOERR", "SQLITE_NOTADB", "SQLITE_CORRUPT"))
    state = getattr(error.orig, "sqlstate", None)
    if state is None:
        return error.connection_invalidated or type(error).__name__ in ("OperationalError", "InterfaceError")
    return str(state).startswith(("57P", "08", "53", "3D000", "28"))
