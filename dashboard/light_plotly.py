"""Plotly's basic build in the place of the whole one: bars and lines need a quarter of it.

The script by which Streamlit draws Plotly figures holds all of Plotly: maps, three dimensions, statistics. To read it
takes a browser longer than everything else on a page together. Plotly itself publishes a build of bars, lines and pies,
of which `front/plotly-basic.min.js` is an unchanged copy (npm: plotly.js-basic-dist-min), and this module hands out
Streamlit's script with that build inside; all that Streamlit adds (theme, size, alternative text) stays its own. Where
Streamlit's script is not as it is known here, it goes out as it is: figures look the same, and come later.
"""

import json
import re
from pathlib import Path
from typing import Final

from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard.page_hints import FOLDER

BASIC: Final = Path(__file__).parent / "front" / "plotly-basic.min.js"
ELEMENT: Final = "PlotlyChart"
CACHING: Final = "public, immutable, max-age=31536000"
"""The same as Streamlit's: the name holds a hash, which changes with Streamlit."""
_BEGIN: Final = re.compile(
    r"\(function\(\w+,\w+\)\{typeof (?P<module>\w+)==`object`&&(?P=module)\.exports\?(?P=module)\.exports=\w+\(\)"
    r":\w+\.moduleName=\w+\(\)\}\)\("
)
_END: Final = re.compile(r"return window\.Plotly=(\w+),\1\}\)")
_VERSION: Final = re.compile(r'version\.js"\(\w+\)\{\w+\.version=`(\d+)\.')
_BASIC_VERSION: Final = re.compile(r"plotly\.js \(basic - minified\) v((\d+)\.\d+\.\d+)")


class LightPlotly:
    """Hands out the lighter script where Streamlit's is asked for; all else, and what does not fit, is Streamlit's."""

    def __init__(self, app: ASGIApp, folder: Path = FOLDER) -> None:
        self.app = app
        self.path, self.script = lighter_script(folder)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: D102  the protocol of ASGI
        if self.script is None or scope["type"] != "http" or scope["path"] != self.path or scope["method"] != "GET":
            await self.app(scope, receive, send)
            return
        answer = Response(self.script, media_type="text/javascript", headers={"Cache-Control": CACHING})
        await answer(scope, receive, send)


def lighter_script(folder: Path) -> tuple[str, str | None]:
    """The path at which a browser asks for Streamlit's script, and the lighter one; None where it does not fit."""
    file = script_file(folder)
    if file is None:
        return "", None
    return f"/{file}", lightened((folder / file).read_text(encoding="utf-8"), BASIC.read_text(encoding="utf-8"))


def script_file(folder: Path) -> str | None:
    """Where Streamlit's script for Plotly lies in its folder, by the list of its build; None where there is none."""
    listed = folder / "manifest.json"
    parts = json.loads(listed.read_text(encoding="utf-8")).values() if listed.exists() else ()
    return next((str(part["file"]) for part in parts if part.get("name") == ELEMENT), None)


def lightened(script: str, basic: str) -> str | None:
    """Streamlit's script with the basic build inside; None where that does not fit.

    It fits when Plotly stands in the script once, wrapped as its builds are, and is of the same major version.
    """
    begin, version, own = _BEGIN.search(script), _VERSION.search(script), _BASIC_VERSION.search(basic)
    end = _END.search(script, begin.end()) if begin else None
    if not (begin and end and version and own) or version[1] != own[2] or _BEGIN.search(script, end.end()):
        return None
    return f"{script[: begin.start()]}var module={begin['module']};{basic}{script[end.end() :]}"


def basic_version() -> str:
    """The version of the basic build. Raises ValueError where the file does not begin as Plotly's builds do."""
    found = _BASIC_VERSION.search(BASIC.read_text(encoding="utf-8"))
    if found is None:
        raise ValueError(f"{BASIC} does not say its version")
    return found[1]
