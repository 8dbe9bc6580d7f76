from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from listings.models.listings import Posting


class MatchKey(models.Model):
    """What deduplication compares of a posting.

    A table of its own, because every fetch rewrites posting rows and these carry a large index.
    """

    posting = models.OneToOneField(Posting, on_delete=models.CASCADE, primary_key=True, related_name="match_key")
    version = models.PositiveIntegerField()
    company = models.TextField(help_text="The employer's key as this ad spells its name.")
    work = models.TextField(blank=True, help_text="Words of the title that name the work.")
    levels = models.TextField(blank=True)
    terms = models.TextField(blank=True)
    places = models.TextField(blank=True)
    signature = models.BinaryField(max_length=256, help_text="MinHash of the text.")
    size = models.PositiveIntegerField(help_text="Number of distinct shingles in the text.")
    agency = models.BooleanField(help_text="An agency's ad for another employer.")
    blocks = ArrayField(models.BigIntegerField(), help_text="Only postings that share one are compared.")
    # Only of an ad that has changed since: a row without a signature here is the first version itself.
    origin_signature = models.BinaryField(max_length=256, null=True, help_text="Of the text that the ad began with.")
    origin_size = models.PositiveIntegerField(null=True)
    origin_work = models.TextField(blank=True, default="")
    named_at = models.DateTimeField(
        null=True, help_text="Since when it names this employer, if longer than it is this vacancy."
    )
    unsettled = models.BooleanField(default=True, help_text="To be clustered again.")

    class Meta:
        indexes = [
            # fastupdate off: every batch of ads reads this index, and would scan the whole pending list each time.
            GinIndex(fields=["blocks"], name="match_key_blocks", fastupdate=False),
            models.Index(fields=["posting"], condition=models.Q(unsettled=True), name="match_key_unsettled"),
            models.Index(fields=["version"], name="match_key_version"),
        ]

    def __str__(self) -> str:
        return self.work


class KeepSeparate(models.Model):
    """Two postings that an admin has declared different vacancies; they never share a listing again. first < second."""

    first = models.ForeignKey(Posting, on_delete=models.CASCADE, related_name="+")
    second = models.ForeignKey(Posting, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["first", "second"], name="keep_separate_once")]

    def __str__(self) -> str:
        return f"{self.first_id} and {self.second_id}"
