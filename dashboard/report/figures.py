"""The pictures of a report: year strips, wins over time, shares of the peer group."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from dashboard.domain.comparison import Comparison
from dashboard.domain.statuses import UNDECIDED, WINS
from dashboard.domain.streaks import SchoolStreaks
from dashboard.domain.wording import counted, listed
from dashboard.pictures import Format, Panel, Picture, Strip, Words, bars_picture, strip_of, strip_picture
from dashboard.report.facts import Facts, FamilyFacts
from dashboard.report.letters import drawn
from dashboard.report.model import Figure, Runs, clean
from dashboard.report.phrases import family_words, standing

MOST_STRIPS: Final = 24
"""Rows of one picture: more would not fit a page."""
MOST_PANELS: Final = 4


def strip_figure(facts: Facts, one: FamilyFacts, source: Runs) -> Figure:
    """The year strip of the school in one family."""
    shown = replace(one.streaks, years=one.cells)
    words = Words(
        drawn(f"{one.streaks.short_name}: {standing(one.streaks)}"),
        f"One cell an award year, {one.family.family} award family",
        _origin(facts),
    )
    caption = f"Year by year, {one.family.family} award family"
    return _figure(caption, source, lambda form: strip_picture([_strip(shown)], words, form))


def peers_figure(facts: Facts, one: FamilyFacts, compared: Comparison, source: Runs) -> Figure:
    """The year strips of the school and its peers, by position."""
    everyone = compared.everyone[:MOST_STRIPS]
    strips = [_strip(replace(each.streaks, years=each.cells), counted(each.wins, "known win")) for each in everyone]
    title = drawn(f"{compared.own.streaks.short_name} among {len(compared.others)} peers")
    left = len(compared.everyone) - len(everyone)
    units = f"One cell an award year, {one.family.family} award family" + (
        f"; {left} more schools not drawn" if left else ""
    )
    caption = "The group year by year, most known wins first"
    return _figure(caption, source, lambda form: strip_picture(strips, Words(title, units, _origin(facts)), form))


def wins_figure(facts: Facts, families: Sequence[FamilyFacts], source: Runs) -> Figure:
    """Known wins added up over the years, and what they could be at most; a panel a family."""
    shown = families[:MOST_PANELS]
    panels = [_panel(facts, one) for one in shown]
    told = [_told(one) for one in shown[:1]]
    words = Words(drawn(listed(told)), "Award wins of the school added up, by award year", _origin(facts))
    filled, outlined = "known wins up to the year", "wins there could be, were every year not decided won"
    left = len(families) - len(shown)
    caption = "Wins that are known, added up by award year" + (f"; {left} more families in the tables" if left else "")
    return _figure(caption, source, lambda form: bars_picture(panels, filled, outlined, words, form))


def _told(one: FamilyFacts) -> str:
    wins = sum(cell.status in WINS for cell in one.cells)
    open_years = sum(cell.status in UNDECIDED for cell in one.cells)
    least = f"{counted(wins, 'known win')} by {one.last}" if wins else f"No known win by {one.last}"
    return least + (f", at most {wins + open_years}" if open_years else "")


def _panel(facts: Facts, one: FamilyFacts) -> Panel:
    known, most, wins, undecided = {}, {}, 0, 0
    for cell in one.cells:
        wins += cell.status in WINS
        undecided += cell.status in UNDECIDED
        known[cell.year], most[cell.year] = wins, wins + undecided
    return Panel(drawn(family_words(one, facts)), known, most)


def _strip(streaks: SchoolStreaks, told: str = "") -> Strip:
    strip = strip_of(streaks, told)
    return replace(strip, name=drawn(strip.name))


def _origin(facts: Facts) -> str:
    day = facts.info.made_at
    return f"Award tracker, data version {facts.version} of {day.day} {day:%B %Y}. Not known is not a no."


def _figure(caption: str, source: Runs, draw: Callable[[Format], Picture]) -> Figure:
    png = draw("png")
    return Figure(clean(caption), clean(png.alt), source, png.content, draw("svg").content)
