"""Pages opened in headless Chromium: when the answer stands there, when all of it, and what went over the wire."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
WAIT_MILLISECONDS = 60_000
STAMPS = """
(() => {
  const wanted = %s;
  const seen = one => { const found = document.querySelector(one);
                        return !!found && found.getClientRects().length > 0; };
  const stamps = {};
  let finish;
  window.stamped = new Promise(done => { finish = done; });
  const look = () => {
    for (const [name, all] of Object.entries(wanted))
      if (!(name in stamps) && all.every(seen)) stamps[name] = performance.now();
    if (Object.keys(stamps).length < Object.keys(wanted).length) requestAnimationFrame(look);
    else finish(stamps);
  };
  requestAnimationFrame(look);
})();
"""
"""Notes when each thing is drawn for the first time, frame by frame, in milliseconds since the page was asked for."""
CHOICE = """
before => {
  const heading = () => document.querySelector('header.aw-answer h1')?.innerText;
  window.changed = new Promise(done => {
    let start;
    document.addEventListener('keydown', event => { if (event.key === 'Enter') start = performance.now(); },
                              {capture: true});
    const look = () => {
      if (start !== undefined && heading() && heading() !== before) done(performance.now() - start);
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}
"""
"""Makes a promise of the milliseconds from the key Enter until the page's heading is another one."""


@dataclass(frozen=True)
class Site:
    """A page to open, and what must stand there: what is seen first, and all of it (CSS selectors)."""

    name: str
    address: str
    answer: tuple[str, ...]
    whole: tuple[str, ...]


@dataclass(frozen=True)
class Opened:
    """One page opened once."""

    answer: float
    """Seconds until the answer stood there."""
    whole: float
    """Seconds until all of it did."""
    requests: int
    abroad: int
    """Requests to other hosts."""
    wire: int
    """Bytes over the wire, headers included."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, without a window. Raises RuntimeError where it is missing."""
    executable = shutil.which("chromium")
    if executable is None:
        raise RuntimeError("Chromium is not installed: the Debian package `chromium`")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        yield browser
        browser.close()


def in_turn(browser: Browser, sites: list[Site], rounds: int) -> dict[tuple[str, str], Opened]:
    """Every site opened cold and then warm, in turn; the medians by site and "cold" or "warm"."""
    found: dict[tuple[str, str], list[Opened]] = {}
    for _ in range(rounds):
        for site in sites:
            context = browser.new_context(viewport={"width": 1280, "height": 900})
            for state in ("cold", "warm"):
                found.setdefault((site.name, state), []).append(_opened(context, site))
            context.close()
    return {key: _median(every) for key, every in found.items()}


def _opened(context: BrowserContext, site: Site) -> Opened:
    page = context.new_page()
    page.set_default_timeout(WAIT_MILLISECONDS)
    wire, asked = _listen(context, page)
    page.add_init_script(STAMPS % {"answer": list(site.answer), "whole": list(site.whole)})
    page.goto(site.address)
    stamps: dict[str, float] = page.evaluate("window.stamped")
    page.wait_for_load_state("networkidle")
    page.close()
    host = site.address.split("/")[2]
    abroad = [url for url in asked if url.split("/")[2:3] != [host]]
    return Opened(stamps["answer"] / 1000, stamps["whole"] / 1000, len(asked), len(abroad), sum(wire))


def _listen(context: BrowserContext, page: Page) -> tuple[list[int], list[str]]:
    """Fills up with the bytes of every answer and frame, and with every address that is asked for."""
    wire: list[int] = []
    asked: list[str] = []
    devtools = context.new_cdp_session(page)
    devtools.send("Network.enable")

    def note_request(event: dict[str, Any]) -> None:
        if event["request"]["url"].startswith("http"):
            asked.append(event["request"]["url"])

    def note_frame(event: dict[str, Any]) -> None:
        wire.append(len(event["response"]["payloadData"]))

    devtools.on("Network.requestWillBeSent", note_request)
    devtools.on("Network.loadingFinished", lambda event: wire.append(int(event["encodedDataLength"])))
    devtools.on("Network.webSocketFrameReceived", note_frame)  # before compression, in base64: more than there was
    return wire, asked


def _median(every: list[Opened]) -> Opened:
    return Opened(
        median(one.answer for one in every),
        median(one.whole for one in every),
        round(median(one.requests for one in every)),
        max(one.abroad for one in every),
        round(median(one.wire for one in every)),
    )


def filtered(browser: Browser, address: str, states: list[str]) -> float:
    """Median seconds from the click on a state, on the page Streaks, until the sentence is another one."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.set_default_timeout(WAIT_MILLISECONDS)
    page.goto(f"{address}/streaks")
    page.locator('[data-test-script-state="notRunning"]').wait_for(state="attached")
    page.locator(".aw-foot").wait_for(state="attached")
    times = []
    for state in states:
        before = page.locator("header.aw-answer h1").inner_text()
        page.evaluate(CHOICE, before)
        page.get_by_role("combobox", name="State").press_sequentially(state)
        page.keyboard.press("Enter")
        times.append(page.evaluate("window.changed") / 1000)
        page.locator('[data-test-script-state="notRunning"]').wait_for(state="attached")
    context.close()
    return median(times)
