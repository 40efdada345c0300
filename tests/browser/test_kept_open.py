"""What somebody has open outlives links that load a page anew, in their own browser and no other."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
TEXT = (
    "UMKC School of Medicine wins again\n\nUMKC School of Medicine has received the 2023 Health Professions HEED Award "
    "for the second year in a row. Quiet Harbor grew."
)


def test_an_open_announcement_stays_while_links_are_followed(reading: Callable[..., Any]) -> None:
    reader = reading()
    reader.open("announcement")
    page = reader.page
    page.get_by_label("Or paste its text").fill(TEXT)
    page.get_by_role("button", name="Read it").click()
    expect(page.locator("h1")).to_contain_text("2 statements found")
    page.get_by_label("Award year").first.fill("2022")
    page.get_by_label("Award year").first.press("Enter")
    page.get_by_label("Its words in the text").fill("Quiet Harbor")
    page.get_by_role("button", name="Add it").click()
    expect(page.locator("h1")).to_contain_text("3 statements found")
    page.get_by_role("link", name="How it counts").click()
    expect(page.locator("h1")).not_to_contain_text("statements found")
    reader.open("announcement")
    expect(page.locator("h1")).to_contain_text("3 statements found")
    expect(page.get_by_label("Award year").first).to_have_value("2022")
    stranger = reading()
    stranger.open("announcement")
    expect(stranger.page.locator("h1")).to_have_text("Upload an announcement, or paste its text")
    page.get_by_role("button", name="Put it away").click()
    expect(page.locator("h1")).to_have_text("Upload an announcement, or paste its text")
    reader.open("announcement")
    expect(page.locator("h1")).to_have_text("Upload an announcement, or paste its text")
    assert reader.errors == []
