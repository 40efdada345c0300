"""Loading, mending, undoing: what one call does to a real small database."""

import json
from pathlib import Path

import pytest
from openpyxl import Workbook
from sqlalchemy import Engine, text

from dashboard.queries.bookkeeping import mending_loads
from dashboard.queries.streaks import streaks
from etl.keeping.checking import check_data
from etl.load.numbers import FORMER
from etl.pipeline import load, rebuild, set_own_school, undo, undo_all
from etl.report import NotPossible

UMKC = "University of Missouri-Kansas City School of Medicine"


def ask(engine: Engine, question: str) -> list[tuple[object, ...]]:
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(text(question))]


def statuses(engine: Engine, school_id: str = "umkc-som") -> dict[int, str]:
    rows = ask(engine, f"SELECT year, status FROM year_status WHERE school_id = '{school_id}' AND valid_to IS NULL")
    return {int(str(year)): str(status) for year, status in rows}


def csv_file(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_the_shipped_records_give_the_streak_that_is_known(shipped: Engine) -> None:
    with shipped.connect() as connection:
        (then,) = streaks(connection, as_of=2023, school_ids=["umkc-som"])
        (now,) = streaks(connection, school_ids=["umkc-som"])
    won = [cell.year for cell in then.years if cell.status == "won"]
    assert (won, then.total, then.longest.n) == ([2018, 2022, 2023], 3, 2)
    assert (then.current.n, then.current.first, then.current.last, then.current.state) == (2, 2022, 2023, "alive")
    assert (now.as_of, now.current.state, now.current.unknown_since) == (2025, "open", (2024, 2025))


def test_a_winner_list_becomes_records(reference: Engine, tmp_path: Path) -> None:
    path = csv_file(tmp_path / "winners.csv", "Winner,Award,Award year", f"{UMKC},Health Professions HEED,2021")
    report = load(reference, [path], by="tests").as_json()
    assert {name: report[name] for name in ("new", "changed", "unchanged", "refused", "unresolved")} == {
        "new": 1, "changed": 0, "unchanged": 0, "refused": 0, "unresolved": 0,
    }  # fmt: skip
    assert statuses(reference) == {2021: "won"}
    assert ask(reference, "SELECT source_id, title FROM source WHERE valid_to IS NULL") == [
        ("file:winners.csv", "winners.csv")
    ]


def test_a_file_goes_on_in_the_numbers_that_a_former_program_gave_its_rows(
    reference: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = (
        "school,award,year,source_url",
        *(f"{UMKC},HP-HEED,{year},https://a.example/{year}" for year in (2020, 2021)),
    )
    path = csv_file(tmp_path / "winners.csv", *lines, lines[1].replace("example/2020", "example/2020#top"))
    with monkeypatch.context() as patch:
        patch.setattr("etl.load.ground.NUMBERING", FORMER)
        assert load(reference, [path], by="tests").files[0].new == 3
    assert load(reference, [path], by="tests").files[0].unchanged == 3
    csv_file(path, *lines, f"{UMKC},HP-HEED,2022,https://a.example/2022")
    report = load(reference, [path], by="tests").files[0]
    assert (report.new, report.unchanged, report.gone) == (1, 2, 1)
    assert undo(reference, report.load_id or 0, by="tests")
    assert rebuild(reference, by="tests") == 0
    assert [check.name for check in check_data(reference) if not check.ok] == []


def test_a_newer_version_of_a_file_replaces_the_older(reference: Engine, tmp_path: Path) -> None:
    path = tmp_path / "winners.csv"
    csv_file(path, "school,award,year,note", f"{UMKC},HP-HEED,2020,", f"{UMKC},HP-HEED,2021,", f"{UMKC},HP-HEED,2022,")
    load(reference, [path], by="tests")
    csv_file(
        path, "school,award,year,note", f"{UMKC},HP-HEED,2021,", f"{UMKC},HP-HEED,2022,checked", f"{UMKC},HP-HEED,2023,"
    )
    (file,) = load(reference, [path], by="tests").files
    assert (file.new, file.changed, file.unchanged, file.gone) == (1, 1, 1, 1)
    assert statuses(reference) == {2021: "won", 2022: "won", 2023: "won"}


def test_undo_brings_the_older_version_back_whichever_load_is_undone_first(reference: Engine, tmp_path: Path) -> None:
    path = tmp_path / "winners.csv"
    loads = []
    for year in (2020, 2021, 2022):
        csv_file(path, "school,award,year", f"{UMKC},HP-HEED,{year}")
        loads.append(load(reference, [path], by="tests").files[0].load_id or 0)
    undo(reference, loads[1], by="tests")
    assert statuses(reference) == {2022: "won"}
    undo(reference, loads[2], by="tests")
    assert statuses(reference) == {2020: "won"}
    undo(reference, loads[0], by="tests")
    assert statuses(reference) == {}
    with pytest.raises(NotPossible, match=r"load \d+ is undone already, in data version \d+"):
        undo(reference, loads[0], by="tests")
    other = tmp_path / "other.csv"
    other.write_text("school,award,year\nUniversity of Vermont,HEED,2021\n", "utf-8")
    again = load(reference, [other], by="tests").files[0].load_id or 0
    with pytest.raises(NotPossible, match="undone already"):
        undo_all(reference, [again, loads[0]], by="tests")  # all of them, or none
    assert undo_all(reference, [again], by="tests")
    with pytest.raises(NotPossible, match="there is no load 9999"):
        undo(reference, 9999, by="tests")


def test_an_earlier_data_version_can_be_asked_for_again(reference: Engine, tmp_path: Path) -> None:
    path = tmp_path / "winners.csv"
    versions = []
    for year in (2020, 2021):
        csv_file(path, "school,award,year", f"{UMKC},HP-HEED,{year}")
        versions.append(load(reference, [path], by="tests").files[0].version)
    with reference.connect() as connection:
        then, now = (streaks(connection, school_ids=["umkc-som"], version=version)[0] for version in versions)
    assert [cell.year for cell in then.years if cell.status == "won"] == [2020]
    assert [cell.year for cell in now.years if cell.status == "won"] == [2021]


def test_rows_wait_for_their_source_and_are_taken_when_it_comes(reference: Engine, tmp_path: Path) -> None:
    winners = csv_file(
        tmp_path / "w.csv", "school,award,year,source_id", f"{UMKC},HP-HEED,2021,p1", f"{UMKC},HP-HEED,2022,p2"
    )
    (file,) = load(reference, [winners], by="tests").files
    assert [row.reasons[0].message for row in file.refused_rows] == [
        f"source {key} is not known; load the file of sources that has it, or give source_url instead"
        for key in ("p1", "p2")
    ]
    assert statuses(reference) == {}
    pages = csv_file(tmp_path / "pages.csv", "source_id,title", "p1,A page")
    number = load(reference, [pages], by="tests").files[0].load_id or 0
    assert statuses(reference) == {2021: "won"}
    assert len(ask(reference, "SELECT 1 FROM refused_row WHERE valid_to IS NULL")) == 1
    undo(reference, number, by="tests")
    assert statuses(reference) == {}
    assert len(ask(reference, "SELECT 1 FROM refused_row WHERE valid_to IS NULL")) == 2


def test_rows_wait_for_an_award_that_nobody_has_entered(reference: Engine, tmp_path: Path) -> None:
    winners = csv_file(tmp_path / "w.csv", "school,award,year", f"{UMKC},GREEN-CAMPUS,2021")
    (file,) = load(reference, [winners], by="tests").files
    assert (file.new, file.refused) == (0, 1)
    awards = csv_file(
        tmp_path / "more.csv", "award,name,family,role", "GREEN-CAMPUS,Green Campus Award,GREEN-CAMPUS,award"
    )
    load(reference, [awards], by="tests")
    assert ask(reference, "SELECT award, year, status FROM record WHERE valid_to IS NULL") == [
        ("GREEN-CAMPUS", 2021, "won")
    ]


def test_a_workbook_with_titles_and_several_sheets_is_one_load_a_kind(reference: Engine, tmp_path: Path) -> None:
    book = Workbook()
    winners = book.active
    assert winners is not None
    winners.title = "2021"
    for row in (["Health Professions HEED"], [], ["School", "Award", "Year"], [UMKC, "HP-HEED", 2021]):
        winners.append(row)
    later = book.create_sheet("2022")
    for row in (["School", "Award", "Year"], [UMKC, "HP-HEED", 2022]):
        later.append(row)
    log = book.create_sheet("Our log")
    for row in (
        ["School", "Award", "Cycle", "Application status", "Date"],
        [UMKC, "HP-HEED", 2024, "submitted", "2024-06-30"],
    ):
        log.append(row)
    path = tmp_path / "office.xlsx"
    book.save(path)
    report = load(reference, [path], by="tests")
    assert sorted((file.kind, file.new) for file in report.files) == [("applications", 1), ("winners", 2)]
    assert statuses(reference) == {2021: "won", 2022: "won", 2024: "pending"}
    places = ask(reference, "SELECT sheet, line FROM observation WHERE valid_to IS NULL ORDER BY year")
    assert places == [("2021", 4), ("2022", 2), ("Our log", 2)]


def test_refused_rows_are_kept_whole_mended_and_taken(reference: Engine, tmp_path: Path) -> None:
    path = csv_file(
        tmp_path / "w.csv", "school,award,year", f"{UMKC},HP-HEED,2O21", f"{UMKC},HP-HEED,2022", f",{'HEED'},1899"
    )
    (file,) = load(reference, [path], by="tests").files
    assert (file.new, file.refused, [row.line for row in file.refused_rows]) == (1, 2, [2, 4])
    assert len(file.refused_rows[1].reasons) == 2
    (kept,) = ask(reference, "SELECT cells, row_id FROM refused_row WHERE line = 2 AND valid_to IS NULL")
    assert (json.loads(kept[0]) if isinstance(kept[0], str) else kept[0]) == [UMKC, "HP-HEED", "2O21"]

    mended = csv_file(tmp_path / "mended.csv", "refused: row,school,award,year", f"{kept[1]},{UMKC},HP-HEED,2021")
    (again,) = load(reference, [mended], by="tests").files
    assert (again.new, again.mended) == (1, 1)
    assert statuses(reference) == {2021: "won", 2022: "won"}
    assert ask(reference, "SELECT line FROM refused_row WHERE valid_to IS NULL") == [(4,)]
    assert load(reference, [path, mended], by="tests").as_json()["new"] == 0
    assert ask(reference, "SELECT line FROM refused_row WHERE valid_to IS NULL") == [(4,)]
    undo(reference, again.load_id or 0, by="tests")
    assert ask(reference, "SELECT line FROM refused_row WHERE valid_to IS NULL ORDER BY line") == [(2,), (4,)]


def test_a_mended_row_outlives_its_file_and_is_not_refused_again_when_it_goes(
    reference: Engine, tmp_path: Path
) -> None:
    path = csv_file(tmp_path / "w.csv", "school,award,year", f"{UMKC},HP-HEED,2O21", f"{UMKC},HP-HEED,2022")
    (file,) = load(reference, [path], by="tests").files
    ((row_id,),) = ask(reference, "SELECT row_id FROM refused_row WHERE valid_to IS NULL")
    mended = csv_file(tmp_path / "mended.csv", "refused: row,school,award,year", f"{row_id},{UMKC},HP-HEED,2021")
    (again,) = load(reference, [mended], by="tests").files
    with reference.connect() as connection:
        assert mending_loads(connection, file.load_id or 0) == [again.load_id]
        assert mending_loads(connection, again.load_id or 0) == []
    undo(reference, file.load_id or 0, by="tests")
    assert statuses(reference) == {2021: "won"}
    undo(reference, again.load_id or 0, by="tests")
    assert statuses(reference) == {}
    assert ask(reference, "SELECT line FROM refused_row WHERE valid_to IS NULL") == []


def test_a_newer_version_of_a_file_mends_no_row_of_it(reference: Engine, tmp_path: Path) -> None:
    path = csv_file(tmp_path / "w.csv", "school,award,year", f"{UMKC},HP-HEED,2O21", f"{UMKC},HP-HEED,2022")
    (file,) = load(reference, [path], by="tests").files
    csv_file(path, "school,award,year", f"{UMKC},HP-HEED,2021", f"{UMKC},HP-HEED,2022")
    assert load(reference, [path], by="tests").succeeded
    with reference.connect() as connection:
        assert mending_loads(connection, file.load_id or 0) == []


def test_rows_that_repeat_are_counted_once_and_told(reference: Engine, tmp_path: Path) -> None:
    path = csv_file(tmp_path / "w.csv", "school,award,year", *[f"{UMKC},HP-HEED,2021"] * 3)
    (file,) = load(reference, [path], by="tests").files
    assert (file.new, file.unchanged, file.rows_read) == (1, 2, 3)
    assert file.notices == ["rows that repeat an earlier row of the file word for word, counted once: 3, 4"]


def test_unknown_columns_are_told_and_missing_ones_can_be_set(reference: Engine, tmp_path: Path) -> None:
    path = csv_file(tmp_path / "w.csv", "school,shoe size", f"{UMKC},43")
    report = load(reference, [path], kind="winners", defaults={"award": "HP-HEED", "year": "2021"}, by="tests")
    assert report.files[0].notices == ["columns not known and not loaded: shoe size"]
    assert statuses(reference) == {2021: "won"}


def test_two_files_of_one_name_are_not_taken_for_one(reference: Engine, tmp_path: Path) -> None:
    for folder, year in (("a", 2021), ("b", 2022)):
        (tmp_path / folder).mkdir()
        csv_file(tmp_path / folder / "winners.csv", "school,award,year", f"{UMKC},HP-HEED,{year}")
    report = load(reference, [tmp_path], by="tests")
    assert ["same name and kind" in (file.error or "") for file in report.files] == [True, False]
    load(reference, [tmp_path / "b" / "winners.csv"], name="b-winners", by="tests")
    assert statuses(reference) == {2021: "won", 2022: "won"}


def test_a_list_marked_complete_says_who_did_not_win(reference: Engine, tmp_path: Path) -> None:
    cycles = csv_file(
        tmp_path / "marks.csv", "award,year,held,list_complete_by,list_complete_on",
        "HEED,2021,yes,an analyst,2026-01-05", "HP-HEED,2021,yes,an analyst,2026-01-05",
    )  # fmt: skip
    winners = csv_file(tmp_path / "w.csv", "school,award,year", "University of Kentucky,HEED,2021")
    load(reference, [cycles, winners], by="tests")
    assert (statuses(reference)[2021], statuses(reference, "kentucky")[2021]) == ("not_won", "won")
    more = csv_file(tmp_path / "more.csv", "school,award,year", "Qzxv Academy of Everything,HEED,2021")
    number = load(reference, [more], by="tests").files[0].load_id or 0
    assert 2021 not in statuses(reference), "a name nobody can place could be this school"
    undo(reference, number, by="tests")
    assert statuses(reference)[2021] == "not_won"


def test_a_year_without_award_is_bridged(reference: Engine, tmp_path: Path) -> None:
    skipped = csv_file(tmp_path / "skipped.csv", "award,year,held", "HEED,2021,no", "HP-HEED,2021,no")
    winners = csv_file(tmp_path / "w.csv", "school,award,year", f"{UMKC},HP-HEED,2020", f"{UMKC},HP-HEED,2022")
    load(reference, [skipped, winners], by="tests")
    with reference.connect() as connection:
        (found,) = streaks(connection, as_of=2022, school_ids=["umkc-som"])
    assert (found.current.n, found.current.first, found.current.last) == (2, 2020, 2022)
    assert [cell.status for cell in found.years if cell.year == 2021] == ["no_award"]


def test_the_own_school_is_set_once_and_must_exist(reference: Engine) -> None:
    set_own_school(reference, "umkc-dentistry", by="tests")
    assert ask(reference, "SELECT value FROM setting WHERE name = 'own_school'") == [("umkc-dentistry",)]
    with pytest.raises(NotPossible, match="there is no school 'nowhere'"):
        set_own_school(reference, "nowhere", by="tests")


def test_a_rebuild_of_the_shipped_data_changes_nothing(shipped: Engine) -> None:
    assert rebuild(shipped, by="tests") == 0


def test_a_school_without_a_row_is_created_and_goes_with_its_last_row(reference: Engine, tmp_path: Path) -> None:
    rows = ("school,award,year", "University of Missouri-Kansas City School of Pharmacy,HP-HEED,2021")
    number = load(reference, [csv_file(tmp_path / "w.csv", *rows)], by="tests").files[0].load_id or 0
    query = "SELECT name, kind, unitid, origin FROM school WHERE school_id = '178402-pharmacy' AND valid_to IS NULL"
    made = [("University of Missouri-Kansas City School of Pharmacy", "pharmacy", "178402", "created")]
    assert ask(reference, query) == made
    assert statuses(reference, "178402-pharmacy") == {2021: "won"}
    assert rebuild(reference, by="tests") == 0
    undo(reference, number, by="tests")
    assert (ask(reference, query), statuses(reference, "178402-pharmacy")) == ([], {})


def test_a_school_that_is_listed_later_takes_over_what_was_created(reference: Engine, tmp_path: Path) -> None:
    rows = ("school,award,year", "University of Missouri-Kansas City School of Pharmacy,HP-HEED,2021")
    load(reference, [csv_file(tmp_path / "w.csv", *rows)], by="tests")
    listed = ("school_id,name,kind,unitid,state", "umkc-sop,UMKC School of Pharmacy,pharmacy,178402,MO")
    number = load(reference, [csv_file(tmp_path / "more.csv", *listed)], by="tests").files[0].load_id or 0
    assert (statuses(reference, "umkc-sop"), statuses(reference, "178402-pharmacy")) == ({2021: "won"}, {})
    undo(reference, number, by="tests")
    assert (statuses(reference, "umkc-sop"), statuses(reference, "178402-pharmacy")) == ({}, {2021: "won"})
