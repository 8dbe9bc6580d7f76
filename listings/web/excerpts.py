"""The sentence of an ad in which a search word stands, for cards that show the word nowhere else."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from listings.facts.text import plain
from listings.models import Listing
from listings.search.results.explain import IN_AD, Reason
from listings.search.text.analysis import WORD, terms

# Of the text around the word, on each side.
MAX_SIDE = 90
MAX_HTML = 100_000
SENTENCE_END = re.compile(r"[.!?]\s|\n")


@dataclass(frozen=True, slots=True)
class Excerpt:
    before: str
    match: str
    after: str


def excerpts(reasons_by_id: Mapping[int, Sequence[Reason]]) -> dict[int, Excerpt]:
    """Listing id → the sentence with the first word that stands in the ad's text alone. One query, if any has such."""
    matches = {
        listing_id: reason.match
        for listing_id, reasons in reasons_by_id.items()
        for reason in reversed(reasons)
        if reason.places == (IN_AD,)
    }
    if not matches:
        return {}
    rows = Listing.objects.filter(pk__in=matches, leading__isnull=False).values_list("pk", "leading__html")
    found = {pk: excerpt(plain(html[:MAX_HTML]), matches[pk]) for pk, html in rows}
    return {pk: sentence for pk, sentence in found.items() if sentence}


def excerpt(text: str, match: str) -> Excerpt | None:
    """The sentence of `text` around the first place that has the terms of `match`; None if there is no such place."""
    span = _find(text, terms(match))
    if span is None:
        return None
    start, end = span
    sentence_start = max((stop.end() for stop in SENTENCE_END.finditer(text, 0, start)), default=0)
    stop = SENTENCE_END.search(text, end)
    before, after = text[sentence_start:start], text[end : stop.start() + 1 if stop else len(text)].rstrip("\n")
    if len(before) > MAX_SIDE:
        before = "…" + before[-MAX_SIDE:].partition(" ")[2]
    if len(after) > MAX_SIDE:
        after = after[:MAX_SIDE].rpartition(" ")[0] + "…"
    return Excerpt(before.removeprefix("- "), text[start:end], after)


def _find(text: str, wanted: Sequence[str]) -> tuple[int, int] | None:
    """Offsets of the first words side by side that have the wanted terms: two words may be one term."""
    words = list(WORD.finditer(text))
    for index, word in enumerate(words if wanted else ()):
        # Only words with the right first letter are worth the analysis, and those whose accent may hide it.
        first = word[0][0].casefold()
        if first.isascii() and first != wanted[0][0]:
            continue
        # "frontend" is also written as two words.
        for following in words[index + len(wanted) - 1 : index + len(wanted) + 1]:
            if terms(text[word.start() : following.end()]) == list(wanted):
                return word.start(), following.end()
    return None
