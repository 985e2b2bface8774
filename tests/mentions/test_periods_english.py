"""What English phrases of calendar time mean, told from 15 July 2025, a Tuesday."""

from datetime import date, datetime

import pytest

from evinvest.errors import PeriodError
from evinvest.mentions.periods import find_periods, forward

BASE = date(2025, 7, 15)


def read(text, **options):
    """The words and periods of a text."""
    found = find_periods(text, **{"base": BASE, **options})
    return [(mention.span.of(text), str(mention.period)) for mention in found]


def only(text, **options):
    [mention] = find_periods(text, **{"base": BASE, **options})
    return mention


@pytest.mark.parametrize(
    ("words", "label"),
    [
        # days
        ("May 16, 2025", "2025-05-16"),
        ("May 16,2025", "2025-05-16"),
        ("16 May 2025", "2025-05-16"),
        ("16th of May", "2025-05-16"),
        ("September 3", "2024-09-03"),
        ("Feb. 29", "2024-02-29"),
        ("5 May last year", "2024-05-05"),
        ("2025-05-16", "2025-05-16"),
        ("16/05/2025", "2025-05-16"),
        ("05/16/2025", "2025-05-16"),
        ("16.05.2025", "2025-05-16"),
        ("Friday, May 16", "2025-05-16"),
        ("Monday", "2025-07-14"),
        ("Tuesday", "2025-07-15"),
        ("last Tuesday", "2025-07-08"),
        ("next Monday", "2025-07-21"),
        ("yesterday", "2025-07-14"),
        ("five days ago", "2025-07-10"),
        # months
        ("June 2025", "2025-06"),
        ("Sept. 2024", "2024-09"),
        ("June last year", "2024-06"),
        ("November", "2024-11"),
        ("june", "2025-06"),
        ("last August", "2024-08"),
        ("last July", "2024-07"),
        ("this June", "2025-06"),
        ("next June", "2026-06"),
        ("last month", "2025-06"),
        ("next month", "2025-08"),
        ("three months ago", "2025-04"),
        ("2022 September", "2022-09"),
        ("2025-06", "2025-06"),
        ("May 5-7, 2025", "2025-05"),
        # ranges of months
        ("January-June", "2025-H1"),
        ("Jan-Jul 2024", "2024-01/2024-07"),
        ("January to May", "2025-01/2025-05"),
        ("January through September", "2024-01/2024-09"),
        ("November-February", "2024-11/2025-02"),
        ("November-February 2024", "2023-11/2024-02"),
        ("July 2022 to June 2023", "2022-07/2023-06"),
        ("the first seven months", "2025-01/2025-07"),
        ("the first 11 months", "2024-01/2024-11"),
        ("the first five months of this year", "2025-01/2025-05"),
        ("the six months to June", "2025-H1"),
        ("the year to March", "2024-04/2025-03"),
        ("this year through April", "2025-01/2025-04"),
        ("the current financial year to March 2026", "2025-04/2026-03"),
        ("the fiscal year that ended on March 31, 2024", "2023-04/2024-03"),
        ("the three months ended June 30, 2025", "2025-Q2"),
        # quarters and halves
        ("the first half of 2025", "2025-H1"),
        ("the second half of next year", "2026-H2"),
        ("the second half", "2025-H2"),
        ("the fourth quarter", "2024-Q4"),
        ("the first three quarters", "2024-01/2024-09"),
        ("first-quarter 2025", "2025-Q1"),
        ("2025's first half", "2025-H1"),
        ("2025 Q3", "2025-Q3"),
        ("H1 2025", "2025-H1"),
        ("1H25", "2025-H1"),
        ("Q3 2026", "2026-Q3"),
        ("Q3'25", "2025-Q3"),
        ("4Q24", "2024-Q4"),
        ("9M 2024", "2024-01/2024-09"),
        ("last quarter", "2025-Q2"),
        # years
        ("2024", "2024"),
        ("last year", "2024"),
        ("this year", "2025"),
        ("next year", "2026"),
        ("five years ago", "2020"),
        ("2022-2025", "2022-01/2025-12"),
        ("2012-13", "2012-01/2013-12"),
        ("2010-11", "2010-01/2011-12"),
        ("2030 to 2035", "2030-01/2035-12"),
    ],
)
def test_a_phrase_means_its_period(words, label):
    assert read(f"It was built in {words}.") == [(words, label)]


