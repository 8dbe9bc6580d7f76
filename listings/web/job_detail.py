"""What a reader is shown of a listing: what its ads state, in their words, and where each was found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from listings.boards.base import Ad
from listings.facts.text import plain
from listings.models import Listing, Posting
from listings.web import fact_text
from listings.web.disagreements import Disagreements, disagreements
from listings.web.site_urls import web_address

SUMMARY_LENGTH = 200
FIELDS = {"residence": "location", "salary": "salary", "employment": "employment", "category": "category"}
"""Where a board states a fact that we could not read."""
FIELD_NAMES = {*FIELDS.values(), "workplace", "seniority", "time_zones", "tags", "title"}


@dataclass(frozen=True, slots=True)
class FactRow:
    """One fact under its name. `words` is "" where we read nothing of it, `quote` the ad's own words for it.

    `fact` is its id. `from_field`: the quote stands in a field of the board, not in title or text.
    """

    label: str
    words: str
    quote: str = ""
    fact: str = ""
    from_field: bool = False


@dataclass(frozen=True, slots=True)
class FoundOn:
    """One ad of a listing. `rel` is what the publisher's terms ask of the link to it."""

    posting: Posting
    board: str
    link_text: str
    address: str
    rel: str
    differs: tuple[FactRow, ...]


def statements(listing: Listing) -> list[FactRow]:
    """Every fact of the leading ad; where there are several ads, the places that they name."""
    own = stated(listing)
    shown = [statement(listing.facts, own, fact) for fact in fact_text.FACTS]
    named = places(listing)
    return [*shown, FactRow("Places named", joined(named, "; "))] if len(named) > 1 else shown


def statement(facts: Mapping[str, Any], ad: Ad | None, fact: str) -> FactRow:
    """In our words with the ad's; in the board's alone where we have none for them."""
    label, evidence = fact_text.FACTS[fact], facts.get("evidence", {}).get(fact, "")
    words = fact_text.in_words(facts, fact)
    if not words:
        return FactRow(label, "", said(ad, fact), fact, from_field=True)
    name = evidence.removeprefix("field:")
    if name == evidence:
        return FactRow(label, words, evidence, fact)
    return FactRow(label, words, said(ad, fact, name), fact, from_field=True)


def said(ad: Ad | None, fact: str, field: str = "") -> str:
    """The board's own words, in the field that such a fact stands in."""
    name = field or FIELDS.get(fact, "")
    value = getattr(ad, name, None) if name in FIELD_NAMES else None
    return joined(value) if isinstance(value, tuple) else (value or "").strip()


def stated(listing: Listing) -> Ad | None:
    return listing.leading.as_ad if listing.leading else None


def places(listing: Listing) -> list[str]:
    """The places of the ads that are open, each once, in the words of each."""
    ads = [posting.as_ad for posting in listing.postings.all() if posting.closed_at is None]
    return list(dict.fromkeys(ad.location.strip() for ad in ads if ad.location and ad.location.strip()))


def joined(words: Iterable[str], between: str = ", ") -> str:
    return between.join(word for word in words if word)


def found_on(listing: Listing) -> list[FoundOn]:
    """Every ad of it, the leading one first. Wants `postings` and their sources loaded."""
    leading_id = listing.leading_id
    postings = sorted(listing.postings.all(), key=lambda posting: posting.pk != leading_id)
    disagreeing = disagreements(listing)
    return [
        FoundOn(
            posting=posting,
            board=posting.source.publisher,
            link_text=posting.source.publisher,
            address=web_address(posting.url),
            rel="noopener" if posting.source.board_config.terms.followed_link else "noopener nofollow",
            differs=differences(disagreeing, posting),
        )
        for posting in postings
    ]


def differences(differing: Disagreements, posting: Posting) -> tuple[FactRow, ...]:
    """What this ad states otherwise than the leading one."""
    return tuple(
        FactRow(fact_text.FACTS[fact], fact_text.in_words({fact: own}, fact), fact=fact)
        for fact, (first, *others) in differing.items()
        for other, own in others
        if other.pk == posting.pk
        and fact_text.in_words({fact: own}, fact) != fact_text.in_words({fact: first[1]}, fact)
    )


def apply_address(listing: Listing) -> str:
    """The employer's own address, where an open ad states one."""
    postings = sorted(listing.postings.all(), key=lambda posting: posting.pk != listing.leading_id)
    for posting in postings:
        if posting.closed_at is None and web_address(posting.as_ad.apply_url):
            return web_address(posting.as_ad.apply_url)
    return ""


def published_again(listing: Listing) -> Posting | None:
    """The ad that its board has published anew since this listing was first posted."""
    later = [
        posting
        for posting in listing.postings.all()
        if posting.published_at and posting.published_at.date() > listing.posted_at.date()
    ]
    return max(later, key=lambda posting: posting.published_at or posting.first_seen_at, default=None)


def full_text_allowed(listing: Listing) -> bool:
    return listing.leading is not None and listing.leading.source.board_config.terms.full_text


def summary(html: str, length: int = SUMMARY_LENGTH) -> str:
    """The first words of an ad as plain text, `length` characters at most."""
    text = " ".join(plain(html, bullet="").split())
    if len(text) <= length:
        return text
    return text[: length - 1].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"
