"""Law: what an article was written with is read from it, in every format: metadata, sentences, and its own bytes."""

from hypothesis import given

from evinvest import testing
from evinvest.reading import parse_article


@given(testing.articles())
def test_articles_are_read_as_they_were_written(written):
    article = parse_article(written.data)
    assert article.format == written.format
    assert article.to_bytes() == written.data
    for name, value in written.metadata.items():
        found = article.day if name == "published" else getattr(article, name)
        assert found == value
    assert all(sentence.text in article.text for sentence in written.sentences)
