"""`make bench`: run every benchmark and write docs/benchmarks.md and docs/bench.json."""

import json
import platform
import sys
from dataclasses import asdict
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from tests.bench import bench_announcement, bench_load, bench_names, bench_scale
from tests.bench.drawing import cost_against_size
from tests.bench.figures import Amount, Figure, Quality

DOCS = Path(__file__).resolve().parents[2] / "docs"
DRAWING = "benchmarks-load.svg"
HEAD = """# Benchmarks

Written by `make bench`; run it to see the figures of your own machine. Every time stands beside a baseline measured in
the same run, in turn with it: machines differ and drift, the ratio hardly does.
"""


def main() -> None:
    """Run all, write both files, print the figures."""
    found: list[Figure | Amount | Quality] = [*bench_scale.main(), *bench_load.main(), *bench_names.main()]
    found += bench_announcement.main()
    made = f"{datetime.now(UTC):%Y-%m-%d}, Python {platform.python_version()}, version {version('dei-award-tracker')}"
    (DOCS / "bench.json").write_text(
        json.dumps({"made": made, "figures": [_json(one) for one in found]}, indent=2) + "\n"
    )
    (DOCS / DRAWING).write_text(cost_against_size(found), encoding="utf-8")
    (DOCS / "benchmarks.md").write_text(_page(made, found), encoding="utf-8")
    sys.stdout.write(_page(made, found))


def _json(one: Figure | Amount | Quality) -> dict[str, object]:
    return {**asdict(one), "ratio": round(one.ratio, 3)} if isinstance(one, Figure) else asdict(one)


def _page(made: str, found: list[Figure | Amount | Quality]) -> str:
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
    main()
