"""The sentence of an ad in which a search word stands, for cards that show the word nowhere else."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models.functions import Left

from listings.facts.text import plain
from listings.models import Listing
from listings.search.results.explain import IN_AD, Reason
from listings.search.text.analysis import located_terms, terms

# Of the text around the word, on each side.
MAX_SIDE = 90
# Read of an ad: markup, and the text that it makes.
MAX_HTML, MAX_TEXT = 60_000, 20_000
# Read for a page: a hundred ads of common length. The cards that come after have no sentence.
MAX_TEXT_OF_PAGE = 500_000
# "e.g. by mail" and "U.S. only" go on.
SENTENCE_END = re.compile(r"(?<!\be\.g)(?<!\bi\.e)(?<!\bvs)(?<!\bu\.s)[.!?]\s|\n", re.IGNORECASE)


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
    rows = Listing.objects.filter(pk__in=matches, leading__isnull=False)
    html_by_id = dict(rows.values_list("pk", Left("leading__html", MAX_HTML)))
    excerpts: dict[int, Excerpt] = {}
    left = MAX_TEXT_OF_PAGE
    for pk, match in matches.items():
        text = plain(html_by_id.get(pk, ""))[: min(left, MAX_TEXT)]
        if sentence := excerpt(text, match):
            excerpts[pk] = sentence
        left -= len(text)
        if left <= 0:
            break
    return excerpts


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
    located = located_terms(text)
    # Terms have no spaces. Strings are searched in linear time, however often a phrase begins in vain.
    separated = f" {' '.join(term for term, _, _ in located)} "
    position = separated.find(f" {' '.join(wanted)} ") if wanted else -1
    if position < 0:
        return None
    index = separated.count(" ", 0, position)
    return located[index][1], located[index + len(wanted) - 1][2]
