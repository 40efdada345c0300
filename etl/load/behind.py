"""Many rows written behind the caller: the database takes them while the next ones are read, cleaned and bound.

The drivers of both databases let other threads go on while a statement runs.
"""

import threading
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, event

MOST_WAITING = 2
"""Writes that may wait or run before the caller waits for the first of them: rows and the sources that they bring."""
_ASKED = "before_cursor_execute"
_KEY = "written behind"


class _Behind:
    """Does writes one after another in a thread of its own; whoever asks the connection anything waits for them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._info = connection.info  # kept: a connection that was lost has none
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="writes")
        self._writes: deque[Future[None]] = deque()
        self._writing: int | None = None
        self._failed = False

    def begin(self) -> None:
        """From now on writes are taken, and whoever asks waits."""
        self._info[_KEY] = self
        event.listen(self._connection, _ASKED, self._asked)

    def end(self) -> None:
        """Take no more writes; those that have not begun are never done."""
        self._thread.shutdown(cancel_futures=True)
        event.remove(self._connection, _ASKED, self._asked)
        del self._info[_KEY]

    def add(self, what: Callable[[], None]) -> None:
        """Have the write done as soon as those before it are."""
        while len(self._writes) >= MOST_WAITING:
            self._writes.popleft().result()
        self._writes.append(self._thread.submit(self._do, what))

    def wait(self) -> None:
        """Return when all writes are done; raises the error of one that failed."""
        while self._writes:
            self._writes.popleft().result()

    def _do(self, what: Callable[[], None]) -> None:
        if self._failed:
            return  # nothing more into a transaction that will be rolled back
        self._writing = threading.get_ident()
        try:
            what()
        except BaseException:
            self._failed = True
            raise

    def _asked(self, *_event: Any) -> None:
        if threading.get_ident() != self._writing:
            self.wait()


def write(connection: Connection, what: Callable[[], None]) -> None:
    """Do the write: at once, or behind the caller inside `written_behind`."""
    behind: _Behind | None = connection.info.get(_KEY)
    if behind is None:
        what()
    else:
        behind.add(what)


@contextmanager
def written_behind(connection: Connection) -> Iterator[None]:
    """Inside, writes are done behind the caller, in their order; at the end all are done.

    The error of one is raised in the caller at its next question or write, or at the end.
    """
    behind = _Behind(connection)
    behind.begin()
    try:
        yield
        behind.wait()
    finally:
        behind.end()
