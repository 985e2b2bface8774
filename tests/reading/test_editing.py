from datetime import date

import pytest

from evinvest.errors import SourceError
from evinvest.reading import parse_article

YAML = """\
---
title: "A plant"  # short
tags:
  - a
  - b

# a note
summary: >
  long text
  more
draft: true
empty:
last: x
---
Body.
"""
TOML = "+++\n# a note\ntitle = 'A plant' # short\nn = 0x1F\n[params]\na   =   1\n+++\nBody.\n"


def edited(source, **options):
    return parse_article(source).with_metadata(**options).to_bytes().decode()


def test_yaml_changes_only_the_value():
    assert edited(YAML, title='A "big" plant') == YAML.replace('"A plant"', '"A \\"big\\" plant"')
    assert edited(YAML, summary="Short.") == YAML.replace(">\n  long text\n  more", "Short.")
    assert edited(YAML, extra={"tags": ["c", "d: e"]}) == YAML.replace("\n  - a\n  - b", " [c, 'd: e']")
    assert edited(YAML, extra={"empty": "NO"}) == YAML.replace("empty:", "empty: 'NO'")


def test_yaml_adds_and_takes_out():
    assert edited(YAML, published=date(2025, 5, 16)) == YAML.replace("last: x\n", "last: x\ndate: 2025-05-16\n")
    assert edited(YAML, extra={"tags": None}) == YAML.replace("tags:\n  - a\n  - b\n", "")
    assert edited(YAML, extra={"summary": None}) == YAML.replace("summary: >\n  long text\n  more\n", "")
    assert edited("---\n---\nBody.", title="T") == "---\ntitle: T\n---\nBody."


def test_toml_keeps_comments_and_writing():
    assert edited(TOML, title="B") == TOML.replace("'A plant'", '"B"')
    assert edited(TOML, extra={"n": None}) == TOML.replace("n = 0x1F\n", "")


def test_json_keeps_its_layout():
    source = '{\n  "title": "A",\n  "n": [1,2]\n}\n\nBody.\n'
    assert edited(source, title="B") == source.replace('"A"', '"B"')
    assert edited(source, extra={"k": {"a": None}}) == source.replace("[1,2]", '[1,2],\n  "k": {"a": null}')
    assert edited(source, extra={"title": None}) == source.replace('"title": "A",\n  ', "")
    assert edited("{}\nBody.", title="B") == '{"title": "B"}\nBody.'


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_encoding_marks_and_line_ends_stay(encoding):
    source = YAML.replace("\n", "\r\n")
    article = parse_article(source.encode(encoding), encoding=encoding)
    assert article.with_metadata(title="工厂").to_bytes() == source.replace("A plant", "工厂").encode(encoding)


def test_both_orders_of_utf_16():
    data = b"\xfe\xff" + TOML.encode("utf-16-be")
    changed = parse_article(data).with_metadata(title="B").to_bytes()
    assert changed == b"\xfe\xff" + TOML.replace("'A plant'", '"B"').encode("utf-16-be")


def test_the_field_changes_under_the_key_that_holds_it():
    changed = parse_article("---\nheadline: A\n---\n").with_metadata(title="B")
    assert changed.metadata == {"headline": "B"}
    assert changed.title == "B"


def test_no_change_is_no_change():
    article = parse_article(YAML)
    assert article.with_metadata() is article


@pytest.mark.parametrize(
    ("source", "options", "message"),
    [
        ("Only text.", {"title": "A"}, "no front matter"),
        (YAML, {"colour": "red"}, "no such field: colour"),
        (YAML, {"extra": {"a": object()}}, "cannot be written as yaml"),
        (TOML, {"extra": {"a": object()}}, "cannot be written as toml"),
        ('{"a": 1}\nx', {"extra": {"a": float("nan")}}, "cannot be written as json"),
        ("---\n{a: 1, b: 2}\n---\n", {"extra": {"a": 2}}, "in braces"),
    ],
)
def test_what_cannot_be_changed_says_so(source, options, message):
    article = parse_article(source, name="a.md", format="yaml" if "{a" in source else None)
    with pytest.raises(SourceError, match=message):
        article.with_metadata(**options)


def test_values_that_the_encoding_has_not():
    article = parse_article(YAML.encode("cp1252"), encoding="cp1252")
    with pytest.raises(SourceError, match="no place in cp1252"):
        article.with_metadata(title="工厂")
