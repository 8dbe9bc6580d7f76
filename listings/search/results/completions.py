"""What seekers may mean by the beginning of what they type: titles, skills and employers that the index holds."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import process
from rapidfuzz.distance import OSA

from listings.search.index.analysis import terms

Kind = Literal["title", "skill", "company"]
KINDS: tuple[Kind, ...] = ("title", "skill", "company")
MOST = 8
ENOUGH = 4
"""Of each kind that begins as typed, before others are looked for."""
FEW = 3
"""What begins so seldom may be a slip."""
SLIP_FROM = 4
"""Letters that a word has at least before a slip is thought of."""
BEGINNING = 3
"""Letters by which what begins alike is kept together."""
MOST_LOOKED_AT = 6_000
MOST_MEANT = 8_000
"""Words, the most used, that a slip may stand for."""


@dataclass(frozen=True, slots=True)
class Completion:
    """Something to suggest. `value` is how the search names it; `words` are what it is found by.

    Another name of it is found by its beginning alone: nobody who types "dev" means Android development.
    """

    kind: Kind
    label: str
    value: str
    words: tuple[str, ...]
    is_other_name: bool = False


class CompletionTable:
    """`known` in order, the most used first."""

    def __init__(self, known: Iterable[Completion]) -> None:
        self.known = tuple(known)
        self._beginning: dict[str, array[int]] = {}
        words: dict[str, None] = {}
        for place, one in enumerate(self.known):
            for beginning in {word[:size] for word in one.words for size in range(1, BEGINNING + 1)}:
                self._beginning.setdefault(beginning, array("L")).append(place)
            words.update(dict.fromkeys(one.words))
        self._words = tuple(words)[:MOST_MEANT]

    def beginning(self, typed: str) -> list[Completion]:
        """At most MOST; every word typed begins one of theirs. One slip is forgiven where few are right."""
        asked = terms(typed, stemmed=False)
        if not asked:
            return []
        found = self._matching(asked)
        if len(found) < FEW:
            found += self._mended(asked)
        return shared(found)

    def _matching(self, asked: Sequence[str]) -> list[Completion]:
        """Those that begin as typed before those that go on so, each in order of use, some of each kind."""
        longest = max(asked, key=len)[:BEGINNING]
        first: dict[Kind, list[Completion]] = {kind: [] for kind in KINDS}
        later: dict[Kind, list[Completion]] = {kind: [] for kind in KINDS}
        for place in self._beginning.get(longest, ())[:MOST_LOOKED_AT]:
            one = self.known[place]
            if _begins(one.words, asked):
                first[one.kind].append(one)
            elif len(later[one.kind]) < MOST and not one.is_other_name and _holds(one.words, asked):
                later[one.kind].append(one)
            if all(len(some) >= ENOUGH for some in first.values()):
                break
        return [one for kind in KINDS for one in [*first[kind], *later[kind]]]

    def _mended(self, asked: Sequence[str]) -> Iterator[Completion]:
        """With one slip in one word: the nearest words that are known, the most used first."""
        for place, word in enumerate(asked):
            if len(word) < SLIP_FROM:
                continue
            for better in self._near(word, whole=place < len(asked) - 1):
                yield from self._matching([*asked[:place], better, *asked[place + 1 :]])

    def _near(self, word: str, *, whole: bool) -> list[str]:
        """Known words, or their beginnings, at one slip from it."""
        sizes = (len(word),) if whole else (len(word), len(word) + 1, len(word) - 1)
        found: dict[str, None] = {}
        for size in sizes:
            cut = self._words if whole else [known[:size] for known in self._words]
            near = process.extract(word, cut, scorer=OSA.distance, score_cutoff=1, limit=5)
            found.update(dict.fromkeys(str(one) for one, _, _ in near if one and one != word))
        return list(found)


def shared(found: Sequence[Completion]) -> list[Completion]:
    """Some of each kind, so that many titles hide no skill; the rest by kind."""
    once: dict[tuple[Kind, str], Completion] = {}
    for one in found:
        once.setdefault((one.kind, one.value), one)
    rows = {kind: [one for one in once.values() if one.kind == kind] for kind in KINDS}
    chosen = [one for kind in KINDS for one in rows[kind][:2]]
    for kind in KINDS:
        chosen += rows[kind][2 : 2 + max(0, MOST - len(chosen))]
    return sorted(chosen[:MOST], key=lambda one: KINDS.index(one.kind))


def _begins(words: Sequence[str], asked: Sequence[str]) -> bool:
    return (
        len(words) >= len(asked)
        and all(words[place] == word for place, word in enumerate(asked[:-1]))
        and words[len(asked) - 1].startswith(asked[-1])
    )


def _holds(words: Sequence[str], asked: Sequence[str]) -> bool:
    return all(any(word.startswith(one) for word in words) for one in asked)
