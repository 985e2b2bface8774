import pickle
from datetime import date, datetime
from decimal import Decimal

import pytest

from evinvest.errors import MissingExtra, RateNotFound, SourceError, UnitError
from evinvest.models import Bound, Money
from evinvest.rates import Rates

FRIDAY, SATURDAY, MONDAY = date(2025, 5, 16), date(2025, 5, 17), date(2025, 5, 19)
OWN = Rates.from_mapping({"USD": {FRIDAY: "1.25", MONDAY: "1.20"}, "CNY": {FRIDAY: 8, MONDAY: "8.4"}}, origin="a bank")
PEG = Rates.from_mapping({"AED": "3.6725"}, base="USD", origin="the peg")


class TestLookUp:
    def test_from_the_base_to_it_and_across(self):
        assert OWN.rate("EUR", "CNY", on=FRIDAY).value == 8
        assert OWN.rate("CNY", "EUR", on=FRIDAY).value == Decimal("0.125")
        assert OWN.rate("USD", "CNY", on=FRIDAY).value == Decimal("6.4")

    def test_a_currency_is_worth_itself(self):
        assert OWN.rate("VND", "VND", on=SATURDAY).value == 1

    def test_a_day_without_a_rate_names_its_neighbours(self):
        with pytest.raises(RateNotFound, match="nearest days are 2025-05-16 and 2025-05-19"):
            OWN.rate("USD", "EUR", on=SATURDAY)

    def test_the_day_before_counts_when_it_is_asked_for(self):
        dated = OWN.rate("USD", "EUR", on=SATURDAY, fallback="previous")
        assert (dated.value, dated.day) == (Decimal("0.8"), FRIDAY)

    def test_the_day_before_is_not_next_month(self):
        with pytest.raises(RateNotFound, match=r"nearest days are 2025-05-19$"):
            OWN.rate("USD", "EUR", on=date(2025, 6, 16), fallback="previous")

    def test_there_is_no_other_fallback(self):
        with pytest.raises(UnitError, match="fallback"):
            OWN.rate("USD", "EUR", on=SATURDAY, fallback="next")

    def test_a_moment_is_a_day(self):
        assert OWN.rate("EUR", "CNY", on=datetime(2025, 5, 16, 12)).day == FRIDAY  # noqa: DTZ001

    def test_an_unknown_currency_names_the_known(self):
        with pytest.raises(RateNotFound, match="no rates for VND: the table has CNY, EUR, USD"):
            OWN.rate("VND", "EUR", on=FRIDAY)


class TestJoined:
    def test_a_peg_goes_over_its_base(self):
        dated = (OWN | PEG).rate("EUR", "AED", on=FRIDAY)
        assert dated.value == Decimal("4.590625")
        assert dated.origin == "a bank and the peg"

    def test_the_way_that_two_share_needs_no_rate(self):
        pegs = OWN | Rates.from_mapping({"AED": "3.6725", "SAR": "3.75"}, base="USD", origin="pegs")
        assert pegs.rate("AED", "SAR", on=SATURDAY).origin == "pegs"

    def test_the_right_one_counts(self):
        assert (OWN | Rates.from_mapping({"USD": "1"}, origin="x")).rate("EUR", "USD", on=FRIDAY).value == 1

    def test_tables_without_a_base_for_both(self):
        with pytest.raises(RateNotFound, match="no base for both"):
            (OWN | Rates.from_mapping({"VND": "26000"}, base="JPY", origin="x")).rate("EUR", "VND", on=FRIDAY)

    def test_bases_in_a_circle(self):
        circle = Rates.from_mapping({"VND": "2"}, base="MAD", origin="x") | Rates.from_mapping(
            {"MAD": "2"}, base="VND", origin="x"
        )
        with pytest.raises(RateNotFound, match="circle"):
            circle.rate("VND", "MAD", on=FRIDAY)

    def test_only_tables_join(self):
        with pytest.raises(TypeError):
            OWN | {}


