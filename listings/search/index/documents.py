"""A listing as the index holds it."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import chain
from typing import Any

import tantivy

from listings.facts.text import plain
from listings.search.counting.entries import Entry, entry
from listings.search.index import freshness, opening_terms, working_hours
from listings.search.index.main_skills import main_skills
from listings.search.index.phrases import phrases
from listings.search.index.role_titles import head, role
from listings.search.index.rows import ListingRow
from listings.search.index.schema import NO_YEARS, TEXT_FIELDS, schema
from listings.search.index.title_pairs import pair_fields
from listings.search.query.parameters import FILTERS, LABEL_SEPARATOR, NONE, SET_SEPARATOR
from listings.search.text.analysis import terms, word_forms
from listings.search.text.roles import title_roles

log = logging.getLogger(__name__)

# 33 bits of seconds (until 2242) and these fill a signed integer of 64.
ID_BITS = 30
# Places of one term that an ad's text indexes: a phrase costs as much as its words have places. A text of 10,000 words
# has fewer of its commonest one.
MAX_PLACES_OF_TERM = 500
# Stands where a term does beyond that. No word of a search becomes it.
LEFT_OUT = "…"


# What the code raises over values that it does not expect; an error of the database concerns all rows.
BROKEN_ROW = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)


def documents(rows: Iterable[ListingRow], built_at: float) -> Iterator[tuple[dict[str, Any], tantivy.Document, Entry]]:
    """Each listing's fields as tantivy takes them, its document, and what is counted of it.

    A row that breaks the code is left out: it must not keep all others out of the index.
    """
    for row in rows:
        try:
            fields = document_fields(row, built_at)
            indexed = indexed_fields(fields)
            made = indexed, tantivy.Document.from_dict(indexed, schema()), entry(fields)
        except BROKEN_ROW:
            log.exception("Listing %s cannot be indexed: it is left out of searches.", row.id)
        else:
            yield made


# Their terms are one text in the index, with spaces between them.
SPACED_FIELDS = (*TEXT_FIELDS, "words")


def indexed_fields(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Those of `document_fields` as tantivy takes them."""
    return {**fields, **{name: [" ".join(fields[name])] for name in SPACED_FIELDS}}


def document_fields(row: ListingRow, built_at: float) -> dict[str, Any]:
    """Field → its values, or its terms in order. `built_at`: when this version of the index was begun."""
    named_role = role(row.title)
    return {
        "id": row.id,
        "stamp": stamp(row.changed_at),
        "newest": newest(row),
        "first_seen": int(row.first_seen_at.timestamp()),
        "weight": freshness.weight(row, built_at),
        "spelling": [" ".join(word_forms(f"{row.title} {row.company_name}"))],
        "role": [named_role] if named_role else [],
        "head": [head(named_role) or NONE],
        "roles": title_roles(row.title) or [NONE],
        **text_fields(row),
        "company_slug": [row.company_slug],
        "employer": [f"{row.company_slug}{LABEL_SEPARATOR}{row.company_name}"],
        "source": row.boards,
        "sources": [SET_SEPARATOR.join(row.boards)],
        "company_id": row.company_id,
        "is_sample": int(row.is_sample),
        **fact_fields(row.facts),
        **opening_terms.fields(row.openings, row.facts),
    }


def text_fields(row: ListingRow) -> dict[str, Sequence[str]]:
    """Terms of each field that is searched and scored; those of several fields together, for counting in one lookup."""
    skills = row.facts.get("skills") or ()
    field_terms = {
        "title": terms(row.title),
        "skills": terms(" | ".join(skills)),
        "company": terms(row.company_name),
        "text": terms(plain(row.html)),
    }
    return {
        **{name: bounded_repeats(value) for name, value in field_terms.items()},
        "words": list(dict.fromkeys(chain(*field_terms.values()))),
        "phrases": _phrases(field_terms.values()),
        **pair_fields(field_terms["title"]),
        "company_terms": [" ".join(field_terms["company"])],
        "main_skill": main_skills(skills, " ".join(field_terms["text"])),
    }


def bounded_repeats(text_terms: Sequence[str]) -> Sequence[str]:
    """With LEFT_OUT for a term that stands MAX_PLACES_OF_TERM times before."""
    if len(text_terms) <= MAX_PLACES_OF_TERM or max(Counter(text_terms).values()) <= MAX_PLACES_OF_TERM:
        return text_terms
    places: Counter[str] = Counter()
    kept = []
    for term in text_terms:
        places[term] += 1
        kept.append(term if places[term] <= MAX_PLACES_OF_TERM else LEFT_OUT)
    return kept


def _phrases(texts: Iterable[Sequence[str]]) -> list[str]:
    return sorted({name for text_terms in texts for name in phrases(text_terms)})


def fact_fields(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Facts of the whole listing as terms. A fact that the ad does not state is a term of its own."""
    years = facts.get("experience_years")
    fields: dict[str, Any] = {
        "hours": [working_hours.key(facts.get("hours"))],
        "experience": NO_YEARS if years is None else years,
    }
    for row in FILTERS.values():
        if row.fact:
            fact = facts.get(row.fact) or NONE
            values = [fact] if isinstance(fact, str) else sorted(fact)
            fields[row.field] = values
            if row.facet_field:
                fields[row.facet_field] = [SET_SEPARATOR.join(values)]
    return fields


def newest(row: ListingRow) -> int:
    """Orders by date, then id. Boards state dates like the year 1: those before 1970 are equally old."""
    seconds = min(max(int(row.posted_at.timestamp()), 0), 2**33 - 1)
    return (seconds << ID_BITS) + row.id % (1 << ID_BITS)


def min_newest(days: float, now: datetime) -> int:
    """The least `newest` of a listing posted in the last so many days, up to the hour that `now` is in.

    Whole hours, so that equal searches stay equal for an hour and their counts can be kept.
    """
    hour = now.replace(minute=0, second=0, microsecond=0)
    return max(0, int((hour - timedelta(days=days)).timestamp())) << ID_BITS


def stamp(moment: datetime) -> int:
    """Microseconds since 1970: tells whether the index holds the newest state of a listing."""
    # In integers: a float of today's date has no room for microseconds.
    return int(moment.timestamp()) * 1_000_000 + moment.microsecond
