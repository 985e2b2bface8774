import pytest

from evinvest.errors import UnitError
from evinvest.units import currencies, currency, currency_of
from evinvest.units.currencies import DOLLAR, money_words


def test_all_active_codes_with_their_minor_units():
    assert len(currencies()) > 170
    assert [currency(code).minor for code in ("EUR", "JPY", "KWD", "CLF", "XAU")] == [2, 0, 3, 4, None]


@pytest.mark.parametrize("wrong", ["XXX", "eur", "", "DEM", None, 5])
def test_an_unknown_code_is_refused(wrong):
    with pytest.raises(UnitError, match="ISO 4217"):
        currency(wrong)


def test_the_tender_of_a_country():
    assert [currency_of(country) for country in ("TH", "MA", "TW", "HU", "ZZ")] == ["THB", "MAD", "TWD", "HUF", None]


def test_every_word_means_a_currency_that_there_is():
    words = money_words()
    for table in (words.signs, words.prefixes, words.words, words.hanzi):
        for word, meaning in table.items():
            for code in (meaning.code, *meaning.candidates):
                assert code == DOLLAR or code in currencies(), word


def test_the_first_of_several_is_the_default():
    for table in (money_words().words, money_words().prefixes):
        for meaning in table.values():
            assert not meaning.candidates or meaning.candidates[0] == meaning.code


def test_the_words_of_news():
    wanted = {
        "yuan": "CNY", "renminbi": "CNY", "baht": "THB", "lira": "TRY", "reais": "BRL", "forints": "HUF",
        "zloty": "PLN", "rupiah": "IDR", "won": "KRW", "ringgit": "MYR", "dong": "VND", "indian rupees": "INR",
        "czech crowns": "CZK", "new taiwan dollars": "TWD", "pounds sterling": "GBP", "thai baht": "THB",
    }  # fmt: skip
    assert {word: money_words().words[word].code for word in wanted} == wanted
