"""The period that pay is for: named in words, or inferred from the size of the amount."""

from __future__ import annotations

import re

from listings.vocabulary.currencies import UNITS_PER_DOLLAR

# In dollars: an hourly rate is below the first, a monthly salary from the second, a yearly one from the third.
MAX_HOURLY, MIN_MONTHLY, MIN_YEARLY = 500, 1_000, 10_000
# Below it, down to MIN_YEARLY, an amount without a period may be a month's as well.
SURELY_YEARLY = 15_000
# Period → the lowest and highest believable pay in dollars.
PLAUSIBLE = {
    "hour": (1, 1_000),
    "day": (15, 8_000),
    "week": (50, 25_000),
    "month": (80, 45_000),
    "year": (2_500, 3_000_000),
    "project": (1, 500_000),
}
PATTERNS = {
    "hour": r"hourly|stundenlohn|stundensatz|die stunde|pro stunde|per[ -]hour|an hour|/ ?hr|/ ?hour|per hr"
    r"|taux horaire|(?:tarifa|precio|pago|valor) por hora|uurloon|uurtarief|stawka godzinowa|tariffa oraria|per uur"
    r"|timlön",
    "day": r"daily rate|day rate|per[ -]day|/ ?day|per diem|daily|tagessatz|tageshonorar|tjm|taux journalier"
    r"|tarif journalier|tarifa diaria|dagtarief|stawka dzienna|tariffa giornaliera|pro tag|par jour",
    "week": r"weekly|per[ -]week|a week|/ ?week",
    "month": r"monthly|per[ -]month|a month|/ ?month|/ ?mo|pcm|mensual(?:es)?|mensuel|mensal|mensais|mensil[ei]"
    r"|monatlich|\w{0,12}monats(?:gehalt|lohn)"
    r"|pro monat|im monat|miesięcznie|maandsalaris|per maand|al mes|por mês|al mese|par mois"
    r"|(?:per|i) månad(?:en)?|månadslön|(?:per|om) måned(?:en)?|månedsløn|в месяц",
    "project": r"one-?time|lump sum|fixed fee|project fee"
    r"|for the (?:whole |entire |full )?project|per project|pro projekt|par projet|por proyecto",
    "year": r"annual(?:ly|ized)?|annum|yearly|per[ -]year|a year|/ ?year|/ ?yr|p\.a\.|per yr|ctc|par an|im jahr"
    r"|jährlich|\w{0,12}jahresgehalt|jahresbrutto\w{0,8}|jahreslohn|pro jahr|al año|por ano|all'anno|jaarsalaris"
    r"|per jaar|annuel|annui|annuo|anual(?:es)?|rocznie|ral|brut annuel",
}
# Before these, "annual" is not the period of the pay: "annual bonus".
NOT_PAY = (
    "bonus|profit|merit|review|stipend|budget|increase|equity|learning|allowance|raise|retreat|contract|incentive|cost"
    "|refresh|offsite|meeting|hours|leave|vacation|pto|on"
)
PERIOD = re.compile(
    r"(?<![\w-])(?:" + "|".join(f"(?P<{name}>{pattern})" for name, pattern in PATTERNS.items()) + r")(?!\w)"
    rf"(?! (?:performance |target |discretionary )?(?:{NOT_PAY})\b)"
)
# "20 hours a week" is no pay by the week.
WORKING_TIME = re.compile(
    r"\b[0-9]{1,2}\+? ?(?:hours?|hrs?\.?|h|days?|shifts?) ?(?:/|a|per|each|every) ?(?:week|wk|day|month)\b"
)


def without_working_time(text: str) -> str:
    return WORKING_TIME.sub("", text)


def first_period(text: str) -> str:
    """The first period named in lower-case text, or ""."""
    match = PERIOD.search(text)
    return match.lastgroup or "" if match else ""


def last_period(text: str) -> str:
    """The last period named in lower-case text, or ""."""
    periods = [match.lastgroup or "" for match in PERIOD.finditer(text)]
    return periods[-1] if periods else ""


def is_misplaced(low: float, currency: str, period: str) -> bool:
    """Whether an hour, a day or a week would have to be paid like a year."""
    return period in ("hour", "day", "week") and low >= MIN_YEARLY * UNITS_PER_DOLLAR.get(currency, 1) * 1.5


def is_plausible(amount: float, currency: str, period: str) -> bool:
    """Whether anybody is paid `amount` per `period`."""
    low, high = PLAUSIBLE[period]
    unit = UNITS_PER_DOLLAR.get(currency, 1)
    # Wide margins: pay differs far more between countries than exchange rates suggest.
    low_margin, high_margin = (0.2, 3) if unit > 1 else (1, 1)
    return low * unit * low_margin <= amount <= high * unit * high_margin


def guess_period(low: float, currency: str) -> str:
    """The period that the lower end of the pay suggests; "" if that is between what two of them are paid."""
    unit = UNITS_PER_DOLLAR.get(currency, 1)
    if low < MAX_HOURLY * unit:
        return "hour"
    if low >= MIN_YEARLY * unit:
        # In weak currencies a year's pay begins lower.
        return "year" if unit > 1 or low >= SURELY_YEARLY else ""
    # Where money is worth less, so is pay.
    least = MIN_MONTHLY * unit * (1 if unit == 1 else 0.6)
    return "month" if low >= least else ""
