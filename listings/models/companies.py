from __future__ import annotations

from django.db import models


class Company(models.Model):
    """The employer, one row however it is spelt. `key` is the folded name that spellings share."""

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
