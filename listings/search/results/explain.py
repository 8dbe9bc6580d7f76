"""Why listings were found: which of the words that were asked stand where, or another name of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

import tantivy

from listings.search.index.analysis import terms
from listings.search.index.reader import reader
from listings.search.index.schema import schema
from listings.search.index.searcher import IndexSearcher, IndexUnusable
from listings.search.query import parse_text
from listings.search.query.synonyms import term_groups
from listings.search.results.ranking import among_ids

PLACES = {"title": "title", "skills": "skills", "company": "company", "text": "ad"}
"""Fields of the index with the names that readers know."""


@dataclass(frozen=True, slots=True)
class Reason:
    """`found` is `asked`, or another name of it; `places` as readers name them."""

    asked: str
    found: str
    places: tuple[str, ...]


def reasons(q: str, ids: Sequence[int]) -> dict[int, list[Reason]]:
    """Of each listing, in the order asked; what is not there has none. The index that found them tells."""
    found: dict[int, list[Reason]] = {listing_id: [] for listing_id in ids}
    # Cards are shown without their reasons where the index breaks between the search and this.
    with suppress(IndexUnusable):
        _find_reasons(reader().searcher(), q, ids, found)
    return found


def _find_reasons(searcher: IndexSearcher, q: str, ids: Sequence[int], found: dict[int, list[Reason]]) -> None:
    for asked, names, field in _asked(q) if ids else ():
        waiting = set(ids)
        for name in names:
            for listing_id, places in _places(searcher, terms(name), field, sorted(waiting)).items():
                found[listing_id].append(Reason(asked, name, places))
                waiting.discard(listing_id)
            if not waiting:
                break


def _asked(q: str) -> Iterator[tuple[str, Sequence[str], str]]:
    """What was typed, its names (itself first), and the field that it is asked of."""
    plain_words: list[str] = []
    for clause in parse_text.clauses(q):
        if clause.negative:
            continue
        if len(clause.parts) == 1 and not clause.parts[0].quoted and not clause.parts[0].field:
            plain_words.append(clause.parts[0].words)
            continue
        for part in clause.parts:
            yield str(part), [part.words], "skills" if part.field == "skill" else part.field
    for run in term_groups(plain_words):
        typed = " ".join(plain_words[run.start : run.end])
        yield typed, [typed, *run.names], ""


def _places(
    searcher: IndexSearcher, looked_for: Sequence[str], field: str, ids: Sequence[int]
) -> dict[int, tuple[str, ...]]:
    """Where these terms stand side by side, by listing."""
    among = among_ids(ids)
    found: dict[int, tuple[str, ...]] = {}
    for place, label in PLACES.items():
        if not looked_for or field not in ("", place):
            continue
        both = [(tantivy.Occur.Must, among), (tantivy.Occur.Must, _standing(place, looked_for))]
        hits = searcher.search(tantivy.Query.boolean_query(both), len(ids))
        for listing_id in searcher.numbers("id", hits):
            found[listing_id] = (*found.get(listing_id, ()), label)
    return found


def _standing(field: str, looked_for: Sequence[str]) -> tantivy.Query:
    if len(looked_for) == 1:
        return tantivy.Query.term_query(schema(), field, looked_for[0])
    return tantivy.Query.phrase_query(schema(), field, list(looked_for))
