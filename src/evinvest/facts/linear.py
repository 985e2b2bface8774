"""Linear decisions with readable weights.

What a sum of money is, how far an investment or a plant has come: each is decided by adding the weights of what stands
around it. The weights lie in ``_data/weights.tsv``, a table for each decision with a column for each label;
``tools/train_weights.py`` makes that file.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, cached_property
from importlib.resources import files
from math import exp, log
from operator import mul

from attrs import field, frozen

from evinvest.errors import LexiconError

Features = Mapping[str, float]


@frozen(slots=False)  # for the sake of what it keeps: see Tokens
class Decision:
    """A choice between labels, each with a weight for every feature.

    >>> made = Decision({"made": {"past": 2.0}, "planned": {"bias": 0.5}})
    >>> made.best({"bias": 1.0, "past": 1.0})
    'made'
    """

    weights: Mapping[str, Mapping[str, float]] = field(repr=False)

    def chances(self, features: Features) -> dict[str, float]:
        """The logarithm of the chance of each label, given what was seen."""
        rows = self._rows
        seen = [name for name in features if name in rows]
        values = [features[name] for name in seen]
        columns = zip(*[rows[name] for name in seen], strict=True) if seen else [()] * len(self.weights)
        sums = [sum(map(mul, values, column), start=0.0) for column in columns]
        top = max(sums)
        total = top + log(sum([exp(value - top) for value in sums]))
        return {label: value - total for label, value in zip(self.weights, sums, strict=True)}

    def odds(self, features: Features) -> float:
        """The logarithm of the odds of a yes over a no: the difference of their :meth:`chances`."""
        weights = self._for_yes
        return sum([value * weights[name] for name, value in features.items() if name in weights])

    @cached_property
    def _for_yes(self) -> Mapping[str, float]:
        yes, no = self.weights["yes"], self.weights["no"]
        return {name: yes.get(name, 0.0) - no.get(name, 0.0) for name in self._rows}

    @cached_property
    def _rows(self) -> Mapping[str, tuple[float, ...]]:
        """The weights of each feature, in the order of the labels; most of what is seen has none."""
        names = dict.fromkeys(name for weights in self.weights.values() for name in weights)
        return {name: tuple(weights.get(name, 0.0) for weights in self.weights.values()) for name in names}

    def best(self, features: Features) -> str:
        """The likeliest label."""
        chances = self.chances(features)
        return max(chances, key=lambda label: chances[label])

    def reasons(self, features: Features, label: str, *, rather_than: str) -> list[tuple[float, str]]:
        """What each feature says for a label against another one, what speaks most for it first.

        The sum of all is the log odds between the two: the difference of their :meth:`chances`.

        >>> made = Decision({"made": {"past": 2.0}, "planned": {"bias": 0.5}})
        >>> made.reasons({"bias": 1.0, "past": 0.5}, "made", rather_than="planned")
        [(1.0, 'past'), (-0.5, 'bias')]
        """
        ours, theirs = self.weights[label], self.weights[rather_than]
        said = [(value * (ours.get(name, 0.0) - theirs.get(name, 0.0)), name) for name, value in features.items()]
        return sorted((row for row in said if row[0]), key=lambda row: (-row[0], row[1]))


def decision(name: str) -> Decision:
    """One of the decisions of the weight file.

    Raises:
        LexiconError: when the file has no such decision.
    """
    known = _decisions()
    if name not in known:
        raise LexiconError(f"no such decision in the weight file: {name!r}")
    return known[name]


def odds(name: str, features: Features) -> float:
    """The chance of a yes, as a logarithm of odds: above 0 it is likelier than a no."""
    return decision(name).odds(features)


@cache
def _decisions() -> Mapping[str, Decision]:
    tables: dict[str, dict[str, dict[str, float]]] = {}
    columns: list[dict[str, float]] = []
    for line in files("evinvest").joinpath("_data/weights.tsv").read_text(encoding="utf-8").splitlines():
        name, *cells = line.split("\t")
        if name.startswith("["):
            columns = [{} for _ in cells]
            tables[name.strip("[]")] = dict(zip(cells, columns, strict=True))
            continue
        for column, cell in zip(columns, cells, strict=False):  # the lines before the first table have no cells
            if cell:
                column[name] = float(cell)
    return {name: Decision(labels) for name, labels in tables.items()}


def forget() -> None:
    """Read the weight file anew when it is next needed; for the training that writes it."""
    _decisions.cache_clear()
