"""The page that compares this library with others shows what its own row measures, and the measure can tell."""

import importlib.util
from datetime import date
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "docs" / "comparison.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def peers():
    spec = importlib.util.spec_from_file_location("peers", ROOT / "benchmarks" / "peers.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_our_row_is_what_is_measured(peers):
    assert peers.row("evinvest") in PAGE.splitlines()


def test_what_we_keep_of_a_front_matter_is_on_the_page(peers):
    for what, kept in peers.front_matter("evinvest"):
        assert f"| {what} | {'yes' if kept else 'no'} |" in PAGE


@pytest.mark.parametrize(
    ("kind", "means", "value", "unit", "right"),
    [
        ("money", "2000000000 EUR", 2_000_000_000, "EUR", True),
        ("money", "2000000000 EUR", 2_000_000_000, "USD", False),
        ("money", "2000000000 EUR", -2_000_000_000, "EUR", False),
        ("number", "150000 vehicle", 150_000.0, "", True),
        ("number", "20 GWh", 20, "", False),
        ("date", "2026-Q3", date(2026, 8, 7), "", True),
        ("date", "2026-Q3", date(2026, 6, 7), "", False),
        ("date", "2026-Q3", date(2026, 7, 1), date(2026, 8, 1), False),
    ],
)
def test_what_counts_as_read(peers, kind, means, value, unit, right):
    stated = peers.Stated(10, 20, kind, means)
    assert peers.means(peers.Found(8, 15, kind, value, unit), stated) is right
    assert not peers.means(peers.Found(0, 10, kind, value, unit), stated)
