"""The parameters of a search, in the order of its address. A new filter is a row here and an attribute of Search."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from listings.boards import BOARDS
from listings.search.query import pay_readers, value_readers
from listings.search.query.comparable_pay import PERIODS
from listings.search.query.value_readers import NONE as NONE
from listings.search.query.value_readers import NOT as NOT
from listings.search.query.value_readers import Invalid as Invalid
from listings.search.query.value_readers import ParameterReader, ValueReader
from listings.vocabulary.categories import CATEGORIES
from listings.vocabulary.employment import EMPLOYMENT
from listings.vocabulary.languages import LANGUAGES
from listings.vocabulary.seniority import SENIORITIES
from listings.vocabulary.skills import SKILL_NAMES
from listings.vocabulary.sponsorship import SPONSORSHIPS
from listings.vocabulary.workplace import WORKPLACES

NOT_STATED = "Not stated"
MAX_PAY = 100_000_000
MAX_DAYS = 365
MAX_YEARS = 40
# The last result with a page: to find a page, tantivy keeps every hit before it.
MAX_RESULTS = 10_000
PER_PAGE, MAX_PER_PAGE = 20, 100
# Hours of a working day.
FULL_DAY = 8
DEFAULT_OVERLAP = 4
# The value of "overlap" for which the time zone does not filter, as forms send it that begin with the reader's zone.
ANY_OVERLAP, NO_OVERLAP = "any", -1
SORTS = ("best", "new", "salary")
# The value of "in" that adds ads which only mention the search words.
IN_TEXT = "text"
# The values of "fit": open to the reader, or unclear. ANY_FIT is the same as none, for readers whose last choice of
# another one is remembered. FIT_IN_DOUBT: those of FIT_OPEN that depend on the reader's state or region.
FIT_OPEN, FIT_UNSTATED, ANY_FIT, FIT_IN_DOUBT = "open", "unstated", "any", "depends"
# Between the values of a facet term that is a set.
SET_SEPARATOR = ","
# Between the value and the label of a facet term that holds both.
LABEL_SEPARATOR = "\x1f"


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a search.

    `attribute`: its name in Search. `label`: what readers see. `group`: the parameter that this one refines and is
    removed with. `narrows`: it leaves jobs out by itself. `field`: where the index holds what it filters by.
    """

    name: str
    read: ParameterReader
    default: Any = ""
    label: str = ""
    group: str = ""
    field: str = ""
    narrows: bool = True
    attribute_name: str = ""

    @property
    def attribute(self) -> str:
        return self.attribute_name or self.name


@dataclass(frozen=True, slots=True)
class Filter(Parameter):
    """A list of values that is also a facet.

    `values`: every value with its label, or None for an open list. `size`: values shown. `fact`: the fact of a listing
    that fills the field. `facet_field`: the field that is counted, if not `field`; its terms are sets of values where
    `is_set` says so, else a value with its label.
    """

    default: Any = ()
    values: Mapping[str, str] | None = None
    size: int = 30
    fact: str = ""
    facet_field: str = ""
    is_set: bool = False

    @property
    def counted_field(self) -> str:
        return self.facet_field or self.field

    def value_label(self, value: str) -> str:
        return self.values.get(value, value) if self.values is not None else value


def _fact_filter(
    name: str, label: str, values: Mapping[str, str], *, fact: str = "", facet_field: str = "", size: int = 30
) -> Filter:
    """A filter by a fact of the ad, whose values include that it is not stated."""
    values = {**values, NONE: NOT_STATED}
    read: ValueReader = value_readers.skill(values) if name == "skill" else value_readers.labelled(values)
    return Filter(
        name,
        value_readers.values_of(read),
        label=label,
        field=name,
        values=values,
        size=size,
        fact=fact or name,
        facet_field=facet_field,
        is_set=bool(facet_field),
    )


# Left out of every search that does not name a workplace.
UNASKED_WORKPLACES = ("hybrid",)
BOARD_TITLES = {board.name: board.title for board in BOARDS.values()}

