"""The pages of single vacancies that a list of the same board leads to, with JobPosting markup in them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from listings.boards.base import Ad, BrokenShape, Page, Response
from listings.boards.formats.html import parse_html
from listings.boards.formats.job_sites import ads_page
from listings.boards.formats.markup import job_postings


def markup_page(response: Response, id_of: Callable[[str], str]) -> Page:
    """The first JobPosting of the page. `id_of` gives the id of an ad, by its address, as its list has it."""
    page = parse_html(response)
    postings = list(job_postings(page))[:1]
    if not postings:
        raise BrokenShape("an HTML page without JobPosting markup")
    read = ads_page(postings, page, response)
    return replace(read, ads=[_completing(ad, response.request.external_id or id_of(ad.url)) for ad in read.ads])


def _completing(ad: Ad, external_id: str) -> Ad:
    """What the markup leaves out stays as the list states it."""
    return replace(
        ad,
        external_id=external_id,
        location=ad.location or None,
        workplace=ad.workplace or None,
        employment=ad.employment or None,
        salary=ad.salary or None,
    )
