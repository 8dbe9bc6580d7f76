"""A listing as the index holds it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import tantivy

from listings.facts.text import plain
from listings.models import Listing
from listings.search.index import freshness, opening_terms, working_hours
from listings.search.index.analysis import terms_of_text
from listings.search.index.phrases import phrases
from listings.search.index.role_titles import role
from listings.search.index.schema import schema
from listings.search.query.filters import LABELLED, NONE, SEVERAL

ID_BITS = 30
"""33 bits of seconds (until 2242) and these fill a signed number of 64."""


def document(listing: Listing, built: float) -> tantivy.Document:
    """Wants a listing loaded with `for_index()`. `built`: when this generation of the index was begun."""
    sources = sorted({posting.source.board for posting in listing.postings.all()})
    return tantivy.Document.from_dict(
        {
            "id": listing.pk,
            "stamp": stamp(listing.changed_at),
            "newest": newest(listing),
            "weight": freshness.weight(listing, built),
            "spelling": [listing.title, listing.company.name],
            "role": [named] if (named := role(listing.title)) else [],
            **searched(listing),
            "company_slug": [listing.company.slug],
            "employer": [f"{listing.company.slug}{LABELLED}{listing.company.name}"],
            "source": sources,
            "sources": [SEVERAL.join(sources)],
            "company_id": listing.company_id,
            "is_sample": int(listing.is_sample),
            **stated(listing.facts),
            **opening_terms.fields(listing),
        },
        schema(),
    )


def searched(listing: Listing) -> dict[str, list[str]]:
    """Each field that is searched, and what counting looks in: the words and the known names of all of them."""
    texts = {
        "title": listing.title,
        "skills": ", ".join(listing.facts.get("skills") or ()),
        "company": listing.company.name,
        "text": plain(listing.leading.html) if listing.leading else "",
    }
    named = {name for text in texts.values() for name in phrases(terms_of_text(text))}
    fields = {field: [text] for field, text in texts.items()}
    return {**fields, "words": list(texts.values()), "phrases": sorted(named)}


def stated(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Each fact as terms and numbers. What the ad does not state is a term of its own, or pay of nothing."""
    employment, seniority = (sorted(facts.get(fact) or [NONE]) for fact in ("employment", "seniority"))
    return {
        "category": [facts.get("category") or NONE],
        "workplace": [facts.get("workplace") or NONE],
        "employment": employment,
        "employments": [SEVERAL.join(employment)],
        "seniority": seniority,
        "seniorities": [SEVERAL.join(seniority)],
        "skill": facts.get("skills") or [NONE],
        "hours": [working_hours.key(facts.get("hours"))],
        "language": [facts.get("language") or NONE],
    }


def newest(listing: Listing) -> int:
    """Orders by date, then id. Boards state dates like the year 1: those before 1970 are equally old."""
    seconds = min(max(int(listing.posted_at.timestamp()), 0), 2**33 - 1)
    return (seconds << ID_BITS) + listing.pk % (1 << ID_BITS)


def oldest(days: float, now: datetime) -> int:
    """The least `newest` of what was posted in so many days up to the begun hour: equal searches stay equal in it."""
    hour = now.replace(minute=0, second=0, microsecond=0)
    return max(0, int((hour - timedelta(days=days)).timestamp())) << ID_BITS


def stamp(moment: datetime) -> int:
    """Microseconds since 1970: tells whether the index holds the newest state of a listing."""
    return int(moment.timestamp()) * 1_000_000 + moment.microsecond
