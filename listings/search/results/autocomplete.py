"""Suggestions while somebody types, from the index alone, each with the number of jobs it leads to."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from itertools import chain

from listings.search.index.compile_search import StoredTerms, compile_search
from listings.search.index.cuts import MAX_EMPLOYERS, MAX_TITLES
from listings.search.index.index_table import IndexTable
from listings.search.index.reader import index_reader
from listings.search.index.searcher import IndexSearcher, NotReady
from listings.search.query.parameters import LABEL_SEPARATOR, NONE
from listings.search.query.search import Search
from listings.search.results.completions import (
    KINDS,
    LEADING_KINDS,
    MAX_COMPLETIONS,
    Completion,
    CompletionKind,
    CompletionTable,
)
from listings.search.text.analysis import word_forms
from listings.vocabulary.countries import COUNTRIES, SUBDIVISIONS
from listings.vocabulary.skills import SKILL_NAMES, SKILLS

# Read at once, the most used.
MAX_TERMS = 100_000
# Seconds.
MAX_TABLE_AGE = 300.0
MAX_COUNTS = 5_000


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`search` is what it leads to, `count` how many jobs that finds."""

    kind: CompletionKind
    label: str
    search: Search
    count: int


class Autocomplete:
    """The table of completions and their counts, both of the current index, shared by the threads of a process."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._table = IndexTable(_read_table, CompletionTable([]), MAX_TABLE_AGE)
        self._counts_state: Hashable = None
        self._counts: OrderedDict[Search, int] = OrderedDict()

    def suggest(self, typed: str) -> list[Suggestion]:
        """At most MAX_COMPLETIONS that find something; nothing while there is no index. Raises IndexUnusable."""
        try:
            searcher = index_reader().searcher()
        except NotReady:
            return []
        prefixes = tuple(word_forms(typed))
        ranked = []
        for completion in self._current_table(searcher).complete(typed):
            search = search_for(completion)
            if count := self._count(searcher, search):
                suggestion = Suggestion(completion.kind, completion.label, search, count)
                ranked.append((_rank(suggestion, is_whole=completion.tokens == prefixes), suggestion))
        return [suggestion for _, suggestion in sorted(ranked, key=lambda pair: pair[0])[:MAX_COMPLETIONS]]

    def near(self, typed: str) -> list[Completion]:
        """Titles and skills that are spelt like the typed words. Raises IndexUnusable."""
        return self._current_table(index_reader().searcher()).near(typed)

    def _current_table(self, searcher: IndexSearcher) -> CompletionTable:
        reader = index_reader()
        return self._table.current(searcher, str(reader.folder / reader.version))

    def _count(self, searcher: IndexSearcher, search: Search) -> int:
        with self._lock:
            if self._counts_state != searcher.state:
                self._counts_state = searcher.state
                self._counts.clear()
            count = self._counts.get(search)
        if count is None:
            # Outside of the lock, so that one slow count holds up nobody else.
            count = searcher.count(compile_search(search, StoredTerms.read(searcher, search)))
            with self._lock:
                self._counts[search] = count
                if len(self._counts) > MAX_COUNTS:
                    self._counts.popitem(last=False)
        return count


def _rank(suggestion: Suggestion, *, is_whole: bool) -> tuple[int, bool, int]:
    """Skills and titles, then employers, then places; of these what was typed whole, then what leads to most jobs."""
    group = 0 if suggestion.kind in LEADING_KINDS else KINDS.index(suggestion.kind)
    return group, not is_whole, -suggestion.count


def _read_table(searcher: IndexSearcher) -> CompletionTable:
    return CompletionTable(completions(searcher))


def search_for(completion: Completion) -> Search:
    if completion.kind == "title":
        return Search(q=completion.value)
    if completion.kind == "place":
        return Search(country=completion.value)
    return Search().adding(completion.kind, completion.value)


def completions(searcher: IndexSearcher) -> Iterator[Completion]:
    """Everything that may be suggested, the most used first."""
    counted = [*_titles(searcher), *_skills(searcher), *_employers(searcher)]
    by_use = (completion for _, completion in sorted(counted, key=lambda pair: (-pair[0], pair[1].label)))
    # Each place is open to some jobs, and counted when it is suggested.
    return chain(by_use, _places())


def _titles(searcher: IndexSearcher) -> list[tuple[int, Completion]]:
    """Roles that differ only in case and signs are one, spelt as most ads spell it."""
    spellings: dict[tuple[str, ...], tuple[int, int, str]] = {}
    for title, count in searcher.terms("role", MAX_TERMS):
        tokens = tuple(word_forms(title))
        if tokens:
            total, most, label = spellings.get(tokens, (0, 0, title))
            spellings[tokens] = (total + count, max(most, count), title if count > most else label)
    most_used = sorted(spellings.items(), key=lambda item: -item[1][0])[:MAX_TITLES]
    return [(total, Completion("title", label, label.lower(), tokens)) for tokens, (total, _, label) in most_used]


def _skills(searcher: IndexSearcher) -> list[tuple[int, Completion]]:
    """Each skill under each of its names."""
    counted = []
    for skill, count in searcher.terms("skill", MAX_TERMS):
        if skill != NONE:
            main_name = tuple(word_forms(skill))
            all_names = {main_name, *(tuple(word_forms(name)) for name in SKILLS.get(skill, ()))}
            counted += [
                (count, Completion("skill", SKILL_NAMES.get(skill, skill), skill, name, is_synonym=name != main_name))
                for name in sorted(all_names)
                if name
            ]
    return counted


def _employers(searcher: IndexSearcher) -> list[tuple[int, Completion]]:
    counted = []
    for term, count in searcher.terms("employer", MAX_TERMS):
        slug, _, name = term.partition(LABEL_SEPARATOR)
        if tokens := tuple(word_forms(name)):
            counted.append((count, Completion("company", name, slug, tokens)))
    return sorted(counted, key=lambda pair: -pair[0])[:MAX_EMPLOYERS]


def _places() -> Iterator[Completion]:
    """Countries, and the states and provinces that a search can name."""
    states = {code: name for code, name in SUBDIVISIONS.items() if code.startswith(("US-", "CA-"))}
    for code, name in sorted((COUNTRIES | states).items(), key=lambda place: place[1]):
        yield Completion("place", name, code, tuple(word_forms(name)))


AUTOCOMPLETE = Autocomplete()
