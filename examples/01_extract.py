"""Read the sample articles, show their facts as tables, and write them to facts.jsonl in the current folder."""

from pathlib import Path

import evinvest
from evinvest.cli.tables import tables
from evinvest.serial import jsonl

ARTICLES = Path(__file__).parent / "articles"
OUTPUT = Path("facts.jsonl")


def main() -> None:
    """Extract, show, write."""
    facts = {}
    for path in sorted(ARTICLES.iterdir()):
        article = evinvest.read_article(path)
        facts[path.name] = evinvest.extract_facts(article)

    print(tables(list(facts.items()), width=140))
    lines = "".join(jsonl.dumps(each, article=name) for name, each in facts.items())
    OUTPUT.write_text(lines, encoding="utf-8")
    print(f"{sum(map(len, facts.values()))} facts of {len(facts)} articles are in {OUTPUT}")


if __name__ == "__main__":
    main()
