"""The shipped names, schools and institutions are enough to tell which school every shipped observation means.

The resolver here is the plainest that could work: it looks every name up, row by row.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest

Row = dict[str, str]
Data = Callable[[str], list[Row]]

DASHES = re.compile("[\u2010-\u2015\u2212]")
QUOTES = re.compile("[\u2018\u2019]")
SCOPES = ("scope_parent", "scope_state", "scope_domain", "scope_source_url", "scope_award", "scope_year")


def folded(name: str) -> str:
    """A name without regard to case, white space, and the form of dashes and quotes."""
    plain = QUOTES.sub("'", DASHES.sub("-", unicodedata.normalize("NFKC", name)))
    return " ".join(plain.casefold().split())


def bared(name: str) -> str:
    """A name stripped to its words: without what stands in brackets, punctuation, and a leading article."""
    words = re.sub(r"\W+", " ", re.sub(r"\(.*?\)", " ", folded(name)).replace("&", " and ")).strip()
    return words.removeprefix("the ")


@dataclass(frozen=True)
class Seen:
    """A printed name with everything that stands beside it."""

    school: str
    parent: str = ""
    state: str = ""
    url: str = ""
    award: str = ""
    year: str = ""

    def fits(self, row: Row) -> bool:
        """Whether all scopes of a row of names fit."""
        host = (urlsplit(self.url).hostname or "").rstrip(".")
        return all(
            [
                folded(row["scope_parent"]) in ("", folded(self.parent)),
                row["scope_state"] in ("", self.state),
                row["scope_domain"] in ("", host) or host.endswith("." + row["scope_domain"]),
                row["scope_source_url"] in ("", self.url),
                row["scope_award"] in ("", self.award),
                row["scope_year"] in ("", self.year),
            ]
        )


class Naive:
    """Tells the school of a printed name: by the narrowest name that fits, else by an own name."""

    def __init__(self, names: list[Row], schools: list[Row], institutions: list[Row]) -> None:
        self.names, self.schools, self.institutions = names, schools, institutions

    def school(self, seen: Seen) -> str:
        """The school_id, or '' where a person has to decide."""
        fitting = [row for row in self.names if folded(row["name"]) == folded(seen.school) and seen.fits(row)]
        if fitting:
            narrowest = max(scopes(row) for row in fitting)
            return only(row["school_id"] for row in fitting if scopes(row) == narrowest)
        own = [row["school_id"] for row in self.schools if folded(row["name"]) == folded(seen.school)]
        return only(own) or only(self.of_institutions(seen))

    def of_institutions(self, seen: Seen) -> Iterable[str]:
        meant = {row["unitid"] for row in self.institutions if folded(seen.school) in map(folded, bears(row))}
        for unitid in meant:
            itself = [row["school_id"] for row in self.schools if row["unitid"] == unitid and is_institution(row)]
            yield only(itself) or f"institution {unitid}"


def is_institution(school: Row) -> bool:
    """Whether the school is the whole institution, not a part of it."""
    return school["kind"] in ("institution", "system") or school["name"] == school["institution_name"]


def scopes(row: Row) -> int:
    return sum(bool(row[scope]) for scope in SCOPES)


def only(values: Iterable[str]) -> str:
    """The value when there is just one, else ''."""
    different = set(values)
    return different.pop() if len(different) == 1 else ""


def bears(institution: Row) -> list[str]:
    """All names of an institution."""
    listed = (institution["name"], *institution["aliases"].split("|"), *institution["former_names"].split("|"))
    return [name for name in listed if name]


@pytest.fixture(scope="module")
def naive(data: Data) -> Naive:
    return Naive(data("reference/names"), data("reference/schools"), data("reference/institutions"))


@pytest.fixture(scope="module")
def urls(data: Data) -> dict[str, str]:
    return {row["source_id"]: row["url"] for row in data("records/sources")}


def seen_in(row: Row, urls: dict[str, str]) -> Seen:
    place = urls[row["source_id"]]
    return Seen(row["school_as_printed"], row["parent_as_printed"], "", place, row["award"], row["year"])


def test_observations_mean_what_the_notes_say(naive: Naive, data: Data, urls: dict[str, str], facts: Data) -> None:
    columns = ("source_id", "school_as_printed", "parent_as_printed", "award", "year", "basis")
    by_hand = {tuple(row[column] for column in columns): row["school_id"] for row in facts("observations")}
    resolved = {
        tuple(row[column] for column in columns): naive.school(seen_in(row, urls))
        for row in data("records/observations")
    }
    assert resolved == by_hand


def test_printed_names_mean_what_the_notes_say(naive: Naive, facts: Data) -> None:
    """With the page where a name was seen, its parent and its state, as researched; what was doubtful stays open."""
    gold = [row for row in facts("names_gold") if row["label"] != "ambiguous"]
    wrong = {}
    for row in gold:
        seen = Seen(row["school_as_printed"], row["parent_as_printed"], row["state"], row["example_source_url"])
        if (answer := naive.school(seen)) != row["school_id"]:
            wrong[seen] = (answer, row["school_id"])
    assert wrong == {}
    for row in facts("name_exceptions"):
        seen = Seen(row["school_as_printed"], "", row["state"], row["source_url"], row["award"], row["year"])
        assert naive.school(seen) == ""


def test_only_the_doubtful_observations_stay_open(naive: Naive, data: Data, urls: dict[str, str]) -> None:
    rows = data("records/observations")
    still_open = [row for row in rows if not naive.school(seen_in(row, urls))]
    assert still_open == [row for row in rows if row["note"].startswith("UNRESOLVED")]
    assert {row["suspect"] for row in still_open} == {"yes"}


def test_a_school_is_found_by_its_own_name(naive: Naive, data: Data) -> None:
    wrong = {row["name"]: naive.school(Seen(row["name"])) for row in data("reference/schools")}
    assert wrong == {row["name"]: row["school_id"] for row in data("reference/schools")}


@pytest.mark.parametrize("plain", [folded, bared])
def test_rows_with_the_same_scopes_agree(data: Data, plain: Callable[[str], str]) -> None:
    """No name means two schools in one place, however it is spelled."""
    meanings: dict[tuple[str, ...], set[str]] = {}
    for row in data("reference/names"):
        place = (plain(row["name"]), plain(row["scope_parent"]), *(row[scope] for scope in SCOPES[1:]))
        meanings.setdefault(place, set()).add(row["school_id"])
    assert {place: ids for place, ids in meanings.items() if len(ids) > 1} == {}


@pytest.mark.parametrize("plain", [folded, bared])
def test_names_valid_everywhere_belong_to_one_institution(data: Data, plain: Callable[[str], str]) -> None:
    """A name without scope is borne by no other institution of the directory and is no other school's name."""
    bearers: dict[str, set[str]] = {}
    for institution in data("reference/institutions"):
        for name in bears(institution):
            bearers.setdefault(plain(name), set()).add(institution["unitid"])
    own = {plain(row["name"]): row["school_id"] for row in data("reference/schools")}
    shared = {}
    for row in data("reference/names"):
        name = plain(row["name"])
        if scopes(row) or row["label"] == "ambiguous":
            continue
        if bearers.get(name, set()) - {row["unitid"]} or own.get(name, row["school_id"]) != row["school_id"]:
            shared[row["name"]] = row["school_id"]
    assert shared == {}


