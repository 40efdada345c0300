"""Plotly's basic build inside Streamlit's script: it fits the versions that are installed, and else nothing changes."""

import re
from pathlib import Path

import pytest
from plotly.offline import get_plotlyjs_version

from dashboard.light_plotly import BASIC, basic_version, lightened, lighter_script, script_file
from dashboard.page_hints import FOLDER

HOUSE = Path(__file__).resolve().parents[2] / "dashboard"
BASIC_TRACES = {"Bar", "Pie", "Scatter"}
"""What the basic build draws, by Plotly's own word."""
WRAPPED = (
    "import{x}from'./a.js';var W=n(((e,t,n)=>{"
    "(function(e,n){typeof t==`object`&&t.exports?t.exports=n():e.moduleName=n()})(typeof self<`u`?self:n,()=>{"
    'var e={"src/version.js"(e){e.version=`4.9.1`}};return window.Plotly=e,e})})),K=e(W());export{K};'
)
SMALL = "/** plotly.js (basic - minified) v4.1.1 */ small();"


def test_the_build_takes_the_place_of_plotly_and_of_nothing_else() -> None:
    assert lightened(WRAPPED, SMALL) == (
        f"import{{x}}from'./a.js';var W=n(((e,t,n)=>{{var module=t;{SMALL}}})),K=e(W());export{{K}};"
    )


@pytest.mark.parametrize(
    "script",
    [
        "",
        WRAPPED.replace("moduleName", "Plotly"),
        WRAPPED.replace("window.Plotly=e,e", "e"),
        WRAPPED.replace("4.9.1", "5.0.0"),
        WRAPPED.replace("version.js", "edition.js"),
        WRAPPED + WRAPPED,
    ],
)
def test_a_script_that_is_not_as_it_is_known_stays(script: str) -> None:
    assert lightened(script, SMALL) is None


def test_the_installed_streamlit_takes_the_build() -> None:
    """A new version of Streamlit must not bring the whole of Plotly back unnoticed."""
    file = script_file(FOLDER)
    assert file is not None
    whole = (FOLDER / file).read_text(encoding="utf-8")
    light = lightened(whole, BASIC.read_text(encoding="utf-8"))
    assert light is not None
    assert len(light) < len(whole) / 3
    assert light[:1_000] == whole[:1_000]
    assert light[-9_000:] == whole[-9_000:]
    assert lighter_script(FOLDER) == (f"/{file}", light)


def test_without_streamlits_list_nothing_is_handed_out(tmp_path: Path) -> None:
    assert lighter_script(tmp_path) == ("", None)


def test_the_build_is_of_the_version_that_figures_are_made_for() -> None:
    assert basic_version() == get_plotlyjs_version()


def test_all_figures_are_of_traces_that_the_build_draws() -> None:
    modules = [path.read_text(encoding="utf-8") for path in HOUSE.rglob("*.py")]
    called = {name for text in modules for name in re.findall(r"\bgo\.([A-Z]\w+)\(", text)} - {"Figure"}
    assert called
    assert called <= BASIC_TRACES
    assert not any("plotly.express" in text or "figure_factory" in text for text in modules)
