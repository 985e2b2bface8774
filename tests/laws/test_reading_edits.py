"""Law: an edit of one key changes its value and nothing else in the file."""

import json

from hypothesis import assume, given
from hypothesis import strategies as st

from documents import documents, keys, texts
from evinvest.reading import parse_article

kinds = st.sampled_from(["yaml", "toml", "json"])


@given(documents(kinds=("yaml", "toml", "json")), keys, texts)
def test_one_key_changes_and_the_rest_stays(document, key, value):
    _, values, text = document
    assume(values)
    article = parse_article(text)
    assume(article.format in ("yaml", "toml", "json"))
    changed = article.with_metadata(extra={key: value})
    assert changed.metadata == {**article.metadata, key: value}
    assert list(changed.metadata)[: len(article.metadata)] == list(article.metadata)
    if key in article.metadata:
        before, after = text.splitlines(keepends=True), changed.source.splitlines(keepends=True)
        assert len(before) == len(after)
        assert sum(old != new for old, new in zip(before, after, strict=True)) <= 1


@given(documents(kinds=("yaml", "toml", "json")), keys)
def test_a_key_goes_and_the_rest_stays(document, key):
    article = parse_article(document[2])
    assume(key in article.metadata and article.format in ("yaml", "toml", "json"))
    changed = article.with_metadata(extra={key: None})
    assert changed.metadata == {name: value for name, value in article.metadata.items() if name != key}


@given(documents(kinds=("yaml", "toml", "json")), texts)
def test_an_edit_and_its_reverse_give_the_same_metadata_and_body(document, value):
    article = parse_article(document[2])
    assume("title" in article.metadata and article.format in ("yaml", "toml", "json"))
    there = article.with_metadata(extra={"title": value})
    back = there.with_metadata(extra={"title": article.metadata["title"]})
    assert back.metadata == article.metadata
    assert back.source.endswith(article.source[-10:])


@given(
    st.dictionaries(keys, texts | st.booleans() | st.integers(-9, 10**9) | st.lists(texts, max_size=3), max_size=4),
    kinds,
)
def test_values_of_every_type_are_read_back(values, kind):
    empty = {"yaml": "---\na: b\n---\n", "toml": "+++\na = 1\n+++\n", "json": '{"a": 1}\n'}[kind]
    article = parse_article(empty + "Body.\n", format=kind).with_metadata(extra=values)
    expected = json.loads(json.dumps(values))
    assert {name: article.metadata[name] for name in values} == expected
