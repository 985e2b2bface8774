from datetime import date
from decimal import Decimal

import pytest

from evinvest.errors import MissingExtra, UnitError
from evinvest.models import Bound, Capacity, Money, Quantity, check_equivalents
from evinvest.rates import Rates


@pytest.mark.parametrize(("kind", "unit"), [(Money, "EUR"), (Quantity, "GWh"), (Capacity, "GWh/year")])
class TestAllValues:
    def test_whole_numbers_and_digits_become_decimals(self, kind, unit):
        assert kind(5, unit) == kind("5.0", unit) == kind(Decimal(5), unit)

    @pytest.mark.parametrize("wrong", [1.5, True, "five", "NaN", Decimal("Infinity"), None, b"5"])
    def test_what_is_no_exact_number_is_refused(self, kind, unit, wrong):
        with pytest.raises(UnitError):
            kind(wrong, unit)

    @pytest.mark.parametrize("high", [5, 4])
    def test_a_range_runs_upward(self, kind, unit, high):
        with pytest.raises(UnitError, match="runs upward"):
            kind(5, unit, high=high)

    def test_a_bound_is_one_of_the_enumeration(self, kind, unit):
        with pytest.raises(UnitError, match="not a bound"):
            kind(5, unit, bound="about")

    def test_a_range_has_no_single_quantity(self, kind, unit):
        with pytest.raises(UnitError, match="two ends"):
            _ = kind(3, unit, high=5).quantity

    def test_a_quantity_with_a_float_does_not_come_back(self, kind, unit):
        quantity = kind(5, unit).quantity
        with pytest.raises(UnitError, match="not a whole or decimal number"):
            kind.from_quantity(type(quantity)(1.5, quantity.units))

    def test_ranges_survive_arithmetic(self, kind, unit):
        span = kind(3, unit, high=5)
        assert span + kind(1, unit) == kind(4, unit, high=6)
        assert span - kind(1, unit, high=2) == kind(1, unit, high=4)
        assert span * 2 == 2 * span == kind(6, unit, high=10)
        assert span * -1 == -span == kind(-5, unit, high=-3)
        assert span / 2 == kind("1.5", unit, high="2.5")

    @pytest.mark.parametrize(
        ("one", "other", "whole"),
        [
            (Bound.EXACT, Bound.UP_TO, Bound.UP_TO),
            (Bound.ABOUT, Bound.ABOUT, Bound.ABOUT),
            (Bound.NEARLY, Bound.ABOUT, Bound.ABOUT),
            (Bound.MORE_THAN, Bound.AT_LEAST, Bound.MORE_THAN),
        ],
    )
    def test_bounds_survive_sums(self, kind, unit, one, other, whole):
        assert kind(3, unit, bound=one) + kind(4, unit, bound=other) == kind(7, unit, bound=whole)

    def test_bounds_that_contradict_are_refused(self, kind, unit):
        with pytest.raises(UnitError, match="no bound holds"):
            kind(3, unit, bound=Bound.UP_TO) + kind(4, unit, bound=Bound.AT_LEAST)

    def test_a_minus_turns_a_bound(self, kind, unit):
        assert (kind(9, unit) - kind(4, unit, bound=Bound.MORE_THAN)).bound is Bound.UP_TO
        assert (kind(9, unit) - kind(4, unit, bound=Bound.UP_TO)).bound is Bound.AT_LEAST

    def test_a_ratio_needs_single_exact_values(self, kind, unit):
        assert kind(6, unit) / kind(4, unit) == Decimal("1.5")
        with pytest.raises(UnitError, match="ratio"):
            kind(6, unit, bound=Bound.ABOUT) / kind(4, unit)

    def test_a_factor_is_exact(self, kind, unit):
        for wrong in (0.5, "2", True):
            with pytest.raises(UnitError):
                kind(6, unit) * wrong
        with pytest.raises(UnitError, match="zero"):
            kind(6, unit) / 0

    def test_a_sum_begins_with_zero_only(self, kind, unit):
        assert sum([kind(1, unit), kind(2, unit)]) == kind(3, unit)
        with pytest.raises(TypeError):
            _ = 1 + kind(1, unit)

    def test_other_things_do_not_mix(self, kind, unit):
        for operation in ("__add__", "__sub__", "__lt__"):
            assert getattr(kind(1, unit), operation)(object()) is NotImplemented

    def test_an_unknown_style_is_refused(self, kind, unit):
        with pytest.raises(UnitError, match="style"):
            format(kind(1, unit), ".2f")


