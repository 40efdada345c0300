"""All tables as one Frictionless data package: a ZIP file of CSV files and `datapackage.json` with their checksums."""

from __future__ import annotations

import json
import zipfile
from datetime import datetime
from tempfile import TemporaryFile
from typing import IO, Any, Final

from sqlalchemy import Connection

from dashboard.export.passport import Passport, program
from dashboard.export.tables import TABLES
from dashboard.export.write import write_table

DESCRIPTION: Final = "datapackage.json"
PROFILE: Final = "tabular-data-package"
_PART: Final = 1 << 20
_FIELDS: Final[dict[str, dict[str, Any]]] = {
    "text": {"type": "string"},
    "list": {"type": "string"},
    "whole": {"type": "integer"},
    "number": {"type": "number"},
    "day": {"type": "date"},
    "yes/no": {"type": "boolean", "trueValues": ["yes"], "falseValues": ["no"]},
}
"""Types of the package by types of the passport."""


def write_package(file: IO[bytes], connection: Connection, version: int | None = None) -> list[Passport]:
    """Write all tables, unfiltered, of the newest or the given data version; returns their passports.

    Raises NotAChoice for a data version that there is not.
    """
    passports = []
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        resources = []
        for table in (one for one in TABLES.values() if one.data):
            with TemporaryFile() as part:
                passport = write_table(part, "csv", connection, table, table.start, version)
                size = part.seek(0, 2)
                part.seek(0)
                with package.open(_entry(f"{table.name}.csv", passport.data_made_at), "w", force_zip64=True) as inner:
                    while some := part.read(_PART):
                        inner.write(some)
            passports.append(passport)
            resources.append(_resource(passport, size))
        said = json.dumps(_described(passports[0], resources), indent=2, ensure_ascii=False) + "\n"
        package.writestr(_entry(DESCRIPTION, passports[0].data_made_at), said)
    return passports


def _entry(name: str, made_at: datetime) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, made_at.timetuple()[:6])
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def _described(passport: Passport, resources: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "profile": PROFILE,
        "name": "award-tracker-export",
        "title": f"All tables of data version {passport.data_version}",
        "description": f"Made by {program()}. Not known is not a no: only wins are public.",
        "version": str(passport.data_version),
        "created": passport.made_at.isoformat(),
        "resources": resources,
    }


def _resource(passport: Passport, size: int) -> dict[str, Any]:
    return {
        "name": passport.table,
        "path": f"{passport.table}.csv",
        "profile": "tabular-data-resource",
        "title": passport.title,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "bytes": size,
        "hash": f"sha256:{passport.sha256}",
        "rowCount": passport.rows,
        "schema": {
            "fields": [
                {
                    "name": column.name,
                    **_FIELDS[column.type],
                    "description": f"{column.meaning} ({column.unit})" if column.unit else column.meaning,
                }
                for column in passport.columns
            ],
            "missingValues": [""],
        },
    }
