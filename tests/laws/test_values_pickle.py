"""A value that is pickled is equal, and of equal hash, in another process; pint is not needed for it there."""

import pickle
import subprocess
import sys

from evinvest.models import Bound, Capacity, Money, Quantity

VALUES = (
    Money("9.970E+9", "CNY", high="1E+10", bound=Bound.ABOUT, equivalents=[Money(1, "USD")]),
    Quantity("3.083E+6", "vehicle"),
    Capacity(1000, "MWh/year", bound=Bound.UP_TO),
)
OTHER = """
import pickle, sys
values = pickle.loads(sys.stdin.buffer.read())
assert "pint" not in sys.modules
again = pickle.loads(pickle.dumps(values))
agree = [hash(value) == hash(other) for value, other in zip(values, again)]
sys.stdout.buffer.write(pickle.dumps((values, agree)))
"""


def test_equal_in_another_process():
    before = tuple(value.quantity if value.high is None else None for value in VALUES)  # pint is in use on this side
    done = subprocess.run([sys.executable, "-c", OTHER], input=pickle.dumps(VALUES), capture_output=True, check=True)
    values, agree = pickle.loads(done.stdout)  # noqa: S301
    assert values == VALUES
    assert [hash(value) for value in values] == [hash(value) for value in VALUES]
    assert all(agree)
    assert before[1] is not None
