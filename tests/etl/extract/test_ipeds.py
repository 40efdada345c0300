"""The IPEDS directory: both layouts and encodings, archives, codes, closures, names across editions."""

import csv
import gzip
import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.extract import ipeds
from etl.extract.ipeds import former_names, institution_rows, is_ipeds_header
from etl.extract.ipeds_names import listed_names, web_domain
from etl.extract.table import FileRefused
from etl.kinds import INSTITUTIONS

SHARED = Path(__file__).resolve().parents[4] / "shared"
COLUMNS = (
    "UNITID",
    "INSTNM",
    "IALIAS",
    "CITY",
    "STABBR",
    "OBEREG",
    "WEBADDR",
    "ICLEVEL",
    "CONTROL",
    "HBCU",
    "HOSPITAL",
    "MEDICAL",
    "TRIBAL",
    "LOCALE",
    "NEWID",
    "DEATHYR",
    "CLOSEDAT",
    "CYACTIVE",
    "C21BASIC",
    "LANDGRNT",
    "INSTSIZE",
    "F1SYSNAM",
    "LONGITUD",
    "LATITUDE",
)
UMKC = {
    "UNITID": "178402",
    "INSTNM": "University of Missouri-Kansas City",
    "IALIAS": " ",
    "CITY": "Kansas City",
    "STABBR": "MO",
    "OBEREG": "4",
    "WEBADDR": "https://www.umkc.edu/",
    "ICLEVEL": "1",
    "CONTROL": "1",
    "HBCU": "2",
    "HOSPITAL": "-2",
    "MEDICAL": "1",
    "TRIBAL": "2",
    "LOCALE": "11",
    "NEWID": "-2",
    "DEATHYR": "-2",
    "CLOSEDAT": "-2",
    "CYACTIVE": "1",
    "C21BASIC": "16",
    "LANDGRNT": "2",
    "INSTSIZE": "4",
    "F1SYSNAM": "University of Missouri System",
    "LONGITUD": "-94.576",
    "LATITUDE": "39.035",
}
EXPECTED = {
    "unitid": "178402",
    "name": "University of Missouri-Kansas City",
    "edition": "2024",
    "aliases": "",
    "former_names": "",
    "city": "Kansas City",
    "state": "MO",
    "region": "Plains IA KS MN MO NE ND SD",
    "control": "Public",
    "level": "Four or more years",
    "hbcu": "no",
    "tribal": "no",
    "land_grant": "no",
    "medical": "yes",
    "hospital": "",
    "locale": "City: Large",
    "carnegie_basic_code": "16",
    "carnegie_basic": "Doctoral Universities: Higher Research Activity",
    "size_class": "10,000 - 19,999",
    "system_name": "University of Missouri System",
    "web_domain": "umkc.edu",
    "latitude": "39.035",
    "longitude": "-94.576",
    "active": "yes",
    "merged_into_unitid": "",
    "ror_id": "",
    "ug_headcount_2023_24": "",
    "professions": "",
}


def text(*records: Mapping[str, str], columns: tuple[str, ...] = COLUMNS) -> str:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, columns, extrasaction="ignore", restval="-2")
    writer.writeheader()
    writer.writerows(records)
    return out.getvalue()


def write(path: Path, data: str | bytes) -> Path:
    path.write_bytes(data.encode("utf-8-sig") if isinstance(data, str) else data)
    return path


def test_a_record_in_the_columns_of_the_kind(tmp_path: Path) -> None:
    (row,) = institution_rows(write(tmp_path / "HD2024.csv", text(UMKC)))
    assert row == EXPECTED
    assert list(row) == [column.name for column in INSTITUTIONS.columns] or set(row) == {
        column.name for column in INSTITUTIONS.columns
    }


def test_the_old_layout_in_windows_encoding(tmp_path: Path) -> None:
    columns = tuple("C18BASIC" if column == "C21BASIC" else column for column in COLUMNS)
    record = {**UMKC, "INSTNM": "Dewey University-Juana Díaz", "C18BASIC": "26"}
    path = write(tmp_path / "hd2020.csv", text(record, columns=columns).encode("cp1252"))
    (row,) = institution_rows(path)
    assert (row["name"], row["edition"], row["carnegie_basic_code"]) == ("Dewey University-Juana Díaz", "2020", "26")


