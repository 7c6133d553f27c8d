"""Compares score.py's figures (JSON on standard input) with pinned floors.

usage: check_floors.py FLOORS SCORE_TEXT

The floors file has lines "SET FIGURE FLOOR"; a figure below its floor, or
missing, fails. "pages auc" and "pages refused" (a ceiling: the share of
articles that are refused) are read from the line that score.py --others prints."""
import json
import re
import sys

scores = next(iter(json.load(sys.stdin).values()))
line = open(sys.argv[2], encoding="utf8").readline()
found = re.search(r"articles \d+: refused ([\d.]+) .* auc ([\d.]+)", line)
scores["pages"] = {"refused": float(found[1]), "auc": float(found[2])} if found else {}
failed = 0
for line in open(sys.argv[1], encoding="utf8"):
    line = line.split("#")[0].split()
    if not line:
        continue
    name, figure, floor = line[0], line[1], float(line[2])
    value = scores.get(name, {}).get(figure)
    ceiling = figure == "refused"
    if value is None or (value > floor if ceiling else value < floor):
        print(f"{'above its ceiling' if ceiling else 'below its floor'}: {name} {figure} {value}, pinned {floor}")
        failed = 1
print("floors hold" if not failed else "floors do not hold")
sys.exit(failed)
