"""What the index holds of a listing. Raise SCHEMA_VERSION when fields change, or how text becomes terms."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import tantivy

from listings.search.index import phrases, place_masks
from listings.search.index.errors import IndexUnusable, index_errors
from listings.search.query.parameters import FILTERS

SCHEMA_VERSION = 16
# Fields that search text is looked up in, with their weights.
TEXT_FIELDS = {"title": 4.0, "skills": 2.0, "company": 2.0, "text": 1.0}
FACET_FIELDS = {row.counted_field for row in FILTERS.values()} | {"places", "openings"}
TERM_FIELDS = {row.field for row in FILTERS.values()} | {
    "places", "openings", "hours", "phrases", "role", "roles", "head", "company_terms",
}  # fmt: skip
# Two words of a title as one term, by how many others may stand between them: for a phrase tantivy reads every place of
# both words in each ad that has them.
PAIR_FIELDS = ("title_pairs", "title_near")
# Pay in euros a year, 0 where none is stated; the order by pay is that of `pay_order`. Experience in years, NO_YEARS
# where none is stated. `first_seen` in seconds since 1970.
INTEGER_FIELDS = ("pay_low", "pay_high", "pay_order", "experience", "first_seen", "is_sample", "company_id")
NO_YEARS = -1


@cache
def schema() -> tantivy.Schema:
    # Signed integers: tantivy makes a signed term of a Python number, which deletes nothing in an unsigned field.
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("id", stored=True, indexed=True, fast=True)
    builder.add_integer_field("stamp", fast=True)
    builder.add_integer_field("newest", fast=True)
    builder.add_float_field("weight", fast=True)
    # Texts come as terms with spaces between them: see listings/search/text/analysis.py.
    for name in TEXT_FIELDS:
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="position")
    for name in ("spelling", "words"):
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="basic")
    for name in PAIR_FIELDS:
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    # One term in each document but for skills: a facet field with several, or none, takes 15 times as long to count.
    for name in sorted(TERM_FIELDS | FACET_FIELDS):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=name in FACET_FIELDS)
    # A skill counts more the oftener an ad mentions it.
    builder.add_text_field("main_skill", tokenizer_name="raw", index_option="freq")
    for name in INTEGER_FIELDS:
        builder.add_integer_field(name, indexed=True, fast=True)
    return builder.build()


def schema_version() -> int:
    """Of this version of the software."""
    return SCHEMA_VERSION


def edition() -> int:
    """Identifies what an index was built by: the places, the schema, the names that are terms of their own in it."""
    return place_masks.edition() << 64 | SCHEMA_VERSION << 32 | phrases.edition()


def create_index(folder: Path) -> tantivy.Index:
    """An empty index in an empty folder."""
    index = tantivy.Index(schema(), path=str(folder), reuse=False)
    index.config_reader("manual")
    return index


def open_index(folder: Path) -> tantivy.Index:
    """The index in a folder. Raises IndexUnusable if there is none, or if it is damaged or has another schema."""
    index = open_any_index(folder)
    if index.schema != schema():
        raise IndexUnusable(f"The index in {folder} has another schema.")
    return index


def open_any_index(folder: Path) -> tantivy.Index:
    """Whatever its schema. Raises IndexUnusable if there is none, or if it is damaged."""
    with index_errors():
        index = tantivy.Index.open(str(folder))
        # Otherwise a thread of tantivy's reads what is new by itself, before anybody has checked it for damage.
        index.config_reader("manual")
    return index
