"""Law: no input at all raises anything but an ``EvinvestError``."""

import io
import zipfile

from documents import documents, marked_up
from hypothesis import given
from hypothesis import strategies as st

from evinvest.errors import EvinvestError
from evinvest.reading import FORMATS, iter_articles, parse_article

formats = st.none() | st.sampled_from(FORMATS)
anything = st.binary(max_size=300) | st.text(max_size=300) | marked_up | documents().map(lambda document: document[2])


@given(anything, formats)
def test_any_input(data, format):  # noqa: A002 - the public word
    try:
        article = parse_article(data, format=format)
    except EvinvestError as error:
        assert error.message
    else:
        article.to_schema_org(), article.to_ninjs(), article.to_post()


@given(documents(), st.integers(0, 400), st.binary(max_size=4))
def test_any_damaged_file(document, place, damage):
    data = document[2].encode()
    try:
        parse_article(data[:place] + damage + data[place + len(damage) :])
    except EvinvestError as error:
        assert error.message


@given(st.sampled_from(["a.zip", "a.jsonl", "a.csv", "a.gz", "a.tar", "a.warc"]), st.binary(max_size=300), st.sampled_from(
    [b"", b"PK\x03\x04", b"\x1f\x8b\x08\x00", b"WARC/1.0\r\n", b'{"title":"a","text":"b"}\n', b"title,text\n", b"\x00" * 257 + b"ustar"]))  # fmt: skip
def test_any_source(tmp_path_factory, name, data, head):
    path = tmp_path_factory.mktemp("any") / name
    path.write_bytes(head + data)
    for item in iter_articles(path):
        assert getattr(item, "message", None) or item.source is not None


@given(st.integers(0, 300), st.binary(min_size=1, max_size=4))
def test_any_damaged_archive(tmp_path_factory, place, damage):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.md", "---\ntitle: A\n---\nText of it.\n")
        archive.writestr("b.md", "Other text.\n")
    data = packed.getvalue()
    path = tmp_path_factory.mktemp("damaged") / "a.zip"
    path.write_bytes(data[:place] + damage + data[place + len(damage) :])
    assert all(getattr(item, "message", None) or item.source is not None for item in iter_articles(path))