def test_closed_and_merged(tmp_path: Path) -> None:
    merged = {**UMKC, "CYACTIVE": "3", "NEWID": "498571", "CLOSEDAT": "06/30/2022"}
    (row,) = institution_rows(write(tmp_path / "hd2022.csv", text(merged)))
    assert (row["active"], row["merged_into_unitid"]) == ("no", "498571")


def test_archives(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "HD2024.zip", "w") as archive:
        archive.writestr("hd2024.csv", text({**UMKC, "CITY": "Old"}))
        archive.writestr("hd2024_rv.csv", text(UMKC))
        archive.writestr("readme.txt", "no directory")
    (tmp_path / "hd2023.csv.gz").write_bytes(gzip.compress(text(UMKC).encode()))
    assert list(institution_rows(tmp_path / "HD2024.zip")) == [EXPECTED]
    assert list(institution_rows(tmp_path / "hd2023.csv.gz")) == [{**EXPECTED, "edition": "2023"}]


def test_the_edition_is_told_by_the_closings_where_the_name_is_silent(tmp_path: Path) -> None:
    path = write(
        tmp_path / "directory.csv", text(UMKC, {**UMKC, "UNITID": "1", "CYACTIVE": "3", "CLOSEDAT": "07/01/2023"})
    )
    assert {row["edition"] for row in institution_rows(path)} == {"2022"}


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("winners.csv", "school,award,year\nUMKC,HEED,2020\n", "not a directory file"),
        ("hd2024.csv", "", "not a directory file"),
        ("hd2024.zip", b"PK\x03\x04 broken", "damaged"),
        ("hd2024.csv.gz", gzip.compress(b"x" * 1000, mtime=0)[:-20], "damaged"),
        ("hd2024.csv", b"UNITID,\x81\x8d\xff\n", "neither UTF-8 nor Windows-1252"),
        ("hd2019.csv", text(UMKC), "2019"),
        ("directory.csv", text(UMKC), "not known"),
    ],
)
def test_refused_files(tmp_path: Path, name: str, data: str | bytes, problem: str) -> None:
    with pytest.raises(FileRefused, match=problem) as refused:
        list(institution_rows(write(tmp_path / name, data)))
    assert name in str(refused.value)


def test_an_archive_without_a_directory_and_one_that_unpacks_to_too_much(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, content in (("other.csv", "x"), ("hd2024.csv", "x" * 5000)):
        with zipfile.ZipFile(tmp_path / f"{name}.zip", "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(name, content)
    with pytest.raises(FileRefused, match="holds no directory"):
        list(institution_rows(tmp_path / "other.csv.zip"))
    monkeypatch.setattr(ipeds, "MAX_UNPACKED_BYTES", 1000)
    with pytest.raises(FileRefused, match="more than"):
        list(institution_rows(tmp_path / "hd2024.csv.zip"))


def test_headers() -> None:
    assert is_ipeds_header(["\ufeffUNITID", *(column.lower() for column in COLUMNS[1:])])
    assert not is_ipeds_header(["unitid", "name", "control"])


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        (" ", ()),
        ("-2", ()),
        (
            "UA Little Rock|University of Arkansas-Little Rock|",
            ("UA Little Rock", "University of Arkansas-Little Rock"),
        ),
        ("UCI  UC Irvine", ("UCI", "UC Irvine")),
        ("A-State, AState", ("A-State", "AState")),
        ("UHart, UHA, Hartford", ("UHart", "UHA", "Hartford")),
        ("VSU; Valdosta State; V-State", ("VSU", "Valdosta State", "V-State")),
        ("UH Hilo / UHH", ("UH Hilo", "UHH")),
        ("Trinity College, Hartford, Connecticut", ("Trinity College, Hartford, Connecticut",)),
        ("University of California, San Francisco", ("University of California, San Francisco",)),
        (
            "New England College of Optometry/NECO Center for Eye Care",
            ("New England College of Optometry/NECO Center for Eye Care",),
        ),
        ("Some College | SC | sc | SOME  COLLEGE", ("SC",)),
    ],
)
def test_other_names(cell: str, names: tuple[str, ...]) -> None:
    assert listed_names(cell, "Some College") == names


