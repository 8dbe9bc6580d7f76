"""Made-up ads whose texts are as alike as a test asks."""

from __future__ import annotations

import random
from typing import Any

from listings.boards.base import Ad

WORDS = [
    "tide",
    "harbour",
    "ledger",
    "lantern",
    "meadow",
    "orchard",
    "quarry",
    "saddle",
    "timber",
    "velvet",
    "willow",
    "copper",
    "marble",
    "anchor",
    "barrel",
    "candle",
    "ferry",
    "garden",
    "hammer",
    "island",
    "jacket",
    "kettle",
    "ladder",
    "mirror",
    "needle",
    "oyster",
    "pepper",
    "quilt",
    "ribbon",
    "signal",
    "tunnel",
    "umbrella",
    "violin",
    "window",
    "yarrow",
    "zephyr",
    "basket",
    "cellar",
    "dragon",
    "engine",
    "feather",
]


def text(seed: object = 0, *, length: int = 300, changed: float = 0.0) -> str:
    """The same words for the same seed; a share of them `changed` leaves runs of the others as they are."""
    drawn = random.Random(repr(seed))
    words = [drawn.choice(WORDS) for _ in range(length)]
    # The end of the text is rewritten: what is left in common is the beginning.
    kept = round(length * (1 - changed))
    other = random.Random(f"other {seed!r} {changed}")
    return " ".join(words[:kept] + [other.choice(WORDS) for _ in range(length - kept)])


def an_ad(external_id: str = "1", *, words: str | None = None, **stated: Any) -> Ad:
    values: dict[str, Any] = {
        "url": f"https://board.example/jobs/{external_id}",
        "title": "Harbour Analyst",
        "company": "Quayside",
        "html": f"<p>{text() if words is None else words}</p>",
        "location": "Worldwide",
    }
    return Ad(external_id=external_id, **{**values, **stated})
