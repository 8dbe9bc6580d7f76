"""What made-up ads pay, in the many ways in which boards' salary fields and ads' own sentences put it."""

from __future__ import annotations

from typing import NamedTuple

from listings.samples.rng import Rng

SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "CAD": "CA$", "AUD": "A$"}
# Percent of a US salary that is usual in each currency; these are not exchange rates.
LEVEL_PERCENT = {"USD": 100, "EUR": 80, "GBP": 70, "CAD": 115, "AUD": 125}
YEARLY_FIELDS = (
    "{s}{low}k - {s}{high}k",
    "{s}{low}k–{s}{high}k /year",
    "{s}{low},000 - {s}{high},000",
    "{s}{low},000 to {s}{high},000 per year",
    "{low}-{high}k/year",
    "{s}{low},2k- {s}{high}k",
    "{code} {low},000 – {high},000 annually",
    "up to {s}{high}k",
    "from {s}{low},000 per annum",
    "OTE {s}{low}k - {s}{high}k",
    "{s}{high}k",
)
HOURLY_FIELDS = ("{s}{low} - {s}{high} /hour", "{s}{low}/hr", "{s}{low}-{s}{high} per hour", "{code} {high} an hour")
MONTHLY_FIELDS = ("{s}{low},500 - {s}{high},000 per month", "{s}{low},500/month")
# What some boards' salary fields hold without stating any pay.
FIELDS_WITHOUT_PAY = ("-", "Pay per task", "Competitive", "DOE")
YEARLY_SENTENCES = (
    "The salary range is {s}{low},000 – {s}{high},000 a year, depending on experience.",
    "We pay between {s}{low},000 and {s}{high},000 per year.",
    "Base salary: {s}{low}k–{s}{high}k {code}.",
    "{code} {low},000 to {high},000 gross a year",
)
HOURLY_SENTENCES = (
    "We pay {s}{low} to {s}{high} per hour.",
    "The rate is {s}{low}–{s}{high} an hour, paid monthly.",
)
MONTHLY_SENTENCES = ("We pay {s}{low},500 to {s}{high},000 a month.",)
TEMPLATES = {
    "year": (YEARLY_FIELDS, YEARLY_SENTENCES),
    "hour": (HOURLY_FIELDS, HOURLY_SENTENCES),
    "month": (MONTHLY_FIELDS, MONTHLY_SENTENCES),
}


class Pay(NamedTuple):
    """`low` and `high` are thousands a year or a month, units an hour.

    `field` is the text of a board's salary field, `sentence` that of the description ("" where it states no pay).
    """

    low: int
    high: int
    currency: str
    period: str
    field: str
    sentence: str

    def ranged(self) -> str:
        """ "95,000.00 - 120,000.00 USD Annually", as some job pages put it."""
        factor = 1 if self.period == "hour" else 1000
        word = {"year": "Annually", "month": "Monthly", "hour": "Hourly"}[self.period]
        return f"{self.low * factor:,.2f} - {self.high * factor:,.2f} {self.currency} {word}"


def random_pay(rng: Rng, typical: int, currency: str, *, hourly: bool) -> Pay | None:
    """None for about a third of all ads. `typical` is a year's pay in thousands of USD."""
    if rng.randrange(100) < 34:
        return None
    low = max(18, typical * LEVEL_PERCENT[currency] * (80 + rng.randrange(35)) // 10_000)
    if low > 40:
        low -= low % 5
    high = low + max(4, low * (8 + rng.randrange(35)) // 100)
    if high > 60:
        high -= high % 5
    if hourly:
        period, low, high = "hour", max(9, low // 2), max(12, high // 2)
    elif rng.one_in(14):
        period, low, high = "month", max(1, low // 12), max(3, high // 12 + 1)
    else:
        period = "year"
    if rng.one_in(16):
        return Pay(low, high, currency, period, rng.choice(FIELDS_WITHOUT_PAY), "")
    fields, sentences = TEMPLATES[period]
    values = {"s": SIGNS[currency], "low": low, "high": high, "code": currency}
    return Pay(low, high, currency, period, rng.choice(fields).format(**values), rng.choice(sentences).format(**values))
