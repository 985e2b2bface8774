from decimal import Decimal

import pytest

from evinvest.units import Bound
from evinvest.units.amounts import AmountKind, scan


def one(text, **options):
    amounts = scan(text, **options)
    assert len(amounts) == 1, [amount.span.of(text) for amount in amounts]
    return amounts[0]


def read(text):
    """Everything found, in a form that is short to compare."""
    return [(amount.span.of(text), amount.value, amount.unit) for amount in scan(text)]


MONEY = [
    ("put$3 billion into", "$3 billion", 3 * 10**9, "USD"),
    ("RMB 9.1 billion", "RMB 9.1 billion", 9_100_000_000, "CNY"),
    ("CNY4.5bn", "CNY4.5bn", 4_500_000_000, "CNY"),
    ("12 billion yuan", "12 billion yuan", 12 * 10**9, "CNY"),
    ("€6.2bn", "€6.2bn", 6_200_000_000, "EUR"),
    ("HUF 2 trillion forints", "HUF 2 trillion forints", 2 * 10**12, "HUF"),
    ("300 billion Hungarian forints", "300 billion Hungarian forints", 3 * 10**11, "HUF"),
    ("1.2 billion U.S. dollars", "1.2 billion U.S. dollars", 1_200_000_000, "USD"),
    ("a 6.5-billion-euro works", "6.5-billion-euro", 6_500_000_000, "EUR"),
    ("a $9-billion scheme", "$9-billion", 9 * 10**9, "USD"),
    ("US$400m", "US$400m", 400_000_000, "USD"),
    ("US $400 m", "US $400 m", 400_000_000, "USD"),
    ("USD400 million", "USD400 million", 400_000_000, "USD"),
    ("USD 400mn", "USD 400mn", 400_000_000, "USD"),
    ("400 million USD", "400 million USD", 400_000_000, "USD"),
    ("$400 million USD", "$400 million USD", 400_000_000, "USD"),
    ("MUSD 400", "MUSD 400", 400_000_000, "USD"),
    ("$400MM", "$400MM", 400_000_000, "USD"),
    ("HK$21.5 billion", "HK$21.5 billion", 21_500_000_000, "HKD"),
    ("T$25 billion", "T$25 billion", 25 * 10**9, "TWD"),
    ("NT$31.4 billion", "NT$31.4 billion", 31_400_000_000, "TWD"),
    ("C$2.8B", "C$2.8B", 2_800_000_000, "CAD"),
    ("A$70m", "A$70m", 70_000_000, "AUD"),
    ("5 billion Canadian dollars", "5 billion Canadian dollars", 5 * 10**9, "CAD"),
    ("R$4.5 billion", "R$4.5 billion", 4_500_000_000, "BRL"),
    ("3 billion reais", "3 billion reais", 3 * 10**9, "BRL"),
    ("R17.2bn", "R17.2bn", 17_200_000_000, "ZAR"),
    ("RM1.8 billion", "RM1.8 billion", 1_800_000_000, "MYR"),
    ("RM 6 billion", "RM 6 billion", 6 * 10**9, "MYR"),
    ("S$12.1 billion", "S$12.1 billion", 12_100_000_000, "SGD"),
    ("VND 6,400 billion", "VND 6,400 billion", 6_400_000_000_000, "VND"),
    ("1 700 milliards de wons", "1 700 milliards de wons", 1_700_000_000_000, "KRW"),
    ("₹15,000 crore", "₹15,000 crore", 150_000_000_000, "INR"),
    ("Rs. 15000 cr", "Rs. 15000 cr", 150_000_000_000, "INR"),
    ("₹1.5 lakh crore", "₹1.5 lakh crore", 1_500_000_000_000, "INR"),
    ("Rp 15 trillion", "Rp 15 trillion", 15 * 10**12, "IDR"),
    ("2 billion Czech crowns", "2 billion Czech crowns", 2 * 10**9, "CZK"),
    ("£1bn", "£1bn", 10**9, "GBP"),
    ("3,2 Mrd. Euro", "3,2 Mrd. Euro", 3_200_000_000, "EUR"),
    ("3,2 Milliarden Euro", "3,2 Milliarden Euro", 3_200_000_000, "EUR"),
    ("2.000 Millionen Euro", "2.000 Millionen Euro", 2 * 10**9, "EUR"),
    ("6,34 mld euro", "6,34 mld euro", 6_340_000_000, "EUR"),
    ("half a billion dollars", "half a billion dollars", 500_000_000, "USD"),
    ("two fifths of a billion euros", "two fifths of a billion euros", 400_000_000, "EUR"),
    ("三元人民币", "三元人民币", 3, "CNY"),
    ("每股派五元", "五元", 5, "CNY"),
    ("half a million dollars", "half a million dollars", 500_000, "USD"),
    ("a quarter of a million euros", "a quarter of a million euros", 250_000, "EUR"),
    ("two billion euros", "two billion euros", 2 * 10**9, "EUR"),
    ("a billion dollars", "a billion dollars", 10**9, "USD"),
    ("63.4亿欧元", "63.4亿欧元", 6_340_000_000, "EUR"),
    ("人民币409亿元", "人民币409亿元", 40_900_000_000, "CNY"),
    ("76.5亿元", "76.5亿元", 7_650_000_000, "CNY"),
    ("3万亿韩元", "3万亿韩元", 3 * 10**12, "KRW"),
    ("十亿美元", "十亿美元", 10**9, "USD"),
    ("一百二十亿泰铢", "一百二十亿泰铢", 12 * 10**9, "THB"),
]


