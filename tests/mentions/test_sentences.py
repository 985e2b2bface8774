import pytest

from evinvest.mentions.sentences import split
from evinvest.text import Span


def cut(text):
    return [span.of(text) for span in split(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("The plant opened. It runs.", ["The plant opened.", "It runs."]),
        ("Nordlys Corp. plans two lines.", ["Nordlys Corp. plans two lines."]),
        ("It went to Dr. Berg. He agreed.", ["It went to Dr. Berg.", "He agreed."]),
        ("Sales in the U.S. rose by 3.5 percent.", ["Sales in the U.S. rose by 3.5 percent."]),
        ("It said so in the U.S. The plant stays.", ["It said so in the U.S.", "The plant stays."]),
        ('"We build," she said. "We stay." They left.', ['"We build," she said.', '"We stay."', "They left."]),
        ("工厂已投产。产能为10GWh！", ["工厂已投产。", "产能为10GWh！"]),
        (
            "Output rose. MORE ROOM AHEAD Nordlys wants a third hall.",
            ["Output rose.", "MORE ROOM AHEAD", "Nordlys wants a third hall."],
        ),
        ("no stop at all", ["no stop at all"]),
        ("", []),
    ],
)
def test_cuts_where_a_reader_would(text, sentences):
    assert cut(text) == sentences
