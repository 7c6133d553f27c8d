"""Trains the body model from exported features and writes it as the library reads it.

usage: train.py --data DIR --out DIR [--trees N] [--leaves N] [--final FILE] [--corpus-hash HEX]

Reads what train/export wrote, trains one model a fold (on the pages of the other
folds; a fold holds whole sites) and, with --final, one on all pages. Everything is
deterministic: the same data gives the same bytes. Needs python3-xgboost and
python3-numpy (Debian)."""
import argparse
import hashlib
import json
import re
import struct
from pathlib import Path

import numpy as np
import xgboost as xgb


def read(data):
    names = json.loads((data / "names.json").read_text())
    pages = [json.loads(line) for line in (data / "pages.jsonl").open()]
    x = np.fromfile(data / "rows.f32", "<f4").reshape(-1, len(names))
    y = np.fromfile(data / "labels.u8", "u1").astype("f4")
    w = np.fromfile(data / "weights.f32", "<f4")
    rows = np.array([p["rows"] for p in pages])
    fold = np.repeat([p["fold"] for p in pages], rows)
    sets = np.repeat([p["set"] or "other" for p in pages], rows)
    return names, pages, x, y, w, fold, sets


def fit(x, y, w, a):
    keep = w > 0
    d = xgb.DMatrix(x[keep], y[keep], weight=w[keep], nthread=2)
    params = {
        "objective": "binary:logistic", "base_score": 0.5, "eta": a.eta, "max_leaves": a.leaves, "max_depth": 0,
        "grow_policy": "lossguide", "tree_method": "hist", "max_bin": 128, "lambda": a.l2, "min_child_weight": a.child,
        "colsample_bynode": a.columns, "subsample": 1.0, "seed": 7, "nthread": 2, "verbosity": 0,
    }
    return xgb.train(params, d, num_boost_round=a.trees)


def flatten(tree):
    """the nodes of a tree in the file's order: breadth first, the right child after the left"""
    left, right = tree["left_children"], tree["right_children"]
    value = [0.0] * len(left)
    hess = tree["sum_hessian"]

    def mean(i):
        if left[i] < 0:
            value[i] = tree["split_conditions"][i]
            return value[i], hess[i]
        (a, ha), (b, hb) = mean(left[i]), mean(right[i])
        value[i] = (a * ha + b * hb) / (ha + hb) if ha + hb else (a + b) / 2
        return value[i], ha + hb

    mean(0)
    order, at = [0], 0
    place = {0: 0}
    while at < len(order):
        i = order[at]
        at += 1
        if left[i] >= 0:
            for c in (left[i], right[i]):
                place[c] = len(order)
                order.append(c)
    return [(0xFFFF, 0.0, 0, value[i]) if left[i] < 0 else
            (tree["split_indices"][i], tree["split_conditions"][i], place[left[i]], value[i]) for i in order]


def save(booster, features, note, path):
    trees = json.loads(bytes(booster.save_raw("json")))["learner"]["gradient_booster"]["model"]["trees"]
    roots, nodes = [], []
    for t in trees:
        roots.append(len(nodes))
        nodes += flatten(t)
    text = json.dumps(note, sort_keys=True).encode()
    out = b"nptrees2" + struct.pack("<I", len(text)) + text
    out += struct.pack("<IIIf", features, len(roots), len(nodes), 0.0)
    for column, form in ((roots, "I"), ([n[0] for n in nodes], "H"), ([n[1] for n in nodes], "f"),
                         ([n[2] for n in nodes], "H"), ([n[3] for n in nodes], "f")):
        out += struct.pack(f"<{len(column)}{form}", *column)
    path.write_bytes(out)
    return len(out)


def report(name, y, w, p):
    """prints and returns the weighted figures of a set's blocks"""
    hit = (p >= 0.5) & (y > 0)
    precision = w[hit].sum() / max(1e-9, w[p >= 0.5].sum())
    recall = w[hit].sum() / max(1e-9, w[y > 0].sum())
    loss = -(w * np.where(y > 0, np.log(np.maximum(p, 1e-7)), np.log(np.maximum(1 - p, 1e-7)))).sum() / w.sum()
    print(f"{name:<8} precision {precision:.4f} recall {recall:.4f} logloss {loss:.4f}")
    return {"precision": round(float(precision), 4), "recall": round(float(recall), 4), "logloss": round(float(loss), 4)}


