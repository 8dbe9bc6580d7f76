"""Addresses as the world knows them, and those that ads state."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings


def absolute(path: str) -> str:
    """The same whatever host a request named. `path` starts with a slash and may carry a query string."""
    return f"{settings.SITE_URL.rstrip('/')}{path}"


def web_address(address: str | None) -> str:
    """The address, or "" where it is no plain http address: an ad's link must never run a script."""
    address = (address or "").strip()
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return address if parts.scheme in ("http", "https") and parts.hostname else ""


def host_of(address: str) -> str:
    """boards.example of https://www.boards.example/x"""
    return (urlsplit(address).hostname or "").removeprefix("www.")
