"""What the lexicon knows, and how it finds it."""

import csv
import pickle
import subprocess
import sys
from collections import Counter
from decimal import Decimal
from importlib.resources import files
from pathlib import Path

import pytest

from evinvest.errors import LexiconError
from evinvest.lexicon import BodyEntry, CompanyEntry, Lexicon, PlaceEntry
from evinvest.lexicon.table import key
from evinvest.tokens import Tokens

DATA = files("evinvest") / "_data"
DOMAIN = Path(__file__).resolve().parents[1] / "../shared/domain/companies.csv"


@pytest.fixture(scope="module")
def lexicon():
    return Lexicon.default()


def found(lexicon, text, kind=object):
    tokens = Tokens.of(text)
    return [
        (match.span(tokens).of(text), match.entry.name)
        for match in lexicon.match(tokens)
        if isinstance(match.entry, kind)
    ]


def table(name):
    return list(csv.DictReader((DATA / name).read_text("utf-8").splitlines()))


class TestCompanies:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("CATL's order book", [("CATL", "CATL")]),
            ("a lift for CATL’s margin", [("CATL", "CATL")]),
            ("Skoda and Škoda", [("Skoda", "Skoda Auto"), ("Škoda", "Skoda Auto")]),
            ("Mercedes–Benz", [("Mercedes–Benz", "Mercedes-Benz")]),
            ("Lynk & Co opens", [("Lynk & Co", "Lynk & Co")]),
            ("比亚迪和宁德时代", [("比亚迪", "BYD"), ("宁德时代", "CATL")]),
            ("一汽大众在长春", [("一汽大众", "FAW-Volkswagen")]),
            ("SAIC-GM-Wuling, SAIC-GM and SAIC", [
                ("SAIC-GM-Wuling", "SAIC-GM-Wuling"), ("SAIC-GM", "SAIC-GM"), ("SAIC", "SAIC Motor"),
            ]),
        ],
    )  # fmt: skip
    def test_spellings(self, lexicon, text, expected):
        assert found(lexicon, text, CompanyEntry) == expected

    def test_capitals_are_read_as_names(self, lexicon):
        text = "FORD MOTOR AND LG ENERGY SOLUTION TO SUPPLY SKODA"
        assert [name for _, name in found(lexicon, text, CompanyEntry)] == ["Ford", "LG Energy Solution", "Skoda Auto"]

    def test_capitals_of_places(self, lexicon):
        text = "NEW YORK, MUMBAI, HONG KONG, BAD"
        assert [surface for surface, _ in found(lexicon, text, PlaceEntry)] == ["NEW YORK", "MUMBAI", "HONG KONG"]

    def test_small_letters_are_not(self, lexicon):
        assert found(lexicon, "a smart way to tank ora on a wey", CompanyEntry) == [("smart", "smart Automobile")]
        assert found(lexicon, "ford the river, dodge the rover") == []

    @pytest.mark.parametrize(
        "name",
        [
            "Toyota Motor Corp", "Ford Motor Co", "Volkswagen AG", "Hon Hai Precision Industry Co., Ltd", "Tesla, Inc",
            "Geely Automobile Holdings Ltd", "Renault SA", "Isuzu Motors Ltd", "Kia Corp", "比亚迪股份有限公司",
        ],
    )  # fmt: skip
    def test_legal_forms_belong_to_the_name(self, lexicon, name):
        assert [surface for surface, _ in found(lexicon, f"Yesterday {name} rose 3%.", CompanyEntry)] == [name]

    def test_a_form_does_not_start_a_second_company(self, lexicon):
        matches = lexicon.match(Tokens.of("宁德时代新能源科技股份有限公司"))
        assert [match.entry.name for match in matches if isinstance(match.entry, CompanyEntry)] == ["CATL"]

    @pytest.mark.parametrize("name", ["Great Wall", "Tank", "ONE", "GEM", "3M", "大众"])
    def test_ordinary_words_need_context(self, lexicon, name):
        assert lexicon.lookup(name)[0].ambiguous

    @pytest.mark.parametrize("name", ["Great Wall Motor", "Our Next Energy", "GEM Co", "大众汽车"])
    def test_full_names_do_not(self, lexicon, name):
        assert not lexicon.lookup(name)[0].ambiguous

    @pytest.mark.parametrize(
        "text", ["the Great Wall of China", "the Dow Jones index", "百万辆以上汽车", "推广汽车下乡"]
    )
    def test_letters_of_a_name_that_are_none(self, lexicon, text):
        assert found(lexicon, text, CompanyEntry) == []

    def test_a_joint_venture_names_its_partners(self, lexicon):
        (entry,) = (entry for entry in lexicon.lookup("BlueOval SK") if isinstance(entry, CompanyEntry))
        assert entry.members == ("Ford", "SK On")
        assert entry.kind == "battery-jv"

    def test_listings(self, lexicon):
        (entry,) = lexicon.lookup("NIO")
        assert entry.ticker == "XNYS:NIO"
        assert lexicon.lookup("Verkor")[0].ticker is None

    def test_names_agree_with_the_field_list(self, lexicon):
        if not DOMAIN.exists():
            pytest.skip("the list of the field is not here")
        with DOMAIN.open(encoding="utf-8") as lines:
            listed = {row["name"]: row["hq_country"] for row in csv.DictReader(lines)}
        known = {
            name: entry.country
            for name in listed
            for entry in lexicon.lookup(name)
            if isinstance(entry, CompanyEntry) and entry.name == name
        }
        assert known == listed


