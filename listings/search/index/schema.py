"""What the index holds of a listing. A change here, or of how words become terms, raises SCHEMA_VERSION."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import tantivy

from listings.search.index import phrases
from listings.search.index.analysis import analyzer
from listings.search.index.searcher import IndexUnusable, index_errors
from listings.search.query.filters import FILTERS

SCHEMA_VERSION = 7
SEARCHED = {"title": 4.0, "skills": 2.0, "company": 2.0, "text": 1.0}
"""Fields that words are looked for in, with their weights."""
LOOKED_UP = (*(one.field for one in FILTERS.values()), "residence", "openings", "hours", "phrases", "role")
COUNTED = {one.column for one in FILTERS.values()} | {"residence", "openings"}
"""One term in every document, but for skills: what may have more, or none, takes fifteen times as long to count."""
NUMBERS = ("pay_low", "pay_high", "is_sample", "company_id")
"""Pay in euros a year, 0 where none is stated."""


@cache
def schema() -> tantivy.Schema:
    # Signed numbers: a term made from a Python number is one, and deletes nothing in an unsigned field.
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("id", stored=True, indexed=True, fast=True)
    builder.add_integer_field("stamp", fast=True)
    builder.add_integer_field("newest", fast=True)
    builder.add_float_field("weight", fast=True)
    builder.add_text_field("spelling", tokenizer_name="spelt", index_option="basic")
    for name in SEARCHED:
        builder.add_text_field(name, tokenizer_name="words", index_option="position")
    builder.add_text_field("words", tokenizer_name="words", index_option="basic")
    for name in sorted({*LOOKED_UP, *COUNTED}):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=name in COUNTED)
    for name in NUMBERS:
        builder.add_integer_field(name, indexed=True, fast=True)
    return builder.build()


def edition() -> int:
    """What an index was made by: the schema, and the names that are terms of their own in it."""
    return SCHEMA_VERSION << 32 | phrases.edition()


def made(folder: Path) -> tantivy.Index:
    """An empty index in an empty folder."""
    return _with_tokenizer(tantivy.Index(schema(), path=str(folder), reuse=False))


def opened(folder: Path) -> tantivy.Index:
    """The index in a folder. Raises IndexUnusable where there is none, or one that is damaged or of another schema."""
    with index_errors():
        index = tantivy.Index.open(str(folder))
    if index.schema != schema():
        raise IndexUnusable(f"The index in {folder} has another schema.")
    return _with_tokenizer(index)


def _with_tokenizer(index: tantivy.Index) -> tantivy.Index:
    # Tokenizers are not stored with an index: each handle names them.
    index.register_tokenizer("words", analyzer())
    index.register_tokenizer("spelt", analyzer(stemmed=False))
    return index
