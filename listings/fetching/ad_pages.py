"""What is believed of an ad's own page: what it says of its ad, and nothing of the ads that others show.

Whoever writes one ad of a site may write a whole page of it, with the markup of a hundred vacancies.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import replace

from listings.boards.base import Ad, Page, Request
from listings.boards.bounds import is_indexable
from listings.fetching.last_responses import LastResponses, RequestKey

log = logging.getLogger(__name__)

# Of one page. A team's profile has some twenty.
MAX_ADS = 50


class AdOwners:
    """Which request speaks for which ad of a source: a list for those that it names, and else the page that had it.

    A page that no list names any more owns nothing.
    """

    def __init__(self, known: LastResponses, lists: Iterable[tuple[RequestKey, Iterable[str]]] = ()) -> None:
        """`lists`: the lists of this fetch and the ids that they name, which count in place of the known ones."""
        now = dict(lists)
        self.listed = {external_id for external_ids in now.values() for external_id in external_ids}
        for row in known.rows.values():
            if not row.external_id and (row.url, row.body) not in now:
                self.listed.update(row.external_ids)
        # External id → that of the page's request. The page that was read longest ago has claimed it first.
        self.pages: dict[str, str] = {}
        for row in known.rows.values():
            if row.external_id in self.listed:
                others = (external_id for external_id in row.external_ids if external_id != row.external_id)
                self.pages.update(dict.fromkeys(others, row.external_id))

    def add_list(self, external_ids: Iterable[str]) -> None:
        self.listed.update(external_ids)

    def of_its_own(self, request: Request, page: Page) -> Page:
        """The page of one ad without the ads of others, and with one record rejected at most, as it is one record.

        What else it describes gets an id below that of its ad: the address that it states may be that of an ad which
        is not listed just now, or not yet.
        """
        own = (self._as_own(request.external_id, ad) for ad in page.ads)
        ads = [ad for ad in own if ad is not None][:MAX_ADS]
        if left_out := len(page.ads) - len(ads):
            log.info("%s describes %d ads too many, or that other pages show.", request.url, left_out)
        return replace(page, ads=ads, present=(), follow=(), rejected=page.rejected[:1])

    def _as_own(self, requested: str, ad: Ad) -> Ad | None:
        """None for an ad of others. One that the page has shown under its own id before keeps that."""
        stated = ad.external_id
        if stated == requested:
            return ad
        if stated in self.listed or self.pages.get(stated, requested) != requested:
            return None
        if stated in self.pages or stated.startswith(f"{requested}#"):
            return ad
        external_id = f"{requested}#{stated}"
        return replace(ad, external_id=external_id) if is_indexable(external_id) else None