class TestPlaces:
    @pytest.mark.parametrize(
        ("text", "kind", "country", "region"),
        [
            ("Hungary", "country", "HU", None),
            ("Türkiye", "country", "TR", None),
            ("U.S.", "country", "US", None),
            ("Czech Republic", "country", "CZ", None),
            ("匈牙利", "country", "HU", None),
            ("Hungarian", "demonym", "HU", None),
            ("Dutch", "demonym", "NL", None),
            ("Anhui", "region", "CN", "Anhui"),
            ("安徽省", "region", "CN", "Anhui"),
            ("Bavaria", "region", "DE", "Bavaria"),
            ("Tamil Nadu", "region", "IN", "Tamil Nadu"),
            ("N.C.", "region", "US", "North Carolina"),
            ("New Mexico", "region", "US", "New Mexico"),
            ("Debrecen", "city", "HU", "Hajdú-Bihar"),
            ("德布勒森", "city", "HU", "Hajdú-Bihar"),
            ("Camacari", "city", "BR", "Bahia"),
            ("合肥", "city", "CN", "Anhui"),
            ("Xi'an", "city", "CN", "Shaanxi"),
            ("Jorf Lasfar", "city", "MA", "Casablanca-Settat"),
            ("European Union", "bloc", None, None),
            ("Southeast Asia", "bloc", None, None),
            ("Africa", "continent", None, None),
        ],
    )
    def test_kinds(self, lexicon, text, kind, country, region):
        (match,) = (match for match in lexicon.match(Tokens.of(text)) if isinstance(match.entry, PlaceEntry))
        entry = match.entry
        assert (match.first, match.last) == (0, len(Tokens.of(text)))
        assert (entry.kind, entry.country, entry.region) == (kind, country, region)

    def test_umlauts_in_any_spelling(self, lexicon):
        for spelling in ("Grünheide", "Gruenheide", "Grunheide"):
            assert lexicon.match(Tokens.of(spelling))[0].entry.country == "DE", spelling

    def test_coordinates(self, lexicon):
        entry = lexicon.lookup("Debrecen")[0]
        assert (entry.latitude, entry.longitude) == (Decimal("47.53"), Decimal("21.62"))

    def test_a_shared_name_keeps_all_its_places(self, lexicon):
        (match,) = lexicon.match(Tokens.of("Birmingham"))
        assert match.entry.country == "GB"
        assert match.within(country="US", region="Alabama").country == "US"
        assert match.within(country="FR") is None
        assert match.entries == (match.entry, *match.others)

    def test_a_name_that_stands_by_itself_comes_first(self, lexicon):
        (match,) = lexicon.match(Tokens.of("Georgia"))
        assert (match.entry.country, match.entry.kind, match.entry.ambiguous) == ("US", "region", False)
        assert match.within(country="GE").ambiguous

    @pytest.mark.parametrize("name", ["Reading", "Mobile", "March", "Of", "Lincoln", "Jackson", "Jordan", "Batman"])
    def test_words_and_people_need_context(self, lexicon, name):
        (match,) = (match for match in lexicon.match(Tokens.of(name)) if isinstance(match.entry, PlaceEntry))
        assert match.entry.ambiguous

    def test_an_accent_settles_it(self, lexicon):
        assert lexicon.match(Tokens.of("God"))[0].entry.ambiguous
        assert not lexicon.match(Tokens.of("Göd"))[0].entry.ambiguous

    @pytest.mark.parametrize("text", ["the Detroit News", "Bank of America", "THE NEW YORK TIMES", "北京车展"])
    def test_a_paper_or_a_bank_is_no_place(self, lexicon, text):
        assert found(lexicon, text, PlaceEntry) == []

    def test_counties(self, lexicon):
        (match,) = lexicon.match(Tokens.of("Bryan County"))
        assert match.within(country="US", region="Georgia").kind == "region"

    def test_countries(self, lexicon):
        hungary = lexicon.countries["HU"]
        assert (hungary.name, hungary.currency, hungary.capital, hungary.continent) == (
            "Hungary",
            "HUF",
            "Budapest",
            "EU",
        )
        assert len(lexicon.countries) >= 249


