"""Roles by the configuration, and what a wrong configuration is told."""

from pathlib import Path
from typing import Any

import pytest

from dashboard.access import (
    ROLES_VARIABLE,
    SECRETS_VARIABLE,
    ConfigurationWrong,
    access,
    person,
    reaches,
    role_of_owner,
)

AUTH = """
[auth]
redirect_uri = "https://awards.example/oauth2callback"
cookie_secret = "a secret of the tests, of more than thirty-two characters"
client_id = "a"
client_secret = "b"
server_metadata_url = "https://login.example/.well-known/openid-configuration"
"""
ROLES = """
[roles]
admin = ["Boss@x.example"]
analyst = ["@dei.x.example", "group:award-analysts", "roles:Awards.Analyst"]
viewer = ["@x.example"]
"""


@pytest.fixture
def configured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Writes the secrets file and names it."""

    def write(text: str) -> Path:
        path = tmp_path / "secrets.toml"
        path.write_text(text, "utf-8")
        monkeypatch.setenv(SECRETS_VARIABLE, str(path))
        monkeypatch.delenv(ROLES_VARIABLE, raising=False)
        return path

    return write


def role(**claims: Any) -> str | None:
    found = person({"is_logged_in": True, "sub": "s1", **claims}, access())
    return found.role if found else "nobody"


def test_roles_by_address_domain_and_claim(configured: Any) -> None:
    configured(AUTH + ROLES)
    assert role(email="boss@X.example") == "admin"
    assert role(email="a@dei.x.example") == "analyst"
    assert role(email="a@x.example") == "viewer"
    assert role(email="a@elsewhere.example", groups=["b", "award-analysts"]) == "analyst"
    assert role(email="a@elsewhere.example", groups="award-analysts") == "analyst"
    assert role(email="a@elsewhere.example", roles=["Awards.Analyst"]) == "analyst"


@pytest.mark.parametrize(
    "claims",
    [
        {"email": "a@elsewhere.example"},
        {"email": "a@notx.example"},
        {"email": "a@sub.x.example"},
        {"email": "boss@x.example@elsewhere.example"},
        {"email": "boss@elsewhere.example@x.example"},
        {"email": "boss@x.example", "email_verified": False},
        {"email": "boss@x.example", "email_verified": "false"},
        {"email": ""},
        {"groups": ["award-analysts-of-elsewhere"]},
        {"groups": "of award-analysts"},
        {},
    ],
)
def test_who_fits_no_entry_has_no_role(configured: Any, claims: dict[str, Any]) -> None:
    configured(AUTH + ROLES)
    assert role(**claims) is None


def test_without_entries_nobody_has_a_role(configured: Any) -> None:
    configured(AUTH)
    assert role(email="boss@x.example") is None
    assert access().sign_in


def test_nobody_is_signed_in_without_the_flag_or_after_the_hours(configured: Any) -> None:
    configured(AUTH + ROLES + "hours = 2\n")
    found = access()
    claims = {"email": "boss@x.example", "iat": 1_000_000}
    assert person(claims, found) is None
    assert person({**claims, "is_logged_in": False}, found) is None
    assert person({**claims, "is_logged_in": True}, found, now=1_000_000 + 7_199) is not None
    assert person({**claims, "is_logged_in": True}, found, now=1_000_000 + 7_201) is None


def test_roles_may_stand_in_a_file_of_their_own_and_change_at_once(
    configured: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    configured(AUTH + ROLES)
    own = tmp_path / "roles.toml"
    own.write_text('viewer = ["boss@x.example"]\n', "utf-8")
    monkeypatch.setenv(ROLES_VARIABLE, str(own))
    assert role(email="boss@x.example") == "viewer"
    own.write_text('[roles]\nadmin = ["other@x.example"] # longer\n', "utf-8")
    assert role(email="boss@x.example") is None


@pytest.mark.parametrize("iat", [4e9, float("inf"), float("nan")])
def test_a_day_of_sign_in_that_cannot_be(configured: Any, iat: float) -> None:
    configured(AUTH + ROLES)
    said = {"is_logged_in": True, "email": "boss@x.example", "iat": iat}
    found = person(said, access())
    assert found is None or found.since == 0
    assert person({**said, "iat": 1000.0}, access(), now=1060) is not None


def test_a_providers_key_is_never_an_address(configured: Any) -> None:
    configured(AUTH + ROLES)
    said = {"is_logged_in": True, "sub": "boss@x.example", "email_verified": False, "groups": ["award-analysts"]}
    found = person(said, access())
    assert found is not None
    assert (found.name, found.role) == ("boss@x.example (not verified)", "analyst")
    assert role_of_owner(found.name, (), access()) is None


def test_a_file_that_is_named_and_lacks_the_section_opens_nothing(configured: Any) -> None:
    for text in (ROLES, ""):
        configured(text)
        with pytest.raises(ConfigurationWrong, match=r"no section \[auth\]"):
            access()


def test_sign_in_is_off_without_a_file_and_stays_on_once_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(SECRETS_VARIABLE, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    assert not access().sign_in
    path = tmp_path / ".streamlit" / "secrets.toml"
    path.parent.mkdir()
    path.write_text(ROLES, "utf-8")
    assert not access().sign_in
    path.write_text(AUTH + ROLES, "utf-8")
    assert access().sign_in
    path.write_text("", "utf-8")  # as an editor does that writes anew, or a full disk
    with pytest.raises(ConfigurationWrong):
        access()
    path.unlink()
    with pytest.raises(ConfigurationWrong):
        access()


@pytest.mark.parametrize("claims", [
    {"email": "straße@x.example"}, {"email": "\u212aelly@x.example"},
    {"email": "boss@x.example", "email_verified": "no"}, {"email": "boss@x.example", "email_verified": []},
])  # fmt: skip
def test_addresses_that_only_look_alike_are_another_persons(configured: Any, claims: dict[str, Any]) -> None:
    configured(AUTH + '[roles]\nadmin = ["strasse@x.example", "kelly@x.example", "Boss@x.example"]\n')
    assert role(**claims) is None
    assert role(email="BOSS@x.example") == "admin"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[auth", "no TOML file"),
        (AUTH.replace("a secret of the tests, of more than thirty-two characters", "short"), "at least 32 characters"),
        (AUTH.replace("oauth2callback", "elsewhere"), "redirect_uri"),
        (AUTH.replace("client_id", "client"), "lacks client_id"),
        (AUTH + '[roles]\nadmin = ["boss"]', "'boss' is no e-mail address"),
        (AUTH + '[roles]\nadmin = ["email:boss@x.example"]', "no claim such as"),
        (AUTH + '[roles]\nadmin = "boss@x.example"', "must be a list"),
        (AUTH + "[roles]\nhours = 0", "above 0"),
        (
            AUTH.replace("https://login.example/", "https://login.microsoftonline.com/common/v2.0/"),
            "must name your own directory",
        ),
    ],
)
def test_a_wrong_configuration_is_told_and_lets_nobody_in(configured: Any, text: str, told: str) -> None:
    configured(text)
    with pytest.raises(ConfigurationWrong, match=told):
        access()


def test_a_missing_file_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SECRETS_VARIABLE, str(tmp_path / "none.toml"))
    with pytest.raises(ConfigurationWrong, match="no such file"):
        access()


def test_the_owner_of_a_link_keeps_the_role_by_address_or_by_what_fitted_last(configured: Any) -> None:
    configured(AUTH + ROLES)
    found = access()
    assert role_of_owner("a@x.example", (), found) == "viewer"
    assert role_of_owner("a@elsewhere.example", ("group:award-analysts",), found) == "analyst"
    assert role_of_owner("a@elsewhere.example", ("group:gone", "@x.example"), found) is None
    assert role_of_owner("s1", (), found) is None


def test_a_role_covers_those_below() -> None:
    assert [reaches("analyst", one) for one in ("viewer", "analyst", "admin")] == [True, True, False]
    assert not reaches(None, "viewer")
