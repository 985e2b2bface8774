import builtins

import frontmatter
import pytest

from evinvest.errors import FrontMatterError, MissingExtra
from evinvest.reading import Article, TOMLHandler, YAMLHandler, parse_article

TOML = '+++\ntitle = "A plant"\nn = 31\n+++\n\nBody, of it.\n'
FULL = """\
---
title: A plant
date: 2025-05-16T08:00:00+02:00
summary: Short.
description: Longer.
source: The Daily
link: https://example.org/a
article_id: 42
lang: en
---
Body.

More.
"""


def test_python_frontmatter_reads_toml_without_the_old_package(tmp_path):
    (tmp_path / "a.md").write_text(TOML)
    post = frontmatter.load(tmp_path / "a.md", handler=TOMLHandler())
    assert post.metadata == {"title": "A plant", "n": 31}
    assert post.content == "Body, of it."
    assert frontmatter.loads(frontmatter.dumps(post), handler=TOMLHandler()).metadata == post.metadata


def test_python_frontmatter_reads_yaml_without_guesses():
    post = frontmatter.loads("---\ncountry: NO\ncode: 010\n---\nBody.", handler=YAMLHandler())
    assert post.metadata == {"country": "NO", "code": "010"}
    assert frontmatter.loads(frontmatter.dumps(post), handler=YAMLHandler()).metadata == post.metadata


def test_a_handler_says_what_is_broken():
    with pytest.raises(FrontMatterError, match="not valid toml"):
        frontmatter.loads("+++\na = = 1\n+++\n", handler=TOMLHandler())


@pytest.mark.parametrize(
    "source", [TOML, FULL, '{"title": "A", "n": 1}\n\nBody.\n', "---\ncontent: a\nhandler: b\n---\nx\n"]
)
def test_posts_and_back(source):
    article = parse_article(source)
    again = Article.from_post(article.to_post())
    assert again.metadata == article.metadata
    assert again.text == article.text
    assert again.format == article.format


def test_a_post_without_a_handler_becomes_yaml():
    article = Article.from_post(frontmatter.Post("Body.", title="A plant"))
    assert (article.format, article.title, article.body) == ("yaml", "A plant", "Body.")


def test_schema_org():
    assert parse_article(FULL).to_schema_org() == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "A plant",
        "abstract": "Short.",
        "description": "Longer.",
        "datePublished": "2025-05-16T08:00:00+02:00",
        "publisher": {"@type": "Organization", "name": "The Daily"},
        "url": "https://example.org/a",
        "identifier": "42",
        "inLanguage": "en",
        "articleBody": "Body.\nMore.",
    }


def test_ninjs():
    assert parse_article(FULL).to_ninjs() == {
        "uri": "https://example.org/a",
        "type": "text",
        "standard": {"name": "ninjs", "version": "2.1"},
        "language": "en",
        "versioncreated": "2025-05-16T08:00:00+02:00",
        "headlines": [{"role": "main", "value": "A plant"}],
        "descriptions": [{"role": "summary", "value": "Short."}, {"role": "description", "value": "Longer."}],
        "bodies": [
            {"role": "main", "contenttype": "text/plain", "charcount": 11, "wordcount": 2, "value": "Body.\nMore."}
        ],
        "infosources": [{"name": "The Daily"}],
        "altids": [{"role": "identifier", "value": "42"}],
    }


def test_an_item_without_an_address_has_a_name_of_its_own():
    item = parse_article("---\ndate: 2025-05-16\n---\nText.", name="a.md").to_ninjs()
    assert (item["uri"], item["versioncreated"]) == ("urn:evinvest:a.md", "2025-05-16T00:00:00")


def test_a_missing_extra_says_what_installs_it(monkeypatch):
    real = builtins.__import__

    def without_tomlkit(name, *args, **options):
        if name == "tomlkit":
            raise ImportError(name)
        return real(name, *args, **options)

    monkeypatch.setattr(builtins, "__import__", without_tomlkit)
    with pytest.raises(MissingExtra, match=r'pip install "evinvest\[edit\]"'):
        parse_article(TOML).with_metadata(title="B")
