"""Scanning takes time in proportion to the text: ten times a hostile text takes about ten times as long."""

import time

import pytest

from evinvest.units.amounts import scan

HOSTILE = [
    "1",
    "1,",
    "1.",
    "1 ",
    "1-",
    "1 000 ",
    "000 ",
    "5万万",
    "亿",
    "million ",
    "1 million million ",
    "$5 million ",
    "1 billion-",
    "(",
    ") ",
    "$",
    "$1",
    "five ",
    "hundred ",
    "half ",
    "百",
    "第一",
    "第1 ",
    "1万",
    "1 electric ",
    "1 new and ",
    "1 to ",
    "from 1 to ",
    "more than ",
    "a ",
    "a a 5 ",
    "1 million ",
    "1.2.3-4/5:",
    "a1-",
    "百分之",
    "_1",
    "1 VF 6 ",
    "1 4680 and ",
    "二十至",
    "one and a half ",
    "two thousand five hundred ",
]


def seconds(text):
    start = time.perf_counter()
    scan(text)
    return time.perf_counter() - start


@pytest.mark.parametrize("piece", HOSTILE)
def test_in_proportion(piece):
    short, long = piece * 500, piece * 5_000
    scan(short)
    # A square law would give 100; the least of several runs, and room, because machines are busy.
    assert min(seconds(long) for _ in range(2)) < 40 * max(min(seconds(short) for _ in range(3)), 1e-4)
