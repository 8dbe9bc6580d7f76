"""Search for many phrases in one pass over a text (Aho-Corasick)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum
from functools import cache, lru_cache

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

# Of the phrases that start at the leftmost match, the longest wins; matches do not overlap.
LEFTMOST_LONGEST = MatchKind.LeftmostLongest
# (index of the phrase, start, end)
Match = tuple[int, int, int]


def build_finder(phrases: Sequence[str], kind: MatchKind = MatchKind.Standard) -> AhoCorasick:
    """An automaton whose matches give an index into `phrases`, for parts of texts and for few phrases."""
    # DFA instead of the default: it walks a text in half the time, for a few megabytes of tables.
    return AhoCorasick(phrases, matchkind=kind, implementation=Implementation.DFA)


class Overlaps(Enum):
    """Which of several matches on the same characters are kept: all, the first to end, or the longest of the first."""

    ALL = "all"
    FIRST_END = "first end"
    LONGEST = "longest"


class SharedFinder:
    """Finds its phrases in whole texts, in one pass with the phrases of all other shared finders.

    Ten automata that walk the same text one after another push each other out of the processor's cache. Finders for
    texts as written (`is_cased`) and those for texts in lower case do not share a pass.
    """

    def __init__(
        self, phrases: Iterable[str], overlaps: Overlaps = Overlaps.FIRST_END, *, is_cased: bool = False
    ) -> None:
        self.phrases = tuple(phrases)
        self.overlaps = overlaps
        self.group = GROUPS[is_cased]
        self.number = len(self.group)
        self.group.append(self)

    def find(self, text: str) -> list[Match]:
        """Matches with indexes into the phrases: by their ends, or by their starts if only the longest are kept."""
        matches = _matches(text, len(self.group), self.group is GROUPS[True])[self.number]
        # Most texts hold few of the phrases of a finder, and most finders nothing in a title.
        if len(matches) < 2:
            return matches
        if self.overlaps is Overlaps.LONGEST:
            return longest(matches)
        return without_overlaps(matches) if self.overlaps is Overlaps.FIRST_END else matches


GROUPS: tuple[list[SharedFinder], list[SharedFinder]] = ([], [])


def longest(matches: Iterable[Match]) -> list[Match]:
    """Of the matches that begin first the longest, then likewise after its end."""
    return without_overlaps(sorted(matches, key=_by_start_and_length))


def without_overlaps(matches: Iterable[Match]) -> list[Match]:
    """The first match, the next that begins after it, and so on."""
    kept: list[Match] = []
    last = 0
    for match in matches:
        if match[1] >= last:
            kept.append(match)
            last = match[2]
    return kept


def _by_start_and_length(match: Match) -> tuple[int, int]:
    return match[1], -match[2]


# The readers of facts ask for the same title and text one after another.
@lru_cache(maxsize=4)
def _matches(text: str, finders: int, is_cased: bool) -> list[list[Match]]:
    """All matches of each finder. `finders`: how many there are, as a module may be imported later."""
    automaton, owners = _automaton(finders, is_cased)
    matches: list[list[Match]] = [[] for _ in range(finders)]
    for phrase, start, end in automaton.find_matches_as_indexes(text, overlapping=True):
        for finder, index in owners[phrase]:
            matches[finder].append((index, start, end))
    return matches


@cache
def _automaton(finders: int, is_cased: bool) -> tuple[AhoCorasick, list[list[tuple[int, int]]]]:
    """The automaton, and for each of its phrases the finders with their own indexes of it."""
    owners: dict[str, list[tuple[int, int]]] = {}
    for finder in GROUPS[is_cased][:finders]:
        for index, phrase in enumerate(finder.phrases):
            owners.setdefault(phrase, []).append((finder.number, index))
    # Not DFA, whose table for so many phrases does not stay in the cache.
    return AhoCorasick(list(owners), implementation=Implementation.ContiguousNFA), list(owners.values())
