"""The rule that stands in each page itself: a blend from one page to the next.

A browser that has no such rule yet when the next page is left again, because the style sheet is still on its way,
rejects a promise of its own, which no script can catch, and the console reports it as an error of the page.
"""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

PAGE_STYLE = "@media (prefers-reduced-motion: no-preference) { @view-transition { navigation: auto; } }"


def csp_source() -> str:
    """What allows this text and no other as a style within a page."""
    return f"'sha256-{b64encode(sha256(PAGE_STYLE.encode()).digest()).decode()}'"
