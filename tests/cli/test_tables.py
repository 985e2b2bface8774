"""Tables are aligned, as wide as the terminal and safe to print."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies as own
from evinvest.cli.grid import cells_of, clean, fit, grid
from evinvest.cli.tables import tables
from evinvest.models import (
    Bound,
    Capacity,
    Change,
    Claim,
    Company,
    Evidence,
    ExportFigure,
    Facts,
    Investment,
    Issue,
    Money,
    Period,
    Place,
    Plant,
    Quantity,
    Span,
    Stage,
    Status,
)

EVIDENCE = Evidence(Span(0, 5), "words")


@given(own.facts, st.integers(100, 200))
def test_no_line_is_wider_than_the_terminal(facts, width):
    lines = tables([("story", facts)], width=width).splitlines()
    shown = [line for line in lines if not line.endswith("]")]  # issues are told in full
    assert max(map(cells_of, shown)) <= width


@given(st.lists(st.lists(own.words, min_size=3, max_size=3), min_size=2, max_size=5))
def test_columns_begin_below_each_other(rows):
    head, _, *lines = grid([["a", "b", "c"], *[["x", "y", "z"], *rows]], width=200).splitlines()
    at = head.index("c")
    assert {fit(line, at + 1)[-1] for line in lines[:1]} == {"z"}
    assert all(cells_of(line) <= 200 for line in lines)


@given(st.text(), st.integers(1, 20))
def test_fit_fills_exactly(text, size):
    assert cells_of(fit(text, size)) == size


@given(st.text())
def test_clean_is_one_printable_line(text):
    assert clean(text).isprintable()


@pytest.mark.parametrize(("text", "cells"), [("abc", 3), ("宁德", 4), ("e\u0301", 1), ("ＡＢ", 4), ("é", 1)])
def test_cells(text, cells):
    assert cells_of(text) == cells


def money(amount, **options):
    fact = Investment(amount=Money(Decimal(amount), "USD", **options), stage=Stage.MADE, evidence=EVIDENCE)
    return tables([("x", Facts(investments=(fact,)))]).splitlines()[3]


def test_amounts_for_the_eye():
    others = (Money(Decimal(400_000_000), "USD"), Money(Decimal("2.5E+9"), "CNY"))
    shown = money("3E+8", high=Decimal("5E+8"), bound=Bound.ABOUT, equivalents=others)
    assert "~$300–500m ($400m) (CN¥2.5bn)" in shown
    assert cells_of(money("1E+9999")) <= 120


def test_all_kinds_of_facts():
    facts = Facts(
        investments=(
            Investment(
                investors=(Company("BYD"), Company("Ford")),
                amount=Money(Decimal(1), "EUR"),
                places=(Place("Szeged", "HU", locality="Szeged"), Place("Europe")),
                stage=Stage.PLANNED,
                claim=Claim(denied=True),
                evidence=EVIDENCE,
            ),
        ),
        plants=(
            Plant(
                name="Giga",
                status=Status.OPERATING,
                capacity=Capacity(Decimal(100_000), "vehicle/year"),
                planned_capacity=Capacity(Decimal(200_000), "vehicle/year"),
                opened=Period.year(2026),
                evidence=EVIDENCE,
            ),
        ),
        exports=(
            ExportFigure(country="CN", quantity=Quantity(Decimal(5), "t"), evidence=EVIDENCE),
            ExportFigure(company=Company("BYD"), change=Change(Decimal("-3.6")), evidence=EVIDENCE),
            ExportFigure(country="CN", quantity=Money(Decimal(7), "CNY"), destination=Place("EU"), evidence=EVIDENCE),
        ),
        issues=(Issue("odd", "that is odd\x1b[31m", line=3, source="a.txt"),),
    )
    shown = tables([("news/a.txt", facts), ("b.txt", Facts())], width=160)
    lines = shown.splitlines()
    cells = [cell.strip() for cell in lines[3].split("  ") if cell]
    assert cells == ["a.txt", "BYD, Ford", "€1", "Szeged, HU, Europe", "planned (denied)", "words"]
    for words in ("Giga", "100k → 200k vehicles/year", "2026", "5 t", "-3.6 %", "CN¥7", "EU"):
        assert words in shown
    assert "a.txt:3: that is odd·[31m [odd]" in lines
    assert lines[0] == "Investments (1)"
