import pytest

from evinvest.mentions.cues import CueTable
from evinvest.mentions.names import Surroundings, unknown_companies
from evinvest.mentions.runs import NameRules
from evinvest.tokens import Tokens


def unknown(text):
    tokens = Tokens.of(text)
    around = Surroundings.of(text, tokens, CueTable.default().match(tokens))
    nothing = [False] * len(tokens)
    found = unknown_companies(around, nothing, nothing, NameRules.default())
    return [mention.company.surface for mention in found]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A plant of Nordlys Batteries in Oslo", ["Nordlys Batteries"]),
        ("The battery maker Zellkraft is hiring", ["Zellkraft"]),
        ("Shares of Voltara (NASDAQ: VLTR) rose", ["Voltara"]),
        ("In May Zellkraft's new plant opened", ["Zellkraft"]),
        ("Last year Zellkraft will invest a billion", ["Zellkraft"]),
        ("In Rome the Alba Motori S.p.A. works grew", ["Alba Motori"]),
        ("Elektrocar d.o.o. stopped production at its plant in Nis", ["Elektrocar"]),
        ("Sejr Vogne A/S hired engineers", ["Sejr Vogne"]),
        ("PT Cahaya Listrik hired engineers", ["PT Cahaya Listrik"]),
        ("It met Ceeron, a Saudi carmaker, in May", ["Ceeron"]),
        ("Kanto Separator is winding down its line in Niihama", ["Kanto Separator"]),
        ("In buses, Zellkraft operates a plant in Oslo", ["Zellkraft"]),
        ("Zellkraft, whose factory is in Oslo, grew", ["Zellkraft"]),
        ("Zellkraft, which also makes battery packs, grew", ["Zellkraft"]),
        ("Output, which makes up half of it, grew", []),
        ("He likes the Zellkraft, which makes a good car", []),
        ("It met Anna Berg, an analyst at the research firm, in May", []),
        ("It met Anna Berg, the carmaker's boss, in May", []),
        ("Donald Trump has paused the talks", []),
        ("The Alba E-Tech is a car", []),
        ("The first Zellkrafts will be built here", []),
        ("We met Governor Anna Berg, who will invest time", []),
        ("Despite invested capital nothing came", []),
        ("He likes Mozart and Bach", []),
    ],
)
def test_a_name_is_a_company_when_the_text_shows_it(text, names):
    assert unknown(text) == names


def test_once_shown_it_counts_everywhere():
    assert unknown("In May Zellkraft Motors grew. Nobody but Zellkraft did.") == ["Zellkraft Motors", "Zellkraft"]


def test_a_ticker_is_kept():
    text = "Shares of Voltara (NASDAQ: VLTR) rose"
    tokens = Tokens.of(text)
    around = Surroundings.of(text, tokens, ())
    nothing = [False] * len(tokens)
    (mention,) = unknown_companies(around, nothing, nothing, NameRules.default())
    assert mention.company.ticker == "XNAS:VLTR"


@pytest.mark.parametrize("text", ["Calsonic Kansei Mexicana, S.A. de C.V., held a ceremony.", "S.p.A. will build it."])
def test_a_legal_form_alone_is_no_name(text):
    tokens = Tokens.of(text)
    taken = [False] * len(tokens)
    around = Surroundings.of(text, tokens, [])
    names = [mention.company.name for mention in unknown_companies(around, taken, taken, NameRules.default())]
    assert all(len(name) > 3 for name in names)
