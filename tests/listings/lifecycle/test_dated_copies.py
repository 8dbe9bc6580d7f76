"""A date that a copy states is a claim: it joins no open job to one that closed long before the copy was seen."""

from __future__ import annotations

from datetime import timedelta
from itertools import permutations

import pytest
import time_machine
from django.utils import timezone

from listings.lifecycle import closing, recluster
from listings.models import Listing, Posting
from tests.examples import few
from tests.listings.lifecycle.test_takedowns import an_ad, ingest, lines

pytestmark = pytest.mark.django_db
TEXT = lines(range(100))


def show(board: str, external_id: str, *, days_ago: float = 0, published: float | None = None) -> None:
    """`published`: how many days ago, as the ad says."""
    now = timezone.now()
    with time_machine.travel(now - timedelta(days=days_ago), tick=False):
        stated = None if published is None else now - timedelta(days=published)
        ingest(an_ad(external_id, html=TEXT, published_at=stated), board=board)


def close(external_id: str) -> None:
    source = Posting.objects.get(external_id=external_id).source
    closing.close_gone_pages(source, [external_id], timezone.now())


def groups() -> list[set[str]]:
    kept = Listing.objects.visible().prefetch_related("postings")
    return sorted(({posting.external_id for posting in listing.postings.all()} for listing in kept), key=sorted)


@pytest.mark.parametrize("board_of_old", ["remotive", "himalayas"])
@pytest.mark.parametrize("order", few([list(order) for order in permutations(["new", "copy"])], 2))
def test_a_copy_with_an_early_date_leaves_the_closed_job_closed(board_of_old: str, order: list[str]) -> None:
    show(board_of_old, "old", days_ago=80)
    close("old")
    for external_id in order:
        show(
            "remotive" if external_id == "new" else "weworkremotely",
            external_id,
            published=None if external_id == "new" else 75,
        )
    recluster.recluster()
    assert groups() == [{"copy", "new"}, {"old"}]
    listing = Listing.objects.open().get()
    assert listing.posted_at > timezone.now() - timedelta(days=76)


@pytest.mark.parametrize("days_ago", [80, 30])
def test_nor_does_a_copy_that_was_there_all_the_time_join_what_one_board_had_long_before(days_ago: int) -> None:
    show("remotive", "old", days_ago=80)
    show("weworkremotely", "copy", days_ago=days_ago)
    close("old")
    show("weworkremotely", "copy")
    show("remotive", "new")
    recluster.recluster(everything=True)
    assert groups() == [{"copy", "new"}, {"old"}]


def test_a_board_that_puts_a_job_up_again_and_again_has_one_vacancy() -> None:
    for external_id, days_ago in (("a", 80), ("b", 40), ("c", 0)):
        show("remotive", external_id, days_ago=days_ago)
        if days_ago:
            close(external_id)
    show("weworkremotely", "copy")
    assert Listing.objects.count() == 1
    recluster.recluster(everything=True)
    assert groups() == [{"a", "b", "c", "copy"}]


def test_a_copy_dated_before_the_open_ad_is_a_copy_of_it() -> None:
    show("remotive", "new", published=2)
    show("weworkremotely", "copy", published=50)
    recluster.recluster()
    assert groups() == [{"copy", "new"}]
