import pytest

from evinvest.facts.prepare import cues_of, prepare
from evinvest.lexicon import Lexicon
from evinvest.mentions.runs import NameRules
from evinvest.reading import parse_article


def homes(text):
    """The countries of the companies of a text, in text order, and the places that only tell them."""
    lexicon = Lexicon.default()
    article = parse_article(f"News of the day\n\n{text}", format="plain")
    document = prepare(article, day=None, lexicon=lexicon, cues=cues_of(lexicon), rules=NameRules.default())
    sentences = document.sentences
    companies = [one.company.country for sentence in sentences for one in sentence.companies if not one.group]
    return companies, [place.place.name for sentence in sentences for place in sentence.places if place.home]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Nordlys, a Norwegian battery maker, will build a plant.", "NO"),
        ("South Korean battery maker Hansol Cells will build a plant.", "KR"),
        ("Norway's Nordlys ASA will build a plant.", "NO"),
        ("Texas-based Brantner Inc will build a plant.", "US"),
        ("Brantner AG, based in Stuttgart, will build a plant.", "DE"),
        ("Brantner Ltd of Birmingham will build a plant.", "GB"),
        ("Brantner Ltd will build a plant in Norway.", None),
        ("Brantner Ltd, which has a German customer, will build a plant.", None),
        ("The German press says that Brantner Ltd will build a plant.", None),
    ],
)
def test_the_text_tells_where_an_unknown_company_is_at_home(text, country):
    assert homes(text)[0] == [country]


def test_once_told_it_holds_for_every_mention():
    text = "Nordlys ASA will build a plant. Nordlys ASA, a Norwegian battery maker, has two. Nordlys ASA sells cells."
    assert homes(text)[0] == ["NO", "NO", "NO"]


def test_what_the_lexicon_knows_is_not_told_anew():
    assert homes("Toyota, a German battery maker's partner, will build a plant.")[0] == ["JP"]


def test_where_a_company_is_of_is_no_site():
    assert homes("CATL of China will build a plant in Hungary.")[1] == ["China"]
