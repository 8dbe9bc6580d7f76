"""The calls that read an index. Only here does a failure of tantivy mean that the index is unusable."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from contextlib import suppress
from typing import Any, TypeVar

import tantivy
from pyroaring import BitMap

from listings.search.counting.counts import Counted
from listings.search.counting.entries import NUMBER_FIELDS, VALUE_FIELDS
from listings.search.counting.evaluate import Evaluator, Unanswerable
from listings.search.counting.order import highest
from listings.search.counting.tables import CountTables
from listings.search.index.errors import IndexUnusable as IndexUnusable
from listings.search.index.errors import NotReady as NotReady
from listings.search.index.errors import index_errors as index_errors
from listings.search.index.errors import table_errors
from listings.search.index.index_form import IndexForm
from listings.search.index.tantivy_queries import query_of
from listings.search.query.nodes import Boolean, Node, Occur, Term, TermPhrase, any_of, must, unscored

# tantivy refuses an aggregation with more buckets.
MAX_BUCKETS = 65_000
# Of so few listings, tantivy is asked which have a phrase; of more it is asked for all that have it, up to a limit: to
# count each group among them by tantivy takes two to four times as long, but of so many the ids take 15 MB.
FEW, MAX_WITH_PHRASE = 300, 100_000

Enough = tuple[int, Sequence[str]]
Made = TypeVar("Made")


class IndexSearcher:
    """The index in one state. `state` names it: equal states give equal answers. Make one for each search.

    Counts come from count tables, and from tantivy where a search asks for what these do not have. Every method raises
    IndexUnusable if a file cannot be read, NotReady if it needs a field that the index lacks.
    """

    def __init__(
        self,
        searcher: tantivy.Searcher,
        state: Hashable = None,
        tables: CountTables | None = None,
        form: IndexForm | None = None,
    ) -> None:
        self.state = state
        self._form = form or IndexForm.today()
        self._searcher = searcher
        self.tables = tables
        self._evaluator = Evaluator(tables, self._with_phrase) if tables else None
        # With the node itself: an id may be used again once its object is gone.
        self._phrases: dict[int, tuple[TermPhrase, BitMap]] = {}

    @property
    def num_docs(self) -> int:
        return self._searcher.num_docs

    def search(
        self, node: Node, limit: int, offset: int = 0, order: Mapping[str, Any] | None = None
    ) -> list[tantivy.DocAddress]:
        """Addresses of the matches from `offset` on. `order`: tantivy's options for sorting; by score without."""
        for option, value in (order or {}).items():
            if option.endswith("by_field"):
                self._form.require(value)
        query = query_of(node, self._form)
        with index_errors():
            result = self._searcher.search(query, limit=limit, offset=offset, count=False, **(order or {}))
            return [address for _, address in result.hits]

    def highest(self, node: Node, field: str, limit: int, offset: int = 0) -> list[int]:
        """The ids of the matches from `offset` on in the order of an integer field, the highest first."""
        ids = self.matches(node)
        if ids is not None and self.tables is not None and field in NUMBER_FIELDS:
            with table_errors():
                return highest(self.tables, ids, field, offset + limit)[offset:]
        order = {"order_by_field": field, "order": tantivy.Order.Desc}
        return self.numbers("id", self.search(node, limit, offset, order))

    def count(self, node: Node) -> int:
        """The number of matches."""
        ids = self.matches(node)
        return self._count(node) if ids is None else len(ids)

    def counts(
        self, node: Node, request: Mapping[str, Any], enough: Mapping[str, Enough] | None = None
    ) -> dict[str, Counter[str]]:
        """`request`: "terms" or "range" aggregations of tantivy by name; by this name the counts of each key.

        `enough`: by name, how many of the most frequent terms are needed, and which besides; there may be more. None
        are counted of a field that the index lacks.
        """
        if lacking := [name for name, each in request.items() if not self.has(_counted_field(each))]:
            known = {name: each for name, each in request.items() if name not in lacking}
            return {name: Counter() for name in lacking} | (self.counts(node, known, enough) if known else {})
        ids = self.matches(node)
        if ids is None or self.tables is None:
            return self._aggregate(node, request)
        with table_errors():
            counted = Counted(self.tables, ids)
            return {
                name: counted.ranges(each["range"]["field"], each["range"]["ranges"])
                if "range" in each
                else counted.terms(each["terms"]["field"], *(enough or {}).get(name, (each["terms"]["size"],)))
                for name, each in request.items()
            }

    def has(self, field: str) -> bool:
        """False for a field that an index of an older version lacks, in which searches by it have to wait."""
        return field not in self._form.lacking

    def can_answer(self, node: Node) -> bool:
        """False for a node that needs such a field."""
        try:
            self._require_fields(node)
        except NotReady:
            return False
        return True

    def counts_fast(self, node: Node) -> bool:
        """Whether the tables can answer, so that another thread is no help."""
        return self.matches(node) is not None

    def numbers(self, field: str, addresses: Sequence[tantivy.DocAddress]) -> list[int]:
        """The values of an integer field, 0 for a document without one."""
        self._form.require(field)
        with index_errors():
            return [int(value or 0) for value in self._searcher.fast_field_values(field, list(addresses))]

    def terms(self, field: str, limit: int) -> list[tuple[str, int]]:
        """Distinct terms of a field, each with the number of documents that have it."""
        self._form.require(field)
        with index_errors():
            return list(self._searcher.terms_with_prefix(field, "", limit=limit))

    def count_terms(self, field: str, limit: int) -> int:
        """How many distinct terms a field has, up to a limit. Some may be of no listing any longer."""
        if self.tables is None or field not in VALUE_FIELDS:
            return len(self.terms(field, limit))
        return min(limit, self.tables.count_terms(field))

    def distinct_terms(self, field: str) -> Sequence[str]:
        """Of a counted field. Some may be of no listing any longer."""
        self._form.require(field)
        if self.tables is None:
            return [term for term, _ in self.terms(field, MAX_BUCKETS)]
        return self.tables.distinct_terms(field)

    def made_of_terms(self, field: str, make: Callable[[Sequence[str]], Made]) -> list[Made]:
        """What `make` makes of a counted field's distinct terms: of each count table's, kept as long as the table is.

        A term may be in several tables.
        """
        self._form.require(field)
        return [make(self.distinct_terms(field))] if self.tables is None else self.tables.made_of_terms(field, make)

    def matches(self, node: Node) -> BitMap | None:
        """Their ids; None if the tables cannot answer. No caller may change them."""
        if self._evaluator is None:
            return None
        self._require_fields(node)
        try:
            with table_errors():
                return self._evaluator.matches(node)
        except Unanswerable:
            return None

    def having(self, node: Node, ids: Sequence[int]) -> list[int]:
        """Those of these listings that the node matches: a page of them."""
        if not ids:
            return []
        within = BitMap(ids)
        with suppress(Unanswerable), table_errors():
            if self._evaluator is not None:
                return list(self._evaluator.matches_within(node, within) & within)
        return self._ids_among(node, ids)

    def _ids_among(self, node: Node, ids: Sequence[int]) -> list[int]:
        addresses = self.search(Boolean([(Occur.MUST, among_ids(ids)), must(node)]), len(ids))
        return self.numbers("id", addresses)

    def _require_fields(self, node: Node) -> None:
        """Raises NotReady."""
        if self._form.lacking:
            query_of(node, self._form)

    def _with_phrase(self, phrase: TermPhrase, candidates: BitMap) -> BitMap:
        if len(candidates) <= FEW:
            return BitMap(self._ids_among(phrase, list(candidates)))
        return self._all_with(phrase) & candidates

    def _all_with(self, phrase: TermPhrase) -> BitMap:
        if id(phrase) not in self._phrases:
            # Without a score, as searches ask for it: with one, tantivy misses words in another order.
            addresses = self.search(unscored(phrase), MAX_WITH_PHRASE + 1)
            self._phrases[id(phrase)] = phrase, BitMap(self.numbers("id", addresses))
        if len(self._phrases[id(phrase)][1]) > MAX_WITH_PHRASE:
            raise Unanswerable(phrase)
        return self._phrases[id(phrase)][1]

    def _count(self, node: Node) -> int:
        query = query_of(node, self._form)
        # By an aggregation, because a search would score each of them.
        with index_errors():
            response = self._searcher.aggregate(query, {"listings": {"value_count": {"field": "id"}}})
        return int(response["listings"]["value"])

    def _aggregate(self, node: Node, request: Mapping[str, Any]) -> dict[str, Counter[str]]:
        query = query_of(node, self._form)
        with index_errors():
            response = self._searcher.aggregate(query, dict(request))
        return {
            name: Counter({str(bucket["key"]): int(bucket["doc_count"]) for bucket in result["buckets"]})
            for name, result in response.items()
        }


def among_ids(ids: Iterable[int]) -> Node:
    """These listings, without a say in the order. Some hundred terms are looked up faster than a set of them."""
    return unscored(any_of(*(Term("id", listing_id) for listing_id in ids)))


def _counted_field(aggregation: Mapping[str, Any]) -> str:
    return str(next(iter(aggregation.values()))["field"])
