"""Terms of employment, as the board's fields state them."""

from __future__ import annotations

import re

from listings.facts.base import Fact, Reading

WORDS = {
    "FULL_TIME": "full time|fulltime|permanent full time",
    "PART_TIME": "part time|parttime",
    "CONTRACTOR": "contract|contractor|freelance|freelancer|fixed term|independent contractor",
    "TEMPORARY": "temporary|temp|seasonal",
    "INTERN": "intern|internship|trainee",
    "VOLUNTEER": "volunteer",
    "PER_DIEM": "per diem",
}
STATED = {word: term for term, words in WORDS.items() for word in words.split("|")}


def read(reading: Reading) -> Fact | None:
    found: list[str] = []
    for words in reading.ad.employment or ():
        for word in re.split(r"[,/|]|\band\b|\bor\b", words.casefold().replace("_", " ").replace("-", " ")):
            term = STATED.get(" ".join(word.split()))
            if term and term not in found:
                found.append(term)
    return Fact(found, "field:employment") if found else None
