"""Everything that the admin, tasks and commands may do to sources, fetches and listings."""

from __future__ import annotations

from celery import current_app
from django.db.models import Q
from django.utils import timezone
from kombu.exceptions import OperationalError

from listings.boards import BOARDS
from listings.fetching import leases, schedule, snapshots
from listings.fetching.leases import Lease
from listings.ingest import backfill
from listings.lifecycle import recluster, takedowns
from listings.lifecycle.change_log import record
from listings.lifecycle.companies import describe
from listings.lifecycle.company_names import settle_name
from listings.lifecycle.lock import listings_lock
from listings.lifecycle.merging import NO_PAIR, Merging, Moved, new_listing_for, restored_listing
from listings.lifecycle.refresh import refresh_listings
from listings.lifecycle.refused import Refused
from listings.models import Change, Company, Fetch, KeepSeparate, Listing, Merge, Posting, Snapshot, Source, Takedown


def create_default_sources() -> list[Source]:
    """Create a source for each fetched board that needs no options and has no source yet. Returns the new ones.

    Those of unverified boards wait until an admin enables them.
    """
    created = []
    for board in BOARDS.values():
        needs_options = any(option.required for option in board.options.values())
        if not board.is_fetched or needs_options or Source.objects.real().filter(board=board.name).exists():
            continue
        values = {"options": board.checked_options({}), "enabled": board.status == "live"}
        created.append(Source.objects.create(name=board.name, board=board.name, **values))
    return created


def lease_now(source: Source) -> Lease:
    """Lease a source outside its schedule. Raises Refused during a fetch or the publisher's minimum interval."""
    if source.is_system:
        raise Refused("It is a hiring system: its employers are fetched, each by itself.")
    if not source.board_config.is_fetched:
        raise Refused(source.board_config.never_fetched_because)
    allowed = schedule.allowed_from(source)
    if allowed:
        raise Refused(f"{source.board_config.title}'s terms allow the next request at {allowed:%Y-%m-%d %H:%M} UTC.")
    lease = leases.lease_source(source)
    if lease is None:
        raise Refused(f"A fetch of {source} is under way.")
    return lease


def fetch_now(source: Source) -> None:
    """Queue a fetch now. Raises Refused. Not for use in a transaction: the worker must see the lease."""
    lease = lease_now(source)
    try:
        lease.queue()
    except OperationalError as error:
        raise Refused(f"The queue is unreachable ({error}). The source will be fetched as scheduled.") from error


def pause(source: Source) -> None:
    Source.objects.filter(pk=source.pk).update(enabled=False)


def resume(source: Source) -> None:
    """Enable a source; one that is overdue is fetched within a minute. Raises Refused if its board is never fetched."""
    if not source.board_config.is_fetched:
        raise Refused(source.board_config.never_fetched_because)
    Source.objects.filter(pk=source.pk).update(enabled=True)


def accept(fetch: Fetch) -> None:
    """Queue the ingest of a quarantined fetch's snapshots. Raises Refused."""
    if fetch.outcome != Fetch.Outcome.QUARANTINED:
        raise Refused("Only a quarantined fetch can be accepted.")
    if not fetch.snapshots.exists():
        raise Refused("The snapshots of this fetch are no longer stored. Fetch the source again instead.")
    try:
        # Not on_commit: nothing was written, and an error after the commit would not reach the admin as Refused.
        current_app.send_task("listings.accept_fetch", args=[fetch.pk])
    except OperationalError as error:
        raise Refused(f"The queue is unreachable: {error}") from error


def dismiss(fetch: Fetch) -> None:
    """An admin has looked at a quarantined fetch and leaves it alone. Its source counts as well until it fails again.

    Raises Refused.
    """
    changed = Fetch.objects.filter(pk=fetch.pk, outcome=Fetch.Outcome.QUARANTINED).update(
        outcome=Fetch.Outcome.DISMISSED
    )
    if not changed:
        raise Refused("Only a quarantined fetch can be dismissed.")
    Source.objects.filter(pk=fetch.source_id).update(failures=0, last_error="", unhealthy_since=None)


def undo_dismiss(fetch: Fetch) -> None:
    """Raises Refused."""
    changed = Fetch.objects.filter(pk=fetch.pk, outcome=Fetch.Outcome.DISMISSED).update(
        outcome=Fetch.Outcome.QUARANTINED
    )
    if not changed:
        raise Refused("It is not dismissed.")


def raw_bytes(snapshot: Snapshot) -> bytes:
    """The response body as the board sent it, decompressed."""
    return snapshots.body(snapshot)


