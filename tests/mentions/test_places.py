import pytest

from evinvest.lexicon import Lexicon
from evinvest.mentions.places import find_places
from evinvest.mentions.runs import NameRules
from evinvest.tokens import Tokens


def places(text, *sites):
    tokens = Tokens.of(text)
    nothing = [False] * len(tokens)
    names = NameRules.default().candidates(tokens, nothing)
    starts = frozenset(index for index, word in enumerate(tokens.words) if word in sites)
    return find_places(text, Lexicon.default().match(tokens), tokens, names, nothing, starts)


@pytest.mark.parametrize(
    ("text", "country", "locality"),
    [
        ("a works in Debrecen", "HU", "Debrecen"),
        ("a works in Debrecen, eastern Hungary", "HU", "Debrecen"),
        ("a works in Rayong, Thailand", "TH", "Rayong"),
        ("the Turkish city of Manisa", "TR", "Manisa"),
        ("a works at Talegaon, near Pune", "IN", "Talegaon"),
        ("a works in Torslanda just outside Gothenburg", "SE", "Torslanda"),
        ("位于肯塔基州乔治敦市(Georgetown)", "US", "乔治敦市"),
        ("a site in Vimpelby, Sweden", "SE", "Vimpelby"),
        ("a works in Vimpelby, some 12 miles north of Gothenburg", "SE", "Vimpelby"),
        ("a works at Shushary, on the southern edge of St Petersburg", "RU", "Shushary"),
        ("a works in Berkeley County, 30 miles from Charleston", "US", "Berkeley County"),
        ("a works in Bartow County, northwest of Atlanta", "US", "Bartow County"),
        ("a works in Navalmoral de la Mata, in the province of Cáceres", "ES", "Navalmoral de la Mata"),
        ("employed many in Green Vimpel Township, they said", None, "Green Vimpel Township"),
        ("在科马罗姆建厂", "HU", "科马罗姆"),
        ("a works at Prospecton, Durban, this autumn", "ZA", "Prospecton"),
        ("its plant in Lebanon, Tennessee", "US", "Lebanon"),
        ("a works in Arnstadt in the German state of Thuringia", "DE", "Arnstadt"),
        ("位于安大略省洛亚利斯特的工厂", "CA", "洛亚利斯特"),
        ("the Brussels district of Forest", "BE", "Forest"),
        ("plants in Kentucky", "US", "Kentucky"),
        ("a Hungarian plant", "HU", None),
        ("in Thailand", "TH", None),
        ("位于湖北省荆门市东宝区", "CN", "东宝区"),
        ("落户宁波市北仑区", "CN", "北仑区"),
        ("落户安徽六安金寨县", "CN", "金寨县"),
        ("在德国萨尔茨吉特建厂", "DE", "萨尔茨吉特"),
        ("在美国北卡罗来纳建厂", "US", "北卡罗来纳"),
        ("位于云梦县的工厂", "CN", "云梦县"),
        ("位于肯贝顿的工厂", None, "肯贝顿"),
        ("位于肯贝顿，年产能5万吨", None, "肯贝顿"),
        ("位于肯默顿的工厂", "AU", "肯默顿"),
        ("位于巴达霍斯省的项目", None, "巴达霍斯省"),
        ("在江苏镇江设厂", "CN", "镇江"),
        ("加上杭州的产能", "CN", "杭州"),
        ("在内蒙古乌兰察布市兴和县建厂", "CN", "兴和县"),
        ("位于广西壮族自治区灵山县的项目", "CN", "灵山县"),
        ("在宫城县大和町增设产线", "JP", "大和町"),
        ("在哈利斯科州埃尔巴尔托已有一座厂", "MX", "埃尔巴尔托"),
        ("在安特卫普郊外莫尔塞尔建厂", "BE", "莫尔塞尔"),
        ("在韦马湾工业园的冶炼厂", None, "韦马湾"),
        ("在巴塞罗那自由贸易区的厂", "ES", "巴塞罗那"),
        ("对俄亥俄州布雷恩厂追加投资", "US", "布雷恩"),
    ],
)
def test_parts_that_name_one_place_are_one(text, country, locality):
    (found,) = places(text)
    assert (found.place.country, found.place.locality) == (country, locality)


