"""The short form of listings, as lists of results show them: read in one query, whatever their ads weigh."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from django.db import connection
from django.urls import reverse

from listings.models import Source
from listings.models.listings import long_unseen
from listings.search.query.situation import Situation
from listings.web import fact_text
from listings.web.personal_fit import PersonalFit, personal_fit

NOBODY = Situation()
SKILLS, PLACES = 6, 3
"""So many are named."""

# Written out: the ORM takes longer to put such a query together than PostgreSQL to answer it. The board's own words
# for the pay are wanted only where none were read.
SHOWN = """
SELECT listing.id, listing.slug, listing.title, company.name, company.slug, listing.facts - 'evidence' - 'spans',
    CASE WHEN listing.facts ? 'salary' THEN NULL ELSE led.ad ->> 'salary' END,
    listing.facts #>> '{{evidence,residence}}',
    led.ad -> substr(listing.facts #>> '{{evidence,residence}}', length('field:') + 1),
    listing.posted_at, listing.first_seen_at, listing.reposted_at, max(posting.last_seen_at),
    max(posting.last_seen_at) FILTER (WHERE posting.closed_at IS NULL),
    count(posting.expires_at) FILTER (WHERE posting.closed_at IS NULL),
    array_agg({source} ORDER BY posting.first_seen_at, posting.id),
    array_agg({source} ORDER BY posting.first_seen_at, posting.id) FILTER (WHERE posting.closed_at IS NULL)
FROM listings_listing listing
JOIN listings_company company ON company.id = listing.company_id
JOIN listings_posting posting ON posting.listing_id = listing.id
JOIN listings_source source ON source.id = posting.source_id
LEFT JOIN listings_posting led ON led.id = listing.leading_id
WHERE listing.id = ANY(%s)
    AND listing.closed_at IS NULL AND listing.hidden_at IS NULL AND listing.merged_into_id IS NULL
GROUP BY listing.id, company.id, led.id
""".format(source="ARRAY[source.board, source.options::text, source.is_sample::text]")


@dataclass(frozen=True, slots=True)
class Card:
    """An open listing; "" is not stated. `boards` names where it is open; `unseen_since` as a Listing's."""

    pk: int
    address: str
    title: str
    company: str
    company_slug: str
    residence: str
    pay: str
    details: tuple[str, ...]
    skills: tuple[str, ...]
    posted_at: datetime
    first_seen_at: datetime
    reposted_at: datetime | None
    last_seen_at: datetime
    unseen_since: datetime | None
    boards: str
    personal_fit: PersonalFit | None


def cards(ids: Sequence[int], situation: Situation = NOBODY) -> list[Card]:
    """In this order; what has been closed, hidden or merged is left out."""
    if not ids:
        return []
    with connection.cursor() as cursor:
        cursor.execute(SHOWN, [list(ids)])
        found = {row[0]: row for row in cursor.fetchall()}
    return [card(situation, *found[pk]) for pk in ids if pk in found]


def card(
    situation: Situation,
    pk: int,
    slug: str,
    title: str,
    company: str,
    company_slug: str,
    stated: str,
    said_pay: str | None,
    evidence: str | None,
    field: str | None,
    posted_at: datetime,
    first_seen_at: datetime,
    reposted_at: datetime | None,
    last_seen_at: datetime,
    seen_open_at: datetime | None,
    expiring: int,
    sources: list[list[str]],
    open_sources: list[list[str]] | None,
) -> Card:
    # Django leaves JSON that it did not ask for itself as text.
    facts: Mapping[str, Any] = json.loads(stated)
    workplace = fact_text.in_words(facts, "workplace") if facts.get("workplace") == "hybrid" else ""
    others = (fact_text.in_words(facts, fact) for fact in ("hours", "seniority", "employment"))
    residence = facts.get("residence")
    return Card(
        pk=pk,
        address=reverse("listings:listing", args=[pk, slug]),
        title=title,
        company=company,
        company_slug=company_slug,
        residence=fact_text.residence(residence, PLACES) if residence else "",
        pay=fact_text.in_words(facts, "salary") or (said_pay or "").strip(),
        details=tuple(filter(None, [workplace.partition(":")[0], *others])),
        skills=tuple(facts.get("skills") or ())[:SKILLS],
        posted_at=posted_at,
        first_seen_at=first_seen_at,
        reposted_at=reposted_at,
        last_seen_at=last_seen_at,
        unseen_since=long_unseen(seen_open_at) if seen_open_at and not expiring else None,
        boards=", ".join(dict.fromkeys(publisher(*source) for source in open_sources or sources)),
        personal_fit=personal_fit(facts, situation, quoted(evidence, field)) if situation else None,
    )


def quoted(evidence: str | None, field: str | None) -> str:
    """The ad's own words: those that a fact rests on, or those of the board's field that it was read from."""
    if not evidence or not evidence.startswith("field:"):
        return evidence or ""
    said = json.loads(field) if field else ""
    return ", ".join(said) if isinstance(said, list) else str(said or "")


@lru_cache(maxsize=10_000)
def publisher(board: str, options: str, is_sample: str) -> str:
    return Source(board=board, options=json.loads(options), is_sample=is_sample == "true").publisher
