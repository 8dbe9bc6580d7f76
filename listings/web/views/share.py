"""Share images of the site and of jobs."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from listings.models import Listing
from listings.web import job_detail
from listings.web.date_text import plain_date
from listings.web.share_image import ShareText, picture
from listings.web.views.job import survivor

HOUR = 3600
SITE = ShareText(
    "Remote jobs, stated plainly", "Many boards, each job once", ("Each fact as the ad states it. Nobody is tracked.",)
)
FACTS = ("residence", "salary")


@cache_control(public=True, max_age=24 * HOUR)
@require_safe
def site(request: HttpRequest) -> HttpResponse:
    return HttpResponse(picture(settings.SITE_NAME, SITE), content_type="image/png")


@cache_control(public=True, max_age=HOUR)
@require_safe
def listing(request: HttpRequest, pk: int) -> HttpResponse:
    listing = Listing.objects.with_postings().filter(pk=pk).first()
    if listing is None:
        raise Http404
    if listing.merged_into_id is not None:
        return HttpResponsePermanentRedirect(f"/jobs/{survivor(listing).pk}/share.png")
    if listing.hidden_at is not None or listing.is_gone:
        return HttpResponse("This job is no longer shown here.", status=410, content_type="text/plain; charset=utf-8")
    return HttpResponse(picture(settings.SITE_NAME, share_text(listing)), content_type="image/png")


def share_text(listing: Listing) -> ShareText:
    if listing.closed_at is not None:
        return ShareText(listing.title, listing.company.name, (f"Closed on {plain_date(listing.closed_at)}",))
    ad = job_detail.leading_ad(listing)
    rows = [job_detail.fact_row(listing.facts, ad, fact) for fact in FACTS]
    lines = (f"{row.label}: {row.text or (f'“{row.quote}”' if row.quote else 'not stated')}" for row in rows)
    return ShareText(listing.title, listing.company.name, tuple(lines))
