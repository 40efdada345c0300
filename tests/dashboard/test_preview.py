"""What loading would change: the same as what loading then changes."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.preview import preview
from dashboard.queries.streaks import streaks
from etl.batch import Asked
from etl.pipeline import load
from tests.dashboard.test_jobs import all_rows

HEAD = "school_as_printed,parent_as_printed,award,year,outcome,source_url,place\n"


@pytest.fixture
def wins(tmp_path: Path) -> Path:
    path = tmp_path / "wins.csv"
    path.write_text(
        HEAD
        + "UMKC School of Medicine,,HP-HEED,2024,won,https://x.example/1,\n"
        + "UMKC School of Medicine,,HP-HEED,2025,won,https://x.example/1,\n"
        + "Nobody Here College,,HEED,2024,won,https://x.example/1,\n"
        + "UMKC School of Medicine,,HEED,twenty,won,https://x.example/1,\n",
        "utf-8",
    )
    return path


def test_a_preview_changes_nothing_and_tells_counts_rows_and_streaks(shipped: Engine, wins: Path) -> None:
    before = all_rows(shipped)
    found = preview(shipped, [Asked(wins)], "somebody")
    assert all_rows(shipped) == before
    (one,) = found.files
    report = one.report
    assert (report.new, report.changed, report.refused, report.unresolved_names) == (3, 0, 1, ["Nobody Here College"])
    assert one.next_version_of is None
    assert [dict(row.said)["year"] for row in one.new] == ["2024", "2025", "2024"]
    assert [change.sentence() for change in found.streaks] == [
        "UMKC SOM’s confirmed streak 2 (open) → 4, probable streak 2 (open) → 4 (HEED)"
    ]


def test_streaks_become_what_the_preview_says(shipped: Engine, wins: Path) -> None:
    (change,) = preview(shipped, [Asked(wins)], "somebody").streaks
    load(shipped, [wins], by="somebody")
    with shipped.connect() as connection:
        (now,) = streaks(connection, "HEED", school_ids=(change.school_id,))
    assert (change.confirmed[1], change.wins[1]) == (str(now.current.n), now.total)


def test_the_next_version_of_a_file_says_so_and_what_goes(shipped: Engine, wins: Path) -> None:
    load(shipped, [wins], by="somebody")
    assert not preview(shipped, [Asked(wins)], "somebody").changes_anything
    wins.write_text(HEAD + "UMKC School of Medicine,,HP-HEED,2024,won,https://x.example/1,page 3\n", "utf-8")
    found = preview(shipped, [Asked(wins)], "somebody")
    (one,) = found.files
    assert one.next_version_of
    assert "by somebody" in one.next_version_of
    assert [row.said[-1] for row in one.changed] == [("place", "nothing → page 3")]
    assert [(row.line, dict(row.said)["year"]) for row in one.gone] == [(3, "2025"), (4, "2024")]
    assert [(change.confirmed, change.wins) for change in found.streaks] == [(("4", "3 (open)"), (5, 4))]
    apart = preview(shipped, [Asked(wins, name="another.csv")], "somebody").files[0]
    assert (apart.next_version_of, apart.report.gone) == (None, 0)


def test_files_of_all_sorts_at_once(shipped: Engine, wins: Path, tmp_path: Path) -> None:
    (tmp_path / "letter.pdf").write_bytes(b"%PDF-1.4")
    (tmp_path / "bare.csv").write_text("school\nUMKC School of Dentistry\n", "utf-8")
    asked = [
        Asked(wins),
        Asked(tmp_path / "letter.pdf"),
        Asked(tmp_path / "bare.csv", kind="winners", defaults={"award": "HP-HEED", "year": "2024"}),
    ]
    by_name = {one.report.file: one.report for one in preview(shipped, asked, "somebody").files}
    assert "is a document" in (by_name["letter.pdf"].error or "")
    assert (by_name["bare.csv"].error, by_name["bare.csv"].new, by_name["wins.csv"].new) == (None, 1, 3)
