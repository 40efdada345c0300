"""Encodings: told by the bytes, by line where a file mixes them, with a notice for whatever is not plain UTF-8."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from etl.extract.decoding import TextLines, windows_text
from etl.extract.table import FileRefused
from etl.extract.tabular import read_tables

Write = Callable[..., Path]
TEXT = "School,Award,Year\nUniversité de l’Orme – École,HEED,2023\nOak,HEED,2024\n"
ROWS = [("Université de l’Orme – École", "HEED", "2023"), ("Oak", "HEED", "2024")]
MIXED = "mixed encodings: the file is UTF-8, but read as Windows-1252 (cp1252): "


def read(path: Path) -> tuple[list[tuple[str, ...]], list[str]]:
    (table,) = read_tables(path)
    return [row.cells for row in table.rows], table.notices


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_read_without_a_notice(write: Write, encoding: str) -> None:
    assert read(write(TEXT.encode(encoding))) == (ROWS, [])


def test_utf_16_of_the_other_byte_order_is_read(write: Write) -> None:
    assert read(write(b"\xfe\xff" + TEXT.encode("utf-16-be"))) == (ROWS, [])


def test_windows_1252_is_read_with_a_notice(write: Write) -> None:
    assert read(write(TEXT.encode("cp1252"))) == (ROWS, ["read as Windows-1252 (cp1252), since it is not UTF-8"])


def test_mixed_encodings_are_read_line_by_line_and_the_lines_are_told(write: Write) -> None:
    lines = TEXT.splitlines(keepends=True)
    content = (
        lines[0].encode()
        + lines[1].encode()
        + lines[1].encode("cp1252")
        + lines[2].encode()
        + "é,HEED,1".encode("cp1252")
    )
    rows, notices = read(write(content))
    assert rows == [ROWS[0], ROWS[0], ROWS[1], ("é", "HEED", "1")]
    assert notices == [f"{MIXED}lines 3, 5"]


def test_only_the_first_few_lines_are_listed(write: Write) -> None:
    content = b"School,Award,Year\n" + "é,HEED,1\n".encode() + "é,HEED,1\n".encode("cp1252") * 12
    assert read(write(content))[1] == [f"{MIXED}lines 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 2 more"]


def test_line_numbers_hold_beyond_the_first_block(write: Write) -> None:
    good = "Université,HEED,2023\r\n".encode() * 60_000
    (table,) = read_tables(write(b"School,Award,Year\r\n" + good + b"Universit\xe9,HEED,2023\r\n"))
    assert sum(1 for _ in table.rows) == 60_001
    assert table.notices == [f"{MIXED}line 60002"]


def test_line_numbers_hold_whatever_ends_the_lines(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("etl.extract.decoding.BLOCK_BYTES", 16)
    for ending in (b"\n", b"\r\n", b"\r"):
        path = write(
            ending.join([b"School,Award,Year", *[b"Elm,HEED,2023"] * 40, b"\xe9,HEED,2023", "é".encode(), b""])
        )
        lines = TextLines(path)
        assert len(list(lines)) == 43
        assert lines.notices() == [f"{MIXED}line 42"]


def test_a_mixture_is_told_when_each_block_has_one_encoding(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("etl.extract.decoding.BLOCK_BYTES", 8)
    lines = TextLines(write("é1234567\n".encode() + b"\xe9123456\n"))
    assert list(lines) == ["é1234567\n", "é123456\n"]
    assert lines.notices() == [f"{MIXED}line 2"]


def test_bytes_without_meaning_in_windows_1252_are_read_as_browsers_read_them() -> None:
    assert windows_text(b"\x80\x81\x93caf\xe9\x94") == "€\x81“café”"


def test_invisible_characters_are_told_by_line_and_kept_for_cleaning(write: Write) -> None:
    content = "School,Award,Year\nElm\u200f College,HEED,2023\nOak,HEED,2023\nA\x07sh\u00ad,HEED,2023\n"
    rows, notices = read(write(content))
    assert [cells[0] for cells in rows] == ["Elm\u200f College", "Oak", "A\x07sh\u00ad"]
    assert notices == ["control or invisible characters, left out when cleaned: lines 2, 4"]


def test_a_byte_order_mark_belongs_to_no_cell(write: Write) -> None:
    (table,) = read_tables(write("\ufeffSchool,Award,Year\nElm,HEED,2023\n"))
    assert (table.headers, table.notices) == (("School", "Award", "Year"), [])


def test_utf_16_that_is_cut_off_is_refused(write: Write) -> None:
    with pytest.raises(FileRefused) as caught:
        read(write(TEXT.encode("utf-16")[:-1]))
    assert (
        str(caught.value) == "winners.csv: the text is not whole UTF-16 (truncated data). Save it anew as CSV (UTF-8)"
    )


line_texts = st.lists(st.text(st.sampled_from('aé–“\u200f\x85\u2028,"')), max_size=20)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=line_texts, ending=st.sampled_from(["\n", "\r\n", "\r"]), block=st.integers(1, 40))
def test_lines_are_those_of_the_whole_text_whatever_the_blocks(
    write: Write, texts: list[str], ending: str, block: int
) -> None:
    text = ending.join(texts)
    path = write(text)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("etl.extract.decoding.BLOCK_BYTES", block)
        found = list(TextLines(path))
    with path.open(encoding="utf-8", newline="") as file:
        assert found == list(file)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    lines=st.lists(st.tuples(st.text("aé", max_size=4), st.sampled_from(["utf-8", "cp1252"])), min_size=1, max_size=12)
)
def test_each_line_of_a_mixture_is_read_in_its_own_encoding(write: Write, lines: list[tuple[str, str]]) -> None:
    path = write(b"".join(text.encode(encoding) + b"\n" for text, encoding in lines))
    assert "".join(TextLines(path)) == "".join(text + "\n" for text, _ in lines)