class TestMoneyAtARate:
    def test_the_result_says_what_it_rests_on(self):
        done = Money(800, "CNY", high=1600, bound=Bound.UP_TO).to("EUR", on=SATURDAY, rates=OWN, fallback="previous")
        assert done.money == Money(100, "EUR", high=200, bound=Bound.UP_TO)
        assert (done.amount, done.high, done.currency) == (100, 200, "EUR")
        assert (done.rate, done.day, done.origin) == (Decimal("0.125"), FRIDAY, "a bank")
        assert str(done) == "≤€100–200 (up to CNY 800 to 1,600 at 0.125 on 2025-05-16, a bank)"

    def test_the_result_is_money_like_any_other(self):
        done = Money(800, "CNY", bound=Bound.UP_TO).to("EUR", on=FRIDAY, rates=OWN).money
        plain = Money("100.000", "EUR", bound=Bound.UP_TO)
        assert type(done) is Money
        assert (done, hash(done), repr(done)) == (plain, hash(plain), repr(plain))
        assert pickle.loads(pickle.dumps(done)) == plain  # noqa: S301 - our own bytes
        with pytest.raises(AttributeError):
            done.amount = Decimal(1)

    def test_one_table_and_several_days(self):
        days = [(FRIDAY, Decimal("6.4")), (MONDAY, Decimal(7)), (FRIDAY, Decimal("6.4"))]
        assert [Money(1, "USD").to("CNY", on=day, rates=OWN).rate for day, _ in days] == [rate for _, rate in days]

    def test_the_target_is_a_currency(self):
        with pytest.raises(UnitError):
            Money(1, "CNY").to("yuan", on=FRIDAY, rates=OWN)


class TestMapping:
    @pytest.mark.parametrize("wrong", ["0", "-1", "1,5", 0, Decimal("NaN"), 1.5, True])
    def test_a_rate_is_a_number_above_zero(self, wrong):
        with pytest.raises(UnitError):
            Rates.from_mapping({"USD": wrong}, origin="x")

    @pytest.mark.parametrize("code", ["EUR", "usd", "DOLLAR"])
    def test_a_key_is_another_currency(self, code):
        with pytest.raises(UnitError):
            Rates.from_mapping({code: 1}, origin="x")


class TestFile:
    def test_a_column_per_currency(self, tmp_path):
        path = tmp_path / "bank.csv"
        path.write_text("Date,USD,CNY,\n2025-05-19,1.2,8.4,\n2025-05-16,1.25,N/A,\n", encoding="utf-8")
        rates = Rates.from_csv(path)
        assert rates.currencies == {"EUR", "USD", "CNY"}
        assert rates.rate("EUR", "USD", on=FRIDAY).origin == "bank.csv"
        with pytest.raises(RateNotFound, match="nearest days are 2025-05-19"):
            rates.rate("EUR", "CNY", on=FRIDAY)

    def test_a_line_per_rate(self, tmp_path):
        path = tmp_path / "own.csv"
        path.write_text("date,currency,rate,base\n2025-05-16,VND,26000,USD\n2025-05-16,MAD,10.4,\n", encoding="utf-8")
        rates = OWN | Rates.from_csv(path, origin="own notes")
        assert rates.rate("USD", "VND", on=FRIDAY).value == 26000
        assert rates.rate("EUR", "MAD", on=FRIDAY).origin == "own notes"

    @pytest.mark.parametrize(
        ("text", "line"),
        [
            ("", 1),
            ("Date,dollars\n2025-05-16,1\n", 1),
            ("Date,USD\n16.05.2025,1\n", 2),
            ("date,currency,rate\n2025-05-16,VND,x\n", 2),
            ("date,currency,rate\n2025-05-16,vnd,1\n", 2),
            ("date,currency\n2025-05-16,VND\n", 2),
            ("date,currency,rate\n2025-13-16,VND,1\n", 2),
        ],
    )
    def test_another_file_is_refused_with_its_line(self, tmp_path, text, line):
        path = tmp_path / "wrong.csv"
        path.write_text(text, encoding="utf-8")
        with pytest.raises(SourceError) as caught:
            Rates.from_csv(path)
        assert (caught.value.line, caught.value.source) == (line, str(path))

    def test_two_bases_of_one_currency_are_refused(self, tmp_path):
        path = tmp_path / "two.csv"
        path.write_text("date,currency,rate,base\n2025-05-16,VND,1,USD\n2025-05-16,VND,1,EUR\n", encoding="utf-8")
        with pytest.raises(SourceError, match="one base"):
            Rates.from_csv(path)

    def test_no_file(self, tmp_path):
        with pytest.raises(SourceError, match="not readable"):
            Rates.from_csv(tmp_path / "none.csv")


class TestCentralBank:
    def test_its_history_is_read(self):
        pytest.importorskip("currency_converter")
        rates = Rates.ecb()
        assert len(rates.currencies) > 30
        done = Money(10**10, "THB").to("USD", on=FRIDAY, rates=rates)
        assert Decimal("299.4E6") < done.amount < Decimal("299.6E6")
        with pytest.raises(RateNotFound, match="2025-05-16 and 2025-05-19"):
            rates.rate("USD", "CNY", on=SATURDAY)

    def test_a_table_pickles(self):
        pytest.importorskip("currency_converter")
        rates = Rates.ecb()
        assert pickle.loads(pickle.dumps(rates)) == rates  # noqa: S301

    def test_it_needs_its_extra(self, monkeypatch):
        monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
        with pytest.raises(MissingExtra, match=r"evinvest\[rates\]"):
            Rates.ecb()
