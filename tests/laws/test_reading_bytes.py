"""Law: what parses is given back byte for byte, and its bytes decode to its source."""

from hypothesis import given
from hypothesis import strategies as st

from documents import documents
from evinvest.errors import EvinvestError
from evinvest.reading import parse_article


@given(documents(), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "gb18030"]))
def test_a_file_comes_back_as_it_was(document, encoding):
    data = document[2].encode(encoding)
    article = parse_article(data, encoding=encoding)
    assert article.to_bytes() == data
    assert article.raw.decode(article.encoding) == article.source == document[2]


@given(st.binary(max_size=200))
def test_any_bytes_that_parse_come_back(data):
    try:
        article = parse_article(data)
    except EvinvestError:
        return
    assert article.to_bytes() == data
    assert data.decode(article.encoding) == article.source


@given(documents())
def test_text_is_the_same_article_as_its_bytes(document):
    assert parse_article(document[2]) == parse_article(document[2].encode())
