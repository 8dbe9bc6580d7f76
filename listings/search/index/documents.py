"""A listing as the index holds it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import chain
from typing import Any

import tantivy

from listings.facts.text import plain
from listings.models import Listing
from listings.search.index import freshness, opening_terms, working_hours
from listings.search.index.main_skills import main_skills
from listings.search.index.phrases import phrases
from listings.search.index.role_titles import head, role
from listings.search.index.schema import NO_YEARS, schema
from listings.search.query.parameters import FILTERS, LABEL_SEPARATOR, NONE, SET_SEPARATOR
from listings.search.text.analysis import terms, word_forms
from listings.search.text.roles import title_roles

# 33 bits of seconds (until 2242) and these fill a signed integer of 64.
ID_BITS = 30
# Places of one term that an ad's text indexes: a phrase costs as much as its words have places. A text of 10,000 words
# has fewer of its commonest one.
MAX_PLACES_OF_TERM = 500
# Stands where a term does beyond that. No word of a search becomes it.
LEFT_OUT = "…"


def document(listing: Listing, built_at: float) -> tantivy.Document:
    """Needs a listing loaded with `for_index()`. `built_at`: when this version of the index was begun."""
    boards = sorted({posting.source.board for posting in listing.postings.all()})
    named_role = role(listing.title)
    return tantivy.Document.from_dict(
        {
            "id": listing.pk,
            "stamp": stamp(listing.changed_at),
            "newest": newest(listing),
            "first_seen": int(listing.first_seen_at.timestamp()),
            "weight": freshness.weight(listing, built_at),
            "spelling": [" ".join(word_forms(f"{listing.title} {listing.company.name}"))],
            "role": [named_role] if named_role else [],
            "head": [head(listing.title) or NONE],
            "roles": title_roles(listing.title) or [NONE],
            **text_fields(listing),
            "company_slug": [listing.company.slug],
            "employer": [f"{listing.company.slug}{LABEL_SEPARATOR}{listing.company.name}"],
            "source": boards,
            "sources": [SET_SEPARATOR.join(boards)],
            "company_id": listing.company_id,
            "is_sample": int(listing.is_sample),
            **fact_fields(listing.facts),
            **opening_terms.fields(listing),
        },
        schema(),
    )


def text_fields(listing: Listing) -> dict[str, list[str]]:
    """Terms of each field that is searched and scored; those of several fields together, for counting in one lookup."""
    field_terms = {
        "title": terms(listing.title),
        "skills": terms(" | ".join(listing.facts.get("skills") or ())),
        "company": terms(listing.company.name),
        "text": terms(plain(listing.leading.html)) if listing.leading else [],
    }
    return {
        **{name: [" ".join(bounded_repeats(value))] for name, value in field_terms.items()},
        "words": [" ".join(dict.fromkeys(chain(*field_terms.values())))],
        "phrases": _phrases(field_terms.values()),
        "company_terms": [" ".join(field_terms["company"])],
        "main_skill": main_skills(listing.facts.get("skills") or (), field_terms["text"]),
    }


def bounded_repeats(text_terms: Sequence[str]) -> Sequence[str]:
    """With LEFT_OUT for a term that stands MAX_PLACES_OF_TERM times before."""
    if max(Counter(text_terms).values(), default=0) <= MAX_PLACES_OF_TERM:
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


def newest(listing: Listing) -> int:
    """Orders by date, then id. Boards state dates like the year 1: those before 1970 are equally old."""
    seconds = min(max(int(listing.posted_at.timestamp()), 0), 2**33 - 1)
    return (seconds << ID_BITS) + listing.pk % (1 << ID_BITS)


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
