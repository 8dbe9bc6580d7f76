"""Whose dollar, crown, rupee, yen or peso a sign is: the ad's place decides."""

from __future__ import annotations

import re

from listings.facts.base import Reading
from listings.facts.residence.reader import read as read_residence
from listings.vocabulary.currencies import DOLLARS, KRONER, PESOS, RUPEES, currencies_of_places

# "$52 an hour plus super": Australia's pension contribution.
SUPER = re.compile(r"(?:\+|\bplus\b|\band\b|\bincl\w*|\bexcl\w*)[^.\n]{0,16}\bsuper(?:annuation)?\b")
SWEDISH = re.compile(r"\b(?:lön(?:en)?|månad(?:en|slön)?|timme|timlön)\b")
DANISH_OR_NORWEGIAN = re.compile(r"\bløn\b")
# "Lønnen" is Danish as well.
NORWEGIAN = re.compile(r"\blønn\b")
# "12,00,000", lakhs and "CTC" are Indian ways, where no place says otherwise.
INDIAN = re.compile(r"\b[0-9]{1,2},[0-9]{2},[0-9]{3}\b|\b(?:lakhs?|lacs?|lpa|ctc)\b")
# Numbers without a sign are no dollars in other languages.
FOREIGN = re.compile(
    r"\b(?:ral|\w*gehalt|vergütung|brutto|netto|salaire|rémunération|brute?s?|retribuzione|stipendio|lord[oi]|salaris"
    r"|bruto"
    r"|sueldo|salario|salário|wynagrodzenie|widełki)\b"
)
# The ad names the dollar or peso in words or by its code near the amount.
NAMED = {
    "USD": re.compile(r"\b(?:us|u\.s\.|american) dollars?\b|\busd\b|\bd[oó]lares (?:americanos|estadounidenses)\b"),
    "CAD": re.compile(r"\bcanadian dollars?\b|\bcad\b"),
    "AUD": re.compile(r"\baustralian dollars?\b|\baud\b"),
    "NZD": re.compile(r"\bnew zealand dollars?\b|\bnzd\b"),
    "SGD": re.compile(r"\bsingapore dollars?\b|\bsgd\b"),
    "MXN": re.compile(r"\bpesos mexicanos\b|\bmexican pesos\b|\bmxn\b"),
    "COP": re.compile(r"\bpesos colombianos\b|\bcolombian pesos\b"),
    "CLP": re.compile(r"\bpesos chilenos\b|\bchilean pesos\b|\bclp\b"),
    "ARS": re.compile(r"\bpesos argentinos\b|\bargentine pesos\b|\bars\b"),
}
DOLLAR_COUNTRIES = {"CA": "CAD", "AU": "AUD", "NZ": "NZD", "SG": "SGD", "HK": "HKD"}
OTHER_SIGN = re.compile(r"[€£₹¥₽₪₩₺]")
# A dollar sign before more than this per month is a peso where there are pesos.
MAX_MONTHLY_DOLLARS, MAX_YEARLY_DOLLARS = 12_000, 400_000


def currency_at(mark: str, sentence: str, size: float, period: str, reading: Reading) -> str:
    """ISO 4217 code of a mark; "" if the ad does not say. A bare "$" is USD unless a place says otherwise.

    `sentence`: the words around the amount in lower case, whose own place comes before the ad's.
    """
    if mark not in ("", "$", "kr", "Rs", "¥"):
        return mark
    places = currencies_of_places(f"{reading.ad.location or ''} | {reading.title}")
    if mark == "$":
        return _dollar(places, sentence, size, period) or _dollar_of_residence(reading)
    if mark == "Rs":
        named = (currency for currency in (*places, *currencies_of_places(sentence)) if currency in RUPEES)
        return next(named, "INR" if INDIAN.search(sentence) else "")
    if mark == "¥":
        return "CNY" if "CNY" in places and "JPY" not in places else "JPY"
    if mark == "kr":
        return next((currency for currency in places if currency in KRONER), _krone_by_language(sentence))
    if places:
        return places[0]
    return "" if FOREIGN.search(sentence) or _names_others_than_dollars(reading.lower_text) else "USD"


def _names_others_than_dollars(lower: str) -> bool:
    """Whether a text in lower case has signs of other money, so that a number without one is in no known currency."""
    return OTHER_SIGN.search(lower) is not None and "$" not in lower and not NAMED["USD"].search(lower)


def _dollar_of_residence(reading: Reading) -> str:
    """The dollar of the one country where the ad lets people live; USD where it is none of them, or is named."""
    residence = None if NAMED["USD"].search(reading.lower_text) else read_residence(reading)
    include: list[str] = residence.value["include"] if residence else []
    dollars = {DOLLAR_COUNTRIES.get(place.partition("-")[0], "") for place in include}
    return (dollars.pop() if len(dollars) == 1 else "") or "USD"


def _dollar(places: list[str], sentence: str, size: float, period: str) -> str:
    """ "" if neither the ad's place nor the words around the amount say whose dollar it is."""
    named = [currency for currency, name in NAMED.items() if name.search(sentence)]
    if len(named) == 1:
        return named[0]
    nearby = [currency for currency in currencies_of_places(sentence) if currency in DOLLARS]
    if "USD" in places and (len(nearby) != 1 or nearby == ["USD"]):
        return "USD"
    if len(nearby) == 1 and nearby != ["USD"]:
        return nearby[0]
    if dollar := next((currency for currency in places if currency in DOLLARS), ""):
        return dollar
    if SUPER.search(sentence):
        return "AUD"
    peso = next((currency for currency in places if currency in PESOS), "")
    most = MAX_MONTHLY_DOLLARS if period == "month" else MAX_YEARLY_DOLLARS
    is_peso = peso and size > most
    return peso if is_peso else ""


def _krone_by_language(sentence: str) -> str:
    if SWEDISH.search(sentence):
        return "SEK"
    if NORWEGIAN.search(sentence):
        return "NOK"
    return "DKK" if DANISH_OR_NORWEGIAN.search(sentence) else ""
