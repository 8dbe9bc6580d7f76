"""Contract work that an ad offers beside employment: "permanent or contractor"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from listings.facts.base import Span

# "B2B" alone, not the market of "B2B SaaS"; "we prefer B2B" states nothing.
OFFERS = re.compile(
    r"\b(?:we(?:['’]re| are)|(?:this|the) (?:role|position|job) is) (?:also |happily )?open to (?:both |either )?"
    r"(?:permanent|full[- ]time|employ)[^.;:\n]{0,40}\b(?:and|or) (?:[\w-]+ ){0,2}"
    r"(?P<work>contractors?\b(?: (?:arrangement|agreement|contract|set-?up)s?)?|freelanc\w+|b2b\b)"
    r"|\b(?:contract|employment|cooperation)(?: (?:type|form|model))?\s?[:–-]"
    r"(?![^.;:\n]{0,20}\bprefer)[^.;:\n]{0,30}?(?<!not )(?<!no )"
    r"(?P<labelled>b2b)\b(?=\s*(?:$|[,.;:!)(/|\n]|or\b|and\b|but\b|contract|agreement|terms))"
)
# Each with the beginning of a word that the engine can skip to, and what stands before it.
# "€25k a year, full-time contractor contract"
FULL_TIME = re.compile(
    r"full[- ]time (?P<work>(?:independent )?contractor|freelance|contract)"
    r" (?:contract|position|role|basis|agreement|engagement|arrangement)\b"
)
# "$150k a year 1099"
FORM = re.compile(r"(?P<work>1099)\b")
PAY_BEFORE = re.compile(r"(?:\b(?:a|per) (?:year|annum|hour|month)|/ ?(?:yr|year|hr|hour|month)),? \(?$")
# "We have options: contractor, contract-to-hire and full-time"
OPTIONS = re.compile(
    r"options?:? (?:both |for |of |as |either )?(?:an? )?(?P<work>contractors?|contract|freelance)\b"
    r"[^.;\n]{0,40}\b(?:full[- ]time|permanent|employ\w+)"
)
WE_HAVE_BEFORE = re.compile(r"\bwe (?:have|offer)(?: [\w-]+)? $")
BEGINNING_BEFORE = re.compile(r"(?<!\w)$")
BEFORE = 30


def offered_contracts(lower: str) -> Iterator[tuple[Span, tuple[str, ...]]]:
    """The words for contract work, in a text in lower case."""
    for match in OFFERS.finditer(lower):
        group = match.lastgroup or 0
        yield Span("text", *match.span(group)), ("CONTRACTOR",)
    for pattern, before in ((FULL_TIME, BEGINNING_BEFORE), (FORM, PAY_BEFORE), (OPTIONS, WE_HAVE_BEFORE)):
        for match in pattern.finditer(lower):
            if before.search(lower, max(0, match.start() - BEFORE), match.start()):
                yield Span("text", *match.span("work")), ("CONTRACTOR",)
