"""Share images of the site and of jobs."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from listings.display import fact_rows
from listings.models import Listing
from listings.web.date_text import long_date
from listings.web.share_image import ShareText
from listings.web.share_pictures import MAX_WAIT, SITE, picture_of
from listings.web.views.job import survivor

HOUR = 3600
FACTS = ("residence", "salary")


@require_safe
def site(request: HttpRequest) -> HttpResponse:
    return picture_response(SITE, 24 * HOUR)


@require_safe
def listing(request: HttpRequest, pk: int) -> HttpResponse:
    listing = Listing.objects.with_postings().filter(pk=pk).first()
    if listing is None:
        raise Http404
    if listing.merged_into_id is not None:
        return cached(HttpResponsePermanentRedirect(f"/jobs/{survivor(listing).pk}/share.png"), HOUR)
    if listing.hidden_at is not None or listing.is_gone:
        gone = HttpResponse("This job is no longer shown here.", status=410, content_type="text/plain; charset=utf-8")
        return cached(gone, HOUR)
    return picture_response(share_text(listing), HOUR)


def cached(response: HttpResponse, seconds: int) -> HttpResponse:
    patch_cache_control(response, public=True, max_age=seconds)
    return response


def picture_response(text: ShareText, seconds: int) -> HttpResponse:
    png, is_own = picture_of(settings.SITE_NAME, text)
    if not png:
        retry = {"Retry-After": str(round(MAX_WAIT)), "Cache-Control": "no-store"}
        return HttpResponse("The picture is being drawn.", status=503, content_type="text/plain", headers=retry)
    response = HttpResponse(png, content_type="image/png")
    if is_own:
        return cached(response, seconds)
    # Who asks again gets the right one.
    response["Cache-Control"] = "no-store"
    return response


def share_text(listing: Listing) -> ShareText:
    if listing.closed_at is not None:
        return ShareText(listing.title, listing.company.name, (f"Closed on {long_date(listing.closed_at)}",))
    ad = fact_rows.leading_ad(listing)
    rows = [fact_rows.fact_row(listing.facts, ad, fact) for fact in FACTS]
    lines = (f"{row.label}: {row.text or (f'“{row.quote}”' if row.quote else 'not stated')}" for row in rows)
    return ShareText(listing.title, listing.company.name, tuple(lines))
