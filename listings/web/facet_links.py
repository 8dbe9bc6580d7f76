"""Links from a search to others: with a filter added or removed, in another order. Each has an address of its own."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from html import escape
from urllib.parse import urlencode

from django.utils.safestring import SafeString

from listings.display.locale_format import number
from listings.search.query import parse_text
from listings.search.query.parameters import ANY_FIT, FILTERS, IN_TEXT, NONE, NOT
from listings.search.query.scope import Scope
from listings.search.query.search import Search
from listings.search.results.facets import FacetCount
from listings.search.results.find import Results
from listings.web.search_titles import CompanyNames, other_labels, value_labels

ADDRESS = "/jobs/"
ORDERS = {"best": "Best match", "new": "Newest", "salary": "Highest pay"}
MAX_FIRST, OFFERED_AGE = 8, "90"
# The share of the results that an offered age has to leave out.
LEFT_OUT_BY_OFFER = 0.1
CHOSEN = ' aria-current="true"'
OPEN_GROUPS = ("category", "seniority", "employment")


@dataclass(frozen=True, slots=True)
class Choice:
    """A link that changes the search, often with the number of jobs it leads to.

    `value` tells it from the others of its group. `pending`: the filter is in the address, but not applied while the
    index is rebuilt.
    """

    label: str
    address: str
    count: int = 0
    chosen: bool = False
    pending: bool = False
    value: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    name: str
    title: str
    choices: Sequence[Choice]
    is_open: bool

    @property
    def first(self) -> Sequence[Choice]:
        """What is shown before "more": all of a list that is hardly longer, and always what is chosen."""
        if len(self.choices) <= MAX_FIRST + 1:
            return self.choices
        return [*self.choices[:MAX_FIRST], *(choice for choice in self.choices[MAX_FIRST:] if choice.chosen)]

    @property
    def rest(self) -> Sequence[Choice]:
        first = {choice.value for choice in self.first}
        return [choice for choice in self.choices if choice.value not in first]

    def written(self, choices: Iterable[Choice]) -> SafeString:
        """The <li> elements of these. A page has more than a hundred, which take a template three times as long."""
        return SafeString("\n".join(map(self._written, choices)))

    def _written(self, choice: Choice) -> str:
        address, jobs = escape(choice.address), "job" if choice.count == 1 else "jobs"
        return (
            f'<li><a id="f-{self.name}-{escape(choice.value)}" href="{address}" hx-get="{address}"'
            f"{CHOSEN if choice.chosen else ''}><span>{escape(choice.label)}</span>"
            f'<span class="number">{escape(number(choice.count))}<span class="visually-hidden"> {jobs}</span></span>'
            "</a></li>"
        )


def address_of(search: Search, page: int = 1) -> str:
    return ADDRESS + query_of(search, page)


def query_of(search: Search, page: int = 1) -> str:
    """With its question mark; "" for a search without parameters."""
    query = search.query_string(page=page)
    return f"?{query}" if query else ""


def without_fit(search: Search) -> str:
    """The address without the filter by the reader's place."""
    search = search.without("fit")
    # Without a situation in the address the last choice is remembered, and would be chosen again.
    return address_of(search) if search.my else f"{ADDRESS}?{urlencode([*search.pairs(), ('fit', ANY_FIT)])}"


def groups(search: Search, results: Results, names: CompanyNames) -> list[Group]:
    facets = [
        Group(
            name,
            row.label,
            choices(search, name, results.counts[name], names),
            is_open=name in OPEN_GROUPS or bool(getattr(search, name)),
        )
        for name, row in FILTERS.items()
        if results.counts.get(name) and is_choice(search, name, results.counts[name])
    ]
    ages = [age_choice(search, count) for count in results.counts.get("posted", [])]
    return [*facets, Group("posted", "Posted", ages, bool(search.posted))] if ages else facets


def is_choice(search: Search, name: str, counts: Iterable[FacetCount]) -> bool:
    """Whether its values tell jobs apart: not where every ad is silent, unless the search is narrowed by that."""
    return bool(getattr(search, name)) or any(count.value != NONE for count in counts)


