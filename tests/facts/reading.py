"""Facts of one sentence, in short."""

from datetime import date

from evinvest.facts import extract_facts
from evinvest.facts.prepare import cues_of, prepare
from evinvest.lexicon import Lexicon
from evinvest.mentions.runs import NameRules
from evinvest.reading import parse_article

DAY = date(2025, 6, 20)


def facts_of(text, day=DAY):
    return extract_facts(parse_article(text, format="plain"), published=day)


def document_of(text, day=DAY):
    lexicon = Lexicon.default()
    article = parse_article(text, format="plain")
    return prepare(article, day=day, lexicon=lexicon, cues=cues_of(lexicon), rules=NameRules.default())


def names(companies):
    return [company.name for company in companies]