@pytest.mark.parametrize(
    ("words", "label", "fuzzy"),
    [
        ("early 2026", "2026", "early"),
        ("mid-2026", "2026", "mid"),
        ("late next year", "2026", "late"),
        ("the end of 2026", "2026", "end"),
        ("end-2026", "2026", "end"),
        ("the end of the year", "2025", "end"),
        ("the end of next month", "2025-08", "end"),
        ("the beginning of May", "2025-05", "early"),
        ("early in the second half of 2026", "2026-H2", "early"),
        ("year-end", "2025", "end"),
        ("year-end 2026", "2026", "end"),
        ("later this year", "2025", "later"),
        ("so far this year", "2025", "to-date"),
        ("the year to date", "2025", "to-date"),
        ("autumn 2025", "2025", "autumn"),
        ("the summer of 2026", "2026", "summer"),
        ("last summer", "2024", "summer"),
        ("the end of the decade", "None", "end"),
        ("the 2030s", "None", "decade"),
        ("last week", "None", None),
        ("the second half of June", "2025-06", "late"),
        ("the first half of May 2024", "2024-05", "early"),
    ],
)
def test_what_is_less_exact_says_why(words, label, fuzzy):
    mention = only(f"It grew by {words}.")
    assert (mention.span.of(f"It grew by {words}."), str(mention.period), mention.fuzzy) == (words, label, fuzzy)


@pytest.mark.parametrize(
    ("text", "lead", "relation"),
    [
        ("It opens by 2027.", "by", "by"),
        ("It opens no later than August 2026.", "no later than", "by"),
        ("It opens before 2027.", "before", "before"),
        ("It has run since early 2019.", "since", "since"),
        ("It will run from 2026.", "from", "from"),
        ("It will run starting in 2026.", "starting in", "from"),
        ("It runs until June 2026.", "until", "until"),
        ("It closes after 2030.", "after", "after"),
        ("It opens by around the end of 2027.", "by", "by"),
        ("It opened in 2024.", "in", "in"),
        ("It opens at approximately the end of 2026.", "at", "in"),
        ("It grew from January to June.", "from", "in"),
        ("It grew, compared to 1990.", "to", "in"),
        ("They fixed the 2024 model line-up by the March deadline.", None, "in"),
    ],
)
def test_the_preposition_says_how_it_lies(text, lead, relation):
    mention = find_periods(text, base=BASE)[-1]
    assert (mention.lead and mention.lead.of(text), mention.relation) == (lead, relation)


@pytest.mark.parametrize(
    ("text", "words", "count", "unit"),
    [
        ("Over the next five years it grows.", "the next five years", 5, "year"),
        ("It is ready within 18 months.", "18 months", 18, "month"),
        ("In the past two years it grew.", "the past two years", 2, "year"),
        ("It took three weeks.", "three weeks", 3, "week"),
        ("It grew over the last year.", "the last year", 1, "year"),
    ],
)
def test_a_duration_has_a_length_and_no_date(text, words, count, unit):
    mention = only(text)
    assert (mention.span.of(text), mention.count, mention.unit) == (words, count, unit)
    assert mention.period is None
    assert mention.relation == "duration"


@pytest.mark.parametrize(
    "text",
    [
        "It built 2025 vehicles, 2,024 buses and 2000 batteries.",
        "It cost $2024, €2025 and 2025%.",
        "Its Vision 2030 and the 2025-hp car, model year 2025, and room 2024.",
        "GM May Build Plant; it may march on.",
        "SALES MAY FALL",
        "Prime Minister Theresa May resigned.",
        "The Audi Q3, the Haval H2 and the Q4 e-tron.",
        "H2 is hydrogen; green H2 production.",
        "On a Black Friday of 05/06/2025.",
        "300,000 cars a year, 20 percent per month, every year, in the second place, the first 100 days",
        "See https://news.example/2024/05/16/story-2024-x",
        "The second half of the decade; the first quarter of its season; three quarters of all",
        "Jan Meyer and Mar Lopez spoke.",
        "It was founded in 1886; it shuts in 2150.",
    ],
)
def test_what_only_looks_like_a_date_is_none(text):
    assert read(text) == []


