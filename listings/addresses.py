"""Addresses as the world knows them: whatever host a request names, feeds and canonical links stay the same."""

from __future__ import annotations

from django.conf import settings


def absolute(path: str) -> str:
    """`path` starts with a slash and may carry a query string."""
    return f"{settings.SITE_URL.rstrip('/')}{path}"
