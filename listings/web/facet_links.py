"""What a reader may do with a search: add a filter, take one away, turn the page. Each has an address of its own."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape

from django.utils.safestring import SafeString, mark_safe

from listings.models import Company
from listings.search.query import parse_text
from listings.search.query.filters import FILTERS, NONE
from listings.search.query.parameters import NOT
from listings.search.query.search import DEFAULT_CURRENCY, Search
from listings.search.results.facets import FacetCount
from listings.search.results.find import Results
from listings.web import fact_text
from listings.web.locale_format import number

ADDRESS = "/jobs/"
ORDERS = {"best": "Best match", "new": "Newest", "salary": "Highest pay"}
BAR_WIDTH, BAR_HEIGHT = 10, 40
CHOSEN = ' aria-current="true"'
Names = Mapping[str, str]
"""Short name of a company → its name."""
WAITING = {
    "q": "Search words",
    "country": "Country",
    "residence": "Country",
    "tz": "Hours",
    "hours": "Hours",
    "salary_min": "Pay",
    "salary": "Pay",
    "posted": "Posted",
    "sort": "Order",
}
OPEN_AT_FIRST = ("category", "seniority", "employment")


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a filter, and the address with it added, or taken away where it is in use.

    `pending`: it is in the address, but not applied while the index is rebuilt.
    """

    label: str
    address: str
    count: int = 0
    chosen: bool = False
    pending: bool = False


@dataclass(frozen=True, slots=True)
class HistogramBar:
    """`left`, `top` and `height` in the drawing's units."""

    left: int
    top: int
    height: int
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Group:
    title: str
    choices: Sequence[Choice]
    opened: bool

    @property
    def items(self) -> SafeString:
        return written(self.choices)


def address_of(search: Search, page: int = 1) -> str:
    return ADDRESS + query_of(search, page)


def query_of(search: Search, page: int = 1) -> str:
    """With its question mark; "" where the search asks nothing."""
    query = search.query_string(page=page)
    return f"?{query}" if query else ""


def groups(search: Search, results: Results) -> list[Group]:
    lists = [
        Group(
            FILTERS[name].title,
            choices(search, name, results.counts[name]),
            opened=name in OPEN_AT_FIRST or bool(getattr(search, name)),
        )
        for name in FILTERS
        if results.counts.get(name)
    ]
    days = results.counts.get("posted", [])
    return (
        [*lists, Group("Posted", [age(search, *counted) for counted in days], bool(search.posted))] if days else lists
    )


def age(search: Search, value: str, label: str, count: int) -> Choice:
    chosen = search.posted == int(value)
    return Choice(label, address_of(replace(search, posted=0 if chosen else int(value), page=1)), count, chosen)


def orders(search: Search) -> list[Choice]:
    """Without words nothing is a better match than another."""
    usual = "best" if search.q else "new"
    return [
        Choice(label, address_of(replace(search, sort=name if name != usual else "", page=1)), 0, name == search.order)
        for name, label in ORDERS.items()
        if search.q or name != "best"
    ]


def bars(search: Search, results: Results) -> list[HistogramBar]:
    """The pay histogram: how many state a top pay of each height, as a share of the most. [] where none does."""
    counted = [one for one in results.counts.get("salary", []) if one[0] != NONE]
    most = max((count for _, _, count in counted), default=0)
    if not most:
        return []
    heights = [1 + round((BAR_HEIGHT - 1) * count / most) if count else 0 for _, _, count in counted]
    return [
        HistogramBar(
            place * BAR_WIDTH,
            BAR_HEIGHT + 1 - heights[place],
            heights[place],
            f"from {number(int(height))} {search.currency or DEFAULT_CURRENCY} a year",
            count,
        )
        for place, (height, _, count) in enumerate(counted)
    ]


def relaxed_searches(search: Search, results: Results) -> list[Choice]:
    """What single part of a search that finds nothing to drop, and how many are found then."""
    said = {"q": f"without “{search.q}”", **{name: f"without “{FILTERS[name].title}”" for name in FILTERS}}
    said |= {name: f"without “{label}”" for name, label in narrowed(search).items()}
    return [
        Choice(said[name], address_of(search.without(name)), count)
        for name, count in results.relaxed.items()
        if name in said
    ]


def verbatim(search: Search, results: Results) -> str:
    """The address that looks for the words as they were typed; "" where they were."""
    if not results.corrected:
        return ""
    kept = set(parse_text.plain_words(results.corrected))
    typed = parse_text.rewritten(search.q, lambda part: replace(part, quoted=part.words not in kept))
    return address_of(replace(search, q=typed))


