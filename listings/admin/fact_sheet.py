"""The facts of a listing or an ad as readers see them, each with the ad's words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.safestring import SafeString

from listings.admin.base import render_fragment
from listings.boards.base import Ad
from listings.display.fact_rows import FactRow, fact_row, fact_rows
from listings.display.fact_text import FACT_TEXTS
from listings.models import Listing


def fact_label(name: str) -> str:
    return FACT_TEXTS[name].label


def listing_sheet(listing: Listing) -> SafeString:
    return _sheet(fact_rows(listing))


def ad_sheet(facts: Mapping[str, Any], ad: Ad) -> SafeString:
    """Only what the ad states."""
    return _sheet([row for row in (fact_row(facts, ad, name) for name in FACT_TEXTS) if row.text])


def _sheet(rows: Sequence[FactRow]) -> SafeString:
    return render_fragment("facts.html", rows=rows)
