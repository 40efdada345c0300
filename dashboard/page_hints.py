"""Streamlit's page with hints: a browser asks for the scripts of what stands on it at once, not when each turns up.

Streamlit's front end asks for the script of an element when the first such element arrives, and its framework shows
what came late half a second later than it could. Which files those are is read from the list that Streamlit's build
left beside them, so that nothing here knows their names; where that list, or an element in it, is missing, the page
goes out with fewer hints, or with none.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import Any, Final

import streamlit as st
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

FOLDER: Final = Path(st.__file__).parent / "static"
ENTRY: Final = "index.html"
END_OF_HEAD: Final = "</head>"
ELEMENTS: Final[Mapping[str, tuple[str, ...]]] = {
    "": ("Html", "Selectbox", "DownloadButton", "PlotlyChart"),
    "school": ("Html", "Selectbox", "DownloadButton"),
    "streaks": ("Html", "Selectbox", "TextInput", "Multiselect", "NumberInput", "Pagination", "DownloadButton"),
    "peers": ("Html", "Selectbox", "Multiselect", "NumberInput", "TextInput"),
    "initiatives": ("Html", "Selectbox", "DownloadButton", "TextInput", "Multiselect"),
    "applications": ("Html", "DownloadButton", "Selectbox", "NumberInput", "DateInput", "TextInput"),
    "report": ("Html", "Selectbox", "TextArea", "NumberInput", "Multiselect", "DownloadButton", "Button"),
    "fact-check": ("Html", "Selectbox", "FileUploader", "TextArea"),
    "announcement": ("Html", "FileUploader", "TextArea", "TextInput", "DateInput"),
    "records": ("Html", "TextInput", "Multiselect", "Slider", "Checkbox", "Pagination", "DownloadButton"),
    "sources": ("Html", "Pagination", "TextInput", "DownloadButton"),
    "review": ("Html", "Selectbox", "Radio", "TextInput", "Button"),
    "load": ("Html", "FileUploader", "Selectbox", "Button"),
    "links": ("Html",),
    "audit": ("Html", "TextInput", "Multiselect", "DateInput", "DownloadButton"),
    "glossary": ("Html",),
    "rules": ("Html",),
    "accessibility": ("Html",),
}
"""What each page always shows, by its address, in the names of Streamlit's front end; a browser test compares them.

Left out is the script that colours code, which is longer than all others together.
"""
LATER: Final = frozenset({"PlotlyChart"})
"""What is asked for after all that the answer needs."""
Parts = Mapping[str, Mapping[str, Any]]
"""The build's list: a part of the front end with its `file` and the parts it `imports`."""


@dataclass(frozen=True)
class HintedPage:
    """Streamlit's page as it is sent for one address."""

    html: str

    @property
    def tag(self) -> str:
        """By which a browser tells that it holds this page already."""
        return f'"{sha256(self.html.encode()).hexdigest()[:32]}"'


def routes() -> list[Route]:
    """The routes of all pages, for the web server."""
    return [Route(f"/{address}", _answer) for address in ELEMENTS]


def _answer(request: Request) -> Response:
    page = hinted_page(request.url.path.strip("/"))
    headers = {"ETag": page.tag, "Cache-Control": "no-cache"}
    if page.tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return HTMLResponse(page.html, headers=headers)


@cache
def hinted_page(address: str, folder: Path = FOLDER) -> HintedPage:
    """The page for an address of `ELEMENTS`; as Streamlit has it where its list of files is missing."""
    html = (folder / ENTRY).read_text(encoding="utf-8")
    listed = folder / "manifest.json"
    parts: Parts = json.loads(listed.read_text(encoding="utf-8")) if listed.exists() else {}
    return HintedPage(html.replace(END_OF_HEAD, _links(parts, ELEMENTS.get(address, ())) + END_OF_HEAD, 1))


def _links(parts: Parts, elements: Sequence[str]) -> str:
    first = files_of(parts, [element for element in elements if element not in LATER])
    then = [file for file in files_of(parts, elements) if file not in first]
    return "".join([*(_link(file) for file in first), *(_link(file, ' fetchpriority="low"') for file in then)])


def files_of(parts: Parts, elements: Sequence[str]) -> list[str]:
    """The scripts that these elements need and the page itself does not ask for, each once, in order of need."""
    wanted: dict[str, None] = {}
    for element in elements:
        for key, part in parts.items():
            if part.get("isDynamicEntry") and part.get("name") == element:
                wanted |= dict.fromkeys(_with_imports(parts, key, {}))
    own = _with_imports(parts, ENTRY, {}) if ENTRY in parts else {}
    return [str(parts[key]["file"]) for key in wanted if key not in own]


def _with_imports(parts: Parts, key: str, seen: dict[str, None]) -> dict[str, None]:
    """The part and all that it imports, in order; what is listed nowhere is left out."""
    if key in seen or key not in parts:
        return seen
    seen[key] = None
    for imported in parts[key].get("imports", ()):
        _with_imports(parts, imported, seen)
    return seen


def _link(file: str, more: str = "") -> str:
    return f'<link rel="modulepreload" crossorigin{more} href="./{escape(file)}">\n'
