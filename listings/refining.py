"""What a reader may do with a search: add a filter, take one away, turn the page. Each has an address of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from listings.boards import BOARDS
from listings.models import Company
from listings.search.query import Search
from listings.search.results import Results
from listings.vocabulary.categories import CATEGORIES

ADDRESS = "/jobs/"
FILTERS = ("category", "company", "source")
GROUPS = {"category": "Kind of work", "source": "Found on"}


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


def address_of(search: Search, page: int = 1) -> str:
    return ADDRESS + query_of(search, page)


def query_of(search: Search, page: int = 1) -> str:
    """With its question mark; "" where the search asks nothing."""
    query = search.query_string(page=page)
    return f"?{query}" if query else ""


def groups(search: Search, results: Results) -> list[Group]:
    return [
        Group(title, [choice(search, name, *counted) for counted in results.counts[name]])
        for name, title in GROUPS.items()
        if results.counts.get(name)
    ]


def choice(search: Search, name: str, value: str, label: str, count: int) -> Choice:
    chosen = value in getattr(search, name)
    changed = search.without(name, value) if chosen else search.with_(name, value)
    return Choice(label, address_of(changed), count, chosen)


def chips(search: Search) -> list[Choice]:
    return [
        Choice(label, address_of(search.without(name, value)))
        for name in FILTERS
        for value, label in labels(name, getattr(search, name)).items()
    ]


def labels(name: str, values: Sequence[str]) -> dict[str, str]:
    """Each value with the name that readers know; a company's is looked up."""
    known: dict[str, str] = {}
    if name == "category":
        known = CATEGORIES
    elif name == "source":
        known = {board.name: board.title for board in BOARDS.values()}
    elif values:
        known = dict(Company.objects.filter(slug__in=values).values_list("slug", "name"))
    return {value: known.get(value, value) for value in values}


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
    return ", ".join([f"remote jobs{wanted}", *filters])
