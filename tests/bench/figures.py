"""A measured figure beside its baseline, both from the same run."""

import gc
import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Figure:
    """Seconds that something took beside the seconds of a baseline: the ratio is what to quote."""

    what: str
    seconds: float
    baseline: str
    baseline_seconds: float

    @property
    def ratio(self) -> float:
        """How many times the baseline it takes."""
        return self.seconds / self.baseline_seconds


@dataclass(frozen=True)
class Amount:
    """How much of something was taken, beside the most that it may be."""

    what: str
    value: float
    unit: str
    most: float


@dataclass(frozen=True)
class Quality:
    """A share of something: 0 to 1, with the count it is taken from and the target."""

    what: str
    value: float
    n: int
    target: float


def interleaved(one: Callable[[], object], other: Callable[[], object], runs: int = 3) -> tuple[float, float]:
    """Median seconds of both, run in turn: the machine's speed drifts, the ratio does not."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(runs):
        for work, kept in zip((one, other), times, strict=True):
            gc.collect()
            start = time.perf_counter()
            work()
            kept.append(time.perf_counter() - start)
    return median(times[0]), median(times[1])
