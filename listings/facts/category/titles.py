"""The category that a title names, by the rules of listings/vocabulary/category_rules.py."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from listings.facts.multi_search import build_finder
from listings.vocabulary.category_rules import DEPARTMENTS, GENERAL, TRADES, Rule

SEPARATOR = re.compile(r"\s[-–—|/@]\s|[,;:()\[\]|•·–—]")
TOKEN = re.compile(r"[\w+#&]+")
MAX_TITLE = 300


class CategoryMatch(NamedTuple):
    """A category, named by characters `start` to `end`."""

    category: str
    start: int
    end: int


class RuleSet:
    """Rules in order of strength, all searched for in one pass."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.categories = [category for category, _ in rules]
        patterns: list[str] = []
        # The rank of each pattern's rule, so that a match's index leads to its rule.
        self.ranks: list[int] = []
        for rank, (_, phrases) in enumerate(rules):
            patterns += [_pad_phrase(phrase) for phrase in phrases]
            self.ranks += [rank] * len(phrases)
        self.finder = build_finder(patterns)

    def find_first(self, title: str) -> CategoryMatch | None:
        """The strongest rule that matches in the first matching part of the title."""
        # The role comes first, its subject after it: an "Engineering Manager, Payroll" works in engineering.
        for offset, part in _parts(title[:MAX_TITLE]):
            padded, spans = _pad_tokens(part)
            if matches := self.finder.find_matches_as_indexes(padded, overlapping=True):
                # Of one rule's matches the leftmost wins, then the longest.
                index, start, end = min(matches, key=lambda match: (self.ranks[match[0]], match[1], -match[2]))
                match = self._to_match(index, start, end, padded, spans)
                return match._replace(start=offset + match.start, end=offset + match.end)
        return None

    def find_all(self, text: str) -> Iterator[CategoryMatch]:
        """Every match in the text, including those within longer ones."""
        padded, spans = _pad_tokens(text)
        for index, start, end in self.finder.find_matches_as_indexes(padded, overlapping=True):
            yield self._to_match(index, start, end, padded, spans)

    def _to_match(
        self, index: int, start: int, end: int, padded: str, spans: Sequence[tuple[int, int]]
    ) -> CategoryMatch:
        # The number of spaces before a position is the number of the token there, plus one.
        first, last = padded.count(" ", 0, start + 1) - 1, padded.count(" ", 0, end - 1) - 1
        return CategoryMatch(self.categories[self.ranks[index]], spans[first][0], spans[last][1])


def _pad_phrase(phrase: str) -> str:
    """With a space where a word must begin or end; a `*` leaves that side open."""
    before, after = "" if phrase.startswith("*") else " ", "" if phrase.endswith("*") else " "
    return before + phrase.strip("*") + after


def _pad_tokens(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text's tokens in lower case between single spaces, and the span of each in `text`."""
    tokens = list(TOKEN.finditer(text))
    return f" {' '.join(token[0] for token in tokens)} ".lower(), [token.span() for token in tokens]


def _parts(title: str) -> Iterator[tuple[int, str]]:
    """(offset, part), then the whole title: a phrase may span a separator."""
    start = 0
    for separator in SEPARATOR.finditer(title):
        yield start, title[start : separator.start()]
        start = separator.end()
    yield start, title[start:]
    if start:
        yield 0, title


TRADE_RULES, DEPARTMENT_RULES, GENERAL_RULES = RuleSet(TRADES), RuleSet(DEPARTMENTS), RuleSet(GENERAL)


# Titles and tags repeat a lot across ads.
@lru_cache(maxsize=8192)
def match_trade(title: str) -> CategoryMatch | None:
    """A trade named in the title or tag or, failing that, a department."""
    return TRADE_RULES.find_first(title) or DEPARTMENT_RULES.find_first(title)


def match_general(title: str) -> CategoryMatch | None:
    """The category suggested by a general word such as "engineer" or "analyst"."""
    return GENERAL_RULES.find_first(title)
