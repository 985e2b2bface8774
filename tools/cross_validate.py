"""How well the library reads articles of the development half that its weights never saw.

    python tools/cross_validate.py EVALUATION [--folds 4] [--errors N]

The weights are learned anew for every fold, from our own passages and the development half without it, and the fold is
read with them. Errors listed here are those of unseen articles, which is what a rule should mend; those that
``accuracy.py --half develop`` lists are of articles that the weights know. Needs scikit-learn; takes a quarter of
an hour. The weight file is as it was when the script ends.
"""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import train_weights
from accuracy import Row, half, language, load, material, table, texts
from annotated import documents, fold_of, own_documents

from evinvest.reading import parse_article, read_article

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

SETS = ("cases", "articles")


def predicted(folder: Path, what: str, names: set[str], predict: ModuleType) -> Iterator[tuple[str, dict[str, Any]]]:
    """What the library reads now in some articles or cases."""
    if what == "cases":
        for line in (folder / "cases_dev.jsonl").read_text(encoding="utf-8").splitlines():
            case = json.loads(line)
            if case["article"] in names:
                body = f"{case['title']}\n\n{case['text']}" if case.get("title") else case["text"]
                day = date.fromisoformat(case["published"]) if case.get("published") else None
                yield case["article"], predict.record(case["article"], parse_article(body, format="plain"), day)
        return
    dates = json.loads((folder / "articles/dates.json").read_text(encoding="utf-8"))
    for path in sorted((folder / "articles").iterdir()):
        if path.stem in names:
            stated = dates.get(path.stem)
            day = date.fromisoformat(stated) if stated else None
            yield path.stem, predict.record(path.stem, read_article(path), day)


def crossed(folder: Path, folds: int) -> Iterator[Row]:
    """Every article and case of the development half, read with weights that never saw it."""
    score, predict = load(folder / "score.py"), load(folder / "predict.py")
    real = list(documents(folder, "develop"))
    own = list(own_documents())
    raw = {what: texts(folder, what) for what in SETS}
    golds = {what: score.read(material(folder, what)[0]) for what in SETS}
    for fold in range(folds):
        train_weights.train([one for one in real if fold_of(one[1]["article"], folds, draw="fold") != fold], own, score)
        for what in SETS:
            known = [name for name in golds[what] if half(name) == "develop"]
            names = {name for name in known if fold_of(name, folds, draw="fold") == fold}
            for name, record in predicted(folder, what, names, predict):
                counts, errors = score.count(golds[what][name], record)
                yield Row(what, "develop", language(raw[what][name]), name, counts, errors)


def main() -> None:
    """Read the arguments and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("evaluation", type=Path)
    parser.add_argument("--folds", type=int, default=4, help="how many parts (4)")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print the first N disagreements")
    options = parser.parse_args()
    if not (options.evaluation / "predict.py").exists():
        sys.exit(f"no annotated material here: {options.evaluation}")
    before = train_weights.WEIGHTS.read_text(encoding="utf-8")
    try:
        found = sorted(crossed(options.evaluation, options.folds), key=lambda row: (SETS.index(row.what), row.name))
    finally:
        train_weights.WEIGHTS.write_text(before, encoding="utf-8")
    for line in [f"{row.name} {error}" for row in found for error in row.errors][: options.errors]:
        print(line)
    print(table(found))


if __name__ == "__main__":
    main()
