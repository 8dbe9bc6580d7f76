"""Rows as gathering would leave them, for tests of what readers see."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone
from django.utils.text import slugify

from listings.boards.base import Ad
from listings.models import Company, Listing, Posting, Source


def source_with(board: str = "remotive", *, sample: bool = False, **fields: Any) -> Source:
    name = f"sample-{board}" if sample else board
    fields.setdefault("last_ok_at", timezone.now() - timedelta(minutes=12))
    return Source.objects.get_or_create(name=name, defaults={"board": board, "is_sample": sample, **fields})[0]


def posting_with(listing: Listing, board: str = "remotive", *, html: str = "", **fields: Any) -> Posting:
    """An ad of `listing` on `board`. Fields of Posting go there, all others to the ad."""
    now = timezone.now()
    number = Posting.objects.count() + 1
    own = {field.name for field in Posting._meta.get_fields()}
    kept = {name: fields.pop(name) for name in list(fields) if name in own}
    stated = {"url": f"https://{board}.example/jobs/{number}", "title": listing.title, "company": listing.company.name}
    ad = Ad(external_id=f"{board}-{number}", **{**stated, **fields})
    data = ad.as_json()
    del data["html"]
    digest = hashlib.sha256(f"{board}-{number}".encode()).digest()
    return Posting.objects.create(
        **{
            "source": source_with(board, sample=listing.is_sample),
            "external_id": ad.external_id,
            "listing": listing,
            "url": ad.url,
            "ad": data,
            "html": html,
            "facts": listing.facts,
            "content_hash": digest,
            "fingerprint": digest,
            "published_at": listing.posted_at,
            "posted_at": listing.posted_at,
            "first_seen_at": listing.first_seen_at,
            "last_seen_at": now - timedelta(hours=2),
            **kept,
        }
    )


def listing_with(
    title: str = "Python developer",
    company: str = "Fernhill Labs",
    board: str = "remotive",
    *,
    html: str = "<p>We build tools for libraries.</p>",
    posted: datetime | None = None,
    ad: dict[str, Any] | None = None,
    **fields: Any,
) -> Listing:
    """A listing with one leading posting; `fields` are Listing's, `ad` the ad's or the posting's."""
    posted = posted or timezone.now() - timedelta(days=1)
    employer, _ = Company.objects.get_or_create(
        key=company.casefold(), defaults={"name": company, "slug": slugify(company)}
    )
    facts = {"workplace": "remote", "category": "engineering", "employment": ["FULL_TIME"], **fields.pop("facts", {})}
    listing = Listing.objects.create(
        **{
            "company": employer,
            "title": title,
            "slug": slugify(title),
            "facts": facts,
            "workplace": facts["workplace"] or "",
            "category": facts["category"] or "",
            "employment": facts["employment"],
            "posted_at": posted,
            "first_seen_at": posted,
            "changed_at": posted,
            **fields,
        }
    )
    closed = {"closed_at": listing.closed_at, "closed_reason": listing.closed_reason}
    listing.leading = posting_with(listing, board, html=html, **closed, **(ad or {}))
    listing.save()
    return listing