def test_where_a_factory_stands_is_a_place():
    assert [one.place.locality for one in places("a factory in Vimpelby last year", "factory")] == ["Vimpelby"]
    assert places("a factory in FY24 or Q3", "factory") == []


def test_towns_in_a_chinese_list_stand_behind_their_countries():
    found = places("瑞典的特罗尔海坦、英国的卢顿")
    assert [one.place.locality for one in found if one.place.locality] == ["特罗尔海坦", "卢顿"]


def test_a_great_city_is_meant_wherever_the_text_is_about():
    found = places("Talks in the United States were led from Paris, and from Birmingham")
    assert [(one.place.locality, one.place.country) for one in found[1:]] == [("Paris", "FR"), ("Birmingham", "US")]


def test_the_second_of_two_is_between_them_too():
    assert [one.before for one in places("somewhere between Shanghai and Wuhan")] == ["between", "between"]


def test_a_town_and_a_region_in_a_list_are_two():
    assert [one.place.locality for one in places("in Baoding, Tianjin and Changchun")] == [
        "Baoding",
        "Tianjin",
        "Changchun",
    ]


def test_a_doubtful_name_in_a_list_of_towns_is_one():
    assert [one.place.locality for one in places("made in Shanghai and Reading")] == ["Shanghai", "Reading"]
    assert not places("Reading is fun")


@pytest.mark.parametrize(
    "text",
    [
        "the Tacoma pickup",
        "where the Santa Fe and more are made",
        "valued at Rp 2.3 trillion",
        "Jan van Tilburg",
        "比亚迪在泰国举行仪式",
    ],
)
def test_no_town_but_a_car_or_a_person(text):
    assert not any(found.place.locality for found in places(text))


@pytest.mark.parametrize("text", ["锂盐湖项目", "外资兴建的项目"])
def test_a_doubtful_county_needs_a_clean_start(text):
    assert not places(text, "项")


def test_a_county_without_its_ending_counts_before_a_plant():
    assert [one.place.locality for one in places("，云梦基地年产能1万吨", "基")] == ["云梦"]


@pytest.mark.parametrize("text", ["公司在中国动力电池市场", "江苏地区", "As in earlier days"])
def test_no_town(text):
    assert not any(found.kind == "city" for found in places(text))


def test_a_word_before_a_country_is_no_town_of_it():
    (found,) = places("As in northern Norway, prices rose.")
    assert (found.place.country, found.place.locality) == ("NO", None)


def test_a_line_break_parts_places():
    found = places("Makers leave western Europe\nLONDON\nCarmakers in Hungary stay.")
    assert [mention.place.name for mention in found] == ["western Europe", "LONDON", "Hungary"]


def test_a_name_of_several_countries_lies_in_the_one_spoken_of():
    found = places("Carmakers in Germany look on. The plant in Hanover, like that in Wolfsburg, is full.")
    assert {mention.place.country for mention in found} == {"DE"}


def test_where_a_company_sits_is_no_site():
    assert [mention.home for mention in places("the Shenzhen-based maker builds in Hungary")] == [True, False]


def test_the_word_before_a_plant_is_its_place():
    (found,) = places("the Arnstadt factory", "factory")
    assert (found.place.country, found.place.locality) == ("DE", "Arnstadt")


def test_the_union_has_its_code():
    (found,) = places("exports to the European Union")
    assert (found.place.country, found.before) == ("EU", "to")


def test_where_an_expert_works_is_no_town():
    assert places('"It is too dear," said an analyst at Bascombe.') == []
    (found,) = places("Cells are made at Bascombe.")
    assert found.place.locality == "Bascombe"
