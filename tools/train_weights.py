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
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotated import documents, own_documents  # the modules beside this one
from labels import investment_of, names_region, opens, plant_of

from evinvest.facts.capacities import sizes
from evinvest.facts.features import (
    money_features,
    opening_features,
    plant_features,
    size_features,
    stage_features,
    status_features,
)
from evinvest.facts.goals import goals
from evinvest.facts.investments import money_groups
from evinvest.facts.investors import backers
from evinvest.facts.linear import forget
from evinvest.facts.operators import candidates
from evinvest.facts.plant_slots import may_open
from evinvest.facts.products import NONE, made_features, product_features
from evinvest.facts.walk import Step, walk
from evinvest.facts.wording import WORDED
from evinvest.models import Product, Stage, Status

if TYPE_CHECKING:
    from types import ModuleType

    from evinvest.facts.document import AmountMention, Document, Sentence
    from evinvest.facts.drafts import InvestmentDraft, PlantDraft
    from evinvest.facts.focus import Focus

WEIGHTS = Path(__file__).parent.parent / "src/evinvest/_data/weights.tsv"
# The second round learns from the plants that are found beside the sums that the first round tells apart.
# Strengths from a six-fold cross-validation on the development half, grouped by article.
ROUNDS = (
    {"money": 0.9, "stage": 0.4, "size": 0.45, "opening": 0.4},
    {"operator": 0.2, "investor": 0.3, "product": 0.3, "made": 0.3},
    {"status": 0.45, "plant": 0.35, "goal": 0.3},
)
EVENLY = frozenset({"money", "stage", "status", "opening"})  # rare labels count for more, by the root of their rarity
WORK = ("plant.noun", "plant.weak", "open.verb", "open.noun", "build.open", "build.run", "status.construction")
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

Row = tuple[dict[str, float], str]
Rows = list[list[Row]]  # for each article
Material = tuple[Any, dict[str, Any]]  # a document, with its annotation


def rows(document: Document, gold: dict[str, Any], score: ModuleType) -> Iterator[tuple[str, Row]]:
    """The examples that an article gives for each decision."""
    for step in walk(document):
        sentence, focus = step.sentence, step.focus
        for anchor, money in money_groups(document, sentence):
            fact = investment_of(money, gold, score)
            yield "money", (money_features(document, sentence, anchor, focus), "no" if fact is None else "yes")
            if fact is not None:
                yield from investor_rows(document, step, anchor, fact, score)
            if fact is not None and is_said(sentence, fact["status"]):
                yield "stage", (stage_features(document, sentence, anchor), fact["status"])
        yield from size_rows(document, sentence, gold)
        for stated in (date for date in sentence.dates if may_open(sentence, date)):
            opened = sentence.having(*WORK) and any(opens(fact, stated) for fact in gold["plants"])
            yield "opening", (opening_features(document, sentence, stated), "yes" if opened else "no")
        yield from product_rows(document, step, gold, score)
        for spent in step.investments:
            yield from goal_rows(document, step, spent, gold, score)
        for draft in step.plants:
            yield from operator_rows(document, draft, focus, gold, score)
            fact = plant_of(draft, gold, score)
            sized = draft.capacity or draft.planned_capacity
            if draft.operators and (draft.place or sized) and not (fact is None and names_region(draft, gold, score)):
                yield "plant", (plant_features(document, draft, focus), "no" if fact is None else "yes")
            if fact is not None and draft.operators and is_said(sentence, fact["status"]):
                yield "status", (status_features(document, draft), fact["status"])


def product_rows(document: Document, step: Step, gold: dict[str, Any], score: ModuleType) -> Iterator[tuple[str, Row]]:
    """What each annotated sum and plant is for."""
    for spent in step.investments:
        fact = investment_of(spent.money, gold, score)
        if fact is not None:
            features = product_features(document, step.sentence, spent.anchor, spent.investors)
            yield "product", (features, fact["product"] or NONE)
    for draft in step.plants:
        fact = plant_of(draft, gold, score)
        if fact is not None:
            yield (
                "made",
                (made_features(document, step.sentence, draft.anchor, draft.operators), fact["product"] or NONE),
            )


SAID_BY = {
    "cancelled": ("stage.cancelled", "status.cancelled", "status.undone", "claim.denied"),
    "paused": ("status.paused", "status.stopped", "status.idle", "status.delayed", "stage.cancelled"),
    "closed": ("status.closed", "status.closing", "status.ended", "status.failed", "stage.cancelled"),
}


def is_said(sentence: Sentence, label: str) -> bool:
    """Whether a sentence can tell by itself that a project came to nothing; others of the article tell a plan."""
    return label not in SAID_BY or bool(sentence.having(*SAID_BY[label]))


