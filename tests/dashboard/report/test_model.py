"""The model of a report: its numbers against the files, its references, its empty states, its fact check."""

import csv
import sys
import unicodedata
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.report import sections_standing
from dashboard.report.check import Contradicted
from dashboard.report.choices import SECTIONS, Choices, NotAReport
from dashboard.report.make import report
from dashboard.report.model import Bullets, Cite, Figure, Paragraph, Ref, Report, Table, clean, plain, runs_of
from dashboard.report.notes import written
from etl.pipeline import load
from tests.conftest import Fresh
from tests.dashboard.report.conftest import DAY, HOSTILE, Make, append, write_folder


def lines(found: Report, key: str) -> list[str]:
    """Paragraphs and items of a section, without references."""
    section = found.section(key)
    assert section is not None, key
    told: list[str] = []
    for block in section.blocks:
        if isinstance(block, Paragraph):
            told.append(plain(block.runs))
        if isinstance(block, Bullets):
            told += [plain(item) for item in block.items]
    return [" ".join(line.split()) for line in told]


def table(found: Report, key: str, caption: str) -> list[list[str]]:
    """The rows of the table of a section whose caption holds these words, with references."""
    section = found.section(key)
    assert section is not None
    tables = [one for one in section.blocks if isinstance(one, Table) and caption in one.caption]
    assert len(tables) == 1, [one.caption for one in section.blocks if isinstance(one, Table)]
    return [[written(found, cell) for cell in row.cells] for row in tables[0].rows]


def test_the_years_are_those_of_the_files(rich: Report, invented_folder: Path) -> None:
    with (invented_folder / "observations.csv").open(encoding="utf-8") as file:
        won = {int(row["year"]) for row in csv.DictReader(file)
               if row["school_as_printed"].startswith("Alive") and row["award"] == "HEED"}  # fmt: skip
    rows = table(rich, "wins", "year by year")
    assert {int(row[0]) for row in rows if row[1].startswith("●")} == won == {2019, 2022, 2023}
    assert [row[0] for row in rows] == ["2018", "2019", "2020", "2021", "2022", "2023"]
    so_far = [sum(year <= int(row[0]) for year in won) for row in rows]
    assert [int(row[3]) for row in rows] == so_far
    assert lines(rich, "headline")[0] == (
        "Alive School of Medicine, HEED award family: 3 wins; current streak: 2 in a row, 2022–2023. "
        "Years are told up to 2023."
    )


def test_results_streak_tiers_and_applications(rich: Report) -> None:
    assert lines(rich, "year") == [
        "Alive School of Medicine won the HEED Award in 2023, with Star on top; 3 sources say so.",
        "HEED Award: 6 recipients in 2023, printed by 1 source",
        "HEED Award: 5 recipients in 2023, printed by 1 source",
    ]
    assert lines(rich, "streak")[:3] == [
        sections_standing.STATES["alive"],
        "Last run: 2 years, 2022–2023",
        "Longest run: 2 years, 2022–2023",
    ]
    assert lines(rich, "tiers")[0] == "2023: Example Star"
    assert lines(rich, "applications") == [
        "3 applications in the office's own log . Success rate: 1 of 2 decisions known, 50%. Wins that are not in the "
        "log are not counted in it. Left out: 1 withdrawn."
    ]
    assert lines(rich, "initiatives")[0].startswith("1 initiative cited in 2 sources")  # two spellings of one programme
    assert [one.strip() for one in lines(rich, "initiatives")[1:]] == ["Example Mentoring (2022 and 2023, Mentoring)"]


def test_a_report_of_a_past_year_holds_no_later_citations(made: Make) -> None:
    assert lines(made(year=2022), "initiatives")[0].startswith("1 initiative cited in 1 source")


def test_peers_always_come_with_denominators(rich: Report) -> None:
    assert lines(rich, "peers")[1].startswith("3 known wins in 2018–2023: 1st of 3 schools")
    shares = {row[0]: row[1:] for row in table(rich, "peers", "Peers that won")}
    assert shares["2021"] == ["1", "1", "2"]
    assert shares["2023"] == ["0", "0", "2"]
    assert shares["2020"] == ["no award held", "", "2"]


