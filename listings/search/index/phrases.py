"""Known names of several words, found in an ad's text when it is indexed: each becomes one term.

Looking for "software engineer" side by side in a million texts takes twenty times as long as looking up one term.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from listings.search.text.analysis import terms
from listings.vocabulary import fact_names, synonyms

Phrase = tuple[str, ...]


def phrase(query_terms: Sequence[str]) -> str | None:
    """The phrase term of these terms side by side; None if they are not a known name."""
    return " ".join(query_terms) if tuple(query_terms) in _known_phrases() else None


def phrases(text_terms: Sequence[str]) -> list[str]:
    """The known names in a text, which is given by its terms in order; each once."""
    return sorted({" ".join(match) for match in _matches(text_terms)})


def _matches(text_terms: Sequence[str]) -> Iterator[Phrase]:
    by_first = _phrases_by_first_terms()
    # Asking for each term, then for the next, is faster than asking for each pair.
    for start in [start for start, term in enumerate(text_terms[:-1]) if term in by_first]:
        for candidate in by_first[text_terms[start]].get(text_terms[start + 1], ()):
            if tuple(text_terms[start : start + len(candidate)]) == candidate:
                yield candidate


@cache
def _known_phrases() -> frozenset[Phrase]:
    return frozenset(
        name_terms for name in synonyms.names() | fact_names.names() if len(name_terms := tuple(terms(name))) > 1
    )


@cache
def _phrases_by_first_terms() -> Mapping[str, Mapping[str, Sequence[Phrase]]]:
    """First term → second → the known phrases that begin with both."""
    by_first: dict[str, dict[str, list[Phrase]]] = {}
    for known in sorted(_known_phrases()):
        by_first.setdefault(known[0], {}).setdefault(known[1], []).append(known)
    return by_first


def edition() -> int:
    """A number that changes with the known names: documents hold the phrases of their day."""
    return zlib.crc32(repr(sorted(_known_phrases())).encode())
