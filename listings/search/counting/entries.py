"""What counting knows of a listing: its terms, and a value of each counted field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from listings.search.query.parameters import FILTERS

# Fields with exactly one term in each listing: columns of ordinals.
LIST_FIELD = "skill"
VALUE_FIELDS = tuple(
    sorted(
        {row.counted_field for row in FILTERS.values() if row.counted_field != LIST_FIELD}
        | {"places", "openings", "hours"}
    )
)
NUMBER_FIELDS = ("newest", "pay_low", "pay_high", "pay_order", "experience")
# A phrase of two terms in a name is a term of its own here.
NAME_FIELDS = ("title", "skills", "company")
# Of 80,000 employers, counted by their column alone.
UNLISTED = frozenset({"employer"})
RAW_FIELDS = tuple(
    sorted(
        {row.field for row in FILTERS.values()}
        | set(VALUE_FIELDS) - UNLISTED
        | {"phrases", "roles", "company_terms", "main_skill", "is_sample"}
    )
)
TERM_FIELDS = frozenset({*RAW_FIELDS, *NAME_FIELDS, "words"})
PAIRS = " pairs"
# So is one of three in a title: synonyms such as "site reliability engineer" stand in thousands of them.
TRIPLES_FIELD, TRIPLES = "title", " triples"


@dataclass(frozen=True, slots=True)
class Entry:
    """`terms`: each field, each of NAME_FIELDS with PAIRS behind it, and TRIPLES_FIELD with TRIPLES, with the terms of
    the listing, once each.

    `values`, `numbers`: in the order of VALUE_FIELDS, NUMBER_FIELDS. `items`: of LIST_FIELD.
    """

    listing_id: int
    terms: Sequence[tuple[str, Iterable[str]]]
    values: tuple[str, ...]
    items: tuple[str, ...]
    numbers: tuple[int, ...]


def key(field: str, term: str | int) -> str:
    return f"{field}\0{term}"


def pair_key(field: str, first: str, second: str) -> str:
    return key(field + PAIRS, f"{first} {second}")


def triple_key(first: str, second: str, third: str) -> str:
    return key(TRIPLES_FIELD + TRIPLES, f"{first} {second} {third}")


def triples(terms: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    return zip(terms, terms[1:], terms[2:], strict=False)


def entry(fields: Mapping[str, Any]) -> Entry:
    """From the fields of a document, with their terms as lists."""
    terms: list[tuple[str, Iterable[str]]] = [("words", fields["words"])]
    for name in RAW_FIELDS:
        value = fields[name]
        if isinstance(value, list):
            terms.append((name, value if len(value) < 2 else dict.fromkeys(value)))
        else:
            terms.append((name, (str(value),)))
    for name in NAME_FIELDS:
        named = fields[name]
        terms.append((name, dict.fromkeys(named)))
        terms.append((name + PAIRS, {f"{first} {second}" for first, second in pairwise(named)}))
    terms.append((TRIPLES_FIELD + TRIPLES, {" ".join(three) for three in triples(fields[TRIPLES_FIELD])}))
    return Entry(
        fields["id"],
        terms,
        tuple(fields[name][0] for name in VALUE_FIELDS),
        tuple(dict.fromkeys(fields[LIST_FIELD])),
        tuple(fields[name] for name in NUMBER_FIELDS),
    )
