"""Learn the weights of the linear decisions from annotated articles and write them to the library.

usage: train_weights.py EVALUATION [--half develop|measure|all]

EVALUATION is a folder with ``cases_dev.jsonl``, ``articles_dev.jsonl``, ``articles/`` and ``score.py``.
Needs scikit-learn.
The result is the same for the same material: no random numbers, rounded weights, sorted keys.
"""

from __future__ import annotations

import argparse
import itertools
import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotated import documents, fold_of, own_documents  # the modules beside this one
from lessons import Row, rows, verdicts

from evinvest.facts.linear import forget
from evinvest.facts.products import NONE
from evinvest.facts.wording import WORDED
from evinvest.models import Product, Stage, Status

if TYPE_CHECKING:
    from types import ModuleType

WEIGHTS = Path(__file__).parent.parent / "src/evinvest/_data/weights.tsv"
# The second round learns from the plants that are found beside the sums that the first round tells apart.
# Strengths from a six-fold cross-validation on the development half, grouped by article.
ROUNDS = (
    {"money": 0.9, "stage": 0.4, "size": 0.45, "opening": 0.4},
    {"operator": 0.2, "investor": 0.3, "product": 0.3, "made": 0.3},
    {"status": 0.45, "plant": 0.35, "goal": 0.3},
)
# Whether a plant is stated is told by what all rounds say of its mentions: of articles that they did not learn from,
# since they are too sure of those that they know. Each part of the articles is read with weights from the other parts.
WHOLE, PARTS = {"whole plant": 0.3, "whole export": 0.3}, 4
EVENLY = frozenset({"money", "stage", "status", "opening"})  # rare labels count for more, by the root of their rarity
PLAIN = Path(__file__).parent / "plain_cases.toml"
PLAIN_WEIGHT = 8
# What we wrote ourselves counts for less than what newsrooms did, the more so where it is denser in facts than news is:
# the share of ordinary articles, and of others. How often a sum is an investment differs most between them.
SHARES, OTHER_SHARES = {"money": (1.0, 0.35)}, (0.5, 0.35)
COMMON = 15  # articles in which a word must stand for anything to be learned of it
WEAKEST = 0.03  # weights below are left out
HEAD = """\
# Weights of the linear decisions: how much each cue around a sum or a plant speaks for a label.
# Made by tools/train_weights.py; the cues are those of cues.toml, "before" and "behind" the anchor.
# A word or a pair of words has "w" before it, "w<" where it counts before the anchor and "w>" behind.
"""

Rows = list[list[Row]]  # for each article
Material = tuple[Any, dict[str, Any]]  # a document, with its annotation
Lesson = Callable[[Any, dict[str, Any], Any], Iterable[tuple[str, Row]]]


def plain_cases(name: str) -> list[Row]:
    """The examples that everyone knows, for one decision: a cue beside the anchor, or several some words away."""
    known = tomllib.loads(PLAIN.read_text(encoding="utf-8")).get(name, {})
    rows: list[Row] = []
    for label, cases in known.items():
        split = [case.split(" + ") for case in cases]
        rows += [({"bias": 1.0, **dict.fromkeys(cues, 1.0 if len(cues) == 1 else 0.5)}, label) for cues in split]
    return rows * PLAIN_WEIGHT


def learn(name: str, groups: list[tuple[Rows, float]], strength: float) -> dict[str, dict[str, float]]:
    """The weights of each label, the weak ones left out, from examples in groups with the share of each."""
    from sklearn.feature_extraction import DictVectorizer  # noqa: PLC0415 - only training needs it
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415

    groups = [*groups, ([plain_cases(name)], 1.0)]
    rare = rare_words(itertools.chain.from_iterable(articles for articles, _ in groups))
    examples = [row for articles, _ in groups for rows in articles for row in rows]
    vectorizer = DictVectorizer(sort=True)
    matrix = vectorizer.fit_transform(
        [{name: value for name, value in features.items() if name not in rare} for features, _ in examples]
    )
    wanted = [label for _, label in examples]
    counts = Counter(wanted)
    rarity = {
        label: (len(wanted) / len(counts) / count) ** 0.5 if name in EVENLY else 1.0 for label, count in counts.items()
    }
    shares = [share for articles, share in groups for rows in articles for _ in rows]
    model = LogisticRegression(C=strength, max_iter=5000, fit_intercept=False)
    model.fit(matrix, wanted, [share * rarity[label] for share, label in zip(shares, wanted, strict=True)])
    labels, coefficients = list(model.classes_), model.coef_
    if len(labels) == 2:  # the second over the first
        coefficients = [0.0 * coefficients[0], coefficients[0]]
    names = vectorizer.get_feature_names_out()
    weights = {
        str(label): zip(names, map(float, row), strict=True) for label, row in zip(labels, coefficients, strict=True)
    }
    return {
        label: {str(name): round(weight, 2) for name, weight in row if abs(weight) >= WEAKEST}
        for label, row in weights.items()
    }


