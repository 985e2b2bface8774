"""A period that is written out in any usual way is found as that period, wherever it stands."""

from calendar import month_name
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from evinvest.mentions.periods import find_periods
from evinvest.periods import Period

ORDINALS = ("first", "second", "third", "fourth")
DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2099, 12, 31))


def written_days(day):
    month, number = month_name[day.month], day.day
    return st.sampled_from(
        [
            f"{month} {number}, {day.year}",
            f"{month[:3]}{'' if day.month == 5 else '.'} {number}, {day.year}",
            f"{number} {month} {day.year}",
            day.isoformat(),
            f"{day.year}年{day.month}月{number}日",
        ]
    ).map(lambda words: (words, Period.day(day)))


def written_parts(day):
    year, month = day.year, day.month
    quarter, half = (month + 2) // 3, (month + 5) // 6
    return st.sampled_from(
        [
            (f"{month_name[month]} {year}", Period.month(year, month)),
            (f"{year}年{month}月", Period.month(year, month)),
            (f"the {ORDINALS[quarter - 1]} quarter of {year}", Period.quarter(year, quarter)),
            (f"Q{quarter} {year}", Period.quarter(year, quarter)),
            (f"{year}年第{'一二三四'[quarter - 1]}季度", Period.quarter(year, quarter)),
            (f"the {ORDINALS[half - 1]} half of {year}", Period.half(year, half)),
            (f"H{half} {year}", Period.half(year, half)),
            (f"{year}", Period.year(year)),
            (f"{year}年", Period.year(year)),
        ]
    )


@given(DAYS.flatmap(lambda day: st.one_of(written_days(day), written_parts(day))), st.none() | DAYS)
def test_what_is_written_is_found(written, base):
    words, period = written
    text = f"It was (as they said) {words}; nobody knew."
    [mention] = find_periods(text, base=base)
    assert (mention.span.of(text), mention.period, mention.relative) == (words, period, False)


@given(DAYS, DAYS)
def test_a_day_without_its_year_is_the_last_one_by_the_base(day, base):
    words = f"{month_name[day.month]} {day.day}"
    [mention] = find_periods(f"on {words}", base=base)
    assert mention.period is not None
    found = mention.period.start
    assert (found.month, found.day) == (day.month, day.day)
    assert found <= base
    assert (base - found).days <= 8 * 366
    if (day.month, day.day) != (2, 29):
        assert (base - found).days <= 366
