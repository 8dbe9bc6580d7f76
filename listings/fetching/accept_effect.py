"""What accepting a quarantined fetch would change: read from its snapshots, and nothing is written."""

from __future__ import annotations

from dataclasses import dataclass

from listings.boards.base import BrokenShape
from listings.fetching import plausibility, stored_pages
from listings.fetching.block_pages import BlockPage
from listings.ingest.short_ads import ids_with_pages
from listings.models import Fetch, Posting


@dataclass(frozen=True, slots=True)
class Effect:
    """Numbers of ads: `open_now` are open, and `missing` of them are not shown. `problem`: why it cannot be read."""

    open_now: int = 0
    shown: int = 0
    new: int = 0
    reopened: int = 0
    rejected: int = 0
    missing: int = 0
    closes: bool = False
    """Whether the board's lists are complete, so that the next ones without the missing ads would close them."""
    usual: int | None = None
    """How many ads the last complete good fetch had."""
    problem: str = ""


def effect(fetch: Fetch) -> Effect:
    shown: set[str] = set()
    rejected, has_body = 0, False
    try:
        for _, page in stored_pages.read(fetch.source, fetch.snapshots.order_by("pk").iterator(chunk_size=10)):
            has_body = True
            shown.update(page.present, (ad.external_id for ad in page.ads), ids_with_pages(page))
            rejected += len(page.rejected)
    except BlockPage as block:
        return Effect(problem=f"It holds {block}.")
    except BrokenShape as error:
        return Effect(problem=f"It is not what the board publishes: {error}.")
    if not has_body:
        return Effect(problem="Its responses are no longer stored.")
    postings = Posting.objects.filter(source=fetch.source)
    known = set(postings.filter(external_id__any=list(shown)).values_list("external_id", flat=True))
    open_ids = set(postings.open().values_list("external_id", flat=True))
    return Effect(
        open_now=len(open_ids),
        shown=len(shown),
        new=len(shown - known),
        reopened=len(known - open_ids),
        rejected=rejected,
        missing=len(open_ids - shown),
        closes=fetch.source.board_config.absence == "closes",
        usual=next(iter(plausibility.usual_counts(fetch.source)), None),
    )
