"""What the index holds of a listing, and how words become terms. A change here raises SCHEMA_VERSION."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import tantivy

from listings.search.filters import FILTERS

SCHEMA_VERSION = 4
WORDS = r"(?i)\.net\b|[\p{L}\p{N}_]+(?:\.js\b|\+\+|#)?"
"""C++, C#, .NET and Node.js are words of their own."""
LONGEST_WORD = 60
SEARCHED = {"title": 4.0, "skills": 2.0, "company": 2.0, "text": 1.0}
"""Fields that words are looked for in, with their weights."""
TERMS = (*(one.field for one in FILTERS.values()), "residence", "hours", "employer")
NUMBERS = ("pay_low", "pay_high")
"""Pay in euros a year; absent where not stated."""


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
    for name in TERMS:
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    for name in (*NUMBERS, "is_sample", "company_id"):
        builder.add_integer_field(name, indexed=True, fast=True)
    return builder.build()


@cache
def analyzer(*, stemmed: bool = True) -> tantivy.TextAnalyzer:
    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.regex(WORDS))
    for each in (tantivy.Filter.remove_long(LONGEST_WORD), tantivy.Filter.lowercase(), tantivy.Filter.ascii_fold()):
        builder = builder.filter(each)
    return (builder.filter(tantivy.Filter.stemmer("english")) if stemmed else builder).build()


def terms(words: str, *, stemmed: bool = True) -> list[str]:
    """The terms that these words stand for, in order."""
    return list(analyzer(stemmed=stemmed).analyze(words))


def made(folder: Path) -> tantivy.Index:
    """An empty index in an empty folder."""
    return _with_tokenizer(tantivy.Index(schema(), path=str(folder), reuse=False))


def opened(folder: Path) -> tantivy.Index:
    """The index in a folder. Raises ValueError where there is none, or one that is damaged or of another schema."""
    index = tantivy.Index.open(str(folder))
    if index.schema != schema():
        raise ValueError(f"The index in {folder} has another schema.")
    return _with_tokenizer(index)


def _with_tokenizer(index: tantivy.Index) -> tantivy.Index:
    # Tokenizers are not stored with an index: each handle names them.
    index.register_tokenizer("words", analyzer())
    index.register_tokenizer("spelt", analyzer(stemmed=False))
    return index
