"""robots.txt as RFC 9309 has it: kept a day at most, unreachable means no."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.core.cache import cache
from protego import Protego

TOKEN = "ElsewhereBot"  # noqa: S105 - RFC 9309's product token
READ_BYTES = 500 * 1024
KEPT_FOR = 12 * 3600
UNREACHABLE_KEPT_FOR = 300
LONGEST_CRAWL_DELAY = 60.0
ALLOW_ALL = ""
DISALLOW_ALL = "# not readable\nUser-agent: *\nDisallow: /\n"


class Robots:
    """`read(origin)` gives (status, body) of its robots.txt, or None where it cannot be reached."""

    def __init__(self, read: Callable[[str], tuple[int, bytes] | None], namespace: str) -> None:
        self.read = read
        self.namespace = namespace
        self.rules: dict[str, Any] = {}

    def allows(self, origin: str, url: str) -> bool:
        return bool(self._of(origin).can_fetch(url, TOKEN))

    def unreadable(self, origin: str) -> bool:
        return self._text(origin) == DISALLOW_ALL

    def delay(self, origin: str) -> timedelta:
        asked = self._of(origin).crawl_delay(TOKEN) or 0
        return timedelta(seconds=min(float(asked), LONGEST_CRAWL_DELAY))

    def _of(self, origin: str) -> Any:
        if origin not in self.rules:
            self.rules[origin] = Protego.parse(self._text(origin))
        return self.rules[origin]

    def _text(self, origin: str) -> str:
        key = f"robots:{self.namespace}:{origin}"
        kept = cache.get(key)
        if kept is None:
            kept, seconds = self._ask(origin)
            cache.set(key, kept, seconds)
        return str(kept)

    def _ask(self, origin: str) -> tuple[str, int]:
        answer = self.read(origin)
        if answer is None or answer[0] >= 500:
            return DISALLOW_ALL, UNREACHABLE_KEPT_FOR
        status, body = answer
        if 400 <= status < 500:
            return ALLOW_ALL, KEPT_FOR
        # utf-8-sig: behind a byte order mark the first "User-agent" would not be recognised, and its rules ignored.
        return body[:READ_BYTES].decode("utf-8-sig", "replace"), KEPT_FOR
