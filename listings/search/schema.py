"""What the index holds of a listing, and how words become terms. A change here raises SCHEMA_VERSION."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import tantivy

SCHEMA_VERSION = 1
WORDS = r"(?i)\.net\b|[\p{L}\p{N}_]+(?:\.js\b|\+\+|#)?"
"""C++, C#, .NET and Node.js are words of their own."""
LONGEST_WORD = 60
SEARCHED = {"title": 4.0, "company": 2.0, "text": 1.0}
"""Fields that words are looked for in, with their weights."""


@cache
def schema() -> tantivy.Schema:
    # Signed numbers: a term made from a Python number is one, and deletes nothing in an unsigned field.
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("id", stored=True, indexed=True, fast=True)
    builder.add_integer_field("stamp", fast=True)
    builder.add_integer_field("newest", fast=True)
    for name in SEARCHED:
        builder.add_text_field(name, tokenizer_name="words", index_option="position")
    for name in ("category", "company_slug", "source", "workplace", "employment"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    builder.add_integer_field("is_sample", indexed=True, fast=True)
    return builder.build()


@cache
def analyzer() -> tantivy.TextAnalyzer:
    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.regex(WORDS))
    for each in (
        tantivy.Filter.remove_long(LONGEST_WORD),
        tantivy.Filter.lowercase(),
        tantivy.Filter.ascii_fold(),
        tantivy.Filter.stemmer("english"),
    ):
        builder = builder.filter(each)
    return builder.build()


def terms(words: str) -> list[str]:
    """The terms that these words stand for, in order."""
    return list(analyzer().analyze(words))


def opened(folder: Path) -> tantivy.Index:
    """The index in a folder, made where there is none. Tokenizers are not stored with it: each handle names them."""
    index = tantivy.Index(schema(), path=str(folder))
    index.register_tokenizer("words", analyzer())
    return index
