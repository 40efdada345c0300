"""Other people's parsers over hostile files: whatever they raise becomes a refusal in words."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from etl.extract.table import FileRefused

RUST = "PanicException"
"""What a parser written in Rust raises when it gives up; it is no Exception, and its type cannot be imported."""

logger = logging.getLogger("awards.extract")


@contextmanager
def foreign(file: str, problem: str, remedy: str) -> Iterator[None]:
    """Refuses the file with that problem and remedy when a parser in the body fails over it, in whatever way.

    Parsers of PDF, Word, HTML and e-mail are written for files that are as they should be, and nowhere name all that
    they raise for others. The error itself goes to the log, at the level of details. Errors of the operating
    system with a number, such as a file that may not be read, are raised as they are.
    """
    try:
        yield
    except FileRefused:
        raise
    except BaseException as error:
        known = isinstance(error, Exception) or type(error).__name__ == RUST
        if not known or (isinstance(error, OSError) and error.errno is not None):
            raise
        logger.debug("%s could not be read", file, exc_info=True)
        raise FileRefused(file, f"{problem} ({type(error).__name__})", remedy) from error
