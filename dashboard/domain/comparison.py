"""How a school stands among others in an award family, over a span of award years.

Counted are *known wins*: held years with status won. A year that is not known, probably won or pending is *undecided*
and counted apart; a year in which no award was held is not counted at all. There is no score.

* **Position**: by known wins, with ties. Who has as many wins shares the places: two schools behind three others are
  both 4th–5th. It is a position among schools of which something may not be known.
* **Bounds**: the best place, if all own undecided years were wins and those of no other school; the worst, if none of
  the own and all of the others' were.
* **First known win**: of the family, up to the end of the span. An earlier one may hide in an undecided year.
* **Share of a year**: schools of the group (the own school is not one of them) that won, of those whose year is decided
  (won, not won, did not apply), of all.
* **What changed**: the last held year of the span against the held year before it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dashboard.domain.statuses import BREAKS, UNDECIDED, WINS
from dashboard.domain.streaks import Run, SchoolStreaks, YearCell


class NoCycle(ValueError):
    """No award of the family was held in the span."""


@dataclass(frozen=True)
class Standing:
    """One school in a comparison."""

    streaks: SchoolStreaks
    """As of the end of the span."""
    cells: tuple[YearCell, ...]
    """Its years in the span."""
    wins: int
    undecided: int
    """Years that are not known, probably won or pending."""
    probable: int
    """Those of the undecided years that are probably won."""
    longest: Run
    """The longest run of won years within the span; of several the latest."""
    tiers: tuple[tuple[int, str], ...]
    """Year and code of each tier in the span."""
    first_place: int = 1
    last_place: int = 1
    """The places it shares with schools of as many wins."""
    best_place: int = 1
    worst_place: int = 1

    @property
    def school_id(self) -> str:
        """Key of the school."""
        return self.streaks.school_id

    @property
    def most_wins(self) -> int:
        """Its wins if every undecided year were one."""
        return self.wins + self.undecided

    def cumulative(self) -> tuple[tuple[int, int, int], ...]:
        """Each year of the span with the wins and the undecided years up to it."""
        rows, wins, undecided = [], 0, 0
        for cell in self.cells:
            wins += cell.status in WINS
            undecided += cell.status in UNDECIDED
            rows.append((cell.year, wins, undecided))
        return tuple(rows)

    def as_json(self) -> dict[str, object]:
        """The object that `awards peers compare --json` prints for a school."""
        return {
            "school_id": self.school_id,
            "school": self.streaks.school_name,
            "years": [{"year": cell.year, "status": cell.status} for cell in self.cells],
            "wins": self.wins,
            "undecided": self.undecided,
            "probable": self.probable,
            "position": {"from": self.first_place, "to": self.last_place},
            "bounds": {"best": self.best_place, "worst": self.worst_place},
            "first_win": self.streaks.first_year,
            "longest": {"n": self.longest.n, "from": self.longest.first, "to": self.longest.last},
            "current": {"n": self.streaks.current.n, "state": self.streaks.current.state},
            "tiers": [{"year": year, "tier": tier} for year, tier in self.tiers],
            "cumulative": [{"year": y, "wins": wins, "undecided": unknown} for y, wins, unknown in self.cumulative()],
        }


@dataclass(frozen=True)
class YearShare:
    """The group in one year, without the own school."""

    year: int
    held: bool
    won: int
    decided: int
    """Won, not won or did not apply."""
    n: int
    """All schools of the group."""


@dataclass(frozen=True)
class Changes:
    """What the last held year brought, against the held year before. Every school stands in at most one of the first
    four lists.
    """

    year: int
    before: int | None
    """None: the span holds the family's first held year alone."""
    grew: tuple[Standing, ...] = ()
    """Won both years."""
    new: tuple[Standing, ...] = ()
    """Won the year, and not, or not known, the year before."""
    ended: tuple[Standing, ...] = ()
    """Won the year before, and not this one."""
    opened: tuple[Standing, ...] = ()
    """Won the year before; this one is undecided."""
    became_known: tuple[Standing, ...] = ()
    """Decided for the first time: every year before was undecided."""


