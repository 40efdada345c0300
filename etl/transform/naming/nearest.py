"""The institutions whose names look most like a printed one: candidates for a person, never an answer."""

from collections.abc import Sequence

import numpy as np
from rapidfuzz.fuzz import ratio
from rapidfuzz.process import cdist

ROWS_AT_ONCE = 1000
LEAST_LIKE = 65
MOST = 5


class Lookalikes:
    """Finds names that look alike, many at once."""

    def __init__(self, names: Sequence[tuple[str, str]]) -> None:
        """`names` are pairs of a key and a UNITID."""
        self._keys = [name for name, _ in names]
        self._unitids = [unitid for _, unitid in names]

    def nearest(self, texts: Sequence[str]) -> list[tuple[tuple[str, float], ...]]:
        """For each text up to five institutions with their likeness (0 to 1), the most alike first."""
        if not self._keys:
            return [()] * len(texts)
        found: list[tuple[tuple[str, float], ...]] = []
        for start in range(0, len(texts), ROWS_AT_ONCE):
            part = texts[start : start + ROWS_AT_ONCE]
            likeness = cdist(part, self._keys, scorer=ratio, score_cutoff=LEAST_LIKE, dtype=np.uint8, workers=-1)
            found += [self._best(row) for row in likeness]
        return found

    def _best(self, likeness: "np.ndarray[tuple[int], np.dtype[np.uint8]]") -> tuple[tuple[str, float], ...]:
        count = min(MOST * 3, len(likeness))
        top = np.argpartition(likeness, -count)[-count:]
        ordered = sorted(((-int(likeness[at]), self._unitids[at]) for at in top if likeness[at]), key=lambda pair: pair)
        best: dict[str, float] = {}
        for negative, unitid in ordered:
            best.setdefault(unitid, -negative / 100)
        return tuple(best.items())[:MOST]
