"""Law: the short way through simple TOML gives what tomllib gives, types, order and all, or leaves it to tomllib."""

import tomllib

from hypothesis import given
from hypothesis import strategies as st

from evinvest.errors import SourceError
from evinvest.reading import parse_article

TEXTS = ('"text"', '""', '"' * 3 + "long" + '"' * 3, "'raw\\n'", "''", '"esc\\n"', '"a"b"', '"tab\there"', '"bell\x07"')
OTHERS = (
    "true",
    "false",
    "1",
    "-7",
    "007",
    "1_000",
    "+3",
    "0x1F",
    "1.5",
    "inf",
    "2025-01-02",
    "[1]",
    "{a = 1}",
    "9" * 30,
)
ODD_LINES = (
    "",
    "  ",
    "# comment",
    "# \x07",
    "[t]",
    "[[t]]",
    "a.b = 1",
    '"a" = 1',
    "a",
    "a = ",
    "a = tru",
    "= 1",
    "+++ x",
)

pairs = st.builds(
    "{}{} = {}{}".format,
    st.sampled_from(["", " ", "\t"]),
    st.sampled_from("abc"),
    st.sampled_from(TEXTS + OTHERS),
    st.sampled_from(["", " # c", "  "]),
)
lines = pairs | st.sampled_from(ODD_LINES)


@given(st.lists(lines, max_size=5), st.sampled_from(["\n", "\r\n"]))
def test_the_short_way_is_the_long_way(rows, end):
    block = "".join(row + end for row in rows)
    try:
        expected = tomllib.loads(block)
    except tomllib.TOMLDecodeError:
        expected = None
    try:
        found = parse_article(f"+++{end}{block}+++{end}Text.").metadata
    except SourceError:  # so many control characters are no text at all
        found = None
    assert found == expected
    if expected is not None:
        assert list(found) == list(expected)
        assert [type(found[key]) for key in found] == [type(value) for value in expected.values()]
