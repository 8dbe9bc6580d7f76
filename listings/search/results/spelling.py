"""Typing errors: a word that ads hardly use may stand for one that they do."""

from __future__ import annotations

from collections.abc import Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA

from listings.search.index.analysis import terms
from listings.search.query import parse_text

FEW = 3
"""What finds fewer is looked at for slips."""
ONE_FROM, TWO_FROM = 5, 8
"""Letters that a word has at least for one slip, and for two."""
MOST_WORDS = 8
COMMON = 3
"""A right spelling stands in so many ads at least, and in so many times more than the wrong one."""


def corrected(known: Mapping[str, int], q: str) -> str:
    """`q` with its slips mended; "" where there is none. What is quoted, excluded or in a field stays as it is.

    `known`: words → how many ads have them in their title or the employer's name.
    """
    some = parse_text.plain_words(q)[:MOST_WORDS]
    mended = {word: better for word in some if (better := _better(known, word))}
    if not mended:
        return ""
    return parse_text.rewritten(q, lambda part: parse_text.QueryTerm(mended.get(part.words, part.words)))


def _better(known: Mapping[str, int], word: str) -> str:
    spelt = terms(word, stemmed=False)
    if len(spelt) != 1 or len(spelt[0]) < ONE_FROM or not spelt[0].isalpha():
        return ""
    typed = spelt[0]
    least = max(COMMON, COMMON * known.get(typed, 0))
    slips = 2 if len(typed) >= TWO_FROM else 1
    enough = [one for one, many in known.items() if many >= least]
    near = process.extract(typed, enough, scorer=OSA.distance, score_cutoff=slips, limit=50)
    fit = [(distance, -known[one], one) for one, distance, _ in near if one != typed]
    return min(fit)[2] if fit else ""
