"""Sign-in and roles in a real browser, with a real provider of OpenID Connect."""

import json
import re
import shutil
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value

from dashboard.uploads import REFUSED
from tests.oidc_provider import Provider, running, secrets_toml

pytestmark = pytest.mark.browser
Reading = Callable[..., Any]
SIGN_IN = "Sign in to see the awards"
RIGHT = "a secret of the tests, of more than thirty-two characters"
"""The provider's secret of cookies: tests/oidc_provider.py."""


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    with running() as started:
        yield started


@pytest.fixture(scope="module")
def office(provider: Provider, shipped_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The program with sign-in, over the shipped data."""
    from tests.browser.conftest import serve, stop

    folder = tmp_path_factory.mktemp("office")
    shutil.copyfile(shipped_file, folder / "awards.db")
    (folder / "secrets.toml").write_text(secrets_toml(provider), "utf-8")
    started = serve(folder / "awards.db", folder / "log.txt", AWARDS_SECRETS=str(folder / "secrets.toml"))
    yield started
    stop(started)


@pytest.fixture
def signed(reading: Reading, office: Any) -> Callable[[str], Any]:
    """A reader who has signed in under an address."""

    def make(email: str) -> Any:
        reader = reading(over=office)
        sign_in(reader.page, office.address, email)
        return reader

    return make


def sign_in(page: Page, address: str, email: str) -> None:
    page.goto(address)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_label("Address").fill(email)
    page.get_by_role("button", name="Go on").click()
    expect(page).to_have_url(f"{address}/")
    expect(page.locator("h1")).not_to_have_text(SIGN_IN)


def fetched(address: str | urllib.request.Request) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(address, timeout=20) as answer:
            return answer.status, answer.read().decode("utf-8-sig")
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


def menu(page: Page) -> set[str]:
    """The pages that the page links to in its menus, open or not."""
    found = page.locator('a[data-testid="stTopNavLink"], .aw-pages a').evaluate_all(
        "all => all.map(one => new URL(one.href).pathname.slice(1))"
    )
    return set(found)


@pytest.mark.parametrize("path", ["", "records", "school?school=umkc-som", "load", "audit", "nothing-there"])
def test_before_the_sign_in_every_address_shows_the_same_page(reading: Reading, office: Any, path: str) -> None:
    reader = reading(over=office)
    reader.page.goto(f"{office.address}/{path}")
    expect(reader.page.locator("h1")).to_have_text(SIGN_IN)
    assert "UMKC" not in reader.page.content()
    assert reader.page.locator('a[href*="streaks"]').count() == 0


def test_data_need_a_token_and_health_stays_open(office: Any) -> None:
    for path in ("data/", "data/records.csv", "data/records.about.json", "calendar.ics", "data/records.csv?token=x.y"):
        status, told = fetched(f"{office.address}/{path}")
        assert (status, "UMKC" in told) == (403, False), path
    status, told = fetched(f"{office.address}/healthz")
    assert (status, set(json.loads(told))) == (200, {"status", "data_version"})


def test_a_viewer_sees_pages_and_none_that_change_something(signed: Callable[[str], Any], office: Any) -> None:
    reader = signed("viewer@x.example")
    reader.settle()
    assert reader.answer.startswith("3 wins")
    expect(reader.page.get_by_text("Signed in as viewer@x.example (viewer)")).to_be_visible()
    links = menu(reader.page)
    assert "streaks" in links
    assert not links & {"load", "review", "announcement", "applications", "audit"}
    for path in ("load", "review", "announcement", "applications", "audit"):
        reader.open(path)
        assert reader.answer == "This page is not open to you", path
    reader.open("?school=jhu-nursing")
    expect(reader.page.get_by_role("button", name="Make this the office's own school")).to_be_disabled()


def test_sign_out_leads_back_to_the_sign_in(signed: Callable[[str], Any], office: Any) -> None:
    reader = signed("viewer@x.example")
    reader.settle()
    reader.page.get_by_role("button", name="Sign out").click()
    expect(reader.page.locator("h1")).to_have_text(SIGN_IN)
    reader.page.goto(f"{office.address}/records")
    expect(reader.page.locator("h1")).to_have_text(SIGN_IN)


def test_the_sign_in_leads_back_to_the_page_that_was_asked_for(reading: Reading, office: Any) -> None:
    reader = reading(over=office)
    reader.page.goto(f"{office.address}/records?status=won&kind=nursing")
    reader.page.get_by_role("button", name="Sign in").click()
    reader.page.get_by_label("Address").fill("viewer@x.example")
    reader.page.get_by_role("button", name="Go on").click()
    expect(reader.page).to_have_url(f"{office.address}/records?status=won&kind=nursing")
    reader.settle()
    expect(reader.page.get_by_text("Signed in as viewer@x.example")).to_be_visible()


@pytest.mark.parametrize("email", ["analyst@dei.x.example", "grouped@elsewhere.example"])
def test_an_analyst_by_domain_or_group_loads_but_does_not_undo(signed: Callable[[str], Any], email: str) -> None:
    reader = signed(email)
    reader.open("load")
    assert reader.answer == "Drag lists here to see what they would change"
    expect(reader.page.get_by_role("button", name="Undo it")).to_be_disabled()
    content = b"school,award,year,source_url\nUMKC School of Medicine,HP-HEED,2016,https://x.example/1\n"
    reader.page.locator("input[type=file]").set_input_files({"name": "w.csv", "mimeType": "", "buffer": content})
    expect(reader.page.get_by_role("button", name="Load 1 row")).to_be_enabled(timeout=30_000)
    reader.page.reload()
    reader.open("audit")
    assert reader.answer == "This page is not open to you"


def test_an_admin_finds_sign_ins_and_refusals_in_the_audit_log(signed: Callable[[str], Any]) -> None:
    viewer = signed("viewer@x.example")
    viewer.open("audit")
    reader = signed("admin@x.example")
    reader.open("audit")
    rows = reader.table("Acts")
    assert any(row[1] == "admin@x.example" and row[2] == "sign-in" for row in rows)
    assert any(row[1] == "viewer@x.example" and row[2] == "refused" and "Audit log" in row[3] for row in rows)


@pytest.mark.parametrize("email", ["nobody@elsewhere.example", "forged@x.example"])
def test_whoever_has_no_role_sees_whom_to_ask(signed: Callable[[str], Any], office: Any, email: str) -> None:
    reader = signed(email)
    expect(reader.page.locator("h1")).to_have_text("You have no role here")
    expect(reader.page.locator("main, .stMain").first).to_contain_text("the office of the tests")
    reader.page.goto(f"{office.address}/records")
    expect(reader.page.locator("h1")).to_have_text("You have no role here")
    assert "UMKC" not in reader.page.content()


def test_a_forged_cookie_is_no_sign_in(reading: Reading, office: Any) -> None:
    said = {"origin": office.address, "is_logged_in": True, "email": "admin@x.example", "provider": "default"}
    for secret in ("", "another secret of more than thirty-two characters"):
        reader = reading(over=office)
        forged = create_signed_value(secret, "_streamlit_user", json.dumps(said)).decode()
        reader.page.context.add_cookies([{"name": "_streamlit_user", "value": forged, "url": office.address}])
        reader.page.goto(office.address)
        expect(reader.page.locator("h1")).to_have_text(SIGN_IN)


COOKIES: dict[str, tuple[bool, dict[str, Any]]] = {
    "nobody": (False, {}),
    "no sign-in": (False, {"is_logged_in": False, "email": "viewer@x.example"}),
    "ended": (False, {"is_logged_in": True, "email": "viewer@x.example", "iat": 1_700_000_000}),
    "no role": (False, {"is_logged_in": True, "email": "nobody@elsewhere.example"}),
    "viewer": (True, {"is_logged_in": True, "email": "viewer@x.example"}),
}


@pytest.mark.parametrize("who", COOKIES)
def test_files_are_taken_of_people_with_a_role_alone(office: Any, who: str) -> None:
    taken, said = COOKIES[who]
    cookie = create_signed_value(RIGHT, "_streamlit_user", json.dumps(said)).decode() if said else ""
    address = f"{office.address}/_stcore/upload_file/no-session/no-file"
    request = urllib.request.Request(address, b"x", {"Cookie": f"_streamlit_user={cookie}"}, method="PUT")
    status, told = fetched(request)
    # Whoever may upload is asked for the session's token next.
    assert (status, told == REFUSED) == (403, not taken)
    assert taken == ("XSRF" in told)


def test_the_right_cookie_would_be_one(reading: Reading, office: Any) -> None:
    """So that the test above fails for its signature and for nothing else."""
    said = {"origin": office.address, "is_logged_in": True, "email": "viewer@x.example", "provider": "default"}
    reader = reading(over=office)
    cookie = create_signed_value(RIGHT, "_streamlit_user", json.dumps(said)).decode()
    reader.page.context.add_cookies([{"name": "_streamlit_user", "value": cookie, "url": office.address}])
    reader.open()
    assert reader.answer.startswith("3 wins")


def test_a_sign_in_ends_after_its_hours(reading: Reading, office: Any) -> None:
    said = {
        "origin": office.address, "is_logged_in": True, "email": "viewer@x.example", "provider": "default",
        "iat": 1_700_000_000,
    }  # fmt: skip
    reader = reading(over=office)
    cookie = create_signed_value(RIGHT, "_streamlit_user", json.dumps(said)).decode()
    reader.page.context.add_cookies([{"name": "_streamlit_user", "value": cookie, "url": office.address}])
    reader.page.goto(office.address)
    expect(reader.page.locator("h1")).to_have_text(SIGN_IN)


def test_a_viewer_makes_a_data_link_and_revokes_it(signed: Callable[[str], Any], office: Any) -> None:
    reader = signed("viewer@x.example")
    reader.open("records?status=won&kind=nursing")
    n = int(re.search(r"^\d+", reader.answer)[0])
    reader.unfold("More formats")
    reader.page.get_by_role("button", name="Make a data link").click()
    code = reader.page.locator('[data-testid="stExpander"] code')
    expect(code).to_contain_text("token=")
    address = code.inner_text().strip()
    assert address.startswith(f"{office.address}/data/records.csv?")
    status, told = fetched(address)
    assert (status, len(told.strip().splitlines())) == (200, n + 1)
    for other in (address.replace("nursing", "medicine"), address.replace("records.csv", "schools.csv"), address[:-1]):
        assert fetched(other)[0] == 403, other
    assert fetched(f"{address}&version=3")[0] == 403
    reader.open("links")
    reader.page.get_by_role("button", name="Revoke this link").click()
    expect(reader.page.get_by_text("The link is revoked.")).to_be_visible()
    status, told = fetched(address)
    assert (status, "revoked" in told) == (403, True)


def test_the_code_flow_used_pkce_and_nothing_was_refused(provider: Provider, signed: Callable[[str], Any]) -> None:
    before = provider.used_pkce
    signed("viewer@x.example")
    assert provider.used_pkce == before + 1
    assert provider.refused == []


def test_no_secret_stands_in_the_log(office: Any) -> None:
    assert "a secret of the tests" not in office.said
    assert "the secret of the client" not in office.said
    assert "token=" not in office.said