@pytest.mark.parametrize(("text", "surface", "value", "currency"), MONEY, ids=[case[0] for case in MONEY])
def test_money_in_the_forms_of_news(text, surface, value, currency):
    amount = one(text)
    assert (amount.span.of(text), amount.value, amount.unit) == (surface, value, currency)
    assert amount.kind is AmountKind.MONEY


def test_a_bare_dollar_is_the_callers():
    assert one("$5 million", dollar="CAD").unit == "CAD"
    assert one("5 million dollars", dollar="TWD").unit == "TWD"
    assert one("US$5 million", dollar="CAD").unit == "USD"
    assert one("$5 million").candidates[:2] == ("USD", "CAD")


def test_an_ambiguous_word_names_its_candidates():
    assert one("9 billion dirhams").candidates == ("AED", "MAD")
    assert one("9 billion Moroccan dirhams").candidates == ()
    assert one("¥9 billion").candidates == ("CNY", "JPY")


def test_an_ambiguous_word_means_that_of_the_country():
    assert one("9 billion dirhams", country="MA").candidates == ("MAD", "AED")
    assert one("9 billion crowns", country="SE").unit == "SEK"
    assert one("9 billion crowns", country="FR").unit == "CZK"
    assert one("$9 billion", country="CA").unit == "USD"


def test_two_currencies_on_one_number_name_both():
    amount = one("a $3.1 billion-euro plant")
    assert (amount.unit, amount.candidates) == ("EUR", ("EUR", "USD"))


def test_an_equivalent_in_brackets_is_an_amount_of_its_own():
    text = "about 12 billion baht($360 million)"
    assert read(text) == [("12 billion baht", 12 * 10**9, "THB"), ("$360 million", 360_000_000, "USD")]


