"""What is learned of words does not depend on who is named: another name, the same features."""

from hypothesis import given
from hypothesis import strategies as st

from evinvest.facts.prepare import cues_of, prepare
from evinvest.facts.wording import wording
from evinvest.lexicon import Lexicon
from evinvest.mentions.runs import NameRules
from evinvest.reading import parse_article

COMPANIES = st.sampled_from(["BYD", "Toyota", "Northvolt", "LG Energy Solution", "General Motors"])
TOWNS = st.sampled_from(["Debrecen", "Chattanooga", "Wolfsburg", "Kenitra"])
SENTENCE = "{company} will put ${sum} million into its hall in {town}, it said, after {other} had left."


def features(**named):
    lexicon = Lexicon.default()
    article = parse_article(SENTENCE.format(**named), format="plain")
    document = prepare(article, day=None, lexicon=lexicon, cues=cues_of(lexicon), rules=NameRules.default())
    (sentence,) = document.sentences
    return wording(document, sentence, sentence.amounts[0])


@given(company=COMPANIES, other=COMPANIES, town=TOWNS, spent=st.integers(1, 999))
def test_names_and_sums_leave_no_trace(company, other, town, spent):
    assert features(company=company, other=other, town=town, sum=spent) == features(
        company="Ford", other="Tesla", town="Genk", sum=5
    )