PARAMETERS: tuple[Parameter, ...] = (
    Parameter("q", value_readers.search_text, label="Search words"),
    # A keyword of Python is no name of an attribute.
    Parameter("in", value_readers.one_of((IN_TEXT,)), label="Where", narrows=False, attribute_name="scope"),
    _fact_filter("category", "Kind of work", CATEGORIES),
    _fact_filter("seniority", "Level", SENIORITIES, facet_field="seniorities"),
    _fact_filter("employment", "Employment", EMPLOYMENT, facet_field="employments"),
    _fact_filter("workplace", "Workplace", WORKPLACES),
    _fact_filter("sponsorship", "Visa sponsorship", SPONSORSHIPS),
    _fact_filter("skill", "Skills", SKILL_NAMES, fact="skills", size=50),
    _fact_filter("language", "Language of the ad", LANGUAGES),
    Filter(
        "company",
        value_readers.values_of(value_readers.company),
        label="Company",
        field="company_slug",
        size=20,
        facet_field="employer",
    ),
    Filter(
        "source",
        value_readers.values_of(value_readers.labelled(BOARD_TITLES)),
        label="Found on",
        field="source",
        values=BOARD_TITLES,
        facet_field="sources",
        is_set=True,
    ),
    Parameter("country", value_readers.country, label="Country", field="residence"),
    Parameter(
        "residence",
        value_readers.one_of(("stated", "any"), "any"),
        default="any",
        label="Country",
        group="country",
        field="residence",
    ),
    # By my_country and my_state, which decide what a search finds with this one only.
    Parameter(
        "fit",
        value_readers.one_of((FIT_OPEN, FIT_UNSTATED, FIT_IN_DOUBT, ANY_FIT), unchecked=ANY_FIT),
        label="Open to you",
        field="residence",
    ),
    Parameter("tz", value_readers.time_zone, label="Hours", field="hours"),
    Parameter(
        "overlap",
        value_readers.integer(FULL_DAY, suggestion=DEFAULT_OVERLAP, words={ANY_OVERLAP: NO_OVERLAP}),
        default=0,
        group="tz",
        narrows=False,
    ),
    Parameter("day", value_readers.working_day, group="tz", narrows=False),
    Parameter("hours", value_readers.any_of((NONE,)), default=(), label="Hours", group="tz", field="hours"),
    Parameter("salary_min", pay_readers.pay(MAX_PAY), default=0, label="Pay", field="pay_high"),
    Parameter("currency", pay_readers.currency_beside("salary_min"), group="salary_min", narrows=False),
    Parameter("period", value_readers.one_of(tuple(PERIODS)), group="salary_min", narrows=False),
    Parameter(
        "salary",
        value_readers.any_of(("whole", "top", NONE)),
        default=(),
        label="Pay",
        group="salary_min",
        field="pay_high",
    ),
    Parameter("experience", value_readers.at_most(MAX_YEARS), default=(), label="Experience", field="experience"),
    Parameter("posted", value_readers.integer(MAX_DAYS), default=0, label="Posted", field="newest"),
    Parameter("sort", value_readers.one_of(SORTS), label="Order", narrows=False),
    Parameter("page", value_readers.integer(MAX_RESULTS, default=1), default=1, narrows=False),
    Parameter("per_page", value_readers.integer(MAX_PER_PAGE, default=PER_PAGE), default=PER_PAGE, narrows=False),
)
# About the reader: alone they never filter. They follow the others in an address.
SITUATION_PARAMETERS: tuple[Parameter, ...] = (
    Parameter("my_country", value_readers.whole_country, narrows=False),
    Parameter("my_state", value_readers.state_in("my_country"), narrows=False),
    Parameter("my_tz", value_readers.time_zone, narrows=False),
    Parameter("my_day", value_readers.working_day, narrows=False),
    Parameter("my_currency", pay_readers.currency_beside("my_pay"), narrows=False),
    Parameter("my_pay", pay_readers.pay(MAX_PAY), default=0, narrows=False),
)
FILTERS: Mapping[str, Filter] = {
    # Open lists last: pages show the filters in this order.
    row.name: row
    for row in sorted((row for row in PARAMETERS if isinstance(row, Filter)), key=lambda row: row.values is None)
}
NAMES = tuple(row.name for row in (*PARAMETERS, *SITUATION_PARAMETERS))
LABELS: Mapping[str, str] = {row.name: row.label for row in PARAMETERS}


def removed_with(name: str) -> list[Parameter]:
    """The parameter and those that refine it."""
    return [row for row in PARAMETERS if name in (row.name, row.group)]