MEASURED = [
    ("90,000 vehicles", 90_000, "vehicle", None),
    ("90,000 battery-electric compact cars a year", 90_000, "vehicle", "year"),
    ("1.2m EVs", 1_200_000, "vehicle", None),
    ("a 150,000-vehicle-a-year plant", 150_000, "vehicle", "year"),
    ("15万辆", 150_000, "vehicle", None),
    ("年产15万辆", 150_000, "vehicle", "year"),
    ("30.000 vehicles", 30_000, "vehicle", None),
    ("2.5 lakh cars", 250_000, "vehicle", None),
    ("3 083 000 cars", 3_083_000, "vehicle", None),
    ("700 million cells annually", 700_000_000, "cell", "year"),
    ("6.1亿只", 610_000_000, "cell", None),
    ("400,000 EV batteries", 400_000, "unit", None),
    ("50,000 packs per month", 50_000, "pack", "month"),
    ("80 GWh", 80, "GWh", None),
    ("80GWh/year", 80, "GWh", "year"),
    ("80 gigawatt hours", 80, "GWh", None),
    ("a 80-gigawatt hour plant", 80, "GWh", None),
    ("80 GW hours p.a.", 80, "GWh", "year"),
    ("300 MWh", 300, "MWh", None),
    ("30吉瓦时", 30, "GWh", None),
    ("5亿千瓦时", 500_000_000, "kWh", None),
    ("20 GW", 20, "GW", None),
    ("90,000 tonnes of cathode a year", 90_000, "t", "year"),
    ("90,000 tpa", 90_000, "t", "year"),
    ("12万吨", 120_000, "t", None),
    ("8.3 percent", Decimal("8.3"), "%", None),
    ("8.3个百分点", Decimal("8.3"), "point", None),
    ("百分之六十", 60, "%", None),
    ("三成", 30, "%", None),
    ("降幅一8.3%", Decimal("8.3"), "%", None),
    ("0.5 percentage points", Decimal("0.5"), "point", None),
    ("1.4-fold", Decimal("1.4"), "times", None),
    ("fourfold", 4, "times", None),
    ("1.4倍", Decimal("1.4"), "times", None),
    ("three years", 3, "year", None),
    ("200 hectares", 200, "ha", None),
    ("3,000 new jobs", 3000, "job", None),
    ("over 100 companies", 100, "thing", None),
    ("a dozen plants", 12, "plant", None),
    ("two hundred and fifty buses", 250, "vehicle", None),
    ("a total of 1,000 plug-in hybrid and electric vehicles", 1000, "vehicle", None),
    ("half-a-million cars", 500_000, "vehicle", None),
    ("three quarters of a million cars", 750_000, "vehicle", None),
    ("a quarter of a million cars", 250_000, "vehicle", None),
    ("two hundred thousand cars", 200_000, "vehicle", None),
    ("three hundred and fifty thousand cars", 350_000, "vehicle", None),
    ("two thousand five hundred buses", 2500, "vehicle", None),
    ("one million two hundred thousand cars", 1_200_000, "vehicle", None),
    ("one and a half million cars", 1_500_000, "vehicle", None),
    ("two point two five million cars", 2_250_000, "vehicle", None),
]


@pytest.mark.parametrize(("text", "value", "unit", "per"), MEASURED, ids=[case[0] for case in MEASURED])
def test_counts_units_and_rates(text, value, unit, per):
    amount = one(text)
    assert (amount.value, amount.unit, amount.per) == (value, unit, per)


NAMED = [
    ("900 million 21700 cylindrical cells a year", 900_000_000, "cell", "21700 cylindrical cells"),
    ("about 200 million 4680 cells", 200_000_000, "cell", "4680 cells"),
    ("90 million 46-series cells", 90_000_000, "cell", "46-series cells"),
    ("70 million 18650 and 21700 cells", 70_000_000, "cell", "18650 and 21700 cells"),
    ("60 million 314Ah cells", 60_000_000, "cell", "314Ah cells"),
    ("60,000 VF 6 SUVs a year", 60_000, "vehicle", "VF 6 SUVs"),
    ("200,000 ID.4 cars", 200_000, "vehicle", "ID.4 cars"),
    ("30,000 Model 3 cars a week", 30_000, "vehicle", "Model 3 cars"),
    ("30,000 Model Y cars", 30_000, "vehicle", "Model Y cars"),
    ("7,000 F-150 pickups", 7000, "vehicle", "F-150 pickups"),
    ("7,000 e-208 and EX30 cars", 7000, "vehicle", "e-208 and EX30 cars"),
    ("300 2024 cars", 300, "vehicle", "2024 cars"),
]


@pytest.mark.parametrize(("text", "value", "unit", "noun"), NAMED, ids=[case[0] for case in NAMED])
def test_the_number_of_a_model_or_format_belongs_to_the_noun(text, value, unit, noun):
    amount = one(text)
    assert (amount.value, amount.unit, amount.noun.of(text)) == (value, unit, noun)


