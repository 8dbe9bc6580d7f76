"""Links that keep only the jobs open to the reader, or only those that leave it unclear."""

from __future__ import annotations

from dataclasses import replace

from listings.display.locale_format import currency_sign, number
from listings.search.query.parameters import FIT_OPEN
from listings.search.query.search import Search
from listings.search.query.situation import DEFAULT_CURRENCY, Situation
from listings.search.results.facets import FacetCount
from listings.search.results.find import Results
from listings.search.results.fit_counts import IN_DOUBT
from listings.web.facet_links import Choice, address_of, without_fit


def fit_choices(search: Search, results: Results) -> list[Choice]:
    """Open, unclear, not open, each with its count; the last has no address. [] if the reader's place is unknown."""
    doubt = in_doubt(results)
    return [
        Choice(_label(fit, label, count, doubt), _address(search, fit), count, chosen=bool(fit) and fit == search.fit)
        for fit, label, count in results.counts.get("fit", ())
    ]


def in_doubt(results: Results) -> FacetCount | None:
    """How many of the jobs counted as open depend on the reader's state or region; None if none does."""
    return next((row for row in results.counts.get(IN_DOUBT, ()) if row.total), None)


def depends(doubt: FacetCount) -> str:
    """For example "9 depend on your state"."""
    return f"{number(doubt.total)} {_verb(doubt, doubt.total)}"


def offered_to_reader(search: Search, results: Results, reader: Situation) -> list[Choice]:
    """Filters to add: the pay that the reader wants; and with it, in one step, the newest jobs open to them.

    Without such a pay the jobs open to them, where that leaves any out.
    """
    # A filter by the reader's own country says the same in other words.
    has_place = bool(search.fit) or (bool(search.country) and search.country == reader.place)
    if not reader.pay or search.salary_min:
        counts = [] if has_place else results.counts.get("fit", ())
        doubt = in_doubt(results)
        return [
            Choice(f"{label}, or {_verb(doubt, 1)}" if doubt else label, _address(search, fit), count)
            for fit, label, count in counts
            if fit == FIT_OPEN and 0 < count < (results.total or 0)
        ]
    paid = replace(search, salary_min=reader.pay, currency=reader.currency, period="", page=1)
    amount = f"from {currency_sign(reader.currency or DEFAULT_CURRENCY)}{number(reader.pay)}"
    choices = [Choice(amount, address_of(paid))]
    if reader.place and not has_place:
        newest = replace(paid, fit=FIT_OPEN, fit_place=reader.place, sort="new" if search.q else "")
        choices.insert(0, Choice(f"open to you, {amount}, newest", address_of(newest)))
    return choices


def _label(fit: str, label: str, count: int, doubt: FacetCount | None) -> str:
    if fit == FIT_OPEN and doubt:
        return _verb(doubt, count) if doubt.total == count else f"{label} ({depends(doubt)})"
    return label


def _verb(doubt: FacetCount, count: int) -> str:
    return doubt.label.replace("depend", "depends") if count == 1 else doubt.label


def _address(search: Search, fit: str) -> str:
    if not fit:
        return ""
    return without_fit(search) if fit == search.fit else address_of(replace(search, fit=fit, page=1))
