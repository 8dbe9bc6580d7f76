"""Any search as a JSON Feed 1.1 or as RSS 2.0 or Atom: real listings only, their text as its board's terms allow."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from django.utils.html import format_html

from listings.display import fact_rows
from listings.models import Listing
from listings.search.query.comparable_pay import rates_date
from listings.search.query.parameters import Invalid
from listings.search.query.search import Search
from listings.search.results.explain import Reason, reasons
from listings.search.results.find import Results, find
from listings.web import job_detail, search_titles
from listings.web.conditional_get import etag_from_index
from listings.web.facet_links import address_of, query_of
from listings.web.serializers import fields_of, moment
from listings.web.site_urls import absolute

JSON_FEED = "application/feed+json; charset=utf-8"
RSS = "application/rss+xml; charset=utf-8"
ATOM = "application/atom+xml; charset=utf-8"
RETRY_SECONDS = "60"
# Bytes of the ads' texts. Ordinary ones are a tenth of their share of a page of a hundred.
MAX_TEXT_OF_PAGE = 4_000_000
# Of a character: an apostrophe, escaped.
MAX_BYTES = 6
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")

FeedWriter = Callable[[Search, Results, str], HttpResponse]
# From a status, a title and what is wrong to the response.
Refusal = Callable[[int, str, str], HttpResponse]


@etag_from_index(no_cache=True)
def json_feed(request: HttpRequest) -> HttpResponse:
    return feed(request, "/jobs.json", write_json, problem)


@etag_from_index(no_cache=True)
def rss(request: HttpRequest) -> HttpResponse:
    return feed(request, "/jobs.rss", write_rss, plain_text)


@etag_from_index(no_cache=True)
def atom(request: HttpRequest) -> HttpResponse:
    return feed(request, "/jobs.atom", write_atom, plain_text)


def feed(request: HttpRequest, path: str, write: FeedWriter, refuse: Refusal) -> HttpResponse:
    try:
        search = Search.parse(request.GET)
    except Invalid as mistake:
        hint = f" Did you mean {mistake.suggestion}?" if mistake.suggestion else ""
        return refuse(400, "Wrong parameter", f"{mistake.message}{hint}")
    if search.lacks_place:
        return refuse(400, "Wrong parameter", "fit compares jobs with a place: add my_country, such as my_country=DE.")
    shared = search.without_reader
    if not search.is_canonical or search.my != shared.my:
        # A subscription is passed on: a reader's situation must not travel with it.
        return HttpResponseRedirect(path + query_of(shared, search.page))
    # Feeds leave the site, where no banner says that samples are made up.
    results = find(search, samples=False)
    if results.pending_filters:
        # A subscriber cannot see that filters were left out: unfiltered jobs would be a false answer.
        response = refuse(503, "The search is being rebuilt", "Ask again in a minute.")
        response["Retry-After"] = RETRY_SECONDS
        return response
    if search.page > 1 and not results.ids:
        return refuse(404, "No such page", f"This feed ends before page {search.page}.")
    return write(search, results, path)


def write_json(search: Search, results: Results, path: str) -> HttpResponse:
    reasons_by_id = reasons(results.corrected or search.q, results.ids, all_places=True)
    room = room_for_text(results)
    content: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed_title(search),
        "home_page_url": absolute(address_of(search)),
        "feed_url": absolute(path + query_of(search, results.page)),
        "language": "en",
        "_salary_rates": {"source": "European Central Bank", "date": rates_date().isoformat()},
        "items": [
            {**json_item(listing, room), **reason_fields(reasons_by_id[listing.pk])} for listing in results.listings
        ],
    }
    if results.page < results.pages:
        content["next_url"] = absolute(path + query_of(search, results.page + 1))
    return JsonResponse(content, content_type=JSON_FEED, json_dumps_params={"ensure_ascii": False})


def json_item(listing: Listing, room: int) -> dict[str, Any]:
    """`room`: as `room_for_text` returns it."""
    ad = fact_rows.leading_ad(listing)
    first = job_detail.found_on(listing)[0]
    # Not the listing's address as the id: a new title would make an old job new to every subscriber.
    item: dict[str, Any] = {
        "id": permanent(listing),
        "url": absolute(listing.get_absolute_url()),
        "title": f"{listing.title}, {listing.company.name}",
        "content_html": content_html(listing, room),
        "summary": job_detail.summary(listing.leading.html) if listing.leading else "",
        "date_published": moment(listing.posted_at),
        "date_modified": moment(listing.changed_at),
        "authors": [{"name": listing.company.name}],
        "tags": list(ad.tags or ()) if ad else [],
        "_listing": {**fields_of(listing), "text_shortened": is_shortened(listing, room)},
    }
    if first.address:
        item["external_url"] = first.address
    return item


def reason_fields(matches: Sequence[Reason]) -> dict[str, Any]:
    """Empty for a search without words."""
    fields = [{"asked": reason.typed, "found": reason.match, "in": list(reason.places)} for reason in matches]
    return {"_why": fields} if fields else {}


def write_rss(search: Search, results: Results, path: str) -> HttpResponse:
    return HttpResponse(write_xml(Rss201rev2Feed, search, results, path), content_type=RSS)


def write_atom(search: Search, results: Results, path: str) -> HttpResponse:
    return HttpResponse(write_xml(Atom1Feed, search, results, path), content_type=ATOM)


def write_xml(feed_type: type[SyndicationFeed], search: Search, results: Results, path: str) -> str:
    writer = feed_type(
        title=feed_title(search),
        link=absolute(address_of(search)),
        description="Remote jobs, each listed once, each fact as the ad states it.",
        language="en",
        feed_url=absolute(path + query_of(search, results.page)),
        ttl=60,
    )
    room = room_for_text(results)
    # From the database, not from the ids: what has closed since it was indexed is left out.
    for listing in results.listings:
        writer.add_item(
            title=printable(f"{listing.title}, {listing.company.name}"),
            link=absolute(listing.get_absolute_url()),
            description=printable(content_html(listing, room)),
            unique_id=permanent(listing),
            unique_id_is_permalink=True,
            pubdate=listing.posted_at,
            updateddate=listing.changed_at,
            author_name=printable(listing.company.name),
            categories=[listing.category] if listing.category else [],
        )
    text: str = writer.writeString("utf-8")
    return text


def room_for_text(results: Results) -> int:
    """How many bytes the text of each listing may have."""
    return MAX_TEXT_OF_PAGE // max(1, len(results.listings))


def is_shortened(listing: Listing, room: int) -> bool:
    """Whether the text is longer than the feed has room for."""
    html = listing.leading.html if listing.leading else ""
    return job_detail.full_text_allowed(listing) and len(html.encode()) > room


def content_html(listing: Listing, room: int) -> str:
    """The ad's text, or its beginning if terms or room allow no more, and a link to every board it was found on."""
    html = listing.leading.html if listing.leading else ""
    text: str
    if is_shortened(listing, room):
        beginning, address = job_detail.summary(html, room // MAX_BYTES), absolute(listing.get_absolute_url())
        text = format_html('<p>{}</p><p><a href="{}">Read the whole text.</a></p>', beginning, address)
    elif job_detail.full_text_allowed(listing):
        text = html
    else:
        text = format_html("<p>{}</p>", job_detail.summary(html))
    links = [
        format_html('<p>Found on <a href="{}" rel="{}">{}</a>.</p>', link.address, link.rel, link.link_text)
        for link in job_detail.found_on(listing)[: job_detail.MAX_ADS_SHOWN]
        if link.address
    ]
    return "".join([text, *links])


def permanent(listing: Listing) -> str:
    """An address that survives a new title, which changes the slug. It leads to the listing's page."""
    return absolute(f"/jobs/{listing.pk}/")


def printable(text: str) -> str:
    """Without the control characters that XML cannot hold."""
    return CONTROL.sub(" ", text)


def feed_title(search: Search) -> str:
    return f"{settings.SITE_NAME}: {search_titles.search_title(search, search_titles.company_names(search))}"


def problem(status: int, title: str, detail: str) -> HttpResponse:
    """RFC 9457."""
    content = {"type": "about:blank", "title": title, "status": status, "detail": detail}
    return JsonResponse(content, status=status, content_type="application/problem+json")


def plain_text(status: int, title: str, detail: str) -> HttpResponse:
    return HttpResponse(f"{title}. {detail}\n", status=status, content_type="text/plain; charset=utf-8")
