"""The companies of the lexicon, where a text names them."""

import pytest

from evinvest.lexicon import Lexicon
from evinvest.mentions.known_names import known_companies
from evinvest.tokens import Tokens


def test_a_known_company_has_its_canonical_name_and_home():
    tokens = Tokens.of("宁德时代 and Contemporary Amperex Technology Co")
    mentions = known_companies(Lexicon.default().match(tokens), tokens)
    assert [mention.company.name for mention in mentions] == ["宁德时代", "CATL"]
    assert {(mention.key, mention.company.country) for mention in mentions} == {("CATL", "CN")}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("奇瑞正在与大众商讨接手工厂", ["Chery Automobile", "Volkswagen"]),
        ("大众旗下PowerCo在当地的电池厂", ["Volkswagen", "PowerCo"]),
        ("走向大众的消费品", []),
        ("ACC位于德国的工厂", ["ACC"]),
        ("大众的卡卢加工厂上周易主", ["Volkswagen"]),
        ("大众普埃布拉工厂仍以燃油车为主", ["Volkswagen"]),
    ],
)
def test_a_chinese_name_that_is_a_word_counts_where_a_company_can_stand(text, names):
    tokens = Tokens.of(text)
    assert [mention.key for mention in known_companies(Lexicon.default().match(tokens), tokens)] == names


@pytest.mark.parametrize("text", ["北极星动力电池三期", "日产量达330台", "新的现代化工厂"])
def test_a_part_of_a_longer_word_is_no_company(text):
    tokens = Tokens.of(text)
    assert known_companies(Lexicon.default().match(tokens), tokens) == []


def test_a_line_ends_what_a_sign_would_end():
    tokens = Tokens.of("今日要闻\n大众位于德国的工厂")
    assert [one.key for one in known_companies(Lexicon.default().match(tokens), tokens)] == ["Volkswagen"]


def test_a_name_that_is_a_word_counts_where_the_article_names_the_company_in_full():
    tokens = Tokens.of(
        "Great Wall Motor has a plant in Tula. Shares of Great Wall fell. Walls such as the Great Wall stand."
    )
    mentions = known_companies(Lexicon.default().match(tokens), tokens)
    assert [mention.company.surface for mention in mentions] == ["Great Wall Motor", "Great Wall"]