def operator_rows(
    document: Document, draft: PlantDraft, focus: Focus, gold: dict[str, Any], score: ModuleType
) -> Iterator[tuple[str, Row]]:
    """Who runs an annotated plant, and who else was named: the plant is known by its town or by its evidence."""
    words = letters(document.words(draft.sentence))
    facts = [
        fact
        for fact in gold["plants"]
        if draft.place and draft.place.locality and score.same_place(draft.place.locality, fact.get("locality"))
    ]
    if not facts:
        facts = [fact for fact in gold["plants"] if letters(fact["evidence"]) in words]
    owners = [set(fact["operators"]) for fact in facts]
    if not facts or any(one != owners[0] for one in owners):
        return
    known = candidates(document, draft.sentence, draft.anchor, focus, draft.kind, draft.site)
    right = [one for one in known if score.overlap(facts[0]["operators"], [one.companies[0].company.name])]
    yield from pairs("operator", right, known)


def pairs(name: str, right: list[Any], known: list[Any]) -> Iterator[tuple[str, Row]]:
    """What each right candidate has more than each wrong one: ranking learns from pairs."""
    wrong = [one for one in known if not any(one is other for other in right)]
    for better, worse in itertools.product(right, wrong):
        yield name, (difference(better.features, worse.features), "yes")
        yield name, (difference(worse.features, better.features), "no")


def investor_rows(
    document: Document, step: Step, spent: AmountMention, fact: dict[str, Any], score: ModuleType
) -> Iterator[tuple[str, Row]]:
    """Who puts an annotated sum in, and who else was named."""
    right, known = [], backers(document, step.sentence, spent, step.focus)
    for one in known:
        names = [company.company.name for company in one.companies[:1]]
        if score.overlap(fact["investors"], names) if names else not fact["investors"]:
            right.append(one)
    yield from pairs("investor", right, known)


def goal_rows(
    document: Document, step: Step, spent: InvestmentDraft, gold: dict[str, Any], score: ModuleType
) -> Iterator[tuple[str, Row]]:
    """Where an annotated sum goes, and where else it might."""
    fact = investment_of(spent.money, gold, score)
    if fact is None:
        return
    known = goals(document, step.sentence, spent, step.focus)
    town, countries = fact["locality"], set(fact["countries"])
    if not countries and not town:
        right = known[:1]
    else:
        there = [goal for goal in known if countries & {goal.country, *(one.place.country for one in goal.places)}]
        near = [goal for goal in there if any(score.same_place(one.place.locality, town) for one in goal.places)]
        wide = [goal for goal in there if not any(one.place.locality for one in goal.places)]
        right = near or (there if town else wide or there)
    yield from pairs("goal", right, known)


def difference(one: dict[str, float], other: dict[str, float]) -> dict[str, float]:
    """What one candidate has more than another."""
    return {name: one.get(name, 0.0) - other.get(name, 0.0) for name in sorted({*one, *other})}


def letters(text: str) -> str:
    """A text without what may be written otherwise in its evidence."""
    return "".join(filter(str.isalnum, text)).lower()


def size_rows(document: Document, sentence: Sentence, gold: dict[str, Any]) -> Iterator[tuple[str, Row]]:
    """What each number of a sentence is: a capacity of an annotated plant, a later one, or none."""
    earlier = 0.0
    for mention, capacity in sizes(sentence):
        label = "none"
        for name, slot in (("later", "planned_capacity"), ("now", "capacity")):
            for fact in gold["plants"]:
                same = fact.get("capacity_unit") in {capacity.unit, None} or "unit/year" in {
                    capacity.unit,
                    fact["capacity_unit"],
                }
                if fact.get(slot) and same and abs(fact[slot] - float(capacity.value)) <= 0.01 * fact[slot]:
                    label = name
        yield "size", (size_features(document, sentence, mention, earlier=earlier), label)
        if label != "none":
            earlier = float(mention.amount.value)


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
    """Learn round after round, each from what the weights of the last one find."""
    ordinary: list[Material] = []
    dense: list[Material] = []
    for file, material in own:
        (ordinary if file.startswith("ordinary") else dense).append(material)
    decisions: dict[str, Any] = {name: {"no": {}, "yes": {}} for strengths in ROUNDS for name in strengths}
    decisions["size"] = {"none": {}, "now": {}, "later": {}}
    decisions["stage"] = {str(stage): {} for stage in Stage}
    decisions["status"] = {str(status): {} for status in Status}
    decisions["product"] = decisions["made"] = {NONE: {}, **{str(product): {} for product in Product}}
    write(decisions)
    for strengths in ROUNDS:
        found = [examples(material, strengths, score) for material in (real, ordinary, dense)]
        for name, strength in strengths.items():
            shared = zip(found, (1.0, *SHARES.get(name, OTHER_SHARES)), strict=True)
            decisions[name] = learn(name, [(rows[name], share) for rows, share in shared], strength)
            counts = " + ".join(str(sum(map(len, rows[name]))) for rows in found)
            print(f"{name}: {counts} examples, {len(decisions[name])} labels")
        write(decisions)


def examples(material: list[Material], names: Iterable[str], score: ModuleType) -> dict[str, Rows]:
    """The examples that some articles give for some decisions."""
    found: dict[str, Rows] = {name: [] for name in names}
    for document, gold in material:
        given: dict[str, list[Row]] = {name: [] for name in found}
        for name, row in rows(document, gold, score):
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
