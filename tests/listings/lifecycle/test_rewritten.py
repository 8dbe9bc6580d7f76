"""Since when an ad is what it says, however it came to say it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.utils import timezone

from listings.dedup import normalise
from listings.lifecycle import match_keys, recluster
from listings.models import Listing, MatchKey, Posting, Source
from tests.listings.dedup.vacancies import text
from tests.listings.lifecycle.test_takedowns import an_ad, ingest, lines

pytestmark = pytest.mark.django_db
OTHER, JOB = text("other", length=400), text("job")
OTHER_WORDS, JOB_WORDS = OTHER.split(), JOB.split()
# From one text to another, each version with more than half of the one before.
STEPS = [
    f"{OTHER} {' '.join(JOB_WORDS[:250])}",
    f"{' '.join(OTHER_WORDS[:330])} {JOB}",
    f"{' '.join(OTHER_WORDS[:150])} {JOB}",
    JOB,
]


def show(days: float, source: Source | str = "remotive", external_id: str = "x", **ad: Any) -> datetime:
    """Ingest an ad on that day from now, and say when that was."""
    with time_machine.travel(timezone.now() + timedelta(days=days), tick=False):
        of = {"board": source} if isinstance(source, str) else {"source": source}
        ingest(an_ad(external_id, **{"workplace": ("remote",), **ad}), **of)
        return timezone.now()


def account(board: str, token: str) -> Source:
    return Source.objects.create(name=token, board=board, options={"token": token})


def first_seen(external_id: str = "x") -> datetime:
    return Posting.objects.get(external_id=external_id).first_seen_at


def test_an_ad_that_becomes_a_copy_in_small_steps_is_no_older_than_the_employers() -> None:
    published = timezone.now() + timedelta(days=-1)
    show(-200, title="Office coordinator", html=OTHER)
    show(-1, account("greenhouse", "quayside"), "h", html=JOB, published_at=published)
    address = Posting.objects.get(external_id="h").listing.get_absolute_url()
    for step, words in enumerate(STEPS):
        show(step / 24, title="Office coordinator" if step < 2 else "Tide clerk", html=words)
    recluster.recluster()
    listing = Listing.objects.visible().with_postings().get()
    assert (listing.postings.count(), listing.get_absolute_url()) == (2, address)
    assert min(listing.posted_at, listing.first_seen_at) >= published


def test_edits_over_a_year_leave_an_ad_its_age() -> None:
    lines_of_ad = list(range(100))
    begun = show(-400, html=lines(lines_of_ad))
    for quarter in range(4):
        lines_of_ad[quarter * 8 : quarter * 8 + 8] = range(200 + quarter * 8, 205 + quarter * 8)
        show(90 * quarter - 270, html=lines(lines_of_ad))
    assert first_seen() == begun
    assert Posting.objects.get().posted_at == begun


def test_an_ad_that_began_anew_is_compared_with_its_new_text() -> None:
    show(-9, html=OTHER)
    begun = show(-8, html=JOB)
    show(-7, html=" ".join(JOB_WORDS[:250]))
    assert first_seen() == begun
    again = show(-6, html=OTHER)
    assert first_seen() == again


@pytest.mark.slow
def test_a_text_left_out_for_a_while_is_no_way_to_another() -> None:
    begun = show(-9, html=OTHER)
    show(-8, html="Read the tides.")
    assert first_seen() == begun
    again = show(-7, html=JOB)
    assert first_seen() == again
    show(-6, html="Read the tides.")
    assert first_seen() == again
    retitled = show(-5, title="Office coordinator", html="Read the tides.")
    assert first_seen() == retitled


@pytest.mark.slow
def test_an_ad_that_began_without_a_text_keeps_to_its_first_one() -> None:
    begun = show(-9, html="Read the tides.")
    show(-8, html=OTHER)
    assert first_seen() == begun
    again = show(-7, html=JOB)
    assert first_seen() == again


@pytest.mark.slow
def test_under_another_title_more_of_the_text_has_to_stay() -> None:
    begun = show(-9, html=OTHER)
    shared = " ".join([*OTHER_WORDS[:300], *JOB_WORDS[:100]])
    show(-8, html=shared)
    show(-7, title="Office coordinator", html=OTHER)
    assert first_seen() == begun
    again = show(-6, title="Office coordinator", html=shared)
    assert first_seen() == again


@pytest.mark.slow
def test_ads_that_swap_their_texts_are_both_as_new_as_the_later_one() -> None:
    show(-200, html=OTHER, title="Office coordinator")
    show(-1, external_id="y", html=JOB)
    swapped = show(0, html=JOB)
    show(0, external_id="y", html=OTHER, title="Office coordinator")
    assert min(first_seen("x"), first_seen("y")) >= swapped


@pytest.mark.slow
def test_a_rewritten_ad_is_as_new_as_its_board_says() -> None:
    show(-200, html=OTHER, title="Office coordinator")
    now = show(0, html=JOB)
    assert Posting.objects.get().posted_at == Listing.objects.get().posted_at == now
    stated = now - timedelta(days=3)
    show(1, html=OTHER, published_at=stated)
    assert Posting.objects.get().posted_at == Listing.objects.get().posted_at == stated


@pytest.mark.slow
def test_the_legal_form_makes_no_other_employer() -> None:
    begun = show(-9, html=JOB)
    show(-8, html=JOB, company="Quayside GmbH")
    assert first_seen() == begun


def test_an_account_is_no_older_than_the_name_of_its_ads() -> None:
    own, thief = account("greenhouse", "harborline"), account("recruitee", "harb")
    show(-400, thief, "old", title="Office clerk", company="Harb", html=OTHER)
    for day in (-100, -50, -2):
        show(day, own, "h", company="Harborline", html=JOB)
    show(-1, thief, "x", company="Harborline", html=JOB, apply_url="https://steal.example/")
    renamed = show(0, thief, "old", title="Office clerk", company="Harborline", html=OTHER)
    assert first_seen("old") == renamed
    show(0.1, thief, "x", company="Harborline", html=JOB, apply_url="https://steal.example/2")
    listing = Listing.objects.with_postings().get(title="Tide clerk")
    assert (listing.postings.count(), listing.account, listing.leading) == (
        2,
        own,
        Posting.objects.get(external_id="h"),
    )


def test_an_account_is_as_old_as_its_first_ad_whatever_that_says_now() -> None:
    own, thief = account("greenhouse", "quayside"), account("recruitee", "quayside-jobs")
    show(-400, own, "h", title="Office clerk", html=OTHER)
    show(-100, thief, "y", title="Lamp keeper", html=text("keeper"))
    show(-2, own, "h", html=JOB)
    show(-1, thief, "x", html=JOB)
    assert Posting.objects.get(external_id="x").listing.account == own
    MatchKey.objects.update(version=0)
    assert match_keys.update(match_keys.stale(), 100) == 3
    assert MatchKey.objects.filter(version=normalise.VERSION).count() == 3
    assert Posting.objects.get(external_id="x").listing.account == own


def test_the_address_of_a_job_stays_with_it_when_the_ad_that_made_it_becomes_another() -> None:
    show(-30, html=JOB, location="Pyongyang")
    show(-29, account("greenhouse", "quayside"), "h", html=JOB, location="Lisbon")
    recluster.recluster()
    job = Listing.objects.visible().get()
    assert job.places == ["Lisbon"]
    show(-1, title="Casino promoter", html=OTHER)
    recluster.recluster()
    assert Posting.objects.get(external_id="h").listing_id == job.pk
    assert Posting.objects.get(external_id="x").listing_id != job.pk