class TestMoney:
    def test_a_currency_is_one_of_iso_4217(self):
        for wrong in ("usd", "GUSD", "XXX", "", "RMB", None):
            with pytest.raises(UnitError, match="ISO 4217"):
                Money(5, wrong)

    def test_equivalents_are_money(self):
        with pytest.raises(UnitError, match="equivalents"):
            Money(5, "USD", equivalents=["EUR 4"])

    def test_a_sum_has_no_equivalents(self):
        stated = Money(10, "THB", equivalents=[Money(1, "USD")])
        assert (stated + stated).equivalents == ()

    def test_parsed_from_the_words_of_news(self):
        assert Money.parse("RMB 9.97 billion") == Money(9_970_000_000, "CNY")
        assert Money.parse("between $500m and $1bn") == Money(500_000_000, "USD", high=10**9)
        assert Money.parse("up to 40亿元") == Money(4 * 10**9, "CNY", bound=Bound.UP_TO)
        assert Money.parse("$5m", dollar="CAD") == Money(5_000_000, "CAD")
        assert Money.parse("2 billion dirhams", country="MA") == Money(2 * 10**9, "MAD")
        assert Money.parse("12 billion baht ($360 million)").equivalents == (Money(360_000_000, "USD"),)

    @pytest.mark.parametrize(
        "text", ["", "5", "5 GWh", "the maker's$2 billion", "$5 a share", "$5 and €4", "$5 (4 GWh)", "$5 then", "2024"]
    )
    def test_a_text_that_says_anything_else_is_refused(self, text):
        with pytest.raises(UnitError, match="not an amount"):
            Money.parse(text)

    def test_only_text_is_parsed(self):
        with pytest.raises(UnitError, match="not text"):
            Money.parse(5)

    def test_written(self):
        money = Money("9.97E+9", "CNY")
        assert str(money) == f"{money}" == "CNY 9.97 billion"
        assert f"{money:short}" == "CN¥9.97bn"
        assert f"{money:long}" == "9.97 billion Chinese yuan"
        assert f"{Money(3 * 10**9, 'EUR', high=5 * 10**9, bound=Bound.UP_TO):short}" == "≤€3–5bn"
        assert f"{Money(800_000_000, 'THB', high=10**9):short}" == "THB\u00a0800m–1bn"
        assert f"{Money(-5_400, 'USD'):short}" == "-$5,400"
        assert f"{Money('999999999', 'USD'):short}" == "$1bn"

    def test_written_for_a_locale(self):
        pytest.importorskip("babel")
        assert Money(10**10, "EUR").format(locale="de_DE") == "10\u00a0Mrd.\u00a0€"
        assert Money(5, "EUR", high=7).format("long", locale="en_US") == "5.00 euros–7.00 euros"
        with pytest.raises(UnitError, match="no locale"):
            Money(5, "EUR").format(locale="tlh-1234-x")

    def test_a_locale_needs_its_extra(self, monkeypatch):
        monkeypatch.setitem(__import__("sys").modules, "babel.core", None)
        with pytest.raises(MissingExtra, match=r"evinvest\[locale\]"):
            Money(5, "EUR").format(locale="de")

    def test_a_prefix_on_a_currency_is_refused(self):
        from pint import UndefinedUnitError

        from evinvest.units import registry

        for wrong in ("GUSD", "mEUR", "kvehicle", "inch", "EV", "C", "bn"):
            with pytest.raises(UndefinedUnitError):
                registry().Unit(wrong)

    def test_the_registry_is_private(self):
        import pint

        from evinvest.units import registry

        assert pint.get_application_registry().get() is not registry()
        assert Money(5, "USD").quantity._REGISTRY is registry()  # noqa: SLF001

    def test_two_currencies_do_not_add_in_pint(self):
        from pint import DimensionalityError

        with pytest.raises(DimensionalityError):
            Money(5, "USD").quantity + Money(5, "EUR").quantity

    def test_a_quantity_of_two_units_is_no_money(self):
        with pytest.raises(UnitError, match="neither one unit nor one rate"):
            Money.from_quantity(Money(5, "USD").quantity * Money(5, "EUR").quantity)