def choices(search: Search, name: str, counts: Iterable[FacetCount], names: CompanyNames) -> list[Choice]:
    """Each value with the address that adds it, or removes it if it is in use.

    `names`: of the chosen companies, which a list without their jobs does not know.
    """
    chosen_values, query_with = set(getattr(search, name)), search.query_string_builder(name)

    def choice(value: str, label: str, count: int) -> Choice:
        chosen = value in chosen_values
        # Adding a value takes its exclusion away: both together are refused.
        values = chosen_values - {value} if chosen else (chosen_values | {value}) - {f"{NOT}{value}"}
        query = query_with(values)
        label = names.get(value, label) if chosen and label == value else label
        return Choice(label, f"{ADDRESS}?{query}" if query else ADDRESS, count, chosen, value=value)

    return [choice(*facet_count) for facet_count in counts]


def box_groups(search: Search, results: Results, names: CompanyNames) -> list[Group]:
    """Like `groups`, for a form of boxes: choices without addresses, and with them all that is in use."""
    groups = []
    for name, row in FILTERS.items():
        values = getattr(search, name)
        offered = results.counts.get(name, ())
        if not is_choice(search, name, offered):
            continue
        boxes = [
            Choice(facet.label, "", facet.total, chosen=facet.value in values, value=facet.value) for facet in offered
        ]
        others = [value for value in values if value not in {facet.value for facet in offered}]
        boxes += [
            Choice(label, "", chosen=True, value=value) for value, label in value_labels(name, others, names).items()
        ]
        if boxes:
            groups.append(Group(name, row.label, boxes, is_open=bool(values)))
    return groups


def age_choice(search: Search, age: FacetCount) -> Choice:
    days = int(age.value)
    chosen = search.posted == days
    address = address_of(replace(search, posted=0 if chosen else days, page=1))
    return Choice(age.label, address, age.total, chosen, value=age.value)


def offered_chips(search: Search, results: Results) -> list[Choice]:
    """Filters that many searches want: the last months alone, where that leaves out enough to be worth a click."""
    most = (1 - LEFT_OUT_BY_OFFER) * (results.total or 0)
    ages = [age for age in results.counts.get("posted", ()) if age.value == OFFERED_AGE]
    return [age_choice(search, age) for age in ages if 0 < age.total <= most and not search.posted]


def orders(search: Search) -> list[Choice]:
    """Without search words nothing is a better match than anything else."""
    default = "best" if search.q else "new"

    def choice(order: str, label: str) -> Choice:
        address = address_of(replace(search, sort="" if order == default else order, page=1))
        return Choice(label, address, chosen=order == search.order, value=order)

    return [choice(order, label) for order, label in ORDERS.items() if search.q or order != "best"]


def hybrid(search: Search, results: Results) -> Choice | None:
    """The hybrid jobs that match otherwise, where the search leaves them out and there are any."""
    count = next((facet.total for facet in results.counts.get("workplace", ()) if facet.value == "hybrid"), 0)
    if search.workplace or not count:
        return None
    return Choice("hybrid", address_of(replace(search, workplace=("hybrid",), page=1)), count)


def mentioned(search: Search, results: Results) -> Choice | None:
    """The ads that have the search words, its label, in their text alone, where they are left out and there are any."""
    if results.scope is Scope.TEXT or not results.mentioned:
        return None
    return Choice(results.corrected or search.q, address_of(replace(search, scope=IN_TEXT)), results.mentioned)


def verbatim_address(search: Search, results: Results) -> str:
    """The search for the words as they were typed; "" if they were."""
    if not results.corrected:
        return ""
    kept = {str(clause) for clause in parse_text.clauses(results.corrected)}
    kept_words = {term.text for clause in parse_text.clauses(search.q) if str(clause) in kept for term in clause.terms}
    # A quoted word is never taken for a slip.
    q = parse_text.rewritten(search.q, lambda term: [replace(term, quoted=term.text not in kept_words)])
    return address_of(replace(search, q=q))


def chips(search: Search, names: CompanyNames, pending: Collection[str] = (), *, linked: bool = True) -> list[Choice]:
    """The filters in use, each with the address without it. `pending`: names of those that are not applied.

    `linked`: values of lists have addresses.
    """
    values = [
        Choice(label, address_of(search.without(name, value)) if linked else "", pending=name in pending)
        for name in FILTERS
        for value, label in value_labels(name, getattr(search, name), names).items()
    ]
    others = [
        Choice(label, address_without(search, name), pending=name in pending)
        for name, label in other_labels(search).items()
    ]
    return values + others


def address_without(search: Search, name: str) -> str:
    """Of the search without one of its parameters."""
    return without_fit(search) if name == "fit" else address_of(search.without(name))
