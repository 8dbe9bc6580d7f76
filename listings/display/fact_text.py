"""The facts of an ad as text for readers, in English; numbers as the reader writes them. "" means not stated."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from listings.display import locale_format
from listings.vocabulary.categories import CATEGORIES
from listings.vocabulary.countries import COUNTRIES, SUBDIVISIONS
from listings.vocabulary.employment import EMPLOYMENT
from listings.vocabulary.languages import LANGUAGES
from listings.vocabulary.places import divisions
from listings.vocabulary.regions import REGIONS
from listings.vocabulary.seniority import SENIORITIES
from listings.vocabulary.skills import SKILL_NAMES
from listings.vocabulary.sponsorship import OFFERED
from listings.vocabulary.workplace import REMOTE_OR_HYBRID, WORKPLACES

FactValue = Mapping[str, Any]

PERIODS = {
    "hour": "an hour",
    "day": "a day",
    "week": "a week",
    "month": "a month",
    "year": "a year",
    "project": "for the project",
}
# States of their own that no ad names as a state: "Berlin" is the town, but "Berlin, Berlin, Germany" is this.
CITY_STATES = {"AT-9": "Vienna", "DE-BE": "Berlin", "DE-HB": "Bremen", "DE-HH": "Hamburg"}
MAX_PLACES, MAX_PAY_PLACES = 12, 3
# How their names end.
NAMES_WITH_ARTICLE = (
    *("United States", "United Kingdom", "Emirates", "Netherlands", "Philippines", "Republic", "DR Congo", "Bahamas"),
    *("Gambia", "Maldives", "Comoros", "Seychelles", " Islands", " Territory", " Territories", "District of Columbia"),
    *("European Union", "Americas", "Middle East", "Balkans", "Nordics", "Bay Area", "San Francisco Bay"),
)


@dataclass(frozen=True, slots=True)
class FactText:
    """How one fact is shown: its label, and its value as text.

    `board_field` names the field of an Ad in which a board states it; that is quoted if we could read no fact from it.
    """

    label: str
    text: Callable[[Any], str]
    board_field: str = ""


def describe(facts: Mapping[str, Any], fact: str) -> str:
    """The text of one fact out of all those of a listing or an ad."""
    if fact == "workplace" and facts.get("offers_hybrid"):
        return REMOTE_OR_HYBRID
    if fact == "residence" and (zones := anywhere_in_zones(facts)):
        return zones
    value = facts.get(fact)
    return FACT_TEXTS[fact].text(value) if is_stated(value) else ""


def anywhere_in_zones(facts: Mapping[str, Any]) -> str:
    """ "Anywhere in UTC−7 to UTC−4" where a board says "anywhere" and the ad takes nobody beside its zones, else ""."""
    residence, hours = facts.get("residence") or {}, facts.get("hours") or {}
    is_anywhere = residence.get("include") == ["worldwide"] and not residence.get("exclude")
    return f"Anywhere in {_band(hours)}" if is_anywhere and hours.get("only_in_zone") else ""


def with_level_once(facts: Mapping[str, Any]) -> Mapping[str, Any]:
    """For lines that name employment and level: an internship is often both."""
    if "INTERN" not in (facts.get("employment") or ()):
        return facts
    return {**facts, "seniority": [level for level in facts.get("seniority") or () if level != "intern"]}


def is_stated(value: Any) -> bool:
    """Unlike its truth: 0 years of experience are stated."""
    return value not in (None, "", [], {})


def residence(value: FactValue, max_places: int = MAX_PLACES) -> str:
    """For example "United States except California, New York"; beyond `max_places` the rest is counted."""
    include, exclude = value.get("include") or (), value.get("exclude") or ()
    included = join_places([place_in(value, code) for code in include[:max_places]], len(include))
    excluded = join_places([place(code) for code in exclude[:max_places]], len(exclude))
    return f"{included} except {excluded}" if excluded else included


def included_places(value: FactValue) -> list[str]:
    """The names of the places that a residence includes, in its order."""
    return [place_in(value, code) for code in value.get("include") or ()]


def place_in(value: FactValue, code: str) -> str:
    """The name of a place of a residence; of a country that the ad names a part of without a code, it says so."""
    return f"{place(code)} (part)" if code in (value.get("partly") or ()) else place(code)


def left_out(value: FactValue) -> str:
    """Of an ad that only says where nobody may live, for example "Open to all but Ohio"."""
    places = value["places"]
    return f"Open to all but {join_places([place(code) for code in places[:MAX_PLACES]], len(places))}"


def place(code: str) -> str:
    """The English name of a region, a country or a part of it."""
    # Our names, not Babel's: people look for "Ivory Coast" and "DR Congo", not "Côte d’Ivoire" and "Congo - Kinshasa".
    name = REGIONS.get(code) or COUNTRIES.get(code) or SUBDIVISIONS.get(code) or CITY_STATES.get(code)
    return name or next(iter(divisions().get(code, ())), code)


def place_in_sentence(code: str) -> str:
    """With its article, for example "the Netherlands" after "in"."""
    return _in_sentence(place(code))


def _in_sentence(name: str) -> str:
    return f"the {name}" if name.endswith(NAMES_WITH_ARTICLE) else name


def join_places(shown: Sequence[str], total: int) -> str:
    """Only what is shown is named: a job may be offered in two hundred places, each with a dozen countries."""
    text = ", ".join(shown)
    return f"{text} and {total - len(shown)} more" if total > len(shown) else text


def salary(value: FactValue) -> str:
    """For example "$90,000–120,000 a year in Oslo"; where the ad states no period, it says so."""
    low, high = value.get("min"), value.get("max")
    if low is None and high is None:
        return ""
    sign = locale_format.currency_sign(value.get("currency") or "")
    if low is None or high is None:
        amount = f"{'up to' if low is None else 'from'} {sign}{_amount(high if low is None else low)}"
    else:
        amount = sign + "–".join(dict.fromkeys([_amount(low), _amount(high)]))
    period = pay_period(value) if value.get("period_stated", True) else "(period not stated)"
    return " ".join(filter(None, [amount, currency_remark(value), period, pay_remarks(value), salary_places(value)]))


# What pay holds beside a base → a remark.
COMPRISED = {"total": "in total compensation", "equity": "in cash and equity"}


def pay_period(value: FactValue) -> str:
    """What it is paid for: "a year", "per article"."""
    return f"per {value['piece']}" if value.get("piece") else PERIODS.get(value.get("period") or "", "")


def currency_remark(value: FactValue) -> str:
    """The ad's words for two currencies, where it leaves open of which the sign is: "“CAD/USD”"."""
    return f"“{value['two_currencies']}”" if value.get("two_currencies") else ""


