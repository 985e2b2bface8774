"""Law: a row that holds no record gives a ``SerialError`` that names the cell, and nothing else leaves."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies as own
from evinvest.errors import SerialError
from evinvest.models import Company, Evidence, Investment, Money, Span, Stage
from evinvest.serial.rows import from_rows, merged, to_rows
from evinvest.serial.tables import TABLES

cells = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.decimals()
    | own.words
    | st.sampled_from(["", "[]", "{}", "[1]", "1e9", "NaN", "[[", "\ud800", b"x"])
    | st.lists(st.none() | own.words | st.integers() | st.floats(), max_size=3)
    | st.dictionaries(own.words | st.just("amount"), own.words | st.integers() | st.lists(own.words), max_size=2)
)
DEAL = Investment(
    investors=(Company("BYD"), Company("Kia", country="KR")),
    amount=Money(Decimal("10.50"), "EUR"),
    stage=Stage.MADE,
    evidence=Evidence(Span(0, 4), "said"),
)


def attempt(rows):
    """The facts, or the error of this library; any other error fails the test."""
    try:
        return from_rows(rows)
    except SerialError as error:
        return error


@given(own.facts.filter(len), st.data())
def test_one_changed_cell(facts, data):
    rows = to_rows(facts)
    table = data.draw(st.sampled_from([table for table in TABLES if rows[table.name]]))
    at = data.draw(st.integers(0, len(rows[table.name]) - 1))
    column = data.draw(st.sampled_from(table.columns)).name
    rows[table.name][at][column] = data.draw(cells)
    result = attempt(rows)
    if isinstance(result, SerialError):
        assert result.path.startswith(f"$.{table.name}[{at}]")
    else:
        assert sum(map(len, result.values())) == len(facts)


@pytest.mark.parametrize(
    ("change", "path", "message"),
    [
        ({"stage": "hoped"}, "stage", "not a stage (considered, planned, made, cancelled): 'hoped'"),
        ({"stage": None}, "stage", "missing"),
        ({"currency": None}, "currency", "missing"),
        ({"currency": "XYZ"}, "amount", None),
        ({"amount": "ten"}, "amount", "not a number: 'ten'"),
        ({"amount": float("inf")}, "amount", "not a number: inf"),
        ({"aggregate": "maybe"}, "aggregate", "not true or false: 'maybe'"),
        ({"evidence_start": 1.5}, "evidence_start", "not a whole number: 1.5"),
        ({"evidence_start": 9}, "evidence_end", None),
        ({"investor_countries": ["CN"]}, "investor_countries", "a list of 1 where investors has 2"),
        ({"investors": ["BYD", None]}, "investors[1]", "missing"),
        ({"investor_tickers": '["X", 1]'}, "investor_tickers", "not text: 1"),
        ({"amount_equivalents": [{"amount": "1"}]}, "amount_equivalents[0].currency", "missing"),
        ({"amount_equivalents": "[{"}, "amount_equivalents", None),
        ({"exact": {"amount": 1}}, "exact", "not the digits of number columns"),
        ({"exact": {"amount": "x"}}, "amount", "not a number: 'x'"),
        ({"position": "first"}, "position", "not a whole number: 'first'"),
        ({"article": 3}, "article", "not text: 3"),
    ],
)
def test_the_path_is_that_of_the_cell(change, path, message):
    rows = to_rows([DEAL, DEAL])
    rows["investments"][1] |= change
    with pytest.raises(SerialError) as caught:
        from_rows(rows)
    assert caught.value.path == f"$.investments[1].{path}"
    assert caught.value.message == (message or caught.value.message)


def test_what_no_table_holds():
    far = Investment(amount=Money(1, "EUR"), stage=Stage.MADE, evidence=Evidence(Span(0, 2**63), "said"))
    with pytest.raises(SerialError, match=r"\$\.evidence\.span: a whole number of more than 64 bits"):
        to_rows([far])
    with pytest.raises(SerialError, match="half of a surrogate pair"):
        to_rows([DEAL], article="\ud800")
    with pytest.raises(SerialError, match="not a fact that a table holds: Money"):
        to_rows([Money(1, "EUR")])


def test_a_changed_number_counts_more_than_the_digits_beside_it():
    rows = to_rows([DEAL])
    assert str(merged(from_rows(rows)).investments[0].amount.amount) == "10.50"
    rows["investments"][0]["amount"] = Decimal(11)
    assert str(merged(from_rows(rows)).investments[0].amount.amount) == "11"


@given(own.facts)
def test_a_column_of_ones_own_is_passed_over(facts):
    rows = to_rows(facts)
    for row in (row for each in rows.values() for row in each):
        row["my notes"] = "read"
    assert merged(from_rows(rows)) == facts
