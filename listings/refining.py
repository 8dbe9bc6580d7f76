"""What a reader may do with a search: add a filter, take one away, turn the page. Each has an address of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from listings import wording
from listings.models import Company
from listings.search.filters import FILTERS
from listings.search.query import USUAL_CURRENCY, Search
from listings.search.results import Results

ADDRESS = "/jobs/"
OPEN_AT_FIRST = ("category", "seniority", "employment")


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a filter, and the address with it added, or taken away where it is in use."""

    label: str
    address: str
    count: int = 0
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    title: str
    choices: Sequence[Choice]
    opened: bool


def address_of(search: Search, page: int = 1) -> str:
    return ADDRESS + query_of(search, page)


def query_of(search: Search, page: int = 1) -> str:
    """With its question mark; "" where the search asks nothing."""
    query = search.query_string(page=page)
    return f"?{query}" if query else ""


def groups(search: Search, results: Results) -> list[Group]:
    return [
        Group(
            FILTERS[name].title,
            [choice(search, name, *counted) for counted in results.counts[name]],
            opened=name in OPEN_AT_FIRST or bool(getattr(search, name)),
        )
        for name in FILTERS
        if results.counts.get(name)
    ]


def choice(search: Search, name: str, value: str, label: str, count: int) -> Choice:
    chosen = value in getattr(search, name)
    changed = search.without(name, value) if chosen else search.with_(name, value)
    return Choice(label, address_of(changed), count, chosen)


def chips(search: Search) -> list[Choice]:
    listed = [
        Choice(label, address_of(search.without(name, value)))
        for name in FILTERS
        for value, label in labels(name, getattr(search, name)).items()
    ]
    return listed + [Choice(label, address_of(search.without(name))) for name, label in narrowed(search).items()]


def narrowed(search: Search) -> dict[str, str]:
    """Parameters that are no lists, in words."""
    said: dict[str, str] = {}
    if search.country:
        said["country"] = f"Open to people in {wording.place(search.country)}"
    if search.residence == "stated":
        said["residence"] = "Says where you may live"
    if search.tz:
        said["tz"] = f"{search.overlap} hours in common with {search.tz.replace('_', ' ')}"
    if search.hours:
        said["hours"] = "Hours not stated, too" if search.tz else "Hours not stated"
    if search.salary_min:
        whole = "All of the pay" if "whole" in search.salary else "Pay"
        currency, period = search.currency or USUAL_CURRENCY, wording.PERIODS[search.period or "year"]
        said["salary_min"] = f"{whole} from {search.salary_min:,} {currency} {period}"
    if "none" in search.salary:
        said["salary"] = "Pay not stated, too" if search.salary_min else "Pay not stated"
    return said


def labels(name: str, values: Sequence[str]) -> dict[str, str]:
    """Each value with the name that readers know; a company's is looked up."""
    known: dict[str, str] = {}
    if name == "company" and values:
        known = dict(Company.objects.filter(slug__in=values).values_list("slug", "name"))
    title = FILTERS[name].title
    return {
        value: known.get(value) or (f"{title}: not stated" if value == "none" else FILTERS[name].label(value))
        for value in values
    }


def title_of(search: Search, results: Results) -> str:
    """What was found, in words: "12 open jobs for “python”"."""
    wanted = f" for “{search.q}”" if search.q else ""
    if results.state == "rebuilding" or results.total is None:
        return "Newest open jobs"
    if results.state == "nothing":
        return f"No open jobs{wanted}"
    return f"{results.total:,} open job{'' if results.total == 1 else 's'}{wanted}"


def in_words(search: Search) -> str:
    """What is asked, whatever is found: "remote jobs for “python”, Engineering"."""
    wanted = f" for “{search.q}”" if search.q else ""
    filters = [label for name in FILTERS for label in labels(name, getattr(search, name)).values()]
    return ", ".join([f"remote jobs{wanted}", *filters, *narrowed(search).values()])
