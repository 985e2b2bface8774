import pytest

from evinvest.mentions.tickers import find_tickers


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Massimo Group (NASDAQ: MAMO)", ["XNAS:MAMO"]),
        ("a firm (NASDAQ:VLTR) said", ["XNAS:VLTR"]),
        ("(KRX: 373220)", ["XKRX:373220"]),
        ("(SHE: 300750) and (HKG: 3750)", ["XSHE:300750", "XHKG:3750"]),
        ("shares of 300750.SZ rose", ["XSHE:300750"]),
        ("Toyota Motor Corp ( 7203.T ) said", ["XTKS:7203"]),
        ("Porsche ( PSHG_p.DE ) said", ["XETR:PSHG_p"]),
        ("证券代码：300014", ["XSHE:300014"]),
        ("股票代码600104", ["XSHG:600104"]),
        ("岚一科技(301999)公告", ["XSHE:301999"]),
        ("岚二科技(835999)公告", ["XBSE:835999"]),
        ("at 10:30 in the U.S. and J.P. Morgan, section 3.T", []),
        ("Ratio: 5, NOTE: ABC", []),
    ],
)
def test_market_and_code(text, labels):
    assert [ticker.label for ticker in find_tickers(text)] == labels


def test_the_span_is_the_ticker():
    text = "Massimo Group (NASDAQ: MAMO)"
    assert [ticker.span.of(text) for ticker in find_tickers(text)] == ["NASDAQ: MAMO"]
