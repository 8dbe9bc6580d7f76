"""Suggestions while somebody types, from the index alone, with how many jobs each leads to."""

from __future__ import annotations

import logging
import threading
import time
from collections import OrderedDict
from collections.abc import Hashable, Iterator
from dataclasses import dataclass

from listings.search.index.analysis import terms
from listings.search.index.compile_search import ResidenceTerms, compile_search
from listings.search.index.reader import NotReady, reader
from listings.search.index.searcher import IndexSearcher, IndexUnusable
from listings.search.query.filters import LABELLED, NONE
from listings.search.query.search import Search
from listings.search.results.completions import MOST, Completion, CompletionTable, Kind
from listings.vocabulary.skills import SKILLS

log = logging.getLogger(__name__)

MOST_TITLES, MOST_EMPLOYERS = 30_000, 20_000
MOST_READ = 500_000
FRESH = 300.0
"""Seconds that a vocabulary is used for."""
REMEMBERED = 5_000
"""Counts, of one state of the index."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`search` is what it leads to, `count` how many that finds."""

    kind: Kind
    label: str
    search: Search
    count: int


class Autocomplete:
    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.vocabulary: CompletionTable | None = None
        self.of = ""
        self.read_at = 0.0
        self.reading = False
        self.state: Hashable = None
        self.counts: OrderedDict[Search, int] = OrderedDict()

    def suggest(self, typed: str) -> list[Suggestion]:
        """At most MOST, none that would find nothing; nothing while there is no index.

        Raises IndexUnusable for one that is damaged.
        """
        try:
            searcher, state = reader().view()
        except NotReady:
            return []
        found = []
        for known in self._known(searcher).beginning(typed):
            search = leading_to(known)
            if many := self._count(searcher, state, search):
                found.append(Suggestion(known.kind, known.label, search, many))
        return found[:MOST]

    def _known(self, searcher: IndexSearcher) -> CompletionTable:
        """The first one is waited for, and so is another index's; a newer one is read meanwhile."""
        with self.lock:
            name = str(reader().folder / reader().name)
            if self.vocabulary is None or self.of != name:
                self._read(searcher, name)
            elif time.monotonic() - self.read_at > FRESH and not self.reading:
                self.reading = True
                threading.Thread(target=self._read_anew, args=(searcher, name), daemon=True).start()
            assert self.vocabulary is not None
            return self.vocabulary

    def _read(self, searcher: IndexSearcher, name: str) -> None:
        self.vocabulary, self.of, self.read_at = CompletionTable(held(searcher)), name, time.monotonic()

    def _read_anew(self, searcher: IndexSearcher, name: str) -> None:
        try:
            self._read(searcher, name)
        except IndexUnusable as error:
            log.warning("Suggestions stay as they were: %s", error)
        finally:
            self.reading = False

    def _count(self, searcher: IndexSearcher, state: Hashable, search: Search) -> int:
        with self.lock:
            if self.state != state:
                self.state = state
                self.counts.clear()
            known = self.counts.get(search)
        if known is None:
            known = searcher.count(compile_search(search, ResidenceTerms()))
            with self.lock:
                self.counts[search] = known
                if len(self.counts) > REMEMBERED:
                    self.counts.popitem(last=False)
        return known


def leading_to(known: Completion) -> Search:
    if known.kind == "title":
        return Search(q=f'title:"{known.value}"')
    return Search().adding(known.kind, known.value)


def held(searcher: IndexSearcher) -> Iterator[Completion]:
    """Everything that may be suggested, the most used first."""
    many = [*_titles(searcher), *_skills(searcher), *_employers(searcher)]
    return (known for _, known in sorted(many, key=lambda one: (-one[0], one[1].label)))


def _titles(searcher: IndexSearcher) -> list[tuple[int, Completion]]:
    """Written alike but for case and signs, they are one, as it is written most."""
    alike: dict[tuple[str, ...], tuple[int, int, str]] = {}
    for title, many in searcher.terms("role", MOST_READ):
        words = tuple(terms(title, stemmed=False))
        if words:
            total, most, label = alike.get(words, (0, 0, title))
            alike[words] = (total + many, max(most, many), title if many > most else label)
    most_used = sorted(alike.items(), key=lambda one: -one[1][0])[:MOST_TITLES]
    return [(total, Completion("title", label, label.lower(), words)) for words, (total, _, label) in most_used]


def _skills(searcher: IndexSearcher) -> list[tuple[int, Completion]]:
    """Under each of their names."""
    found = []
    for skill, many in searcher.terms("skill", MOST_READ):
        if skill != NONE:
            own = tuple(terms(skill, stemmed=False))
            named = {own, *(tuple(terms(name, stemmed=False)) for name in SKILLS.get(skill, ()))}
            found += [
                (many, Completion("skill", skill, skill, words, words != own)) for words in sorted(named) if words
            ]
    return found


def _employers(searcher: IndexSearcher) -> list[tuple[int, Completion]]:
    found = []
    for term, many in searcher.terms("employer", MOST_READ):
        slug, _, name = term.partition(LABELLED)
        if words := tuple(terms(name, stemmed=False)):
            found.append((many, Completion("company", name, slug, words)))
    return sorted(found, key=lambda one: -one[0])[:MOST_EMPLOYERS]


AUTOCOMPLETE = Autocomplete()
