"""Learn the weights of the linear decisions from annotated articles and write them to the library.

usage: train_weights.py EVALUATION [--half develop|measure|all]

EVALUATION is a folder with ``cases_dev.jsonl``, ``articles_dev.jsonl``, ``articles/`` and ``score.py``.
Needs scikit-learn.
The result is the same for the same material: no random numbers, rounded weights, sorted keys.
"""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from accuracy import half as half_of  # the script beside this one: both must halve alike

from evinvest.facts.features import money_features, plant_features, stage_features, status_features
from evinvest.facts.focus import Focus
from evinvest.facts.investments import find_investments, money_groups
from evinvest.facts.linear import forget
from evinvest.facts.plants import find_plants
from evinvest.facts.prepare import prepare
from evinvest.facts.products import ROLES, product_features
from evinvest.lexicon import Lexicon
from evinvest.mentions.cues import CueTable
from evinvest.mentions.runs import NameRules
from evinvest.models import Stage, Status
from evinvest.reading import parse_article, read_article

if TYPE_CHECKING:
    from types import ModuleType

    from evinvest.facts.document import Document
    from evinvest.facts.drafts import InvestmentDraft, PlantDraft
    from evinvest.models import Money

WEIGHTS = Path(__file__).parent.parent / "src/evinvest/_data/weights.toml"
# The second round learns from the plants that are found beside the sums that the first round tells apart.
# Strengths from a six-fold cross-validation on the development half, grouped by article.
ROUNDS = ({"money": 1.0, "stage": 0.25}, {"product": 1.0}, {"status": 0.4, "plant": 0.1})
EVENLY = frozenset({"money", "stage", "status"})  # rare labels count for more, by the root of their rarity
PLAIN = Path(__file__).parent / "plain_cases.toml"
PLAIN_WEIGHT = 4
HEAD = """\
# Weights of the linear decisions: how much each cue around a sum or a plant speaks for a label.
# Made by tools/train_weights.py; the cues are those of cues.toml, "before" and "behind" the anchor.
"""

Row = tuple[dict[str, float], str]


def documents(evaluation: Path, half: str) -> Iterator[tuple[Document, dict[str, Any]]]:
    """Every annotated article of a half, made ready, with its annotation."""
    dates = json.loads((evaluation / "articles/dates.json").read_text(encoding="utf-8"))
    files = {path.stem: path for path in sorted((evaluation / "articles").iterdir())}
    lexicon, cues = Lexicon.default(), CueTable.default()
    for material in ("cases", "articles"):
        for line in (evaluation / f"{material}_dev.jsonl").read_text(encoding="utf-8").splitlines():
            gold = json.loads(line)
            name = gold["article"]
            if half not in {"all", half_of(name)}:
                continue
            if material == "cases":
                body = f"{gold['title']}\n\n{gold['text']}" if gold.get("title") else gold["text"]
                article, stated = parse_article(body, format="plain"), gold.get("published")
            else:
                article, stated = read_article(files[name]), dates.get(name)
            day = date.fromisoformat(stated) if stated else article.day
            yield prepare(article, day=day, lexicon=lexicon, cues=cues, rules=NameRules.default()), gold


def rows(document: Document, gold: dict[str, Any], score: ModuleType) -> Iterator[tuple[str, Row]]:
    """The examples that an article gives for each decision."""
    focus = Focus()
    for sentence in document.sentences:
        for anchor, money in money_groups(document, sentence):
            fact = investment_of(money, gold, score)
            yield "money", (money_features(document, sentence, anchor), "no" if fact is None else "yes")
            if fact is not None:
                yield "stage", (stage_features(document, sentence, anchor), fact["status"])
        investments = list(find_investments(document, sentence, focus))
        for draft in investments:
            yield from products(document, draft, gold, score)
        for draft in find_plants(document, sentence, focus, investments):
            fact = plant_of(draft, gold, score)
            if draft.operators and (draft.place or draft.capacity or draft.planned_capacity):
                yield "plant", (plant_features(document, draft), "no" if fact is None else "yes")
            if fact is not None and draft.operators:
                yield "status", (status_features(document, sentence, draft.anchor), fact["status"])
        focus.move(document, sentence)


def investment_of(money: Money, gold: dict[str, Any], score: ModuleType) -> dict[str, Any] | None:
    """The annotated investment that a sum is."""
    stated = {
        "amount": float(money.amount),
        "amount_high": float(money.high) if money.high else None,
        "currency": money.currency,
        "alt": [[float(other.amount), other.currency] for other in money.equivalents],
    }
    return next((fact for fact in gold["investments"] if score.key_investment(fact, stated)), None)


