from evinvest.mentions.chinese_script import simplified


def test_traditional_signs_are_read_as_simplified_ones():
    assert simplified("寧德時代將在匈牙利設廠，產能50萬輛") == "宁德时代将在匈牙利设厂，产能50万辆"


def test_a_sign_that_simplified_texts_have_too_stays():
    text = "著名的乾坤公里"
    assert simplified(text) is text


def test_other_scripts_stay():
    text = "Göd, トヨタ 한국"
    assert simplified(text) is text
    assert simplified("plant") == "plant"
