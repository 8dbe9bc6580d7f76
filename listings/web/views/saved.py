"""The page of saved jobs. What is saved stays in the browser, which asks here for the cards to show."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from listings.models import Listing
from listings.search.query.situation import NAMES
from listings.web.cards import cards
from listings.web.context_processors import situation_or_remembered
from listings.web.site_urls import absolute
from listings.web.views.job import survivor

MAX_IDS, MAX_DIGITS = 100, 15


@require_safe
def saved(request: HttpRequest) -> HttpResponse:
    return render(request, "jobs/saved.html", {"canonical": absolute("/saved/")})


@never_cache
@require_safe
def saved_cards(request: HttpRequest) -> HttpResponse:
    """The cards of the listings `id` (1 to 100 times), in this order; for closed or hidden ones a line of text.

    A merged listing shows as its survivor. The page sends the reader's situation along if its own address holds one.
    """
    values = request.GET.getlist("id")
    if message := problem_with([name for name in request.GET if name not in NAMES], values):
        return HttpResponse(message, status=400, content_type="text/plain; charset=utf-8")
    listings = survivors(list(dict.fromkeys(int(value) for value in values)))
    open_ids = {listing.pk for listing in listings.values() if listing is not None and listing.is_open}
    reader = situation_or_remembered(request)
    cards_by_id = {card.pk: card for card in cards(list(open_ids), reader.situation)}
    rows = [(pk, listing, cards_by_id.get(listing.pk) if listing else None) for pk, listing in listings.items()]
    return render(request, "jobs/saved_cards.html", {"rows": rows})


def problem_with(names: list[str], ids: list[str]) -> str:
    """What is wrong with the parameters, or ""."""
    for name in names:
        if name != "id":
            return f"{name[:60]!r} is not known here. Only id is: the number of a job, given 1 to {MAX_IDS} times."
    for value in ids:
        # isdigit() alone would accept "²", which int() refuses.
        if not (value.isascii() and value.isdigit() and len(value) <= MAX_DIGITS):
            return f"{value[:60]!r} is not the number of a job: id takes at most {MAX_DIGITS} digits."
    if not 1 <= len(ids) <= MAX_IDS:
        return f"id is the number of a job, given 1 to {MAX_IDS} times, not {len(ids)} times."
    return ""


def survivors(ids: list[int]) -> dict[int, Listing | None]:
    """Id → the listing that it is now, in the order of `ids`; None for ids that never were."""
    listings = Listing.objects.select_related("company", "merged_into__company").in_bulk(ids)
    return {pk: survivor(listings[pk]) if pk in listings else None for pk in ids}
