import pytest

from evinvest.mentions.chinese_words import NameWords, common_words, is_ordinary


@pytest.mark.parametrize("text", ["高端智能", "人工智能", "动力", "新动力", "机器人"])
def test_words_from_end_to_end_are_ordinary(text):
    assert is_ordinary(text, NameWords.default().ordinary)


@pytest.mark.parametrize("text", ["裕岚", "恒骏", "岚动力", "赛岚"])
def test_a_sign_that_makes_no_word_makes_a_brand(text):
    assert not is_ordinary(text, NameWords.default().ordinary)


def test_words_have_two_to_four_signs():
    assert {len(word) for word in common_words()} == {2, 3, 4}


@pytest.mark.parametrize(
    ("before", "behind", "stands"),
    [
        ("", "将在", True),
        ("奇瑞与", "的工厂", True),
        ("10日，", "，", True),
        ("面向", "化", False),
        ("普罗", "消费", False),
    ],
)
def test_a_name_that_is_a_word_needs_both_sides(before, behind, stands):
    assert NameWords.default().stand_around(before, behind) is stands
