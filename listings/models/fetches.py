from __future__ import annotations

from django.db import models

from listings.models.sources import Source


class FetchQuerySet(models.QuerySet["Fetch"]):
    def good(self) -> FetchQuerySet:
        return self.filter(outcome__in=[Fetch.Outcome.OK, Fetch.Outcome.UNCHANGED, Fetch.Outcome.ACCEPTED])

    def quarantined(self) -> FetchQuerySet:
        return self.filter(outcome=Fetch.Outcome.QUARANTINED)


class Fetch(models.Model):
    """One run of one source. seen = new + changed + reopened + same + repeated + not_remote + rejected.

    `closed` counts postings apart from these, and may grow after `finished_at`.
    """

    class Outcome(models.TextChoices):
        RUNNING = "running", "running"
        OK = "ok", "ok"
        UNCHANGED = "unchanged", "unchanged"
        QUARANTINED = "quarantined", "quarantined"
        ACCEPTED = "accepted", "accepted after quarantine"
        DISMISSED = "dismissed", "quarantined, then dismissed"
        FAILED = "failed", "failed"
        LOST = "lost", "lost (its process ended)"
        DRY_RUN = "dry run", "dry run"
        REREAD = "reread", "snapshots read again"

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="fetches")
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=20, choices=Outcome, default=Outcome.RUNNING)
    complete = models.BooleanField(default=False)
    present = models.PositiveIntegerField(default=0, help_text="Distinct external ids in the responses.")
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
    # Bounded by the writer: a feed of a million bad records must not make a row of a gigabyte.
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

    @property
    def shows_change(self) -> bool:
        """Whether readers saw something change by it."""
        return bool(self.new or self.changed or self.reopened or self.closed)


class Snapshot(models.Model):
    """The body of one response, compressed: a parser can read it again without another request."""

    fetch = models.ForeignKey(Fetch, on_delete=models.CASCADE, related_name="snapshots")
    request = models.JSONField(help_text="url, external_id, lastmod, company, body")
    url = models.TextField()
    status = models.PositiveSmallIntegerField()
    content_type = models.CharField(max_length=200, blank=True)
    # zlib: bodies are text, and compress to a fifth.
    body = models.BinaryField()
    size = models.PositiveIntegerField(help_text="Bytes before compression.")
    taken_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.url


class ErrorResponse(models.Model):
    """What a host answered instead of what was requested: the start of its body, compressed, and telling headers."""

    fetch = models.ForeignKey(Fetch, on_delete=models.CASCADE, related_name="error_responses")
    url = models.TextField()
    status = models.PositiveSmallIntegerField()
    headers = models.JSONField(default=dict)
    body = models.BinaryField()
    is_cut = models.BooleanField(default=False, help_text="Whether the body went on.")

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.status} {self.url}"


class LastResponse(models.Model):
    """The last healthy response to one request of a source: an address, and the body where one is posted to it.

    A 304 stands for all of it. `external_ids` are the ads it listed; `links` the further pages of the list it named
    ({url, company, until_known, body}) and `cursor` where it told the next fetch to go on. Detail pages that it named
    wait as PendingPage rows.
    """

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="last_responses")
    url = models.TextField()
    body = models.TextField(blank=True)
    etag = models.TextField(blank=True)
    last_modified = models.TextField(blank=True)
    external_id = models.TextField(blank=True)
    lastmod = models.DateTimeField(null=True)
    # An array in one row, not a row per ad: a 304 needs them all at once and nobody asks for one.
    external_ids = models.JSONField(default=list)
    links = models.JSONField(default=list)
    cursor = models.JSONField(null=True)
    complete = models.BooleanField(default=True)
    answered_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "url", "body"], name="last_response_once")]

    def __str__(self) -> str:
        return self.url


class PendingPage(models.Model):
    """A detail page that a list named and that has not been read yet. The crawl takes its pages from here.

    `position` is the page's place in its list. `next_try_at` is set by every try and cleared by a newer lastmod.
    """

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="pending_pages")
    url = models.TextField()
    list_url = models.TextField()
    list_body = models.TextField(blank=True)
    external_id = models.TextField()
    lastmod = models.DateTimeField(null=True)
    company = models.TextField(blank=True)
    position = models.PositiveIntegerField()
    tries = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "url"], name="pending_page_once")]
        indexes = [models.Index(fields=["source", "tries", "position"], name="pending_page_order")]

    def __str__(self) -> str:
        return self.url
