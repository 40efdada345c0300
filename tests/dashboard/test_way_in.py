"""Who is served: this machine alone unless people sign in, or whoever starts the server insists."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from dashboard.access import SECRETS_VARIABLE
from dashboard.cli import app
from dashboard.server import HSTS, NotServed, SecurityHeaders, is_this_machine, way_in
from tests.dashboard.access.test_access import AUTH, ROLES
from tests.loops import run


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "127.0.0.2"])
def test_this_machine_is_served_without_sign_in_and_told_so(host: str) -> None:
    assert is_this_machine(host)
    assert way_in(host).startswith("Sign-in is off. Only this machine is served")


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "awards.example.edu", ""])
def test_others_are_not_served_without_sign_in(host: str) -> None:
    with pytest.raises(NotServed, match="--without-sign-in"):
        way_in(host)
    assert "Whoever reaches" in way_in(host, without_sign_in=True)


def test_with_sign_in_others_are_served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SECRETS_VARIABLE, str(tmp_path / "secrets.toml"))
    (tmp_path / "secrets.toml").write_text(AUTH + ROLES, "utf-8")
    assert way_in("0.0.0.0") == "Readers sign in."
    (tmp_path / "secrets.toml").write_text(AUTH, "utf-8")
    assert "nobody has a role yet" in way_in("0.0.0.0")
    (tmp_path / "secrets.toml").write_text("[auth", "utf-8")
    with pytest.raises(NotServed, match="no TOML file"):
        way_in("127.0.0.1")


def test_the_command_refuses_and_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWARDS_DATABASE_URL", f"sqlite:///{tmp_path / 'awards.db'}")
    told = CliRunner().invoke(app, ["serve", "--host", "0.0.0.0"])
    assert (told.exit_code, (tmp_path / "awards.db").exists()) == (1, False)
    assert "docs/server.md" in told.output


@pytest.mark.parametrize(
    ("scheme", "headers", "tls"),
    [
        ("http", [], False),
        ("http", [(b"x-forwarded-proto", b"http")], False),
        ("http", [(b"x-forwarded-proto", b"https")], True),
        ("https", [], True),
    ],
)
def test_behind_tls_cookies_are_secure_and_hsts_is_told(
    scheme: str, headers: list[tuple[bytes, bytes]], tls: bool
) -> None:

    sent: list[dict[str, object]] = []

    async def app_(_scope: object, _receive: object, send: object) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": [(b"Set-Cookie", b"a=b; HttpOnly")]})  # type: ignore[operator]

    async def send(message: dict[str, object]) -> None:
        sent.append(message)

    scope = {"type": "http", "scheme": scheme, "headers": headers}
    run(SecurityHeaders(app_)(scope, None, send))  # type: ignore[arg-type]
    told = dict(sent[0]["headers"])  # type: ignore[call-overload]
    assert (HSTS[0] in told, b"; Secure" in told[b"Set-Cookie"]) == (tls, tls)
