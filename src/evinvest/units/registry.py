"""The private pint registry of the library: ``Decimal``, without prefixes, one dimension for each currency."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from evinvest.errors import UnitError
from evinvest.units.currencies import currencies
from evinvest.units.measures import definitions

if TYPE_CHECKING:
    import pint


@cache
def registry() -> pint.UnitRegistry[Any]:
    """The registry behind every ``.quantity``, built on first use and never made the process-wide one.

    A currency is defined when its code is first met. Adding two currencies, or a prefix on one, is an error of pint.

    >>> registry()("1.5 GWh / year").to("MWh / year") == registry()("1500 MWh / year")
    True
    """
    import pint  # noqa: PLC0415 - a third of a second that most programs never need

    class Registry(pint.UnitRegistry):  # type: ignore[type-arg]
        """A registry that knows every currency of ISO 4217 by its code."""

        def get_name(self, name_or_alias: str, case_sensitive: bool | None = None) -> str:  # noqa: FBT001 - pint's
            """The name of a unit; a currency is defined when it is first asked for."""
            if name_or_alias not in self._units and name_or_alias in currencies():
                self.define(f"{name_or_alias} = [currency_{name_or_alias}]")
            return super().get_name(name_or_alias, case_sensitive)

    units = Registry(None, non_int_type=Decimal, cache_folder=None)
    units.load_definitions(definitions().splitlines())
    return units


def quantity(value: Decimal, unit: str) -> pint.Quantity[Any]:
    """A value of the private registry.

    >>> str(quantity(Decimal(80), "GWh/year"))
    '80 GWh / year'
    """
    units = registry()
    return units.Quantity(value, units.Unit(unit))


def unquantity(value: pint.Quantity[Any]) -> tuple[Decimal, str]:
    """The decimal and the unit of a quantity, as this library writes them.

    Raises:
        UnitError: when the magnitude is no whole or decimal number, or the units are not one unit or one rate.
    """
    magnitude = value.magnitude
    if isinstance(magnitude, bool) or not isinstance(magnitude, (int, Decimal)):
        raise UnitError(f"not a whole or decimal number: {magnitude!r}")
    powers = dict(value.unit_items())
    above = [name for name, power in powers.items() if power == 1]
    below = [name for name, power in powers.items() if power == -1]
    if len(above) != 1 or len(above) + len(below) != len(powers) or len(below) > 1:
        raise UnitError(f"neither one unit nor one rate: {value.units}")
    return Decimal(magnitude), "/".join(above + below)
