from datetime import UTC, date, datetime

import pytest

from evinvest.errors import EvinvestError, FrontMatterError
from evinvest.reading import parse_article


def test_toml_keeps_its_types_and_order():
    article = parse_article("+++\nb = 0x1F\na = 2025-07-15T14:15:21Z\nc = [1, 'two']\n[t]\nx = true\n+++\nText.\n")
    assert list(article.metadata) == ["b", "a", "c", "t"]
    assert article.metadata["b"] == 31
    assert article.metadata["a"] == datetime(2025, 7, 15, 14, 15, 21, tzinfo=UTC)
    assert article.metadata["c"] == [1, "two"]
    assert article.text == "Text."


def test_a_fence_inside_a_toml_value_is_none():
    article = parse_article("+++\na = '''\n+++\n'''\nb = \"\"\"\n+++\n\"\"\" # '''\n+++\nText.\n")
    assert article.metadata == {"a": "+++\n", "b": "+++\n"}
    assert article.text == "Text."


def test_yaml_is_read_without_guessing():
    source = "---\na: NO\nb: 010\nc: 12:30:45\nd: 2025-01-02\ne: 1.10\nf: yes\ng: 1_000\nno: x\n---\n"
    assert parse_article(source).metadata == {
        "a": "NO",
        "b": "010",
        "c": "12:30:45",
        "d": "2025-01-02",
        "e": "1.10",
        "f": "yes",
        "g": "1_000",
        "no": "x",
    }


def test_yaml_types_what_json_would_type_alike():
    source = "---\na: true\nb: 42\nc: null\nd:\ne: '42'\nf: [1, {g: false}]\n---\n"
    assert parse_article(source).metadata == {
        "a": True,
        "b": 42,
        "c": None,
        "d": None,
        "e": "42",
        "f": [1, {"g": False}],
    }


def test_json_with_a_body():
    article = parse_article('{\n  "title": "A \\"big\\" plant",\n  "n": 1.5\n}\n\nText.\n')
    assert article.format == "json"
    assert article.metadata == {"title": 'A "big" plant', "n": 1.5}
    assert article.text == 'A "big" plant\nText.'


@pytest.mark.parametrize("mark", ["", "\ufeff", "\n", "\ufeff\r\n"])
@pytest.mark.parametrize("end", ["\n", "\r\n", " \n"])
def test_marks_blank_lines_and_line_ends_before_and_in_the_fences(mark, end):
    for text in (f"{mark}---{end}title: A{end}---{end}Text.", f"{mark}+++{end}title = 'A'{end}+++{end}Text."):
        article = parse_article(text.encode())
        assert (article.title, article.text) == ("A", "A\nText.")


@pytest.mark.parametrize(
    ("source", "message", "line"),
    [
        ("+++\na = 1\n", "never closes", 1),
        ("---\na: 1\n", "never closes", 1),
        ("+++\na = = 1\n+++\n", "not valid toml", 2),
        ("---\na: b\nc: 'd\n---\n", "not valid yaml", None),
        ("---\na: 1\na: 2\n---\n", "stands twice", 3),
        ('{"a": }\n', "not valid json", 1),
        ("---\na: &x [1]\nb: [*x, *x]\n---\n", "aliases", None),
        ("---\na: " + "[" * 100 + "]" * 100 + "\n---\n", "nested deeper", None),
    ],
)
def test_what_is_broken_says_where(source, message, line):
    with pytest.raises(FrontMatterError, match=message) as caught:
        parse_article(source, name="a.md")
    assert caught.value.source == "a.md"
    assert line is None or caught.value.line == line


@pytest.mark.parametrize(
    "source", ["---\nOnly a rule.\n---\nText.", "---\n\n# A heading\n", "{not json} Text.", "+ + +\n"]
)
def test_rules_and_braces_are_no_front_matter(source):
    article = parse_article(source)
    assert article.format == "plain"
    assert article.metadata == {} or list(article.metadata) == ["title"]


@pytest.mark.parametrize(
    "hostile",
    [
        "---\na: " + "[" * 100_000,
        "---\na: " + "[" * 100_000 + "\n---\n",
        "---\na: " + "{a: " * 50_000 + "\n---\n",
        "---\na:\n " + "- " * 50_000 + "\n---\n",
        "+++\na = " + "[" * 100_000 + "\n+++\n",
        "+++\n" + ".".join("a" * 50_000) + " = 1\n+++\n",
        '{"a": ' + "[" * 100_000,
        "<html><body>" + "<div>" * 100_000,
    ],
)
def test_depth_is_refused_not_followed(hostile):
    with pytest.raises(EvinvestError):
        parse_article(hostile)


def test_alias_bombs_are_refused():
    bomb = "---\na: &a [x, x]\n" + "".join(
        f"{new}: &{new} [*{old}, *{old}]\n" for old, new in zip("abcdefg", "bcdefgh", strict=True)
    )
    with pytest.raises(FrontMatterError, match="aliases"):
        parse_article(bomb + "---\nText.\n")


@pytest.mark.parametrize(
    ("written", "field", "value"),
    [
        ("headline: A", "title", "A"),
        ("Title: A", "title", "A"),
        ("excerpt: A", "summary", "A"),
        ("publishDate: 2025-01-02", "published", date(2025, 1, 2)),
        ("lastmod: 2025-01-02\ndate: 2025-01-01", "published", date(2025, 1, 1)),
        ("date: soon\nlastmod: 2025-01-02", "published", date(2025, 1, 2)),
        ("date: 2025-02-11 17:19:12", "published", datetime(2025, 2, 11, 17, 19, 12)),  # noqa: DTZ001 - as written
        ("source: The Daily", "publisher", "The Daily"),
        ("publisher: {name: The Daily}", "publisher", "The Daily"),
        ("canonical: https://example.org/a", "link", "https://example.org/a"),
        ("permalink: /a", "url", "/a"),
        ("article_id: 42", "identifier", "42"),
        ("lang: [zh-CN]", "language", "zh-CN"),
    ],
)
def test_fields_by_their_usual_names(written, field, value):
    assert getattr(parse_article(f"---\n{written}\n---\nText.\n"), field) == value


def test_parts_stand_in_the_order_of_the_file():
    article = parse_article("---\nsummary: Short.\ntitle: >\n  A plant\n  opens\ndescription: 'It''s so'\n---\nText.\n")
    assert article.text == "Short.\nA plant opens\nIt's so\nText."
    assert [part.kind for part in article.sections] == ["summary", "title", "description", "body"]
    assert article.content.slice(article.sections[2].span) == "It''s so"


def test_language_is_told_by_the_script_alone():
    assert parse_article("The plant opens in May.").language == "en"
    assert parse_article("工厂将于五月投产。").language == "zh"
    assert parse_article("Завод откроется в мае.").language is None
    assert parse_article("1 2 3").language is None
