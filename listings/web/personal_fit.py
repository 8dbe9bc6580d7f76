"""What a listing means to one reader: whether it is open to them, the hours in common, the pay in their currency."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from listings.display import fact_text
from listings.display.locale_format import currency_sign, number
from listings.search.index import working_hours
from listings.search.query import comparable_pay
from listings.search.query.parameters import NONE
from listings.search.query.situation import DEFAULT_CURRENCY, DEFAULT_DAY, Situation
from listings.vocabulary.regions import STATES, expand, verdict
from listings.web.pay_places import may_be_paid_in
from listings.web.region_doubt import region_doubt
from listings.web.short_pay import amount_range

IN_DOUBT = "Depends on your state"
DISPUTED = "Unclear: board and ad disagree"
# The ad has words about it, which we cannot read: "Remote (near Lisbon hours)", "Europe/Southeast Asia".
UNREAD = "Eligibility unclear"
# The verdict of a residence → its kind, a CSS class, and the label that readers see.
VERDICTS = {
    "open": ("yes", "Open to you"),
    "not open": ("no", "Not open to you"),
    "not stated": ("unsaid", "Eligibility not stated"),
    "disputed": ("unsaid", DISPUTED),
    "depends on your state": ("unsaid", IN_DOUBT),
}
HOURS_A_DAY = 24
# Of these a part-time job has fewer in a year than a full-time one.
PART_TIME_PERIODS = ("hour", "day", "week")
# Converted amounts from here on are rounded to thousands: rates move by more than that.
ROUND_TO_THOUSANDS = 10_000

HourSpan = tuple[float, float]
"""Start and length, in hours of the reader's day."""


@dataclass(frozen=True, slots=True)
class CommonHours:
    """The working days of reader and employer on the reader's clock, on the day `on`.

    `reader`, `employer` (two spans if it passes midnight) and `common` (none or one) are drawn; `label` and
    `description` are their text; `assumption` says which day is taken for the employer's if the ad states none.
    """

    label: str
    assumption: str
    reader: HourSpan
    employer: tuple[HourSpan, ...]
    common: tuple[HourSpan, ...]
    description: str
    on: date


@dataclass(frozen=True, slots=True)
class PersonalFit:
    """`kind` is "yes", "no", "unsaid", or "" if the reader has named no country; `quote` is the ad's wording.

    `dispute`: the words of the ad's text against those of the board, which are the quote; "" if the verdict rests on no
    such dispute.

    `pay` is the ad's pay in the reader's currency, "" if it is in that already, cannot be compared or is for people
    elsewhere, for `pay_period`: a year, but for a part-time job what the ad counts by, because nobody there works a
    full year; "" if the ad names no period and a year is taken for it, so that none is claimed. `full_time_pay`: its
    year if it were full time.
    `names_period`: the ad counts by another period than a year, so that `pay` alone would be taken for that.
    `pays_enough` is None unless the reader has set `minimum_pay` and the ad states a pay that may be theirs.
    """

    kind: str
    verdict: str
    quote: str
    dispute: str
    hours: CommonHours | None
    pay: str
    pay_period: str
    full_time_pay: str
    names_period: bool
    pays_enough: bool | None
    minimum_pay: str


def personal_fit(facts: Mapping[str, Any], situation: Situation, quote: str = "") -> PersonalFit | None:
    """None for a reader who has set no situation. `quote`: the ad's words about the residence."""
    if not situation:
        return None
    residence, kind, label = facts.get("residence"), "", ""
    if situation.country:
        kind, label = VERDICTS[verdict(residence, situation.country, situation.state or None)]
        if label == IN_DOUBT and situation.country not in STATES:
            label = region_doubt(residence or {}, situation.country)
        if (not residence and quote) or (label == DISPUTED and not (residence or {}).get("disputed")):
            label = UNREAD
    salary = facts.get("salary")
    yearly_pay, pays_enough = pay_for_reader(salary, situation)
    is_by_time = is_part_time(facts) and (salary or {}).get("period") in PART_TIME_PERIODS
    part_time_pay = salary if is_by_time and not is_of_others(salary, situation) else None
    return PersonalFit(
        kind=kind,
        verdict=label,
        quote=(words_apart(residence, situation, kind, label) if residence else "") or quote,
        dispute=residence["disputed"] if residence and label == DISPUTED else "",
        hours=common_hours(facts.get("hours"), situation),
        pay=pay_by_time(part_time_pay, situation) if part_time_pay else yearly_pay,
        pay_period=pay_period(salary, is_by_time=bool(part_time_pay)),
        full_time_pay=yearly_pay if part_time_pay else "",
        names_period=(salary or {}).get("period") not in (None, "year"),
        pays_enough=pays_enough,
        minimum_pay=currency_sign(situation.currency or DEFAULT_CURRENCY) + number(situation.pay)
        if situation.pay
        else "",
    )


def words_apart(residence: Mapping[str, Any], situation: Situation, kind: str, label: str) -> str:
    """The words that rule out where the reader lives, or may mean it, if they stand apart from those on who may apply.

    Those that may mean it name a region without a code.
    """
    if label == UNREAD:
        return str(residence["unread"])
    homes = {situation.country, situation.state}
    for refusal in residence.get("refusals", ()):
        places = expand({"include": refusal["places"]})
        if (kind == "no" and homes & places) or (kind == "unsaid" and not places):
            return str(refusal["evidence"])
    return ""


