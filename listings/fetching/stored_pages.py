"""The pages in stored responses, read with the same care as in their fetch."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator

from listings.boards.base import BrokenShape, Page, Rejected
from listings.fetching import deadly_responses, snapshots
from listings.fetching.ad_pages import AdOwners
from listings.fetching.block_pages import read_page
from listings.fetching.last_responses import LastResponses
from listings.ingest.failures import is_a_records, reason
from listings.ingest.process_deaths import EndsProcesses
from listings.ingest.short_ads import ids_with_pages
from listings.models import Snapshot, Source

log = logging.getLogger(__name__)


def read(source: Source, rows: Iterable[Snapshot]) -> Iterator[tuple[Snapshot, Page]]:
    """Raises BrokenShape for a list, or BlockPage. A detail page that cannot be read is a rejected record of its ad."""
    owners = AdOwners(LastResponses(source))
    for snapshot in rows:
        response = snapshots.response(snapshot)
        is_detail = bool(response.request.external_id)
        try:
            with deadly_responses.watched(source, response.request):
                page = read_page(source.board_config, response)
        except Exception as error:
            if not is_a_records(error):
                raise
            is_expected = isinstance(error, (BrokenShape, EndsProcesses))
            trouble = str(error) if is_expected else f"Internal error: {reason(error)}"
            if not is_expected:
                log.exception("%s: a snapshot of %s cannot be parsed.", source, response.request.url)
            if isinstance(error, BrokenShape) and not is_detail:
                raise
            if not is_detail:
                raise BrokenShape(trouble) from error
            page = Page(rejected=[Rejected(response.request.url, trouble)])
        if is_detail:
            page = owners.of_its_own(response.request, page)
        else:
            owners.add_list([*page.present, *(ad.external_id for ad in page.ads), *ids_with_pages(page)])
        yield snapshot, page
