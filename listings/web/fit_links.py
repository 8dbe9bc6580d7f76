"""Links that keep only the jobs open to the reader, or only those that do not say where one may live."""

from __future__ import annotations

from dataclasses import replace

from listings.search.query.parameters import FIT_UNSTATED
from listings.search.query.search import Search
from listings.search.results.find import Results
from listings.web.facet_links import Choice, address_of, without_fit


def fit_choices(search: Search, results: Results) -> list[Choice]:
    """Open, not stated, not open, each with its count; the last has no address. [] if the reader's place is unknown."""
    return [
        Choice(_label(fit, label, count), _address(search, fit), count, chosen=bool(fit) and fit == search.fit)
        for fit, label, count in results.counts.get("fit", ())
    ]


def _label(fit: str, label: str, count: int) -> str:
    return "does not say" if fit == FIT_UNSTATED and count == 1 else label


def _address(search: Search, fit: str) -> str:
    if not fit:
        return ""
    return without_fit(search) if fit == search.fit else address_of(replace(search, fit=fit, page=1))
