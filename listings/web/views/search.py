"""The front page, and the page of a search: whole, or its results alone for htmx."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django_htmx.http import HttpResponseClientRedirect

from listings.search.query.parameters import ANY_FIT, Invalid
from listings.search.query.search import Search
from listings.search.query.situation import ZONE, Situation
from listings.search.results.find import find
from listings.web import facet_links
from listings.web.conditional_get import etag_from_index
from listings.web.filter_form import pay_currency
from listings.web.home_page import home_page
from listings.web.place_defaults import zone_of
from listings.web.reader_situation import (
    is_readers_choice,
    remember_fit,
    remembered,
    remembered_fit,
    request_situation,
)
from listings.web.search_page import MistakePage, SearchPage, WrongPay
from listings.web.tracking_redirect import redirect_tracking

PAY = "salary_min"
MAX_AMOUNT_SHOWN, MAX_TEXT_SHOWN = 50, 200


@redirect_tracking
@etag_from_index(no_cache=True)
def home(request: HttpRequest) -> HttpResponse:
    try:
        reader = request_situation(request)
    except Invalid as mistake:
        return mistaken(request, mistake)
    response = render(request, "home.html", {"page": home_page(reader, remembered_fit(request))})
    patch_vary_headers(response, ["Cookie"])
    return response


@etag_from_index(no_cache=True)
def search(request: HttpRequest) -> HttpResponse:
    try:
        search = Search.parse(request.GET)
    except Invalid as mistake:
        return without_pay(request, mistake) if mistake.parameter == PAY else mistaken(request, mistake)
    known = remembered(request)
    if ZONE in request.GET and search.my.place != known.place:
        search = replace(search, my=with_zone_of_place(search.my))
    # Redirected, it would become the fit that is remembered.
    keeps_all = request.GET.get("fit") == ANY_FIT and not is_readers_choice(request)
    if (not search.is_canonical and not keeps_all) or has_empty_fields(request):
        redirect = HttpResponseRedirect(facet_links.address_of(search))
        remember_fit(request, redirect)
        return redirect
    if known.place and search.my == Situation.in_place(known.place):
        # The form of the front page sends the place alone: what is remembered says that and more.
        return HttpResponseRedirect(facet_links.address_of(replace(search, my=Situation(), fit_place="")))
    reader = search.my or known
    if not (search.my or search.fit or keeps_all) and (fit := remembered_fit(request)):
        return HttpResponseRedirect(facet_links.address_of(replace(search, fit=fit)))
    return results_page(request, search, reader)


def with_zone_of_place(my: Situation) -> Situation:
    """The form of the front page leaves the zone blank, and with that to the country or state."""
    return my if my.tz or my.leaves_zone_out else replace(my, tz=zone_of(my.place))


def results_page(
    request: HttpRequest, search: Search, reader: Situation, wrong_pay: WrongPay | None = None
) -> HttpResponse:
    if search.fit:
        search = replace(search, fit_place=reader.place)
    if search.lacks_place:
        return ask_for_place(request, search)
    results = find(search, reader_place=reader.place, pay_currency=pay_currency(search, reader))
    if results.page > results.pages:
        # Jobs have closed since the link was made.
        return HttpResponseRedirect(facet_links.address_of(search, results.pages))
    page = SearchPage(search, results, reader, wrong_pay)
    response = render_page(request, page, status=400 if wrong_pay else 200)
    remember_fit(request, response)
    if is_fragment(request):
        response["HX-Push-Url"] = page.address
    return response


def without_pay(request: HttpRequest, mistake: Invalid) -> HttpResponse:
    """The search as it is without an amount that cannot be read, which stays in its box with the message beside it."""
    params = request.GET.copy()
    text = params.pop(PAY, [""])[-1][:MAX_AMOUNT_SHOWN]
    try:
        search = Search.parse(params)
    except Invalid as other_mistake:
        return mistaken(request, other_mistake)
    return results_page(request, search, search.my or remembered(request), WrongPay(text, mistake.message))


def has_empty_fields(request: HttpRequest) -> bool:
    """Whether a plain form has put fields into the address that were left empty. Of a fragment nobody sees it."""
    return not is_fragment(request) and any(not value.strip() for _, values in request.GET.lists() for value in values)


def ask_for_place(request: HttpRequest, search: Search) -> HttpResponse:
    """Leads to the form for the reader's situation, and from there back to the search."""
    address = f"/situation/?{urlencode([*search.my.pairs(), ('next', facet_links.address_of(search))])}"
    # htmx would put the form into the place of the results.
    return HttpResponseClientRedirect(address) if is_fragment(request) else HttpResponseRedirect(address)


def mistaken(request: HttpRequest, mistake: Invalid) -> HttpResponse:
    # Nothing else of the search can be trusted.
    text = "" if mistake.parameter == "q" else request.GET.get("q", "")[:MAX_TEXT_SHOWN]
    return render_page(request, MistakePage(mistake), status=400, text=text)


def render_page(
    request: HttpRequest, page: SearchPage | MistakePage, status: int = 200, text: str = ""
) -> HttpResponse:
    """`text`: what the box holds, if it is not that of the search."""
    template = "jobs/fragment.html" if is_fragment(request) else "jobs/search.html"
    response = render(request, template, {"page": page, "text": text}, status=status)
    # Both have one address: a cache must not give one for the other.
    patch_vary_headers(response, ["HX-Request", "HX-History-Restore-Request", "Cookie"])
    return response


def is_fragment(request: HttpRequest) -> bool:
    # Going back in history, htmx has lost the rest of the page and asks for all of it.
    return request.headers.get("HX-Request") == "true" and "HX-History-Restore-Request" not in request.headers
