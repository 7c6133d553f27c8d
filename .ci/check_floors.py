"""Compares score.py's figures (JSON on standard input) with pinned floors.

The floors file has lines "SET FIGURE FLOOR"; a figure below its floor, or missing, fails."""
import json
import sys

scores = next(iter(json.load(sys.stdin).values()))
failed = 0
for line in open(sys.argv[1], encoding="utf8"):
    line = line.split("#")[0].split()
    if not line:
        continue
    name, figure, floor = line[0], line[1], float(line[2])
    value = scores.get(name, {}).get(figure)
    if value is None or value < floor:
        print(f"below its floor: {name} {figure} {value} < {floor}")
        failed = 1
print("floors hold" if not failed else "floors do not hold")
sys.exit(failed)
