"""SQL over a folder of articles with DuckDB."""

from decimal import Decimal
from pathlib import Path

import duckdb

import evinvest
from evinvest.serial import sql

ARTICLES = Path(__file__).parent / "articles"
DATABASE = "facts.duckdb"
QUESTIONS = {
    "Which plants open in 2026 or later?": """
        SELECT article, place, opened, opened_start FROM plants
        WHERE opened_start >= DATE '2026-01-01' ORDER BY opened_start, article
    """,
    "What can be made in a year, now and later, in each country?": """
        SELECT place_country, capacity_unit, sum(capacity), sum(coalesce(planned_capacity, capacity)) FROM plants
        WHERE capacity IS NOT NULL GROUP BY ALL ORDER BY ALL
    """,
    "Who pays in which currency?": """
        SELECT investor, currency, sum(amount)
        FROM (SELECT unnest(from_json(investors, '["VARCHAR"]')) AS investor, * FROM investments WHERE NOT aggregate)
        GROUP BY ALL ORDER BY ALL
    """,
}


def shown(cell: object) -> str:
    """A cell as text; numbers are exact decimals with nine places."""
    return f"{cell:,.0f}" if isinstance(cell, Decimal) else str(cell)


def main() -> None:
    """Write all facts, and ask."""
    facts = {path.name: evinvest.extract_facts(evinvest.read_article(path)) for path in sorted(ARTICLES.iterdir())}
    sql.dump(facts, DATABASE)
    sql.dump(facts, DATABASE)  # the same facts again change nothing: each has a key

    with duckdb.connect(DATABASE, read_only=True) as database:
        for question, query in QUESTIONS.items():
            print(question)
            for row in database.execute(query).fetchall():
                print("   ", *map(shown, row), sep="  ")
    back = sql.load_by_article(DATABASE)
    print(sum(map(len, back.values())), "facts in the database,", sum(map(len, facts.values())), "in the articles")


if __name__ == "__main__":
    main()
