"""Memory that nobody uses is given back to the machine.

The C library of Linux (glibc) keeps a heap for each of many threads, and in each what was freed: a server that answers
in threads for days holds several times what it uses. Elsewhere nothing is done.
"""

import ctypes
from threading import Lock
from time import monotonic
from typing import Any, Final

M_ARENA_MAX: Final = -8
"""The number of heaps, as `mallopt(3)` calls it."""
HEAPS: Final = 2
EVERY_SECONDS: Final = 20
"""Between two times of giving back, which takes some hundredths of a second."""
_turn: Final = Lock()
_last = [0.0]


def _library() -> Any:
    """The C library where it is glibc; else None."""
    try:
        library = ctypes.CDLL(None)
    except (OSError, TypeError):  # no such library, as on Windows
        return None
    return library if hasattr(library, "malloc_trim") and hasattr(library, "mallopt") else None


def few_heaps() -> bool:
    """Let all threads share few heaps; to be called before there are many. Returns whether that could be done."""
    library = _library()
    return library is not None and bool(library.mallopt(M_ARENA_MAX, HEAPS))


def give_back() -> bool:
    """Give what is free back to the machine, now and then. Returns whether it was tried this time."""
    library = _library()
    if library is None or not _turn.acquire(blocking=False):
        return False
    try:
        if monotonic() - _last[0] < EVERY_SECONDS:
            return False
        library.malloc_trim(0)
        _last[0] = monotonic()
        return True
    finally:
        _turn.release()
