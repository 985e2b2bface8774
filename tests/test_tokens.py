"""Tokens and what they remember of their words."""

import pytest

from evinvest.tokens import Tokens, is_capital


def test_a_text_without_words_has_no_tokens():
    tokens = Tokens.of(" \n ")
    assert (tokens.words, tokens.starts, tokens.ends) == ((), (), ())
    assert (tokens.lowered, tokens.capital) == ((), ())


def test_small_letters_and_capitals_stand_beside_the_words():
    tokens = Tokens.of("The 24M cell of CATL, 宁德")
    assert tokens.lowered == ("the", "24m", "cell", "of", "catl", ",", "宁", "德")
    assert tokens.capital == (True, True, False, False, True, False, False, False)


def test_what_was_asked_before_makes_no_two_texts_differ():
    asked, fresh = Tokens.of("BYD's plant"), Tokens.of("BYD's plant")
    assert asked.lowered == ("byd", "'", "s", "plant")
    assert asked == fresh


@pytest.mark.parametrize(
    ("word", "can"), [("Göd", True), ("Änderung", True), ("2024", False), ("3d", False), ("", False)]
)
def test_names_begin_with_capitals_or_with_figures_before_them(word, can):
    assert is_capital(word) is can
