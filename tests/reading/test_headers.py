from datetime import date

import pytest

from evinvest.reading import parse_article

DASHED = """\
-- Maker to open a plant
-- By  A. Writer , Autos Correspondent
-- Sun Feb 12, 2012 11:40pm EST
-- http://www.example.org/article/1

 SEOUL  (Agency) - It will open a plant.
"""


def test_lines_behind_two_dashes():
    article = parse_article(DASHED)
    assert article.format == "plain"
    assert article.title == "Maker to open a plant"
    assert article.published.isoformat() == "2012-02-12T23:40:00-05:00"
    assert article.link == "http://www.example.org/article/1"
    assert article.metadata["author"] == "A. Writer , Autos Correspondent"
    assert article.text == "Maker to open a plant\nSEOUL (Agency) - It will open a plant."
    assert [part.kind for part in article.sections] == ["title", "dateline", "body"]


def test_an_empty_byline():
    article = parse_article("-- A title\n-- \n-- Mon Oct 13, 2008 3:00pm EDT\n\nText.\n")
    assert (article.title, article.day, article.text) == ("A title", date(2008, 10, 13), "A title\nText.")


@pytest.mark.parametrize(
    "head",
    ["Title: A plant\nDate: 2025-05-16\nSource: The Daily\n\n", "标题：A plant\n日期：2025-05-16\n来源：The Daily\n\n"],
)
def test_labelled_lines(head):
    article = parse_article(f"{head}It opens.\n")
    assert (article.title, article.day, article.publisher) == ("A plant", date(2025, 5, 16), "The Daily")
    assert article.text == "A plant\nIt opens."


def test_a_label_inside_a_sentence_is_no_header():
    article = parse_article("Source: the company said so.\nIt opens soon, it said.\n")
    assert article.metadata == {}
    assert article.text.startswith("Source: the company")


@pytest.mark.parametrize("source", ["A plant opens\n\nIt does.", "\n\nA plant opens\n \nIt does."])
def test_a_first_line_alone_is_the_title(source):
    article = parse_article(source)
    assert article.title == "A plant opens"
    assert [part.kind for part in article.sections] == ["title", "body"]


@pytest.mark.parametrize(
    ("head", "title"),
    [("+++\ndraft = true\n+++\n", "A plant opens"), ("---\ntitle: Two plants\n---\n", "Two plants")],
)
def test_a_front_matter_without_a_title_leaves_it_to_the_first_line(head, title):
    article = parse_article(head + "A plant opens\n\nIt does.\n")
    assert article.title == title
    assert article.text.endswith("A plant opens\nIt does.")


@pytest.mark.parametrize(
    "source", ["A plant opens.\n\nIt does.", "A plant opens", "A plant opens\nsoon.", "A plant opens\n\n"]
)
def test_a_sentence_or_a_line_that_goes_on_is_no_title(source):
    article = parse_article(source)
    assert article.title is None
    assert all(part.kind == "body" for part in article.sections)


def test_a_markdown_heading_is_the_title():
    article = parse_article("# A plant opens\n\nIt does.\n\n## More\n")
    assert article.title == "A plant opens"
    assert [part.kind for part in article.sections] == ["title", "body", "heading"]


def test_a_repeated_title_stays_a_heading():
    article = parse_article("---\ntitle: A plant\n---\n# A plant\nIt opens.\n")
    assert [part.kind for part in article.sections] == ["title", "heading", "body"]
