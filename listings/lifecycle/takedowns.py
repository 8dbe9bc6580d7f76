"""What an admin has taken off the site: a listing, an ad, an employer or a domain, until the take-down is lifted.

Ads carry their take-down, and a listing all of whose ads are down is hidden (see refresh.py). Employers and domains are
rules: they also hold for ads that are still to come.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from django.db.models import Q, QuerySet
from django.utils import timezone

from listings.boards.base import Ad
from listings.boards.formats.hosts import as_browsers_read
from listings.dedup.normalise import company_key
from listings.lifecycle.change_log import record, state_row
from listings.lifecycle.lock import listings_lock
from listings.lifecycle.refresh import refresh_listings
from listings.lifecycle.refused import Refused
from listings.models import Change, Listing, Posting, Takedown

BATCH = 500
Reach = Takedown.Reach
DOMAIN_NAME = re.compile(r"([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}")


@dataclass(frozen=True, slots=True)
class TakedownRules:
    """Active take-downs of employers, by their key, and of domains, by name."""

    companies: Mapping[str, int]
    domains: Mapping[str, int]

    @classmethod
    def load(cls) -> TakedownRules:
        rows = list(Takedown.objects.rules().values_list("pk", "company__key", "domain"))
        return cls({key: pk for pk, key, _ in rows if key}, {domain: pk for pk, _, domain in rows if domain})

    def of(self, ad: Ad) -> int | None:
        """The id of the take-down that holds for the ad."""
        if self.companies and (pk := self.companies.get(company_key(ad.company))):
            return pk
        hosts = (_host(url) for url in (ad.url, ad.apply_url or "")) if self.domains else ()
        return next(
            (self.domains[domain] for host in hosts for domain in _domains(host) if domain in self.domains), None
        )


def _host(url: str) -> str:
    try:
        return urlsplit(as_browsers_read(url)).hostname or ""
    # An older version may have kept it. Nobody can follow it.
    except ValueError:
        return ""


def _domains(host: str) -> Iterable[str]:
    """The host and each domain that it lies in."""
    labels = host.split(".")
    return (".".join(labels[start:]) for start in range(len(labels)))


def domain_of(text: str) -> str:
    """The domain in what an admin has typed or pasted, such as a whole address. Raises Refused."""
    text = text.strip().lower()
    try:
        address = as_browsers_read(text if "//" in text else f"https://{text}")
        host = (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError as error:
        raise Refused(f"“{text[:100]}” is not a domain.") from error
    if not DOMAIN_NAME.fullmatch(host):
        raise Refused(f"“{text[:100]}” is not a domain.")
    return host


def affected(takedown: Takedown) -> QuerySet[Posting]:
    """The kept ads for which an (unsaved) take-down holds, whether or not another one has them down already."""
    if takedown.kind == Reach.LISTING:
        return Posting.objects.filter(listing=takedown.listing)
    if takedown.kind == Reach.POSTING:
        return Posting.objects.filter(pk=takedown.posting_id or 0)
    if takedown.company:
        # In a listing that is called after this employer, an ad of another may be the honest one.
        unnamed = Q(listing__company=takedown.company, match_key=None)
        return Posting.objects.filter(Q(match_key__company=takedown.company.key) | unnamed)
    address = rf"^https?://([^/?#]*[.@])?{re.escape(takedown.domain)}(:[0-9]*)?([/?#]|$)"
    return Posting.objects.filter(Q(url__iregex=address) | Q(ad__apply_url__iregex=address))


@dataclass(frozen=True, slots=True)
class TakedownEffect:
    """`ads` that follow it, `hidden` jobs of which nothing else is left, and `kept` jobs that other ads still show."""

    ads: int
    hidden: int
    kept: int


def effect(takedown: Takedown) -> TakedownEffect:
    """What an unsaved take-down would do to what readers see now."""
    visible = affected(takedown).filter(takedown=None, listing__hidden_at=None)
    rows = list(visible.values_list("pk", "listing_id"))
    listings = {listing for _, listing in rows}
    others = Posting.objects.shown().filter(listing__id__any=list(listings)).exclude(pk__any=[pk for pk, _ in rows])
    kept = others.values("listing").distinct().count()
    return TakedownEffect(len(rows), len(listings) - kept, kept)


def is_down(takedown: Takedown) -> bool:
    """Whether an active take-down has the same target."""
    same = {name: getattr(takedown, name) for name in ("kind", "listing", "posting", "company", "domain")}
    return Takedown.objects.active().filter(**same).exists()


def take_down(takedown: Takedown) -> None:
    """Save an unsaved take-down and make what it names follow. Raises Refused if another has the same target."""
    takedown.at = timezone.now()
    with listings_lock():
        if is_down(takedown):
            raise Refused("It is down already.")
        takedown.save()
    settle(takedown)


def lift(takedown: Takedown, by: str) -> None:
    """Raises Refused if it was lifted before."""
    lifted = Takedown.objects.active().filter(pk=takedown.pk)
    if not lifted.update(lifted_at=timezone.now(), lifted_by=by, settled=False):
        raise Refused("It has been lifted already.")
    takedown.refresh_from_db()
    settle(takedown)


def settle_all() -> None:
    """Finish what killed processes have left."""
    for takedown in Takedown.objects.filter(settled=False):
        settle(takedown)


def settle(takedown: Takedown) -> None:
    """Make ads and listings follow the take-down or its end, a batch per transaction. It may be repeated."""
    if takedown.lifted_at:
        _show(takedown)
    elif takedown.kind == Reach.LISTING:
        with listings_lock():
            _hide_listing(takedown)
    else:
        for ids in _batches(affected(takedown).filter(takedown=None)):
            _mark(ids, takedown)
    Takedown.objects.filter(pk=takedown.pk, lifted_at=takedown.lifted_at).update(settled=True)


def _batches(postings: QuerySet[Posting]) -> Iterable[list[int]]:
    # Read before the lock is taken: to search the addresses of all ads may take seconds.
    ids = list(postings.order_by("pk").values_list("pk", flat=True))
    return (ids[start : start + BATCH] for start in range(0, len(ids), BATCH))


def _mark(ids: list[int], takedown: Takedown) -> None:
    now = timezone.now()
    with listings_lock():
        if not Takedown.objects.active().filter(pk=takedown.pk).exists():
            return
        postings = Posting.objects.filter(pk__in=ids, takedown=None)
        listings = set(postings.values_list("listing", flat=True))
        postings.update(takedown=takedown)
        refreshed = refresh_listings(listings, now)
        # The page of a listing with other ads has lost one of its links.
        _changed(listings - refreshed, now)


def _hide_listing(takedown: Takedown) -> None:
    now = timezone.now()
    # Merged meanwhile, its vacancy is the survivor's.
    listing = Listing.objects.get(pk=takedown.listing_id or 0)
    if Listing.objects.filter(pk=listing.pk, hidden_at=None).update(hidden_at=now, takedown=takedown, changed_at=now):
        record([(listing.pk, Change.Kind.HIDDEN)], [state_row(listing, "shown", "hidden", now)])


def _show(takedown: Takedown) -> None:
    rules = TakedownRules.load()
    for ids in _batches(Posting.objects.filter(takedown=takedown)):
        with listings_lock():
            postings = list(Posting.objects.filter(pk__in=ids, takedown=takedown).defer("html", "facts"))
            for posting in postings:
                # Another take-down may hold for it as well.
                posting.takedown_id = rules.of(Ad.from_json(posting.ad))
            Posting.objects.bulk_update(postings, ["takedown"])
            _show_listings(Listing.objects.filter(pk__in={posting.listing_id for posting in postings}), takedown)
    with listings_lock():
        _show_listings(Listing.objects.filter(takedown=takedown), takedown)


def _show_listings(listings: QuerySet[Listing], takedown: Takedown) -> None:
    now = timezone.now()
    ids = set(listings.values_list("pk", flat=True))
    hidden = set(listings.filter(takedown=takedown).values_list("pk", flat=True))
    Listing.objects.filter(pk__in=hidden).update(hidden_at=None, takedown=None)
    refreshed = refresh_listings(ids, now)
    shown = list(Listing.objects.filter(pk__in=hidden, hidden_at=None))
    record((), [state_row(listing, "hidden", "shown", now) for listing in shown])
    _changed(ids - refreshed, now)


def _changed(ids: set[int], now: datetime) -> None:
    Listing.objects.filter(pk__in=ids).update(changed_at=now)
    record((pk, Change.Kind.CHANGED) for pk in ids)
