"""Any search as a JSON Feed 1.1 or as RSS 2.0: real listings only, their text as its board's terms allow."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.utils.feedgenerator import Rss201rev2Feed
from django.utils.html import format_html

from listings.models import Listing
from listings.search.query.comparable_pay import rates_date
from listings.search.query.search import Invalid, Search
from listings.search.results.explain import Reason, reasons
from listings.search.results.find import Results, find
from listings.web import facet_links, job_detail
from listings.web.conditional_get import etag_from_index
from listings.web.serializers import fields_of, moment
from listings.web.site_urls import absolute

JSON_FEED = "application/feed+json; charset=utf-8"
RSS = "application/rss+xml; charset=utf-8"
SECONDS_TO_REBUILD = "60"

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
Refusal = Callable[[int, str, str], HttpResponse]


@etag_from_index
def json_feed(request: HttpRequest) -> HttpResponse:
    return feed(request, "/jobs.json", as_json, problem)


@etag_from_index
def rss(request: HttpRequest) -> HttpResponse:
    return feed(request, "/jobs.rss", as_rss, plain_words)


def feed(
    request: HttpRequest, path: str, write: Callable[[Search, Results, str], HttpResponse], refuse: Refusal
) -> HttpResponse:
    try:
        search = Search.parse(request.GET)
    except Invalid as wrong:
        hint = f" Did you mean {wrong.suggestion}?" if wrong.suggestion else ""
        return refuse(400, "Wrong parameter", f"{wrong.message}{hint}")
    if not search.is_canonical or search.my:
        return HttpResponseRedirect(path + facet_links.query_of(search.without_reader))
    results = find(search, samples=False)
    if results.pending_filters:
        # A subscriber cannot see that filters were left out: unfiltered jobs would be a false answer.
        answer = refuse(503, "The search is being rebuilt", "Ask again in a minute.")
        answer["Retry-After"] = SECONDS_TO_REBUILD
        return answer
    if search.page > 1 and not results.ids:
        return refuse(404, "No such page", f"This feed ends before page {search.page}.")
    return write(search, results, path)


def as_json(search: Search, results: Results, path: str) -> HttpResponse:
    found = reasons(results.corrected or search.q, results.ids)
    content: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed_title(search),
        "home_page_url": absolute(facet_links.address_of(search)),
        "feed_url": absolute(path + facet_links.query_of(search, results.page)),
        "language": "en",
        "_salary_rates": {"source": "European Central Bank", "date": rates_date().isoformat()},
        "items": [{**json_item(listing), **why(found[listing.pk])} for listing in results.listings],
    }
    if results.page < results.pages:
        content["next_url"] = absolute(path + facet_links.query_of(search, results.page + 1))
    return JsonResponse(content, content_type=JSON_FEED, json_dumps_params={"ensure_ascii": False})


def json_item(listing: Listing) -> dict[str, Any]:
    own = job_detail.leading_ad(listing)
    first = job_detail.found_on(listing)[0]
    item: dict[str, Any] = {
        "id": permanent(listing),
        "url": absolute(listing.get_absolute_url()),
        "title": f"{listing.title}, {listing.company.name}",
        "content_html": content(listing),
        "summary": job_detail.summary(listing.leading.html) if listing.leading else "",
        "date_published": moment(listing.posted_at),
        "date_modified": moment(listing.changed_at),
        "authors": [{"name": listing.company.name}],
        "tags": list(own.tags or ()) if own else [],
        "_listing": fields_of(listing),
    }
    if first.address:
        item["external_url"] = first.address
    return item


def why(found: Sequence[Reason]) -> dict[str, Any]:
    """Nothing where no words were asked."""
    told = [{"asked": one.asked, "found": one.found, "in": list(one.places)} for one in found]
    return {"_why": told} if told else {}


def as_rss(search: Search, results: Results, path: str) -> HttpResponse:
    written = Rss201rev2Feed(
        title=feed_title(search),
        link=absolute(facet_links.address_of(search)),
        description="Remote jobs, each listed once, each fact as the ad states it.",
        language="en",
        feed_url=absolute(path + facet_links.query_of(search, results.page)),
        ttl=60,
    )
    for listing in results.listings:
        written.add_item(
            title=clean(f"{listing.title}, {listing.company.name}"),
            link=absolute(listing.get_absolute_url()),
            description=clean(content(listing)),
            unique_id=permanent(listing),
            unique_id_is_permalink=True,
            pubdate=listing.posted_at,
            updateddate=listing.changed_at,
            author_name=clean(listing.company.name),
            categories=[listing.category] if listing.category else [],
        )
    return HttpResponse(written.writeString("utf-8"), content_type=RSS)


def content(listing: Listing) -> str:
    """The ad's text, or its beginning where the terms allow no more, and a link to every board it was found on."""
    html = listing.leading.html if listing.leading else ""
    text = html if job_detail.full_text_allowed(listing) else format_html("<p>{}</p>", job_detail.summary(html))
    links = [
        format_html('<p>Found on <a href="{}" rel="{}">{}</a>.</p>', found.address, found.rel, found.link_text)
        for found in job_detail.found_on(listing)
        if found.address
    ]
    return "".join([text, *links])


def permanent(listing: Listing) -> str:
    """An address that stays when the title, and with it the slug, changes. It leads to the listing's page."""
    return absolute(f"/jobs/{listing.pk}/")


def clean(words: str) -> str:
    """Without the control characters that XML cannot hold."""
    return CONTROL.sub(" ", words)


def feed_title(search: Search) -> str:
    return f"{settings.SITE_NAME}: {facet_links.in_words(search, facet_links.names_of(search))}"


def problem(status: int, title: str, detail: str) -> HttpResponse:
    """RFC 9457."""
    content = {"type": "about:blank", "title": title, "status": status, "detail": detail}
    return JsonResponse(content, status=status, content_type="application/problem+json")


def plain_words(status: int, title: str, detail: str) -> HttpResponse:
    return HttpResponse(f"{title}. {detail}\n", status=status, content_type="text/plain; charset=utf-8")
