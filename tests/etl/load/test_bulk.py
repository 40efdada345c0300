"""Many rows at once: what comes out is what went in, on both databases."""

from sqlalchemy import Engine, select

from etl.database import writing
from etl.load import bulk
from etl.schema import tables
from etl.transform.coded import Coded

ODD = ("", "\\N", "a\tb", "two\nlines", "a\r\nb", "C:\\new", "\\.", "“é” 🎓", '"quoted", and so on', "NULL")


def test_texts_come_out_as_they_went_in(reference: Engine) -> None:
    setting = tables()["setting"]
    names = [str(n) for n in range(len(ODD))]
    with writing(reference) as connection:
        bulk.insert(connection, setting, {"name": names, "value": ODD}, {})
    with reference.connect() as connection:
        found = dict(tuple(row) for row in connection.execute(select(setting.c.name, setting.c.value)))
    assert [found[name] for name in names] == list(ODD)


def test_rows_are_written_in_the_order_asked_for_and_lists_and_blanks_among_them(reference: Engine) -> None:
    table = tables()["clash"]
    schools = Coded.of(["b", "a", "b"])
    told = {"school_id": schools, "family": ["x", "y\\z", "z"], "statements": [["one\ttwo"], [], ["three"]]}
    order = schools.codes.argsort(kind="stable")[::-1]
    with writing(reference) as connection:
        bulk.insert(connection, table, {**told, "valid_to": [None, 7, None]}, {"valid_from": 1}, order)
    with reference.connect() as connection:
        columns = (table.c.school_id, table.c.family, table.c.statements, table.c.valid_from, table.c.valid_to)
        rows = [tuple(row) for row in connection.execute(select(*columns).order_by(table.c.row_id))]
    assert rows == [("a", "y\\z", [], 1, 7), ("b", "z", ["three"], 1, None), ("b", "x", ["one\ttwo"], 1, None)]
