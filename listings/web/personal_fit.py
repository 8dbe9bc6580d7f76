"""What a listing means to one reader: whether it is open to them, the hours in common, the pay in their currency."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from listings.display.locale_format import currency_sign, number
from listings.search.index import working_hours
from listings.search.query.parameters import DEFAULT_OVERLAP, NONE
from listings.search.query.situation import DEFAULT_CURRENCY, DEFAULT_DAY, Situation
from listings.search.query.value_readers import HOURS_A_DAY, hours_of_day
from listings.vocabulary.place_offsets import zone_words
from listings.vocabulary.regions import LEFT_TO_ZONES, STATES, expand, fit_verdict, part_name, verdict
from listings.vocabulary.workplace import AT_AN_OFFICE
from listings.web.reader_pay import PayVerdict, is_of_others, pay_by_time, pay_for_reader, pay_period
from listings.web.region_doubt import region_doubt

IN_DOUBT = "Depends on your state"
# Of an ad that asks for citizenship or a clearance, of which readers say nothing, or for hours that may not be theirs.
OPEN_BY_PLACE = "Place fits"
# Of hybrid work: the country is right, and who knows how far away the reader lives.
OPEN_NEAR_OFFICE = "Open near the office"
# The ad asks for people based in some zones, which states hours and no places.
IN_OTHER_ZONES = "Depends on your time zone"
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
    "depends on your zone": ("unsaid", IN_OTHER_ZONES),
}
# Of these a part-time job has fewer in a year than a full-time one.
PART_TIME_PERIODS = ("hour", "day", "week")

HourSpan = tuple[float, float]
"""Start and length, in hours of the reader's day."""


@dataclass(frozen=True, slots=True)
class CommonHours:
    """The working days of reader and employer on the reader's clock, on the day `on`.

    `reader`, `employer` (each two spans if it passes midnight) and `common` are drawn; `label` and `description` are
    their text; `assumption` says which day is taken for the employer's if the ad states none. `are_missed`: fewer
    are in common than the ad asks for, or where it names no number, than searches do.
    """

    label: str
    assumption: str
    reader: tuple[HourSpan, ...]
    employer: tuple[HourSpan, ...]
    common: tuple[HourSpan, ...]
    description: str
    on: date
    are_missed: bool


@dataclass(frozen=True, slots=True)
class PersonalFit:
    """`kind` is "yes", "no", "unsaid", or "" if the reader has named no country; `quote` is the ad's wording.

    `dispute`: the words of the ad's text against those of the board, which are the quote; "" if the verdict rests on no
    such dispute.

    `legal_status`: the words that ask for citizenship or a clearance; "" if there are none, or it is not open anyway.

    `pay` is the ad's pay in the reader's currency, "" if it is in that already, cannot be compared or is for people
    elsewhere, for `pay_period`: a year, but for a part-time job what the ad counts by, because nobody there works a
    full year; "" if the ad names no period and a year is taken for it, so that none is claimed. `full_time_pay`: its
    year if it were full time.
    `names_period`: the ad counts by another period than a year, so that `pay` alone would be taken for that.
    `pay_verdict` is "" unless the reader has set `minimum_pay` and the ad states a pay that may be theirs.
    """

    kind: str
    verdict: str
    quote: str
    legal_status: str
    dispute: str
    hours: CommonHours | None
    pay: str
    pay_period: str
    full_time_pay: str
    names_period: bool
    pay_verdict: PayVerdict
    minimum_pay: str


