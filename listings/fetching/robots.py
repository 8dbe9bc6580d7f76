"""robots.txt as RFC 9309 defines it: cached for less than a day; unreachable means that nothing is allowed."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.core.cache import cache
from protego import Protego

PRODUCT_TOKEN = "ElsewhereBot"  # noqa: S105 - a name that robots.txt addresses, not a secret
MAX_BYTES = 500 * 1024
# Valkey holds the broker's messages, too: hosts that nobody chose must not fill it. A larger file is read again by
# the next fetch, and obeyed as a whole.
MAX_CACHED = 50_000
CACHE_SECONDS = 12 * 3600
# Short: a host that was down for a moment is tried again by the next fetch.
UNREACHABLE_CACHE_SECONDS = 300
MAX_CRAWL_DELAY = 60.0
ALLOW_ALL = ""
# Of all lines, those that may say who may read what: neither comments nor sitemaps, nor what is no text at all.
RULE = re.compile(r"^[ \t]*[A-Za-z][A-Za-z \t-]{0,30}:[^\r\n]*", re.MULTILINE)
SITEMAP = re.compile(r"[ \t]*sitemap", re.IGNORECASE)
DISALLOW_ALL = "# unreachable\nUser-agent: *\nDisallow: /\n"


class Robots:
    """`request(origin)` returns status and body of its robots.txt, or None if it is unreachable.

    `namespace` keeps what a mirror serves apart from the hosts' own files.
    """

    def __init__(self, request: Callable[[str], tuple[int, bytes] | None], namespace: str) -> None:
        self.request = request
        self.namespace = namespace
        self.rules: dict[str, Any] = {}
        self.texts: dict[str, str] = {}

    def allows(self, origin: str, url: str) -> bool:
        return bool(self._rules_of(origin).can_fetch(url, PRODUCT_TOKEN))

    def is_unreachable(self, origin: str) -> bool:
        return self._text(origin) == DISALLOW_ALL

    def delay(self, origin: str) -> timedelta:
        seconds = self._rules_of(origin).crawl_delay(PRODUCT_TOKEN) or 0
        # Some hosts ask for hours, which would hold a worker up for one page.
        return timedelta(seconds=min(float(seconds), MAX_CRAWL_DELAY))

    def _rules_of(self, origin: str) -> Any:
        if origin not in self.rules:
            self.rules[origin] = Protego.parse(self._text(origin))
        return self.rules[origin]

    def _text(self, origin: str) -> str:
        if origin not in self.texts:
            key = f"robots:{self.namespace}:{origin}"
            cached = cache.get(key)
            if cached is None:
                cached, seconds = self._request_text(origin)
                if len(cached) <= MAX_CACHED:
                    cache.set(key, cached, seconds)
            self.texts[origin] = str(cached)
        return self.texts[origin]

    def _request_text(self, origin: str) -> tuple[str, int]:
        """The rules and for how many seconds they hold."""
        result = self.request(origin)
        if result is None or result[0] >= 500:
            return DISALLOW_ALL, UNREACHABLE_CACHE_SECONDS
        status, body = result
        if 400 <= status < 500:
            return ALLOW_ALL, CACHE_SECONDS
        return rules_of(body[:MAX_BYTES].decode(_encoding(body), "replace")), CACHE_SECONDS


def rules_of(text: str) -> str:
    lines = (match[0] for match in RULE.finditer(text.replace("\r", "\n")))
    return "\n".join(line for line in lines if not SITEMAP.match(line))


def _encoding(body: bytes) -> str:
    """UTF-8 by the standard; but some editors save UTF-16, and read as UTF-8 that would allow everything."""
    if body.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    # In ASCII, every other byte of UTF-16 is zero.
    if body[1:2] == b"\0":
        return "utf-16-le"
    if body[:1] == b"\0":
        return "utf-16-be"
    # Behind a byte order mark the first "User-agent" would not be recognised, and its rules ignored.
    return "utf-8-sig"
