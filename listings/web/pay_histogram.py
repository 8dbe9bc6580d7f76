"""The drawing of how many jobs pay how much, whose bars are links to the jobs that pay at least so much."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from listings.display.locale_format import number
from listings.search.query.parameters import NONE
from listings.search.query.search import Search
from listings.search.query.situation import DEFAULT_CURRENCY
from listings.search.results.facets import BARS, bar_width
from listings.search.results.find import Results
from listings.web.facet_links import address_of
from listings.web.short_pay import amount_range

BAR_HEIGHT = 40
# Of the scale below the bars: at both ends and in the middle.
SCALE_MARKS = (0, BARS // 2, BARS)


@dataclass(frozen=True, slots=True)
class HistogramBar:
    """`height` in units of the drawing. `count`: jobs from `label` up to `end`, "" for the last bar; its link leads to
    all from `label` on. `included`: the search asks for no more than this.
    """

    height: int
    label: str
    end: str
    count: int
    address: str
    included: bool


@dataclass(frozen=True, slots=True)
class PayHistogram:
    bars: Sequence[HistogramBar]
    scale: Sequence[str]


def pay_histogram(search: Search, results: Results, currency: str) -> PayHistogram | None:
    """How many jobs state a top pay of each height, relative to the most frequent. None if none states any.

    `currency`: in which `results` were counted, and in which the form asks.
    """
    ranges = [pay_range for pay_range in results.counts.get("salary", []) if pay_range.value != NONE]
    most = max((pay_range.total for pay_range in ranges), default=0)
    if not most:
        return None
    is_yearly = search.period in ("", "year")
    width = bar_width(currency)
    in_currency = replace(search, currency="" if currency == DEFAULT_CURRENCY else currency, period="", page=1)

    def bar(amount: int, total: int, *, is_last: bool) -> HistogramBar:
        # The first bar asks for no pay at all.
        narrowed = replace(in_currency, salary_min=amount) if amount else search.without("salary_min")
        return HistogramBar(
            # One unit at least, so that a single job among thousands can be seen.
            height=1 + round((BAR_HEIGHT - 1) * total / most) if total else 0,
            label=f"from {number(amount)} {currency} a year",
            end="" if is_last else f"up to {number(amount + width)}",
            count=total,
            address=address_of(narrowed),
            included=is_yearly and amount + width > search.salary_min,
        )

    marks = [amount_range(mark * width, mark * width, currency) if mark else "0" for mark in SCALE_MARKS]
    bars = [bar(int(row.value), row.total, is_last=row is ranges[-1]) for row in ranges]
    return PayHistogram(bars, [*marks[:-1], f"{marks[-1]}+"])
