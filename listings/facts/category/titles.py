"""The kind of work that words of a title name: parts of it in order, in each the most telling words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from listings.facts.multi_search import finder
from listings.vocabulary.category_rules import DEPARTMENTS, LOOSE, TRADES, Rule

# The job comes first, what it is about follows: "Engineering Manager, Payroll" is no payroll clerk.
PARTS = re.compile(r"\s[-–—|/@]\s|[,;:()\[\]|•·–—]")
WORD = re.compile(r"[\w+#&]+")
MOST = 300

Named = tuple[str, int, int]
"""A category, and where its words begin and end."""


class Rules:
    """Of the rules that a part of a title answers, the first counts."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.words: list[str] = []
        self.categories: list[str] = []
        self.ranks: list[int] = []
        for rank, (category, words) in enumerate(rules):
            self.categories.append(category)
            self.words += [_bounded(word) for word in words]
            self.ranks += [rank] * len(words)
        self.finder = finder(self.words)

    def first(self, title: str) -> Named | None:
        for start, part in _parts(title[:MOST]):
            padded, places = _padded(part)
            if found := self.finder.find_matches_as_indexes(padded, overlapping=True):
                index, begin, end = min(found, key=lambda match: (self.ranks[match[0]], match[1], -match[2]))
                first = padded.count(" ", 0, begin + 1) - 1
                last = padded.count(" ", 0, end - 1) - 1
                return self.categories[self.ranks[index]], start + places[first][0], start + places[last][1]
        return None

    def all(self, words: str) -> Iterator[Named]:
        """Every naming in a text's words, shorter ones within longer ones included."""
        padded, places = _padded(words)
        for index, begin, end in self.finder.find_matches_as_indexes(padded, overlapping=True):
            first, last = padded.count(" ", 0, begin + 1) - 1, padded.count(" ", 0, end - 1) - 1
            yield self.categories[self.ranks[index]], places[first][0], places[last][1]


def _bounded(word: str) -> str:
    before, after = "" if word.startswith("*") else " ", "" if word.endswith("*") else " "
    return before + word.strip("*") + after


def _padded(words: str) -> tuple[str, list[tuple[int, int]]]:
    """Lower-case words between single spaces, and where each stood."""
    found = list(WORD.finditer(words))
    return f" {' '.join(word[0] for word in found)} ".lower(), [word.span() for word in found]


def _parts(title: str) -> Iterator[tuple[int, str]]:
    start = 0
    for separator in PARTS.finditer(title):
        yield start, title[start : separator.start()]
        start = separator.end()
    yield start, title[start:]
    if start:
        yield 0, title


TRADE_RULES, DEPARTMENT_RULES, LOOSE_RULES = Rules(TRADES), Rules(DEPARTMENTS), Rules(LOOSE)


@lru_cache(maxsize=8192)
def trade(title: str) -> Named | None:
    """What a title names as a trade or, failing that, as a department."""
    return TRADE_RULES.first(title) or DEPARTMENT_RULES.first(title)


def loose(title: str) -> Named | None:
    """What a title's general words ("engineer", "analyst") suggest."""
    return LOOSE_RULES.first(title)
