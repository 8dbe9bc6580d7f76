"""The category of an ad: from its title, else the board's own category, else its tags, else its text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from listings.facts.base import Fact, Reading
from listings.facts.category.titles import TRADE_RULES, CategoryMatch, match_general, match_trade
from listings.vocabulary.category_names import CATEGORY_BY_NAME

# Characters of the text that are searched for roles.
OPENING = 3000
MAX_TAGS = 20
# In the text only whole roles count: "customer support" alone may be what the product is for.
ROLE = re.compile(
    r"engineers?$|developers?$|designers?$|managers?$|analysts?$|scientists?$|writers?$|editors?$|representatives?$"
    r"|architects?$|specialists?$|accountants?$|recruiters?$|nurses?$|assistants?$|consultants?$|testers?$|leads?$"
    r"|administrators?$|executives?$|translators?$|teachers?$|tutors?$|attorneys?$|owners?$|masters?$|marketers?$"
    r"|programmers?$|entwickler|staff$|full.?stack|back.?end|front.?end"
)


def read(reading: Reading) -> Fact | None:
    """The category by the most specific source that names one."""
    if match := match_trade(reading.title):
        return _quote(reading, "title", match)
    if category := _board_category(reading):
        return Fact(category, "field:category")
    # After the board's category: an "engineer" may be one of software, security or data.
    if match := match_general(reading.title):
        return _quote(reading, "title", match)
    tags = (reading.ad.tags or ())[:MAX_TAGS]
    if category := _most_frequent(match.category for tag in tags if (match := match_trade(tag))):
        return Fact(category, "field:tags")
    match = _most_frequent_role(reading.text[:OPENING])
    return _quote(reading, "text", match) if match else None


def _quote(reading: Reading, field: str, match: CategoryMatch) -> Fact:
    return Fact(match.category, *reading.quote(field, match.start, match.end))


def _board_category(reading: Reading) -> str | None:
    """The category of the board's field, which may hold several names; None if they disagree or one is unknown."""
    names = [" ".join(part.split()) for part in (reading.ad.category or "").casefold().split(";")]
    categories = {reading.board.categories.get(name) or CATEGORY_BY_NAME.get(name) for name in names if name}
    return categories.pop() if len(categories) == 1 else None


def _most_frequent_role(text: str) -> CategoryMatch | None:
    """The first role of the category that most roles in `text` belong to."""
    roles = [match for match in TRADE_RULES.find_all(text) if ROLE.search(text[match.start : match.end].lower())]
    category = _most_frequent(match.category for match in roles)
    return next((match for match in roles if match.category == category), None)


def _most_frequent(categories: Iterable[str]) -> str | None:
    """The first one of those with the highest count."""
    counts = Counter(categories)
    return max(counts, key=lambda category: counts[category]) if counts else None
