"""What other engines are asked: words that all have to be there, values of facts, an order and a page."""

from __future__ import annotations

import re
import time
from typing import Any, TypedDict

from listings.search.query.search import Search

Row = dict[str, Any]
ONE_VALUE = ("category", "workplace", "language", "company")
MANY_VALUES = ("employment", "seniority", "skill", "country")
COLUMNS = ("id", "title", "company_name", "text", *ONE_VALUE, *MANY_VALUES, "posted", "pay")
SIGNS = re.compile(r"[\"():]|(?:^|\s)-|\sor\s", re.IGNORECASE)
DAY = 86_400
NOT_STATED = "none"
"""In place of a country: as a value, an index finds it."""


class Question(TypedDict):
    words: str
    filters: dict[str, list[str]]
    """A group → values of which a listing has to have one."""
    pay: float
    """At least; 0 for any."""
    posted: float
    """Seconds since 1970, not before; 0 for any."""
    order: str
    """best, new or salary"""
    limit: int
    offset: int


def is_plain(search: Search) -> bool:
    """Without signs in its text, and without what other engines know nothing of."""
    return not (SIGNS.search(search.q) or search.tz or "-" in search.country)


def question(search: Search) -> Question:
    filters = {name: list(getattr(search, name)) for name in ("category", "employment", "seniority", "skill")}
    if search.country:
        filters["country"] = [search.country, "worldwide", NOT_STATED]
    return {
        "words": search.q,
        "filters": {name: values for name, values in filters.items() if values},
        "pay": float(search.salary_min or 0),
        "posted": time.time() - search.posted * DAY if search.posted else 0.0,
        "order": search.order,
        "limit": search.per_page,
        "offset": (search.page - 1) * search.per_page,
    }
