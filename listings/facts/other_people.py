"""Which parts of an ad are said of others than the person who is sought: of customers, colleagues, other trades."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache

from listings.facts.base import Reading
from listings.facts.category.departments import categories_of
from listings.facts.category.reader import read as read_category
from listings.facts.category.titles import OF_ENGINEERS
from listings.facts.subjects.groups import PeopleGroup, groups_in
from listings.facts.subjects.kinds import SentenceSubject
from listings.facts.subjects.sentences import sentence_bounds
from listings.vocabulary.bounded_cache import bounded_cache

WORD = re.compile(r"[\w&-]+")
# "Our engineers", "the product engineers": of every trade that makes software.
ENGINEERS = re.compile(r"\bengineers\b")
# The job's own people, whatever its trade.
EVERYBODY = re.compile(r"(?:^|\b)(?:employees|workers|members|others|joiners|contributors)$")


class OtherPeople:
    """Asked by the reader of every fact, so that all agree on whom a sentence of an ad is about.

    A sentence is searched when it is asked for, and remembered, as the other facts ask for the same.
    """

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.spans_by_sentence: dict[tuple[int, int], list[tuple[int, int]]] = {}

    def cover(self, position: int) -> bool:
        """Whether what stands at `position` of the text is said of others."""
        return self.cover_within(position, *sentence_bounds(self.reading.lower_text, position))

    def cover_within(self, position: int, begin: int, end: int) -> bool:
        """The same, for readers that know where the sentence begins and ends."""
        if (begin, end) not in self.spans_by_sentence:
            self.spans_by_sentence[begin, end] = list(self._spans(begin, end))
        # Most sentences speak of nobody else.
        spans = self.spans_by_sentence[begin, end]
        return bool(spans) and any(start <= position < stop for start, stop in spans)

    def _spans(self, begin: int, end: int) -> Iterator[tuple[int, int]]:
        for group in groups_in(self.reading.lower_text[begin:end]):
            if group.subject is SentenceSubject.CUSTOMERS or group.is_part or self._is_another_trade(group):
                yield begin + group.start, begin + group.end

    def _is_another_trade(self, group: PeopleGroup) -> bool:
        # "Software Engineer, Data Infrastructure": the job's own team.
        if not group.trade or not self._title_words.isdisjoint(map(_singular, group.trade.split())):
            return False
        categories = _categories(group.trade)
        if not categories:
            return not group.is_team and EVERYBODY.search(group.trade) is None
        return self.category not in categories and not (self.category in OF_ENGINEERS and "engineering" in categories)

    @cached_property
    def category(self) -> str | None:
        """That of the job, read only if it is asked for: most sentences name no team."""
        fact = read_category(self.reading)
        return fact.value if fact else None

    @cached_property
    def _title_words(self) -> frozenset[str]:
        return frozenset(map(_singular, WORD.findall(self.reading.lower_title)))


# The readers of facts ask for the same ad one after another.
@lru_cache(maxsize=2)
def others_of(reading: Reading) -> OtherPeople:
    return OtherPeople(reading)


@bounded_cache(1024)
def _categories(trade: str) -> frozenset[str]:
    if ENGINEERS.search(trade):
        return frozenset({"engineering"})
    return frozenset(categories_of(trade, {}) - {"other"})


def _singular(word: str) -> str:
    return word.removesuffix("s")
