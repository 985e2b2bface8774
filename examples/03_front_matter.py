"""Read the front matter of an article, change some of it, and write it back with every other byte as it was."""

from difflib import unified_diff
from pathlib import Path

import evinvest

SOURCE = Path(__file__).parent / "articles" / "vinfast-thoothukudi.md"
OUTPUT = Path("vinfast-thoothukudi.md")


def main() -> None:
    """Read, edit, write, compare."""
    article = evinvest.read_article(SOURCE)
    print(article.format, "|", article.title, "|", article.day, "|", article.metadata["tickers"])
    print("the bytes that were read:", article.to_bytes() == SOURCE.read_bytes())

    # Fields of the article are changed under the key that holds them; other keys go by their own name.
    edited = article.with_metadata(
        title="VinFast opens its first factory in India",
        extra={"tickers": None, "tags": ["vehicles", "India"]},
    )
    OUTPUT.write_bytes(edited.to_bytes())

    before, after = article.source.splitlines(), edited.source.splitlines()
    print(*unified_diff(before, after, "before", "after", n=1, lineterm=""), sep="\n")

    try:
        evinvest.parse_article('+++\ntitle = "never closed"\n', name="broken.md")
    except evinvest.EvinvestError as error:
        print(error)


if __name__ == "__main__":
    main()
