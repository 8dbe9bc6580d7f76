"""Facts on which the ads of one listing disagree."""

from __future__ import annotations

import json
from typing import Any

from listings.display.fact_text import FACT_TEXTS, is_stated
from listings.facts import NOT_STATED
from listings.models import Listing, Posting

# Parts of a fact that say where it was read, not what it is.
# Of several openings each has its own: they differ without disagreeing.
OPENING_FACTS = frozenset(["residence", "salary"])
PROVENANCE = frozenset(
    [
        "average",
        "based_in_zone",
        "comprises",
        "disputed",
        "evidence",
        "for_part",
        "only_in_zone",
        "part_zones",
        "period_stated",
        "places",
        "refusals",
        "two_currencies",
        "unclear_in",
        "unread",
        "varies",
        "with_variable",
    ]
)

Disagreements = dict[str, list[tuple[Posting, Any]]]


def leading_first(listing: Listing) -> list[Posting]:
    """All postings, the leading one first, then in the order in which they were seen. Expects `postings` loaded."""
    return sorted(
        listing.postings.all(),
        key=lambda posting: (posting.pk != listing.leading_id, posting.first_seen_at, posting.pk),
    )


def disagreements(listing: Listing) -> Disagreements:
    """Fact → [(posting, value)] for each fact with several values; the first value is the one that the listing shows.

    An ad that does not state a fact disagrees with nobody. Expects `postings` loaded, and queries nothing.
    """
    postings = leading_first(listing)
    differing: Disagreements = {}
    # The language is that of the text: a translated ad offers the same job.
    for fact in [name for name in FACT_TEXTS if name in NOT_STATED]:
        if fact in OPENING_FACTS and listing.openings:
            continue
        values = [(posting, posting.facts[fact]) for posting in postings if is_stated(posting.facts.get(fact))]
        shown = listing.facts.get(fact)
        # What the listing shows may be a more specific ad's: the leading one then differs like any other.
        if fact in OPENING_FACTS and shown and _comparable(shown) != _comparable(postings[0].facts.get(fact)):
            values = [(postings[0], shown), *values]
        if len({_comparable(value) for _, value in values}) > 1:
            differing[fact] = values
    return differing


def _comparable(value: Any) -> str:
    """The same string for values that mean the same to a reader."""
    if isinstance(value, dict):
        value = {name: _sorted(part) for name, part in value.items() if name not in PROVENANCE}
    return json.dumps(_sorted(value), sort_keys=True)


def _sorted(value: Any) -> Any:
    return sorted(value, key=json.dumps) if isinstance(value, list) else value