def pay_remarks(value: FactValue) -> str:
    """Remarks for pay of a part of the week, on average, that holds more than a base, or that other places lack."""
    comprised = (
        "including variable pay" if value.get("with_variable") else COMPRISED.get(value.get("comprises", ""), "")
    )
    on_average = "on average" if value.get("average") else ""
    varies = "(varies by country)" if value.get("varies") else ""
    return " ".join(filter(None, [value.get("for_part", ""), on_average, comprised, varies]))


def salary_places(value: FactValue) -> str:
    """ "in California and New York"; "" if the ad states the pay for everybody."""
    places = [_in_sentence(name) for name in value.get("places") or ()]
    if len(places) > MAX_PAY_PLACES:
        places = [*places[: MAX_PAY_PLACES - 1], f"{len(places) - MAX_PAY_PLACES + 1} more places"]
    *others, last = places or [""]
    return f"in {' and '.join(filter(None, [', '.join(others), last]))}" if last else ""


def _amount(value: float | None) -> str:
    amount = value or 0
    return locale_format.number(amount, 0 if float(amount).is_integer() else 2)


def hours(value: FactValue) -> str:
    """For example "UTC−8 to UTC−5, needs 4 hours with New York, 10:00 to 14:00"."""
    band = _band(value)
    count, zone = value.get("overlap_hours"), value.get("overlap_with")
    common = ""
    if count is not None:
        # Beside the hours that a reader has in common, it must not read as theirs.
        unit = "hour" if count == 1 else "hours"
        whom = f"with {zone_city(zone)}" if zone else "in common"
        common = f"{'needs' if band else 'Needs'} {count:g} {unit} {whom}"
    elif zone:
        common = f"{'needs' if band else 'Needs'} overlap with {zone_city(zone)}"
    start, end = value.get("day_start"), value.get("day_end")
    window = f"{_time_of_day(start)} to {_time_of_day(end)}" if start is not None and end is not None else ""
    return ", ".join(filter(None, [band, common, window]))


def _band(value: FactValue) -> str:
    low, high = value.get("utc_min"), value.get("utc_max")
    if low is None or high is None:
        return ""
    return " to ".join(dict.fromkeys([_utc_offset(low), _utc_offset(high)]))


def _time_of_day(hour: float) -> str:
    minutes = round(hour % 24 * 60)
    return f"{minutes // 60}:{minutes % 60:02}"


def zone_city(zone: str) -> str:
    """The city that a time zone is named after: "New York" for "America/New_York"."""
    return zone.rpartition("/")[2].replace("_", " ")


def _utc_offset(offset: float) -> str:
    minutes = round(abs(offset) * 60)
    if not minutes:
        return "UTC"
    sign = "+" if offset >= 0 else "−"
    return f"UTC{sign}{minutes // 60}" + (f":{minutes % 60:02}" if minutes % 60 else "")


def _join_labels(labels: Mapping[str, str], values: Sequence[str]) -> str:
    return ", ".join(labels.get(value, value) for value in values)


def experience(years: int) -> str:
    return f"At least {years} year{'' if years == 1 else 's'}" if years else "None needed"


def at_most_years(years: int) -> str:
    return f"{years} year{'' if years == 1 else 's'} or less" if years else "no experience"


# Every fact, in the order of the questions that readers have.
FACT_TEXTS: Mapping[str, FactText] = {
    "residence": FactText("Where you may live", residence, board_field="location"),
    "salary": FactText("Pay", salary, board_field="salary"),
    "hours": FactText("Hours", hours),
    "workplace": FactText("Workplace", lambda value: WORKPLACES.get(value, "")),
    "employment": FactText("Employment", lambda values: _join_labels(EMPLOYMENT, values), board_field="employment"),
    "seniority": FactText("Level", lambda values: _join_labels(SENIORITIES, values)),
    "experience_years": FactText("Experience", experience),
    "sponsorship": FactText("Visa sponsorship", lambda value: "Offered" if value == OFFERED else "Not offered"),
    "category": FactText("Kind of work", lambda value: CATEGORIES.get(value, ""), board_field="category"),
    "skills": FactText("Skills", lambda values: _join_labels(SKILL_NAMES, values)),
    "language": FactText("Language of the ad", lambda tag: LANGUAGES.get(tag, tag)),
}
