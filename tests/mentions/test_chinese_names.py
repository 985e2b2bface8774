import pytest

from evinvest.mentions.chinese_names import chinese_companies
from evinvest.mentions.tickers import find_tickers
from evinvest.tokens import Tokens


def found(text, place=""):
    tokens = Tokens.of(text)
    placed = [False] * len(tokens)
    if place:
        first = "".join(tokens.words).index(place)
        placed[first : first + len(place)] = [True] * len(place)
    listed = {ticker.span.start: ticker.label for ticker in find_tickers(text)}
    mentions = chinese_companies(text, tokens, [False] * len(tokens), placed, listed)
    return [(mention.company.surface, mention.company.name) for mention in mentions]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("由江苏锐腾新材料科技有限公司承建", ["江苏锐腾新材料科技"]),
        ("全资子公司泽川锂电有限责任公司投产", ["泽川锂电"]),
        ("固德电驱(688999.SH)公告", ["固德电驱"]),
        ("8日，蓝湾新能宣布投产", ["蓝湾新能"]),
        ("岚海汽车与华瓴电池成立合资公司", ["岚海汽车", "华瓴电池"]),
        ("高新区宁岱能源的储能产线", ["宁岱能源"]),
        ("记者走进开发区裕岚新材，四期已满产", ["裕岚新材"]),
        ("法院裁定批准赛岚新能源破产", ["赛岚新能源"]),
        ("红岚汽车3月底停产", ["红岚汽车"]),
        ("与塔索科集团合资建厂", ["塔索科集团"]),
        ("中岚智驱线控制动工厂投产", ["中岚智驱"]),
        ("岚驭动力电池一期点亮，岚驭是合资企业", ["岚驭", "岚驭"]),
        ('中国车企"岚澈"将在当地设厂', ["岚澈"]),
        ("与当地合作伙伴Zelvona合资的SUV工厂", ["Zelvona"]),
        ("Brenzotec宣布在当地建厂", ["Brenzotec"]),
        ("SUV工厂位于当地", []),
        ("国内汽车与动力电池企业发展很快", []),
        ("机器人部件和轻量化材料将实现量产", []),
        ("前往新能源工厂的路上", []),
        ("兴岚化工业园开工", []),
        ("新能源汽车将大量出口", []),
        ("深圳证券交易所有限公司受理申请", []),
    ],
)
def test_a_name_shows_both_its_ends(text, names):
    assert [name for _, name in found(text)] == names


def test_the_town_in_a_legal_name_is_left_out():
    assert found("落户园区的锐辉(荆州)硅能科技有限公司")[0][1] == "锐辉硅能科技"


def test_what_the_text_calls_it_is_its_name():
    text = '昌瑞智能装备股份有限公司(以下简称"昌瑞智能")称，昌瑞智能将建厂'
    assert {name for _, name in found(text)} == {"昌瑞智能"}


def test_a_short_form_is_the_same_company():
    text = "江苏锐腾新材料科技有限公司签约。锐腾新材表示满意"
    assert {name for _, name in found(text)} == {"江苏锐腾新材料科技"}


def test_a_place_before_a_short_name_is_no_part_of_it():
    assert found("江苏蓝湾新能宣布投产", place="江苏") == [("蓝湾新能", "蓝湾新能")]


def test_what_any_company_calls_itself_is_no_name():
    assert found('岚鹏锂材股份有限公司(以下简称"公司")召开会议')[0][1] == "岚鹏锂材"
