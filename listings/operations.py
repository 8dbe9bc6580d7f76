"""What admins and commands may ask of gathering."""

from __future__ import annotations

from celery import current_app
from django.utils import timezone
from kombu.exceptions import OperationalError

from listings.boards import BOARDS
from listings.fetching import leases, schedule, snapshots
from listings.fetching.leases import Lease
from listings.ingest import backfill
from listings.lifecycle import recluster
from listings.lifecycle.change_log import record, rows, state_row
from listings.lifecycle.lock import listings_lock
from listings.lifecycle.merging import Moved, new_listing_for, restored_listing
from listings.lifecycle.refresh import refresh_listings
from listings.lifecycle.refused import Refused
from listings.models import Change, Company, Fetch, KeepSeparate, Listing, Merge, Posting, Snapshot, Source


def create_default_sources() -> list[Source]:
    """A source for each fetched board that needs no options, where there is none. Returns those it made."""
    made = []
    for board in BOARDS.values():
        needs_options = any(option.required for option in board.options.values())
        if not board.is_fetched or needs_options or Source.objects.real().filter(board=board.name).exists():
            continue
        made.append(Source.objects.create(name=board.name, board=board.name, options=board.checked_options({})))
    return made


def lease_now(source: Source) -> Lease:
    """Lease a source outside its schedule. Raises Refused during a fetch or the publisher's minimum interval."""
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
    """Queue a fetch at once. Raises Refused. Not inside a transaction: the worker must see the lease."""
    lease = lease_now(source)
    try:
        lease.queue()
    except OperationalError as error:
        raise Refused(f"The queue cannot be reached ({error}). The source is fetched when its turn comes.") from error


def pause(source: Source) -> None:
    Source.objects.filter(pk=source.pk).update(enabled=False)


def resume(source: Source) -> None:
    """Due again when it was, or now where that has passed; a lease that still runs is left alone. Raises Refused."""
    if not source.board_config.is_fetched:
        raise Refused(source.board_config.never_fetched_because)
    Source.objects.filter(pk=source.pk).update(enabled=True)


def accept(fetch: Fetch) -> None:
    """Queues the reading of a quarantined fetch's snapshots. Raises Refused."""
    if fetch.outcome != Fetch.Outcome.QUARANTINED:
        raise Refused("Only a quarantined fetch can be accepted.")
    if not fetch.snapshots.exists():
        raise Refused("Its snapshots are no longer kept; fetch the source again instead.")
    try:
        # Nothing was written, so nothing has to be committed first; on_commit would raise outside this block.
        current_app.send_task("listings.accept_fetch", args=[fetch.pk])
    except OperationalError as error:
        raise Refused(f"The queue cannot be reached: {error}") from error


def raw_bytes(snapshot: Snapshot) -> bytes:
    """The answer as it came, decompressed."""
    return snapshots.body(snapshot)


def hide(listing: Listing, reason: str) -> None:
    """Takes a listing down; it stays away when its ads are seen again."""
    now = timezone.now()
    with listings_lock():
        hidden = Listing.objects.filter(pk=listing.pk, hidden_at=None).update(
            hidden_at=now, hidden_reason=reason, changed_at=now
        )
        if hidden:
            record([(listing.pk, Change.Kind.HIDDEN)], [state_row(listing, "shown", "hidden", now)])


def unhide(listing: Listing) -> None:
    now = timezone.now()
    with listings_lock():
        shown = (
            Listing.objects.filter(pk=listing.pk)
            .exclude(hidden_at=None)
            .update(hidden_at=None, hidden_reason="", changed_at=now)
        )
        if shown:
            record([(listing.pk, Change.Kind.CHANGED)], [state_row(listing, "hidden", "shown", now)])


def describe_company(company: Company, *, name: str, url: str) -> None:
    """Another name or address of an employer, on all its listings. Its key, which spellings share, stays."""
    now = timezone.now()
    with listings_lock():
        old = Company.objects.get(pk=company.pk)
        found = {"company": (old.name, name)} if old.name != name else {}
        if not found and old.url == url:
            return
        Company.objects.filter(pk=company.pk).update(name=name, url=url)
        shown = list(Listing.objects.visible().filter(company=company).values_list("pk", flat=True))
        Listing.objects.filter(pk__in=shown).update(changed_at=now)
        record([(pk, Change.Kind.CHANGED) for pk in shown], [row for pk in shown for row in rows(pk, found, now)])


def unmerge(merge: Merge) -> Listing:
    """Gives the posting a listing of its own again, and parts it from the others for ever.

    Raises Refused where it was undone already or nothing would be left.
    """
    now = timezone.now()
    with listings_lock():
        merge = Merge.objects.get(pk=merge.pk)
        posting = Posting.objects.select_related("listing__company").get(pk=merge.posting_id)
        if merge.undone_at or posting.listing_id != merge.listing_id:
            raise Refused("This merge was undone already.")
        others = list(
            Posting.objects.filter(listing=posting.listing_id).exclude(pk=posting.pk).values_list("pk", flat=True)
        )
        if not others:
            raise Refused("It is the only posting left of its listing.")
        own = restored_listing(posting, merge, now) or new_listing_for(posting, now)
        KeepSeparate.objects.bulk_create(
            [KeepSeparate(first_id=min(posting.pk, other), second_id=max(posting.pk, other)) for other in others],
            ignore_conflicts=True,
        )
        Posting.objects.filter(pk=posting.pk).update(listing=own)
        Merge.objects.filter(pk=merge.pk).update(undone_at=now)
        settled = refresh_listings({own.pk, merge.listing_id}, now)
        record([(pk, Change.Kind.CHANGED) for pk in {own.pk, merge.listing_id} - settled])
    own.refresh_from_db()
    return own


def group_again(*, everything: bool, rehearse: bool) -> tuple[int, Moved]:
    """How many ads identity had yet to read, and what the new grouping comes to. A rehearsal moves nothing."""
    read = backfill.update_match_keys()
    return read, (recluster.rehearse if rehearse else recluster.recluster)(everything=everything)
