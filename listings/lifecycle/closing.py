"""When a posting is open. `reason_to_close` is the only rule: whatever changes a posting asks it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Protocol

from django.db.models import F, Q, QuerySet

from listings.boards import BOARDS
from listings.boards.base import Board
from listings.lifecycle.lock import listings_lock
from listings.lifecycle.refresh import refresh_listings
from listings.lifecycle.row_updates import update_rows
from listings.models import Listing, Posting, Source

Closed = Listing.Closed

AGED_OUT_AFTER = timedelta(days=45)
MISSES_UNTIL_GONE = 2
BATCH = 500


class Closable(Protocol):
    """What the rule reads of a posting; see the fields of `Posting` for their meaning."""

    @property
    def workplace(self) -> str | None: ...
    @property
    def rejection(self) -> str: ...
    @property
    def expires_at(self) -> datetime | None: ...
    @property
    def last_seen_at(self) -> datetime: ...
    @property
    def missed(self) -> int: ...
    @property
    def page_gone_at(self) -> datetime | None: ...
    @property
    def closed_reason(self) -> str: ...


def is_remote(workplace: str | None, board: Board) -> bool:
    """False for on-site work, and for an ad that states no workplace unless its board lists hardly anything else."""
    return workplace != "onsite" and (workplace is not None or board.remote_only or board.mostly_remote)


def reason_to_close(posting: Closable, source: Source, now: datetime) -> Listing.Closed | None:
    """Why the posting is closed at `now`; None if it is open.

    A reason that closed it before and still holds is kept, so that a closed posting does not change its story.
    """
    reasons = list(_reasons(posting, source, now))
    kept = next((reason for reason in reasons if reason == posting.closed_reason), None)
    return kept or next(iter(reasons), None)


def _reasons(posting: Closable, source: Source, now: datetime) -> Iterable[Listing.Closed]:
    # A source outlives the board's module: its postings still expire and age.
    board = source.board_config if source.board in BOARDS else None
    if posting.rejection:
        yield Closed.NO_VACANCY
    if board and not is_remote(posting.workplace, board):
        yield Closed.NOT_REMOTE
    if posting.expires_at is not None and posting.expires_at <= now:
        yield Closed.EXPIRED
    if posting.page_gone_at is not None:
        yield Closed.PAGE_GONE
    if source.died_at is not None and posting.last_seen_at < source.died_at:
        yield Closed.BOARD_GONE
    if board and board.absence == "closes" and posting.missed >= MISSES_UNTIL_GONE:
        yield Closed.GONE
    # A known closing date says more than absence. For every board: a paused or failing source never counts absences.
    if posting.expires_at is None and posting.last_seen_at <= now - AGED_OUT_AFTER:
        yield Closed.AGED_OUT


def update_state(posting: Posting, source: Source, now: datetime) -> bool:
    """Open or close the posting by the rule, without saving it. True if its state or reason changed."""
    reason = reason_to_close(posting, source, now)
    if (reason or "") == posting.closed_reason and (reason is None) == (posting.closed_at is None):
        return False
    posting.closed_at, posting.closed_reason = (now, reason) if reason else (None, "")
    return True


def apply_rule(postings: QuerySet[Posting], now: datetime) -> int:
    """Apply the rule to these, a batch per transaction; their listings follow. Returns how many were closed."""
    closed = 0
    last_pk = 0
    while True:
        with listings_lock():
            batch = list(
                postings.filter(pk__gt=last_pk).order_by("pk").select_related("source").defer("html", "ad")[:BATCH]
            )
            if not batch:
                return closed
            # By primary key: a candidate that stays open would otherwise come again for ever.
            last_pk = batch[-1].pk
            changed = [posting for posting in batch if update_state(posting, posting.source, now)]
            update_rows(changed, ["closed_at", "closed_reason"])
            refresh_listings({posting.listing_id for posting in changed}, now)
            closed += sum(posting.closed_at is not None for posting in changed)


def close_overdue(now: datetime) -> int:
    """Close what has expired, aged out, or was missed by fetches that ended before they could close it."""
    still_open = Posting.objects.filter(closed_at=None)
    # A query for each reason, since each has a partial index of its own; joined by OR they scan the table.
    unseen = Q(expires_at=None, last_seen_at__lte=now - AGED_OUT_AFTER)
    sources = list(Source.objects.values_list("pk", flat=True))
    return (
        apply_rule(still_open.filter(expires_at__lte=now), now)
        + apply_rule(still_open.filter(unseen, source__in=sources), now)
        + apply_rule(still_open.filter(missed__gte=MISSES_UNTIL_GONE), now)
        + apply_rule(_of_dead_boards(), now)
    )


def close_of_dead_board(source: Source, now: datetime) -> int:
    """The list of this employer is gone, and all that it showed with it."""
    return apply_rule(_of_dead_boards().filter(source=source), now)


def _of_dead_boards() -> QuerySet[Posting]:
    # A comparison with NULL is never true: only those of sources that have died.
    return Posting.objects.filter(closed_at=None, last_seen_at__lt=F("source__died_at"))


def count_absences(source: Source, fetch_started: datetime) -> int:
    """After a complete healthy fetch: one more miss for each open posting that it did not show. Returns how many.

    Runs in the transaction that records the fetch: counted apart from it, a killed process would count twice.
    """
    unseen = Posting.objects.filter(source=source, closed_at=None, last_seen_at__lt=fetch_started)
    return unseen.update(missed=F("missed") + 1)


def close_missed(source: Source, now: datetime) -> int:
    return apply_rule(Posting.objects.filter(source=source, closed_at=None, missed__gte=MISSES_UNTIL_GONE), now)


def close_gone_pages(source: Source, external_ids: Sequence[str], now: datetime) -> int:
    """The pages of these ads answered 404 or 410, or said that the job is closed."""
    gone = Posting.objects.filter(source=source, external_id__any=list(external_ids), closed_at=None)
    with listings_lock():
        gone.update(page_gone_at=now)
        return apply_rule(gone, now)


def undo_gone_pages(posting_ids: Sequence[int], now: datetime) -> None:
    """As if the pages of these ads had never been found to be gone."""
    postings = Posting.objects.filter(pk__in=posting_ids)
    with listings_lock():
        postings.update(page_gone_at=None)
        apply_rule(postings, now)
