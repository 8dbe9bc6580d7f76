"""Regular expressions that are searched only where they can match at all.

Most of a reader's patterns are long alternations, which the engine tries at every character of a sentence, and nearly
all of these searches find nothing. What every match of a pattern must contain is derived from the pattern itself, and
looked for first, by one automaton.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence

from listings.facts.multi_search import build_finder
from listings.facts.required_pieces import required_pieces


class GuardedPattern:
    """A compiled pattern with those methods of `re.Pattern` that search, and equal results.

    ValueError if a match need not contain any certain piece: such a pattern cannot be guarded.
    """

    def __init__(self, pattern: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self.compiled = re.compile(pattern, flags)
        self.pieces = required_pieces(self.compiled)
        self._is_cased = not self.compiled.flags & re.IGNORECASE
        self._find = build_finder(sorted(self.pieces)).find_matches_as_indexes

    def may_match(self, text: str, start: int = 0, end: int = sys.maxsize) -> bool:
        part = text[start:end] if start or end < len(text) else text
        return bool(self._find(part if self._is_cased else part.lower()))

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        return self.compiled.search(text, start, end) if self.may_match(text, start, end) else None

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        return self.compiled.finditer(text, start, end) if self.may_match(text, start, end) else iter(())

    def finditer_by_line(self, text: str) -> Iterator[re.Match[str]]:
        """As `finditer`, only in those lines that may match: for a pattern that matches no line break."""
        end, lower = -1, text if self._is_cased else text.lower()
        if len(lower) != len(text):
            # "İ" grows, and what follows it stands elsewhere then.
            yield from self.finditer(text)
            return
        for _, start, _ in self._find(lower):
            if start > end:
                begin, end = text.rfind("\n", 0, start) + 1, text.find("\n", start)
                end = end if end >= 0 else len(text)
                yield from self.compiled.finditer(text, begin, end)

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        return self.compiled.match(text, start, end) if self.may_match(text, start, end) else None

    def sub(self, replacement: str | Callable[[re.Match[str]], str], text: str) -> str:
        return self.compiled.sub(replacement, text) if self.may_match(text) else text


class PatternTable:
    """Patterns in order, as in a table whose first rule that matches decides: one pass tells which of them can match.

    All are of one case: for texts in lower case, without `re.IGNORECASE`.
    """

    def __init__(self, patterns: Iterable[re.Pattern[str]]) -> None:
        self.patterns: Sequence[re.Pattern[str]] = tuple(patterns)
        self._rules: dict[str, int] = {}
        for rule, pattern in enumerate(self.patterns):
            for piece in required_pieces(pattern):
                self._rules[piece] = self._rules.get(piece, 0) | 1 << rule
        self._rules_of_piece = list(self._rules.values())
        self._finder = build_finder(list(self._rules))

    def matches(self, text: str) -> Iterator[tuple[int, re.Match[str]]]:
        """The first match of each pattern that has one, with its number; each is searched when it is asked for."""
        possible = 0
        for piece, _, _ in self._finder.find_matches_as_indexes(text, overlapping=True):
            possible |= self._rules_of_piece[piece]
        while possible:
            rule = (possible & -possible).bit_length() - 1
            possible &= possible - 1
            if match := self.patterns[rule].search(text):
                yield rule, match
