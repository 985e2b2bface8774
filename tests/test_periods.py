from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evinvest.errors import PeriodError
from evinvest.periods import Period, Precision

LABELS = ["2025", "2025-H1", "2025-H2", "2025-Q2", "2025-06", "2024-02-29", "2025-01/2025-07", "2024-11/2025-02"]


@pytest.mark.parametrize("label", LABELS)
def test_a_label_is_read_and_written_alike(label):
    assert str(Period.parse(label)) == label


@pytest.mark.parametrize(
    "label", ["", "25", "2025-H3", "2025-Q5", "2025-13", "2025-02-30", "2025-07/2025-01", "2025-1", " 2025", "0000"]
)
def test_what_is_no_label_is_refused(label):
    with pytest.raises(PeriodError):
        Period.parse(label)


@pytest.mark.parametrize(
    ("first", "last", "label"),
    [
        ((2025, 1), (2025, 12), "2025"),
        ((2025, 7), (2025, 12), "2025-H2"),
        ((2025, 4), (2025, 6), "2025-Q2"),
        ((2025, 6), (2025, 6), "2025-06"),
        ((2025, 2), (2025, 4), "2025-02/2025-04"),
        ((2024, 4), (2025, 3), "2024-04/2025-03"),
    ],
)
def test_whole_months_have_their_coarsest_name(first, last, label):
    assert str(Period.whole(date(*first, 1), date(*last, 1))) == label


def test_the_same_days_of_another_year():
    assert str(Period.parse("2024-11/2025-02").in_year(2020)) == "2020-11/2021-02"
    assert str(Period.parse("2025-05-16").in_year(2024)) == "2024-05-16"
    assert Period.parse("2024-02-29").in_year(2025) is None


def test_a_period_is_what_its_precision_says():
    with pytest.raises(PeriodError, match="not one quarter"):
        Period(date(2025, 2, 1), date(2025, 5, 1), Precision.QUARTER)
    with pytest.raises(PeriodError, match="at least one day"):
        Period(date(2025, 2, 1), date(2025, 2, 1), Precision.DAY)


@given(st.dates(min_value=date(1, 1, 1), max_value=date(9998, 12, 30)))
def test_a_day_lies_in_its_month_quarter_half_and_year(day):
    quarter, half = (day.month + 2) // 3, (day.month + 5) // 6
    for period in (
        Period.day(day),
        Period.month(day.year, day.month),
        Period.quarter(day.year, quarter),
        Period.half(day.year, half),
        Period.year(day.year),
    ):
        assert period.contains(day)
        assert Period.parse(period.label) == period
