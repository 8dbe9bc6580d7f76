"""Pictures of the site and of jobs, for the sites that show one beside a link."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from listings.models import Listing
from listings.templatetags.listings import plain_day
from listings.web import job_detail
from listings.web.share_image import Words, picture
from listings.web.views.job import survivor

HOUR = 3600
SITE = Words(
    "Remote jobs, stated plainly", "Many boards, each job once", ("Each fact as its ad states it. Nobody is tracked.",)
)
FACTS = ("residence", "salary")


@cache_control(public=True, max_age=24 * HOUR)
@require_safe
def site(request: HttpRequest) -> HttpResponse:
    return HttpResponse(picture(settings.SITE_NAME, SITE), content_type="image/png")


@cache_control(public=True, max_age=HOUR)
@require_safe
def listing(request: HttpRequest, pk: int) -> HttpResponse:
    found = Listing.objects.with_postings().filter(pk=pk).first()
    if found is None:
        raise Http404
    if found.merged_into_id is not None:
        return HttpResponsePermanentRedirect(f"/jobs/{survivor(found).pk}/share.png")
    if found.hidden_at is not None or found.is_gone:
        return HttpResponse("This job is no longer shown here.", status=410, content_type="text/plain; charset=utf-8")
    return HttpResponse(picture(settings.SITE_NAME, words(found)), content_type="image/png")


def words(listing: Listing) -> Words:
    own = job_detail.stated(listing)
    said = [job_detail.statement(listing.facts, own, fact) for fact in FACTS]
    lines = [f"{one.label}: {one.words or (f'“{one.quote}”' if one.quote else 'not stated')}" for one in said]
    if listing.closed_at is not None:
        lines = [f"Closed on {plain_day(listing.closed_at)}"]
    return Words(listing.title, listing.company.name, tuple(lines))
