"""How well the library reads the annotated material, and the floors below which it must not sink.

    python tools/accuracy.py EVALUATION                        the table
    python tools/accuracy.py EVALUATION --errors 20 --half develop --what cases
    python tools/accuracy.py EVALUATION --update               write the figures down as floors

EVALUATION is the folder with ``predict.py``, ``score.py`` and the material. Cases and articles are split in two halves
by the hash of their names: the one is for developing, the other only for measuring, so look at errors of ``develop``.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import re
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

FLOORS = Path(__file__).resolve().parent.parent / "tests" / "accuracy_floor.json"
SETS = ("seeds", "cases", "articles")
HALVES = ("develop", "measure")
CHINESE = re.compile(r"[\u4e00-\u9fff]")


class Row(NamedTuple):
    """One article or case: where it belongs and how it was read, as ``score.count`` tells it."""

    what: str
    half: str
    language: str
    name: str
    counts: dict[str, list[int]]
    errors: list[str]


class Figures(NamedTuple):
    """Counts over some rows, with precision, recall and F1 of facts and of slots."""

    annotated: int
    predicted: int
    fact: tuple[float, float, float]
    slot: tuple[float, float, float]


def load(path: Path) -> ModuleType:
    """The script at ``path`` as a module."""
    spec = importlib.util.spec_from_file_location(f"evaluation_{path.stem}", path)
    if spec is None or spec.loader is None:
        sys.exit(f"not a script: {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def material(folder: Path, what: str) -> tuple[Path, list[Path]]:
    """The annotations of a set, and the arguments that make ``predict.py`` read its texts."""
    if what == "cases":
        return folder / "cases_dev.jsonl", [Path("--cases"), folder / "cases_dev.jsonl"]
    if what == "seeds":
        return folder / "seeds.jsonl", [folder / "seeds"]
    return folder / "articles_dev.jsonl", [folder / "articles"]


def digest(folder: Path) -> str:
    """A hash of everything that a figure depends on beside the library."""
    files = [folder / "predict.py", folder / "score.py"]
    for what in SETS:
        annotations, (*_, texts) = material(folder, what)
        files += [annotations, *sorted(path for path in texts.rglob("*") if path.is_file())]
    total = sha256()
    for file in files:
        total.update(sha256(file.read_bytes()).digest())
    return total.hexdigest()


def half(name: str) -> str:
    """Which half a name belongs to, the same on every machine and for ever."""
    return HALVES[sha256(name.encode()).digest()[0] % 2]


def predict(folder: Path, what: str) -> dict[str, dict[str, Any]]:
    """What the library reads in a set, in a process of its own; failures go to standard error as they come."""
    arguments = [str(path) for path in material(folder, what)[1]]
    command = [sys.executable, str(folder / "predict.py"), *arguments]
    done = subprocess.run(command, stdout=subprocess.PIPE, encoding="utf-8", check=True)  # noqa: S603 - our own script
    records = [json.loads(line) for line in done.stdout.splitlines()]
    return {str(record["article"]): record for record in records}


def texts(folder: Path, what: str) -> dict[str, str]:
    """The raw text of every article or case of a set, by its name."""
    if what == "cases":
        lines = (folder / "cases_dev.jsonl").read_text(encoding="utf-8").splitlines()
        return {str(case["article"]): case["text"] for case in map(json.loads, lines)}
    files = sorted((folder / what).iterdir())
    return {file.stem: file.read_text(encoding="utf-8", errors="replace") for file in files}


def language(text: str) -> str:
    """``zh`` where a good part of the text is Chinese, else ``en``: enough to tell the material apart."""
    return "zh" if len(CHINESE.findall(text)) > len(text) / 10 else "en"


def rows(folder: Path, sets: tuple[str, ...] = SETS) -> Iterator[Row]:
    """Every article and case of the sets, read and compared."""
    score = load(folder / "score.py")
    for what in sets:
        predicted, raw = predict(folder, what), texts(folder, what)
        for name, gold in score.read(material(folder, what)[0]).items():
            counts, errors = score.count(gold, predicted.get(name))
            yield Row(what, half(name), language(raw[name]), name, counts, errors)


def figures(chosen: list[Row], kind: str) -> Figures:
    """The figures of one kind of fact, or of ``all``, over some rows."""
    kinds = list(chosen[0].counts) if kind == "all" else [kind]
    counts = [row.counts[each] for row in chosen for each in kinds]
    sums = [sum(column) for column in zip(*counts, strict=True)]
    return Figures(sums[2], sums[1], ratios(*sums[:3]), ratios(*sums[3:]))


def ratios(hits: int, predicted: int, annotated: int) -> tuple[float, float, float]:
    """Precision, recall and F1; nothing predicted where nothing is annotated is perfect."""
    precision = hits / predicted if predicted else float(annotated == 0)
    recall = hits / annotated if annotated else float(predicted == 0)
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


def groups(everything: list[Row]) -> Iterator[tuple[str, str, list[Row]]]:
    """The lines of the table: a label, a kind of fact, and the rows that count."""
    kinds = list(everything[0].counts) if everything else []
    for what in dict.fromkeys(row.what for row in everything):
        chosen = [row for row in everything if row.what == what]
        yield what, "all", chosen
        yield from ((f"  {kind}", kind, chosen) for kind in kinds)
        for part in HALVES if what != "seeds" else ():
            mine = [row for row in chosen if row.half == part]
            yield f"  {part}", "all", mine
            yield from ((f"    {kind}", kind, mine) for kind in kinds)
        for code in ("en", "zh"):
            yield f"  {code}", "all", [row for row in chosen if row.language == code]


def table(everything: list[Row]) -> str:
    """All figures, one line a group: by set and half, by kind of fact, by language."""
    scores = f"{'P':>6} {'R':>6} {'F1':>6}"
    lines = [f"{'':19}{'count':>6}{'annot':>7}{'pred':>6}   {scores} (fact)   {scores} (slot)"]
    for label, kind, chosen in groups(everything):
        if chosen:
            result = figures(chosen, kind)
            fact, slot = (" ".join(f"{x:6.3f}" for x in part) for part in (result.fact, result.slot))
            lines.append(f"{label:19}{len(chosen):6}{result.annotated:7}{result.predicted:6}   {fact}          {slot}")
    return "\n".join(lines)


def measured(everything: list[Row]) -> dict[str, dict[str, float]]:
    """The figures that have floors: F1 of facts and slots a set, F1 of facts a kind; rounded down to three places."""
    result = {}
    for what in SETS:
        if not (chosen := [row for row in everything if row.what == what]):
            continue
        whole = figures(chosen, "all")
        values = {"fact": whole.fact[2], "slot": whole.slot[2]}
        values |= {kind: figures(chosen, kind).fact[2] for kind in chosen[0].counts}
        result[what] = {name: int(value * 1000) / 1000 for name, value in values.items()}
    return result


def sunk(floors: dict[str, dict[str, float]], now: dict[str, dict[str, float]]) -> list[str]:
    """One line for every figure below its floor."""
    return [
        f"{what} {name}: {now[what][name]:.3f} is below its floor {floor:.3f}"
        for what, figure in floors.items()
        for name, floor in figure.items()
        if now[what][name] < floor
    ]


def update(folder: Path, everything: list[Row], *, allow_regression: bool) -> None:
    """Write the measured figures down as floors; a lower one only when asked for, or for other material.

    Beside them stand the figures of the half that the library was not developed with, which the README shows.
    """
    now, material_digest = measured(everything), digest(folder)
    old = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {"material": None, "floors": {}}
    if old["material"] == material_digest and not allow_regression and (lines := sunk(old["floors"], now)):
        sys.exit("\n".join([*lines, "no floor is lowered without --allow-regression"]))
    unseen = measured([row for row in everything if row.half == "measure" and row.what != "seeds"])
    document = {"material": material_digest, "floors": now, "unseen": unseen}
    FLOORS.write_text(json.dumps(document, indent=2) + "\n", encoding="utf-8")


def main() -> None:
    """Read the arguments, print the table or write the floors."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("evaluation", type=Path)
    parser.add_argument("--what", choices=SETS, action="append", help="only this set (can be repeated)")
    parser.add_argument("--half", choices=HALVES, help="only this half of cases and articles")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print the first N disagreements")
    parser.add_argument("--update", action="store_true", help="write the floors of tests/test_accuracy_gate.py")
    parser.add_argument("--allow-regression", action="store_true", help="let --update lower a floor")
    options = parser.parse_args()
    if not (options.evaluation / "predict.py").exists():
        sys.exit(f"no annotated material here: {options.evaluation}")
    if options.update:
        update(options.evaluation, list(rows(options.evaluation)), allow_regression=options.allow_regression)
        return
    found = list(rows(options.evaluation, tuple(options.what or SETS)))
    chosen = [row for row in found if options.half in {None, row.half} or row.what == "seeds"]
    errors = [f"{row.name} {error}" for row in chosen for error in row.errors]
    for line in errors[: options.errors]:
        print(line)
    print(table(chosen))


if __name__ == "__main__":
    main()
