"""The front page, which is the search that asks nothing, and the page of a search: whole, or its results for htmx."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.cache import patch_vary_headers

from listings.search.query.search import Invalid, Search, Situation
from listings.search.results.explain import reasons
from listings.search.results.find import Results, find
from listings.web import facet_links, filter_form
from listings.web.cards import cards
from listings.web.conditional_get import etag_from_index
from listings.web.reader_situation import remembered, request_situation
from listings.web.site_urls import absolute
from listings.web.source_stats import source_stats
from listings.web.tracking_redirect import redirect_tracking

NEWEST = 8


@redirect_tracking
@etag_from_index
def home(request: HttpRequest) -> HttpResponse:
    try:
        reader = request_situation(request).situation
    except Invalid as wrong:
        return mistaken(request, wrong)
    results = find(Search())
    words: dict[str, object] = {
        "cards": cards(results.ids[:NEWEST], reader),
        "total": results.total,
        "categories": results.counts.get("category", []),
        "gathered": source_stats(),
        "canonical": absolute("/"),
        "share_image": absolute("/share.png"),
    }
    response = render(request, "home.html", words)
    patch_vary_headers(response, ["Cookie"])
    return response


@etag_from_index
def search(request: HttpRequest) -> HttpResponse:
    try:
        asked = Search.parse(request.GET)
    except Invalid as wrong:
        return mistaken(request, wrong)
    if not asked.is_canonical:
        return HttpResponseRedirect(facet_links.address_of(asked))
    results = find(asked)
    if results.page > results.pages:
        return HttpResponseRedirect(facet_links.address_of(asked, results.pages))
    return answer(request, found(asked, results, asked.my or remembered(request)))


def mistaken(request: HttpRequest, wrong: Invalid) -> HttpResponse:
    return answer(request, {"wrong": wrong, "title": "That search has a mistake in it"}, status=400)


def found(asked: Search, results: Results, reader: Situation) -> dict[str, object]:
    address = facet_links.address_of(asked, results.page)
    why = reasons(results.corrected or asked.q, results.ids)
    names = facet_links.names_of(asked)
    chips = facet_links.chips(asked, names, results.pending_filters)
    return {
        "results": results,
        "shown": [(card, why[card.pk]) for card in cards(results.ids, reader)],
        "title": facet_links.title_of(asked, results),
        "words": asked.q,
        "groups": facet_links.groups(asked, results),
        "chips": chips,
        "applied": [chip for chip in chips if not chip.pending],
        "waiting": facet_links.waiting(results),
        "clear": facet_links.address_of(Search(q=asked.q, my=asked.my)),
        "kept": [(name, value) for name, value in asked.pairs() if name not in ("q", "page")],
        "orders": facet_links.orders(asked),
        "bars": facet_links.bars(asked, results),
        "ways_out": facet_links.relaxed_searches(asked, results),
        "verbatim": facet_links.verbatim(asked, results),
        "form": filter_form.form(asked, results),
        "previous_address": facet_links.address_of(asked, results.page - 1) if results.page > 1 else "",
        "next_address": facet_links.address_of(asked, results.page + 1) if results.page < results.pages else "",
        "address": address,
        "canonical": absolute(facet_links.address_of(asked.without_reader, results.page)),
        "feed_query": facet_links.query_of(asked.without_reader),
        "feed_title": facet_links.in_words(asked, names),
        "indexable": results.state == "results" and not asked.q,
    }


def answer(request: HttpRequest, words: dict[str, object], status: int = 200) -> HttpResponse:
    """The two share an address, so that neither may be kept for the other."""
    fragment = request.headers.get("HX-Request") == "true" and "HX-History-Restore-Request" not in request.headers
    response = render(request, "jobs/fragment.html" if fragment else "jobs/search.html", words, status=status)
    patch_vary_headers(response, ["HX-Request", "HX-History-Restore-Request", "Cookie"])
    if fragment and status == 200:
        response["HX-Push-Url"] = str(words["address"])
    return response
