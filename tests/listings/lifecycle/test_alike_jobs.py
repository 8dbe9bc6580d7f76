"""Jobs of one employer that are much alike, copied by other boards: as many vacancies as its own board has open."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from itertools import permutations
from typing import Any, NamedTuple

import pytest
import time_machine
from django.utils import timezone

from listings.boards.base import Ad
from listings.lifecycle import closing, recluster
from listings.models import Listing, Posting, Source
from tests.examples import few
from tests.listings.lifecycle.test_takedowns import an_ad, ingest, lines

pytestmark = pytest.mark.django_db
EMPLOYER, COPYING, THIRD = "greenhouse", "weworkremotely", "himalayas"


class Shown(NamedTuple):
    board: str
    ad: Ad


def shown(board: str, external_id: str, start: int, end: int, **ad: Any) -> Shown:
    """An ad with these lines of one long text."""
    return Shown(board, an_ad(external_id, html=lines(range(start, end)), workplace=("remote",), **ad))


def arrive(ads: Iterable[Shown], *, clustered: bool = False) -> None:
    for board, ad in ads:
        ingest(ad, board=board)
        if clustered:
            recluster.recluster()


def groups() -> list[set[str]]:
    kept = Listing.objects.visible().prefetch_related("postings")
    return sorted(({posting.external_id for posting in listing.postings.all()} for listing in kept), key=sorted)


def jobs_of(board: str) -> int:
    return Listing.objects.visible().filter(postings__source__board=board).distinct().count()


def orders(count: int) -> list[Any]:
    return few([list(order) for order in permutations(range(count))], 2)


TEXTS = [shown(EMPLOYER, "A", 0, 100), shown(EMPLOYER, "B", 25, 125), shown(COPYING, "a", 0, 100)]
TERMS = [
    shown(EMPLOYER, "A", 0, 100, title="Tide clerk (Part-time)"),
    shown(EMPLOYER, "B", 0, 100, title="Tide clerk (Full-time)"),
    shown(COPYING, "a", 0, 99),
]
PLACES = [
    shown(EMPLOYER, "A", 0, 100, location="Lyon"),
    shown(EMPLOYER, "B", 14, 114, location="Turin"),
    shown(COPYING, "a", 0, 98, location="Lyon; Turin"),
]
BOTH_TEXTS = [*TEXTS[:2], shown(COPYING, "a", 0, 125)]
OF_THE_BOARD = [*TEXTS[:2], shown(EMPLOYER, "a", 10, 110)]
CASES = [TEXTS, TERMS, PLACES, BOTH_TEXTS, OF_THE_BOARD]


@pytest.mark.parametrize("clustered", [False, True])
@pytest.mark.parametrize("order", orders(3))
@pytest.mark.parametrize("ads", CASES, ids=["texts", "terms", "places", "both texts", "of the same board"])
def test_a_copy_like_two_open_jobs_makes_one_of_neither(ads: list[Shown], order: list[int], clustered: bool) -> None:
    arrive((ads[number] for number in order), clustered=clustered)
    assert not any({"A", "B"} <= group for group in groups())
    recluster.recluster()
    assert len(groups()) == 2
    assert not any({"A", "B"} <= group for group in groups())


@pytest.mark.parametrize("order", orders(3))
@pytest.mark.parametrize("ads", [TEXTS, PLACES], ids=["texts", "places"])
def test_the_copy_goes_to_the_job_that_it_resembles_most(ads: list[Shown], order: list[int]) -> None:
    arrive(ads[number] for number in order)
    recluster.recluster()
    assert groups() == [{"A", "a"}, {"B"}]


@pytest.mark.parametrize("copies_first", [False, True])
def test_six_jobs_of_one_template_stay_six(copies_first: bool) -> None:
    def jobs(board: str, names: str) -> list[Shown]:
        # Three quarters are the employer's template.
        starts = {name: 1000 + 25 * "abcdef".index(name.lower()) for name in names}
        texts = {name: lines([*range(75), *range(start, start + 25)]) for name, start in starts.items()}
        return [Shown(board, an_ad(name, html=html, workplace=("remote",))) for name, html in texts.items()]

    arrivals = [jobs(EMPLOYER, "ABCDEF"), jobs(COPYING, "ace")]
    for ads in reversed(arrivals) if copies_first else arrivals:
        ingest(*(ad for _, ad in ads), board=ads[0].board)
    recluster.recluster()
    assert groups() == [{"A", "a"}, {"B"}, {"C", "c"}, {"D"}, {"E", "e"}, {"F"}]


@pytest.mark.parametrize("order", orders(4))
def test_copies_of_two_boards_go_each_to_its_job(order: list[int]) -> None:
    ads = [*TEXTS, shown(THIRD, "b", 25, 125)]
    arrive(ads[number] for number in order)
    recluster.recluster()
    assert groups() == [{"A", "a"}, {"B", "b"}]


@pytest.mark.parametrize("order", orders(4))
def test_of_equal_texts_the_copy_goes_by_place_terms_and_then_date(order: list[int]) -> None:
    now = timezone.now()
    part, full = "Tide clerk (Part-time)", "Tide clerk (Full-time)"
    ads = [
        shown(EMPLOYER, "A", 0, 100, title=part, published_at=now - timedelta(days=9)),
        shown(EMPLOYER, "B", 0, 100, title=full, published_at=now - timedelta(days=2)),
        shown(COPYING, "a", 0, 100, title=f"{part} job", published_at=now - timedelta(days=2)),
        shown(THIRD, "b", 0, 100, published_at=now - timedelta(days=3)),
    ]
    arrive(ads[number] for number in order)
    recluster.recluster()
    assert groups() == [{"A", "a"}, {"B", "b"}]


@pytest.mark.parametrize("copied", [False, True])
def test_what_a_board_shows_twice_is_still_one_job(copied: bool) -> None:
    ads = [shown(EMPLOYER, "A", 0, 100), shown(EMPLOYER, "B", 8, 108)]
    arrive([*([shown(COPYING, "a", 0, 100), shown(COPYING, "b", 8, 108)] if copied else []), *ads])
    recluster.recluster()
    assert len(groups()) == 1


@pytest.mark.parametrize("copied", [False, True])
def test_a_job_listed_once_per_town_is_still_one_job(copied: bool) -> None:
    # The first and the last are less alike than two towns may be; the one between joins them.
    towns = {"Lyon": 0, "Turin": 5, "Ghent": 10}
    boards = [EMPLOYER, COPYING] if copied else [EMPLOYER]
    arrive(
        shown(board, f"{town} {board}", start, start + 100, location=town)
        for board in boards
        for town, start in towns.items()
    )
    recluster.recluster()
    assert len(groups()) == 1


def test_copies_under_unlike_terms_do_not_part_what_a_board_shows_twice() -> None:
    arrive([shown(COPYING, "a", 0, 100, title="Tide clerk (Contract)")])
    arrive([shown(COPYING, "b", 5, 105, title="Tide clerk (Part-time)")])
    arrive([shown(EMPLOYER, "A", 0, 100), shown(EMPLOYER, "B", 5, 105)])
    recluster.recluster()
    assert sorted(map(len, groups())) == [1, 3]
    assert jobs_of(EMPLOYER) == 1


@pytest.mark.parametrize("ads", CASES[:3], ids=["texts", "terms", "places"])
def test_what_was_one_listing_is_parted_however_much_is_around_it(
    ads: list[Shown], monkeypatch: pytest.MonkeyPatch
) -> None:
    arrive(ads)
    Posting.objects.update(listing=Posting.objects.get(external_id="A").listing)
    monkeypatch.setattr(recluster, "MAX_COMPONENT", 2)
    recluster.recluster(everything=True)
    assert jobs_of(EMPLOYER) == 2


def close(external_id: str) -> None:
    source = Posting.objects.get(external_id=external_id).source
    closing.close_gone_pages(source, [external_id], timezone.now())


def test_a_repost_is_one_vacancy_with_the_closed_ad() -> None:
    with time_machine.travel(timezone.now() - timedelta(days=20), tick=False):
        arrive([shown(EMPLOYER, "A", 0, 100), shown(COPYING, "a", 0, 100)])
    close("A")
    arrive([shown(EMPLOYER, "B", 0, 100)])
    recluster.recluster()
    assert groups() == [{"A", "B", "a"}]


def test_nor_does_a_rewritten_repost_leave_the_copy_that_both_are_like() -> None:
    with time_machine.travel(timezone.now() - timedelta(days=20), tick=False):
        arrive([shown(EMPLOYER, "A", 0, 100), shown(COPYING, "a", 0, 100)])
    close("A")
    arrive([shown(EMPLOYER, "B", 25, 125)])
    recluster.recluster()
    assert groups() == [{"A", "B", "a"}]
    # Put up again beside the new one, it is another job.
    arrive([shown(EMPLOYER, "A", 0, 100)])
    recluster.recluster()
    assert groups() == [{"A", "a"}, {"B"}]


def test_ads_without_a_text_are_not_told_apart() -> None:
    short = "<p>Read the tides.</p>"
    towns = ["Lyon", "Turin"]
    arrive(shown(EMPLOYER, f"e {town}", 0, 100, location=town) for town in towns)
    arrive(Shown(COPYING, an_ad(f"c {town}", html=short, location=town, workplace=("remote",))) for town in towns)
    recluster.recluster()
    assert len(groups()) == 1


def test_what_two_accounts_show_is_told_apart_by_neither() -> None:
    sources = [Source.objects.create(name=f"quayside-{number}", board=EMPLOYER) for number in range(2)]
    for number, source in enumerate(sources):
        ingest(shown(EMPLOYER, f"{number}", 25 * number, 100 + 25 * number).ad, source=source)
    arrive([shown(COPYING, "a", 0, 100)])
    recluster.recluster()
    assert len(groups()) == 1