def common_hours(hours: Mapping[str, Any] | None, situation: Situation) -> CommonHours | None:
    """None if the ad states no hours or the reader no time zone."""
    key = working_hours.key(hours) if situation.tz else NONE
    if key == NONE:
        return None
    # Of today, because daylight saving moves the two clocks on different days.
    today, day = timezone.now().date(), situation.day or DEFAULT_DAY
    shared = working_hours.shared(key, situation.tz, day, today)
    employer_day = working_hours.stated_day(key)
    start, end = map(int, day.split("-"))
    assumption = (
        f"if they work {clock(employer_day.start)} to {clock(employer_day.end)}" if employer_day.is_assumed else ""
    )
    needed = (
        f"; they ask for {employer_day.needed:g} of these"
        if employer_day.needed < employer_day.end - employer_day.start
        else ""
    )
    return CommonHours(
        label=f"{shared.hours:g} hour{'' if shared.hours == 1 else 's'} in common",
        assumption=assumption,
        reader=(start, end - start),
        employer=wrap_at_midnight(shared.begins, shared.ends - shared.begins),
        common=((max(start, shared.begins), shared.hours),) if shared.hours else (),
        description=f"yours {start} to {end}, theirs {clock(shared.begins)} to {clock(shared.ends)} in your time zone"
        + needed,
        on=today,
    )


def wrap_at_midnight(start: float, length: float) -> tuple[HourSpan, ...]:
    """One span, or two if it runs past midnight; `start` may lie on the day before or after."""
    start %= HOURS_A_DAY
    if start + length <= HOURS_A_DAY:
        return ((start, length),)
    return ((start, HOURS_A_DAY - start), (0, start + length - HOURS_A_DAY))


def clock(hour: float) -> str:
    """An hour of any day as "9" or "14:30"; 24 is "0"."""
    minutes = round(hour % HOURS_A_DAY * 60)
    return f"{minutes // 60}" + (f":{minutes % 60:02}" if minutes % 60 else "")


def pay_for_reader(salary: Mapping[str, Any] | None, situation: Situation) -> tuple[str, bool | None]:
    """The pay a year as "about €66–84k", and whether its top is enough; ("", None) if not comparable.

    Pay for people elsewhere is not the reader's, in whatever currency.
    """
    return ("", None) if is_of_others(salary, situation) else _compared(salary, situation)


def is_of_others(salary: Mapping[str, Any] | None, situation: Situation) -> bool:
    """Whether the ad states the pay for places alone where the reader does not live."""
    places = (salary or {}).get("places")
    if not places or not situation.country:
        return False
    return not may_be_paid_in(places, situation.country, situation.state or None)


def _compared(salary: Mapping[str, Any] | None, situation: Situation) -> tuple[str, bool | None]:
    currency = situation.currency or DEFAULT_CURRENCY
    yearly, euros = comparable_pay.yearly(salary), comparable_pay.euros(currency)
    if not situation.pay or not salary or yearly is None or not euros:
        return "", None
    if salary.get("currency") == currency and salary.get("period") == "year":
        # Compare what the ad says, not its value in euros: rounding would reject a pay of exactly the minimum.
        top = max(salary[bound] for bound in ("min", "max") if salary.get(bound) is not None)
        return "", top >= situation.pay
    low, high = (round_converted(amount / euros) for amount in yearly)
    return f"about {amount_range(low, high, currency)}", yearly[1] / euros >= situation.pay


def is_part_time(facts: Mapping[str, Any]) -> bool:
    """Whether the ad offers part-time work only."""
    employment = facts.get("employment") or ()
    return "PART_TIME" in employment and "FULL_TIME" not in employment


def pay_by_time(salary: Mapping[str, Any], situation: Situation) -> str:
    """The pay an hour, a day or a week in the reader's currency, as "about €62–82"; "" if it is in that already."""
    currency = situation.currency or DEFAULT_CURRENCY
    stated, wanted = comparable_pay.euros(salary.get("currency") or ""), comparable_pay.euros(currency)
    if not situation.pay or salary.get("currency") == currency or not stated or not wanted:
        return ""
    bounds = [salary[bound] * stated / wanted for bound in ("min", "max") if salary.get(bound) is not None]
    return f"about {amount_range(round(min(bounds)), round(max(bounds)), currency)}" if bounds else ""


def pay_period(salary: Mapping[str, Any] | None, *, is_by_time: bool) -> str:
    """Of the pay in the reader's currency; `is_by_time`: it counts by the ad's own period, not by the year."""
    period = (salary or {}).get("period") or "year"
    is_stated = (salary or {}).get("period_stated", True)
    if is_by_time:
        return fact_text.PERIODS[period] if is_stated else ""
    if is_stated or period not in fact_text.PERIODS:
        return fact_text.PERIODS["year"]
    return "" if period == "year" else f"{fact_text.PERIODS['year']} if paid by the {period}"


def round_converted(amount: float) -> int:
    return int(round(amount, -3 if amount >= ROUND_TO_THOUSANDS else -2))
