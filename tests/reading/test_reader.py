import pickle

import attrs
import pytest

from evinvest.errors import SourceError
from evinvest.reading import Article, parse_article, read_article


def test_the_ending_of_a_file_says_nothing(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("---\ntitle: A\n---\nText.")
    article = read_article(path)
    assert (article.format, article.title, article.name) == ("yaml", "A", str(path))


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(SourceError, match="cannot be read") as caught:
        read_article(tmp_path / "none.md")
    assert caught.value.source == str(tmp_path / "none.md")


def test_a_folder_is_no_article(tmp_path):
    with pytest.raises(SourceError, match="cannot be read"):
        read_article(tmp_path)


def test_the_limit_on_size(tmp_path):
    (tmp_path / "a.txt").write_text("x" * 101)
    with pytest.raises(SourceError, match="larger than 100 bytes"):
        read_article(tmp_path / "a.txt", max_bytes=100)
    with pytest.raises(SourceError, match="larger than 100 bytes"):
        parse_article("工" * 34, max_bytes=100)
    assert parse_article("x" * 100, max_bytes=100).text == "x" * 100


def test_a_format_that_does_not_exist():
    with pytest.raises(SourceError, match="no such format: 'docx'"):
        parse_article("x", format="docx")


@pytest.mark.parametrize("format", ["toml", "yaml", "json"])
def test_a_format_that_the_file_has_not(format):  # noqa: A002 - the public word
    with pytest.raises(SourceError, match=f"no {format} front matter"):
        parse_article("Only text.", format=format)


def test_plain_wins_over_what_is_found():
    article = parse_article("+++\na = 1\n+++\nText.", format="plain")
    assert article.format == "plain"
    assert "a = 1" in article.text


def test_a_whole_file_of_json():
    article = parse_article('{"headline": "A plant", "body": "It costs\\n\\nof$5."}')
    assert (article.title, article.text) == ("A plant", "A plant\nIt costs\nof $5.")


def test_spans_point_into_the_source():
    article = parse_article('---\ntitle: "Q&A: \\"why\\""\n---\n<p>It costs of$5 at R&amp;D</p>\n')
    for words, written in [('Q&A: "why"', 'Q&A: \\"why\\"'), ("of $5", "of$5"), ("R&D", "R&amp;D")]:
        start = article.text.index(words)
        span = article.content.to_raw(type(article.sections[0].span)(start, start + len(words)))
        assert article.source[span.start : span.end] == written


def test_articles_are_values():
    article = parse_article("---\ntitle: A\ntags: [a]\n---\nText.")
    assert pickle.loads(pickle.dumps(article)) == article  # noqa: S301 - our own
    assert hash(article) == hash(parse_article(article.to_bytes()))
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        article.title = "B"
    with pytest.raises(TypeError, match="frozen"):
        article.metadata["title"] = "B"


def test_the_body_is_what_stands_behind_the_metadata():
    assert parse_article("---\ntitle: A\nsummary: B\n---\n# C\nText.").body == "C\nText."
    assert parse_article("---\ntitle: A\n---\n").body == ""
    assert isinstance(parse_article(""), Article)
