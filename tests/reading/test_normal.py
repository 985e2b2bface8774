import pytest

from evinvest.reading.normal import normalise
from evinvest.text import Text

GLUED = {
    "cost 2 billion.BYD has": "cost 2 billion. BYD has",
    "in 2024,surpassing it": "in 2024, surpassing it",
    "electric vehicle(EV)makers": "electric vehicle (EV) makers",
    "a total of$16 billion": "a total of $16 billion",
    "worth of€3 million": "worth of €3 million",
    "ACME's$2 billion plant": "ACME's $2 billion plant",
    "in Rayong,Thailand,was": "in Rayong, Thailand, was",
    "on August 18,2025.Photo:screen": "on August 18, 2025. Photo: screen",
    "in 2025,75.2 percent": "in 2025, 75.2 percent",
    "in 2025,100 cars and": "in 2025, 100 cars and",
    "up in share.This is": "up in share. This is",
    "rose 69%of": "rose 69% of",
    "Really?Yes!No;maybe": "Really? Yes! No; maybe",
    'he said."These are': 'he said. "These are',
    'a"historic shift"in trade': 'a "historic shift" in trade',
    '"It is so,"said one': '"It is so," said one',
    "of“new”lines": 'of "new" lines',
    "10 billion baht($300 million).Phase": "10 billion baht ($300 million). Phase",
}
KEPT = (
    "10,000 and 1,2 and 50,12 and 1,234,567.8 and 12,025,100 and $2025,100",
    "U.S. and J.D. and e.g. and p.a. and Inc.",
    "US$5 R$5 HK$5 NT$5 S$5 A$5 C$5 RMB¥5",
    "example.com and 300750.SZ and MRTI.NS and VOWG_p.DE",
    "up 3.2%p and 2%pt",
    "ID.4 and 3.5 and v2.0",
    "plant(s) and note(2) and 401(k) and clause(iv)",
    "(20 GWh/yr).",
    '"yes".',
    "at 10:30 and https://example.org/a?b=c",
    "在2024年投资100亿元，产能达20GWh。",
    "宁德时代(CATL)表示",
    '他表示:"我们将投资"20亿元"。',
    '被称为"EV"的汽车',
)
FOLDED = {
    "a\u00a0b\u2009c\u3000d": "a b c d",
    "a \t  b": "a b",
    "so\u00adft ze\u200bro \ufeffmark": "soft zero mark",
    "１２３ＡＢｃ％（）：＄": "123ABc%():$",
    "，。；！？、": "，。；！？、",
    "it’s ‘so’": "it's 'so'",
    "“so”": '"so"',
    "co‑founder – and — so": "co-founder – and — so",
    "one \n\n  two\r\nthree": "one\ntwo\nthree",
    "  both ends \n": "both ends",
    "\u3000\u3000据悉": "据悉",
    "": "",
    "  ": "",
}


def normal(text):
    return normalise(Text.of(text)).normal


@pytest.mark.parametrize(("glued", "spaced"), GLUED.items())
def test_what_is_glued_is_spaced(glued, spaced):
    assert normal(glued) == spaced


@pytest.mark.parametrize("text", KEPT)
def test_what_belongs_together_stays(text):
    assert normal(text) == text


@pytest.mark.parametrize(("written", "folded"), FOLDED.items())
def test_widths_spaces_and_quotes_fold(written, folded):
    assert normal(written) == folded


def test_width_is_folded_before_glue_is_judged():
    assert normal("ＡＢ，cd（ef）gh") == "AB，cd (ef) gh"


def test_a_quotation_that_never_closes_ends_with_its_paragraph():
    assert normal('"It goes on.\n"And on,"said"no"one') == '"It goes on.\n"And on," said "no" one'
