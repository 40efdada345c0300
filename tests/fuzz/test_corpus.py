"""Every kept file, and changes to it, is read or refused in words: no other error, no hang, no flood of memory."""

import resource
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings, target
from hypothesis import strategies as st

from tests.fuzz.mutation import ACTS, TOKENS, Edit, edited, in_archive
from tests.fuzz.readers import CORPUS, READERS, seeds, tried

EXAMPLES = 60
MOST_MEGABYTES = 700
"""By which the process may grow over all tests here; imports of the libraries are part of it."""

edits = st.lists(
    st.builds(
        Edit,
        st.sampled_from(ACTS),
        st.floats(0, 1, exclude_max=True),
        st.integers(1, 200),
        st.sampled_from(TOKENS) | st.binary(max_size=12),
    ),
    min_size=1,
    max_size=6,
)


@pytest.fixture(autouse=True, scope="module")
def memory() -> None:
    """Memory stays within its limit."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    yield
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024 < MOST_MEGABYTES


def test_every_reader_has_files() -> None:
    assert sorted(path.name for path in CORPUS.iterdir()) == sorted(READERS)
    assert all(seeds(name) for name in READERS)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(("reader", "file"), [(name, file.name) for name in READERS for file in seeds(name)])
def test_every_kept_file_is_read_or_refused(reader: str, file: str, tmp_path: Path) -> None:
    verdict = tried(READERS[reader], (CORPUS / reader / file).read_bytes(), tmp_path)
    assert verdict == "read" or file != "plain"


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("reader", list(READERS))
def test_changed_files_are_read_or_refused(reader: str) -> None:
    kept = [path.read_bytes() for path in seeds(reader)]

    @settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))
    @given(st.sampled_from(kept), edits, st.floats(0, 1), st.booleans())
    def changed(content: bytes, changes: list[Edit], which: float, inside: bool) -> None:
        if READERS[reader].is_archive and inside:
            mutant = in_archive(content, which, lambda part: edited(part, changes))
        else:
            mutant = edited(content, changes)
        with TemporaryDirectory() as folder:
            target(tried(READERS[reader], mutant, Path(folder)) == "read")

    changed()
