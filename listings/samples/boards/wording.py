"""Wording that several made-up boards share: notices, employment, levels, pay in numbers, names of companies."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from listings.samples.vacancies import Vacancy

WARNING = "The jobs of this sample board are made up: nobody is hiring, and no address in them leads anywhere."
LEGAL = "Whoever shows these jobs links back to the sample board and names it, so that no reader takes them for real."
EMPLOYMENT_NAMES = {
    "full_time": "Full Time", "part_time": "Part Time", "internship": "Intern", "contract": "Contractor",
    "freelance": "Contractor",
}  # fmt: skip
LEVEL_NAMES = {"Experienced": "Mid-level", "Senior": "Senior", "Entry-Level": "Entry-level", "Manager": "Manager"}
COMPANY_SPELLINGS = {", Inc.": " Inc", " Ltd": " Limited", " GmbH": " gmbh"}


def company_name(vacancy: Vacancy) -> str:
    """The employer's name, spelled differently in some ads."""
    if vacancy.id % 17 == 0:
        for ending, variant in COMPANY_SPELLINGS.items():
            if vacancy.company.endswith(ending):
                return vacancy.company.removesuffix(ending) + variant
    return vacancy.company


def pay_bounds(vacancy: Vacancy, periods: Iterable[str] = ("year", "month", "hour")) -> tuple[int, int]:
    """Pay in whole units of its currency; (0, 0) where none is stated, or for another period."""
    pay = vacancy.pay
    if pay is None or not pay.sentence or pay.period not in periods:
        return 0, 0
    factor = 1 if pay.period == "hour" else 1000
    return pay.low * factor, pay.high * factor


def utc_stamp(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
