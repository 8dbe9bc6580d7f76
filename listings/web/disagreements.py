"""Facts in which the ads of one listing disagree."""

from __future__ import annotations

import json
from typing import Any

from listings.models import Listing, Posting

COMPARED = ("workplace", "residence", "hours", "salary", "employment", "seniority", "category", "skills")
UNCOMPARED = frozenset(["evidence", "period_stated"])
"""Parts of a fact that tell where it was read, not what it is."""

Disagreements = dict[str, list[tuple[Posting, Any]]]


def disagreements(listing: Listing) -> Disagreements:
    """Fact → what each ad states, the leading ad first. What only some ads state is no disagreement.

    Wants `postings` loaded; asks the database nothing.
    """
    postings = sorted(listing.postings.all(), key=lambda one: (one.pk != listing.leading_id, one.first_seen_at, one.pk))
    found: Disagreements = {}
    for fact in COMPARED:
        stated = [(posting, posting.facts[fact]) for posting in postings if posting.facts.get(fact)]
        if len({_told(value) for _, value in stated}) > 1:
            found[fact] = stated
    return found


def _told(value: Any) -> str:
    """Equal for values that tell readers the same."""
    if isinstance(value, dict):
        value = {name: _sorted(part) for name, part in value.items() if name not in UNCOMPARED}
    return json.dumps(_sorted(value), sort_keys=True)


def _sorted(value: Any) -> Any:
    return sorted(value, key=json.dumps) if isinstance(value, list) else value
