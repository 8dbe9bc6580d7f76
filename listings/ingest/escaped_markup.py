"""Descriptions that a board serves escaped once too often: their tags would stand in the text."""

from __future__ import annotations

import re

from listings.boards.bounds import MAX_TEXT
from listings.vocabulary.entities import unescaped_entities

ESCAPED_TAG = re.compile(r"&lt;/?(?:p|div|span|br|ul|ol|li|strong|em|b|h[1-6])\b", re.IGNORECASE)
# Ads for those who write HTML show a tag or two.
MIN_TAGS = 4


def unescaped_markup(html: str) -> str:
    """`html`, unescaped once more if most of its tags are escaped."""
    beginning = html[:MAX_TEXT]
    escaped = len(ESCAPED_TAG.findall(beginning))
    return unescaped_entities(html) if escaped >= MIN_TAGS and escaped > beginning.count("<") else html
