"""The amounts of the two seed articles, listed by hand as numbers: all of them, and nothing else."""

from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

import evinvest
from evinvest.units.amounts import AmountKind, scan

SEEDS = Path(__file__).resolve().parents[2] / "../shared/evaluation/seeds"
LISTED = Counter(
    [
        *[(16 * 10**9, "USD"), (15 * 10**9, "USD")] * 2,
        (2 * 10**9, "USD"),
        (10**9, "USD"),
        (300 * 10**6, "USD"),
        (10 * 10**9, "THB"),
        *[(percent, "%") for percent in (80, 69, 74)],
        (Decimal("10.4"), "%"),
        (100_000, "vehicle"),
        (3_083_000, "vehicle"),
        (200_000, None),
        (28_590_000, None),
        (100, "thing"),
    ]
)


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the evaluation material is not beside this repository")
def test_all_are_found_and_none_besides():
    found = Counter()
    for path in sorted(SEEDS.iterdir()):
        for amount in scan(evinvest.read_article(path).text):
            if amount.kind is not AmountKind.ORDINAL or amount.value > 10:  # "for the first time" is no quantity
                found[amount.value, amount.unit] += 1
    assert found == LISTED
