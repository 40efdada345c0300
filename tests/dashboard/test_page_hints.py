"""Hints in Streamlit's page: the files that its own list names, and no hint where that list does not help."""

import json
import re
from pathlib import Path

import pytest

from dashboard.page_hints import ELEMENTS, FOLDER, files_of, hinted_page

PARTS = {
    "index.html": {"file": "static/js/index.A.js", "imports": ["_shared.js"]},
    "_shared.js": {"file": "static/js/shared.B.js"},
    "_field.js": {"file": "static/js/field.C.js", "imports": ["_shared.js", "_ring.js"]},
    "_ring.js": {"file": "static/js/ring.D.js", "imports": ["_field.js", "index.html"]},
    "Box.tsx": {"file": "static/js/Box.E.js", "name": "Box", "isDynamicEntry": True, "imports": ["_field.js"]},
    "Text.tsx": {
        "file": "static/js/Text.F.js",
        "name": "Text",
        "isDynamicEntry": True,
        "imports": ["_field.js", "_gone"],
    },
    "Eager.tsx": {"file": "static/js/Eager.G.js", "name": "Eager", "imports": []},
}
HINT = re.compile(r'<link rel="modulepreload" crossorigin(?: fetchpriority="low")? href="\./(.+?)">')


def test_an_element_needs_its_file_and_what_that_imports_but_not_what_the_page_loads_itself() -> None:
    assert files_of(PARTS, ("Box",)) == ["static/js/Box.E.js", "static/js/field.C.js", "static/js/ring.D.js"]


def test_files_of_several_elements_are_named_once() -> None:
    assert files_of(PARTS, ("Box", "Text")) == [
        "static/js/Box.E.js",
        "static/js/field.C.js",
        "static/js/ring.D.js",
        "static/js/Text.F.js",
    ]


def test_an_element_that_streamlit_does_not_load_late_gives_no_hint() -> None:
    assert files_of(PARTS, ("Eager", "Gone")) == []


def test_without_streamlits_list_the_page_is_streamlits_own(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<html><head></head><body></body></html>", encoding="utf-8")
    assert hinted_page("school", tmp_path).html == "<html><head></head><body></body></html>"


def test_hints_stand_at_the_end_of_the_head(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<head><title>A</title></head><body></head></body>", encoding="utf-8")
    listed = {"Html.tsx": {"file": "static/js/Html.A.js", "name": "Html", "isDynamicEntry": True}}
    (tmp_path / "manifest.json").write_text(json.dumps(listed), encoding="utf-8")
    assert hinted_page("rules", tmp_path).html == (
        '<head><title>A</title><link rel="modulepreload" crossorigin href="./static/js/Html.A.js">\n'
        "</head><body></head></body>"
    )


def test_plotly_is_asked_for_last_and_with_less_haste() -> None:
    *_, last = re.findall(r"<link .+?>", hinted_page("").html.partition("</head>")[0])
    assert re.search(r'fetchpriority="low" href="\./static/js/', last)
    haste = [hint for hint in re.findall(r"<link .+?>", hinted_page("").html) if "low" in hint]
    assert sum("PlotlyChart" in hint for hint in haste) == 1
    assert not any(name in hint for name in ("Html", "Selectbox", "DownloadButton") for hint in haste)


@pytest.mark.parametrize("address", ELEMENTS)
def test_each_element_of_a_page_is_found_in_the_installed_front_end(address: str) -> None:
    """A new version of Streamlit that renames its elements must not take the hints away unnoticed."""
    listed = json.loads((FOLDER / "manifest.json").read_text(encoding="utf-8"))
    for element in ELEMENTS[address]:
        assert files_of(listed, (element,)), element
    hinted = HINT.findall(hinted_page(address).html)
    files = [file for file in hinted if (FOLDER / file).is_file()]
    assert files == hinted
    assert len(files) == len(set(files))
