"""Bodies of every markup: what a reader sees of them, and as what kind of section."""

import pytest

from evinvest.reading import parse_article


def sections(body, **options):
    article = parse_article(body, **options)
    return [(part.kind, part.span.of(article.text)) for part in article.sections]


def lines(body, **options):
    return parse_article(f"---\ntitle: T\n---\n{body}", **options).text.split("\n")[1:]


MARKDOWN = {
    "# A heading #\nText.": ["A heading", "Text."],
    "Heading\n-------\nText.": ["Heading", "Text."],
    "- one\n- two\n  goes on": ["one", "two goes on"],
    "1. one\n2) two": ["one", "two"],
    "> quoted text": ["quoted text"],
    "a [link](https://example.org/a_(b) 'title') here": ["a link here"],
    "an ![image](i.png) here": ["an here"],
    "[![badge](b.svg)](https://example.org) said": ["said"],
    "**bold** and *it* and __bo__ and _it_ and `code` and ~~no~~": ["bold and it and bo and it and code and no"],
    "5 * 3 and snake_case_name and [sic] and a < b": ["5 * 3 and snake_case_name and [sic] and a < b"],
    "*Footnote without an end": ["*Footnote without an end"],
    "1\\. not a list \\*": ["1. not a list *"],
    "<https://example.org> said": ["said"],
    "before\n```\ncode = 1\n```\nafter": ["before", "after"],
    "| a | b |\n|---|---|\n| 1 | 2 |": ["a | b |", "1 | 2 |"],
    "text {{< youtube abc >}} on {% tag %}": ["text on"],
    "one\n***\ntwo": ["one", "two"],
    "see [a]\n\n[a]: https://example.org": ["see [a]"],
}
HTML = {
    "<p>One.</p><p>Two.</p>": ["One.", "Two."],
    "<p>One<br>two</p><p>One.<br/>Two.</p>": ["One two", "One.", "Two."],
    "R&amp;D of &#8364;2&nbsp;bn &bogus; &": ["R&D of €2 bn &bogus; &"],
    "<b>a</b><i>b</i>": ["ab"],
    "a<!-- no\nno -->b": ["ab"],
    "a<script>no()</script>b<style>no{}</style>c": ["abc"],
    "<script>never closed, so it is text": ["never closed, so it is text"],
    '<a title="a > b">text</a>': ["text"],
    "<table><tr><td>a</td><td>b</td></tr></table>": ["a b"],
    "&#xD800;x": ["\ufffdx"],
    "3 < 4 and <3": ["3 < 4 and <3"],
}


@pytest.mark.parametrize(("body", "expected"), MARKDOWN.items())
def test_markdown(body, expected):
    assert lines(body) == expected


@pytest.mark.parametrize(("body", "expected"), HTML.items())
def test_html(body, expected):
    assert lines(body) == expected


def test_kinds():
    body = "# Head\nPara.\n- item\n\n<h2>Second</h2><ul><li>other</li></ul>\nPhoto: someone\n"
    assert sections(f"---\ntitle: T\n---\n{body}") == [
        ("title", "T"),
        ("heading", "Head"),
        ("body", "Para."),
        ("item", "item"),
        ("heading", "Second"),
        ("item", "other"),
        ("caption", "Photo: someone"),
    ]


WRAPPED = """\
HANOI (Agency) - The maker of small cars said on Friday that it would
build a plant in the north of the country at a cost of 80 million dollars
and open it in 2027.  A separate report said that the plant would make
batteries too.
"""


def test_wire_copy_wrapped_by_hand_is_one_paragraph():
    kinds = sections(WRAPPED, format="plain")
    assert [kind for kind, _ in kinds] == ["dateline", "body"]
    assert kinds[0][1] == "HANOI (Agency) -"
    assert kinds[1][1].endswith("it in 2027. A separate report said that the plant would make batteries too.")


def test_one_paragraph_a_line():
    long = (
        "The company said that it would build another plant in the west of the country, and that it would open it soon"
    )
    body = f"{long}.\n{long}, with a caption.Photo: agency\nThe end of it.\n"
    assert [kind for kind, _ in sections(body, format="plain")] == ["body", "caption", "body"]


@pytest.mark.parametrize(
    "credit",
    [
        "(Reporting by Ada Lind in Stuttgart; Editing by Bo Ray)",
        "Additional reporting by Ada Lind in Detroit",
        "责任编辑:李明",
    ],
)
def test_who_wrote_it_stands_apart(credit):
    assert sections(f"# Head\nThe plant is open.\n\n{credit}\n")[-1] == ("credits", credit)
    assert sections(f"# Head\nThe plant is open. {credit}\n")[-1] == ("credits", credit) or credit[0] != "("


def test_a_page_break_inside_a_sentence_is_healed():
    half = (
        "It has a long first half with so many words that nobody could have taken it for a label, as it had pitched in"
    )
    assert lines(f"{half}\n\n$2bn of its own wealth.") == [f"{half} $2bn of its own wealth."]
    assert lines("A short line\n\nand another") == ["A short line", "and another"]


@pytest.mark.parametrize(
    "dateline",
    [
        "SEOUL (Agency) -",
        "SAN JOSE, Mexico (Agency) -",
        "BEIJING, May 16 (Agency) --",
        "LONDON —",
        "(Reuters) -",
        "New York, May 16, 2025 (AP) —",
        "DETROIT, Mich., July 2 –",
    ],
)
def test_datelines(dateline):
    assert sections(f"{dateline} The plant opens.", format="plain") == [
        ("dateline", dateline),
        ("body", "The plant opens."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "BYD — China's largest maker — said so.",
        "CATL - The maker of cells said so.",
        "TOYOTA — The maker of cars — said so.",
        "Volkswagen (VW) - the largest of them - said so.",
        "The plant (Porto) - a large one - opens.",
    ],
)
def test_what_only_looks_like_a_dateline(text):
    assert sections(text, format="plain") == [("body", text)]


def test_a_chinese_dateline():
    assert sections("某某社上海5月16日电 工厂投产。", format="plain") == [
        ("dateline", "某某社上海5月16日电"),
        ("body", "工厂投产。"),
    ]


def test_links_and_buttons_behind_the_text_are_cut():
    assert lines("The text.\n\nMore info:\n\n[a](https://example.org/a)\n\nhttps://example.org/b\n") == ["The text."]
    assert lines("The text.\n\n" + "\n".join("Share Like Save Print Mail Next Back Menu Home".split())) == ["The text."]
    assert lines("The text.\n\nSource: <https://example.org>\n\nMore text.") == ["The text.", "More text."]


def test_links_in_a_list_are_text():
    assert lines("- [One](https://example.org)\n- [Two](https://example.org)\n\nThe end.") == ["One", "Two", "The end."]