def test_an_impossible_day_is_no_other_day():
    assert read("on 31 February, on February 30, 2025") == [("31 February", "None"), ("February 30, 2025", "None")]


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("In June it sold 5, against 4 in the same month last year.", ["2025-06", "2024-06"]),
        ("In the first half of 2025 it sold 5, 4 a year earlier.", ["2025-H1", "2024-H1"]),
        (
            "From January to July 2024 it sold 5, more than in the same period of 2023.",
            ["2024-01/2024-07", "2023-01/2023-07"],
        ),
        ("In 2023 it sold 5, after 4 the previous year.", ["2023", "2022"]),
        ("It sold 5, up from a year ago.", ["None"]),
        ("In June it sold 5, 4 a year earlier; its rival 3, 2 a year earlier.", ["2025-06", "2024-06", "2024-06"]),
        ("In the second quarter it sold 5, and 4 in the year-ago quarter.", ["2025-Q2", "2024-Q2"]),
    ],
)
def test_a_comparison_counts_from_the_period_before_it(text, periods):
    assert [label for _, label in read(text)] == periods
    assert find_periods(text, base=BASE)[-1].fuzzy == "comparison"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("fiscal 2025", "2025"),
        ("FY2023-24", "2023-04/2024-03"),
        ("the 2023-24 fiscal year", "2023-04/2024-03"),
        ("FY25, or 3 lakh cars", "2024-04/2025-03"),
        ("2023-24, before FY2024-25", "2023-04/2024-03"),
        ("FY22-FY24 and FY2024-25", "2021-04/2024-03"),
        ("fiscal 2024. Its fiscal year ends in June", "2023-07/2024-06"),
        ("the first quarter of FY2023-24", "2023-Q2"),
        ("the first quarter of fiscal 2025", "None"),
        ("the April-June quarter of FY2025-26", "2025-Q2"),
        ("this fiscal year", "None"),
    ],
)
def test_a_fiscal_year_has_the_months_that_the_text_gives(text, period):
    assert str(find_periods(text, base=BASE)[0].period) == period


def test_the_start_of_fiscal_years_may_be_given():
    assert read("this fiscal year and fiscal 2025", fiscal_start=10) == [
        ("this fiscal year", "2024-10/2025-09"),
        ("fiscal 2025", "2024-10/2025-09"),
    ]
    with pytest.raises(PeriodError, match="1 to 12"):
        find_periods("fiscal 2025", fiscal_start=13)


def test_without_a_base_only_full_dates_are_resolved():
    text = "On May 16, 2025 and on May 17, in June; last year, in Q3 2024, on Monday, two years ago, next August"
    expected = ["2025-05-16", "None", "None", "None", "2024-Q3", "None", "None", "None"]
    assert [label for _, label in read(text, base=None)] == expected


@pytest.mark.parametrize(
    ("text", "later"),
    [
        ("in October", "2025-10"),
        ("in July", "2025-07"),
        ("on May 16", "2026-05-16"),
        ("on Friday", "2025-07-18"),
        ("in the second quarter", "2026-Q2"),
        ("in June 2024", "2024-06"),
        ("last year", "2024"),
    ],
)
def test_forward_takes_the_next_where_the_text_leaves_it_open(text, later):
    assert str(forward(only(text)).period) == later


def test_the_month_is_the_one_spoken_of():
    text = "In May it sold 5, and its rivals 4 in the month. In the quarter it sold 9."
    assert read(text) == [("May", "2025-05"), ("the month", "2025-05")]


def test_a_moment_as_base_is_its_day():
    assert read("yesterday", base=datetime(2025, 7, 15, 23, 0)) == [("yesterday", "2025-07-14")]  # noqa: DTZ001


def test_letters_that_grow_in_lower_case_do_not_move_spans():
    assert read("İzmir, İstanbul: İ in June 2025") == [("June 2025", "2025-06")]


def test_one_year_for_several_months():
    assert read("in June and July 2024") == [("June", "2024-06"), ("July 2024", "2024-07")]
