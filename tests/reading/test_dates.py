from datetime import date, datetime, timedelta, timezone

import pytest

from evinvest.reading.dates import parse_date

DAYS = {
    "2025-05-16": (2025, 5, 16),
    "2025/5/6": (2025, 5, 6),
    "2025.05.16": (2025, 5, 16),
    "20250516": (2025, 5, 16),
    "2025年5月16日": (2025, 5, 16),
    "May 16, 2025": (2025, 5, 16),
    "Sept. 3rd, 2025": (2025, 9, 3),
    "Friday, 16 May 2025": (2025, 5, 16),
    "16-May-2025": (2025, 5, 16),
    "December 11th 2025": (2025, 12, 11),
}
MOMENTS = {
    "2025-07-15T14:15:21Z": "2025-07-15T14:15:21+00:00",
    "2025-07-15 14:15:21": "2025-07-15T14:15:21",
    "2025-07-15T14:15:21.123456+0530": "2025-07-15T14:15:21.123456+05:30",
    "2025-07-15T14:15:21.5-08": "2025-07-15T14:15:21.500000-08:00",
    "2020-10-01-03-24-47": "2020-10-01T03:24:47",
    "Sun Feb 12, 2012 11:40pm EST": "2012-02-12T23:40:00-05:00",
    "Sun, 12 Feb 2012 00:05:00 GMT": "2012-02-12T00:05:00+00:00",
    "May 16, 2025 at 12:05 a.m. PDT": "2025-05-16T00:05:00-07:00",
    "2025年5月16日 08:30": "2025-05-16T08:30:00",
}


@pytest.mark.parametrize(("written", "day"), DAYS.items())
def test_days(written, day):
    assert parse_date(written) == date(*day)
    assert not isinstance(parse_date(written), datetime)


@pytest.mark.parametrize(("written", "moment"), MOMENTS.items())
def test_moments(written, moment):
    assert parse_date(f" {written} ").isoformat() == moment


@pytest.mark.parametrize(
    "written",
    ["", "soon", "03/04/2025", "2025-13-01", "2025-02-30", "Foo 3, 2025", "May 2025", "2025", "13:05",
     "2025-01-01 13:05pm", "2025-01-01T25:00:00", "9999999999", "2025-01-01T10:00 XYZT1",
     "May 16, 2025" + " " * 100 + "x"],
)  # fmt: skip
def test_what_is_no_date_is_none(written):
    assert parse_date(written) is None


def test_an_unknown_zone_leaves_the_time_naive():
    assert parse_date("2025-01-01 10:00 IST") == datetime(2025, 1, 1, 10)  # noqa: DTZ001 - India, Israel or Ireland
    assert parse_date("2025-01-01 10:00 EDT").tzinfo == timezone(timedelta(hours=-4))