def choices(search: Search, name: str, counts: Iterable[FacetCount]) -> list[Choice]:
    own, query_with = set(getattr(search, name)), search.query_string_builder(name)

    def choice(value: str, label: str, count: int) -> Choice:
        chosen = value in own
        query = query_with(own - {value} if chosen else (own | {value}) - {f"{NOT}{value}"})
        return Choice(label, f"{ADDRESS}?{query}" if query else ADDRESS, count, chosen)

    return [choice(*counted) for counted in counts]


def written(some: Iterable[Choice]) -> SafeString:
    """The items of a list. A template takes ten times as long for the hundred that a page has."""
    rows = (
        f'<li><a href="{(address := escape(one.address))}" hx-get="{address}"{CHOSEN if one.chosen else ""}>'
        f'<span>{escape(one.label)}</span><span class="number">{number(one.count)}'
        f'<span class="visually-hidden"> job{"" if one.count == 1 else "s"}</span></span></a></li>\n'
        for one in some
    )
    return mark_safe("".join(rows))  # noqa: S308 - addresses and labels are escaped above


def waiting(results: Results) -> list[str]:
    """Names of the filters that are not applied while the index is rebuilt."""
    titles = {**{name: FILTERS[name].title for name in FILTERS}, **WAITING}
    return list(dict.fromkeys(titles[name] for name in results.pending_filters))


def chips(search: Search, names: Names, pending: Collection[str] = ()) -> list[Choice]:
    """The filters in use, each with the address without it. `pending`: names of those that are not applied."""
    listed = [
        Choice(label, address_of(search.without(name, value)), pending=name in pending)
        for name in FILTERS
        for value, label in labels(name, getattr(search, name), names).items()
    ]
    return listed + [
        Choice(label, address_of(search.without(name)), pending=name in pending)
        for name, label in narrowed(search).items()
    ]


def narrowed(search: Search) -> dict[str, str]:
    """Parameters that are no lists, in words."""
    said: dict[str, str] = {}
    if search.country:
        said["country"] = f"Open to people in {fact_text.place(search.country)}"
    if search.residence == "stated":
        said["residence"] = "Says where you may live"
    if search.tz:
        day = f", {search.day.replace('-', ' to ')}" if search.day else ""
        said["tz"] = f"{search.overlap} hours in common with {search.tz.replace('_', ' ')}{day}"
    if search.hours:
        said["hours"] = "Hours not stated, too" if search.tz else "Hours not stated"
    if search.salary_min:
        whole = "All of the pay" if "whole" in search.salary else "Pay"
        currency, period = search.currency or DEFAULT_CURRENCY, fact_text.PERIODS[search.period or "year"]
        said["salary_min"] = f"{whole} from {number(search.salary_min)} {currency} {period}"
    if "none" in search.salary:
        said["salary"] = "Pay not stated, too" if search.salary_min else "Pay not stated"
    if search.posted:
        said["posted"] = "Posted today" if search.posted == 1 else f"Posted in the last {search.posted} days"
    return said


def names_of(search: Search) -> Names:
    """The companies of a search. Looked up once for all of a page, whose queries are counted."""
    slugs = [value.removeprefix(NOT) for value in search.company]
    return dict(Company.objects.filter(slug__in=slugs).values_list("slug", "name")) if slugs else {}


def labels(name: str, values: Sequence[str], names: Names) -> dict[str, str]:
    """Each value with the name that readers know."""
    known = names if name == "company" else {}
    found = {}
    for value in values:
        wanted = value.removeprefix(NOT)
        title = FILTERS[name].title
        label = known.get(wanted) or (f"{title}: not stated" if wanted == "none" else FILTERS[name].label(wanted))
        found[value] = label if wanted == value else f"Not {label}"
    return found


def title_of(search: Search, results: Results) -> str:
    """What was found, in words: "12 open jobs for “python”"."""
    wanted = f" for “{search.q}”" if search.q else ""
    if results.state == "rebuilding" or results.total is None:
        return "Newest open jobs"
    if results.state == "nothing":
        return f"No open jobs{wanted}"
    return f"{number(results.total)} open job{'' if results.total == 1 else 's'}{wanted}"


def in_words(search: Search, names: Names) -> str:
    """What is asked, whatever is found: "remote jobs for “python”, Engineering"."""
    wanted = f" for “{search.q}”" if search.q else ""
    filters = [label for name in FILTERS for label in labels(name, getattr(search, name), names).values()]
    return ", ".join([f"remote jobs{wanted}", *filters, *narrowed(search).values()])
