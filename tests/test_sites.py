"""Where companies are known to make things, and what that is good for."""

import csv
from importlib.resources import files

import pytest

import evinvest
from evinvest.errors import LexiconError
from evinvest.lexicon import CompanyEntry, Lexicon, PlaceEntry, Sites, site

ROWS = list(csv.DictReader((files("evinvest") / "_data/sites.csv").read_text("utf-8").splitlines()))


def plants(text, lexicon=None):
    article = evinvest.parse_article(text, format="plain")
    return [
        ([company.name for company in plant.operators], plant.place.locality, plant.place.country)
        for plant in evinvest.extract_facts(article, lexicon=lexicon).plants
    ]


def test_every_row_is_of_a_known_company_country_and_towns():
    lexicon = Lexicon.default()
    assert len({(row["company"], row["country"]) for row in ROWS}) == len(ROWS)
    for row in ROWS:
        entries = lexicon.lookup(row["company"])
        assert row["company"] in {entry.name for entry in entries if isinstance(entry, CompanyEntry)}, row
        assert row["country"] in lexicon.countries, row
        for town in row["towns"].split(";"):
            entries = lexicon.lookup(town)
            assert row["country"] in {entry.country for entry in entries if isinstance(entry, PlaceEntry)}, (row, town)


def test_a_name_may_be_written_otherwise():
    assert site("DE", "Rüsselsheim") == site("DE", "RUESSELSHEIM") == site("DE", "Russelsheim")
    assert site("FR", "Saint-Ouen") == site("FR", "Saint Ouen") != site("CA", "Saint Ouen")


def test_what_a_venture_runs_its_partners_run():
    sites = Sites.of([("Duo", "PL", ["Nysa"])], members={"Duo": ("One", "Two")})
    assert [sites.runs(name, "PL", ["Nysa"]) for name in ("Duo", "One", "Two", "Three")] == [True, True, True, False]
    assert sites.of_all(["One", "Three"]) == {("PL", "nysa")}


def test_both_of_two_tables_count():
    both = Sites.of([("Duo", "PL", ["Nysa"])]) | Sites.of([("Duo", "PL", ["Opole"]), ("Solo", "DE", ["Guben"])])
    assert both.runs("Duo", "PL", ["Nysa"])
    assert both.runs("Duo", "PL", ["Opole"])
    assert both.runs("Solo", "DE", ["Guben"])


def test_the_company_of_the_site_runs_the_plant():
    (plant,) = plants(
        "Wolfspeed, in which ZF had wanted a stake, has given up its plan. It is closing a fab in Durham."
    )
    assert plant[0] == ["Wolfspeed"]


def test_of_two_towns_of_a_name_the_one_with_the_plant_is_meant():
    assert plants("Toyota's plant in Altona will close.") == [(["Toyota"], "Altona", "AU")]
    assert plants("Stellantis runs an engine plant in Dundee.") == [(["Stellantis"], "Dundee", "US")]
    assert plants("Toyota's plant in Altona, Germany, will close.") == [(["Toyota"], "Altona", "DE")]


def test_a_town_of_a_company_may_be_called_like_a_country():
    assert plants("LG Energy Solution's plant in Holland will close.") == [(["LG Energy Solution"], "Holland", "US")]
    assert plants("VDL's plant in Holland will close.") == [(["VDL"], None, "NL")]


def test_no_site_makes_a_fact():
    assert plants("Ford's profit fell. Its managers will meet union leaders in Paris next week.") == []
    assert plants("The visitors from Poland saw Zwickau and Mosel.") == []


def test_a_user_adds_sites(tmp_path):
    path = tmp_path / "own.toml"
    path.write_text('[[site]]\ncompany = "Lodestar"\ncountry = "NO"\ntowns = ["Vesthavn"]\n', encoding="utf-8")
    assert (Lexicon.default() | Lexicon.from_toml(path)).sites.runs("Lodestar", "NO", ["Vesthavn"])


@pytest.mark.parametrize("row", ['company = "Lodestar"', 'company = "Lodestar"\ntowns = ["A"]\ntown = "B"'])
def test_a_site_that_is_not_in_its_form(tmp_path, row):
    path = tmp_path / "own.toml"
    path.write_text(f"[[site]]\n{row}\n", encoding="utf-8")
    with pytest.raises(LexiconError, match="not in its form"):
        Lexicon.from_toml(path)
