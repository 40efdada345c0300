"""What counts in the shipped data, for tests of proposals."""

from collections.abc import Iterator

import pytest

from etl.database import engine_for
from etl.proposals import Known, known_now


@pytest.fixture(scope="module")
def known(shipped_url: str) -> Iterator[Known]:
    engine = engine_for(shipped_url)
    with engine.connect() as connection:
        yield known_now(connection)
    engine.dispose()
