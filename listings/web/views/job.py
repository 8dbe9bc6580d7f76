"""The page of a job, and where its address leads when it has moved or gone."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.utils.cache import patch_cache_control, patch_vary_headers

from listings.models import Listing
from listings.search.query.parameters import Invalid
from listings.search.query.situation import Situation
from listings.web.job_page import JobPage
from listings.web.reader_situation import request_situation, situation_parameters, with_query
from listings.web.related_jobs import related_jobs
from listings.web.results_link import results_address
from listings.web.tracking_redirect import redirect_tracking
from listings.web.views.search import mistaken


def listing(request: HttpRequest, pk: int, slug: str = "") -> HttpResponse:
    listing = Listing.objects.with_postings().filter(pk=pk).first()
    if listing is None:
        raise Http404
    # Before any redirect: a listing that was taken down must not betray its title in the slug.
    if listing.hidden_at is not None:
        return not_for_ever(render(request, "jobs/taken_down.html", status=410))
    if listing.merged_into_id is not None:
        return moved(request, survivor(listing))
    if slug != listing.slug:
        return moved(request, listing)
    if listing.is_gone:
        context = {"listing": listing, "related": related_jobs(listing, Situation())}
        return not_for_ever(render(request, "jobs/gone.html", context, status=410))
    return page(request, listing)


@redirect_tracking
def page(request: HttpRequest, listing: Listing) -> HttpResponse:
    try:
        situation = request_situation(request).situation
    except Invalid as error:
        return mistaken(request, error)
    context = {"page": JobPage(listing, situation), "listing": listing, "results_address": results_address(request)}
    response = render(request, "jobs/listing.html", context)
    patch_vary_headers(response, ["Cookie", "Referer"])
    return response


def moved(request: HttpRequest, listing: Listing) -> HttpResponse:
    """To the address of the listing, with the reader's situation and nothing else of the query string."""
    # Unchecked: what is wrong with it is for the page there to say.
    query = urlencode(situation_parameters(request.GET), doseq=True)
    return not_for_ever(HttpResponsePermanentRedirect(with_query(listing.get_absolute_url(), query)))


def not_for_ever(response: HttpResponse) -> HttpResponse:
    """Take-downs are lifted, jobs reopen, merges are undone, but browsers keep a 410 or a 301 unless told not to."""
    patch_cache_control(response, no_cache=True)
    return response


def survivor(merged: Listing) -> Listing:
    """The listing into which one was merged, in the end."""
    # Merges form chains, and nothing in the database forbids a circle.
    passed = {merged.pk}
    while merged.merged_into is not None and merged.merged_into_id not in passed:
        merged = merged.merged_into
        passed.add(merged.pk)
    return merged