def test_every_number_leads_to_its_source_in_two_steps(rich: Report) -> None:
    labels, notes = set(rich.labels.values()), {number for number, _ in rich.notes()}
    cited_by_row = {}
    for section in rich.sections:
        for block in section.blocks:
            if isinstance(block, Table) and block.labelled:
                for row in block.rows:
                    cites = [run for cell in row.cells for run in cell if isinstance(run, Cite)]
                    cited_by_row[row.key] = {n for cite in cites for n in rich.cited(cite)}
    for section in rich.sections:
        for block in section.blocks:
            for run in runs_of(block):
                if isinstance(run, Ref):
                    assert run.keys, (section.key, block)
                    assert set(run.keys) <= set(rich.labels), (section.key, run.keys)
                if isinstance(run, Cite):
                    assert set(rich.cited(run)) <= notes
    assert labels == set(range(1, len(labels) + 1))
    assert notes == set(range(1, len(notes) + 1))
    won = cited_by_row["year", "HEED", 2023]
    assert {about.title for number, about in rich.notes() if number in won} >= {"Alive wins again"}


def test_figures_have_caption_source_and_alternative_text(rich: Report) -> None:
    figures = [block for section in rich.sections for block in section.blocks if isinstance(block, Figure)]
    assert len(figures) == 3
    for figure in figures:
        assert figure.caption
        assert plain(figure.source)
        assert "2023" in figure.alt
        assert figure.png.startswith(b"\x89PNG")
        assert b"<svg" in figure.svg


def test_sections_can_be_chosen(made: Make) -> None:
    found = made(sections=("streak", "headline"))
    assert [section.key for section in found.sections] == ["headline", "streak", "notes", "appendix"]
    with pytest.raises(NotAReport, match="no section is called nonsense; there are: headline"):
        made(sections=("nonsense",))


def test_the_span_narrows_figures_and_not_the_streak(made: Make) -> None:
    found = made(first_year=2022, last_year=2022)
    assert [row[0] for row in table(found, "wins", "year by year")] == ["2022"]
    assert lines(found, "headline")[0].startswith("Alive School of Medicine, HEED award family: 3 wins")
    with pytest.raises(NotAReport, match="the first year must not come after the last"):
        made(first_year=2023, last_year=2022)


def test_a_school_without_any_win(made: Make) -> None:
    found = made("silent-univ")
    assert found.headline == "No win known"
    assert (
        lines(found, "year")[0]
        == "2023 is not known: no source says anything. Only winners are public, so this is not a no."
    )
    assert lines(found, "streak")[0] == "None: no win is known."
    assert "That does not mean that it has none." in lines(found, "initiatives")[0]
    assert lines(found, "applications")[0].startswith("The office's own log has no entry")
    assert "HEED award family: 2018, 2019 and 2021–2023 not known" in lines(found, "unknown")


def test_a_year_in_the_future(made: Make) -> None:
    found = made(year=2031)
    assert "Nothing is announced yet for 2031 in the HEED award family (last: 2023)." in lines(found, "headline")
    assert lines(found, "year")[0] == (
        "Nothing is announced for 2031: the calendar of the HEED award family does not have that year."
    )
    assert [row[0] for row in table(found, "wins", "year by year")][-1] == "2024"
    with pytest.raises(NotAReport, match="year 9999 is no award year"):
        made(year=9999)


def test_a_year_before_the_family(made: Make) -> None:
    assert lines(made(year=2001), "year")[0] == "The HEED award family begins in 2018; there is no cycle of 2001."


def test_a_peer_group_of_which_nothing_is_known(made: Make) -> None:
    found = made(peers="Strangers")
    assert "1st of 2 schools" in lines(found, "peers")[1]
    assert table(found, "peers", "Peers that won")[-1] == ["2023", "0", "0", "1"]
    with pytest.raises(NotAReport, match="no peer group is called 'None such'; there are: Neighbours, Strangers"):
        made(peers="None such")


def test_unknown_school_family_and_version(made: Make) -> None:
    with pytest.raises(NotAReport, match="there is no school 'nobody' in data version"):
        made("nobody")
    with pytest.raises(NotAReport, match="no award family is called X; there are: HEED, PRIZE"):
        made(families=("X",))
    with pytest.raises(NotAReport, match="there is no data version 999"):
        made(version=999)


