"""Values against pint on the same work, side by side; and the times that a user waits.

    python benchmarks/values.py

Prints one line per measure: the median of several rounds, candidates taking turns, and the ratio.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from statistics import median
from time import perf_counter

from evinvest.models import Capacity, Money
from evinvest.rates import Rates
from evinvest.units.amounts import scan

ROUNDS, TIMES = 9, 300
DAY = date(2025, 5, 16)
# One amount in about 150 characters, as in the business pages.
TEXT = (
    "The maker put more than $1.5 billion (10.7 billion yuan) into two plants in 2024, up 12.4 percent from a year "
    "earlier, although its managers had long argued that the market at home was growing too slowly for any of its "
    "rivals to earn back what they had spent there. The older one, which opened on May 16, 2025, can build 120,000 "
    "electric cars a year for buyers in the region; the other, still under construction outside the city and held up "
    "for months by a quarrel over water, is to make 40 GWh of cells from 2027 on. The company said it would decide "
    "about another one later, and that nothing had been agreed with the ministry, whose spokesman declined to comment. "
    "Its shares fell on the news before they recovered in the afternoon, when traders had read the small print again. "
)


def main() -> None:
    """Print all measures."""
    print("microseconds a call, median")
    conversions()
    sums()
    print("seconds in a fresh process, median")
    fresh("import evinvest.models", "import evinvest.models")
    fresh("a sum, a hash, an order", SUM)
    fresh("the first .quantity", "from evinvest.models import Money; Money(5, 'USD').quantity")
    fresh("Rates.ecb() and one rate", ECB)
    speed()


SUM = """
import sys
from evinvest.models import Money
one, other = Money(5, 'USD'), Money(7, 'USD')
assert one + other > one and hash(one) != hash(other)
assert 'pint' not in sys.modules
"""
ECB = """
from datetime import date, timedelta
from evinvest.rates import Rates
Rates.ecb().rate('THB', 'USD', on=date(2025, 5, 16))
"""


def conversions() -> None:
    """Money at a dated rate, against a pint context with the same rate."""
    import pint

    days = [DAY + timedelta(count) for count in range(ROUNDS * TIMES)]
    dollars, baht = dict.fromkeys(days, "1.1194"), dict.fromkeys(days, "37.377")
    rates = Rates.from_mapping({"USD": dollars, "THB": baht}, origin="a benchmark")
    money = Money(10**10, "THB")
    registry = pint.UnitRegistry(None, non_int_type=Decimal)
    registry.load_definitions(["USD = [currency]", "THB = 0.03 * USD"])

    def add_day(name: str) -> None:
        lines = [f"@context {name}", "THB = 0.02995 * USD", "@end"]
        registry.add_context(pint.Context.from_lines(lines, non_int_type=Decimal))

    add_day("known")
    quantity = registry.Quantity(Decimal(10**10), "THB")
    unmet, names = iter(days), (f"d{count}" for count in range(ROUNDS * TIMES))

    def first_met() -> object:
        add_day(name := next(names))
        return quantity.to("USD", name)

    theirs = lambda: quantity.to("USD", "known")  # noqa: E731
    compare("convert money", lambda: money.to("USD", on=DAY, rates=rates), theirs)
    rates |= Rates.from_mapping({}, origin="a benchmark")  # nothing has been asked of it
    compare("  on a day first met", lambda: money.to("USD", on=next(unmet), rates=rates), first_met)
    rates, unmet = rates | rates, iter(days)
    compare("  and pint's day long known", lambda: money.to("USD", on=next(unmet), rates=rates), theirs)
    capacity = Capacity(1500, "MWh/year")
    compare("convert a capacity", lambda: capacity.to("GWh/year"), lambda: capacity.quantity.to("GWh/year"))


def sums() -> None:
    """The plain operations, against the same on pint quantities."""
    one, other = Money(5, "USD"), Money(7, "USD")
    mine, yours = one.quantity, other.quantity
    compare("add", lambda: one + other, lambda: mine + yours)
    compare("compare", lambda: one < other, lambda: mine < yours)
    compare("hash", lambda: hash(one), lambda: hash(mine))


def compare(name: str, ours: Callable[[], object], theirs: Callable[[], object]) -> None:
    """Print both times and how often ours fits into theirs."""
    pairs = [(once(ours), once(theirs)) for _ in range(ROUNDS)]
    here, there = (median(times) * 1e6 for times in zip(*pairs, strict=True))
    print(f"  {name:28} {here:8.2f}   pint {there:9.2f}   {there / here:6.1f} x")


def once(call: Callable[[], object]) -> float:
    """The seconds of one call, over many."""
    start = perf_counter()
    for _ in range(TIMES):
        call()
    return (perf_counter() - start) / TIMES


def fresh(name: str, code: str) -> None:
    """Print the seconds that a program takes in a new interpreter, beyond those of an empty one."""

    def seconds(program: str) -> float:
        start = perf_counter()
        subprocess.run([sys.executable, "-c", program], check=True)  # noqa: S603 - our own interpreter and code
        return perf_counter() - start

    spent = median(seconds(code) - seconds("pass") for _ in range(5))
    print(f"  {name:28} {spent:8.3f}")


def speed() -> None:
    """Print how fast amounts are scanned."""
    text = TEXT * 500
    scan(TEXT)
    spent = median(once(lambda: scan(TEXT)) for _ in range(ROUNDS))
    whole = perf_counter()
    scan(text)
    whole = perf_counter() - whole
    print("characters a second")
    print(f"  {'scan, a short text':28} {len(TEXT) / spent / 1e6:8.2f} million")
    print(f"  {'scan, a long text':28} {len(text) / whole / 1e6:8.2f} million")


if __name__ == "__main__":
    main()
