"""Two currencies never mix: not in sums, differences, ratios or comparisons; and they are never equal."""

import operator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evinvest.errors import UnitError
from evinvest.models import Money
from evinvest.units import currencies

codes = st.sampled_from(sorted(currencies()))


@given(st.integers(0, 3), st.integers(0, 3), codes, codes)
def test_apart(one, other, currency, foreign):
    if currency == foreign:
        return
    for operation in (operator.add, operator.sub, operator.truediv, operator.lt, operator.ge):
        with pytest.raises(UnitError):
            operation(Money(one, currency), Money(other, foreign))
    assert Money(one, currency) != Money(one, foreign)
