from __future__ import annotations

from django.db import models
from django.db.models.functions import Now

from listings.models.listings import Listing

LONGEST = 1_000


class Report(models.Model):
    """A reader's report that something about a listing is wrong. Who sent it is not stored."""

    class Subject(models.TextChoices):
        CLOSED = "closed", "It is closed already"
        NOT_REMOTE = "not remote", "It is not remote"
        PLACE = "place", "The place where you may live is wrong"
        PAY = "pay", "The pay is wrong"
        HOURS = "hours", "The hours are wrong"
        EXPERIENCE = "experience", "The experience or the level is wrong"
        FRAUD = "fraud", "It looks like fraud"
        OTHER = "other", "Something else"

    class State(models.TextChoices):
        NEW = "new", "to be looked at"
        HANDLED = "handled", "handled"
        DISMISSED = "dismissed", "dismissed"

    listing = models.ForeignKey(Listing, on_delete=models.CASCADE, related_name="reports")
    kind = models.CharField(max_length=12, choices=Subject)
    words = models.TextField(blank=True, max_length=LONGEST)
    state = models.CharField(max_length=10, choices=State, default=State.NEW)
    at = models.DateTimeField(db_default=Now())
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["state", "-id"], name="report_by_state")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.listing}"


class ReportDecision(models.Model):
    """What an admin did about a report, and whether it was undone. `by` and `undone_by` are user names.

    Undoing needs the take-down that was made, the merge that was split, and the ads that a look at their pages closed.
    """

    class Action(models.TextChoices):
        HIDE = "hide", "taken down"
        CHECK = "check", "page checked"
        SPLIT = "split", "merge corrected"
        HANDLE = "handle", "marked as handled"
        DISMISS = "dismiss", "dismissed"

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="decisions")
    action = models.CharField(max_length=10, choices=Action)
    note = models.TextField(blank=True, max_length=LONGEST)
    result = models.TextField(blank=True)
    by = models.CharField(max_length=150, blank=True)
    at = models.DateTimeField(db_default=Now())
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.CharField(max_length=150, blank=True)
    takedown = models.ForeignKey("Takedown", on_delete=models.SET_NULL, null=True, related_name="+")
    merge = models.ForeignKey("Merge", on_delete=models.SET_NULL, null=True, related_name="+")
    closed_postings = models.JSONField(default=list)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.get_action_display()}: {self.report}"
