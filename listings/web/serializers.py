"""Every field of a listing as JSON values, for programs that read the site: the feed's `_listing` object."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from listings.facts import to_label
from listings.models import Listing, Posting
from listings.web import job_detail
from listings.web.site_urls import absolute, web_address


def fields_of(listing: Listing) -> dict[str, Any]:
    """`facts` has the shapes of a label, what is not stated being null or [], with its evidence and where that stands.
    `salary_period_stated` is false where the period was read from the size of the pay. Times are RFC 3339, UTC.

    `stated` is the leading ad's own words. No description: the caller knows whether it may be given.
    """
    own = job_detail.stated(listing)
    return {
        "id": listing.pk,
        "title": listing.title,
        "url": absolute(listing.get_absolute_url()),
        "company": {
            "name": listing.company.name,
            "slug": listing.company.slug,
            "url": web_address(listing.company.url) or None,
        },
        "open": listing.is_open,
        "posted_at": moment(listing.posted_at),
        "first_seen_at": moment(listing.first_seen_at),
        "reposted_at": moment(listing.reposted_at),
        "last_seen_at": moment(listing.last_seen_at),
        "unseen_since": moment(listing.unseen_since),
        "closed_at": moment(listing.closed_at),
        "closed_reason": listing.closed_reason or None,
        "places": list(listing.places),
        "changed_at": moment(listing.changed_at),
        "facts": to_label(listing.facts),
        "salary_period_stated": (listing.facts.get("salary") or {}).get("period_stated"),
        "language": listing.facts.get("language"),
        "stated": {
            "location": own.location if own else None,
            "category": own.category if own else None,
            "employment": list(own.employment or ()) if own else [],
            "salary": own.salary if own else None,
            "tags": list(own.tags or ()) if own else [],
        },
        "apply_url": job_detail.apply_address(listing) or None,
        "found_on": [found_fields(posting) for posting in listing.postings.all()],
    }


def found_fields(posting: Posting) -> dict[str, Any]:
    terms = posting.source.board_config.terms
    return {
        "board": posting.source.board,
        "link_text": terms.link_text,
        "link_followed": terms.followed_link,
        "url": web_address(posting.url) or None,
        "leading": posting.pk == posting.listing.leading_id,
        "published_at": moment(posting.published_at),
        "expires_at": moment(posting.expires_at),
        "first_seen_at": moment(posting.first_seen_at),
        "last_seen_at": moment(posting.last_seen_at),
        "closed_at": moment(posting.closed_at),
        "closed_reason": posting.closed_reason or None,
    }


def moment(time: datetime | None) -> str | None:
    return time.isoformat().replace("+00:00", "Z") if time else None