class TestMeasured:
    def test_units_are_those_of_the_library(self):
        for wrong in ("kvehicle", "inch", "GWh/", "/year", "GWh/vehicle/year", ""):
            with pytest.raises(UnitError):
                Quantity(1, wrong)

    def test_a_capacity_is_a_rate_and_a_quantity_is_none(self):
        with pytest.raises(UnitError, match="a quantity has no unit"):
            Quantity(1, "GWh/year")
        with pytest.raises(UnitError, match="a capacity has no unit"):
            Capacity(1, "GWh")

    def test_what_does_not_measure_the_same_does_not_mix(self):
        gigawatt_hours = Quantity(1, "GWh")
        for wrong in (Quantity(1, "vehicle"), Quantity(1, "GW")):
            assert gigawatt_hours != wrong
            with pytest.raises(UnitError):
                gigawatt_hours + wrong
            with pytest.raises(UnitError):
                assert gigawatt_hours < wrong

    def test_a_quantity_and_a_capacity_do_not_mix(self):
        assert Quantity(1, "GWh") != Capacity(1, "GWh/year")
        for operation in ("__add__", "__sub__", "__lt__", "__truediv__"):
            assert getattr(Quantity(1, "GWh"), operation)(Capacity(1, "GWh/year")) is NotImplemented

    def test_months_make_years_and_days_do_not(self):
        assert Capacity(100, "vehicle/month") == Capacity(1200, "vehicle/year")
        assert Capacity(1200, "vehicle/year").to("vehicle/month") == Capacity(100, "vehicle/month")
        with pytest.raises(UnitError):
            Capacity(100, "vehicle/day").to("vehicle/year")

    def test_a_sum_is_in_the_unit_of_the_first(self):
        assert str(Quantity(1, "GWh") + Quantity(500, "MWh")) == "1.5 GWh"

    def test_parsed_from_the_words_of_news(self):
        assert Capacity.parse("100 GWh a year") == Capacity(100, "GWh/year")
        assert Capacity.parse("100 GWh") == Capacity(100, "GWh/year")
        assert Capacity.parse("up to 20,000 vehicles a month") == Capacity(20_000, "vehicle/month", bound=Bound.UP_TO)
        assert Capacity.parse("年产15万辆") == Capacity(150_000, "vehicle/year")
        assert Quantity.parse("3.083 million vehicles") == Quantity(3_083_000, "vehicle")

    @pytest.mark.parametrize("text", ["100 GWh a year", "5 percent", "$5", "5", "5 GWh (6 GWh)", "5 hectares"])
    def test_a_text_that_is_no_quantity_is_refused(self, text):
        with pytest.raises(UnitError):
            Quantity.parse(text)

    def test_written(self):
        assert str(Quantity("3.083E+6", "vehicle")) == "3.083 million vehicles"
        assert f"{Quantity('3.083E+6', 'vehicle'):short}" == "3.08m vehicles"
        assert f"{Capacity(100_000, 'vehicle/year'):short}" == "100k vehicles/year"
        assert f"{Capacity(40, 'GWh/year', high=60, bound=Bound.ABOUT):long}" == "about 40 to 60 GWh/year"
        assert f"{Quantity(1, 'vehicle')}" == "1 vehicle"

    def test_a_rate_stays_a_rate_in_pint(self):
        from pint import DimensionalityError

        quantity = Capacity(8, "GWh/year").quantity
        assert str(quantity) == "8 GWh / year"
        with pytest.raises(DimensionalityError):
            quantity.to("W")


class TestDecoding:
    def test_msgspec_decodes_straight_into_values(self):
        json = pytest.importorskip("msgspec").json
        written = b'{"amount":"1.50","currency":"THB","bound":"about","equivalents":[{"amount":1,"currency":"USD"}]}'
        money = Money("1.50", "THB", bound=Bound.ABOUT, equivalents=[Money(1, "USD")])
        assert json.decode(written, type=Money) == money
        assert json.decode(json.encode(money), type=Money) == money
        assert json.decode(b'{"value":"1","unit":"GWh/year"}', type=Capacity) == Capacity(1, "GWh/year")

    @pytest.mark.parametrize(
        "written",
        [
            b'{"amount":"NaN","currency":"USD"}',
            b'{"amount":1,"currency":"usd"}',
            b'{"amount":1,"currency":"USD","high":1}',
        ],
    )
    def test_what_msgspec_decodes_is_checked(self, written):
        msgspec = pytest.importorskip("msgspec")
        with pytest.raises(msgspec.ValidationError):
            msgspec.json.decode(written, type=Money)


class TestEquivalents:
    day = date(2025, 5, 16)
    rates = Rates.from_mapping({"USD": {day: "1.12"}, "THB": {day: "37.4"}}, origin="an example")

    def check(self, money, **options):
        return check_equivalents(money, on=options.pop("on", self.day), rates=self.rates, **options)

    def test_what_fits_is_no_issue(self):
        assert self.check(Money.parse("10 billion baht ($300 million)")) is None

    def test_what_does_not_fit_names_both_the_rate_and_the_day(self):
        issue = self.check(Money.parse("10 billion baht ($500 million)"))
        assert issue.code == "equivalent-mismatch"
        for part in ("THB 10 billion", "USD 500 million", "$299m", "0.0299465", "2025-05-16", "an example"):
            assert part in issue.message

    def test_both_ends_of_a_range_are_checked(self):
        assert self.check(Money.parse("10 to 20 billion baht ($300 to $600 million)")) is None
        assert self.check(Money.parse("10 to 20 billion baht ($300 to $900 million)")) is not None

    def test_the_tolerance_is_the_callers(self):
        assert self.check(Money.parse("10 billion baht ($300 million)"), tolerance=Decimal("0.0001")) is not None

    def test_nothing_to_tell_by_is_no_issue(self):
        assert self.check(Money.parse("10 billion baht ($500 million)"), on=date(1990, 1, 1)) is None
        assert self.check(Money.parse("10 billion dong ($500 million)")) is None

    def test_nothing_is_worth_nothing(self):
        assert self.check(Money(0, "THB", equivalents=[Money(0, "USD")])) is None
