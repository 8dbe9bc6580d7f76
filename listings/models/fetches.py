from __future__ import annotations

from django.db import models

from listings.models.sources import Source


class FetchQuerySet(models.QuerySet["Fetch"]):
    def good(self) -> FetchQuerySet:
        return self.filter(outcome__in=[Fetch.Outcome.OK, Fetch.Outcome.UNCHANGED, Fetch.Outcome.ACCEPTED])

    def quarantined(self) -> FetchQuerySet:
        return self.filter(outcome=Fetch.Outcome.QUARANTINED)


class Fetch(models.Model):
    """One run of one source. seen = new + changed + reopened + same + repeated + not_remote + rejected."""

    class Outcome(models.TextChoices):
        RUNNING = "running", "running"
        OK = "ok", "ok"
        UNCHANGED = "unchanged", "unchanged"
        QUARANTINED = "quarantined", "quarantined"
        ACCEPTED = "accepted", "accepted after quarantine"
        FAILED = "failed", "failed"
        LOST = "lost", "lost (its process ended)"
        DRY_RUN = "dry run", "dry run"

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="fetches")
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=20, choices=Outcome, default=Outcome.RUNNING)
    complete = models.BooleanField(default=False)
    present = models.PositiveIntegerField(default=0, help_text="Distinct external ids that the answers prove.")
    seen = models.PositiveIntegerField(default=0)
    new = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    reopened = models.PositiveIntegerField(default=0)
    same = models.PositiveIntegerField(default=0)
    repeated = models.PositiveIntegerField(default=0)
    not_remote = models.PositiveIntegerField(default=0)
    rejected = models.PositiveIntegerField(default=0)
    closed = models.PositiveIntegerField(default=0)
    requests = models.PositiveIntegerField(default=0)
    received_bytes = models.PositiveBigIntegerField(default=0)
    rejections = models.JSONField(default=list, help_text="The first rejected records: [{record, reason}].")
    error = models.TextField(blank=True)
    quarantine_reason = models.TextField(blank=True)

    objects = FetchQuerySet.as_manager()

    class Meta:
        ordering = ["-started_at", "-id"]
        verbose_name_plural = "fetches"
        indexes = [models.Index(fields=["source", "-started_at"], name="fetch_by_source")]

    def __str__(self) -> str:
        return f"{self.source_id} at {self.started_at:%Y-%m-%d %H:%M}"


class Snapshot(models.Model):
    """The bytes of one answer, compressed, as they came: a parser can read them again without a request."""

    fetch = models.ForeignKey(Fetch, on_delete=models.CASCADE, related_name="snapshots")
    request = models.JSONField(help_text="url, external_id, lastmod")
    url = models.TextField()
    status = models.PositiveSmallIntegerField()
    content_type = models.CharField(max_length=200, blank=True)
    body = models.BinaryField()
    size = models.PositiveIntegerField(help_text="Bytes before compression.")
    taken_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.url


class LastResponse(models.Model):
    """The last healthy answer of one address of a source: its validators, and whom it showed.

    A 304 stands for the same presence; a page whose external id is here with the same lastmod is not asked again.
    """

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="last_responses")
    url = models.TextField()
    etag = models.TextField(blank=True)
    last_modified = models.TextField(blank=True)
    external_id = models.TextField(blank=True)
    lastmod = models.DateTimeField(null=True)
    external_ids = models.JSONField(default=list)
    complete = models.BooleanField(default=True)
    answered_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "url"], name="last_response_once")]

    def __str__(self) -> str:
        return self.url
