"""Pairs of words in titles are terms of their own, which match as the phrase does."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import product
from pathlib import Path

import tantivy

from listings.search.index.index_form import IndexForm
from listings.search.index.schema import PAIR_FIELDS, create_index
from listings.search.index.searcher import IndexSearcher
from listings.search.index.tantivy_queries import query_of
from listings.search.index.title_pairs import pair_fields
from listings.search.query.nodes import TermPhrase, unscored

WORDS = ["data", "engineer", "senior", "software"]


def test_pairs_match_as_phrases_do(tmp_path: Path) -> None:
    chance = random.Random(1)
    index = create_index(tmp_path)
    writer = index.writer(num_threads=1)
    for number in range(200):
        title = chance.choices(WORDS, k=chance.randint(1, 5))
        writer.add_document(tantivy.Document(id=number, title=[" ".join(title)], **pair_fields(title)))
    writer.commit()
    index.reload()
    searcher = IndexSearcher(index.searcher())
    older = IndexSearcher(index.searcher(), form=replace(IndexForm.today(), lacking=frozenset(PAIR_FIELDS)))
    for first, second, slop in product(WORDS, WORDS, (0, 1)):
        if slop and first == second:
            # tantivy takes one place of a word for two of them.
            continue
        # Without a score tantivy finds all that have it.
        phrase = unscored(TermPhrase("title", [first, second], slop))
        matches, matches_of_phrase = (
            sorted(each.numbers("id", each.search(phrase, 200))) for each in (searcher, older)
        )
        assert matches == matches_of_phrase, (first, second, slop)
        assert matches


def test_an_index_without_pairs_is_asked_for_the_phrase() -> None:
    node = TermPhrase("title", ["data", "engineer"])
    assert "TermQuery" in repr(query_of(node, IndexForm.today()))
    older = replace(IndexForm.today(), lacking=frozenset(PAIR_FIELDS))
    assert "PhraseQuery" in repr(query_of(node, older))
