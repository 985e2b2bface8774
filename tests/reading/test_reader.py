import bz2
import gzip
import io
import pickle
import zipfile

import attrs
import pytest

from evinvest.errors import SourceError
from evinvest.reading import iter_articles, parse_article, read_article


def test_the_ending_of_a_file_says_nothing(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("---\ntitle: A\n---\nText.")
    article = read_article(path)
    assert (article.format, article.title, article.name) == ("yaml", "A", str(path))


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(SourceError, match="no such file") as caught:
        read_article(tmp_path / "none.md")
    assert caught.value.source == str(tmp_path / "none.md")
    with pytest.raises(SourceError, match="cannot be read"):
        read_article("a\0b")


def test_a_folder_is_no_article(tmp_path):
    with pytest.raises(SourceError, match="a folder, not an article") as caught:
        read_article(tmp_path)
    assert caught.value.source == str(tmp_path)


@pytest.mark.parametrize("data", [b"", b" \r\n\t\n", b"\xef\xbb\xbf", b"\xff\xfe\n\x00", "\u3000\n"])
def test_an_empty_file_is_no_article(tmp_path, data):
    with pytest.raises(SourceError, match="empty: there is no text to read") as caught:
        parse_article(data, name="a.txt")
    assert caught.value.source == "a.txt"
    path = tmp_path / "a.txt"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    with pytest.raises(SourceError, match="empty"):
        read_article(path)
    (issue,) = iter_articles(path)
    assert (issue.code, issue.source) == ("unreadable-article", str(path))


def packed(kind):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a.txt", "Text.")
    return {"zip": stream.getvalue(), "gzip": gzip.compress(b"Text."), "bzip2": bz2.compress(b"Text.")}[kind]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (packed("zip"), "a zip archive"),
        (packed("gzip"), "a gzip archive"),
        (packed("bzip2"), "a bzip2 archive"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "a PNG image"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a JPEG image"),
        (b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\n", "a PDF document"),
        (b"\x7fELF\x02\x01\x01\x00\x00", "zero bytes"),
        (bytes(range(256)) * 4, "zero bytes"),
        (bytes(range(1, 256)) * 4, "control characters"),
        ("\x01\x02\x03 and some words", "control characters"),
    ],
)
def test_binary_data_are_no_article(data, reason):
    with pytest.raises(SourceError, match=f"binary data, not an article: .*{reason}") as caught:
        parse_article(data, name="a.bin")
    assert caught.value.source == "a.bin"


def test_a_zero_in_a_text_is_told_with_its_line():
    with pytest.raises(SourceError, match="zero bytes") as caught:
        parse_article("One.\nTwo\0.\n", name="a.txt")
    assert str(caught.value).startswith("a.txt:2: ")


def test_a_stray_control_character_is_no_sign_of_binary_data():
    assert "plant" in parse_article("The company said \x02 that a plant would be built.\n\f\nPage two.").text


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
    assert parse_article("<p></p>").body == ""
