"""Matching takes time in proportion to the text, also for texts made to start many names and finish none."""

import time

import pytest

from evinvest.lexicon import Lexicon
from evinvest.tokens import Tokens

LEXICON = Lexicon.default()


def taken(text):
    tokens = Tokens.of(text)
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        LEXICON.match(tokens)
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize(
    "unit", ["New San General ", "BYD Co , Co . Ltd ", "中国一汽大众", "THE GREAT WALL OF ", "the U . S . "]
)
def test_eight_times_the_text_takes_about_eight_times_as_long(unit):
    """Quadratic work would take 64 times as long; 24 leaves room for a busy machine."""
    short, long = taken(unit * 500), taken(unit * 4000)
    assert long < 24 * short + 0.05
