"""Premises of the employer on which the work is done, whatever they are: "at our workshop", "presence at the hotel"."""

from __future__ import annotations

import re

from listings.facts.subjects import StatementKind, is_doubtful
from listings.facts.workplace.place_phrases import NOT_OUR_PLACE

AT_PREMISES = re.compile(
    r"\b(?:(?:the|this|your) (?:work|job|role|position|shift)s? (?:is |are |will be |must be )?(?:\w+ly )?(?:done"
    r"|performed|carried out|located|based|takes place|happens)|presence|attendance)(?: full[- ]time| daily)?"
    r" (?:at|in|on) (?:our|the) (?:[\w.,&'-]{1,20} ){0,3}?(?:offices?|shops?|stores?|workshops?|warehouses?|plants?"
    r"|factor(?:y|ies)|studios?|labs?|laborator(?:y|ies)|hotels?|clinics?|hospitals?|schools?|sites?|depots?|kitchens?|restaurants?"
    r"|campus|headquarters|showrooms?)\b(?! manage| admin)"
)
NEEDED = re.compile(r"\b(?:required|needed|mandatory|expected|must|essential|necessary)\b")
NEGATED = re.compile(r"\b(?:not|never|no|nobody|without)\b|n['’]t\b")
WHOLE_WEEK = re.compile(r"\b(?:five|5) days (?:a|per|each) week\b")
# Without any of these a sentence names no premises.
PREMISES = frozenset(
    (
        *("presence", "attendance", "workshop", "warehouse", "done at", "done in", "place at", "performed at"),
        *("carried out at", "office", "studio", "our plant", "our factory", "our clinic"),
    )
)


def premises_of_work(sentence: str) -> tuple[int, int] | None:
    """Where a sentence says that the work is done on the employer's premises."""
    match = AT_PREMISES.search(sentence)
    if (
        not match
        or NOT_OUR_PLACE.search(WHOLE_WEEK.sub("", sentence))
        or is_doubtful(StatementKind.WORKPLACE, sentence[: match.start()])
    ):
        return None
    if match[0].startswith(("presence", "attendance")) and not NEEDED.search(sentence):
        return None
    return None if NEGATED.search(sentence) else match.span()
