"""What a listing must hold to match, as a small algebra that any engine of the search has to answer.

Fields are those of the index's schema. A node decides what matches; `Boost`, `Constant` and the difference between
`Best` and `Boolean` say how much a match counts, which matters only to an engine that ranks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum


class Occur(Enum):
    MUST = 1
    SHOULD = 2
    MUST_NOT = 3


@dataclass(frozen=True, slots=True)
class Everything:
    """Every listing."""


@dataclass(frozen=True, slots=True)
class Nothing:
    """No listing."""


@dataclass(frozen=True, slots=True)
class Term:
    field: str
    value: str | int


@dataclass(frozen=True, slots=True)
class AnyTerm:
    """Any of these terms of one field."""

    field: str
    values: Sequence[str]


@dataclass(frozen=True, slots=True)
class TermPhrase:
    """Two terms or more side by side, or with at most `slop` others between them."""

    field: str
    terms: Sequence[str]
    slop: int = 0


@dataclass(frozen=True, slots=True)
class Between:
    """An integer field, both ends included; None is no end."""

    field: str
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class Boolean:
    """All that must match, nothing that must not; of what should, at least `least` (one, if nothing must match)."""

    clauses: Sequence[Clause]
    least: int = 0


@dataclass(frozen=True, slots=True)
class Best:
    """Any of them, scored by the one that scores most."""

    nodes: Sequence[Node]


@dataclass(frozen=True, slots=True)
class Boost:
    node: Node
    factor: float


@dataclass(frozen=True, slots=True)
class Constant:
    """The node, scored the same wherever it matches."""

    node: Node
    score: float


Leaf = Everything | Nothing | Term | AnyTerm | TermPhrase | Between
Node = Leaf | Boolean | Best | Boost | Constant
Clause = tuple[Occur, Node]


def must(node: Node) -> Clause:
    """A filter: it decides what matches, never the order."""
    return Occur.MUST, unscored(node)


def unscored(node: Node) -> Node:
    return Constant(node, 0.0)


def any_of(*nodes: Node) -> Node:
    return Boolean([(Occur.SHOULD, node) for node in nodes])


def zero(field: str) -> Node:
    """Matches listings whose ad does not state it."""
    return Between(field, 0, 0)