def personal_fit(facts: Mapping[str, Any], situation: Situation, quote: str = "") -> PersonalFit | None:
    """None for a reader who has set no situation. `quote`: the ad's words about the residence."""
    if not situation:
        return None
    residence = facts.get("residence")
    hours = common_hours(facts.get("hours"), situation)
    kind, label = _kind_and_label(facts, situation, quote) if situation.country else ("", "")
    if kind == "yes" and (facts.get("legal_status") or may_miss_hours(facts, hours, situation)):
        label = OPEN_BY_PLACE
    if kind == "yes" and facts.get("workplace") in AT_AN_OFFICE:
        label = OPEN_NEAR_OFFICE
    if label == IN_OTHER_ZONES or (kind == "no" and is_left_out_by_zone(facts, situation)):
        quote = zone_words(facts)
    elif residence:
        quote = words_apart(residence, situation, kind, label) or quote
    salary = facts.get("salary")
    yearly_pay, pay_verdict = pay_for_reader(salary, situation)
    is_by_time = is_part_time(facts) and (salary or {}).get("period") in PART_TIME_PERIODS
    part_time_pay = salary if is_by_time and not is_of_others(salary, situation) else None
    return PersonalFit(
        kind=kind,
        verdict=label,
        quote=quote,
        legal_status=(facts.get("legal_status") or "") if kind in ("yes", "unsaid") else "",
        dispute=residence["disputed"] if residence and label == DISPUTED else "",
        hours=hours,
        pay=pay_by_time(part_time_pay, situation) if part_time_pay else yearly_pay,
        pay_period=pay_period(salary, is_by_time=bool(part_time_pay)),
        full_time_pay=yearly_pay if part_time_pay else "",
        names_period=(salary or {}).get("period") not in (None, "year"),
        pay_verdict=pay_verdict,
        minimum_pay=currency_sign(situation.currency or DEFAULT_CURRENCY) + number(situation.pay)
        if situation.pay
        else "",
    )


def _kind_and_label(facts: Mapping[str, Any], situation: Situation, quote: str) -> tuple[str, str]:
    residence = facts.get("residence")
    kind, label = VERDICTS[fit_verdict(facts, situation.country, situation.state or None)]
    if label == IN_DOUBT:
        country = situation.country
        if country not in STATES:
            return kind, region_doubt(residence or {}, country)
        # Who has named theirs learns that the ad does not say which.
        part = part_name(country)
        return kind, f"Only in some {part}s" if situation.state else f"Depends on your {part}"
    is_unread = not (residence or {}).get("disputed") if label == DISPUTED else not residence and quote
    return kind, UNREAD if is_unread and label != IN_OTHER_ZONES else label


def may_miss_hours(facts: Mapping[str, Any], hours: CommonHours | None, situation: Situation) -> bool:
    """Whether the ad asks for hours that are not the reader's, or speaks of some that cannot be compared."""
    if hours is not None:
        return hours.are_missed
    return bool(situation.tz) and "hours" in (facts.get("in_words") or {})


def is_left_out_by_zone(facts: Mapping[str, Any], situation: Situation) -> bool:
    """Whether the reader's place would do, were it not for the zones that the ad asks people to live in."""
    by_place = verdict(facts.get("residence"), situation.country, situation.state or None)
    return by_place in LEFT_TO_ZONES


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
    if hours is None or key == NONE:
        return None
    # Of today, because daylight saving moves the two clocks on different days.
    today, day = timezone.now().date(), situation.day or DEFAULT_DAY
    shared = working_hours.shared(key, situation.tz, day, today)
    employer_day = working_hours.stated_day(key)
    start, end = hours_of_day(day)
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
        reader=wrap_at_midnight(start, end - start),
        employer=wrap_at_midnight(shared.begins, shared.ends - shared.begins),
        common=tuple(
            part
            for span in working_hours.common_spans((start, end), (shared.begins, shared.ends))
            for part in wrap_at_midnight(*span)
        ),
        description=f"yours {day.replace('-', ' to ')}, "
        f"theirs {clock(shared.begins)} to {clock(shared.ends)} in your time zone" + needed,
        on=today,
        are_missed=shared.hours < min(hours.get("overlap_hours") or DEFAULT_OVERLAP, employer_day.needed),
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


def is_part_time(facts: Mapping[str, Any]) -> bool:
    """Whether the ad offers part-time work only."""
    employment = facts.get("employment") or ()
    return "PART_TIME" in employment and "FULL_TIME" not in employment
