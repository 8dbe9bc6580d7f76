"""Pay in either of two currencies, which nobody can compare, and pay on average."""

from __future__ import annotations

import re

from listings.facts.salary.context import Context
from listings.facts.salary.money import Money

MARK = (
    r"(?:us dollars?|canadian dollars?|(?:us|ca|au|nz|[ca])?\$|usd|cad|eur|gbp|aud|nzd|sgd|chf|sek|nok|dkk|pln|inr|brl"
    r"|mxn|zar|ils|aed|€|£|euros?|dollars|pounds)"
)
TWO = rf"(?P<first>{MARK})\s?(?:/|\||\bor\b)\s?(?P<second>{MARK})(?!\w)"
# "$160,000 CAD/USD", but neither "USD or EUR equivalent" nor "$90k USD / €80k".
TWO_AFTER = re.compile(
    r"k?[ )(+]{0,3}(?:(?:per|an?|/) ?(?:hour|hr|year|yr|month|day|week|annum)[ ,(]{1,2})?"
    rf"{TWO}(?! ?[0-9])(?!\)? equivalent)"
)
# "USD/CAD 90k", but not "90k USD/€80k"
TWO_BEFORE = re.compile(rf"(?<![\w$€£]){TWO}[ :]{{0,2}}$")
AMOUNT_AT_END = re.compile(r"[0-9][k+]?\s*$")
ALIKE = {"us$": "usd", "us dollar": "usd", "us dollars": "usd", "ca$": "cad", "c$": "cad", "canadian dollars": "cad",
         "a$": "aud", "au$": "aud", "nz$": "nzd", "€": "eur", "euro": "eur", "euros": "eur", "£": "gbp",
         "pounds": "gbp"}  # fmt: skip
ANY_DOLLAR = frozenset({"$", "dollars"})
DOLLARS = frozenset({"usd", "cad", "aud", "nzd", "sgd", *ANY_DOLLAR})
LONGEST = 24
# "Average monthly compensation is approximately $12,000", but not "above the average: $90,000".
AVERAGE = (
    r"(?:average|avg\.?|median|mean) (?:[a-z-]+ ){0,3}?(?:pay|salary|salaries|compensation|earnings|income|wages?"
    r"|rates?|payouts?)\b"
)
FOREIGN_AVERAGE = (
    r"\b(?:durchschnittlich\w*|im durchschnitt|en moyenne|en promedio|de media|in media|em média|gemiddeld|średnio)\b"
)
AVERAGE_BEFORE = re.compile(
    rf"(?<!above )(?<!above the )(?<!below the )\b{AVERAGE}[^.;:$€£0-9]{{0,50}}:?[^.;:$€£0-9]{{0,16}}$"
    r"|(?<!above )(?<!below )(?<!above the )(?<!above-)\b(?:average|avg\.?|median|mean)(?: is| of)?:? ?$"
    rf"|{FOREIGN_AVERAGE}[^.;:$€£0-9]{{0,40}}$"
    r"|\b(?:on average|an average of|averag(?:es|ing)),?"
    r"(?: (?:you|they|people)(?:['’]ll| will| can)? (?:earn|make|get))?"
    r"(?: of| around| about| approximately)?:? ?$"
)
AVERAGE_AFTER = re.compile(
    r" ?(?:[a-z/]+ ){0,2}\(?(?:on average|average\b(?!:? ?[$€£0-9])|avg\b(?!:? ?[$€£0-9]))|"
    + rf" ?\(?{FOREIGN_AVERAGE}"
)


def two_currencies(money: Money, lower: str) -> str:
    """The words beside an amount that name two currencies, of which it is in one, as "CAD/USD"; or ""."""
    last = max(at for at in range(money.start, money.end) if lower[at].isdigit())
    after = TWO_AFTER.match(lower, last + 1)
    if after and _differ(after):
        return lower[after.start("first") : after.end("second")].upper().replace(" OR ", " or ")
    first = next(at for at in range(money.start, money.end) if lower[at].isdigit())
    begin = max(0, first - LONGEST)
    before = TWO_BEFORE.search(lower[begin:first])
    if not before or not _differ(before) or AMOUNT_AT_END.search(lower[begin : begin + before.start()]):
        return ""
    return lower[begin + before.start("first") : begin + before.end("second")].upper().replace(" OR ", " or ")


def _differ(marks: re.Match[str]) -> bool:
    pair = {ALIKE.get(mark, mark) for mark in (marks["first"], marks["second"])}
    return len(pair) > 1 and not (pair & ANY_DOLLAR and pair <= DOLLARS)


def is_average(context: Context) -> bool:
    """Whether it is what people earn on average."""
    return bool(AVERAGE_BEFORE.search(context.left) or AVERAGE_AFTER.match(context.right))