class TestBodies:
    @pytest.mark.parametrize(
        ("text", "name"),
        [
            ("CAAM", "China Association of Automobile Manufacturers"),
            ("中汽协", "China Association of Automobile Manufacturers"),
            ("China Passenger Car Association", "China Passenger Car Association"),
            ("海关总署", "General Administration of Customs"),
            ("Anfavea", "National Association of Automotive Vehicle Manufacturers"),
            ("European Automobile Manufacturers’ Association", "European Automobile Manufacturers' Association"),
        ],
    )
    def test_names(self, lexicon, text, name):
        assert found(lexicon, text, BodyEntry) == [(text, name)]


class TestOwnNames:
    def write(self, tmp_path, text):
        path = tmp_path / "own.toml"
        path.write_text(text, encoding="utf-8")
        return path

    def test_they_join_the_default(self, lexicon, tmp_path):
        path = self.write(
            tmp_path,
            """
            [[company]]
            name = "Voltalia Cells"
            aliases = ["Volta?", "伏特电池"]
            country = "FR"
            kind = "battery"
            members = ["Renault", "Saft"]

            [[place]]
            name = "Neuwerk"
            country = "DE"
            region = "Saxony"
            latitude = 51.25

            [[body]]
            name = "Guild of Carters"
            short = "GoC"
            aliases = ["Carters' Guild"]

            [cues.invest]
            verb = ["splash out"]
            """,
        )
        joined = lexicon | Lexicon.from_toml(path)
        text = "伏特电池 and CATL at Neuwerk, says the Carters' Guild"
        assert [name for _, name in found(joined, text)] == ["Voltalia Cells", "CATL", "Neuwerk", "Guild of Carters"]
        assert joined.lookup("Volta")[0].ambiguous
        assert joined.lookup("Voltalia Cells")[0].members == ("Renault", "Saft")
        assert joined.lookup("Neuwerk")[0].latitude == Decimal("51.25")
        assert joined.lookup("Carters' Guild")[0].aliases == ("Carters' Guild",)
        assert joined.cues == {"invest": {"verb": ["splash out"]}}
        assert not lexicon.lookup("Voltalia Cells")

    def test_cue_words_come_in_tables(self, tmp_path):
        with pytest.raises(LexiconError):
            Lexicon.from_toml(self.write(tmp_path, '[cues]\ninvest = ["splash out"]\n'))

    def test_the_later_one_wins(self, lexicon, tmp_path):
        path = self.write(tmp_path, '[[company]]\nname = "BYD"\ncountry = "XX"')
        own = Lexicon.from_toml(path)
        assert (lexicon | own).lookup("BYD")[0].country == "XX"
        assert (own | lexicon).lookup("BYD")[0].country == "CN"

    @pytest.mark.parametrize(
        "text",
        [
            "[[company]\n",
            '[[firm]]\nname = "X"',
            '[[company]]\ncountry = "FR"',
            '[[company]]\nname = "X"\ncolour = "red"',
        ],
    )
    def test_another_form_is_an_error(self, tmp_path, text):
        path = self.write(tmp_path, text)
        with pytest.raises(LexiconError) as caught:
            Lexicon.from_toml(path)
        assert caught.value.source == str(path)

    def test_a_missing_file_is_an_error(self, tmp_path):
        with pytest.raises(LexiconError):
            Lexicon.from_toml(tmp_path / "none.toml")


