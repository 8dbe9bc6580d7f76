"""Completions of a typed prefix: skills, titles and employers in the index, and places."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Literal

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from listings.search.text.analysis import word_forms

CompletionKind = Literal["skill", "title", "company", "place"]
KINDS: tuple[CompletionKind, ...] = ("skill", "title", "company", "place")
# What most people look for: the most used of these come first, whichever they are.
LEADING_KINDS: tuple[CompletionKind, ...] = ("skill", "title")
MAX_LEADING = 4
MAX_COMPLETIONS = 8
# Shown of each kind that has them, so that many titles hide no skill.
MIN_PER_KIND = 1
# Completions of each kind that end the search for more.
ENOUGH_PER_KIND = 4
# A prefix with fewer matches may contain a typo.
FEW_MATCHES = 3
# Shortest word, in letters, that is checked for typos.
MIN_TYPO_LENGTH = 4
# Letters by which completions are looked up.
PREFIX_LENGTH = 3
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
        self._positions: dict[str, array[int]] = {}
        tokens: dict[str, None] = {}
        for position, completion in enumerate(self.completions):
            prefixes = {word[:length] for word in completion.tokens for length in range(1, PREFIX_LENGTH + 1)}
            for prefix in prefixes:
                self._positions.setdefault(prefix, array("L")).append(position)
            tokens.update(dict.fromkeys(completion.tokens))
        self._typo_tokens = tuple(tokens)[:MAX_TYPO_WORDS]

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
        known, names = self._names
        name = " ".join(word_forms(typed))
        matches = process.extract(name, names, scorer=fuzz.ratio, score_cutoff=MIN_LIKENESS, limit=MAX_COMPLETIONS)
        return [known[position] for _, _, position in matches]

    @cached_property
    def _names(self) -> tuple[list[Completion], list[str]]:
        """Titles and skills with their names, the most used first."""
        known = [completion for completion in self.completions[:MAX_SCANNED] if completion.kind in LEADING_KINDS]
        return known, [" ".join(completion.tokens) for completion in known]

    def _matches(self, prefixes: Sequence[str]) -> list[Completion]:
        """Those that begin with the prefixes before those that contain them, the most used first."""
        beginning: dict[CompletionKind, list[int]] = {kind: [] for kind in KINDS}
        containing: dict[CompletionKind, list[int]] = {kind: [] for kind in KINDS}
        longest = max(prefixes, key=len)[:PREFIX_LENGTH]
        for position in self._positions.get(longest, ())[:MAX_SCANNED]:
            completion = self.completions[position]
            more = containing[completion.kind]
            if _begins_with(completion.tokens, prefixes):
                beginning[completion.kind].append(position)
            elif not completion.is_synonym and len(more) < MAX_COMPLETIONS and _contains(completion.tokens, prefixes):
                more.append(position)
            if all(len(positions) >= ENOUGH_PER_KIND for positions in beginning.values()):
                break
        ranked = [*sorted(chain(*beginning.values())), *sorted(chain(*containing.values()))]
        return [self.completions[position] for position in ranked]

    def _matches_with_typo(self, prefixes: Sequence[str]) -> Iterator[Completion]:
        """With one word replaced by the nearest known ones."""
        last = len(prefixes) - 1
        for position, prefix in enumerate(prefixes):
            if len(prefix) < MIN_TYPO_LENGTH:
                continue
            for correction in self._near_words(prefix, whole=position < last):
                yield from self._matches([*prefixes[:position], correction, *prefixes[position + 1 :]])

    def _near_words(self, typed: str, *, whole: bool) -> list[str]:
        """Known words one typo away; their beginnings, unless the word is typed to its end."""
        lengths = (len(typed),) if whole else (len(typed), len(typed) + 1, len(typed) - 1)
        near: dict[str, None] = {}
        for length in lengths:
            candidates = self._typo_tokens if whole else [word[:length] for word in self._typo_tokens]
            matches = process.extract(typed, candidates, scorer=OSA.distance, score_cutoff=1, limit=MAX_NEAR_WORDS)
            near.update(dict.fromkeys(str(word) for word, _, _ in matches if word and word != typed))
        return list(near)


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


def _begins_with(tokens: Sequence[str], prefixes: Sequence[str]) -> bool:
    last = len(prefixes) - 1
    # The last one first: most candidates fail it, and some thousand are compared for each letter typed.
    return len(tokens) > last and tokens[last].startswith(prefixes[last]) and [*tokens[:last]] == [*prefixes[:last]]


def _contains(tokens: Sequence[str], prefixes: Sequence[str]) -> bool:
    return all(any(word.startswith(prefix) for word in tokens) for prefix in prefixes)
