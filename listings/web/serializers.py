"""A listing as JSON values, for programs: the `_listing` object of the JSON feed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from listings.display import fact_rows
from listings.facts import to_label
from listings.models import Listing, Posting
from listings.web import job_detail
from listings.web.site_urls import absolute, web_url

# Of each listing. `more_openings` says how many are left out.
MAX_OPENINGS_SHOWN = 50


def fields_of(listing: Listing) -> dict[str, Any]:
    """Every field of a listing but its description, which the caller adds if the board's terms allow it.

    `facts` has the shape of a label, unstated facts as null or [], with `evidence` and `spans`; the leading ad's own
    words are in `stated`. `salary_period_stated` is false if the period was inferred from the amount; `offers_hybrid`
    is true if a remote job may also be done in part at a place; `residence_disputed` are the words of the ad's text
    that let people live anywhere though its board names places, else null; `residence_unread` are the words that name a
    region which has no code beside the places of the residence; `in_words`: fact → what the ad says of it without a
    value, as "within a few hours of Pacific". Times are RFC 3339, UTC.
    """
    return {
        "id": listing.pk,
        "title": listing.title,
        "url": absolute(listing.get_absolute_url()),
        "company": {
            "name": listing.company.name,
            "slug": listing.company.slug,
            "url": job_detail.employer_address(listing) or None,
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
        "offers_hybrid": bool(listing.facts.get("offers_hybrid")),
        "residence_disputed": words_of(listing.facts.get("residence"), "disputed"),
        "residence_unread": words_of(listing.facts.get("residence"), "unread"),
        "in_words": dict(listing.facts.get("in_words", {})),
        "language": listing.facts.get("language"),
        "stated": ad_fields(listing),
        "apply_url": job_detail.apply_url(listing) or None,
        "openings": opening_fields(listing),
        "more_openings": max(0, len(listing.openings) - MAX_OPENINGS_SHOWN),
        "found_on": [posting_fields(posting) for posting in list(listing.postings.all())[: job_detail.MAX_ADS_SHOWN]],
    }


def opening_fields(listing: Listing) -> list[dict[str, Any]]:
    """At least one, at most MAX_OPENINGS_SHOWN.

    Residence and pay of each in the shape of a label, and the address of its ad.
    """
    postings = {posting.pk: posting for posting in listing.postings.all()}
    ad = fact_rows.leading_ad(listing)
    only = {
        "posting": listing.leading_id,
        "place": (ad.location if ad else None) or "",
        "residence": listing.facts.get("residence"),
        "salary": listing.facts.get("salary"),
    }
    fields = []
    for opening in listing.openings[:MAX_OPENINGS_SHOWN] or [only]:
        posting = postings.get(opening["posting"])
        label = to_label({"residence": opening["residence"], "salary": opening["salary"]})
        fields.append(
            {
                "place": opening["place"] or None,
                "residence": label["residence"],
                "residence_disputed": words_of(opening["residence"], "disputed"),
                "residence_unread": words_of(opening["residence"], "unread"),
                "salary": label["salary"],
                "url": (web_url(posting.url) or None) if posting else None,
                "apply_url": (web_url(posting.textless_ad.apply_url) or None) if posting else None,
            }
        )
    return fields


def ad_fields(listing: Listing) -> dict[str, Any]:
    ad = fact_rows.leading_ad(listing)
    return {
        "location": ad.location if ad else None,
        "category": ad.category if ad else None,
        "employment": list(ad.employment or ()) if ad else [],
        "salary": ad.salary if ad else None,
        "tags": list(ad.tags or ()) if ad else [],
    }


def posting_fields(posting: Posting) -> dict[str, Any]:
    terms = posting.source.board_config.terms
    return {
        "board": posting.source.board,
        "link_text": terms.link_text,
        "link_followed": terms.followed_link,
        "url": web_url(posting.url) or None,
        "leading": posting.pk == posting.listing.leading_id,
        "published_at": moment(posting.published_at),
        "expires_at": moment(posting.expires_at),
        "first_seen_at": moment(posting.first_seen_at),
        "last_seen_at": moment(posting.last_seen_at),
        "closed_at": moment(posting.closed_at),
        "closed_reason": posting.closed_reason or None,
    }


def words_of(residence: Mapping[str, Any] | None, part: str) -> str | None:
    return (residence or {}).get(part)


def moment(time: datetime | None) -> str | None:
    return time.isoformat().replace("+00:00", "Z") if time else None
