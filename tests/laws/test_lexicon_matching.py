"""Matching: what is found is a known name where it stands, whatever stands elsewhere."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evinvest.lexicon import CompanyEntry, Lexicon, PlaceEntry
from evinvest.lexicon.table import key
from evinvest.tokens import Tokens

LEXICON = Lexicon.default()
NAMES = [
    "CATL", "BYD Auto", "Great Wall Motor", "Mercedes-Benz", "LG Energy Solution", "Ford Motor Co",
    "比亚迪", "一汽大众", "匈牙利", "德布勒森", "海关总署", "汽车", "公司",
    "Hungary", "Chinese", "New Mexico", "Mexico City", "Göd", "St. Thomas", "CAAM", "South Korea", "Korea",
    "Wall", "Mexico", "Great", "City", "Energy", "Co", "Ltd", "Group",
]  # fmt: skip
# Words and signs that begin no name and end none.
FILLERS = ["xqz", "vrum", "17", ",", ".", "(", ")", "%", "—", "zzz", "嗯", "啊"]
TEXTS = st.lists(st.sampled_from(NAMES + FILLERS), max_size=12).map(" ".join)
ANY = st.text(st.sampled_from("AaBbYyDd CATLcatlÖö’'-.,&3中国比亚迪宁德时代汽车\n"), max_size=60) | st.text(max_size=40)


def matches(text):
    tokens = Tokens.of(text)
    return [(match.span(tokens).start, match.span(tokens).of(text), match.entry) for match in LEXICON.match(tokens)]


@given(ANY | TEXTS)
def test_a_span_tokenises_to_a_known_name(text):
    """The words of a match, cut again, are found again as the same name with the same entries."""
    tokens = Tokens.of(text)
    for match in LEXICON.match(tokens):
        again = LEXICON.match(Tokens.of(match.span(tokens).of(text)))
        assert match.entries in [other.entries for other in again if other.first == 0]


@given(TEXTS, st.sampled_from(FILLERS), st.sampled_from(FILLERS))
def test_a_word_elsewhere_changes_nothing(text, before, behind):
    """A word that belongs to no name, before or behind, only moves the matches."""
    longer = f"{before} ; {text} ; {behind}"
    shift = len(before) + 3
    assert matches(longer) == [(start + shift, surface, entry) for start, surface, entry in matches(text)]


@given(TEXTS, TEXTS)
def test_matches_add_up(left, right):
    """The matches of two texts with a line that no name crosses between them are those of each."""
    wall = " ; zzz ; "
    shift = len(left) + len(wall)
    expected = matches(left) + [(start + shift, surface, entry) for start, surface, entry in matches(right)]
    assert matches(left + wall + right) == expected


@given(ANY | TEXTS)
def test_one_kind_never_overlaps(text):
    """Companies do not overlap companies, places do not overlap places; all stand in the order of the text."""
    found = LEXICON.match(Tokens.of(text))
    assert [match.first for match in found] == sorted(match.first for match in found)
    for kind in (CompanyEntry, PlaceEntry):
        ends = [(match.first, match.last) for match in found if isinstance(match.entry, kind)]
        assert all(last <= first for (_, last), (first, _) in pairwise(ends))


@given(ANY | TEXTS)
def test_spaces_between_tokens_do_not_matter(text):
    """Matching sees tokens: the same tokens with other spaces between give the same matches."""
    tokens = Tokens.of(text)
    spaced = Tokens.of("  ".join(tokens.words))
    if spaced.words == tokens.words:
        assert LEXICON.match(spaced) == LEXICON.match(tokens)


@given(st.sampled_from(sorted(name for name, payload in LEXICON.companies.names.items() if payload)))
def test_every_company_is_found_by_its_key(name):
    """A key of the table, met alone in a text, is a match of its own length."""
    tokens = Tokens.of(name)
    assert " ".join(tokens.words) == name == key(name)
    assert (0, len(tokens)) in [
        (match.first, match.last) for match in LEXICON.match(tokens) if isinstance(match.entry, CompanyEntry)
    ]


@pytest.mark.parametrize("table", ["companies", "places", "bodies"])
def test_keys_are_keys(table):
    """Every name is stored as it is looked up: a key is the key of itself."""
    names = getattr(LEXICON, table).names
    assert [name for name in list(names)[::17] if key(name) != name] == []
