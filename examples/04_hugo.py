"""Write the facts of an article into its front matter, for the templates of a Hugo site."""

from pathlib import Path

import evinvest

SOURCE = Path(__file__).parent / "articles" / "gotion-kenitra.md"
OUTPUT = Path("content/news/gotion-kenitra.md")


def main() -> None:
    """Extract, state, write, and read what was stated."""
    article = evinvest.read_article(SOURCE)
    stated = article.with_facts(evinvest.extract_facts(article))
    OUTPUT.parent.mkdir(parents=True, exist_ok=True)
    OUTPUT.write_bytes(stated.to_bytes())

    # The body is as it was. A template finds the facts as .Params.investments, and people can mend them by hand.
    print(OUTPUT.read_text(encoding="utf-8"))

    again = evinvest.read_article(OUTPUT).stated_facts()
    for deal in again.investments:
        span = deal.evidence.fields["amount"]
        print(deal.amount, "from the words", span.of(stated.source), "of the new file")


if __name__ == "__main__":
    main()
