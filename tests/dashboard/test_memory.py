"""Memory given back: really, where the C library is glibc, and not at every turn."""

import platform
import subprocess
import sys
from collections.abc import Iterator

import pytest

from dashboard import memory

GLIBC = platform.libc_ver()[0] == "glibc"
FRAGMENTED = """
import resource, sys
from pathlib import Path
from dashboard import memory
def held():
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() / 2**20
memory.few_heaps()
pieces = [bytes(2_000) for _ in range(200_000)]
full = held()
last = pieces[-1]
del pieces
before = held()
assert memory.give_back()
print(full, before, held())
"""
"""A heap whose last piece is kept: what is free below it stays with the process until it is given back."""


@pytest.fixture
def never_given_back() -> Iterator[None]:
    kept = memory._last[0]
    memory._last[0] = -1e9
    yield
    memory._last[0] = kept


@pytest.mark.skipif(not GLIBC, reason="the C library is not glibc")
def test_what_is_free_is_given_back() -> None:
    told = subprocess.run([sys.executable, "-c", FRAGMENTED], capture_output=True, text=True, check=True).stdout
    full, before, after = map(float, told.split())
    assert before > full / 2
    assert after < before / 2


@pytest.mark.skipif(not GLIBC, reason="the C library is not glibc")
@pytest.mark.usefixtures("never_given_back")
def test_not_at_every_turn() -> None:
    assert memory.give_back()
    assert not memory.give_back()


def test_another_c_library_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "_library", lambda: None)
    assert not memory.few_heaps()
    assert not memory.give_back()
