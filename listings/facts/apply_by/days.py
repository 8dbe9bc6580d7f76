"""Days as ads write them, with every day that a notation may mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal, NamedTuple

Order = Literal["day first", "month first"]

# English, German, Dutch, Danish, Norwegian, Swedish, French, Spanish, Portuguese, Italian, Polish.
MONTH_NAMES = (
    r"jan(?:uary|uar|uari|vier|eiro)?|jän(?:ner)?|janv|ener?o?|gen(?:naio)?|stycznia",
    r"feb(?:ruary|ruar|ruari|rero|braio)?|févr?(?:ier)?|fev(?:ereiro)?|lutego",
    r"mar(?:ch|s|zo|ço)?|mär(?:z)?|maart|mrt|marca",
    r"apr(?:il|ile)?|avr(?:il)?|abr(?:il)?|kwietnia",
    r"may|mai|maj|mei|mayo|maio|mag(?:gio)?|maja",
    r"june?|juni|juin|junio|junho|giu(?:gno)?|czerwca",
    r"july?|juli|juil(?:let)?|julio|julho|lug(?:lio)?|lipca",
    r"aug(?:ust|usti|ustus)?|août|aout|ago(?:sto)?|sierpnia",
    r"sept?(?:ember|embre|iembre|tembre)?|set(?:embro|tembre)?|września",
    r"oct(?:ober|obre|ubre)?|okt(?:ober)?|out(?:ubro)?|ott(?:obre)?|października",
    r"nov(?:ember|embre|iembre|embro)?|listopada",
    r"dec(?:ember|embre)?|dez(?:ember|embro)?|déc(?:embre)?|dic(?:iembre|embre)?|des(?:ember)?|grudnia",
)
MONTHS = tuple(re.compile(names) for names in MONTH_NAMES)
MONTH = rf"(?P<month_name>{'|'.join(MONTH_NAMES)})\b\.?"
WEEKDAY_NAMES = (
    r"mon(?:day)?|montag|mandag|måndag|maandag|lundi|lunes|lunedì|segunda(?:-feira)?|poniedział\w+",
    r"tue(?:s(?:day)?)?|dienstag|tirsdag|tisdag|dinsdag|mardi|martes|martedì|terça(?:-feira)?|wtor\w+",
    r"wed(?:nesday)?|mittwoch|onsdag|woensdag|mercredi|miércoles|mercoledì|quarta(?:-feira)?|środ\w+",
    r"thu(?:rs(?:day)?)?|donnerstag|torsdag|donderdag|jeudi|jueves|giovedì|quinta(?:-feira)?|czwart\w+",
    r"fri(?:day)?|freitag|fredag|vrijdag|vendredi|viernes|venerdì|sexta(?:-feira)?|piąt\w+",
    r"sat(?:urday)?|samstag|sonnabend|lørdag|lördag|zaterdag|samedi|sábado|sabato|sobot\w+",
    r"sun(?:day)?|sonntag|søndag|söndag|zondag|dimanche|domingo|domenica|niedziel\w+",
)
WEEKDAYS = tuple(re.compile(names) for names in WEEKDAY_NAMES)
WEEKDAY = rf"(?:(?P<weekday>{'|'.join(WEEKDAY_NAMES)})\b\.?,? ?(?:the |den |d\. |dem |le |el |dia )?)?"
DAY = r"(?P<day>\d{1,2})(?!\d)(?:st\b|nd\b|rd\b|th\b|er\b|º|ª|\.)?"
YEAR = r"(?P<year>20\d\d)(?!\d)"
# "May 11 2 pm": what follows is no year.
WRITTEN = (
    re.compile(rf"{WEEKDAY}{YEAR}(?P<sign>[-/.])(?P<month>\d{{1,2}})(?P=sign)(?P<day>\d{{1,2}})(?!\d)"),
    re.compile(rf"{WEEKDAY}{DAY},?[ -]?(?:of |de |d['’])?{MONTH}(?:,? ?-?(?:de |of )?{YEAR})?"),
    re.compile(rf"{WEEKDAY}{MONTH},?[ -]?{DAY}(?:,? ?-?{YEAR})?"),
)
# Day and month in an order that the notation does not tell; "3.4." and "3/4" have no year.
NUMBERS = re.compile(
    rf"(?!24/7){WEEKDAY}(?P<first>\d{{1,2}})(?P<sign>[-/.]) ?(?P<second>\d{{1,2}})"
    r"(?:(?P=sign) ?(?P<year>20\d\d|\d\d)(?![\d:])|(?<=/\d)(?![\d/])|(?<=/\d\d)(?![\d/])"
    r"|(?<=\.\d)\.(?!\d)|(?<=\.\d\d)\.(?!\d))"
)


class PossibleDay(NamedTuple):
    """`year` is None where none is stated."""

    year: int | None
    month: int
    day: int


def day_at(lower: str, position: int, order: Order | None = None) -> tuple[frozenset[PossibleDay], int] | None:
    """The days that what stands at `position` of a text in lower case may mean, and its end; None if it is no date.

    `order`: that of day and month in the ad's numbers, if it is known. No day is left of one that does not exist, or
    that is no such day of the week.
    """
    for pattern in WRITTEN:
        if match := pattern.match(lower, position):
            month = int(match["month"]) if "month" in pattern.groupindex else _month(match["month_name"])
            return _of_weekday(match, [(_year(match["year"]), month, int(match["day"]))]), match.end()
    match = NUMBERS.match(lower, position)
    # "14/25" is no date.
    if match and (numbers := [parts for parts in _orders(match, order) if _existing(*parts)]):
        return _of_weekday(match, numbers), match.end()
    return None


def _month(name: str) -> int:
    return next(number for number, names in enumerate(MONTHS, 1) if names.fullmatch(name))


def _year(digits: str | None) -> int | None:
    return int(digits) + (2000 if len(digits) == 2 else 0) if digits else None


def _orders(match: re.Match[str], order: Order | None) -> Iterator[PossibleDay]:
    first, second, year = int(match["first"]), int(match["second"]), _year(match["year"])
    # Who writes "6/30/2026" may still write "30.6.2026".
    order = None if order == "month first" and match["sign"] == "." else order
    if order != "month first":
        yield PossibleDay(year, second, first)
    # "3.4." without a year is the third of April.
    if order != "day first" and (year or match["sign"] != "."):
        yield PossibleDay(year, first, second)
    if order is None and match["sign"] == "-" and year and year < 2032:
        yield PossibleDay(2000 + first, second, year - 2000)


def _of_weekday(match: re.Match[str], days: Iterable[tuple[int | None, int, int]]) -> frozenset[PossibleDay]:
    name = match["weekday"]
    existing = ((year, day) for year, month, number in days if (day := _existing(year, month, number)))
    return frozenset(
        PossibleDay(year, day.month, day.day)
        for year, day in existing
        if not name or not year or WEEKDAYS[day.weekday()].fullmatch(name)
    )


def _existing(year: int | None, month: int, day: int) -> date | None:
    """Without a year in any leap year: the 29th of February of no stated year exists."""
    try:
        return date(year or 2024, month, day)
    except ValueError:
        return None


def stated_order(lower: str) -> Order | None:
    """The order of day and month in the text's numbers with a year, if those that tell it agree."""
    orders: set[Order] = set()
    for match in re.finditer(r"(?<![\d./-])(\d{1,2})([/-])(\d{1,2})\2(?:20)?\d\d(?![\d.,/-]\d|\d)", lower):
        first, second = int(match[1]), int(match[3])
        if second <= 12 < first <= 31:
            orders.add("day first")
        elif first <= 12 < second <= 31:
            orders.add("month first")
    return orders.pop() if len(orders) == 1 else None


def common_days(statements: Iterable[frozenset[PossibleDay]]) -> frozenset[PossibleDay] | None:
    """The days that all statements may mean: none if one contradicts itself, None if two contradict each other."""
    common, *others = statements
    for days in others:
        if not common or not days:
            return frozenset()
        common = frozenset(
            mine if mine.year else other
            for mine in common
            for other in days
            if mine[1:] == other[1:] and (mine.year == other.year or None in (mine.year, other.year))
        )
        if not common:
            return None
    return common