def train_pages(a):
    """the model that says whether a page is an article, from what train/apply found on each page"""
    base = str(a.pages)
    names = json.loads(Path(base + ".names").read_text())
    index = [json.loads(line) for line in open(base + ".index")]
    x = np.fromfile(base + ".rows", "<f4").reshape(-1, len(names))
    y = np.array([float(p["kind"] == "article") for p in index], "f4")
    fold = np.array([p["fold"] for p in index])
    w = np.ones(len(y), "f4")
    a.trees, a.leaves, a.eta, a.child, a.l2 = 120, 6, 0.06, 5.0, 2.0
    p = np.zeros(len(y), "f4")
    for k in range(5):
        b = fit(x[fold != k], y[fold != k], w[fold != k], a)
        p[fold == k] = b.predict(xgb.DMatrix(x[fold == k]))
        save(b, len(names), {"fold": k}, a.out / f"page{k}.bin")
    order = np.argsort(p)
    ranks = np.empty(len(p))
    ranks[order] = np.arange(1, len(p) + 1)
    n1 = y.sum()
    auc = (ranks[y > 0].sum() - n1 * (n1 + 1) / 2) / (n1 * (len(y) - n1))
    print(f"pages    auc {auc:.4f}; 0.5 % of the articles are below {np.quantile(p[y > 0], 0.005):.3f}, 1 % below {np.quantile(p[y > 0], 0.01):.3f}")
    for lo in np.arange(0, 1, 0.2):
        m = (p >= lo) & (p < lo + 0.2)
        print(f"         confidence {lo:.1f} to {lo + 0.2:.1f}: {m.sum()} pages, {y[m].mean() if m.any() else 0:.2f} of them articles")
    if a.final:
        b = fit(x, y, w, a)
        note = {"made_from": hashlib.sha256(x.tobytes() + y.tobytes()).hexdigest(), "pages": len(y), "cross_validated_auc": round(float(auc), 4), "trainer": "xgboost " + xgb.__version__}
        print(f"{a.final}: {save(b, len(names), note, a.final)} bytes")


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--data", type=Path)
    ap.add_argument("--pages", type=Path, help="train the page model from what train/apply wrote beside this file")
    ap.add_argument("--out", type=Path, required=True)
    ap.add_argument("--trees", type=int, default=120)
    ap.add_argument("--leaves", type=int, default=16)
    ap.add_argument("--eta", type=float, default=0.1)
    ap.add_argument("--l2", type=float, default=1.0)
    ap.add_argument("--child", type=float, default=2.0)
    ap.add_argument("--columns", type=float, default=0.4)
    ap.add_argument("--agree", type=Path, help="write the rows of sample.f32 and the trainer's own predictions, for the test that the library agrees")
    ap.add_argument("--final", type=Path)
    ap.add_argument("--without", help="leave out the features whose name matches this regular expression: for finding out what they are worth")
    ap.add_argument("--skip-folds", action="store_true")
    ap.add_argument("--gain", type=int, default=0, help="print the features that gained most")
    a = ap.parse_args()
    a.out.mkdir(parents=True, exist_ok=True)
    if a.pages:
        return train_pages(a)
    names, pages, x, y, w, fold, sets = read(a.data)
    if a.without:
        for i, n in enumerate(names):
            if re.search(a.without, n):
                x[:, i] = 0
    figures = {}
    if not a.skip_folds:
        p = np.zeros(len(y), "f4")
        for k in range(5):
            b = fit(x[fold != k], y[fold != k], w[fold != k], a)
            test = fold == k
            p[test] = b.predict(xgb.DMatrix(x[test]))
            save(b, len(names), {"fold": k}, a.out / f"fold{k}.bin")
        for s in sorted(set(sets)):
            m = (sets == s) & (w > 0)
            if not m.any():
                continue
            figures[s] = report(s, y[m], w[m], p[m])
    if a.final:
        b = fit(x, y, w, a)
        note = {
            "made_from": hashlib.sha256((a.data / "rows.f32").read_bytes() + (a.data / "labels.u8").read_bytes() + (a.data / "pages.jsonl").read_bytes()).hexdigest(),
            "pages": len(pages), "blocks": int(len(y)), "cross_validated": figures,
            "trees": a.trees, "leaves": a.leaves, "trainer": "xgboost " + xgb.__version__,
        }
        size = save(b, len(names), note, a.final)
        print(f"{a.final}: {size} bytes")
        if a.agree:
            rows = np.fromfile(a.data / "sample.f32", "<f4").reshape(-1, len(names))
            margins = b.predict(xgb.DMatrix(rows), output_margin=True).astype("<f4")
            a.agree.write_bytes(struct.pack("<I", len(rows)) + rows.tobytes() + margins.tobytes())
        if a.gain:
            for f, g in sorted(b.get_score(importance_type="total_gain").items(), key=lambda t: -t[1])[:a.gain]:
                print(f"{g:12.0f} {names[int(f[1:])]}")


if __name__ == "__main__":
    main()
