"""Links to the other searches that one leads to, in readers' words."""

from __future__ import annotations

from collections.abc import Iterable

from listings.search.query.parameters import FILTERS
from listings.search.results.offers import Offer
from listings.web.facet_links import Choice, address_of
from listings.web.search_titles import other_labels, value_labels

# Beside the results; the others are for searches that find hardly anything.
ALWAYS_SHOWN = ("kind", "filter")
FILTER_LABELS = {"sponsorship": "Only jobs that sponsor a visa", "experience": "Only jobs that need no experience"}


def suggested(offers: Iterable[Offer]) -> list[Choice]:
    """The kind of work, and filters that the words name."""
    return [_choice(offer) for offer in offers if offer.kind in ALWAYS_SHOWN]


def ways_on(offers: Iterable[Offer]) -> list[Choice]:
    """Fewer words, names that are spelt like the typed ones, and the search without filters."""
    return [_choice(offer) for offer in offers if offer.kind not in ALWAYS_SHOWN]


def _choice(offer: Offer) -> Choice:
    return Choice(_label(offer), address_of(offer.search), offer.count, value=offer.kind)


def _label(offer: Offer) -> str:
    if offer.kind == "kind":
        return f"Kind of work: {FILTERS['category'].value_label(offer.value)}"
    if offer.value == "country":
        place = other_labels(offer.search)["country"]
        return f"“{offer.search.q}”, {place[0].lower()}{place[1:]}" if offer.search.q else place
    if offer.kind == "filter":
        return FILTER_LABELS.get(offer.value) or f"Only {_filter_label(offer)}"
    return {"words": f"for “{offer.value}”", "name": f"for {offer.value}"}.get(
        offer.kind, f"for “{offer.value}” without filters"
    )


def _filter_label(offer: Offer) -> str:
    if offer.value in FILTERS:
        (label,) = value_labels(offer.value, getattr(offer.search, offer.value), {}).values()
        return f"{FILTERS[offer.value].label.lower()}: {label}"
    label = other_labels(offer.search)[offer.value]
    return f"{label[0].lower()}{label[1:]}"
