from __future__ import annotations

from django.db import models

from listings.boards.bounds import MAX_COMPANY
from listings.models.bounded_fields import BoundedTextField


class Company(models.Model):
    """An employer. `key` is the normalised name that its spellings share."""

    key = models.TextField(unique=True)
    name = BoundedTextField(bound=MAX_COMPANY)
    slug = models.SlugField(max_length=80, unique=True)
    url = models.TextField(blank=True)
    described_at = models.DateTimeField(
        null=True,
        blank=True,
        editable=False,
        help_text="When an operator last wrote name and address. Ads change neither after that.",
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "companies"

    def __str__(self) -> str:
        return self.name
