"""Pictures for print, as the pages hand them over."""

from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("path", "which", "name"),
    [
        ("", 0, "strip-umkc-som_HEED_"),
        ("", 1, "coverage_HEED_"),
        ("school", 0, "strip-umkc-som_HEED_"),
        ("streaks?kind=medicine", 0, "strips_HEED_medicine_"),
        ("initiatives", 0, "initiatives-umkc-som_"),
        ("initiatives", 1, "initiative-categories_"),
    ],
)
def test_a_picture_is_handed_over_in_both_formats(
    reader: Any, tmp_path: Path, path: str, which: int, name: str
) -> None:
    reader.open(path)
    for form, start in (("png", b"\x89PNG"), ("svg", b"<?xml")):
        with reader.page.expect_download() as waiting:
            reader.page.get_by_role("button", name=f"Picture ({form.upper()})").nth(which).click()
        waiting.value.save_as(tmp_path / form)
        assert waiting.value.suggested_filename.startswith(name)
        assert waiting.value.suggested_filename.endswith(f".{form}")
        assert (tmp_path / form).read_bytes().startswith(start)
    assert reader.errors == []
