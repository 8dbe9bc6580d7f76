"""The kind of work: what the title names, what the board's own category says, or the trade that the text names most."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from listings.facts.base import Fact, Reading
from listings.facts.category.titles import TRADE_RULES, Named, loose, trade
from listings.vocabulary.category_names import CATEGORY_BY_NAME

OPENING = 3000
MOST_TAGS = 20
# In a text only whole roles count: "customer support" alone may be what the product is for.
ROLE = re.compile(
    r"engineers?$|developers?$|designers?$|managers?$|analysts?$|scientists?$|writers?$|editors?$|representatives?$"
    r"|architects?$|specialists?$|accountants?$|recruiters?$|nurses?$|assistants?$|consultants?$|testers?$|leads?$"
    r"|administrators?$|executives?$|translators?$|teachers?$|tutors?$|attorneys?$|owners?$|masters?$|marketers?$"
    r"|programmers?$|entwickler|staff$|full.?stack|back.?end|front.?end"
)


def read(reading: Reading) -> Fact | None:
    """From the most specific statement to the least; an ad has one kind of work."""
    if named := trade(reading.title):
        return _said("title", reading, named)
    if kind := _board_category(reading):
        return Fact(kind, "field:category")
    if named := loose(reading.title):
        return _said("title", reading, named)
    if kind := _most(named[0] for tag in (reading.ad.tags or ())[:MOST_TAGS] if (named := trade(tag))):
        return Fact(kind, "field:tags")
    named = _text(reading.text[:OPENING])
    return _said("text", reading, named) if named else None


def _said(field: str, reading: Reading, named: Named) -> Fact:
    category, start, end = named
    evidence, spans = reading.quote(field, start, end)
    return Fact(category, evidence, spans)


def _board_category(reading: Reading) -> str | None:
    """Where a board names several kinds for one ad, or one that we do not know, none of them is the kind."""
    named = [" ".join(words.split()) for words in (reading.ad.category or "").casefold().split(";")]
    kinds = {reading.board.categories.get(words) or CATEGORY_BY_NAME.get(words) for words in named if words}
    return kinds.pop() if len(kinds) == 1 else None


def _text(text: str) -> Named | None:
    """The trade that is named most often; its first naming is the evidence."""
    roles = [named for named in TRADE_RULES.all(text) if ROLE.search(text[named[1] : named[2]].lower())]
    kind = _most(category for category, _, _ in roles)
    return next((named for named in roles if named[0] == kind), None)


def _most(kinds: Iterable[str]) -> str | None:
    """The most frequent; of equals the first."""
    counted = Counter(kinds)
    return max(counted, key=lambda kind: counted[kind]) if counted else None
