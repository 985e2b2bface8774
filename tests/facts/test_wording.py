"""The plain words around an anchor and a name."""

from evinvest.facts.wording import naming, wording

from .reading import document_of


def around_sum(text):
    document = document_of(text)
    sentence = next(sentence for sentence in document.sentences if sentence.amounts)
    return wording(document, sentence, sentence.amounts[0])


def test_a_word_is_told_by_its_side_and_wherever_it_stands():
    found = around_sum("The board approved $2 billion for the halls.")
    assert found["w< approved"] == found["w approved"] > found["w< board"]
    assert "w> approved" not in found
    assert found["w> for"] == found["w for"]


def test_pairs_keep_the_order_of_the_text():
    found = around_sum("The board approved $2 billion for the halls.")
    assert {"w< board_approved", "w> for_the"} <= found.keys()
    assert "w< approved_board" not in found


def test_names_dates_and_numbers_are_told_by_their_kind():
    found = around_sum("In May, Ford and its partner Keltron spent $2 billion on 3 halls in Manisa.")
    words = {word for name in found for word in name.split()[1].split("_")}
    assert {"COMPANY", "DATE", "PLACE"} <= words
    assert not words & {"ford", "keltron", "manisa", "may", "3"}


def test_chinese_words_are_those_of_the_dictionary():
    found = around_sum("比亚迪宣布，将在匈牙利投资10亿欧元建设工厂。")
    assert {"w< 投资", "w> 建设_工厂"} <= found.keys()


def test_words_beside_a_company_and_between_it_and_its_plant():
    document = document_of("Workers said on Monday that Ford had shut the plant in Genk.")
    (sentence,) = document.sentences
    (plant,) = sentence.having("plant.noun")
    found = naming(document, sentence, sentence.companies[0], plant)
    assert {"w -1 that", "w +1 had", "w +12 had_shut", "w between< shut"} <= found.keys()


def test_nothing_stands_beside_the_ends_of_a_sentence():
    document = document_of("Ford shut the plant.")
    (sentence,) = document.sentences
    (plant,) = sentence.having("plant.noun")
    assert "w -1 END" in naming(document, sentence, sentence.companies[0], plant)
