"""Facts of every shape."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import strategies as st

from evinvest.models import (
    Basis,
    Bound,
    Change,
    Claim,
    Evidence,
    ExportFigure,
    Facts,
    Investment,
    Issue,
    Modality,
    Plant,
    Product,
    Scope,
    Share,
    Stage,
    Status,
)
from evinvest.testing._values import (
    capacities,
    companies,
    countries,
    decimals,
    money,
    periods,
    places,
    quantities,
    some,
    spans,
    words,
)


def claims() -> st.SearchStrategy[Claim]:
    """Who says so, how firmly, denied or not."""
    return st.builds(Claim, attribution=some(words()), modality=st.sampled_from(Modality), denied=st.booleans())


def evidence() -> st.SearchStrategy[Evidence]:
    """Places in a source that is not there; fields may have any name."""
    return st.builds(Evidence, spans(), words(), st.dictionaries(words(), spans(), max_size=3))


def shares() -> st.SearchStrategy[Share]:
    """Parts of a whole."""
    return st.builds(Share, words(), decimals(maximum=100), st.sampled_from(Bound))


def changes() -> st.SearchStrategy[Change]:
    """Growth and decline."""
    basis = st.none() | st.sampled_from(Basis)
    percents: st.SearchStrategy[Decimal] = decimals(minimum=-100, maximum=900)
    return st.builds(Change, percents, basis, st.sampled_from(Bound))


def products() -> st.SearchStrategy[Product | None]:
    """Any product, or none."""
    return st.none() | st.sampled_from(Product)


def investments() -> st.SearchStrategy[Investment]:
    """Investments, each field filled or not."""
    return st.builds(
        Investment,
        investors=some(companies()),
        amount=money(),
        places=some(places()),
        scope=st.none() | st.sampled_from(Scope),
        product=products(),
        stage=st.sampled_from(Stage),
        period=st.none() | periods(),
        aggregate=st.booleans(),
        shares=some(shares()),
        claim=claims(),
        evidence=evidence(),
    )


def plants() -> st.SearchStrategy[Plant]:
    """Plants, each field filled or not."""
    return st.builds(
        Plant,
        operators=some(companies()),
        name=st.none() | words(),
        place=st.none() | places(),
        product=products(),
        status=st.sampled_from(Status),
        capacity=st.none() | capacities(),
        planned_capacity=st.none() | capacities(),
        opened=st.none() | periods(),
        investment=st.none() | money(),
        claim=claims(),
        evidence=evidence(),
    )


def export_figures() -> st.SearchStrategy[ExportFigure]:
    """Export figures, each field filled or not."""
    return st.builds(
        ExportFigure,
        country=st.none() | countries(),
        company=st.none() | companies(),
        product=products(),
        quantity=st.none() | quantities() | money(),
        period=st.none() | periods(),
        change=st.none() | changes(),
        destination=st.none() | places(),
        source=st.none() | words(),
        claim=claims(),
        evidence=evidence(),
    )


def records() -> st.SearchStrategy[Investment | Plant | ExportFigure]:
    """Any one fact."""
    return investments() | plants() | export_figures()


def issues() -> st.SearchStrategy[Issue]:
    """What was seen and not understood."""
    lines = st.none() | st.integers(1, 9999)
    return st.builds(Issue, words(), words(), span=st.none() | spans(), source=st.none() | words(), line=lines)


def facts() -> st.SearchStrategy[Facts]:
    """The facts of an article, up to two of each kind."""
    return st.builds(
        Facts,
        investments=some(investments()),
        plants=some(plants()),
        exports=some(export_figures()),
        issues=some(issues()),
    )
