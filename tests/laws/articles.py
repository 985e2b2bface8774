"""News articles of sentences with facts, distractors and noise, in any order."""

from hypothesis import strategies as st

COMPANIES = ("BYD", "CATL", "Toyota", "Zellkraft Batteries", "Ford", "Gotion High-Tech")
TOWNS = ("Debrecen, Hungary", "Rayong, Thailand", "Kenitra, Morocco", "Vimpelby, Sweden", "Kokomo, Indiana")
COUNTRIES = ("China", "Japan", "Mexico", "Thailand")
MONTHS = ("January 2025", "March 2025", "2024", "the first half of 2025")
NOISE = (
    "The weather stayed mild over the weekend.",
    "Analysts were surprised, but not by much.",
    "The car sells for 32,000 euros.",
    "Quarterly revenue rose to $3.2 billion.",
    "股价上涨3.2%，市值达120亿元。",
    "(Reporting by A. Writer; editing by B. Reader)",
    "&amp; <b>bold</b> ” “ ＄３亿 \u200b",
)

_sums = st.builds(
    "{}{} {}".format, st.sampled_from(("$", "€", "£")), st.integers(1, 900), st.sampled_from(("million", "billion"))
)
_counts = st.integers(2, 900).map(lambda thousands: f"{thousands},000")
investments = st.builds(
    "{} {} {} in a battery plant in {}.".format,
    st.sampled_from(COMPANIES),
    st.sampled_from(("will invest", "invested", "plans to invest", "may invest")),
    _sums,
    st.sampled_from(TOWNS),
)
plants = st.builds(
    "{} {} a car plant in {} that can make {} vehicles a year.".format,
    st.sampled_from(COMPANIES),
    st.sampled_from(("opened", "is building", "plans to build")),
    st.sampled_from(TOWNS),
    _counts,
)
exports = st.builds(
    "{} exported {} vehicles in {}, {} {} percent from a year earlier.".format,
    st.sampled_from(COUNTRIES),
    _counts,
    st.sampled_from(MONTHS),
    st.sampled_from(("up", "down")),
    st.integers(1, 80),
)
sentences = st.one_of(investments, plants, exports, st.sampled_from(NOISE))
bodies = st.lists(st.lists(sentences, min_size=1, max_size=4).map(" ".join), min_size=1, max_size=4).map("\n\n".join)
