"""The free text cells of an IPEDS directory file: other names of an institution, and its web address."""

import re
from collections.abc import Iterator

_PLACE = re.compile(
    r"(?:[A-Z]{2}|D\.C\.|Inc\.?|Jr\.?\b.*|LLC|Alabama|Arizona|California|Colorado|Connecticut|Florida|Georgia|Hartford|Illinois"
    r"|Indiana|Massachusetts|Michigan|Missouri|New York|Ohio|Oregon|Pennsylvania|Texas|Virginia|Washington)"
)
"""What stands after a comma and belongs to the name before it, when that has more than one word."""
_CAMPUS_AFTER_COMMA = re.compile(r"(?:University|College) (?:of|at) [^,|]+, [A-Z]")
MOST_COMMAS_OF_A_CAMPUS = 2
_MOST_WORDS_BEFORE_SLASH = 4


def listed_names(cell: str, name: str) -> tuple[str, ...]:
    """The other names that the cell lists, each once, without the institution's own name.

    NCES asks for "|" between them; institutions also write ";", two blanks, commas or slashes, and one rule is used for
    a cell: the first of these marks that it has. A comma before a state or a campus parts nothing, nor does a slash
    between long names.
    """
    found: dict[str, str] = {}
    for text in _parted(cell.strip()):
        tidy = " ".join(text.split()).strip(" ,;|")
        if tidy and tidy not in ("-1", "-2") and _compared(tidy) != _compared(name):
            found.setdefault(_compared(tidy), tidy)
    return tuple(found.values())


def _compared(text: str) -> str:
    return " ".join(text.split()).casefold()


def _parted(cell: str) -> Iterator[str]:
    for mark in (r"\|", r";", r"\s{2,}"):
        if re.search(mark, cell):
            yield from re.split(mark, cell)
            return
    if "," in cell and (cell.count(",") > MOST_COMMAS_OF_A_CAMPUS or not _CAMPUS_AFTER_COMMA.search(cell)):
        yield from _parted_at_commas(cell)
    elif "/" in cell and len(cell.split("/", maxsplit=1)[0].split()) <= _MOST_WORDS_BEFORE_SLASH:
        yield from cell.split("/")
    else:
        yield cell


def _parted_at_commas(cell: str) -> list[str]:
    pieces: list[str] = []
    for piece in cell.split(","):
        if pieces and " " in pieces[-1].strip() and _PLACE.fullmatch(piece.strip()):
            pieces[-1] += "," + piece
        else:
            pieces.append(piece)
    return pieces


_HOST = re.compile(r"^(?:[a-z]+:/*)?(?:[^/@]+@)?(?:www\d*\.)?([^/:?#\s]+)")


def web_domain(address: str) -> str:
    """The domain of a web address without "www", in lower case; "" when there is none."""
    found = _HOST.match(address.strip().lower())
    domain = found[1].strip(".") if found else ""
    return domain if "." in domain else ""