def test_shared_short_forms_poison_nothing(naive: Naive, data: Data) -> None:
    """Where nothing stands beside it, a name that is known in some places only is taken for that school or for none."""
    meant: dict[str, set[str]] = {}
    for row in data("reference/names"):
        meant.setdefault(row["name"], set()).add(row["school_id"])
    own = {folded(row["name"]): row["school_id"] for row in data("reference/schools")}
    for name, ids in meant.items():
        assert naive.school(Seen(name)) in {"", own.get(folded(name)), *ids}, name
    for short in (
        "USC",
        "OSU",
        "UC",
        "UD",
        "MSU",
        "MU",
        "TU",
        "FSU",
        "SLU",
        "Georgia",
        "Fullerton",
        "Los Angeles",
        "CAHS",
    ):
        assert naive.school(Seen(short)) == "", short


def test_a_short_form_is_known_on_its_own_pages_alone(naive: Naive) -> None:
    def on(name: str, host: str) -> str:
        return naive.school(Seen(name, url=f"https://news.{host}/2030/award"))

    assert on("MSU", "msstate.edu") == "mississippi-state"
    assert on("MSU", "montana.edu") == "montana-state"
    assert on("MSU", "msu.edu") == ""
    assert on("OSU", "okstate.edu") == "oklahoma-state"
    assert on("OSU", "osu.edu") == ""
    assert on("OSU", "notokstate.edu") == ""


def test_what_is_no_school_names_who_gets_the_credit(data: Data) -> None:
    """Only an ambiguous name means nothing, and it says why; a sure one means a school, or a unit of an institution."""
    for row in data("reference/names"):
        told = row["school_id"] or (row["label"] == "sure" and row["unitid"])
        assert bool(told) == (row["label"] != "ambiguous"), row["name"]
        assert not (row["label"] == "ambiguous" and not row["reason"]), row["name"]


def test_candidates_are_schools_or_institutions(data: Data) -> None:
    schools = {row["school_id"] for row in data("reference/schools")}
    for row in data("reference/names"):
        for candidate in filter(None, row["candidates"].split("|")):
            assert candidate in schools or re.fullmatch(r"\(.+ \d{6}\)", candidate), (row["name"], candidate)
