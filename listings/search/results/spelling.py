"""Slips and unfinished words: a word that ads hardly use may stand for one that they do."""

from __future__ import annotations

from rapidfuzz import process
from rapidfuzz.distance import OSA

from listings.search.query import parse_text
from listings.search.query.parse_text import QueryTerm
from listings.search.text.analysis import word_forms
from listings.search.text.word_counts import MIN_ADS, MIN_PREFIX, WordCounts

# A search that finds fewer is checked for typos.
FEW_RESULTS = 3
# Letters that a word has at least for one typo, and for two.
ONE_TYPO_LENGTH, TWO_TYPOS_LENGTH = 5, 8
MAX_WORDS = 8
# A correction is in so many times more ads than the typed word.
MIN_RATIO = 3


def corrected(word_counts: WordCounts, q: str, *, keep_typed: bool = False) -> str:
    """`q` with its typos corrected; "" if there is none. Quoted and excluded words and fields stay as they are.

    `word_counts`: words with the number of ads that have them in their title or the employer's name.
    `keep_typed`: beside each correction the word as it was typed is looked for, too.
    """
    words = parse_text.plain_words(q)[:MAX_WORDS]
    corrections = {word: correction for word in words if (correction := _correction(word_counts, word))}
    if not corrections:
        return ""

    def change(term: QueryTerm) -> list[QueryTerm]:
        if term.text not in corrections:
            return [term]
        correction = QueryTerm(corrections[term.text])
        return [term, correction] if keep_typed else [correction]

    return parse_text.rewritten(q, change)


def completed(word_counts: WordCounts, q: str) -> str:
    """`q` with each word that no ad has replaced by the most frequent one that begins with it; "" if there is none."""
    words = parse_text.plain_words(q)[:MAX_WORDS]
    completions = {word: completion for word in words if (completion := _completion(word_counts, word))}
    if not completions:
        return ""
    return parse_text.rewritten(q, lambda term: [QueryTerm(completions.get(term.text, term.text))])


def _completion(word_counts: WordCounts, word: str) -> str:
    tokens = word_forms(word)
    if len(tokens) != 1 or len(tokens[0]) < MIN_PREFIX or word_counts.get(tokens[0]):
        return ""
    return max(word_counts.beginning_with(tokens[0]), key=lambda known: (word_counts[known], known), default="")


def _correction(word_counts: WordCounts, word: str) -> str:
    tokens = word_forms(word)
    if len(tokens) != 1 or len(tokens[0]) < ONE_TYPO_LENGTH or not tokens[0].isalpha():
        return ""
    typed = tokens[0]
    min_count = max(MIN_ADS, MIN_RATIO * word_counts.get(typed, 0))
    max_typos = 2 if len(typed) >= TWO_TYPOS_LENGTH else 1
    like = word_counts.maybe_near(typed, max_typos)
    near = process.extract(typed, like, scorer=OSA.distance, score_cutoff=max_typos, limit=None)
    common = [(typos, known) for known, typos, _ in near if known != typed and word_counts[known] >= min_count]
    # The fewest typos, then the most frequent.
    return min(common, key=lambda match: (match[0], -word_counts[match[1]], match[1]), default=(0, ""))[1]
