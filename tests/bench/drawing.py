"""A drawing of what loads cost against their size, as SVG: both axes logarithmic, a line for each sort of database."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from html import escape
from math import ceil, floor, log10

from tests.bench.figures import Figure

WIDTH, HEIGHT, EDGE = 640, 400, 60
COLOURS = ("#0b3d91", "#b3541e", "#5a7fc0", "#d79a74")
LOADING = re.compile(r"(.+): load ([\d,]+) statements")
Point = tuple[float, float]


def cost_against_size(found: Iterable[object]) -> str:
    """The drawing of all figures of loads among those found, each sort beside its baseline."""
    lines: dict[str, list[Point]] = defaultdict(list)
    for one in found:
        if isinstance(one, Figure) and (told := LOADING.match(one.what)):
            rows = int(told[2].replace(",", ""))
            lines[f"{told[1]}: read to records"].append((rows, one.seconds))
            lines[f"{told[1]}: {one.baseline}"].append((rows, one.baseline_seconds))
    return _svg(lines) if lines else _svg({"nothing measured": [(1, 1), (10, 10)]})


def _svg(lines: dict[str, list[Point]]) -> str:
    every = [(log10(x), log10(y)) for points in lines.values() for x, y in points]
    low = (floor(min(x for x, _ in every)), floor(min(y for _, y in every)))
    high = (max(low[0] + 1, ceil(max(x for x, _ in every))), max(low[1] + 1, ceil(max(y for _, y in every))))

    def at(x: float, y: float) -> str:
        across = EDGE + (x - low[0]) / (high[0] - low[0]) * (WIDTH - 2 * EDGE)
        down = HEIGHT - EDGE - (y - low[1]) / (high[1] - low[1]) * (HEIGHT - 2 * EDGE)
        return f"{across:.1f},{down:.1f}"

    parts = [_grid(low, high, at)]
    for colour, (name, points) in zip(COLOURS * len(lines), lines.items(), strict=False):
        path = " ".join(at(log10(x), log10(y)) for x, y in points)
        place = 24 + 16 * list(lines).index(name)
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts.append(f'<text x="{EDGE + 12}" y="{place}" fill="{colour}">{escape(name)}</text>')
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" '
        f'font-size="12" role="img"><title>Seconds of a load against the number of statements</title>'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>{"".join(parts)}</svg>\n'
    )


def _grid(low: Point, high: Point, at: Callable[[float, float], str]) -> str:
    parts = []
    for x in range(int(low[0]), int(high[0]) + 1):
        left, _, _ = at(x, low[1]).partition(",")
        parts.append(f'<line x1="{left}" x2="{left}" y1="{EDGE}" y2="{HEIGHT - EDGE}" stroke="#dddddd"/>')
        parts.append(f'<text x="{left}" y="{HEIGHT - EDGE + 18}" text-anchor="middle">{10**x:,}</text>')
    for y in range(int(low[1]), int(high[1]) + 1):
        _, _, down = at(low[0], y).partition(",")
        parts.append(f'<line y1="{down}" y2="{down}" x1="{EDGE}" x2="{WIDTH - EDGE}" stroke="#dddddd"/>')
        parts.append(f'<text x="{EDGE - 6}" y="{down}" text-anchor="end">{10.0**y:g} s</text>')
    return "".join(parts)