@pytest.mark.parametrize(
    "text",
    [
        "the 2024 Ioniq 5 cars",
        "Phase 2 VF 6 SUVs",
        "三到五",
        "一到冬天",
        "两三",
        "十四五规划",
        "a third of a million cars",
        "two thirds of a billion",
        "the R1T and the R1S",
    ],
)
def test_names_and_open_ends_give_none(text):
    assert not scan(text)


@pytest.mark.parametrize(
    "text", ["三元正极材料", "三元锂电池", "高镍三元", "三元前驱体", "磷酸铁锂和三元", "四元正极", "十元店"]
)
def test_a_material_of_three_metals_is_no_money(text):
    assert not scan(text)


@pytest.mark.parametrize("text", ["5元", "三亿元", "3万辆", "20亿元以上", "三元人民币"])
def test_an_amount_ends_with_its_text(text):
    amount = one(text)
    assert max(amount.span.end, amount.hedge.end if amount.hedge else 0) == len(text)


HEDGES = [
    ("about $2bn", Bound.ABOUT),
    ("an estimated $2bn", Bound.ABOUT),
    ("nearly $2bn", Bound.NEARLY),
    ("close to 70 percent", Bound.NEARLY),
    ("more than a million cars", Bound.MORE_THAN),
    ("north of $2bn", Bound.MORE_THAN),
    ("$2 billion-plus", Bound.MORE_THAN),
    ("20,000+ cars", Bound.MORE_THAN),
    ("at least $2bn", Bound.AT_LEAST),
    ("$2bn or more", Bound.AT_LEAST),
    ("(up to) $2bn", Bound.UP_TO),
    ("will not exceed $2bn", Bound.UP_TO),
    ("超过了20亿元", Bound.MORE_THAN),
    ("not less than $2bn", Bound.AT_LEAST),
    ("up to about $2bn", Bound.UP_TO),
    ("as much as $2bn", Bound.UP_TO),
    ("no more than $2bn", Bound.UP_TO),
    ("less than $2bn", Bound.UP_TO),
    ("约20亿元", Bound.ABOUT),
    ("20亿元左右", Bound.ABOUT),
    ("近20亿元", Bound.NEARLY),
    ("超过20亿元", Bound.MORE_THAN),
    ("二十余万元", Bound.MORE_THAN),
    ("500 余万元", Bound.MORE_THAN),
    ("500 余家", Bound.MORE_THAN),
    ("一千多万元", Bound.MORE_THAN),
    ("20亿元以上", Bound.AT_LEAST),
    ("不超过20亿元", Bound.UP_TO),
    ("of $2bn", Bound.EXACT),
]


@pytest.mark.parametrize(("text", "bound"), HEDGES, ids=[case[0] for case in HEDGES])
def test_hedges(text, bound):
    amount = one(text)
    assert amount.bound is bound
    assert (amount.hedge is None) == (bound is Bound.EXACT)


RANGES = [
    ("rise 11 to 13 percent", "11 to 13 percent", 11, 13, "%"),
    ("between $400m and $2bn", "$400m and $2bn", 400_000_000, 2 * 10**9, "USD"),
    ("4-6 billion euros", "4-6 billion euros", 4 * 10**9, 6 * 10**9, "EUR"),
    ("$4.10-6.20 billion", "$4.10-6.20 billion", 4_100_000_000, 6_200_000_000, "USD"),
    ("20,000 to 40,000 vehicles", "20,000 to 40,000 vehicles", 20_000, 40_000, "vehicle"),
    ("5%-8%", "5%-8%", 5, 8, "%"),
    ("500,000 to 1 million cars", "500,000 to 1 million cars", 500_000, 10**6, "vehicle"),
    ("20至30亿元", "20至30亿元", 2 * 10**9, 3 * 10**9, "CNY"),
    ("40-60亿元", "40-60亿元", 4 * 10**9, 6 * 10**9, "CNY"),
    ("拟投四十至六十亿元", "四十至六十亿元", 4 * 10**9, 6 * 10**9, "CNY"),
    ("二到四亿欧元", "二到四亿欧元", 200_000_000, 400_000_000, "EUR"),
    ("一到两亿元", "一到两亿元", 100_000_000, 200_000_000, "CNY"),
    ("四十亿至六十亿元", "四十亿至六十亿元", 4 * 10**9, 6 * 10**9, "CNY"),
    ("三百万到五百万元", "三百万到五百万元", 3_000_000, 5_000_000, "CNY"),
    ("八千至一万辆", "八千至一万辆", 8000, 10_000, "vehicle"),
    ("两三亿元", "两三亿元", 200_000_000, 300_000_000, "CNY"),
    ("七八百辆", "七八百辆", 700, 800, "vehicle"),
    ("十二三亿元", "十二三亿元", 1_200_000_000, 1_300_000_000, "CNY"),
    ("2.1bn-2.4bn euros", "2.1bn-2.4bn euros", 2_100_000_000, 2_400_000_000, "EUR"),
    (
        "two hundred to three hundred thousand cars",
        "two hundred to three hundred thousand cars",
        200_000,
        300_000,
        "vehicle",
    ),
]


