from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from listings.models.listings import Posting


class MatchKey(models.Model):
    """What identity compares of a posting. A table of its own: seeing an ad again rewrites its posting, not this."""

    posting = models.OneToOneField(Posting, on_delete=models.CASCADE, primary_key=True, related_name="match_key")
    version = models.PositiveIntegerField()
    company = models.TextField(help_text="The employer's key as this ad spells it.")
    work = models.TextField(blank=True, help_text="Words of the title that say what the work is.")
    levels = models.TextField(blank=True)
    terms = models.TextField(blank=True)
    places = models.TextField(blank=True)
    signature = models.BinaryField(max_length=256, help_text="MinHash of the text.")
    size = models.PositiveIntegerField(help_text="Distinct runs of words in the text.")
    agency = models.BooleanField(help_text="The text says that somebody else is hiring.")
    blocks = ArrayField(models.BigIntegerField(), help_text="Postings that share none are never compared.")
    unsettled = models.BooleanField(default=True, help_text="To be grouped again.")

    class Meta:
        indexes = [
            # Looked into by each batch of ads: a list of what is yet to be sorted in would be read from end to end.
            GinIndex(fields=["blocks"], name="match_key_blocks", fastupdate=False),
            models.Index(fields=["posting"], condition=models.Q(unsettled=True), name="match_key_unsettled"),
            models.Index(fields=["version"], name="match_key_version"),
        ]

    def __str__(self) -> str:
        return self.work


class KeepSeparate(models.Model):
    """Two postings that an admin said are different vacancies: never in one listing again. `first` has the lower id."""

    first = models.ForeignKey(Posting, on_delete=models.CASCADE, related_name="+")
    second = models.ForeignKey(Posting, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["first", "second"], name="keep_separate_once")]

    def __str__(self) -> str:
        return f"{self.first_id} and {self.second_id}"
