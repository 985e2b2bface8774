from datetime import date

import pytest

from evinvest.errors import SourceError
from evinvest.reading import parse_article
from evinvest.reading.tree import attributes_of, parse_tree

PAGE = """\
<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Maker picks Spain | The Daily</title>
<meta property="og:title" content="Maker picks Spain &amp; Portugal">
<meta name="description" content="A plant is coming.">
<link rel="canonical" href="https://daily.example/spain">
<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "W"},
 {"@type": "NewsArticle", "headline": "Maker picks Spain & Portugal", "datePublished": "2025-03-04T05:06:07+01:00",
  "publisher": {"@type": "Organization", "name": "Daily Ltd"}, "inLanguage": "en"}]}</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/b">Business</a></li></ul></nav>
<div class="sidebar"><p>Other news, a lot of it, is here, and there.</p></div>
<main><article>
<h1>Maker picks Spain &amp; Portugal</h1>
<p>The maker said it will put &euro;2&nbsp;billion into a battery
plant near Porto, creating 900 jobs, officials said.
<p>The plant will make 20 GWh a year<br>from 2027, it added, with <b>half</b> of the cells sold.
<figure><img src="a.jpg" alt="no"><figcaption>A plant. Photo: Agency</figcaption></figure>
<script>var p = "<p>no</p>";</script>
<div class="related-articles"><h3>Related</h3>
<ul><li><a href="1">One story</a></li><li><a href="2">Two</a></li></ul></div>
<p>Work starts next spring, officials say, and will go on for years.</p>
</article></main>
<aside><p>Subscribe to the newsletter, it is free, and short.</p></aside>
<footer><p>Copyright by the daily, limited, and so on.</p></footer></body></html>
"""


def test_the_article_of_a_page_and_nothing_else():
    article = parse_article(PAGE)
    assert article.format == "html"
    assert article.text.split("\n") == [
        "Maker picks Spain & Portugal",
        "The maker said it will put €2 billion into a battery plant near Porto, creating 900 jobs, officials said.",
        "The plant will make 20 GWh a year from 2027, it added, with half of the cells sold.",
        "A plant. Photo: Agency",
        "Work starts next spring, officials say, and will go on for years.",
    ]
    assert [part.kind for part in article.sections] == ["title", "body", "body", "caption", "body"]


def test_what_the_page_says_about_itself():
    article = parse_article(PAGE)
    assert article.title == "Maker picks Spain & Portugal"
    assert article.published.isoformat() == "2025-03-04T05:06:07+01:00"
    assert article.publisher == "Daily Ltd"
    assert article.link == "https://daily.example/spain"
    assert article.language == "en"
    assert article.description == "A plant is coming."
    assert list(article.metadata) == ["lang", "title", "og:title", "description", "canonical", "ld+json"]


def test_a_page_without_any_marks():
    text = "公司表示，该工厂总投资为三十亿元，年产能为二十吉瓦时，预计明年投产。"
    article = parse_article(
        "<%@ page x %>\n<html><head><title>建厂 - 某网</title></head><body>"
        "<div><a href='/'>首页</a><a href='/b'>资讯</a></div>"
        f"<div><h1>建厂</h1><span>发布时间：2011-08-17</span><div><p>{text}</p><p>{text}</p></div></div>"
        "<div><a href='/c'>关于我们</a> <a href='/d'>联系我们</a></div></body></html>"
    )
    assert (article.title, article.published) == ("建厂", date(2011, 8, 17))
    assert article.text == f"建厂\n{text}\n{text}"


def test_hidden_parts_and_lists_of_links_are_cut():
    story = "<p>The plant opens next year, the company said, and will make cells.</p>"
    article = parse_article(
        f"<html><body><div>{story}<div style='display: none'><p>Hidden, hidden, hidden.</p></div>"
        f"<ul><li><a href='1'>First other</a></li><li><a href='2'>Second other</a></li></ul>{story}</div></body></html>"
    )
    assert article.text.count("The plant opens") == 2
    assert "Hidden" not in article.text
    assert "other" not in article.text


def test_a_page_without_text():
    assert parse_article("<html><head><title>T</title></head><body></body></html>").text == ""


def test_too_deep_pages_are_refused():
    with pytest.raises(SourceError, match="nested deeper") as caught:
        parse_article("<html><body>\n" + "<div>" * 2000, name="a.html")
    assert (caught.value.source, caught.value.line) == ("a.html", 2)


def test_the_tree_closes_what_pages_leave_open():
    nodes = parse_tree("<ul><li>one<li>two</ul><p>a<p>b<div>c</div></b>")
    assert [(node.name, node.text) for node in nodes] == [
        ("ul", 6), ("li", 3), ("li", 3), ("p", 1), ("p", 1), ("div", 1),
    ]  # fmt: skip


def test_attributes():
    assert attributes_of("<a href='x' CLASS=y hidden>") == {"href": "x", "class": "y", "hidden": ""}
    assert attributes_of("<p>") == {}
    assert attributes_of('<meta\nname="a">') == {"name": "a"}


STORY = "<p>The company said it would spend 2 billion euros on a plant, officials said. It opens in 2027, it added.</p>"


def test_the_nearest_mark_counts():
    teasers = "".join(
        f"<article><h3>Other {n}</h3><p>Some words, with commas, and so on.</p></article>" for n in range(5)
    )
    story = f"<div class='article-body'>{STORY}{STORY}</div>"
    article = parse_article(f"<html><body><main><h1>A plant</h1>{story}{teasers}</main></body></html>")
    assert [part.kind for part in article.sections] == ["title", "body", "body"]


def test_comments_are_marked_too_but_are_no_article():
    comment = "<article><p>I think, that this is, a great, thing.</p></article>"
    article = parse_article(
        f"<html><body><article>{STORY}{STORY}</article><section>{comment * 6}</section></body></html>"
    )
    assert "I think" not in article.text


def test_a_table_page_with_breaks_and_a_bare_date():
    article = parse_article(
        "<html><body><table><tr><td><a href='1'>首页</a><a href='2'>新闻</a></td></tr><tr><td><h1>建厂</h1>"
        "2012-03-04 10:20:30 来源<br><br>　　该工厂总投资为三十亿元，预计明年投产。<br>"
        "　　年产能为二十吉瓦时，新增一千个岗位。"
        "</td></tr><tr><td>版权所有</td></tr></table></body></html>"
    )
    assert article.published.isoformat() == "2012-03-04T10:20:30"
    assert article.text.split("\n")[2:] == [
        "该工厂总投资为三十亿元，预计明年投产。",
        "年产能为二十吉瓦时，新增一千个岗位。",
    ]


def test_paragraphs_in_boxes_of_their_own():
    boxes = f"<div>{STORY}</div><div class='ad'><a href='x'>Buy this thing now</a></div>" * 4
    article = parse_article(f"<html><body><div><div class='wrap'>{boxes}</div></div></body></html>")
    assert len(article.sections) == 4
    assert "Buy" not in article.text