def test_200_initiatives_are_counted_in_the_text_and_listed_in_the_appendix(
    invented: Engine, invented_folder: Path, tmp_path: Path
) -> None:
    file = tmp_path / "more initiatives.csv"
    file.write_text("school_id,initiative,category,year,source_id\n", encoding="utf-8")
    for number in range(200):
        append(file, ["open-law", f"Programme {number:03d}", "Mentoring", "2021", "p2"])
    assert load(invented, [file], by="tests").succeeded
    with invented.connect() as connection:
        found = report(connection, Choices("open-law", 2023, DAY))
    told = lines(found, "initiatives")
    assert told[0].startswith("200 initiatives cited in 1 source")
    assert len(told) == 2
    assert len(table(found, "appendix", "Initiatives cited")) == 200


def test_what_the_author_writes_against_the_records_is_refused(made: Make) -> None:
    with pytest.raises(Contradicted, match=r"own paragraph 1: “We won the HEED Award in 2021\.” is contradicted"):
        made(paragraphs=("We won the HEED Award in 2021.",))
    assert "We won the HEED Award in 2023." in lines(made(paragraphs=("We won the HEED Award in 2023.",)), "remarks")


def test_what_the_author_writes_and_nobody_knows_is_told(made: Make) -> None:
    found = made("silent-univ", paragraphs=("We won the HEED Award in 2023.",))
    assert any("The records cannot decide the statement" in line for line in lines(found, "unknown"))


def test_a_contradiction_in_our_own_text_is_a_defect(made: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sections_standing, "standing", lambda _streaks: "4 wins, the last in 2021")
    with pytest.raises(
        Contradicted, match=r"the report would say .*This is a defect of the program; nothing was written"
    ):
        made()


def test_own_paragraphs_are_limited(made: Make) -> None:
    made(paragraphs=("x" * 50 * 1024,))
    with pytest.raises(NotAReport, match="own paragraph 1 has 51,201 bytes; at most 51,200"):
        made(paragraphs=("x" * (50 * 1024 + 1),))


def test_names_stay_whole(hostile: Report) -> None:
    assert hostile.school == HOSTILE
    assert HOSTILE in lines(hostile, "headline")[0]
    assert any(HOSTILE in cell for row in table(hostile, "appendix", "Initiatives cited") for cell in row)


def test_both_databases_give_the_same_report(fresh_empty: Fresh, rich: Report, tmp_path: Path) -> None:
    write_folder(tmp_path)
    engine = fresh_empty()
    load(engine, [tmp_path], by="tests")
    with engine.connect() as connection:
        whole = Choices("alive-med", 2023, DAY, peers="Neighbours", paragraphs=("We thank **all**.\n\n- one\n- two",))
        found = report(connection, whole)
    assert [section for section in found.sections if section.key != "x"] == list(rich.sections)


def test_every_section_has_a_maker() -> None:
    assert next(iter(SECTIONS)) == "headline"
    assert list(SECTIONS)[-1] == "unknown"


def test_every_character_but_those_that_no_file_can_carry_stays() -> None:
    taken = {n for n in range(sys.maxunicode + 1) if clean(chr(n)) != chr(n)}
    controls = {n for n in range(sys.maxunicode + 1) if unicodedata.category(chr(n)) in ("Cc", "Cs")}
    turning = {*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF}
    no_characters = {plane * 0x10000 + last for plane in range(17) for last in (0xFFFE, 0xFFFF)}
    assert taken == controls | turning | no_characters
    assert clean("a\u0007b\u202ec") == "a bc"


def test_the_year_that_broke_a_run_is_told(invented: Engine, made: Make, tmp_path: Path) -> None:
    log = tmp_path / "log.csv"
    log.write_text(
        "school_as_printed,parent_as_printed,award,year,outcome,stated_on\n"
        "Open School of Law,Open University,HEED,2022,not_won,2022-11-01\n",
        encoding="utf-8",
    )
    assert load(invented, [log], by="tests").succeeded
    told = lines(made("open-law"), "streak")  # its other award, "Prize", was won in that year
    assert "Broken by 2022" in told
    assert "Of the years since, 2023 is not known" in told
