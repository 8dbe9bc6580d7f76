"""What readers keep in their browser is shown with cards from here; which ones they keep is not remembered."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from listings.addresses import absolute
from listings.cards import cards
from listings.models import Listing
from listings.standing import remembered

MOST = 100
LONGEST = 15


@require_safe
def saved(request: HttpRequest) -> HttpResponse:
    return render(request, "jobs/saved.html", {"canonical": absolute("/saved/")})


@never_cache
@require_safe
def shown(request: HttpRequest) -> HttpResponse:
    """`id`, 1 to 100 times: their cards in this order; one line for what is closed, gone or merged into another."""
    asked = request.GET.getlist("id")
    if not 1 <= len(asked) <= MOST or not all(one.isascii() and one.isdigit() and len(one) <= LONGEST for one in asked):
        words = f"id is the number of a job, given 1 to {MOST} times."
        return HttpResponse(words, status=400, content_type="text/plain; charset=utf-8")
    ids = list(dict.fromkeys(int(one) for one in asked))
    listings = Listing.objects.select_related("company", "merged_into__company").in_bulk(ids)
    now = {pk: current(listings[pk]) if pk in listings else None for pk in ids}
    open_ones = {listing.pk for listing in now.values() if listing is not None and listing.is_open}
    found = {card.pk: card for card in cards(list(open_ones), remembered(request))}
    rows = [(pk, listing, found.get(listing.pk) if listing else None) for pk, listing in now.items()]
    return render(request, "jobs/shown.html", {"rows": rows})


def current(listing: Listing) -> Listing:
    """The one that it was merged into; a chain is followed by opening it."""
    return listing.merged_into or listing
