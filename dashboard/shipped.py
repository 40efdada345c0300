"""Files that come with the program, from the checkout or from an installed wheel."""

from pathlib import Path
from typing import Final

_HERE: Final = Path(__file__).resolve().parent


def shipped(name: str) -> Path:
    """The file of that name, such as `docs/rules.md`: in a wheel it lies inside the package, else in the checkout."""
    packaged = _HERE / "_shipped" / name
    return packaged if packaged.is_file() else _HERE.parent / name
