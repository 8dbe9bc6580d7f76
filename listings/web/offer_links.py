"""Links to the other searches that one leads to, in readers' words."""

from __future__ import annotations

from collections.abc import Iterable

from listings.search.query.parameters import FILTERS, LABELS
from listings.search.query.search import Search
from listings.search.results.find import Results
from listings.search.results.offers import OFFERED_FACTS, Offer
from listings.web.facet_links import Choice, address_of, address_without
from listings.web.search_titles import other_labels, value_labels

# Beside the results; the others are for searches that find hardly anything.
ALWAYS_SHOWN = ("kind", "filter")
FILTER_LABELS = {"sponsorship": "Only jobs that sponsor a visa", "experience": "Only jobs that need no experience"}

UNSTATED_LABELS = {"hours": "without exact hours", "salary": "without comparable pay"}


def suggested(offers: Iterable[Offer]) -> list[Choice]:
    """The kind of work, and filters that the words name."""
    return [_choice(offer) for offer in offers if offer.kind in ALWAYS_SHOWN]


def ways_on(offers: Iterable[Offer]) -> list[Choice]:
    """Without a filter, fewer words, names that are spelt like the typed ones, and without all filters."""
    return [_choice(offer) for offer in offers if offer.kind not in ALWAYS_SHOWN]


def relaxed_searches(search: Search, results: Results) -> list[Choice]:
    """For a search that finds nothing: each parameter to leave out, and how many jobs are found then; and the jobs that
    state nothing on what is asked for.
    """
    searches = search.with_unstated()
    unstated = [
        Choice(UNSTATED_LABELS[name], address_of(searches[name]), count)
        for name, count in results.with_unstated.items()
    ]
    relaxed = [
        Choice(f"without {_left_out(search, name)}", address_without(search, name), count)
        for name, count in results.relaxed.items()
        # salary=whole only refines salary_min. All jobs are no way on from some words.
        if name in {"q", *FILTERS, *other_labels(search)} and (name != "q" or search.narrowing() != ["q"])
    ]
    return [*unstated, *relaxed]


def _choice(offer: Offer) -> Choice:
    kind = "place" if offer.value == "country" and offer.kind == "filter" else offer.kind
    return Choice(_label(offer), address_of(offer.search), offer.count, value=kind)


def _label(offer: Offer) -> str:
    if offer.kind == "kind":
        labels = [label for name in ("category", *OFFERED_FACTS) for label in _value_labels(offer.search, name)]
        return f"All in {', '.join(labels)}"
    if offer.narrowed is not None:
        return f"without {_left_out(offer.narrowed, offer.value)}"
    if offer.value == "country":
        place = other_labels(offer.search)["country"]
        return f"{place}, for “{offer.search.q}”" if offer.search.q else place
    if offer.kind == "filter":
        return FILTER_LABELS.get(offer.value) or f"Only {_filter_label(offer)}"
    return {"words": f"for “{offer.value}”", "name": f"for {offer.value}"}.get(
        offer.kind, f"for “{offer.value}” without filters"
    )


def _value_labels(search: Search, name: str) -> list[str]:
    return list(value_labels(name, getattr(search, name), {}).values()) if name in FILTERS else []


def _left_out(search: Search, name: str) -> str:
    """The filter in the words of its chip; of a list without labels of its own, such as employers, the name."""
    if name in FILTERS and FILTERS[name].values is None:
        return f"the filter “{FILTERS[name].label}”"
    if name == "q":
        return f"“{search.q}”"
    return f"“{', '.join(_value_labels(search, name)) or other_labels(search).get(name, LABELS[name])}”"


def _filter_label(offer: Offer) -> str:
    if offer.value in FILTERS:
        (label,) = value_labels(offer.value, getattr(offer.search, offer.value), {}).values()
        return f"{FILTERS[offer.value].label.lower()}: {label}"
    label = other_labels(offer.search)[offer.value]
    return f"{label[0].lower()}{label[1:]}"
