"""Employers whose names begin alike, and an ad under what the names have in common."""

from __future__ import annotations

import pytest

from listings.lifecycle import recluster
from listings.models import Listing
from tests.listings.lifecycle.test_takedowns import an_ad, ingest, lines

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("bridge_at", [1, 2])
def test_an_ad_with_the_texts_of_two_employers_joins_one_of_them(bridge_at: int) -> None:
    texts = {"Global Logic": lines(range(40)), "Global Payments": lines(range(100, 140))}
    ads = [(an_ad(name[-3:], company=name, html=text), "weworkremotely") for name, text in texts.items()]
    ads.insert(bridge_at, (an_ad("b", company="Global", html="".join(texts.values())), "remotive"))
    for ad, board in ads:
        ingest(ad, board=board)
    recluster.recluster()
    assert Listing.objects.open().count() == 2


@pytest.mark.parametrize("bridge_at", [0, 1, 2])
@pytest.mark.parametrize("shared", [0, 20])
def test_nor_are_employers_one_of_whom_the_other_has_the_name(shared: int, bridge_at: int) -> None:
    ends = {"Quayside": (0, 100, "remotive"), "Quayside Systems": (100 - shared, 200 - shared, "himalayas")}
    ads = [(an_ad(name, company=name, html=lines(range(*end))), board) for name, (*end, board) in ends.items()]
    both = an_ad("b", company="Quayside", html=lines(range(200 - shared)))
    ads.insert(bridge_at, (both, "weworkremotely"))
    for ad, board in ads:
        ingest(ad, board=board)
    recluster.recluster()
    assert Listing.objects.open().count() == 2
