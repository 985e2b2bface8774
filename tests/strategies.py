"""Records of every shape for the laws: valid by construction, small when they shrink."""

from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from evinvest.models import (
    Basis,
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
    Modality,
    Money,
    Period,
    Place,
    Plant,
    Product,
    Quantity,
    Scope,
    Share,
    Span,
    Stage,
    Status,
)

CURRENCIES = ("USD", "EUR", "CNY", "THB", "HUF", "JPY")
UNITS = ("vehicle", "unit", "GWh", "t")

words = st.text(
    st.sampled_from("abcXYZ 宁德é'\"\\<>&\n\t\u2028\U0001f697-.,:") | st.characters(exclude_categories=["Cs"]),
    min_size=1,
    max_size=12,
)
countries = st.sampled_from(["CN", "TH", "HU", "US", "NO"])


@st.composite
def decimals(draw, *, minimum=0, maximum=10**13):
    """Decimals of all forms: trailing zeros and exponents are digits that a document must keep."""
    whole = draw(st.integers(minimum * 100, maximum * 100))
    form = draw(st.sampled_from(["{}E-2", "{}E-4", "{}", "{}.0", "{}.50", "{}E+3"]))
    return Decimal(form.format(whole))


def spans(size=10_000):
    return st.tuples(st.integers(0, size), st.integers(0, size)).map(lambda pair: Span(min(pair), max(pair)))


def amounts(kind, units):
    """Values with their unit; the high end of a range lies above the low one."""
    ends = st.tuples(decimals(minimum=1), st.none() | decimals(minimum=1))
    return st.builds(
        lambda ends, unit, bound: kind(ends[0], unit, high=ends[1] and ends[0] + ends[1], bound=bound),
        ends,
        st.sampled_from(units),
        st.sampled_from(Bound),
    )


plain_money = amounts(Money, CURRENCIES)
money = plain_money | st.builds(
    lambda amount, others: Money(amount.amount, amount.currency, bound=amount.bound, equivalents=tuple(others)),
    plain_money,
    st.lists(plain_money, max_size=2),
)
quantities = amounts(Quantity, UNITS)
capacities = amounts(Capacity, tuple(f"{unit}/year" for unit in UNITS))
days = st.dates(date(1950, 1, 1), date(2099, 12, 30))
periods = st.one_of(
    days.map(Period.day),
    days.map(lambda day: Period.month(day.year, day.month)),
    days.map(lambda day: Period.year(day.year)),
    days.map(lambda day: Period.quarter(day.year, (day.month + 2) // 3)),
    days.map(lambda day: Period.half(day.year, (day.month + 5) // 6)),
    st.tuples(days, days).map(lambda pair: Period.months(min(pair), max(pair))),
)
companies = st.builds(
    Company, words, surface=st.none() | words, country=st.none() | countries, ticker=st.none() | words
)
degrees = st.none() | decimals(maximum=90)
places = st.builds(
    Place,
    words,
    country=st.none() | countries,
    region=st.none() | words,
    locality=st.none() | words,
    latitude=degrees,
    longitude=degrees,
)
claims = st.builds(
    Claim, attribution=st.lists(words, max_size=2).map(tuple), modality=st.sampled_from(Modality), denied=st.booleans()
)
evidence = st.builds(Evidence, spans(), words, st.dictionaries(words, spans(), max_size=3))
products = st.none() | st.sampled_from(Product)


def some(values):
    return st.lists(values, max_size=2).map(tuple)


investments = st.builds(
    Investment,
    investors=some(companies),
    amount=money,
    places=some(places),
    scope=st.none() | st.sampled_from(Scope),
    product=products,
    stage=st.sampled_from(Stage),
    period=st.none() | periods,
    aggregate=st.booleans(),
    shares=some(st.builds(Share, words, decimals(maximum=100), st.sampled_from(Bound))),
    claim=claims,
    evidence=evidence,
)
plants = st.builds(
    Plant,
    operators=some(companies),
    name=st.none() | words,
    place=st.none() | places,
    product=products,
    status=st.sampled_from(Status),
    capacity=st.none() | capacities,
    planned_capacity=st.none() | capacities,
    opened=st.none() | periods,
    investment=st.none() | money,
    claim=claims,
    evidence=evidence,
)
exports = st.builds(
    ExportFigure,
    country=st.none() | countries,
    company=st.none() | companies,
    product=products,
    quantity=st.none() | quantities | money,
    period=st.none() | periods,
    change=st.none()
    | st.builds(
        Change, decimals(minimum=-100, maximum=900), st.none() | st.sampled_from(Basis), st.sampled_from(Bound)
    ),
    destination=st.none() | places,
    source=st.none() | words,
    claim=claims,
    evidence=evidence,
)
records = investments | plants | exports
issues = st.builds(
    Issue, words, words, span=st.none() | spans(), source=st.none() | words, line=st.none() | st.integers(1, 9999)
)
facts = st.builds(Facts, investments=some(investments), plants=some(plants), exports=some(exports), issues=some(issues))
