import gzip
import io
import json
import tarfile
import zipfile

import pytest

from evinvest.models import Issue
from evinvest.reading import Article, iter_articles

ARTICLE = "---\ntitle: Plant {0}\n---\nIt costs of$5 million.\n"


def article(number):
    return ARTICLE.format(number).encode()


def read(paths, **options):
    items = list(iter_articles(paths, **options))
    return [item for item in items if isinstance(item, Article)], [item for item in items if isinstance(item, Issue)]


def zipped(members):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return packed.getvalue()


def tarred(members, mode="w:gz"):
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode=mode) as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return packed.getvalue()


def test_a_folder_in_the_order_of_names(tmp_path):
    for name in ("b.md", "a.md", ".hidden", "sub/c.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(article(name))
    articles, issues = read(tmp_path)
    assert [item.title for item in articles] == ["Plant a.md", "Plant b.md", "Plant sub/c.md"]
    assert articles[0].name == str(tmp_path / "a.md")
    assert issues == []


def test_several_paths_one_of_them_missing(tmp_path):
    (tmp_path / "a.md").write_bytes(article(1))
    articles, issues = read([tmp_path / "a.md", str(tmp_path / "none.md"), tmp_path / "a.md"])
    assert len(articles) == 2
    assert [(issue.code, issue.source) for issue in issues] == [("unreadable-source", str(tmp_path / "none.md"))]


@pytest.mark.parametrize(
    ("name", "data", "names"),
    [
        ("a.zip", zipped({"one.md": article(1), "d/two.md": article(2)}), ["a.zip!one.md", "a.zip!d/two.md"]),
        ("a.tar.gz", tarred({"one.md": article(1), "two.md": article(2)}), ["a.tar.gz!one.md", "a.tar.gz!two.md"]),
        ("a.tar", tarred({"one.md": article(1)}, "w"), ["a.tar!one.md"]),
        ("one.md.gz", gzip.compress(article(1)), ["one.md.gz"]),
        ("no-ending", zipped({"in.zip": zipped({"one.md": article(1)})}), ["no-ending!in.zip!one.md"]),
        ("a.tgz", tarred({"in.zip": zipped({"one.md": article(1)})}), ["a.tgz!in.zip!one.md"]),
    ],
)
def test_archives(tmp_path, name, data, names):
    (tmp_path / name).write_bytes(data)
    articles, issues = read(tmp_path / name)
    assert [item.name for item in articles] == [str(tmp_path / member) for member in names]
    assert all(item.text.endswith("It costs of $5 million.") for item in articles)
    assert issues == []


def test_one_bad_member_never_stops_the_rest(tmp_path):
    members = {
        "first.md": article(1),
        "../evil.md": article(2),
        "/etc/evil.md": article(3),
        "C:\\evil.md": article(4),
        "broken.md": b"+++\na = = 1\n+++\n",
        "bomb.md": b" " * 20_000_000,
        "large.md": bytes(range(32, 127)) * 500,
        "last.md": article(9),
    }
    (tmp_path / "a.zip").write_bytes(zipped(members))
    articles, issues = read(tmp_path / "a.zip", max_bytes=40_000)
    assert [item.title for item in articles] == ["Plant 1", "Plant 9"]
    found = {issue.source.partition("!")[2]: issue.message for issue in issues}
    assert all("leaves the archive" in found[name] for name in ("../evil.md", "/etc/evil.md", "C:\\evil.md"))
    assert "not valid toml" in found["broken.md"]
    assert "larger than 40000 bytes" in found["bomb.md"]
    assert "larger than 40000 bytes" in found["large.md"]


def test_bombs_are_refused(tmp_path):
    (tmp_path / "a.md.gz").write_bytes(gzip.compress(b" " * 20_000_000))
    (tmp_path / "a.zip").write_bytes(zipped({"a.md": b" " * 20_000_000}))
    nested = article(1)
    for _ in range(5):
        nested = zipped({"a": nested})
    (tmp_path / "nested.zip").write_bytes(nested)
    articles, issues = read(tmp_path, max_bytes=50_000_000)
    assert articles == []
    assert [issue.message.partition(" than")[0] for issue in issues] == [
        "unpacks to more",
        "unpacks to more",
        "archives nested deeper",
    ]


def test_a_cut_off_archive(tmp_path):
    (tmp_path / "a.tar.gz").write_bytes(tarred({f"{n}.md": article(n) * 50 for n in range(50)})[:-200])
    (tmp_path / "b.zip").write_bytes(zipped({"a.md": article(1)})[:-30])
    articles, issues = read(tmp_path)
    assert len(articles) > 0
    assert [issue.code for issue in issues] == ["unreadable-source", "unreadable-source"]


LINES = (
    {"title": "One", "text": "It costs 5.\nAnd more.", "date": "2025-05-16"},
    {"title": "Two", "content": "<p>It costs.</p><p>More.</p>", "extra": [1, {"a": None}]},
)


def test_lines_of_json(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text("".join(json.dumps(line) + "\r\n" for line in LINES) + '\n{bad\n{"title": "none"}\n[]\n')
    articles, issues = read(path)
    assert [item.name for item in articles] == [f"{path}:1", f"{path}:2"]
    assert [item.text for item in articles] == ["One\nIt costs 5.\nAnd more.", "Two\nIt costs.\nMore."]
    assert articles[0].day.isoformat() == "2025-05-16"
    assert articles[1].metadata == LINES[1]
    assert articles[0].to_bytes() == json.dumps(LINES[0]).encode()
    assert [(issue.source, issue.line) for issue in issues] == [(str(path), 4), (str(path), 5), (str(path), 6)]


def test_columns_say_where_a_table_has_what(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(
        '\ufeffHead,When,Story\r\n"A, ""big"" one",2025-05-16,"It costs\r\nof$5."\r\n\r\nB,,Short.\r\n'.encode()
    )
    articles, issues = read(path, columns={"title": "Head", "published": "When", "text": "Story"})
    assert issues == []
    assert [item.title for item in articles] == ['A, "big" one', "B"]
    assert [item.name for item in articles] == [f"{path}:2", f"{path}:5"]
    first = articles[0]
    assert first.day.isoformat() == "2025-05-16"
    assert first.text == 'A, "big" one\nIt costs of $5.'
    assert first.content.slice(first.sections[0].span) == 'A, ""big"" one'
    assert first.to_bytes() == b'"A, ""big"" one",2025-05-16,"It costs\r\nof$5."\r\n'


@pytest.mark.parametrize(("name", "sign"), [("a.tsv", "\t"), ("a.csv", ";"), ("a.csv", "|")])
def test_delimiters(tmp_path, name, sign):
    (tmp_path / name).write_text(f"title{sign}text\nA{sign}It, and; so.\n".replace("; so", " so"))
    articles, _ = read(tmp_path / name)
    assert [(item.title, item.body) for item in articles] == [("A", "It, and so.")]


def test_rows_that_are_no_articles(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text('title,text\nA,B,C,D\nE,"F"\nG\n"open, and never closed\n')
    articles, issues = read(path)
    assert [item.title for item in articles] == ["E"]
    assert [issue.line for issue in issues] == [2, 4, 5]


def test_a_column_that_no_article_has(tmp_path):
    (tmp_path / "a.jsonl").write_text('{"text": "x"}\n')
    _, issues = read(tmp_path / "a.jsonl", columns={"colour": "c"})
    assert "no such field: colour" in issues[0].message


def test_too_long_lines_are_passed_over(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": "x" * 300_000}) + '\n{"text": "Short."}\n' + json.dumps({"text": "y" * 200}))
    articles, issues = read(path, max_bytes=100)
    assert [item.text for item in articles] == ["Short."]
    assert [(issue.line, "larger than 100 bytes" in issue.message) for issue in issues] == [(1, True), (3, True)]


def test_progress_is_told_after_each(tmp_path):
    (tmp_path / "a.zip").write_bytes(zipped({"one.md": article(1), "bad.md": b"+++\n"}))
    seen = []
    list(iter_articles(tmp_path / "a.zip", progress=lambda name, count: seen.append((name.partition("!")[2], count))))
    assert seen == [("one.md", 1), ("bad.md", 2)]


def test_reading_can_stop_anywhere(tmp_path):
    (tmp_path / "a.csv").write_text("title,text\n" + "A,B\n" * 10)
    items = iter_articles(tmp_path / "a.csv")
    assert next(items).title == "A"
    items.close()


def crawled(address, status, kind, data):
    """A record of a crawl, as the standard writes it."""
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + data
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2025-05-16T00:00:00Z\r\n"
        f"WARC-Record-ID: <urn:example:{address}>\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def test_a_web_crawl(tmp_path):
    page = b"<html><head><title>A plant</title></head><body><p>It costs of$5 million, it said.</p></body></html>"
    records = [
        crawled("https://example.org/1", "200 OK", "text/html; charset=utf-8", page),
        crawled("https://example.org/2", "404 Not Found", "text/html", page),
        crawled("https://example.org/3", "200 OK", "image/png", b"\x89PNG"),
        crawled("https://example.org/4", "200 OK", "text/html", page * 1000),
    ]
    for name, data in [("a.warc.gz", b"".join(map(gzip.compress, records))), ("b.warc", b"".join(records))]:
        (tmp_path / name).write_bytes(data)
        articles, issues = read(tmp_path / name, max_bytes=50_000)
        assert [(item.title, item.body, item.link) for item in articles] == [
            ("A plant", "It costs of $5 million, it said.", "https://example.org/1")
        ]
        assert [issue.source.partition("!")[2] for issue in issues] == ["https://example.org/4"]


ARRAY = """[
  {"title": "Plant 1", "text": "It costs of$5 million.\\nIt opens soon."},
  {"title": "No text"}, 7,
  {"headline": "厂", "content": "年产能为二十吉瓦时。"}
]
"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_json_array_has_an_article_in_each_element(tmp_path, encoding):
    path = tmp_path / "news.json"
    path.write_bytes(ARRAY.encode(encoding))
    articles, issues = read(path, encoding=encoding)
    assert [(item.name, item.title) for item in articles] == [(f"{path}[0]", "Plant 1"), (f"{path}[3]", "厂")]
    assert articles[0].text == "Plant 1\nIt costs of $5 million.\nIt opens soon."
    assert articles[0].source == '{"title": "Plant 1", "text": "It costs of$5 million.\\nIt opens soon."}'
    assert all(item.to_bytes().decode(item.encoding) == item.source for item in articles)
    assert [(issue.source, issue.line) for issue in issues] == [(f"{path}[1]", 3), (f"{path}[2]", 3)]


@pytest.mark.parametrize("end", ["", "]]", ", {]", " 1]"])
def test_a_broken_json_array_gives_what_stands_before(tmp_path, end):
    path = tmp_path / "news.json"
    path.write_text('[{"title": "A", "text": "One."},\n{"title": "B", "text": "Two."}' + end + ("]" if not end else ""))
    articles, issues = read(path)
    assert [item.title for item in articles] == ["A", "B"]
    expected = [("unreadable-article", str(path), 2)] if end else []
    assert [(issue.code, issue.source, issue.line) for issue in issues] == expected


def test_a_text_in_brackets_is_no_array(tmp_path):
    path = tmp_path / "a.md"
    path.write_text("[A plant](https://example.org) costs $5 million [sic]")
    assert read(path)[0][0].text == "A plant costs $5 million [sic]"
