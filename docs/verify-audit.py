#!/usr/bin/env python3
"""Checks the audit trail outside the program: verify-audit.py FILE.csv

FILE is the 审计记录.csv of a case file, or an export of the whole table (operations.md). Columns: id, epoch_milli, actor,
action, consultation, detail, chain_no, previous_hash, hash. Each sealed row is checked by itself; where rows follow one
another in the chain, their links are checked too. Exit status 0: sound; 1: something was altered.
"""
import csv
import hashlib
import sys

csv.field_size_limit(sys.maxsize)


def units(text):
    """Length as Java counts it: UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


def hash_of(row):
    fields = (row["id"], row["epoch_milli"], row["actor"], row["action"], row["consultation"], row["detail"])
    content = row["previous_hash"] + "".join(f"|{units(field)}:{field}" for field in fields)
    return hashlib.sha256(content.encode("utf-8")).hexdigest()


def main(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    sealed = sorted((row for row in rows if row["chain_no"]), key=lambda row: int(row["chain_no"]))
    broken, before = [], None
    for row in sealed:
        follows = before is not None and int(row["chain_no"]) == int(before["chain_no"]) + 1
        first = int(row["chain_no"]) == 1
        if hash_of(row) != row["hash"]:
            broken.append((row, "内容与封存时不同"))
        elif (follows and row["previous_hash"] != before["hash"]) or (first and row["previous_hash"] != "0" * 64):
            broken.append((row, "与前一条没有接上"))
        before = row
    for row, why in broken:
        print(f"链号 {row['chain_no']}（id {row['id']}，{row['action']}）：{why}")
    gaps = int(sealed[-1]["chain_no"]) - int(sealed[0]["chain_no"]) + 1 - len(sealed) if sealed else 0
    print(f"已封存 {len(sealed)} 条，未封存 {len(rows) - len(sealed)} 条，不在本文件中的链号 {gaps} 个，有问题 {len(broken)} 条。")
    return 1 if broken else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