@dataclass(frozen=True)
class Comparison:
    """The own school among others. All cover the same years."""

    own: Standing
    others: tuple[Standing, ...]
    """By position, then name."""
    years: tuple[int, ...]
    held: tuple[int, ...]
    """Those of the years in which an award of the family was held."""

    @property
    def everyone(self) -> tuple[Standing, ...]:
        """All schools by position; of equals the own school first, then by name."""
        return tuple(sorted((self.own, *self.others), key=lambda one: (one.first_place, one is not self.own)))

    @property
    def own_first(self) -> tuple[Standing, ...]:
        """The own school, then the others by position."""
        return (self.own, *self.others)

    @property
    def n_undecided(self) -> int:
        """Schools, the own among them, of which at least one year is undecided."""
        return sum(one.undecided > 0 for one in self.own_first)

    @property
    def n_silent(self) -> int:
        """Schools, the own among them, of which no held year is decided."""
        return sum(one.undecided >= len(self.held) for one in self.own_first)

    def shares(self) -> tuple[YearShare, ...]:
        """The share of the group that won each year."""
        return tuple(self._share(at, year) for at, year in enumerate(self.years))

    def _share(self, at: int, year: int) -> YearShare:
        statuses = [one.cells[at].status for one in self.others]
        won = sum(status in WINS for status in statuses)
        return YearShare(
            year, year in self.held, won, won + sum(status in BREAKS for status in statuses), len(statuses)
        )

    def changes(self) -> Changes:
        """What the last held year of the span brought, to the own school and the others."""
        return _changes(self.own_first, self.held[-1])

    def as_json(self) -> dict[str, object]:
        """The object that `awards peers compare --json` prints."""
        changes = self.changes()
        lists = ("grew", "new", "ended", "opened", "became_known")
        return {
            "family": self.own.streaks.family,
            "from": self.years[0],
            "to": self.years[-1],
            "n_schools": len(self.others) + 1,
            "n_with_undecided_years": self.n_undecided,
            "own": self.own.as_json(),
            "others": [one.as_json() for one in self.others],
            "shares": [
                {"year": s.year, "held": s.held, "won": s.won, "decided": s.decided, "all": s.n} for s in self.shares()
            ],
            "changes": {
                "year": changes.year,
                "before": changes.before,
                **{name: [one.school_id for one in getattr(changes, name)] for name in lists},
            },
        }


def compare(own: SchoolStreaks, others: Iterable[SchoolStreaks], first: int, last: int) -> Comparison:
    """`own` among `others` from `first` to `last`; all streaks are as of `last` and cover the same years.

    The own school and repetitions among the others are left out of them. Raises NoCycle when no award of the family was
    held in the span.
    """
    distinct = {school.school_id: school for school in others if school.school_id != own.school_id}
    standings = [_standing(school, first, last) for school in (own, *distinct.values())]
    years = tuple(cell.year for cell in standings[0].cells)
    held = tuple(
        year for at, year in enumerate(years) if any(standing.cells[at].status != "no_award" for standing in standings)
    )
    if not held:
        raise NoCycle(f"no {own.family} cycle from {first} to {last}")
    placed = [_placed(standing, standings) for standing in standings]
    by_place = sorted(placed[1:], key=lambda one: (one.first_place, one.streaks.school_name.casefold(), one.school_id))
    return Comparison(placed[0], tuple(by_place), years, held)


def longest_run(cells: Iterable[YearCell]) -> Run:
    """The longest run of won years, years without an award bridged; of several the latest."""
    best, n, first = Run(0, None, None), 0, None
    for cell in cells:
        if cell.status in WINS:
            n, first = n + 1, cell.year if n == 0 else first
            best = Run(n, first, cell.year) if n >= best.n else best
        elif cell.status != "no_award":
            n = 0
    return best


def _standing(streaks: SchoolStreaks, first: int, last: int) -> Standing:
    cells = tuple(cell for cell in streaks.years if first <= cell.year <= last)
    return Standing(
        streaks=streaks,
        cells=cells,
        wins=sum(cell.status in WINS for cell in cells),
        undecided=sum(cell.status in UNDECIDED for cell in cells),
        probable=sum(cell.status == "probable" for cell in cells),
        longest=longest_run(cells),
        tiers=tuple((cell.year, tier) for cell in cells for tier in cell.tiers),
    )


def _placed(one: Standing, everyone: Sequence[Standing]) -> Standing:
    rest = [other for other in everyone if other is not one]
    ahead = sum(other.wins > one.wins for other in rest)
    level = sum(other.wins == one.wins for other in rest)
    return replace(
        one,
        first_place=1 + ahead,
        last_place=1 + ahead + level,
        best_place=1 + sum(other.wins > one.most_wins for other in rest),
        worst_place=1 + sum(other.most_wins >= one.wins for other in rest),
    )


def _changes(everyone: Sequence[Standing], year: int) -> Changes:
    before = max(
        (cell.year for one in everyone for cell in one.streaks.years if cell.year < year and cell.status != "no_award"),
        default=None,
    )
    lists: dict[str, list[Standing]] = {"grew": [], "new": [], "ended": [], "opened": [], "became_known": []}
    for one in everyone:
        statuses = {cell.year: cell.status for cell in one.streaks.years}
        name = _what_became(statuses.get(before) if before else None, statuses[year])
        if name:
            lists[name].append(one)
        earlier = [status for at, status in statuses.items() if at < year and status != "no_award"]
        if earlier and all(status in UNDECIDED for status in earlier) and statuses[year] in WINS | BREAKS:
            lists["became_known"].append(one)
    return Changes(year, before, **{name: tuple(found) for name, found in lists.items()})


def _what_became(before: str | None, now: str) -> str | None:
    """The list of `Changes` that a school stands in by the statuses of the two years; None: in none."""
    if now in WINS:
        return "grew" if before in WINS else "new"
    if before in WINS and now in BREAKS:
        return "ended"
    return "opened" if before in WINS and now in UNDECIDED else None


def run_through(streaks: SchoolStreaks, year: int) -> int:
    """How many held years in a row were won up to `year`, years without an award bridged."""
    n = 0
    for cell in reversed([cell for cell in streaks.years if cell.year <= year]):
        if cell.status in WINS:
            n += 1
        elif cell.status != "no_award":
            break
    return n
