"""Why listings match: which of the typed words, or a synonym of them, stands where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from listings.search.index.reader import index_reader
from listings.search.index.searcher import IndexSearcher, IndexUnusable
from listings.search.query import parse_text
from listings.search.query.nodes import Node, Term, TermPhrase
from listings.search.query.synonyms import term_groups
from listings.search.text.analysis import terms

# Fields of the index with the names that readers know.
IN_AD = "ad"
PLACES = {"title": "title", "skills": "skills", "company": "company", "text": IN_AD}


@dataclass(frozen=True, slots=True)
class Reason:
    """`match` is `typed`, or a synonym of it; `places` as readers name them."""

    typed: str
    match: str
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TypedTerm:
    """`names`: what it may match, itself first. `field`: where, "" is anywhere."""

    text: str
    names: Sequence[str]
    field: str = ""


def reasons(q: str, ids: Sequence[int], *, all_places: bool = False) -> dict[int, list[Reason]]:
    """Listing id → what matches, in the order of `q`. Excluded words have no reason.

    The text of an ad is named where no other place is; with `all_places`, which takes longer, beside others, too.
    """
    reasons_by_id: dict[int, list[Reason]] = {listing_id: [] for listing_id in ids}
    # If the index breaks after the search, cards go without their reasons: better than no page.
    with suppress(IndexUnusable):
        searcher = index_reader().searcher()
        for term in _typed_terms(q) if ids else ():
            for listing_id, reason in _matches(searcher, term, ids, all_places=all_places):
                reasons_by_id[listing_id].append(reason)
    return reasons_by_id


def _typed_terms(q: str) -> Iterator[TypedTerm]:
    plain_words: list[str] = []
    for clause in parse_text.clauses(q):
        if clause.negative:
            continue
        if len(clause.terms) == 1 and clause.terms[0].is_plain:
            plain_words.append(clause.terms[0].text)
            continue
        for term in clause.terms:
            yield TypedTerm(str(term), [term.text], "skills" if term.field == "skill" else term.field)
    for group in term_groups(plain_words):
        typed = " ".join(plain_words[group.start : group.end])
        yield TypedTerm(typed, [typed, *group.synonyms])


def _matches(
    searcher: IndexSearcher, term: TypedTerm, ids: Sequence[int], *, all_places: bool
) -> Iterator[tuple[int, Reason]]:
    """Each listing once, by the first name of the term that it has."""
    remaining = set(ids)
    for name in term.names:
        places_by_id = _places(searcher, terms(name), term.field, sorted(remaining), all_places=all_places)
        for listing_id, places in places_by_id.items():
            yield listing_id, Reason(term.text, name, places)
            remaining.discard(listing_id)
        if not remaining:
            return


def _places(
    searcher: IndexSearcher, query_terms: Sequence[str], only_field: str, ids: Sequence[int], *, all_places: bool
) -> dict[int, tuple[str, ...]]:
    """Where these terms stand side by side, by listing."""
    places: dict[int, tuple[str, ...]] = {}
    for field, label in PLACES.items():
        if not query_terms or only_field not in ("", field):
            continue
        is_open = label != IN_AD or all_places
        candidates = ids if is_open else [listing_id for listing_id in ids if listing_id not in places]
        for listing_id in searcher.having(_side_by_side(field, query_terms), candidates):
            places[listing_id] = (*places.get(listing_id, ()), label)
    return places


def _side_by_side(field: str, query_terms: Sequence[str]) -> Node:
    # Not match_field: its phrase terms stand for the whole ad, while a reason names one place.
    if len(query_terms) == 1:
        return Term(field, query_terms[0])
    return TermPhrase(field, list(query_terms))
