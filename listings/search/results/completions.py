"""Completions of a typed prefix: skills, titles and employers in the index, and places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, reduce
from itertools import chain
from typing import Literal

import numpy as np
from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from listings.search.results.prefix_positions import Positions, PrefixPositions
from listings.search.text.analysis import word_forms

CompletionKind = Literal["skill", "title", "company", "place"]
KINDS: tuple[CompletionKind, ...] = ("skill", "title", "company", "place")
# What most people look for: the most used of these come first, whichever they are.
LEADING_KINDS: tuple[CompletionKind, ...] = ("skill", "title")
MAX_LEADING = 4
MAX_COMPLETIONS = 8
# Shown of each kind that has them, so that many titles hide no skill.
MIN_PER_KIND = 1
# Of each kind, before names that mean the same are counted once.
MAX_PER_KIND = 3 * MAX_COMPLETIONS
# A prefix with fewer matches may contain a typo.
FEW_MATCHES = 3
# Shortest word, in letters, that is checked for typos.
MIN_TYPO_LENGTH = 4
# The most used completions, whose names a typed one may be like.
MAX_SCANNED = 6_000
# The most used words, which a typo may stand for.
MAX_TYPO_WORDS = 8_000
MAX_NEAR_WORDS = 5
# Of a hundred, for a name that is spelt like what was typed.
MIN_LIKENESS = 72


@dataclass(frozen=True, slots=True)
class Completion:
    """Something to suggest. `value` is its name in a search; `tokens` are what it is found by.

    A synonym is found by its beginning only: nobody who types "dev" means Android development.
    """

    kind: CompletionKind
    label: str
    value: str
    tokens: tuple[str, ...]
    is_synonym: bool = False


class CompletionTable:
    """Looks up completions by the beginnings of their words. `completions`: the most used first."""

    def __init__(self, completions: Iterable[Completion]) -> None:
        self.completions = tuple(completions)
        self._kinds = np.array([KINDS.index(completion.kind) for completion in self.completions], dtype=np.uint8)
        self._names = PrefixPositions(
            (" ".join(completion.tokens), position) for position, completion in enumerate(self.completions)
        )
        self._tokens = PrefixPositions(
            (token, position) for position, completion in enumerate(self.completions) for token in completion.tokens
        )
        self._are_synonyms = np.array([completion.is_synonym for completion in self.completions], dtype=bool)
        tokens = dict.fromkeys(chain.from_iterable(completion.tokens for completion in self.completions))
        self._typo_tokens = tuple(tokens)[:MAX_TYPO_WORDS]
        self._beginnings_by_length: dict[int, Sequence[str]] = {}

    def complete(self, typed: str) -> list[Completion]:
        """At most MAX_COMPLETIONS, whose words begin with the typed ones. One typo is forgiven if few match."""
        prefixes = word_forms(typed)
        if not prefixes:
            return []
        matches = self._matches(prefixes)
        if len(matches) < FEW_MATCHES:
            matches += self._matches_with_typo(prefixes)
        return select(matches)

    def near(self, typed: str) -> list[Completion]:
        """Titles and skills that are spelt like the typed words, the likest first."""
        known, names = self._known_names
        name = " ".join(word_forms(typed))
        matches = process.extract(name, names, scorer=fuzz.ratio, score_cutoff=MIN_LIKENESS, limit=MAX_COMPLETIONS)
        return [known[position] for _, _, position in matches]

    @cached_property
    def _known_names(self) -> tuple[list[Completion], list[str]]:
        """Titles and skills with their names, the most used first."""
        known = [completion for completion in self.completions[:MAX_SCANNED] if completion.kind in LEADING_KINDS]
        return known, [" ".join(completion.tokens) for completion in known]

    def _matches(self, prefixes: Sequence[str]) -> list[Completion]:
        """Those that begin with the prefixes before those that contain them, the most used first."""
        beginning = self._names.beginning_with(" ".join(prefixes))
        containing = np.setdiff1d(self._containing(prefixes), beginning, assume_unique=True)
        ranked = [*self._first(beginning), *self._first(containing[~self._are_synonyms[containing]])]
        return [self.completions[position] for position in ranked]

    def _containing(self, prefixes: Iterable[str]) -> Positions:
        """Of the completions with words for all of the prefixes."""
        return reduce(np.intersect1d, map(self._tokens.beginning_with, prefixes))

    def _first(self, positions: Positions) -> list[int]:
        """The most used of each kind."""
        kinds = self._kinds[positions]
        return sorted(chain(*(positions[kinds == kind][:MAX_PER_KIND].tolist() for kind in range(len(KINDS)))))

    def _matches_with_typo(self, prefixes: Sequence[str]) -> Iterator[Completion]:
        """With one word replaced by the nearest known ones."""
        last = len(prefixes) - 1
        for position, prefix in enumerate(prefixes):
            before, after = prefixes[:position], prefixes[position + 1 :]
            if len(prefix) < MIN_TYPO_LENGTH or (last and not self._containing([*before, *after]).size):
                continue
            for correction in self._near_words(prefix, whole=position < last):
                yield from self._matches([*before, correction, *after])

    def _near_words(self, typed: str, *, whole: bool) -> list[str]:
        """Known words one typo away; their beginnings, unless the word is typed to its end."""
        lengths = (len(typed),) if whole else (len(typed), len(typed) + 1, len(typed) - 1)
        near: dict[str, None] = {}
        for length in lengths:
            candidates = self._typo_tokens if whole else self._beginnings(length)
            matches = process.extract(typed, candidates, scorer=OSA.distance, score_cutoff=1, limit=MAX_NEAR_WORDS)
            near.update(dict.fromkeys(str(word) for word, _, _ in matches if word and word != typed))
        return list(near)

    def _beginnings(self, length: int) -> Sequence[str]:
        """Of the words that a typo may stand for."""
        if length not in self._beginnings_by_length:
            beginnings = dict.fromkeys(word[:length] for word in self._typo_tokens)
            self._beginnings_by_length[length] = tuple(beginnings)
        return self._beginnings_by_length[length]


def select(matches: Sequence[Completion]) -> list[Completion]:
    """At most MAX_COMPLETIONS: the best skills and titles, then of each kind as many as there is room."""
    unique: dict[tuple[CompletionKind, str], Completion] = {}
    for completion in matches:
        unique.setdefault((completion.kind, completion.value), completion)
    leading = [completion for completion in unique.values() if completion.kind in LEADING_KINDS][:MAX_LEADING]
    rest = [completion for completion in unique.values() if completion not in leading]
    by_kind = {kind: [completion for completion in rest if completion.kind == kind] for kind in KINDS}
    selected = [completion for kind in KINDS for completion in by_kind[kind][:MIN_PER_KIND]]
    for kind in KINDS:
        room = max(0, MAX_COMPLETIONS - len(leading) - len(selected))
        selected += by_kind[kind][MIN_PER_KIND : MIN_PER_KIND + room]
    return [*leading, *sorted(selected, key=lambda completion: KINDS.index(completion.kind))]
