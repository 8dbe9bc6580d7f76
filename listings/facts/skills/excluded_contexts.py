"""Where a text speaks of others: customers, investors, former employers; of studies; of what is not wanted.

What is named there is no tool of the work.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from listings.facts.multi_search import finder

NEAR = 160
WORDS = (
    *("companies", "customers", "clients", "brands", "startups", "organisations", "organizations", "investors"),
    *(
        "investment",
        "backed by",
        "founder",
        "founded by",
        "trusted by",
        "used by",
        "alumni",
        "ex-",
        "teams at",
        "people from",
    ),
    *(
        "funded by",
        "partners",
        "competitors",
        "acquired",
        "cfo",
        "ceo",
        "leaders",
        "businesses",
        "enterprises",
        "names",
    ),
    *("not using", "not use ", "don't use", "don’t use", "instead of", "rather than", "- not "),
    *("degree", "bachelor", "master's", "master’s", "masters", "master in", "phd"),
    *("employees from", "formerly", "previously at", "featured in", "smartphone", "broadband", "roster", "follow us"),
)
FINDER = finder(WORDS)
# These speak of others even among requirements.
FIRM = re.compile(
    r"\b(?:smartphone|roster|follow us|[\d,.]{1,9}[k+]? (?:companies|customers|brands|organi[sz]ations|clients)"
    r"|backed by"
    r"|not us(?:e|ing)\b|don['’]t use|instead of|rather than"
    r"|founders of|trusted by|(?:companies|brands|customers|startups|clients) (?:like|such as|includ\w+))\b"
    r"|(?<![^\n])- not (?!only)|\b(?:degrees?|bachelor(?:['’]?s)?|master(?:['’]?s)?|phd) (?:degree )?in "
    r"(?:(?!experience|knowledge|skill|proficien|familiar)[^.;:)\n]){0,80}$"
)
ENDS = (". ", "\n", "! ", "? ")


class Others:
    """Of one text, lower case."""

    def __init__(self, text: str) -> None:
        self.text = text
        found = FINDER.find_matches_as_indexes(text)
        self.starts = [start for _, start, _ in found if not text[start - 1 : start].isalnum()]

    def are_meant(self, start: int, *, firmly: bool) -> bool:
        """Whether the sentence that leads to `start` speaks of others."""
        last = bisect_left(self.starts, start)
        first = bisect_right(self.starts, start - NEAR)
        if first >= last:
            return False
        begin = sentence_begin(self.text, start)
        if self.starts[last - 1] < begin:
            return False
        return not firmly or FIRM.search(self.text, begin, start) is not None


def sentence_begin(text: str, start: int) -> int:
    """Of the sentence that leads to `start`, as far as it matters."""
    begin = max(0, start - NEAR)
    for end in ENDS:
        if (found := text.rfind(end, begin, start)) >= 0:
            begin = found + len(end)
    return begin
