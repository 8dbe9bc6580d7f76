"""Many words found in one pass over a text."""

from __future__ import annotations

from collections.abc import Sequence

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

LONGEST = MatchKind.LeftmostLongest


def finder(words: Sequence[str], kind: MatchKind = MatchKind.Standard) -> AhoCorasick:
    """A table of all states: half as long to walk as the default, for some megabytes."""
    return AhoCorasick(words, matchkind=kind, implementation=Implementation.DFA)
