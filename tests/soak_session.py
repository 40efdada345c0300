# ruff: noqa: E501
"""A browser-like session of the dashboard: Streamlit's own websocket, spoken without a browser."""

import random
import urllib.request
from contextlib import ExitStack
from http.cookies import SimpleCookie
from typing import Self
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

PAGES = (
    "overview", "school", "streaks", "peers", "initiatives", "applications", "report", "fact-check", "announcement",
    "records", "sources", "review", "load", "links", "audit", "glossary", "rules", "accessibility",
)  # fmt: skip
ANSWER_SECONDS = 120.0


class Session:
    """One reader, from the first request on."""

    def __init__(self, address: str, schools: list[str], chance: random.Random) -> None:
        self.schools, self.chance = schools, chance
        self.troubles: list[str] = []
        cookies: SimpleCookie = SimpleCookie()
        for path in ("/", "/_stcore/health"):  # as a browser does
            with urllib.request.urlopen(f"{address}{path}", timeout=60) as answer:
                cookies.load(answer.headers.get("Set-Cookie", ""))
        self.id = ""
        token = cookies["_streamlit_xsrf"].value if "_streamlit_xsrf" in cookies else ""
        said = "; ".join(f"{name}={one.value}" for name, one in cookies.items())
        self.headers = {"Cookie": said, "X-Xsrftoken": token}
        """What a request needs that changes something."""
        self._open = ExitStack()
        to = connect(
            address.replace("http", "ws", 1) + "/_stcore/stream",
            subprotocols=["streamlit"],  # type: ignore[list-item]
            additional_headers={"Origin": address, "Cookie": said},
            max_size=None,
            open_timeout=60,
        )

        self._socket = self._open.enter_context(to)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def choices(self, page: str) -> dict[str, str]:
        """What a reader might have chosen on a page: a school, a filter, a search."""
        school, year = self.chance.choice(self.schools), str(self.chance.randint(2012, 2025))
        return {
            "school": {"school": school, "year": year},
            "overview": {"school": school},
            "applications": {"school": school},
            "report": {"school": school},
            "peers": {"school": school},
            "records": {"status": self.chance.choice(("won", "pending")), "q": self.chance.choice(("medicine", "%", "'"))},
            "sources": {"q": self.chance.choice(("health", "university", "_"))},
        }.get(page, {}) if self.chance.random() < 0.8 else {}  # fmt: skip

    def place_for_a_file(self, name: str) -> str:
        """The path to which a file of that name is uploaded."""
        self.click()
        asked = BackMsg()
        asked.file_urls_request.request_id = "1"
        asked.file_urls_request.session_id = self.id
        asked.file_urls_request.file_names.append(name)
        self._socket.send(asked.SerializeToString())
        while True:
            told = ForwardMsg()
            told.ParseFromString(bytes(self._socket.recv(ANSWER_SECONDS)))
            if told.HasField("file_urls_response"):
                return str(told.file_urls_response.file_urls[0].upload_url)

    def click(self) -> str:
        """Go to some page with some choices and wait until it stands there; returns the page."""
        page = self.chance.choice(PAGES)
        asked = BackMsg()
        asked.rerun_script.query_string = urlencode(self.choices(page))
        asked.rerun_script.page_name = "" if page == "overview" else page
        self._socket.send(asked.SerializeToString())
        while True:
            told = ForwardMsg()
            told.ParseFromString(bytes(self._socket.recv(ANSWER_SECONDS)))
            self.id = told.new_session.initialize.session_id or self.id
            element = told.delta.new_element
            if element.WhichOneof("type") == "exception":
                self.troubles.append(f"{page}: {element.exception.type}: {element.exception.message}")
            if told.HasField("page_not_found"):
                self.troubles.append(f"{page}: not found")
            if "database does not answer" in str(element.markdown.body) + str(element.alert.body):
                self.troubles.append(f"{page}: the database does not answer")
            if told.HasField("script_finished"):
                return page
