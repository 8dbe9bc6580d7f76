"""Two jobs that a board tells apart, or two boards at the same time, stay two whoever holds the texts of both."""

from __future__ import annotations

import pytest

from listings.dedup import blocking
from listings.lifecycle import recluster
from listings.models import Listing
from tests.examples import few
from tests.listings.lifecycle.test_takedowns import an_ad, ingest, lines

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("shared", few([10, 30]))
def test_an_ad_with_the_texts_of_two_jobs_of_a_board_makes_one_of_neither(shared: int) -> None:
    ends = {"h": range(100), "g": range(100 - shared, 200 - shared)}
    ingest(*(an_ad(name, html=lines(end)) for name, end in ends.items()), board="weworkremotely")
    ingest(an_ad("b", html=lines(range(200 - shared))))
    recluster.recluster()
    assert Listing.objects.visible().count() == 2


@pytest.mark.parametrize("shared", few([30, 0, 40]))
def test_nor_of_two_jobs_on_two_boards(shared: int) -> None:
    ingest(an_ad("h", html=lines(range(100))), board="weworkremotely")
    ingest(an_ad("g", html=lines(range(100 - shared, 200 - shared))), board="himalayas")
    ingest(an_ad("b", html=lines(range(200 - shared))))
    recluster.recluster()
    assert Listing.objects.visible().count() == 2


def jobs_of(board: str) -> int:
    return Listing.objects.visible().filter(postings__source__name=board).distinct().count()


@pytest.mark.parametrize("bound", ["MAX_COMPONENT", "MAX_NEIGHBOURS"])
def test_nor_do_many_more_than_can_be_compared(bound: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recluster if bound == "MAX_COMPONENT" else blocking, bound, 2)
    # Far from each other among all, in the order in which a crowded block is compared.
    texts = [lines(range(300, 400)), lines(range(1300, 1400))]
    ingest(an_ad("h", html=texts[0]), board="weworkremotely")
    ingest(*(an_ad(f"x{number}", html=f"{''.join(texts)}<p>Ref {number}</p>") for number in range(9)))
    ingest(an_ad("h", html=texts[0]), an_ad("g", html=texts[1]), board="weworkremotely")
    recluster.recluster()
    assert jobs_of("weworkremotely") == 2


def test_an_ad_that_becomes_another_job_leaves_however_many_hold_both(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recluster, "MAX_COMPONENT", 3)
    texts = [lines(range(100)), lines(range(100, 200))]
    ingest(an_ad("h", html=texts[0]), an_ad("g", html=texts[0]), board="weworkremotely")
    ingest(*(an_ad(f"x{number}", html=f"{''.join(texts)}<p>Ref {number}</p>") for number in range(9)))
    address = Listing.objects.visible().get().get_absolute_url()
    ingest(an_ad("g", html=texts[1]), board="weworkremotely")
    recluster.recluster()
    assert jobs_of("weworkremotely") == 2
    assert Listing.objects.visible().get(postings__external_id="h").get_absolute_url() == address
