"""Which listings of count tables a node matches."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import reduce
from itertools import pairwise

from pyroaring import BitMap

from listings.search.counting.entries import (
    NAME_FIELDS,
    NUMBER_FIELDS,
    TERM_FIELDS,
    TRIPLES_FIELD,
    key,
    pair_key,
    triple_key,
    triples,
)
from listings.search.counting.tables import CountTables
from listings.search.query.nodes import (
    AnyTerm,
    Best,
    Between,
    Boolean,
    Boost,
    Constant,
    Everything,
    Leaf,
    Node,
    Nothing,
    Occur,
    Term,
    TermPhrase,
)

PhraseFinder = Callable[[TermPhrase, BitMap], BitMap]
"""Which of these listings have a phrase."""


class Unanswerable(Exception):
    """The tables do not have what the node asks for."""


class Evaluator:
    """Evaluates the nodes of one search, each once. `find_phrase` is asked for what no term of the tables answers."""

    def __init__(self, tables: CountTables, find_phrase: PhraseFinder) -> None:
        self.tables = tables
        self.find_phrase = find_phrase
        # With the node itself: an id may be used again once its object is gone.
        self._known: dict[int, tuple[Node, BitMap]] = {}
        self._asking: dict[int, tuple[Node, bool]] = {}

    def matches(self, node: Node) -> BitMap:
        """No caller may change it. Raises Unanswerable."""
        return self._matches(node, self.tables.ids)

    def matches_within(self, node: Node, ids: BitMap) -> BitMap:
        """As `matches`, for a few listings; of what lies outside, any or none."""
        return self._matches(node, ids)

    def _matches(self, node: Node, within: BitMap) -> BitMap:
        """Those of the node; of what lies outside `within`, any or none."""
        if known := self._known.get(id(node)):
            return known[1]
        match node:
            case Boolean(clauses, least):
                found = self._boolean(clauses, least, within)
            case Best(nodes):
                found = self._any(nodes, within)
            case Boost(inner, _) | Constant(inner, _):
                return self._matches(inner, within)
            case TermPhrase():
                found = self._phrase(node, within)
            case _:
                return self._leaf(node)
        if within is self.tables.ids:
            self._known[id(node)] = node, found
        return found

    def _leaf(self, node: Leaf) -> BitMap:
        match node:
            case Term(field, value) if field in TERM_FIELDS:
                return self.tables.ids_with(key(field, value))
            case AnyTerm(field, values) if field in TERM_FIELDS:
                return self.tables.ids_with_any(field, tuple(values)) if values else BitMap()
            case Between(field, low, high) if field in NUMBER_FIELDS:
                return self.tables.ids_between(field, low, high)
            case Everything():
                return self.tables.ids
            case Nothing():
                return BitMap()
        raise Unanswerable(node)

    def _boolean(self, clauses: Sequence[tuple[Occur, Node]], least: int, within: BitMap) -> BitMap:
        required, optional, excluded = (
            self._ordered([node for occur, node in clauses if occur is wanted])
            for wanted in (Occur.MUST, Occur.SHOULD, Occur.MUST_NOT)
        )
        if not required and not optional:
            return BitMap()
        found = within
        for node in required:
            found = found & self._matches(node, found)
        if optional and (least or not required):
            found = found & (self._any(optional, found) if least <= 1 else self._at_least(least, optional, found))
        for node in excluded:
            if found:
                found = found - self._matches(node, found)
        return found

    def _any(self, nodes: Sequence[Node], within: BitMap) -> BitMap:
        found = BitMap()
        for node in self._ordered(nodes):
            found = found | self._matches(node, within - found if self._asks(node) else within)
        return found

    def _ordered(self, nodes: Sequence[Node]) -> Sequence[Node]:
        """Those that ask for a phrase last, when few listings are left that may have it."""
        if len(nodes) < 2 or not any(map(self._asks, nodes)):
            return nodes
        return sorted(nodes, key=self._asks)

    def _asks(self, node: Node) -> bool:
        """Whether tables alone cannot answer it."""
        known = self._asking.get(id(node))
        if known is None:
            known = self._asking[id(node)] = node, self._has_phrase(node)
        return known[1]

    def _has_phrase(self, node: Node) -> bool:
        match node:
            case Boolean(clauses, _):
                return any(self._asks(part) for _, part in clauses)
            case Best(nodes):
                return any(map(self._asks, nodes))
            case Boost(inner, _) | Constant(inner, _):
                return self._asks(inner)
            case TermPhrase(field, terms, slop):
                return bool(slop) or field not in NAME_FIELDS or len(terms) > (3 if field == TRIPLES_FIELD else 2)
        return False

    def _at_least(self, least: int, nodes: Iterable[Node], within: BitMap) -> BitMap:
        reached = [within, *(BitMap() for _ in range(least))]
        for node in nodes:
            matches = self._matches(node, within)
            for count in range(least, 0, -1):
                reached[count] = reached[count] | (reached[count - 1] & matches)
        return reached[least]

    def _phrase(self, node: TermPhrase, within: BitMap) -> BitMap:
        if node.slop or node.field not in NAME_FIELDS:
            # What stands in a text is among the words of the whole ad.
            keys = [key("words", term) for term in node.terms]
        elif node.field == TRIPLES_FIELD and len(node.terms) > 2:
            keys = [triple_key(*three) for three in triples(node.terms)]
        else:
            keys = [pair_key(node.field, first, second) for first, second in pairwise(node.terms)]
        candidates = reduce(BitMap.__and__, map(self.tables.ids_with, keys), within)
        if not candidates or not self._asks(node):
            return candidates
        return self.find_phrase(node, candidates)
