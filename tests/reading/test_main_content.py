import subprocess
import sys
import unicodedata
from pathlib import Path
from unittest import mock

import pytest

from evinvest.reading import parse_article
from evinvest.reading.main_content import align, blocks_of, main_content
from evinvest.reading.tree import parse_tree

PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))
STORY = "<p>The company said it would spend 2 billion euros on a plant, officials said. It opens in 2027, it added.</p>"


@pytest.fixture(params=["with the library", "without"])
def library(request):
    if request.param == "without":
        with mock.patch.dict(sys.modules, {"resiliparse.extract.html2text": None}):
            yield
    else:
        pytest.importorskip("resiliparse")
        yield


def squeezed(text):
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text)))


def expected_of(path):
    lines = path.with_suffix(".txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("?")], squeezed("".join(lines))


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_all_paragraphs_of_an_article_are_found(path):
    article = parse_article(path.read_bytes())
    assert article.to_bytes() == path.read_bytes()
    text = squeezed(article.text)
    wanted, _ = expected_of(path)
    assert [line for line in wanted if squeezed(line) not in text] == []


@pytest.mark.usefixtures("library")
def test_little_else_is_found():
    right = given = 0
    for path in PAGES:
        article = parse_article(path.read_bytes())
        allowed = expected_of(path)[1]
        parts = [squeezed(part.span.of(article.text)) for part in article.sections if part.kind != "title"]
        given += len(parts)
        right += sum(part in allowed for part in parts)
    assert right / given >= 0.93


def test_each_page_has_its_paragraphs():
    assert len(PAGES) > 20
    assert all(path.with_suffix(".txt").exists() for path in PAGES)


def test_blocks_are_found_in_order():
    blocks, lines = ["Home", "News", "Story", "News", "End", "News"], ["Story", "News", "End"]
    assert align(blocks, lines) == [False, False, True, True, True, False]


def test_blocks_that_are_joined_in_one_line_or_parted_in_two():
    assert align(["menu", "ab", "cd", "ef"], ["abcd", "e", "f"]) == [False, True, True, True]


def test_what_stands_in_another_order_is_not_found():
    assert align(["a", "b", "c"], ["c", "a", "b"]) == [True, True, False]


def test_aligning_takes_linear_time():
    assert sum(align(["same"] * 100_000 + ["end"], ["same"] * 50_000 + ["end"])) == 50_001


def test_blocks_are_runs_between_block_tags():
    source = "<head><title>T</title></head><p>A <b>b</b>&amp;c<br>d</p><script>var x</script><p> - </p>e"
    assert [block.key for block in blocks_of(source, parse_tree(source))] == ["Abc", "d", "e"]


def test_what_the_library_leaves_out_is_cut():
    pytest.importorskip("resiliparse")
    page = (PAGES[0].parent / "en-hashed-classes.html").read_text(encoding="utf-8")
    content = main_content(page, parse_tree(page))
    assert content is not None
    assert "Sponsored" in [block.key for block in content.dropped]
    assert "Sponsored" not in parse_article(page).text


@pytest.mark.parametrize("text", ["", "Another text, of another page altogether, that stands nowhere in this one."])
def test_our_own_measure_where_the_library_cannot_be_followed(text):
    module = mock.Mock(extract_plain_text=lambda *_, **__: text)
    page = f"<html><body><nav>Home</nav><div>{STORY}{STORY}</div></body></html>"
    with mock.patch.dict(sys.modules, {"resiliparse.extract.html2text": module}):
        assert main_content(page, parse_tree(page)) is None
        assert len(parse_article(page).sections) == 2


def test_a_page_that_the_library_refuses():
    module = mock.Mock(extract_plain_text=mock.Mock(side_effect=ValueError))
    page = f"<html><body><div>{STORY}</div></body></html>"
    with mock.patch.dict(sys.modules, {"resiliparse.extract.html2text": module}):
        assert parse_article(page).sections


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize("sign", ["\ud800", "&#0;", "<%= x %>", "<% 100% %>"])
def test_signs_that_the_library_does_not_know(sign):
    article = parse_article(f"<html><body><div>{STORY}<p>And {sign} more, of it, later.</p>{STORY}</div></body></html>")
    assert len(article.sections) == 3


def test_other_formats_do_not_load_the_library():
    code = (
        "import sys, evinvest\n"
        "evinvest.parse_article('---\\ntitle: A\\n---\\n<p>Text.</p>').text\n"
        "evinvest.parse_article('A plant.\\n\\nIt costs $1 billion.').text\n"
        "print([name for name in sys.modules if name.startswith(('resiliparse', 'fastwarc'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