def products(
    document: Document, draft: InvestmentDraft, gold: dict[str, Any], score: ModuleType
) -> Iterator[tuple[str, Row]]:
    """Each product that a sum could be for, and whether it is for that one."""
    fact = investment_of(draft.money, gold, score)
    if fact is None or fact["product"] not in {str(product) for product in ROLES.values()}:
        return
    for role, features in product_features(document, draft.sentence, draft.anchor, draft.investors).items():
        yield "product", (features, "yes" if fact["product"] == ROLES[role] else "no")


def plant_of(draft: PlantDraft, gold: dict[str, Any], score: ModuleType) -> dict[str, Any] | None:
    """The annotated plant that a draft is."""
    stated = {
        "operators": [mention.company.name for mention in draft.operators],
        "country": draft.place.country if draft.place else None,
        "locality": draft.place.locality if draft.place else None,
        "capacity": float(draft.capacity.value) if draft.capacity else None,
        "planned_capacity": float(draft.planned_capacity.value) if draft.planned_capacity else None,
    }
    return next((fact for fact in gold["plants"] if score.key_plant(fact, stated)), None)


def plain_cases(name: str) -> list[Row]:
    """The examples that everyone knows, for one decision: a cue beside the anchor, or several some words away."""
    known = tomllib.loads(PLAIN.read_text(encoding="utf-8")).get(name, {})
    rows: list[Row] = []
    for label, cases in known.items():
        split = [case.split(" + ") for case in cases]
        rows += [({"bias": 1.0, **dict.fromkeys(cues, 1.0 if len(cues) == 1 else 0.5)}, label) for cues in split]
    return rows * PLAIN_WEIGHT


def learn(examples: list[Row], strength: float, *, evenly: bool) -> dict[str, dict[str, float]]:
    """The weights of each label, the weak ones left out."""
    from sklearn.feature_extraction import DictVectorizer  # noqa: PLC0415 - only training needs it
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415

    vectorizer = DictVectorizer(sort=True)
    matrix = vectorizer.fit_transform([features for features, _ in examples])
    wanted = [label for _, label in examples]
    counts = Counter(wanted)
    rarity = {label: (len(wanted) / len(counts) / count) ** 0.5 for label, count in counts.items()}
    weights = rarity if evenly else None
    model = LogisticRegression(C=strength, max_iter=5000, fit_intercept=False, class_weight=weights)
    model.fit(matrix, wanted)
    labels, coefficients = list(model.classes_), model.coef_
    if len(labels) == 2:
        coefficients = [-coefficients[0] / 2, coefficients[0] / 2]
    names = vectorizer.get_feature_names_out()
    return {
        str(label): {
            str(name): round(float(weight), 2) for name, weight in zip(names, row, strict=True) if abs(weight) >= 0.03
        }
        for label, row in zip(labels, coefficients, strict=True)
    }


def render(decisions: dict[str, dict[str, dict[str, float]]]) -> str:
    """The weight file."""
    lines = [HEAD]
    for name, labels in sorted(decisions.items()):
        for label, weights in sorted(labels.items()):
            lines.append(f"\n[{name}.{label}]")
            lines += [f"{json.dumps(feature)} = {weight}" for feature, weight in sorted(weights.items())]
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
        train(list(documents(options.evaluation, options.half)), score)
    except BaseException:
        WEIGHTS.write_text(before, encoding="utf-8")
        raise


def train(material: list[tuple[Document, dict[str, Any]]], score: ModuleType) -> None:
    """Learn round after round, each from what the weights of the last one find."""
    decisions: dict[str, Any] = {name: {"no": {}, "yes": {}} for strengths in ROUNDS for name in strengths}
    decisions["stage"] = {str(stage): {} for stage in Stage}
    decisions["status"] = {str(status): {} for status in Status}
    write(decisions)
    for strengths in ROUNDS:
        examples: dict[str, list[Row]] = {name: [] for name in strengths}
        for document, gold in material:
            for name, row in rows(document, gold, score):
                if name in examples:
                    examples[name].append(row)
        for name, found in examples.items():
            decisions[name] = learn([*found, *plain_cases(name)], strengths[name], evenly=name in EVENLY)
            print(f"{name}: {len(found)} examples, {len(decisions[name])} labels")
        write(decisions)


def write(decisions: dict[str, Any]) -> None:
    """Put the weights where the library reads them."""
    WEIGHTS.write_text(render(decisions), encoding="utf-8")
    forget()


if __name__ == "__main__":
    main()
