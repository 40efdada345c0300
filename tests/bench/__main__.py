"""`make bench`: run every benchmark and write docs/benchmarks.md and docs/bench.json.

`python -m tests.bench browser` runs the named parts alone; the figures of the others stay as they were.
"""

import json
import platform
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, fields
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from tests.bench import bench_announcement, bench_browser, bench_load, bench_names, bench_scale, bench_streaks
from tests.bench.drawing import cost_against_size
from tests.bench.figures import Amount, Figure, Quality

DOCS = Path(__file__).resolve().parents[2] / "docs"
DRAWING = "benchmarks-load.svg"
HEAD = """# Benchmarks

Written by `make bench`; run it to see the figures of your own machine. Every time stands beside a baseline measured in
the same run, in turn with it: machines differ and drift, the ratio hardly does.
"""


Found = Figure | Amount | Quality
KINDS = {"seconds": Figure, "most": Amount, "target": Quality}
"""The sorts of figures, each by a field that it alone has."""
PARTS: dict[str, Callable[[], Sequence[Found]]] = {
    "scale": bench_scale.main,
    "streaks": bench_streaks.main,
    "load": bench_load.main,
    "names": bench_names.main,
    "announcement": bench_announcement.main,
    "browser": bench_browser.main,
}


def main(parts: Sequence[str] = ()) -> None:
    """Run all, or the parts named, write both files, print the figures."""
    if unknown := [part for part in parts if part not in PARTS]:
        sys.exit(f"no such part: {', '.join(unknown)}; the parts are {', '.join(PARTS)}")
    by_part = {**(_kept() if parts else {}), **{part: list(PARTS[part]()) for part in parts or PARTS}}
    found = [one for part in by_part for one in by_part[part]]
    made = f"{datetime.now(UTC):%Y-%m-%d}, Python {platform.python_version()}, version {version('dei-award-tracker')}"
    figures = [{"part": part, **_json(one)} for part, some in by_part.items() for one in some]
    (DOCS / "bench.json").write_text(json.dumps({"made": made, "figures": figures}, indent=2) + "\n")
    (DOCS / DRAWING).write_text(cost_against_size(found), encoding="utf-8")
    (DOCS / "benchmarks.md").write_text(_page(made, found), encoding="utf-8")
    sys.stdout.write(_page(made, found))


def _kept() -> dict[str, list[Found]]:
    """The figures of the last runs, by part; those of no part that there is now are left out."""
    kept: dict[str, list[Found]] = {}
    stored = json.loads((DOCS / "bench.json").read_text(encoding="utf-8"))["figures"]
    for one in (one for one in stored if one.get("part") in PARTS):
        sort = next(sort for field, sort in KINDS.items() if field in one)
        values = {field.name: one[field.name] for field in fields(sort)}
        kept.setdefault(one["part"], []).append(sort(**values))
    return kept


def _json(one: Found) -> dict[str, object]:
    return {**asdict(one), "ratio": round(one.ratio, 3)} if isinstance(one, Figure) else asdict(one)


def _page(made: str, found: list[Found]) -> str:
    times = [
        f"| {one.what} | {one.seconds:.3f} s | {one.baseline} | {one.baseline_seconds:.3f} s | {one.ratio:.1f} × |"
        for one in found
        if isinstance(one, Figure)
    ]
    amounts = [
        f"| {one.what} | {one.value:,.0f} {one.unit} | {one.most:,.0f} {one.unit} |"
        for one in found
        if isinstance(one, Amount)
    ]
    shares = [
        f"| {one.what} | {one.value:.4f} | {one.n:,} | {one.target:.3f} |" for one in found if isinstance(one, Quality)
    ]
    return "\n".join(
        (
            HEAD,
            f"Last run: {made}.\n",
            "| what | time | baseline | its time | ratio |",
            "|---|---|---|---|---|",
            *times,
            "",
            f"![Seconds of a load against the number of statements, both axes logarithmic]({DRAWING})",
            "",
            "| what | at most so far | allowed |",
            "|---|---|---|",
            *amounts,
            "",
            "| quality | share | of | target |",
            "|---|---|---|---|",
            *shares,
            "",
        )
    )


if __name__ == "__main__":
    main(sys.argv[1:])
