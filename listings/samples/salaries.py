"""What made-up ads pay, and the many ways in which boards' fields and ads' own sentences put it."""

from __future__ import annotations

from typing import NamedTuple

from listings.samples.dice import Dice

SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "CAD": "CA$", "AUD": "A$"}
RATES = {"USD": 100, "EUR": 80, "GBP": 70, "CAD": 115, "AUD": 125}
"""Percent of a US salary that is usual in that money; no rates of exchange."""
YEARLY = (
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
HOURLY = ("{s}{low} - {s}{high} /hour", "{s}{low}/hr", "{s}{low}-{s}{high} per hour", "{code} {high} an hour")
MONTHLY = ("{s}{low},500 - {s}{high},000 per month", "{s}{low},500/month")
EMPTY = ("-", "Pay per task", "Competitive", "DOE")
SAID_YEARLY = (
    "The salary range is {s}{low},000 – {s}{high},000 a year, depending on experience.",
    "We pay between {s}{low},000 and {s}{high},000 per year.",
    "Base salary: {s}{low}k–{s}{high}k {code}.",
    "{code} {low},000 to {high},000 gross a year",
)
SAID_HOURLY = ("We pay {s}{low} to {s}{high} per hour.", "The rate is {s}{low}–{s}{high} an hour, paid monthly.")
SAID_MONTHLY = ("We pay {s}{low},500 to {s}{high},000 a month.",)
PROSE = {"year": (YEARLY, SAID_YEARLY), "hour": (HOURLY, SAID_HOURLY), "month": (MONTHLY, SAID_MONTHLY)}


class Pay(NamedTuple):
    """Thousands a year or a month, units an hour. `field` is for a board's own field, `said` for the ad's text."""

    low: int
    high: int
    money: str
    period: str
    field: str
    said: str

    def ranged(self) -> str:
        """As some pages put it: "95,000.00 - 120,000.00 USD Annually"."""
        factor = 1 if self.period == "hour" else 1000
        word = {"year": "Annually", "month": "Monthly", "hour": "Hourly"}[self.period]
        return f"{self.low * factor:,.2f} - {self.high * factor:,.2f} {self.money} {word}"


def paid(dice: Dice, usual: int, money: str, *, hourly: bool) -> Pay | None:
    """About a third of all ads say nothing, some nothing of use. `usual` is a year's pay in thousands of USD."""
    if dice.roll(100) < 34:
        return None
    low = max(18, usual * RATES[money] * (80 + dice.roll(35)) // 10_000)
    if low > 40:
        low -= low % 5
    high = low + max(4, low * (8 + dice.roll(35)) // 100)
    if high > 60:
        high -= high % 5
    if hourly:
        period, low, high = "hour", max(9, low // 2), max(12, high // 2)
    elif dice.one_in(14):
        period, low, high = "month", max(1, low // 12), max(3, high // 12 + 1)
    else:
        period = "year"
    if dice.one_in(16):
        return Pay(low, high, money, period, dice.pick(EMPTY), "")
    fields, sentences = PROSE[period]
    words = {"s": SIGNS[money], "low": low, "high": high, "code": money}
    return Pay(low, high, money, period, dice.pick(fields).format(**words), dice.pick(sentences).format(**words))
