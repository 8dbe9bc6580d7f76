"""The calls that read an index. Only here does a failure of tantivy mean that the index is unusable."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import tantivy

from listings.search.index.errors import IndexUnusable as IndexUnusable
from listings.search.index.errors import NotReady as NotReady
from listings.search.index.errors import index_errors as index_errors
from listings.search.index.tantivy_queries import query_of
from listings.search.query.nodes import Node


class IndexSearcher:
    """The index in one state. `state` names it: equal states give equal answers.

    Every method raises IndexUnusable if a file cannot be read.
    """

    def __init__(self, searcher: tantivy.Searcher, state: Hashable = None) -> None:
        self.state = state
        self._searcher = searcher

    @property
    def num_docs(self) -> int:
        return self._searcher.num_docs

    def search(
        self, node: Node, limit: int, offset: int = 0, order: Mapping[str, Any] | None = None
    ) -> list[tantivy.DocAddress]:
        """Addresses of the matches from `offset` on. `order`: tantivy's options for sorting; by score without."""
        with index_errors():
            result = self._searcher.search(query_of(node), limit=limit, offset=offset, count=False, **(order or {}))
            return [address for _, address in result.hits]

    def aggregate(self, node: Node, request: Mapping[str, Any]) -> dict[str, Any]:
        with index_errors():
            response: dict[str, Any] = self._searcher.aggregate(query_of(node), dict(request))
            return response

    def count(self, node: Node) -> int:
        """The number of matches. By an aggregation, because a search would score each of them."""
        response = self.aggregate(node, {"listings": {"value_count": {"field": "id"}}})
        return int(response["listings"]["value"])

    def numbers(self, field: str, addresses: Sequence[tantivy.DocAddress]) -> list[int]:
        """The values of an integer field, 0 for a document without one."""
        with index_errors():
            return [int(value or 0) for value in self._searcher.fast_field_values(field, list(addresses))]

    def terms(self, field: str, limit: int) -> list[tuple[str, int]]:
        """Distinct terms of a field, each with the number of documents that have it."""
        with index_errors():
            return list(self._searcher.terms_with_prefix(field, "", limit=limit))
