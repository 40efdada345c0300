# ruff: noqa: E501
"""Addresses of sources: only those of the web are taken, and only those become links."""

from pathlib import Path

import pytest

from dashboard.components.links import is_web, web_link
from etl.pipeline import load
from etl.transform.clean_text import Unfit
from etl.transform.clean_web import url
from tests.conftest import Fresh

HOSTILE = (
    "javascript:alert(1)", "JavaScript://elm.example/%0aalert(1)", "java\tscript:alert(1)", "data:text/html,<script>x</script>",
    "file:///etc/passwd", "vbscript:x", "ftp://elm.example/x", "//elm.example/x", "http:elm.example", "https://", "http://",
    "https://user:word@elm.example/", "http://[::1", "blob:https://elm.example/x", "https:\\\\elm.example", "about:blank",
)  # fmt: skip


@pytest.mark.parametrize("address", HOSTILE)
def test_only_addresses_of_the_web_are_taken(address: str) -> None:
    with pytest.raises(Unfit, match="address"):
        url(address)


@pytest.mark.parametrize("address", [one for one in HOSTILE if "user:" not in one])
def test_only_addresses_of_the_web_become_links(address: str) -> None:
    assert not is_web(address)
    assert "<a" not in web_link(address, "a source")


def test_an_address_cannot_leave_its_attribute() -> None:
    assert web_link('https://elm.example/"onclick="alert(1)', "<b>x</b>") == (
        '<a href="https://elm.example/&quot;onclick=&quot;alert(1)">&lt;b&gt;x&lt;/b&gt;</a>'
    )


def test_a_list_with_such_an_address_is_refused_row_by_row(fresh_small: Fresh, tmp_path: Path) -> None:
    path = tmp_path / "sources.csv"
    path.write_text("source_id,title,url,publisher_kind\ns1,A,javascript:alert(1),school\n", "utf-8")
    report = load(fresh_small(), [path], by="tests")
    told = [reason.message for file in report.files for row in file.refused_rows for reason in row.reasons]
    assert [one for one in told if "javascript:alert(1)" in one and "it begins with https:// or http://" in one]
