"""Tools of others: of customers, of some colleagues, of a team whose trade is not that of the job."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache

from listings.facts.base import Reading
from listings.facts.category.departments import categories_of
from listings.facts.category.reader import OF_ENGINEERS
from listings.facts.category.reader import read as read_category
from listings.facts.subjects import PeopleGroup, SentenceSubject, groups_in

WORD = re.compile(r"[\w&-]+")
# "Our engineers", "the product engineers": of every trade that makes software.
ENGINEERS = re.compile(r"\bengineers\b")


class OthersTools:
    """Which parts of the sentences of one ad are said of others than the person who is sought."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading

    @cached_property
    def category(self) -> str | None:
        # Read only if a team is named: most sentences name none.
        fact = read_category(self.reading)
        return fact.value if fact else None

    @cached_property
    def title_words(self) -> frozenset[str]:
        return frozenset(WORD.findall(self.reading.lower_title))

    def spans(self, begin: int, end: int) -> Iterator[tuple[int, int]]:
        """Characters of the text, within the sentence from `begin` to `end`."""
        for group in groups_in(self.reading.lower_text[begin:end]):
            if group.subject is SentenceSubject.CUSTOMERS or group.is_part or self._is_another_trade(group):
                yield begin + group.start, begin + group.end

    def _is_another_trade(self, group: PeopleGroup) -> bool:
        categories = _categories(group.trade)
        # "Software Engineer, Data Infrastructure": the job's own team.
        if not categories or not self.title_words.isdisjoint(group.trade.split()):
            return False
        return self.category not in categories and not (self.category in OF_ENGINEERS and "engineering" in categories)


@lru_cache(maxsize=1024)
def _categories(trade: str) -> frozenset[str]:
    if not trade or ENGINEERS.search(trade):
        return frozenset({"engineering"} if trade else ())
    return frozenset(categories_of(trade, {}) - {"other"})
