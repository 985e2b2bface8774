"""Law: no input at all raises anything but an ``EvinvestError``."""

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from documents import documents, marked_up
from evinvest.errors import EvinvestError
from evinvest.reading import FORMATS, iter_articles, parse_article

formats = st.none() | st.sampled_from(FORMATS)
anything = st.binary(max_size=300) | st.text(max_size=300) | marked_up | documents().map(lambda document: document[2])


HEADS = (
    b"",
    b'[{"text":"b"},',
    b'[{"text":"b"}]',
    b"PK\x03\x04",
    b"\x1f\x8b\x08\x00",
    b"WARC/1.0\r\n",
    b'{"title":"a","text":"b"}\n',
    b"title,text\n",
)
TAR = b"\x00" * 257 + b"ustar"


def outcome(read):
    try:
        return read()
    except EvinvestError as error:
        return error


@given(anything, formats)
def test_any_input(data, format):  # noqa: A002 - the public word
    article = outcome(lambda: parse_article(data, format=format))
    if not isinstance(article, EvinvestError):
        assert article.to_schema_org()["@type"] == "NewsArticle"
        assert article.to_ninjs()["uri"]
        assert article.to_post().metadata == article.metadata


pieces = st.sampled_from(
    ["<h1>", "</h1>", "<p>", "<div>", "</div>", "<article>", "<nav>", "<title>", "</title>", "<a href=x>"]
)
broken_pages = st.lists(pieces | st.sampled_from(["Some words of it, and so on. ", "Short"]), max_size=25).map("".join)


@given(broken_pages)
def test_any_page(body):
    article = parse_article(f"<html><body>{body}", format="html")
    assert article.content.raw == article.source


@given(documents(), st.integers(0, 400), st.binary(max_size=4))
def test_any_damaged_file(document, place, damage):
    data = document[2].encode()
    assert outcome(lambda: parse_article(data[:place] + damage + data[place + len(damage) :]).sections) is not None


@given(
    st.sampled_from(["a.zip", "a.json", "a.jsonl", "a.csv", "a.gz", "a.tar", "a.warc"]),
    st.binary(max_size=300),
    st.sampled_from([*HEADS, TAR]),
)
def test_any_source(tmp_path_factory, name, data, head):
    path = tmp_path_factory.mktemp("any") / name
    path.write_bytes(head + data)
    for item in iter_articles(path):
        assert getattr(item, "message", None) or item.sections is not None


@given(st.integers(0, 300), st.binary(min_size=1, max_size=4))
def test_any_damaged_archive(tmp_path_factory, place, damage):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.md", "---\ntitle: A\n---\nText of it.\n")
        archive.writestr("b.md", "Other text.\n")
    data = packed.getvalue()
    path = tmp_path_factory.mktemp("damaged") / "a.zip"
    path.write_bytes(data[:place] + damage + data[place + len(damage) :])
    assert all(getattr(item, "message", None) or item.sections is not None for item in iter_articles(path))
