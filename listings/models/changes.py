from __future__ import annotations

from django.db import models
from django.db.models.functions import Cast, Now

from listings.models.listings import Listing


class CurrentTransaction(models.Func):
    """The id of the current transaction: 64 bits, so it never wraps."""

    function = "pg_current_xact_id"
    template = "%(function)s()::text"
    arity = 0
    output_field = models.TextField()


class Change(models.Model):
    """A listing has changed in a way that readers can see. The index, alerts and change feeds read only this table.

    Read it in the order (xid, id), and move a cursor only up to pg_snapshot_xmin: a transaction that commits late has
    an xid that stays in progress until then, so nothing is skipped.
    """

    class Kind(models.TextChoices):
        NEW = "new"
        CHANGED = "changed"
        CLOSED = "closed"
        REOPENED = "reopened"
        HIDDEN = "hidden"
        REMOVED = "removed"
        MERGED = "merged"

    # Not a foreign key: the change that says "removed" outlives its listing.
    listing_id = models.BigIntegerField()
    kind = models.CharField(max_length=10, choices=Kind)
    at = models.DateTimeField(db_default=Now())
    # As a number: PostgreSQL compares xid8 values, but Django has no field for them.
    xid = models.BigIntegerField(db_default=Cast(CurrentTransaction(), models.BigIntegerField()))

    class Meta:
        indexes = [
            models.Index(fields=["xid", "id"], name="change_in_order"),
            models.Index(fields=["at"], name="change_by_age"),
        ]

    def __str__(self) -> str:
        return f"{self.listing_id} {self.kind}"


class LedgerRow(models.Model):
    """One changed field of a listing with the beginnings of both values: the history that its page shows."""

    # Kept of each value, and of each listing: a board may serve an ad in two wordings by turns.
    MAX_VALUE, MAX_ROWS = 30_000, 50

    listing = models.ForeignKey(Listing, on_delete=models.CASCADE, related_name="ledger")
    field = models.CharField(max_length=30)
    old = models.TextField(blank=True)
    new = models.TextField(blank=True)
    at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"{self.listing_id} {self.field}"
