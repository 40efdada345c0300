"""What a row carries beside the name: the state, the parent, the page, the award."""

from collections.abc import Mapping
from dataclasses import dataclass

from etl.transform.naming.directory import Directory
from etl.transform.naming.forms import Form
from etl.transform.naming.initials import kind_of_host_label
from etl.transform.naming.memory import Memory
from etl.transform.naming.normal import cleaned, key, words
from etl.transform.naming.places import stated_code
from etl.transform.naming.values import Level, PrintedName
from etl.transform.naming.web import host_of, site_of

DEFAULT_LEVELS: Mapping[str, Level] = {"HP-HEED": "health", "LEAD": "library"}


@dataclass(frozen=True, slots=True)
class Parent:
    """A printed parent: its words and key, the forms it matches, and all institutions that could print it as theirs
    (itself, institutions named after it, members of the system).
    """

    words: tuple[str, ...]
    key: str
    forms: tuple[Form, ...]
    around: frozenset[str]


@dataclass(frozen=True, slots=True)
class Page:
    """The page a row comes from: the institution whose own domain it is under (several only for campuses that share
    one), those that share the registered domain, and the kinds of unit its host name gives.
    """

    host: str
    own: frozenset[str]
    site: frozenset[str]
    kinds: frozenset[str]


NO_PAGE = Page("", frozenset(), frozenset(), frozenset())


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that a row carries beside the name."""

    state: str | None
    parent: Parent | None
    page: Page
    levels: frozenset[Level]
    year: int | None


class EvidenceReader:
    """Reads the evidence of rows, each distinct parent and page once."""

    def __init__(self, directory: Directory, levels: Mapping[str, Level]) -> None:
        self._directory = directory
        self._levels = levels
        self._parents = Memory(self._parent_of)
        self._page = Memory(self._page_of).__getitem__

    def of(self, name: PrintedName) -> Evidence:
        """The evidence of a row."""
        return Evidence(
            stated_code(name.state),
            self.parent(name.parent),
            self._page(host_of(site_of(name.source_url))) if name.source_url else NO_PAGE,
            self.levels(name.award or ""),
            name.year,
        )

    def levels(self, awards: str) -> frozenset[Level]:
        """Which units can win the awards, whose codes are parted by `|`."""
        return frozenset(self._levels.get(award.strip(), "any") for award in awards.split("|"))

    def speaks(self, host: str) -> bool:
        """Whether a page of the host says anything about the school that it names: it is an institution's."""
        page = self._page(host)
        return bool(page.own or page.site)

    def parent(self, printed: str | None) -> Parent | None:
        """What a printed parent means, None when there is none."""
        return self._parents[printed] if printed else None

    def _parent_of(self, printed: str) -> Parent | None:
        parts = words(cleaned(printed[:300]))
        text = key(parts)
        if not text:
            return None
        forms = self._directory.found(text)
        top = [form for form in forms if form.rank == forms[0].rank]
        around = self._directory.begun_by(text) | self._directory.of_system(text) | {form.unitid for form in forms}
        return Parent(tuple(parts), text, tuple(top), around)

    def _page_of(self, host: str) -> Page:
        own, site = self._directory.hosts.at(host) if host else (frozenset[str](), frozenset[str]())
        return Page(host, own, site, frozenset(kind for kind in map(kind_of_host_label, host.split(".")[:-2]) if kind))
