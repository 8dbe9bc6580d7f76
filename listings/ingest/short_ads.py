"""Ads that a list describes in short, completed by what their own pages state."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from listings.boards.base import Ad, Page, Request
from listings.ingest.prepare import keep_known_fields


def ids_with_pages(page: Page) -> set[str]:
    """External ids of the ads whose own pages the list refers to."""
    return {link.external_id for link in page.follow if link.external_id}


def completed_ads(pages: Iterable[tuple[Request, Page]]) -> Iterator[Ad]:
    """The ads of all pages. One that its list both describes and refers to waits for its page, and else comes last."""
    waiting: dict[str, Ad] = {}
    for request, page in pages:
        followed = ids_with_pages(page)
        for ad in page.ads:
            if ad.external_id in followed:
                waiting.setdefault(ad.external_id, ad)
            elif request.external_id and (short := waiting.pop(ad.external_id, None)):
                yield keep_known_fields(ad, short)
            else:
                yield ad
    yield from waiting.values()
