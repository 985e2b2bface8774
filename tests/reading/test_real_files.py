"""Articles as they are published, where the evaluation material stands beside the repository."""

from pathlib import Path

import pytest

from evinvest.reading import parse_article
from evinvest.text import Span

FOLDER = Path(__file__).resolve().parents[2] / "../shared/evaluation/articles"
FILES = sorted(path for path in FOLDER.glob("*") if path.suffix != ".json")

pytestmark = pytest.mark.skipif(not FILES, reason="the evaluation material is not beside the repository")


@pytest.mark.parametrize("path", FILES or [FOLDER], ids=lambda path: path.stem)
def test_a_published_article(path):
    data = path.read_bytes()
    article = parse_article(data)
    assert article.to_bytes() == data
    assert article.raw.decode(article.encoding) == article.source
    assert len(article.sections) > 1
    assert article.body
    assert "<p" not in article.text
    assert "](" not in article.text
    ends = [article.content.to_raw(Span(place, place + 1)).end for place in range(0, len(article.text), 7)]
    assert ends == sorted(ends)


def test_titles_and_dates_are_found():
    articles = [parse_article(path.read_bytes()) for path in FILES]
    assert sum(article.title is not None for article in articles) >= len(articles) - 1
    assert sum(article.published is not None for article in articles) >= len(articles) - 6
