"""What readers keep in their browser is shown with cards from here; which ones they keep is not remembered."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from listings.models import Listing
from listings.web.cards import cards
from listings.web.reader_situation import remembered
from listings.web.site_urls import absolute
from listings.web.views.job import survivor

MOST = 100
LONGEST = 15


@require_safe
def saved(request: HttpRequest) -> HttpResponse:
    return render(request, "jobs/saved.html", {"canonical": absolute("/saved/")})


@never_cache
@require_safe
def shown(request: HttpRequest) -> HttpResponse:
    """`id`, 1 to 100 times: their cards in this order; one line for what is closed or gone.

    A merged one's is its survivor's.
    """
    asked = request.GET.getlist("id")
    if wrong := mistake(list(request.GET), asked):
        return HttpResponse(wrong, status=400, content_type="text/plain; charset=utf-8")
    now = survivors(list(dict.fromkeys(int(one) for one in asked)))
    open_ones = {listing.pk for listing in now.values() if listing is not None and listing.is_open}
    found = {card.pk: card for card in cards(list(open_ones), remembered(request))}
    rows = [(pk, listing, found.get(listing.pk) if listing else None) for pk, listing in now.items()]
    return render(request, "jobs/shown.html", {"rows": rows})


def mistake(names: list[str], asked: list[str]) -> str:
    """What is wrong, or nothing."""
    for name in names:
        if name != "id":
            return f"{name[:60]!r} is not known here. Only id is: the number of a job, given 1 to {MOST} times."
    for one in asked:
        if not (one.isascii() and one.isdigit() and len(one) <= LONGEST):
            return f"{one[:60]!r} is no number of a job: id takes digits, {LONGEST} at most."
    if not 1 <= len(asked) <= MOST:
        return f"id is the number of a job, given 1 to {MOST} times, not {len(asked)} times."
    return ""


def survivors(ids: list[int]) -> dict[int, Listing | None]:
    """For each number, in this order, the listing that it is now: merges are followed to their end."""
    known = Listing.objects.select_related("company", "merged_into__company").in_bulk(ids)
    return {pk: survivor(known[pk]) if pk in known else None for pk in ids}
