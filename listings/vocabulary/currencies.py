"""Currencies as ads write them: symbols, codes and words → ISO 4217, and the currency of a place."""

from __future__ import annotations

import re

# Signs that several countries share. They stay as they are: only the ad's place says whose they are.
AMBIGUOUS = frozenset({"$", "kr", "Rs", "¥"})
SYMBOLS = {
    "$": "$",
    "US$": "USD",
    "USD$": "USD",
    "CA$": "CAD",
    "C$": "CAD",
    "CAD$": "CAD",
    "CDN$": "CAD",
    "A$": "AUD",
    "AU$": "AUD",
    "AUD$": "AUD",
    "NZ$": "NZD",
    "NZD$": "NZD",
    "S$": "SGD",
    "SG$": "SGD",
    "SGD$": "SGD",
    "HK$": "HKD",
    "NT$": "TWD",
    "R$": "BRL",
    "MX$": "MXN",
    "MXN$": "MXN",
    "€": "EUR",
    "£": "GBP",
    "¥": "¥",
    "￥": "¥",
    "₹": "INR",
    "₽": "RUB",
    "₩": "KRW",
    "₪": "ILS",
    "₦": "NGN",
    "₱": "PHP",
    "₫": "VND",
    "฿": "THB",
    "₴": "UAH",
    "₺": "TRY",
    "＄": "$",
}

# Lower case. "pesos" maps to nothing: too many countries have one.
NAMES = {
    "zł": "PLN",
    "zl": "PLN",
    "pln": "PLN",
    "kč": "CZK",
    "ft": "HUF",
    "kr": "kr",
    "kr.": "kr",
    "rs": "Rs",
    "rs.": "Rs",
    "rupees": "Rs",
    "inr": "INR",
    "ksh": "KES",
    "ksh.": "KES",
    "s/": "PEN",
    "s/.": "PEN",
    "soles": "PEN",
    "руб": "RUB",
    "руб.": "RUB",
    "рублей": "RUB",
    "złotych": "PLN",
    "reais": "BRL",
    "francs": "CHF",
    "us dollars": "USD",
    "u.s. dollars": "USD",
    "american dollars": "USD",
    "us$": "USD",
    "canadian dollars": "CAD",
    "australian dollars": "AUD",
    "dólares": "USD",
    "dolares": "USD",
    "rupiah": "IDR",
    "shekels": "ILS",
    "rm": "MYR",
    "rp": "IDR",
    "rmb": "CNY",
    "cdn": "CAD",
    "euro": "EUR",
    "euros": "EUR",
    "dollars": "$",
    "usdt": "USD",
    "usdc": "USD",
    "lei": "RON",
    "naira": "NGN",
    "pesos": "",
    "sfr": "CHF",
}
ISO = """
USD EUR GBP CAD AUD NZD CHF PLN SEK NOK DKK CZK HUF RON BGN UAH RUB TRY ILS INR PKR BDT LKR PHP SGD HKD TWD JPY CNY
KRW THB VND IDR MYR BRL MXN ARS CLP COP PEN UYU ZAR NGN KES GHS EGP MAD AED SAR QAR RSD ISK GEL NPR JOD KWD OMR BHD TND
UGX TZS RWF XOF XAF ETB ZMW BOB PYG GTQ DOP UZS KZT AZN MUR
"""
CODES = frozenset(ISO.split())
# Also English words or technologies ("try", "php"): accepted in capitals only.
CAPITALS_ONLY = frozenset({"TRY", "PHP", "MAD", "COP", "PEN", "SAR", "BOB"})

# Units of a currency per dollar of pay, very roughly, to tell an hourly rate from a yearly salary.
# Currencies that are not listed count as one to one.
UNITS_PER_DOLLAR: dict[str, float] = {
    **dict.fromkeys(("BRL", "PLN", "HKD", "CNY", "PEN", "BOB"), 5),
    **dict.fromkeys(
        ("SEK", "NOK", "DKK", "kr", "ZAR", "MXN", "EGP", "CZK", "UAH", "THB", "TWD", "INR", "Rs", "UYU"), 15
    ),
    **dict.fromkeys(("TRY", "PHP", "RUB", "BDT", "KES", "DOP", "MUR"), 40),
    **dict.fromkeys(("JPY", "¥", "PKR", "LKR", "NPR", "ISK", "RSD", "ETB", "KZT"), 100),
    **dict.fromkeys(("HUF", "NGN", "ARS", "CLP", "KRW", "XOF", "XAF", "RWF"), 500),
    **dict.fromkeys(("COP", "IDR", "VND", "UGX", "TZS", "PYG", "UZS"), 3_000),
}

