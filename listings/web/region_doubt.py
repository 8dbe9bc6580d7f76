"""What readers are told of a job for parts of their country, where they can name no part: which parts it is for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from listings.display import fact_text
from listings.vocabulary.places import UNNAMED_PART
from listings.vocabulary.regions import expand

DEPENDS = "Depends on your region"
MAX_PARTS = 2
# As long as a line of a card on a small phone.
MAX_LENGTH = 40


def region_doubt(residence: Mapping[str, Any], country: str) -> str:
    """ "Open if you live in Berlin"; in general terms for many parts, and for parts that are left out or unnamed."""
    parts = [code for code in residence.get("include") or () if code.startswith(f"{country}-")]
    if country in expand(residence) or country + UNNAMED_PART in parts or not 0 < len(parts) <= MAX_PARTS:
        return DEPENDS
    label = f"Open if you live in {' or '.join(map(fact_text.place_in_sentence, parts))}"
    return label if len(label) <= MAX_LENGTH else DEPENDS
