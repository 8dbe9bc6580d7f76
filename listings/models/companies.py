from __future__ import annotations

from django.db import models


class Company(models.Model):
    """An employer. `key` is the normalised name that its spellings share."""

    key = models.TextField(unique=True)
    name = models.TextField()
    slug = models.SlugField(max_length=80, unique=True)
    url = models.TextField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "companies"

    def __str__(self) -> str:
        return self.name