PLACES = {
    "CAD": "canada|canadian|toronto|vancouver|montreal|montréal|calgary|ottawa|ontario|british columbia|alberta|quebec"
    "|québec|manitoba|saskatchewan|nova scotia|new brunswick|newfoundland",
    "AUD": "australia|australian|sydney|melbourne|brisbane|perth|adelaide|canberra|new south wales|queensland",
    "NZD": "new zealand|auckland|wellington|christchurch",
    "SGD": "singapore",
    "HKD": "hong kong",
    "TWD": "taiwan|taipei",
    "GBP": "united kingdom|uk|u.k.|england|scotland|wales|great britain|london|manchester|edinburgh|bristol|leeds",
    "EUR": "germany|deutschland|berlin|munich|münchen|hamburg|france|paris|spain|madrid|barcelona|netherlands|amsterdam"
    "|ireland|dublin|portugal|lisbon|italy|austria|vienna|belgium|brussels|finland|helsinki|greece|athens|estonia|tallinn"
    "|latvia|lithuania|slovakia|slovenia|croatia|luxembourg|malta|cyprus|eu|european union|europe|emea|cologne|köln",
    "INR": "india|bangalore|bengaluru|mumbai|delhi|hyderabad|pune|chennai|noida|gurgaon|gurugram|kolkata",
    "PLN": "poland|polska|warsaw|warszawa|krakow|kraków|gdańsk|wrocław",
    "CHF": "switzerland|zurich|zürich|geneva",
    "SEK": "sweden|stockholm",
    "NOK": "norway|oslo",
    "DKK": "denmark|copenhagen",
    "PHP": "philippines|manila|cebu",
    "BRL": "brazil|brasil|são paulo|sao paulo",
    "ZAR": "south africa|cape town|johannesburg",
    "PKR": "pakistan|lahore|karachi|islamabad",
    "NPR": "nepal|kathmandu",
    "LKR": "sri lanka|colombo",
    "MUR": "mauritius|port louis",
    "BDT": "bangladesh|dhaka",
    "JPY": "japan|tokyo|osaka",
    "CNY": "china|shanghai|beijing|shenzhen|guangzhou",
    "MXN": "mexico|méxico|cdmx|guadalajara|monterrey",
    "CLP": "chile|santiago de chile",
    "COP": "colombia|bogotá|bogota|medellín|medellin",
    "ARS": "argentina|buenos aires",
    "UYU": "uruguay|montevideo",
    "ISK": "iceland|reykjavik",
    "USD": "usa|united states|us|u.s.|u.s.a.",
}
PLACE_CURRENCY = {place: code for code, places in PLACES.items() for place in places.split("|")}
DOLLARS = frozenset({"CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "USD"})
# They write "$" too, beside many ads there that pay in US dollars.
PESOS = frozenset({"MXN", "CLP", "COP", "ARS", "UYU"})
KRONER = frozenset({"SEK", "NOK", "DKK", "ISK"})
RUPEES = frozenset({"INR", "PKR", "NPR", "LKR", "MUR"})

PLACE = re.compile(r"(?<!\w)(?:" + "|".join(sorted(map(re.escape, PLACE_CURRENCY), key=len, reverse=True)) + r")(?!\w)")
# Without CA and WA, which may be Canada and Western Australia.
US_STATES = (
    "AL|AK|AZ|AR|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC"
    "|SD|TN|TX|UT|VT|VA|WV|WI|WY|DC"
)
# Capitals after a comma only: several codes are words otherwise ("on", "in", "or").
US_STATE = re.compile(rf", ?(?:{US_STATES})\b|\bVancouver, ?WA\b")
CANADIAN_PROVINCE = re.compile(r", ?(?:ON|BC|QC|AB|MB|SK|NS|NB)\b")
MAX_LENGTH = 2000


def currency_code(mark: str) -> str:
    """ISO 4217 code of a symbol, code or name.

    Those of AMBIGUOUS come back unchanged. "" if it is not a currency.
    """
    mark = mark.strip()
    if mark in SYMBOLS or mark.upper() in SYMBOLS:
        return SYMBOLS.get(mark) or SYMBOLS[mark.upper()]
    if mark.upper() in CODES:
        return mark.upper() if mark.isupper() or mark.upper() not in CAPITALS_ONLY else ""
    return NAMES.get(mark.lower(), "")


def currencies_of_places(text: str) -> list[str]:
    """Currencies of the places named in `text` (a location or title), without repeats; explicit place names first."""
    text = text[:MAX_LENGTH]
    currencies = [PLACE_CURRENCY[match[0]] for match in PLACE.finditer(text.lower())]
    if CANADIAN_PROVINCE.search(text):
        currencies.append("CAD")
    if US_STATE.search(text):
        currencies.append("USD")
    return list(dict.fromkeys(currencies))
