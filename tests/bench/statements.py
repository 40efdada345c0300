"""Invented statements for measuring: real names of schools, drawn wins, and the faults that lists have.

Who won when is drawn at random: nothing here says anything about a real school.
"""

import csv
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from etl.database import shipped_data

SEED = 20260101
HEADS = ("school", "parent", "state", "award", "year", "outcome", "basis", "source_url", "suspect", "note")
SPELLINGS = 12
"""Misspelt forms that go round of one school: the same slip is copied from page to page."""
ROWS_A_PAGE = 8
OWN_PAGE = 0.5
"""Share of statements on a page of the school itself."""
MISSPELT, REPEATED, CONFLICTING, UNKNOWN, SUSPECT, NOTED, BROKEN = 0.08, 0.01, 0.02, 0.01, 0.01, 0.03, 0.005
"""Shares of rows with that fault; `BROKEN` rows cannot be taken."""
FOUR_YEARS = "Four or more years"
NOBODYS = ("St. John's University", "College of Nursing", "Trinity College", "A school that nobody knows")
HEALTH = ("HP-HEED", "DIVERSITY-CHAMPION", "HEED")
WHOLE = ("HEED", "HEED", "HEED", "DIVERSITY-CHAMPION", "STEM-PROGRAM")
FIRST_YEARS = {"HP-HEED": 2016, "LEAD": 2024, "DIVERSITY-CHAMPION": 2016, "STEM-PROGRAM": 2017}


@dataclass(frozen=True)
class Winner:
    """A school as pages print it: its names, right and misspelt, and the awards it can win."""

    names: tuple[str, ...]
    misspelt: tuple[str, ...]
    parent: str
    state: str
    domain: str
    awards: tuple[str, ...]


def _rows(name: str) -> list[dict[str, str]]:
    with (shipped_data() / "reference" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _misspelt(draw: random.Random, name: str) -> str:
    """The name with one letter left out, doubled, replaced or moved."""
    at = draw.randrange(1, len(name) - 1)
    slips = (
        name[:at] + name[at + 1 :],
        name[:at] + name[at] + name[at:],
        name[:at] + draw.choice("aeinorst") + name[at + 1 :],
        name[: at - 1] + name[at] + name[at - 1] + name[at + 1 :],
    )
    return draw.choice(slips)


def _winner(draw: random.Random, names: tuple[str, ...], row: dict[str, str], kind: str, domain: str) -> Winner:
    awards = ("LEAD",) if kind == "library" else WHOLE if kind in ("institution", "system") else HEALTH
    slips = tuple(_misspelt(draw, draw.choice(names)) for _ in range(SPELLINGS))
    parent = row.get("institution_name") or row["name"]
    return Winner(names, slips, parent, row["state"], domain, awards)


def _winners(draw: random.Random) -> tuple[list[Winner], list[int]]:
    """The schools, with how often each is named: listed ones more than the other universities of the directory."""
    domains = {row["unitid"]: row["web_domain"] for row in _rows("institutions.csv")}
    aliases: dict[str, list[str]] = {}
    for row in _rows("names.csv"):
        scopes = (row["scope_state"], row["scope_domain"], row["scope_source_url"], row["scope_award"])
        if row["label"] == "sure" and row["school_id"] and not any(scopes):
            aliases.setdefault(row["school_id"], []).append(row["name"])
    found = []
    for row in _rows("schools.csv"):
        names = (*([row["name"]] * 3), *aliases.get(row["school_id"], ()))
        found.append(_winner(draw, names, row, row["kind"], domains.get(row["unitid"], "")))
    others = [row for row in _rows("institutions.csv") if row["level"] == FOUR_YEARS and row["active"] != "no"]
    found += [_winner(draw, (row["name"],), row, "institution", row["web_domain"]) for row in others]
    return found, [12] * (len(found) - len(others)) + [1] * len(others)


def _page(draw: random.Random, count: int, winner: Winner) -> str:
    """An address: one of the magazine's pages, or of the few that the school itself has."""
    if winner.domain and draw.random() < OWN_PAGE:
        return f"https://news.{winner.domain}/diversity-award-{draw.randrange(5 + count // 1000)}"
    return f"https://magazine.example.org/winners/{draw.randrange(count)}"


def statements(rows: int, seed: int = SEED) -> Iterator[tuple[str, ...]]:
    """So many statements, each a row of `HEADS`: with misspelt names, names that nobody knows, repeated rows,
    contradictions, doubtful rows, remarks, and rows that cannot be taken.
    """
    draw = random.Random(seed)
    winners, weights = _winners(draw)
    chosen = draw.choices(winners, weights, k=rows)
    count = max(1, rows // ROWS_A_PAGE)
    row: tuple[str, ...] = ()
    for winner in chosen:
        if row and draw.random() < REPEATED:
            yield row
            continue
        row = _statement(draw, winner, _page(draw, count, winner))
        yield row


def _statement(draw: random.Random, winner: Winner, page: str) -> tuple[str, ...]:
    chance = draw.random
    name = draw.choice(winner.misspelt) if chance() < MISSPELT else draw.choice(winner.names)
    award = draw.choice(winner.awards)
    year = str(draw.randint(FIRST_YEARS.get(award, 2012), 2025))
    parent, state = (winner.parent, winner.state) if chance() < 0.8 else ("", winner.state)
    if chance() < UNKNOWN:
        name, parent, state = draw.choice(NOBODYS), "", ""
    outcome = "not won" if chance() < CONFLICTING else "won"
    basis = "claimed" if outcome != "won" or chance() < 0.2 else "announced"
    if chance() < BROKEN:
        year, award = draw.choice((("20l9", award), (year, "Green Campus Award"), ("", award)))
    note = draw.choice(("checked by hand", "seen on the school's own page")) if chance() < NOTED else ""
    return (name, parent, state, award, year, outcome, basis, page, "yes" if chance() < SUSPECT else "no", note)


def write_statements(path: Path, rows: int, seed: int = SEED) -> None:
    """A CSV of that many statements."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADS)
        writer.writerows(statements(rows, seed))
