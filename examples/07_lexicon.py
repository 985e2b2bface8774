"""Teach the library names and words of your own: a company, a place, a body that counts, a word for a plant."""

from pathlib import Path

import evinvest
from evinvest.lexicon import Lexicon

NAMES = Path("names.toml")
MINE = """
[[company]]
name = "Lodestar"
aliases = ["Lodestar Mobility", "北辰出行"]
country = "NO"
kind = "oem"
tickers = ["XOSL:LODE"]

[[place]]
name = "Vesthavn"
country = "NO"
latitude = 60.4
longitude = 5.3

[[body]]
name = "Nordic Registry of Vehicles"
short = "NRV"
country = "NO"

[cues.plant]
noun = ["voltwork(s)"]
"""
TEXT = "Lodestar will invest 3 billion kroner in a voltworks in Vesthavn."


def show(facts: evinvest.Facts) -> None:
    """Print investments and plants with what is known of the names in them."""
    for deal in facts.investments:
        who = [(company.name, company.country, company.ticker) for company in deal.investors]
        where = [(place.name, place.country, place.latitude) for place in deal.places]
        print("investment:", deal.amount, who, where)
    for plant in facts.plants:
        print("plant:", *plant.operators, "in", plant.place)


def main() -> None:
    """Read one sentence without and with them."""
    article = evinvest.parse_article(TEXT, format="plain")
    print("without:")
    show(evinvest.extract_facts(article))

    NAMES.write_text(MINE, encoding="utf-8")
    lexicon = Lexicon.default() | Lexicon.from_toml(NAMES)  # where both know a name, the right one counts
    print("with:")
    show(evinvest.extract_facts(article, lexicon=lexicon))
    print(lexicon.lookup("北辰出行"))


if __name__ == "__main__":
    main()