@pytest.mark.parametrize(("text", "surface", "low", "high", "unit"), RANGES, ids=[case[0] for case in RANGES])
def test_ranges(text, surface, low, high, unit):
    amount = one(text)
    assert (amount.span.of(text), amount.value, amount.high, amount.unit) == (surface, low, high, unit)


def test_from_one_amount_to_another_is_no_range():
    assert read("from 60 GWh to 140 GWh") == [("60 GWh", 60, "GWh"), ("140 GWh", 140, "GWh")]
    assert read("from 60 to 140 GWh") == [("60", 60, "GWh"), ("140 GWh", 140, "GWh")]
    for text in ("by 70 GWh to over 110 GWh", "by 70 GWh to 110 GWh", "rose nearly 70 GWh to 110 GWh"):
        assert [amount.value for amount in scan(text)] == [70, 110]


def test_a_lost_or_elided_unit_stays_open():
    for text in ("put 28.2 billion into plants", "expanded to 200,000 later"):
        amount = one(text)
        assert (amount.kind, amount.unit) == (AmountKind.NUMBER, None)


def test_a_milestone_is_an_ordinal():
    for text, value in (("its 27.5 millionth car", 27_500_000), ("the 3rd plant", 3), ("第800万辆", 8_000_000)):
        amount = scan(text)[0]
        assert (amount.kind, amount.value) == (AmountKind.ORDINAL, value)


def test_an_exchange_rate_is_no_money():
    kinds = [amount.kind for amount in scan("($1 = 31.2 Taiwan dollars)")]
    assert kinds == [AmountKind.RATE, AmountKind.RATE]


@pytest.mark.parametrize(
    "text",
    [
        "in 2024, and by 2030",
        "on May 16, 2025",
        "on 16 May",
        "Aug. 18,2025",
        "2022-2025 and 2012–13",
        "2025-06-16 at 10:30",
        "6月16日",
        "2025年1-6月",
        "9 月 29 日",
        "300750.SZ",
        "(SHE:300750)",
        "code KB1234 and EX30",
        "the F-150 and the A123 pack",
        "Model 3",
        "Q3 and H1",
        "ID.4",
        "a 3C rate",
        "version 1.2.3",
        "in 2022 dollars",
        "https://example.org/2024/05/story-17",
        "the 2025 vehicle sales",
        "their 2025 electric vehicles",
        "several hundred people and a multi-billion-dollar plan",
        "two-thirds of it",
        "zero-emission",
        "400,00 cars",
        "零部件",
    ],
)
def test_what_only_looks_like_an_amount_gives_none(text):
    assert scan(text) == []


# What other extractors read into the same words.
def test_in_is_no_inch():
    assert read("of$16 billion in plants") == [("$16 billion", 16 * 10**9, "USD")]


def test_ev_is_no_electronvolt():
    assert scan("an EV for the city") == []


def test_bn_is_no_barn_newton():
    assert read("US$1.5bn") == [("US$1.5bn", 1_500_000_000, "USD")]


def test_brackets_are_no_minus():
    assert read("(€300 million)") == [("€300 million", 300_000_000, "EUR")]


def test_a_genitive_is_no_singapore():
    assert read("the maker's$2 billion") == [("$2 billion", 2 * 10**9, "USD")]


def test_a_code_drops_no_digits():
    assert scan("lot AB12345 units") == []
    assert scan("12345AB units") == []
