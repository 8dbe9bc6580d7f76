from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.utils.cache import patch_vary_headers

from listings.facts.text import plain
from listings.models import Fetch, Listing
from listings.models.listings import ListingQuerySet
from listings.search.query.parameters import Invalid
from listings.search.query.situation import Situation
from listings.web import job_detail
from listings.web.cards import cards
from listings.web.evidence_marks import mark_evidence
from listings.web.history import history
from listings.web.personal_fit import PersonalFit, personal_fit
from listings.web.reader_situation import request_situation
from listings.web.site_urls import absolute
from listings.web.structured_data import in_script, job_posting
from listings.web.tracking_redirect import redirect_tracking
from listings.web.views.search import mistaken

SIMILAR = 4
COMPARED = 200
"""So many of the newest are held against a listing to find those like it."""


@redirect_tracking
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
        return render(request, "jobs/gone.html", {"listing": found, **related(found, Situation())}, status=410)
    try:
        reader = request_situation(request).situation
    except Invalid as wrong:
        return mistaken(request, wrong)
    words = {**page(found), **related(found, reader), "reading": read_by(found, reader)}
    answer = render(request, "jobs/listing.html", words)
    patch_vary_headers(answer, ["Cookie"])
    return answer


def read_by(listing: Listing, reader: Situation) -> PersonalFit | None:
    place = job_detail.statement(listing.facts, job_detail.stated(listing), "residence")
    return personal_fit(listing.facts, reader, place.quote)


def survivor(merged: Listing) -> Listing:
    """Where a merged listing went; the one it went to may have been merged again."""
    passed = {merged.pk}
    while merged.merged_into is not None and merged.merged_into_id not in passed:
        merged = merged.merged_into
        passed.add(merged.pk)
    return merged


def of_company(listing: Listing) -> list[int]:
    """The newest other open ones of the same company."""
    found = others(listing).filter(company=listing.company_id).values_list("pk", flat=True)
    return list(found[:SIMILAR])


def similar(listing: Listing) -> list[int]:
    """The newest open ones of other companies that share most of what this one asks for."""
    fitting = others(listing).exclude(company=listing.company_id)
    if listing.category:
        fitting = fitting.filter(category=listing.category)
    wanted = set(listing.facts.get("skills") or ()), set(listing.facts.get("seniority") or ())
    found = fitting.values_list("pk", "facts__skills", "facts__seniority")[:COMPARED]

    def shared(one: tuple[int, list[str] | None, list[str] | None]) -> int:
        skills, levels = (len(own & set(given or ())) for own, given in zip(wanted, one[1:], strict=True))
        return 2 * skills + levels

    return [pk for pk, _, _ in sorted(found, key=shared, reverse=True)[:SIMILAR]]


def others(listing: Listing) -> ListingQuerySet:
    return Listing.objects.open().filter(is_sample=listing.is_sample).exclude(pk=listing.pk).newest()


def related(listing: Listing, reader: Situation) -> dict[str, object]:
    """Both lists, their cards read at once."""
    own, alike = of_company(listing), similar(listing)
    shown = {card.pk: card for card in cards([*own, *alike], reader)}
    return {
        "of_company": [shown[pk] for pk in own if pk in shown],
        "similar": [shown[pk] for pk in alike if pk in shown],
    }


def checks(listing: Listing) -> int:
    """How often its boards answered since it was first seen, as far back as fetches are kept."""
    sources = {posting.source_id for posting in listing.postings.all()}
    return Fetch.objects.good().filter(source__in=sources, started_at__gte=listing.first_seen_at).count()


def page(listing: Listing) -> dict[str, object]:
    full = job_detail.full_text_allowed(listing)
    html = listing.leading.html if listing.leading else ""
    shown, anchors = mark_evidence(plain(html), html, listing.facts.get("spans", {})) if full else ("", {})
    markup = job_posting(listing)
    return {
        "listing": listing,
        "statements": job_detail.statements(listing),
        "found_on": job_detail.found_on(listing),
        "apply_address": job_detail.apply_address(listing) if listing.is_open else "",
        "published_again": job_detail.published_again(listing),
        "html": shown,
        "anchors": anchors,
        "summary": job_detail.summary(html),
        "markup": in_script(markup) if markup else "",
        "ledger": history(listing, full_text=full),
        "checks": checks(listing),
        "kept_days": settings.FETCH_DAYS,
        "canonical": absolute(listing.get_absolute_url()),
        "share_title": f"{listing.title}, {listing.company.name}",
        "share_image": absolute(f"/jobs/{listing.pk}/share.png"),
    }
