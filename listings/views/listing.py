from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.utils.cache import patch_vary_headers

from listings import showing
from listings.addresses import absolute
from listings.cards import Card, cards
from listings.facts.text import plain
from listings.highlighting import marked
from listings.models import Listing
from listings.readings import Reading, reading
from listings.search.situation import Situation
from listings.search.values import Invalid
from listings.standing import standing
from listings.structured_data import in_script, job_posting
from listings.views.search import mistaken

SIMILAR = 4


def listing(request: HttpRequest, pk: int, slug: str = "") -> HttpResponse:
    found = Listing.objects.with_postings().filter(pk=pk).first()
    if found is None:
        raise Http404
    if found.hidden_at is not None:
        return render(request, "jobs/taken_down.html", status=410)
    if found.merged_into_id is not None:
        return HttpResponsePermanentRedirect(survivor(found).get_absolute_url())
    if slug != found.slug:
        return HttpResponsePermanentRedirect(found.get_absolute_url())
    if found.is_gone:
        return render(request, "jobs/gone.html", {"listing": found, "similar": similar(found)}, status=410)
    try:
        reader = standing(request).situation
    except Invalid as wrong:
        return mistaken(request, wrong)
    answer = render(request, "jobs/listing.html", {**page(found), "reading": read_by(found, reader)})
    patch_vary_headers(answer, ["Cookie"])
    return answer


def read_by(listing: Listing, reader: Situation) -> Reading | None:
    place = showing.statement(listing.facts, showing.stated(listing), "residence")
    return reading(listing.facts, reader, place.quote)


def survivor(merged: Listing) -> Listing:
    """Where a merged listing went; the one it went to may have been merged again."""
    passed = {merged.pk}
    while merged.merged_into is not None and merged.merged_into_id not in passed:
        merged = merged.merged_into
        passed.add(merged.pk)
    return merged


def similar(listing: Listing) -> list[Card]:
    """The newest open ones of the same company, then of the same kind of work."""
    fitting = Listing.objects.open().filter(is_sample=listing.is_sample).exclude(pk=listing.pk).newest()
    ids = fitting.values_list("pk", flat=True)
    found = list(ids.filter(company=listing.company_id)[:SIMILAR])
    if len(found) < SIMILAR and listing.category:
        more = ids.filter(category=listing.category).exclude(company=listing.company_id)
        found += more[: SIMILAR - len(found)]
    return cards(found)


def page(listing: Listing) -> dict[str, object]:
    full = showing.full_text_allowed(listing)
    html = listing.leading.html if listing.leading else ""
    shown, anchors = marked(plain(html), html, listing.facts.get("spans", {})) if full else ("", {})
    markup = job_posting(listing)
    return {
        "listing": listing,
        "statements": showing.statements(listing),
        "found_on": showing.found_on(listing),
        "apply_address": showing.apply_address(listing) if listing.is_open else "",
        "published_again": showing.published_again(listing),
        "html": shown,
        "anchors": anchors,
        "summary": showing.summary(html),
        "markup": in_script(markup) if markup else "",
        "similar": [] if listing.is_open else similar(listing),
        "canonical": absolute(listing.get_absolute_url()),
    }
