"""URLs of this site as the outside sees them, and URLs that come from ads."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings


def absolute(path: str) -> str:
    """The public URL of a path, which starts with a slash and may carry a query string."""
    # Not from the request's host, which anybody can set: feeds and sitemaps are cached and read by others.
    return f"{settings.SITE_URL.rstrip('/')}{path}"


def web_url(url: str | None) -> str:
    """The URL if it is a plain http(s) one, else "": a link from an ad must never run a script."""
    url = (url or "").strip()
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in ("http", "https") and parts.hostname else ""


def host_of(url: str) -> str:
    """The host without "www.": boards.example of https://www.boards.example/x."""
    return (urlsplit(url).hostname or "").removeprefix("www.")
