"""What axe holds against a page: one way to ask, for all tests in the browser."""

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
RULES_AT_LEAST = 15
"""More rules than these find something to look at on every page."""
ASKED = """async tags => {
    const found = await axe.run(document, {runOnly: tags, resultTypes: ['violations']});
    const told = found.violations.map(fault => `${fault.id}: ${fault.nodes[0].html.slice(0, 300)}`);
    return [found.passes.length, told];
}"""
"""Every node that passes is left where it is: to describe them all takes longer than to look at them."""


def faults(page: Page) -> list[str]:
    """What axe finds on the page as it is now."""
    page.evaluate(AXE_SCRIPT)
    passed, told = page.evaluate(ASKED, WCAG)
    assert passed > RULES_AT_LEAST, "axe looked at the page"
    return list(told)
