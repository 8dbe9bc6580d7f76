"""What a reader is shown of a listing: what its ads state, in their words, and where each was found."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape

from django.utils.html import strip_tags

from listings.addresses import web_address
from listings.boards.base import Ad
from listings.models import Listing, Posting
from listings.vocabulary.categories import CATEGORIES
from listings.vocabulary.employment import EMPLOYMENT
from listings.vocabulary.workplace import WORKPLACES

SUMMARY_LENGTH = 200

COMPARED = ("Place", "Pay", "Employment", "Kind of work")
BLOCK_END = re.compile(r"<(?=/?(?:p|div|li|ul|ol|h[1-6]|br|tr|td|th|hr|pre|blockquote)\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Shown:
    """One fact under its name. `words` is "" where the ad states nothing."""

    label: str
    words: str


@dataclass(frozen=True, slots=True)
class FoundOn:
    """One ad of a listing. `rel` is what the publisher's terms ask of the link to it."""

    posting: Posting
    board: str
    link_text: str
    address: str
    rel: str
    differs: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """The short form; "" is not stated. `boards` names where it is open, or was."""

    place: str
    pay: str
    employment: str
    boards: str


def card(listing: Listing) -> Card:
    shown = {said.label: said.words for said in statements(listing)}
    postings = listing.postings.all()
    where = [posting for posting in postings if posting.closed_at is None] or postings
    boards = dict.fromkeys(posting.source.publisher for posting in where)
    return Card(shown["Place"], shown["Pay"], shown["Employment"], joined(boards))


def statements(listing: Listing) -> list[Shown]:
    """What the leading ad states; the places of all its open ads are put together."""
    workplace = Shown("Workplace", WORKPLACES.get(listing.workplace, ""))
    own = stated(listing)
    if own is None:
        return [workplace, *(Shown(label, "") for label in COMPARED)]
    place = Shown("Place", places(listing) or (own.location or "").strip())
    employment = Shown("Employment", joined(EMPLOYMENT.get(kind, kind) for kind in listing.employment))
    category = Shown("Kind of work", CATEGORIES.get(listing.category, ""))
    _, pay, own_employment, own_category = in_own_words(own)
    return [
        workplace,
        place,
        pay,
        employment if employment.words else own_employment,
        category if category.words else own_category,
    ]


def in_own_words(ad: Ad) -> tuple[Shown, Shown, Shown, Shown]:
    """In the order of COMPARED."""
    words = (ad.location, ad.salary, joined(ad.employment or ()), ad.category)
    place, pay, employment, category = (
        Shown(label, (said or "").strip()) for label, said in zip(COMPARED, words, strict=True)
    )
    return place, pay, employment, category


def stated(listing: Listing) -> Ad | None:
    return listing.leading.stated if listing.leading else None


def places(listing: Listing) -> str:
    """The places of the ads that are open, each once, in the words of each."""
    ads = [posting.stated for posting in listing.postings.all() if posting.closed_at is None]
    return joined(dict.fromkeys(ad.location.strip() for ad in ads if ad.location), "; ")


def joined(words: Iterable[str], between: str = ", ") -> str:
    return between.join(word for word in words if word)


def found_on(listing: Listing) -> list[FoundOn]:
    """Every ad of it, the leading one first. Wants `postings` and their sources loaded."""
    leading_id = listing.leading_id
    postings = sorted(listing.postings.all(), key=lambda posting: posting.pk != leading_id)
    own = stated(listing)
    return [
        FoundOn(
            posting=posting,
            board=posting.source.publisher,
            link_text=posting.source.publisher,
            address=web_address(posting.url),
            rel="noopener" if posting.source.kind.terms.followed_link else "noopener nofollow",
            differs=() if own is None or posting.pk == leading_id else differences(own, posting.stated),
        )
        for posting in postings
    ]


def differences(leading: Ad, other: Ad) -> tuple[Shown, ...]:
    """What the other ad states otherwise, in its words. What only one of the two states is no contradiction."""
    pairs = zip(in_own_words(leading), in_own_words(other), strict=True)
    return tuple(said for lead, said in pairs if said.words and lead.words and folded(said) != folded(lead))


def folded(shown: Shown) -> str:
    return " ".join(shown.words.casefold().split())


def apply_address(listing: Listing) -> str:
    """The employer's own address, where an open ad states one."""
    postings = sorted(listing.postings.all(), key=lambda posting: posting.pk != listing.leading_id)
    for posting in postings:
        if posting.closed_at is None and web_address(posting.stated.apply_url):
            return web_address(posting.stated.apply_url)
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
    return listing.leading is not None and listing.leading.source.kind.terms.full_text


def summary(html: str, length: int = SUMMARY_LENGTH) -> str:
    """The first words of an ad as plain text, `length` characters at most."""
    words = " ".join(unescape(strip_tags(BLOCK_END.sub(" <", html))).split())
    if len(words) <= length:
        return words
    return words[: length - 1].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"