class TestTables:
    def test_every_form_belongs_to_one_company(self):
        owners = Counter(
            key(form.rstrip("?"))
            for row in table("companies.csv")
            for form in {
                row["name"],
                *filter(None, row["aliases"].split(";")),
                *filter(None, row["chinese"].split(";")),
            }
        )
        assert [form for form, count in owners.items() if count > 1] == []

    def test_countries_and_members_are_known(self, lexicon):
        rows = table("companies.csv")
        names = {row["name"].rstrip("?") for row in rows}
        assert {row["country"] for row in rows} <= {"", *lexicon.countries}
        assert {member for row in rows for member in row["members"].split(";") if member} <= names
        assert {row["country"] for row in table("regions.csv")} <= {"", *lexicon.countries}

    def test_every_town_unpacks(self, lexicon):
        for line in (DATA / "cities.tsv").read_text("utf-8").splitlines()[::97]:
            name = line.split("\t")[0]
            assert all(entry.country in lexicon.countries for entry in lexicon.lookup(name) if entry.name), name

    def test_every_table_has_its_source(self):
        sources = (DATA / "SOURCES.md").read_text("utf-8")
        ours = (
            "companies.csv",
            "company_forms.toml",
            "not_names.toml",
            "countries.csv",
            "regions.csv",
            "cities.tsv",
            "bodies.toml",
        )
        assert [name for name in ours if name not in sources] == []


def test_it_survives_pickling(lexicon):
    copy = pickle.loads(pickle.dumps(lexicon))  # noqa: S301 - our own bytes
    tokens = Tokens.of("CATL in Debrecen, says CAAM")
    assert copy.match(tokens) == lexicon.match(tokens)


def test_the_default_is_read_once():
    assert Lexicon.default() is Lexicon.default()


def test_an_empty_lexicon_finds_nothing():
    assert Lexicon.empty().match(Tokens.of("CATL in Debrecen")) == []
    assert repr(Lexicon.empty()).startswith("Lexicon(companies=<0 names>")


def test_it_loads_quickly():
    """Generous: a busy machine must not fail it; the figure to keep is below 80 ms."""
    load = "t = time.process_time(); Lexicon.default(); print(time.process_time() - t)"
    command = [sys.executable, "-c", f"import time; from evinvest.lexicon import Lexicon; {load}"]
    assert float(subprocess.run(command, capture_output=True, text=True, check=True).stdout) < 0.5


def test_a_name_in_capitals_is_known_as_a_word_too(lexicon):
    assert found(lexicon, "Svolt, Svolt Energy", CompanyEntry) == [("Svolt", "SVOLT"), ("Svolt Energy", "SVOLT")]
