"""Convert amounts at the rates of a day, and check the equivalents that a text states."""

from datetime import date

import evinvest

SIGNED = date(2025, 5, 16)
TEXT = """Great Wall Motor will invest 10 billion baht ($300 million) in a car plant in Rayong, Thailand.
CATL will invest 1 billion dirhams ($272 million) in a battery plant in Abu Dhabi, United Arab Emirates.
CALB will invest 2 billion euros ($1.4 billion) in a battery plant in Sines, Portugal.
"""  # the last sum in brackets is wrong on purpose


def main() -> None:
    """Convert by the European Central Bank, add a currency that it does not quote, and check."""
    rates = evinvest.Rates.ecb()
    baht = evinvest.Money.parse("about 10 billion baht")
    for currency in ("USD", "EUR", "CNY"):
        print(baht, "=", baht.to(currency, on=SIGNED, rates=rates))

    sunday = date(2025, 5, 18)
    try:
        baht.to("USD", on=sunday, rates=rates)
    except evinvest.RateNotFound as error:
        print(f"{sunday}: {error}")
    friday = baht.to("USD", on=sunday, rates=rates, fallback="previous")
    print(f"{sunday}: {friday.money:short} at the rate of {friday.day}")

    # The bank quotes no dirhams. Tables join: a peg holds on every day, a mapping of days has a rate for each.
    rates |= evinvest.Rates.from_mapping({"AED": "3.6725"}, base="USD", origin="the peg to the dollar")
    article = evinvest.parse_article(TEXT, format="plain")
    facts = evinvest.extract_facts(article, published=SIGNED, rates=rates)
    for deal in facts.investments:
        print(*deal.investors, "invests", deal.amount)
    for issue in facts.issues:
        print(issue)


if __name__ == "__main__":
    main()
