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
    ],
)
def test_a_chinese_name_that_is_a_word_counts_where_a_company_can_stand(text, names):
    tokens = Tokens.of(text)
    assert [mention.key for mention in known_companies(Lexicon.default().match(tokens), tokens)] == names


def test_a_name_that_is_a_word_counts_where_the_article_names_the_company_in_full():
    tokens = Tokens.of(
        "Great Wall Motor has a plant in Tula. Shares of Great Wall fell. Walls such as the Great Wall stand."
    )
    mentions = known_companies(Lexicon.default().match(tokens), tokens)
    assert [mention.company.surface for mention in mentions] == ["Great Wall Motor", "Great Wall"]
