"""Twice the text takes about twice the time, however the text is made up to be hard."""

from datetime import date
from time import process_time

import pytest

from evinvest.mentions.periods import find_periods

HARD = [
    "end of " * 4,
    "early " * 4,
    "the last first second third ",
    "1-1-1-1-1-1-",
    "January-January-",
    "2024-2024-2024-",
    "fiscal year ended fiscal year ",
    "一二三四1至1至",
    "the same period of the same period of ",
    "next three to four or five ",
    "May, May and May, May ",
    "                ",
    "model year 2025 model year ",
]


@pytest.mark.parametrize("piece", HARD)
def test_time_grows_no_faster_than_the_text(piece):
    def best(length):
        text = (piece * (length // len(piece) + 1))[:length]
        times = []
        for _ in range(3):
            start = process_time()
            find_periods(text, base=date(2025, 7, 15))
            times.append(process_time() - start)
        return min(times)

    best(2_000)
    short, long = best(20_000), best(160_000)
    # Eight times the text; a quadratic pattern would need sixty-four times as long.
    assert long < 25 * max(short, 0.002)
