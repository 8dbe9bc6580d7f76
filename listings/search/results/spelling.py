"""Slips and unfinished words: a word that ads hardly use may stand for one that they do."""

from __future__ import annotations

from collections.abc import Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA

from listings.search.query import parse_text
from listings.search.text.analysis import word_forms

# A search that finds fewer is checked for typos.
FEW_RESULTS = 3
# Letters that a word has at least for one typo, and for two.
ONE_TYPO_LENGTH, TWO_TYPOS_LENGTH = 5, 8
MAX_WORDS = 8
# A correction is in so many ads at least, and in so many times more than the typed word.
MIN_ADS, MIN_RATIO = 3, 3
MAX_CANDIDATES = 50
# Letters of an unfinished word.
MIN_PREFIX = 2


def corrected(word_counts: Mapping[str, int], q: str) -> str:
    """`q` with its typos corrected; "" if there is none. Quoted and excluded words and fields stay as they are.

    `word_counts`: words with the number of ads that have them in their title or the employer's name.
    """
    words = parse_text.plain_words(q)[:MAX_WORDS]
    corrections = {word: correction for word in words if (correction := _correction(word_counts, word))}
    if not corrections:
        return ""
    return parse_text.rewritten(q, lambda term: parse_text.QueryTerm(corrections.get(term.text, term.text)))


def completed(word_counts: Mapping[str, int], q: str) -> str:
    """`q` with each word that no ad has replaced by the most frequent one that begins with it; "" if there is none."""
    words = parse_text.plain_words(q)[:MAX_WORDS]
    completions = {word: completion for word in words if (completion := _completion(word_counts, word))}
    if not completions:
        return ""
    return parse_text.rewritten(q, lambda term: parse_text.QueryTerm(completions.get(term.text, term.text)))


def _completion(word_counts: Mapping[str, int], word: str) -> str:
    tokens = word_forms(word)
    if len(tokens) != 1 or len(tokens[0]) < MIN_PREFIX or word_counts.get(tokens[0]):
        return ""
    beginning = [known for known in word_counts if known.startswith(tokens[0])]
    return max(beginning, key=lambda known: (word_counts[known], known), default="")


def _correction(word_counts: Mapping[str, int], word: str) -> str:
    tokens = word_forms(word)
    if len(tokens) != 1 or len(tokens[0]) < ONE_TYPO_LENGTH or not tokens[0].isalpha():
        return ""
    typed = tokens[0]
    min_count = max(MIN_ADS, MIN_RATIO * word_counts.get(typed, 0))
    max_typos = 2 if len(typed) >= TWO_TYPOS_LENGTH else 1
    common_words = [known for known, count in word_counts.items() if count >= min_count]
    near = process.extract(typed, common_words, scorer=OSA.distance, score_cutoff=max_typos, limit=MAX_CANDIDATES)
    # The fewest typos, then the most frequent.
    candidates = [(typos, -word_counts[known], known) for known, typos, _ in near if known != typed]
    return min(candidates)[2] if candidates else ""