@pytest.mark.parametrize(
    ("address", "domain"),
    [
        ("https://www.umkc.edu/", "umkc.edu"),
        ("www2.oakwood.edu", "oakwood.edu"),
        ("WEB.MUSC.EDU/about", "web.musc.edu"),
        ("kad007@marietta.edu", "marietta.edu"),
        ("http:/x.edu:80", "x.edu"),
        ("", ""),
        ("-2", ""),
        (" ", ""),
    ],
)
def test_web_domains(address: str, domain: str) -> None:
    assert web_domain(address) == domain


def test_former_names_across_editions() -> None:
    editions = [
        (2024, "1", "Nazareth University"),
        (2020, "1", "Nazareth College"),
        (2022, "1", "Nazareth College"),
        (2020, "2", "Art and Design"),
        (2024, "2", "ART & DESIGN"),
        (2020, "3", "First"),
        (2022, "3", "Second"),
        (2024, "3", "Third"),
        (2024, "4", "New"),
    ]
    expected = {"1": ("Nazareth College (to 2022)",), "3": ("Second (to 2022)", "First (to 2020)")}
    assert former_names(editions) == expected
    assert former_names(reversed(editions)) == expected


@given(st.lists(st.tuples(st.integers(2020, 2026), st.sampled_from("12"), st.sampled_from(("A", "a", "B", "C")))))
def test_former_names_never_hold_the_newest(editions: list[tuple[int, str, str]]) -> None:
    for unitid, names in former_names(editions).items():
        newest = max(year for year, one, _ in editions if one == unitid)
        assert len(names) == len(set(names)) and not any(f"(to {newest + 1})" in name for name in names)


@pytest.mark.parametrize("name", ["ipeds_hd2020.csv.gz", "ipeds_hd2022.csv.gz", "ipeds_hd2023.csv", "ipeds_hd2024.csv"])
def test_the_published_files(name: str) -> None:
    path = SHARED / "reference" / name
    if not path.exists():
        pytest.skip("the directory is not beside the repository")
    rows = {row["unitid"]: row for row in institution_rows(path)}
    assert {row["edition"] for row in rows.values()} == {name[8:12]}
    assert len(rows) > 6000
    (umkc,) = (row for row in rows.values() if row["name"] == "University of Missouri-Kansas City")
    told = (
        umkc["unitid"],
        umkc["state"],
        umkc["control"],
        umkc["web_domain"],
        umkc["carnegie_basic_code"],
        umkc["active"],
    )
    assert told == ("178402", "MO", "Public", "umkc.edu", "16", "yes")


def test_the_words_are_those_of_the_curated_institutions() -> None:
    path, facts = SHARED / "reference" / "ipeds_hd2024.csv", SHARED / "facts" / "institutions.csv"
    if not (path.exists() and facts.exists()):
        pytest.skip("the directory is not beside the repository")
    rows = {row["unitid"]: row for row in institution_rows(path)}
    with facts.open(encoding="utf-8", newline="") as file:
        curated = list(csv.DictReader(file))
    columns = (
        "state",
        "region",
        "control",
        "level",
        "locale",
        "carnegie_basic_code",
        "carnegie_basic",
        "size_class",
        "system_name",
        "web_domain",
        "merged_into_unitid",
        "latitude",
        "longitude",
    )
    for column in columns:
        assert [(row["unitid"], row[column]) for row in curated if rows[row["unitid"]][column] != row[column]] == []
    differing = [row for row in curated if rows[row["unitid"]]["aliases"] != row["aliases"]]
    assert len(differing) < len(curated) * 0.01
