"""The strategies as those that ``st.from_type`` takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from hypothesis import strategies as st

from evinvest.models import (
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
    Share,
    Span,
)
from evinvest.testing import _records, _values

_STRATEGIES: Mapping[type, Callable[[], st.SearchStrategy[Any]]] = {
    Capacity: _values.capacities,
    Change: _records.changes,
    Claim: _records.claims,
    Company: _values.companies,
    Evidence: _records.evidence,
    ExportFigure: _records.export_figures,
    Facts: _records.facts,
    Investment: _records.investments,
    Issue: _records.issues,
    Money: _values.money,
    Period: _values.periods,
    Place: _values.places,
    Plant: _records.plants,
    Quantity: _values.quantities,
    Share: _records.shares,
    Span: _values.spans,
}


def register() -> None:
    """Make ``st.from_type`` and ``st.builds`` of hypothesis know every record; call it in your ``conftest.py``.

    >>> register()
    >>> st.from_type(Money).validate()
    """
    for record_type, strategy in _STRATEGIES.items():
        st.register_type_strategy(record_type, strategy())
