#!/usr/bin/env python3
"""Writes the sample's provinces, districts and communes: extract-areas.py CLONE TARGET

CLONE is a git clone, with its tags, of
https://github.com/thanglequoc/vietnamese-provinces-database (MIT licence).
TARGET is ops/standalone/src/main/resources/sample/agencies/areas.

Each tag of the clone holds the list of units at one moment. A unit that is renamed, or put under
another district, by a later list is taken as a new one, because its People's Committee was set up
anew; it gets the year behind its code. Spelling alone (capitals, double spaces) changes nothing.
"""
import csv
import re
import subprocess
import sys
import unicodedata
from datetime import date, timedelta
from pathlib import Path

# Days on which the lists came into force, after the table of releases in the clone's README.
LATER_LISTS = [("v2.2.0", "2024-11-01"), ("v2.4.1", "2025-01-01")]
# Districts ended, and these five provinces merged, on that day (Resolutions 202 and 203/2025/QH15).
LAST_DAY = "2025-06-30"

# file, our mnemonic, province's code, first list and the day from which we use it, only district
BEFORE_2025 = [
    ("quang-ngai-city-2018", "QNG", "51", "v1.0.0", "2018-01-01", "522"),
    ("gia-lai-2021", "GLA", "64", "v1.0.0", "2021-01-01", None),
    ("khanh-hoa-2022", "KHO", "56", "v1.0.0", "2022-01-01", None),
    ("ha-giang-2024", "HGI", "02", "v2.0.0", "2024-01-01", None),
    ("quang-nam-2024", "QNA", "49", "v2.0.0", "2024-01-01", None),
]
NAMES = {"51": "Quảng Ngãi", "64": "Gia Lai", "56": "Khánh Hòa", "02": "Hà Giang", "49": "Quảng Nam"}

HEADER = ["code", "name", "kind", "level", "superior", "validFrom", "validTo", "officialCode"]
TEXT = r"'((?:[^']|'')*)'"
ROW = re.compile(rf"\('(\d+)',{TEXT},{TEXT},{TEXT},{TEXT},{TEXT},'(\d+)',")
TODAYS_ROW = re.compile(rf"\('(\d+)', {TEXT}, '(\d+)'\)")


def show(clone, tag, path):
    return subprocess.run(
        ["git", "-C", clone, "show", f"{tag}:{path}"], check=True, capture_output=True, text=True
    ).stdout


def clean(name):
    return " ".join(unicodedata.normalize("NFC", name.replace("''", "'")).split())


def units(clone, tag):
    """Districts and communes of one list: code -> (full name, code of the unit above)."""
    tables = {"districts": {}, "wards": {}}
    table = None
    for line in show(clone, tag, "mysql/ImportData_vn_units.sql").splitlines():
        if start := re.match(r"INSERT INTO (\w+)", line):
            table = tables.get(start.group(1))
        if table is not None:
            for row in ROW.finditer(line):
                table[row.group(1)] = (clean(row.group(4)), row.group(7))
    return tables["districts"], tables["wards"]


def snapshot(clone, tag, province, only):
    """Units of the province: (level, code) -> (full name, codes of the units above)."""
    districts, wards = units(clone, tag)
    found = {
        ("DISTRICT", code): (name, ())
        for code, (name, above) in districts.items()
        if above == province and only in (None, code)
    }
    for code, (name, above) in wards.items():
        if ("DISTRICT", above) in found:
            found["COMMUNE", code] = (name, (above,))
    return found


def record(code, name, level, superior, valid_from, valid_to, official):
    office = "UBND " + name[0].lower() + name[1:]
    return [code, office, "PEOPLES_COMMITTEE", level, superior, valid_from, valid_to, official]


def before_2025(clone, mnemonic, province, first_list, first_day, only):
    lists = [(first_list, first_day)] + LATER_LISTS
    seen = [(day, snapshot(clone, tag, province, only)) for tag, day in lists]
    spelling = {(key, v[0].casefold(), v[1]): v[0] for _, units in seen for key, v in units.items()}
    rows = [record(mnemonic, "Tỉnh " + NAMES[province], "PROVINCE", "", first_day, LAST_DAY, province)]
    used = set()
    current = {}
    for day, found in seen + [("2025-07-01", {})]:
        ended = (date.fromisoformat(day) - timedelta(days=1)).isoformat()
        for key in list(current):
            same = key in found and identity(found[key]) == identity(current[key][0])
            if not same:
                current.pop(key)[1][6] = ended
        for key, (name, above) in sorted(found.items(), key=lambda e: e[1][1] + (e[0][1],)):
            if key not in current:
                level, official = key
                superior = ".".join((mnemonic,) + above)
                code = f"{superior}.{official}"
                code = f"{code}-{day[:4]}" if code in used else code
                used.add(code)
                name = spelling[key, name.casefold(), above]
                row = record(code, name, level, superior, day, "", official)
                current[key] = ((name, above), row)
                rows.append(row)
    return rows


def identity(unit):
    return unit[0].casefold(), unit[1]


def cao_bang(clone):
    """Today's two tiers; v4.2.0 is of August 2026."""
    seed = "dataset-generation-scripts/resources/manual_seeds/wards/04_CaoBang.sql"
    rows = [record("CBA", "Tỉnh Cao Bằng", "PROVINCE", "", "2025-07-01", "", "04")]
    for code, name, _ in TODAYS_ROW.findall(show(clone, "v4.2.0", seed)):
        rows.append(record(f"CBA.{code}", clean(name), "COMMUNE", "CBA", "2025-07-01", "", code))
    return rows


def write(target, name, rows):
    # Units above come first; sorting by level keeps the lists' order within a level.
    order = ["PROVINCE", "DISTRICT", "COMMUNE"]
    rows.sort(key=lambda row: (order.index(row[3]), row[0]))
    with open(target / f"{name}.csv", "w", encoding="utf-8", newline="") as out:
        table = csv.writer(out, lineterminator="\n")
        table.writerow(HEADER)
        table.writerows(rows)
    for day in sorted({row[5] for row in rows} | {LAST_DAY}):
        valid = [row for row in rows if row[5] <= day <= (row[6] or "9999")]
        count = [sum(row[3] == level for row in valid) for level in order]
        print(f"{name} on {day}: {count[0]} province, {count[1]} districts, {count[2]} communes")


if __name__ == "__main__":
    clone, target = sys.argv[1], Path(sys.argv[2])
    for name, *province in BEFORE_2025:
        write(target, name, before_2025(clone, *province))
    write(target, "cao-bang-2026", cao_bang(clone))