def hide(listing: Listing, note: str, *, reason: str = Takedown.Ground.OTHER, by: str = "") -> Takedown:
    """Take a listing down. It stays hidden when its ads are seen again. Raises Refused."""
    takedown = Takedown(kind=Takedown.Reach.LISTING, listing=listing, reason=reason, note=note, by=by)
    takedowns.take_down(takedown)
    return takedown


def unhide(listing: Listing, by: str = "") -> None:
    """Lift the take-down of a listing. Raises Refused if one of more than this listing hides it."""
    takedown = listing.takedown
    if takedown is None:
        raise Refused("It is not taken down.")
    if takedown.is_rule:
        raise Refused(f"It is down with the {takedown.get_kind_display()} {takedown.target}: lift that take-down.")
    takedowns.lift(takedown, by)


def describe_company(company: Company, *, name: str, url: str) -> None:
    """An operator's name and web address of an employer, on all its listings. Ads change neither from then on."""
    now = timezone.now()
    with listings_lock():
        old = Company.objects.get(pk=company.pk)
        if (old.name, old.url) != (name, url):
            Company.objects.filter(pk=company.pk).update(described_at=now)
            describe([(old, name, url)], now)


def forget_description(company: Company) -> None:
    """Take `describe_company` back: its ads name it again. Raises Refused."""
    if company.described_at is None:
        raise Refused("Its name and website already are those of its ads.")
    settle_name(company, timezone.now())


def unmerge(merge: Merge) -> Listing:
    """Move the posting to a listing of its own, and separate it from the others for good.

    Returns that listing: the one it came from, or a new one. Raises Refused if the merge was undone before, or if the
    posting is the last of its listing.
    """
    now = timezone.now()
    with listings_lock():
        # Read again under the lock: another admin, or clustering, may have moved the posting meanwhile.
        merge = Merge.objects.get(pk=merge.pk)
        posting = Posting.objects.select_related("listing__company").get(pk=merge.posting_id)
        if merge.undone_at or posting.listing_id != merge.listing_id:
            raise Refused("This merge has already been undone.")
        others = list(
            Posting.objects.filter(listing=posting.listing_id).exclude(pk=posting.pk).values_list("pk", flat=True)
        )
        if not others:
            raise Refused("This is the only posting left in its listing.")
        listing = restored_listing(posting, merge, now) or new_listing_for(posting, now)
        KeepSeparate.objects.bulk_create(
            [KeepSeparate(first_id=min(posting.pk, other), second_id=max(posting.pk, other)) for other in others],
            ignore_conflicts=True,
        )
        Posting.objects.filter(pk=posting.pk).update(listing=listing)
        Merge.objects.filter(pk=merge.pk).update(undone_at=now)
        refreshed = refresh_listings({listing.pk, merge.listing_id}, now)
        record([(pk, Change.Kind.CHANGED) for pk in {listing.pk, merge.listing_id} - refreshed])
    listing.refresh_from_db()
    return listing


def merge_again(merge: Merge) -> None:
    """Take an `unmerge` back: the posting joins the listing that it was taken out of. Raises Refused."""
    now = timezone.now()
    with listings_lock():
        merge = Merge.objects.select_related("listing").get(pk=merge.pk)
        posting = Posting.objects.get(pk=merge.posting_id)
        if merge.undone_at is None or posting.listing_id == merge.listing_id:
            raise Refused("They are merged already.")
        if merge.listing.merged_into_id:
            raise Refused("The listing has been merged into another one meanwhile.")
        listings = [merge.listing_id, posting.listing_id]
        postings = (
            Posting.objects.select_related("listing__company").defer("html", "facts").filter(listing__in=listings)
        )
        involved = {row.pk: row for row in postings.defer("html", "facts")}
        joined = {row.pk for row in involved.values() if row.listing_id == merge.listing_id} | {posting.pk}
        # Only what this unmerge has separated: others may have been separated before.
        apart = KeepSeparate.objects.filter(at__gte=merge.undone_at)
        apart.filter(Q(first=posting, second__in=joined) | Q(second=posting, first__in=joined)).delete()
        rest = involved.keys() - joined
        Merging(now, involved).apply([joined, set(rest)] if rest else [joined], {})
        again = Merge.objects.filter(posting__in=joined, undone_at=None, reason=NO_PAIR, merged_at=now)
        again.update(reason=merge.reason, scores=merge.scores)


def group_again(*, everything: bool, rehearse: bool) -> tuple[int, Moved]:
    """Cluster the changed postings, or all. Returns how many match keys were rebuilt, and what moved.

    A rehearsal moves nothing, but does rebuild match keys: without them there is nothing to compare.
    """
    rebuilt = backfill.update_match_keys()
    return rebuilt, (recluster.rehearse if rehearse else recluster.recluster)(everything=everything)
