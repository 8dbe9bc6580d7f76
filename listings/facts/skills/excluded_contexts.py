"""Contexts whose skills are not tools of the job: customers, investors, former employers, degrees, exclusions."""

from __future__ import annotations

import re
from bisect import bisect_left

from listings.facts.multi_search import SharedFinder

# A sentence reaches back at most this far, in characters.
NEAR = 160
# Before a mention, these exclude it where nothing asks for it.
PHRASES = (
    *("companies", "customers", "clients", "brands", "startups", "organisations", "organizations", "investors"),
    *("investment", "backed by", "founder", "founded by", "trusted by", "used by", "alumni", "ex-", "teams at"),
    *("people from", "funded by", "partners", "partner of", "competitors", "acquired", "cfo", "ceo", "leaders"),
    *("businesses", "enterprises", "names", "replaced", "replaces", "alternative to", "compete with", "competes with"),
    *("not using", "not use ", "don't use", "don’t use", "instead of", "rather than", "- not "),
    *("degree", "bachelor", "master's", "master’s", "masters", "master in", "phd"),
    *(
        "employees from",
        "formerly",
        "previously at",
        "featured in",
        "as seen in",
        "smartphone",
        "broadband",
        "roster",
        "follow us",
    ),
    *("perks", "stipend", "we offer ", "we provide you", "subscription", "swag", "happy hour"),
)
FINDER = SharedFinder(PHRASES)
# These exclude a sentence even among requirements, where the phrases above are often innocent.
STRONG = re.compile(
    r"\b(?:smartphone|roster|follow us|[\d,.]{1,9}[k+]? (?:companies|customers|brands|organi[sz]ations|clients)"
    r"|backed by"
    r"|not us(?:e|ing)\b|don['’]t use|instead of|rather than|alternative to"
    r"|founders of|trusted by"
    r"|(?:companies|brands|customers|startups|clients) \(?(?:like|such as|includ\w+|(?<=\()e\.g))\b"
    r"|(?<![^\n])- not (?!only)|\b(?:degrees?|bachelor(?:['’]?s)?|master(?:['’]?s)?|phd) (?:degree )?in "
    r"(?:(?!experience|knowledge|skill|proficien|familiar)[^.;:)\n]){0,80}$"
)
# "You answer customers in Lighthouse": a tool of the person's, though the sentence speaks of customers.
USED_BY_PERSON = re.compile(
    r"\byou(?:['’]ll| will| can)? (?!work|partner|join|sell)[a-z]+ (?:[\w'’-]+ ){0,5}(?:in|using|via|through) "
    r"(?:[\w.+#-]+(?:, | and | or |/)){0,4}$"
    # "You hold a PhD and know MATLAB"
    r"|\b(?:you(?:['’]ll| will)?|and) (?:also )?(?:know|use|write|master) $"
)
# Line breaks first: they narrow the search for the others.
SENTENCE_ENDS = ("\n", ". ", "! ", "? ")
MAX_SENTENCE = 600
# "… of large companies (e.g. Stripe": the full stop ends no sentence.
INNER = ("e.g", "i.e")
COMPANIES_SUCH_AS = re.compile(
    r"\b(?:companies|customers|brands|clients|startups|enterprises)\b[^.!?'\n]{0,100}\((?:e\.g|i\.e)\. $"
)


class ExcludedContexts:
    """The excluded contexts of one text, in lower case."""

    def __init__(self, text: str) -> None:
        self.text = text
        matches = FINDER.find(text)
        # Sorted, as the finder returns them: `cover` bisects.
        self.starts = [start for _, start, _ in matches if not text[start - 1 : start].isalnum()]

    def cover(self, position: int, sentence: int, *, strongly: bool) -> bool:
        """Whether the sentence from `sentence` to `position` is an excluded context; `strongly`: by STRONG."""
        begin = max(sentence, position - NEAR)
        last = bisect_left(self.starts, position)
        if not last or self.starts[last - 1] < begin:
            return False
        if not strongly:
            return USED_BY_PERSON.search(self.text, begin, position) is None
        return STRONG.search(self.text, begin, position) is not None


def sentence_start(text: str, position: int) -> int:
    """Where the sentence around `position` begins, at most NEAR characters back."""
    return _start(text, max(0, position - NEAR), position)


def sentence_span(text: str, position: int) -> tuple[int, int]:
    """Start and end of the sentence or line around `position`, at most MAX_SENTENCE characters to either side."""
    limit = min(len(text), position + MAX_SENTENCE)
    for mark in SENTENCE_ENDS:
        if (match := text.find(mark, position, limit)) >= 0:
            limit = match
    first = max(0, position - MAX_SENTENCE)
    start = _start(text, first, position)
    if text.startswith(INNER, start - 5) and COMPANIES_SUCH_AS.search(text, max(first, start - NEAR), start):
        start = _start(text, first, start - 2)
    return start, limit


def _start(text: str, start: int, position: int) -> int:
    for mark in SENTENCE_ENDS:
        if (match := text.rfind(mark, start, position)) >= 0:
            start = match + len(mark)
    return start
