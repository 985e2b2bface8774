"""Whatever the text, scanning it ends, and gives amounts that stand in it, in order, without overlap."""

from hypothesis import given
from hypothesis import strategies as st

from evinvest.tokens import Tokens
from evinvest.units.amounts import scan

PIECES = """
$ US$ € £ ¥ R RM Rs. RMB CNY 人民币 5 1.5 3,000 3,0 2024 2,5 0 007 1.2.3 18,2025 三
二十 两三 百 千 万 亿 十 多 余 第 元 美元 正极 辆 到 VF 4680 Ah cells Model ID.4 quarters point thousand
年 月 个百分点 成 倍 k m bn million billion lakh crore hundred
dozen half a an two twenty one fold first and to between from by - – — ~ 至 / %
percent GWh GW hours cars vehicles electric battery tonnes a year per annum
annually /yr p.a. about more than up to 约 超过 以上 + -plus . , ; : ( ) = '
"""
pieces = st.sampled_from([*PIECES.split(), "\n"]) | st.text(max_size=3)
texts = st.lists(pieces | st.just(" "), max_size=30).map("".join) | st.text(max_size=60)


@given(texts)
def test_amounts_stand_in_the_text(text):
    position = 0
    for amount in scan(text):
        assert position <= amount.span.start < amount.span.end <= len(text)
        assert any(character.isalnum() for character in amount.span.of(text))
        assert amount.value.is_finite()
        assert amount.high is None or amount.value < amount.high
        for part in (amount.hedge, amount.noun):
            assert part is None or part.end <= len(text)
        position = amount.span.end


@given(texts)
def test_a_scan_is_the_same_twice(text):
    assert scan(text) == scan(text)


@given(texts)
def test_words_that_are_cut_already_change_nothing(text):
    assert scan(text, tokens=Tokens.of(text)) == scan(text)
