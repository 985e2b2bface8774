import evinvest
from evinvest.lexicon import Lexicon

from .reading import facts_of


def test_a_page_without_full_stops_gives_its_facts():
    # In one piece its cost would grow with the cube of its length.
    row = "CATL is building a 100 GWh battery plant in Debrecen, Hungary, for 7.3 billion euros, and "
    facts = facts_of(row * 100 + "so on.")
    assert [plant.place.locality for plant in facts.plants] == ["Debrecen"]
    assert [investment.amount.currency for investment in facts.investments] == ["EUR"]


def test_no_company_is_found_inside_a_town():
    (plant,) = facts_of("SK On在科马罗姆有一座电池工厂，年产能17.5GWh。").plants
    assert ([one.name for one in plant.operators], plant.place.locality) == (["SK On"], "科马罗姆")


def test_a_lexicon_brings_cue_words(tmp_path):
    path = tmp_path / "own.toml"
    path.write_text('[cues.plant]\nnoun = ["voltwork(s)"]\n', encoding="utf-8")
    article = evinvest.parse_article("BYD is building a voltwork in Turkey.", format="plain")
    assert evinvest.extract_facts(article).plants == ()
    (plant,) = evinvest.extract_facts(article, lexicon=Lexicon.default() | Lexicon.from_toml(path)).plants
    assert (plant.operators[0].name, plant.place.country) == ("BYD", "TR")


def test_the_month_of_may_leaves_nothing_open():
    (figure,) = facts_of("China exported 120,000 cars in May, CAAM said.").exports
    assert figure.claim.modality == "asserted"
    (deal,) = facts_of("BYD may invest $1 billion in a car plant in Szeged, Hungary.").investments
    assert deal.claim.modality == "possible"


def test_an_association_speaks_and_not_its_members():
    text = "Car exports from China reached 590,000 in June, the China Association of Automobile Manufacturers reported."
    (figure,) = facts_of(text).exports
    assert figure.claim.attribution == ("China Association of Automobile Manufacturers",)
