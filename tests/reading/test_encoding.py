import pytest

from evinvest.errors import SourceError
from evinvest.reading import parse_article
from evinvest.reading.encoding import decode

CHINESE = "宁德的电池工厂将于明年投产，总投资约为三十亿元，年产能将达到二十吉瓦时，公司在公告中表示。" * 3


@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_marks_and_utf_8(name):
    assert decode("Győr 工厂".encode(name)) == ("Győr 工厂", name)


@pytest.mark.parametrize(("codec", "mark"), [("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff")])
def test_both_orders_of_utf_16(codec, mark):
    assert decode(mark + "工厂".encode(codec)) == ("工厂", "utf-16")


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["The plant cost €2 billion.\n", CHINESE + "\n2027 年投产。"])
def test_utf_16_without_a_mark(name, text):
    assert decode(text.encode(name)) == (text, name)


def test_a_declared_encoding_is_read_as_the_web_reads_it():
    page = f'<html><head><meta charset="gb2312"><title>T</title></head><body><p>{CHINESE}</p></body></html>'
    text, name = decode(page.encode("gb18030"))
    assert (text, name) == (page, "gb18030")
    assert decode("<meta charset=iso-8859-1> “x” é".encode("cp1252"))[1] == "cp1252"


def test_an_undeclared_encoding_is_detected():
    assert decode(CHINESE.encode("gb18030"))[0] == CHINESE
    spanish = (
        "La fábrica de baterías costará 300 millones y empezará a producir el próximo año, según la compañía. " * 3
    )
    assert decode(spanish.encode("cp1252"))[0] == spanish


def test_a_wrong_declaration_does_not_stop_the_reading():
    data = b"charset=utf-8 " + CHINESE.encode("gb18030")
    assert decode(data)[0].endswith(CHINESE)
    assert decode(b"charset=no-such-thing \xe9t\xe9")[0].startswith("charset")


def test_what_is_no_text_is_refused():
    with pytest.raises(SourceError, match="zero bytes"):
        decode(b"\x00\xff\x00\xff")


def test_the_encoding_of_the_caller_counts():
    assert parse_article("é".encode("cp1252"), encoding="cp1252").text == "é"
    with pytest.raises(SourceError, match="no ascii"):
        parse_article("é".encode(), encoding="ascii")
    with pytest.raises(SourceError, match="no nonsense"):
        parse_article(b"x", encoding="nonsense")
