from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from listings.addresses import absolute
from listings.gathered import gathered
from listings.models import Listing

NEWEST = 8


def home(request: HttpRequest) -> HttpResponse:
    listings = Listing.objects.open().for_cards().newest()[:NEWEST]
    words: dict[str, object] = {
        "listings": listings,
        "total": None,
        "categories": [],
        "gathered": gathered(),
        "canonical": absolute("/"),
    }
    return render(request, "home.html", words)
