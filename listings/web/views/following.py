"""The page of followed searches. They stay in the browser, which asks here what is new in all of them at once."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from listings.web.context_processors import situation_or_remembered
from listings.web.followed import MAX_CARDS, MAX_SEARCHES, FollowedSearches
from listings.web.site_urls import absolute
from listings.web.views.same_site import from_this_site

FIELDS = ("search", "since", "cards")
MAX_TIME_LENGTH = 40


@require_safe
def following(request: HttpRequest) -> HttpResponse:
    return render(request, "jobs/following.html", {"canonical": absolute("/following/")})


# A form that is posted: twenty searches are too long for an address, which servers also write to their logs.
@never_cache
@from_this_site
@require_POST
def news(request: HttpRequest) -> HttpResponse:
    """The newest jobs of each `search` (a query string, 1 to 20 times): at most `cards` of each, 3 by default.

    New is what was first seen after `since`, an ISO time; without one nothing is. A search with a mistake is reported
    in its place. The page's own address may hold the reader's situation; that of this request then does as well.
    """
    fields = request.POST
    if message := problem_with(fields):
        return HttpResponse(message, status=400, content_type="text/plain; charset=utf-8")
    followed = FollowedSearches(
        queries=list(dict.fromkeys(fields.getlist("search"))),
        since=moment(fields.get("since", "")),
        size=int(fields.get("cards", "3")),
        reader=situation_or_remembered(request).situation,
    )
    return render(request, "jobs/followed.html", {"searches": followed.searches})


def problem_with(fields: QueryDict) -> str:
    """What is wrong with the fields, or ""."""
    for name in fields:
        if name not in FIELDS:
            return f"{name[:60]!r} is not known here. The fields are {', '.join(FIELDS)}."
    if not 1 <= len(fields.getlist("search")) <= MAX_SEARCHES:
        return f"search is a query string, given 1 to {MAX_SEARCHES} times, not {len(fields.getlist('search'))} times."
    if fields.get("cards", "3") not in map(str, range(MAX_CARDS + 1)):
        return f"cards is a number from 0 to {MAX_CARDS}."
    since = fields.get("since", "")
    if since and moment(since) is None:
        return f"{since[:60]!r} is not a time: since is like 2026-11-03T09:30:00Z."
    return ""


def moment(text: str) -> datetime | None:
    """None if it is not a time."""
    try:
        time = parse_datetime(text[:MAX_TIME_LENGTH])
        # The earliest and the latest years cannot be converted to UTC.
        return None if time is None else (time if timezone.is_aware(time) else timezone.make_aware(time))
    except (ValueError, OverflowError):
        return None
