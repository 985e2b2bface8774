import pytest

from evinvest.errors import LexiconError
from evinvest.mentions.cues import CueTable, load_cues, variants
from evinvest.tokens import Tokens


def found(table, text):
    tokens = Tokens.of(text)
    return [(tokens.surface(cue.first, cue.last), sorted(cue.roles)) for cue in table.match(tokens)]


def test_a_choice_stands_for_its_forms():
    assert sorted(variants("invest(s|ed|)")) == ["invest", "invested", "invests"]
    assert variants("site(s)") == ["sites", "site"]


def test_the_longest_phrase_of_a_table_wins():
    table = CueTable.of({"plant.noun": ["line", "assembly line"]})
    assert found(table, "an assembly line") == [("assembly line", ["plant.noun"])]


def test_tables_do_not_hide_each_other():
    table = CueTable.of({"stage.planned": ["to invest"], "invest.verb": ["invest"]})
    assert found(table, "is to invest") == [("to invest", ["stage.planned"]), ("invest", ["invest.verb"])]


def test_a_hidden_phrase_hides_all():
    table = CueTable.of({"": ["power plant"], "plant.noun": ["plant"]})
    assert found(table, "a power plant, a plant") == [("plant", ["plant.noun"])]


def test_case_and_accents_do_not_count():
    table = CueTable.of({"a.b": ["usine préparée"]})
    assert found(table, "USINE PREPAREE") == [("USINE PREPAREE", ["a.b"])]


def test_chinese_is_matched_by_character():
    table = CueTable.of({"plant.noun": ["工厂"]})
    assert found(table, "新工厂投产") == [("工厂", ["plant.noun"])]


@pytest.mark.parametrize("document", ["plant = 3", "[plant]\nnoun = 'x'", "[plant]\nnoun = [1]", "= broken"])
def test_another_form_is_refused(document):
    with pytest.raises(LexiconError):
        load_cues(document)


@pytest.mark.parametrize("phrase", ["open(ed", "shut)", "", "()"])
def test_a_broken_phrase_is_refused(phrase):
    with pytest.raises(LexiconError):
        CueTable.of({"a.b": [phrase]})


def test_the_table_of_the_library_loads_and_has_every_room():
    tables = {role.partition(".")[0] for rows in CueTable.default().phrases() for role in rows[1]}
    assert {"plant", "invest", "money", "stage", "status", "build", "capacity", "export", "change", "product"} <= tables


def test_the_longest_phrase_of_a_table_hides_only_the_shorter_ones_of_that_table():
    table = CueTable.of({"a.x": ["to build a plant", "build"], "b.y": ["build", "plant"], "c.z": ["to build"]})
    found = [(cue.first, cue.last, sorted(cue.roles)) for cue in table.match(Tokens.of("to build a plant"))]
    assert found == [(0, 4, ["a.x"]), (0, 2, ["c.z"]), (1, 2, ["b.y"]), (3, 4, ["b.y"])]


def test_a_table_gives_back_its_phrases_once_with_all_their_roles():
    table = CueTable.of({"": ["power plant"], "a.x": ["plant", "power plant"], "b.y": ["plant"]})
    assert dict(table.phrases()) == {("power", "plant"): {"", "a.x"}, ("plant",): {"a.x", "b.y"}}


def test_own_phrases_stand_beside_those_of_the_library():
    table = CueTable.with_own({"plant": {"noun": ["voltwork(s)"]}})
    (own, roles), (_, others) = found(table, "voltworks beside a plant")
    assert (own, roles) == ("voltworks", ["plant.noun"])
    assert "plant.noun" in others
    assert CueTable.with_own({}) is CueTable.default()


def test_a_role_that_nothing_asks_for_is_told():
    with pytest.raises(LexiconError, match="no role of cue words") as caught:
        CueTable.with_own({"plant": {"nuon": ["voltworks"]}})
    assert caught.value.path == "cues.plant.nuon"
