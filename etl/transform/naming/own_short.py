"""What an institution calls itself on its own pages alone: "Southern Miss", "Eastern"."""

from etl.transform.naming.directory import Directory
from etl.transform.naming.evidence import Page
from etl.transform.naming.forms import Form, Rank
from etl.transform.naming.name_parts import core_of, parts_of
from etl.transform.naming.normal import key, words
from etl.transform.naming.reading import Reading
from etl.transform.naming.values import Institution

COMPASS = frozenset(
    (*(f"{way}ern" for way in ("north", "south", "northeast", "northwest", "southeast", "southwest")),
     "eastern", "western", "central")
)  # fmt: skip
"""First words that many institutions share, and each of them goes by at home."""
SHORTEST = 3
"""Letters to which a word may be cut short."""


def own_readings(parts: list[str], page: Page, directory: Directory) -> list[Reading]:
    """The words as what the institution that has the page calls itself; none where they are not or several have it."""
    named = [unitid for unitid in page.own if is_short_for(parts, directory.institutions[unitid])]
    if len(named) != 1:
        return []
    text = key(parts)
    return [Reading((Form(text, named[0], Rank.CORE),), institution=text)]


def is_short_for(parts: list[str], institution: Institution) -> bool:
    """Whether the words are the core of its name cut short, or the point of the compass with which it begins."""
    main = (told.base for told in parts_of(institution.name, institution.city) if told.main)
    core = core_of(next(main, words(institution.name)))
    if len(parts) == 1:
        return parts[0] in COMPASS and core[:1] == parts
    cut = [len(word) >= SHORTEST and whole.startswith(word) for word, whole in zip(parts, core, strict=False)]
    return len(parts) == len(core) and all(cut)
