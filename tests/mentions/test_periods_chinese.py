"""What Chinese phrases of calendar time mean, told from 15 July 2025."""

from datetime import date

import pytest

from evinvest.mentions.periods import find_periods

BASE = date(2025, 7, 15)


def read(text, base=BASE):
    return [(mention.span.of(text), str(mention.period)) for mention in find_periods(text, base=base)]


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("2025年5月16日", "2025-05-16"),
        ("2025 年 5 月 16 日", "2025-05-16"),
        ("5月16日", "2025-05-16"),
        ("2025年6月", "2025-06"),
        ("6月份", "2025-06"),
        ("去年12月", "2024-12"),
        ("今年 3 月", "2025-03"),
        ("1-7月", "2025-01/2025-07"),
        ("1月至5月", "2025-01/2025-05"),
        ("1—6月", "2025-H1"),
        ("前7个月", "2025-01/2025-07"),
        ("前三季度", "2024-01/2024-09"),
        ("去年前三个季度", "2024-01/2024-09"),
        ("上半年", "2025-H1"),
        ("2026年下半年", "2026-H2"),
        ("一季度", "2025-Q1"),
        ("第三季度", "2025-Q3"),
        ("2026年三季度", "2026-Q3"),
        ("2024年", "2024"),
        ("2024年全年", "2024"),
        ("去年", "2024"),
        ("明年", "2026"),
        ("2024-2030年", "2024-01/2030-12"),
        ("本月", "2025-07"),
        ("上个月", "2025-06"),
        ("昨日", "2025-07-14"),
        ("2025年2月30日", "None"),
    ],
)
def test_a_phrase_means_its_period(words, label):
    text = f"该厂预计{words}投产。"
    if label == "None":
        assert all(period == label for _, period in read(text))
    else:
        assert read(text) == [(words, label)]


@pytest.mark.parametrize(
    ("text", "words", "relation", "fuzzy"),
    [
        ("到2027年底建成", "2027年底", "by", "end"),
        ("2027年前建成", "2027年", "before", None),
        ("自2026年下半年起生产", "2026年下半年", "from", None),
        ("2024年以来增长", "2024年", "since", None),
        ("年底投产", "年底", "in", "end"),
        ("2026年初投产", "2026年初", "in", "early"),
        ("2026年8月下旬投产", "2026年8月下旬", "in", "late"),
    ],
)
def test_particles_say_how_it_lies(text, words, relation, fuzzy):
    [mention] = find_periods(text, base=BASE)
    assert (mention.span.of(text), mention.relation, mention.fuzzy) == (words, relation, fuzzy)


def test_the_same_period_of_last_year():
    assert read("1-6月出口100万辆，去年同期为90万辆。") == [("1-6月", "2025-H1"), ("去年同期", "2024-H1")]


def test_the_year_after_the_one_spoken_of():
    assert read("2020年落地，次年4月投产") == [("2020年", "2020"), ("次年4月", "2021-04")]


@pytest.mark.parametrize(
    ("text", "count", "unit"), [("未来三年", 3, "year"), ("不超过64个月", 64, "month"), ("18个月内完成", 18, "month")]
)
def test_a_duration_has_a_length_and_no_date(text, count, unit):
    [mention] = find_periods(text, base=BASE)
    assert (mention.period, mention.relation, mention.count, mention.unit) == (None, "duration", count, unit)


@pytest.mark.parametrize("text", ["年产10万辆", "投资不到2.5亿元", "设计年产能30万", "第一工厂", "三个工厂"])
def test_what_only_looks_like_a_date_is_none(text):
    assert read(text) == []


def test_without_a_base_only_full_dates_are_resolved():
    assert read("去年6月和2024年6月", base=None) == [("去年6月", "None"), ("2024年6月", "2024-06")]
