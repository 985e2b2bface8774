from decimal import Context, Decimal, localcontext

import pytest

from evinvest.errors import UnitError
from evinvest.units import convert, registry
from evinvest.units.measures import add, definitions, divide, measure


def test_pint_and_the_library_read_the_same_definitions():
    names = [line.split(" = ")[0] for line in definitions().splitlines() if " = " in line and not line.startswith("#")]
    assert len(names) > 15
    for name in names:
        unit = measure(name)
        base = registry().Quantity(Decimal(1), name).to_base_units()
        assert base.magnitude == unit.factor
        assert dict(base.dimensionality) == {f"[{unit.dimension}]": 1}


def test_a_conversion_that_divides_has_28_digits():
    assert convert(Decimal(1), "vehicle/year", "vehicle/month") == Decimal("0.08333333333333333333333333333")


def test_the_context_of_the_thread_does_not_count():
    with localcontext(Context(prec=2)):
        assert convert(Decimal("1.2345"), "GWh", "MWh") == Decimal("1234.5")
        assert add(Decimal("1.2345"), Decimal(1)) == Decimal("2.2345")


def test_what_cannot_be_exact_is_refused():
    with pytest.raises(UnitError, match="60 digits"):
        add(Decimal("1E+80"), Decimal(1))


def test_no_division_by_zero():
    with pytest.raises(UnitError, match="zero"):
        divide(Decimal(1), Decimal(0))


@pytest.mark.parametrize("wrong", ["kvehicle", "GWh/", "/year", "", "GWh/kg/year", "GWH"])
def test_an_unknown_unit_is_refused(wrong):
    with pytest.raises(UnitError, match="no unit"):
        measure(wrong)


def test_energy_never_becomes_power():
    with pytest.raises(UnitError, match="does not convert"):
        convert(Decimal(1), "GWh/year", "W")
