"""A file that is there wholly or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO, cast


@contextmanager
def whole_file(path: Path) -> Iterator[IO[bytes]]:
    """A file to write that takes the place of `path` when all went well; otherwise nothing is left behind.

    Raises OSError where it cannot be written. What is no ordinary file, such as a device, is written to as it is.
    """
    if path.exists() and not path.is_file():
        with path.open("wb") as straight:
            yield straight
        return
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name[:60]}.", delete=False) as draft:
        try:
            yield cast("IO[bytes]", draft)
            draft.flush()
            os.fsync(draft.fileno())
            Path(draft.name).chmod(0o666 & ~_umask())
            Path(draft.name).replace(path)
        except BaseException:
            Path(draft.name).unlink(missing_ok=True)
            raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
