"""A reader without a browser: speaks Streamlit's own protocol over a websocket, as its front end does."""

import time
from dataclasses import dataclass, field
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

ANSWER_SECONDS = 120
WIDGETS = ("multiselect", "selectbox", "text_input")


@dataclass
class Rerun:
    """What one run of a page took: seconds to its last message, and its bytes before compression."""

    seconds: float
    size: int


@dataclass
class Session:
    """One reader's connection. `open` it first, `close` it last."""

    address: str
    page: str
    widgets: dict[str, str] = field(default_factory=dict)
    """Labels of the widgets of the page, with their keys in the protocol."""
    _held: dict[str, bool] = field(default_factory=dict)
    _states: dict[str, tuple[str, Any]] = field(default_factory=dict)
    _socket: ClientConnection | None = None
    _page_hash: str = ""

    async def open(self, query: str = "") -> Rerun:
        """Connect and run the page for the first time."""
        place = self.address.replace("http", "ws", 1)
        self._socket = await connect(f"{place}/_stcore/stream", subprotocols=["streamlit"], max_size=None)  # type: ignore[list-item]
        return await self.rerun(query)

    async def close(self) -> None:
        """Leave."""
        if self._socket:
            await self._socket.close()

    async def choose(self, label: str, values: list[str], query: str) -> Rerun:
        """Choose the values in the multiselect of that label; `query` is the address that the front end writes."""
        self._states[self.widgets[label]] = ("string_array_value", values)
        return await self.rerun(query)

    async def rerun(self, query: str = "") -> Rerun:
        """Run the page with this address; returns when the script has ended. Raises RuntimeError where it failed."""
        if self._socket is None:
            raise RuntimeError("open the session first")
        start = time.perf_counter()
        await self._socket.send(self._asking(query).SerializeToString())
        size = 0
        while True:
            data = await self._socket.recv(decode=False)
            size += len(data)
            message = ForwardMsg.FromString(data)
            self._note(message)
            if message.WhichOneof("type") == "script_finished" and message.script_finished in (
                ForwardMsg.FINISHED_SUCCESSFULLY,
                ForwardMsg.FINISHED_WITH_COMPILE_ERROR,
            ):
                return Rerun(time.perf_counter() - start, size)

    def _asking(self, query: str) -> BackMsg:
        asking = BackMsg()
        state = asking.rerun_script
        state.query_string = query
        state.page_script_hash = self._page_hash
        state.page_name = "" if self._page_hash else self.page
        state.cached_message_hashes.extend(self._held)
        for key, (kind, value) in self._states.items():
            widget = state.widget_states.widgets.add(id=key)
            if kind == "string_array_value":
                widget.string_array_value.data.extend(value)
        return asking

    def _note(self, message: ForwardMsg) -> None:
        """Remember what the front end remembers: the page, long messages, the keys of widgets."""
        kind = message.WhichOneof("type")
        if message.metadata.cacheable:
            self._held[message.hash] = True
        if kind == "navigation":
            self._page_hash = message.navigation.page_script_hash
        elif kind == "delta" and message.delta.WhichOneof("type") == "new_element":
            element = message.delta.new_element
            which = element.WhichOneof("type")
            if which in WIDGETS:
                widget = getattr(element, which)
                self.widgets[widget.label] = widget.id
            elif which == "exception":
                raise RuntimeError(f"the page {self.page or 'overview'} failed: {element.exception.message}")