def rare_words(articles: Iterable[list[Row]]) -> set[str]:
    """The words that stand in too few articles to tell more than those."""
    counts = Counter(
        itertools.chain.from_iterable(
            {name for features, _ in rows for name in features if name.startswith(WORDED)} for rows in articles
        )
    )
    return {name for name, count in counts.items() if count < COMMON}


def render(decisions: dict[str, dict[str, dict[str, float]]]) -> str:
    """The weight file."""
    lines = [HEAD.rstrip()]
    for name, labels in sorted(decisions.items()):
        lines.append("\t".join((f"[{name}]", *sorted(labels))))
        for feature in sorted({feature for weights in labels.values() for feature in weights}):
            cells = (weights.get(feature) for _, weights in sorted(labels.items()))
            lines.append("\t".join((feature, *("" if cell is None else f"{cell:g}" for cell in cells))))
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("evaluation", type=Path)
    parser.add_argument("--half", choices=("develop", "measure", "all"), default="develop")
    options = parser.parse_args()
    sys.path.insert(0, str(options.evaluation))
    import score  # noqa: PLC0415 - it comes with the material

    before = WEIGHTS.read_text(encoding="utf-8")
    try:
        train(list(documents(options.evaluation, options.half)), own_documents(), score)
    except BaseException:
        WEIGHTS.write_text(before, encoding="utf-8")
        raise


def train(real: list[Material], own: Iterable[tuple[str, Material]], score: ModuleType) -> None:
    """Learn all decisions and write them to the library."""
    materials: tuple[list[Material], ...] = (real, [], [])
    for file, material in own:
        materials[1 if file.startswith("ordinary") else 2].append(material)
    unseen: list[dict[str, Rows]] = [{name: [] for name in WHOLE} for _ in materials]
    for part in range(PARTS):
        learn_rounds([[one for one in each if _part(one) != part] for each in materials], score)
        for found, each in zip(unseen, materials, strict=True):
            read = examples([one for one in each if _part(one) == part], WHOLE, verdicts, score)
            for name in WHOLE:
                found[name] += read[name]
    decisions = learn_rounds(materials, score)
    for name, strength in WHOLE.items():
        decisions[name] = learn_one(name, [found[name] for found in unseen], strength)
    write(decisions)


def _part(material: Material) -> int:
    return fold_of(material[1]["article"], PARTS, draw="part")


def learn_rounds(materials: Sequence[list[Material]], score: ModuleType) -> dict[str, Any]:
    """Learn round after round, each from what the weights of the last one find."""
    decisions: dict[str, Any] = {name: {"no": {}, "yes": {}} for strengths in (*ROUNDS, WHOLE) for name in strengths}
    decisions["size"] = {"none": {}, "now": {}, "later": {}}
    decisions["stage"] = {str(stage): {} for stage in Stage}
    decisions["status"] = {str(status): {} for status in Status}
    decisions["product"] = decisions["made"] = {NONE: {}, **{str(product): {} for product in Product}}
    write(decisions)
    for strengths in ROUNDS:
        found = [examples(material, strengths, rows, score) for material in materials]
        for name, strength in strengths.items():
            decisions[name] = learn_one(name, [rows[name] for rows in found], strength)
        write(decisions)
    return decisions


def learn_one(name: str, found: Sequence[Rows], strength: float) -> dict[str, dict[str, float]]:
    """One decision from real articles, ordinary ones of ours and dense ones."""
    shared = zip(found, (1.0, *SHARES.get(name, OTHER_SHARES)), strict=True)
    weights = learn(name, list(shared), strength)
    print(f"{name}: {' + '.join(str(sum(map(len, rows))) for rows in found)} examples, {len(weights)} labels")
    return weights


def examples(material: list[Material], names: Iterable[str], teach: Lesson, score: ModuleType) -> dict[str, Rows]:
    """The examples that some articles give for some decisions, as a lesson has them."""
    found: dict[str, Rows] = {name: [] for name in names}
    for document, gold in material:
        given: dict[str, list[Row]] = {name: [] for name in found}
        for name, row in teach(document, gold, score):
            if name in given:
                given[name].append(row)
        for name, examples_of_it in given.items():
            found[name].append(examples_of_it)
    return found


def write(decisions: dict[str, Any]) -> None:
    """Put the weights where the library reads them."""
    WEIGHTS.write_text(render(decisions), encoding="utf-8")
    forget()


if __name__ == "__main__":
    main()
