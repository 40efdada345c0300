"""What a page asks for: everything it needs for its answer at once, and nothing that it does not show."""

import json
import urllib.error
import urllib.request
from typing import Any

import pytest
from playwright.sync_api import expect

from dashboard.light_plotly import basic_version, script_file
from dashboard.page_hints import ELEMENTS, FOLDER, hinted_page

pytestmark = pytest.mark.browser
AFTER_THE_ANSWER = {"PlotlyChart", "StreamlitSyntaxHighlighter", "Spinner"}
"""What would hold the answer up, and what is there only while a page is being made."""
ANSWER = ("<h1>", 'class="aw-strip"', 'class="aw-figures"')
PLOTLY_BYTES = """
performance.getEntriesByType('resource').find(entry => entry.name.includes('PlotlyChart')).decodedBodySize
"""


def asked_late(reader: Any, address: str) -> set[str]:
    """The elements whose scripts the front end asked for by itself, by Streamlit's names."""
    listed = json.loads((FOLDER / "manifest.json").read_text(encoding="utf-8")).values()
    names = {part["file"]: part["name"] for part in listed if part.get("isDynamicEntry")}
    hinted = hinted_page(address).html
    asked = reader.page.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)")
    files = [one.removeprefix(f"{reader.server.address}/") for one in asked]
    return {names[file] for file in files if file in names and file not in hinted}


@pytest.mark.parametrize("address", ELEMENTS)
def test_a_page_hints_at_what_it_shows(reader: Any, address: str) -> None:
    reader.open(address)
    for name in ELEMENTS[address]:
        expect(reader.page.locator(f'[class*="st{name}" i]').first).to_be_attached()
    assert asked_late(reader, address) <= AFTER_THE_ANSWER


def test_a_page_that_the_browser_holds_is_not_sent_again(server: Any) -> None:
    with urllib.request.urlopen(f"{server.address}/streaks?q=x", timeout=20) as answer:
        tag, caching = answer.headers["ETag"], answer.headers["Cache-Control"]
    assert caching == "no-cache"
    again = urllib.request.Request(f"{server.address}/streaks", headers={"If-None-Match": tag})
    with pytest.raises(urllib.error.HTTPError) as told:
        urllib.request.urlopen(again, timeout=20)
    told.value.close()
    assert told.value.code == 304


@pytest.mark.parametrize("address", ["", "?school=jhu-nursing&family=HEED", "school"])
def test_the_answer_is_sent_whole_before_anything_beside_it(reader: Any, address: str) -> None:
    frames: list[bytes] = []
    reader.page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: frames.append(bytes(frame))))
    reader.open(address)
    first = {
        part: next(at for at, frame in enumerate(frames) if part.encode() in frame)
        for part in (*ANSWER, "Award family", "Picture (PNG)")
    }
    answer = {first[part] for part in ANSWER}
    assert len(answer) == 1
    assert max(answer) < min(first["Award family"], first["Picture (PNG)"])
    assert sum(b"<h1>" in frame for frame in frames) == 1


@pytest.mark.parametrize("address", ["", "peers?with=vtc-som&with=uva-som&cumulative=true&shares=true"])
def test_charts_are_drawn_with_the_light_build_of_plotly(reader: Any, address: str) -> None:
    reader.open(address)
    expect(reader.page.locator(".js-plotly-plot .point:visible").first).to_be_attached()
    assert reader.page.evaluate("Plotly.version") == basic_version()
    whole = (FOLDER / str(script_file(FOLDER))).stat().st_size
    assert 0 < reader.page.evaluate(PLOTLY_BYTES) < whole / 3
    assert reader.errors == []
