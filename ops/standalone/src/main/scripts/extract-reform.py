#!/usr/bin/env python3
"""Writes which communes of 1 July 2025 took over from which: extract-reform.py

Reads the communes of the sample (sample/agencies/areas) and the tables of the national registry
(registry/mapping.csv.gz, registry/communes.csv.gz), and writes sample/agencies/reform/areas: each
province of today with those of its communes that took over from one of the sample's. An official
code is unique among the communes of one day in one province, so it tells which commune is meant.
"""
import csv
import gzip
from pathlib import Path

RESOURCES = Path(__file__).parents[1] / "resources"
AREAS = RESOURCES / "sample/agencies/areas"
TARGET = RESOURCES / "sample/agencies/reform/areas"
EVE, REFORM = "2025-06-30", "2025-07-01"
OF_PROVINCES = "Nghị quyết 202/2025/QH15 ngày 12/6/2025"
OF_COMMUNES = "Quyết định 19/2025/QĐ-TTg ngày 30/6/2025"

# file, our code, name, official code; file of the old province, its code, its name in the registry
PROVINCES = [
    ("tuyen-quang", "TQU-2025", "tỉnh Tuyên Quang", "08", "ha-giang-2024", "HGI", "Tỉnh Hà Giang"),
    ("da-nang", "DNA-2025", "thành phố Đà Nẵng", "48", "quang-nam-2024", "QNA", "Tỉnh Quảng Nam"),
    ("quang-ngai", "QNG-2025", "tỉnh Quảng Ngãi", "51", "quang-ngai-city-2018", "QNG", "Tỉnh Quảng Ngãi"),
    ("gia-lai", "GLA-2025", "tỉnh Gia Lai", "52", "gia-lai-2021", "GLA", "Tỉnh Gia Lai"),
    ("khanh-hoa", "KHO-2025", "tỉnh Khánh Hòa", "56", "khanh-hoa-2022", "KHO", "Tỉnh Khánh Hòa"),
]

# Missing from the mapping.
KNOWN = {("Tỉnh Gia Lai", "23938"): "23938"}

HEADER = [
    "code", "name", "kind", "level", "superior", "validFrom", "validTo", "officialCode",
    "takesOver", "basis",
]  # fmt: skip


def table(name):
    with gzip.open(RESOURCES / "registry" / name, "rt", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def area(name):
    with open(AREAS / f"{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def record(code, name, level, superior, official, ended, basis):
    office = "UBND " + name[0].lower() + name[1:]
    row = [code, office, "PEOPLES_COMMITTEE", level, superior, REFORM, "", official]
    return [*row, " ".join(ended), basis]


if __name__ == "__main__":
    into = KNOWN | {
        (row["old_province_name"], row["old_ward_code"]): row["new_ward_code"]
        for row in table("mapping.csv.gz")
        if row["old_ward_code"]
    }
    names = {row["ward_code"]: row["name"] for row in table("communes.csv.gz")}
    for file, code, name, official, old_file, old_code, old_name in PROVINCES:
        parts = {}
        for row in area(old_file):
            if row["level"] == "COMMUNE" and row["validTo"] == EVE:
                parts.setdefault(into[(old_name, row["officialCode"])], []).append(row["code"])
        rows = [record(code, name, "PROVINCE", "", official, [old_code], OF_PROVINCES)]
        for ward in sorted(parts):
            rows.append(
                record(f"{code}.{ward}", names[ward], "COMMUNE", code, ward, parts[ward], OF_COMMUNES)
            )
        with open(TARGET / f"{file}-2025.csv", "w", encoding="utf-8", newline="") as out:
            writer = csv.writer(out, lineterminator="\n")
            writer.writerow(HEADER)
            writer.writerows(rows)
        print(f"{file}: {len(parts)} communes from {sum(map(len, parts.values()))}")
