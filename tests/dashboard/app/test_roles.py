"""Roles where the act is: a button that was there, or is called all the same, does nothing for whoever may not."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, text

from dashboard import jobs
from dashboard.access import SECRETS_VARIABLE
from etl.database import engine_for
from tests.dashboard.access.test_access import AUTH, ROLES

ADMIN, ANALYST, VIEWER = "boss@x.example", "a@dei.x.example", "a@x.example"
WINS = b"school_as_printed,award,year,source_url\nBroken University,HEED,2023,https://x.example/1\n"


@pytest.fixture
def engine(own_database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Engine:
    """The invented data, with sign-in."""
    (tmp_path / "secrets.toml").write_text(AUTH + ROLES, "utf-8")
    monkeypatch.setenv(SECRETS_VARIABLE, str(tmp_path / "secrets.toml"))
    return engine_for(f"sqlite:///{own_database}")


def person(email: str) -> dict[str, Any]:
    return {"is_logged_in": True, "email": email, "sub": email}


@pytest.fixture
def as_(page_there: Callable[..., Any], engine: Engine) -> Callable[..., Any]:
    """Opens a page as somebody."""
    from streamlit.testing.v1 import AppTest

    from tests.dashboard.app.conftest import APP, Screen

    def opened(email: str, page: str = "overview", **address: str) -> Any:
        app = AppTest.from_file(str(APP), default_timeout=60)
        app.user = person(email)
        app.run()
        if page != "overview":
            app.switch_page(f"app_pages/{page}.py")
        for name, value in address.items():
            app.query_params[name] = value
        app.run()
        assert not app.exception, app.exception[0].message
        return Screen(app)

    return opened


def button(screen: Any, label: str) -> Any:
    (found,) = [one for one in screen.app.button if one.label.startswith(label)]
    return found


def changes(engine: Engine) -> int:
    with engine.connect() as connection:
        return int(connection.execute(text("SELECT max(version) FROM data_version")).scalar_one())


def refusals(engine: Engine, who: str) -> int:
    query = text("SELECT count(*) FROM audit WHERE action = 'refused' AND who = :who AND what LIKE 'something%'")
    with engine.connect() as connection:
        return int(connection.execute(query, {"who": who}).scalar_one())


@pytest.mark.parametrize(
    ("page", "address", "label", "may", "may_not"),
    [
        ("overview", {"school": "open-law"}, "Make this the office's own school", ADMIN, ANALYST),
        ("overview", {"school": "open-law"}, "Make this the office's own school", ADMIN, VIEWER),
        ("review", {}, "Keep this answer", ANALYST, VIEWER),
        ("load", {}, "Undo it", ADMIN, ANALYST),
        ("load", {}, "Derive all records anew", ADMIN, ANALYST),
        ("load", {}, "Load again", ANALYST, VIEWER),
    ],
)
def test_an_act_is_refused_to_whoever_lost_the_role_since_the_page_was_drawn(
    engine: Engine, as_: Callable[..., Any], page: str, address: dict[str, str], label: str, may: str, may_not: str
) -> None:
    screen, before = as_(may, page, **address), changes(engine)
    if label == "Undo it":
        choice = next(box for box in screen.app.selectbox if box.label == "Load")
        choice.select_index(0).run()
    screen.app.user = person(may_not)
    button(screen, label).click()
    screen.app.run()
    assert not screen.app.exception
    assert changes(engine) == before
    assert refusals(engine, may_not) == 1
    told = [error.value for error in screen.app.error] + [screen.answer]
    assert any("needs the role" in one for one in told) or screen.answer == "This page is not open to you"


def test_the_same_acts_work_for_whoever_may(engine: Engine, as_: Callable[..., Any]) -> None:
    screen, before = as_(ADMIN, "overview", school="open-law"), changes(engine)
    button(screen, "Make this").click()
    screen.app.run()
    with engine.connect() as connection:
        last = connection.execute(text("SELECT who, action, what FROM audit ORDER BY audit_id DESC LIMIT 1")).one()
    assert (changes(engine), tuple(last)) == (before + 1, (ADMIN, "setting", "own school: open-law"))


def test_an_answer_is_signed_by_whoever_gave_it(engine: Engine, as_: Callable[..., Any]) -> None:
    screen = as_(ANALYST, "review")
    next(one for one in screen.app.radio if one.label == "What is meant?").set_value("Not a school")
    screen.app.run()
    button(screen, "Keep this answer").click()
    screen.app.run()
    with engine.connect() as connection:
        assert (
            connection.execute(text("SELECT made_by FROM data_version ORDER BY version DESC LIMIT 1")).scalar()
            == ANALYST
        )


def test_a_load_is_not_started_for_whoever_lost_the_role(engine: Engine, as_: Callable[..., Any]) -> None:
    screen, before = as_(ANALYST, "load"), changes(engine)
    screen.app.file_uploader[0].set_value([("wins.csv", WINS, "text/csv")])
    screen.app.run()
    screen.app.user = person(VIEWER)
    button(screen, "Load 1 row").click()
    screen.app.run()
    assert (jobs.going(), changes(engine)) == ([], before)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM load_job")).scalar() == 0


@pytest.mark.parametrize(
    ("email", "closed"),
    [
        (VIEWER, {"load", "review", "announcement", "applications", "audit"}),
        (ANALYST, {"audit"}),
        (ADMIN, set()),
    ],
)
def test_pages_by_role(as_: Callable[..., Any], email: str, closed: set[str]) -> None:
    pages = ("load", "review", "announcement", "applications", "audit", "records", "links", "peers")
    found = {page for page in pages if as_(email, page).answer == "This page is not open to you"}
    assert found == closed


def test_disabled_buttons_say_why(as_: Callable[..., Any]) -> None:
    own = button(as_(ANALYST, "overview", school="open-law"), "Make this")
    assert (own.disabled, own.help) == (
        True,
        "This needs the role admin; yours is analyst. Ask whoever runs this server.",
    )
    undo = button(as_(ANALYST, "load"), "Undo it")
    assert (undo.disabled, undo.help) == (True, own.help)


def test_a_broken_configuration_lets_nobody_in(as_: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "secrets.toml").write_text("[auth\n", "utf-8")
    screen = as_(ADMIN)
    assert screen.answer == "Nobody can sign in at the moment"
    assert "no TOML file" in screen.seen.text


def test_without_sign_in_everything_is_open(page: Callable[..., Any]) -> None:
    assert page("audit").answer.endswith("newest first")
    assert page("links").answer == "Every table opens by its address"


def test_a_change_is_not_written_over_anothers_for_whoever_lost_the_role_meanwhile(
    engine: Engine, as_: Callable[..., Any]
) -> None:
    from tests.dashboard.app.test_applications_page import MED, enter, field, outcomes, press, today, year

    enter(engine, "drafting", today() - timedelta(days=9))
    screen = as_(ANALYST, "applications", school=MED, tab="Log", application=f"HEED {year()}")
    enter(engine, "won")
    field(screen, "selectbox", "Status").set_value("submitted")
    press(screen, "Enter it")
    before = changes(engine)
    screen.app.user = person(VIEWER)
    field(screen, "button", "Save mine over it").click().run()
    assert (outcomes(engine), changes(engine)) == (["drafting", "won"], before)
    assert refusals(engine, VIEWER) == 1
