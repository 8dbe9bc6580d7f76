"""The hand-written SQL finds what the ORM finds, and each row comes back as the candidate that was stored."""

from __future__ import annotations

import random
from datetime import timedelta
from typing import Any

import pytest
from django.db.models import Q
from django.utils import timezone

from listings.dedup import blocking
from listings.dedup.features import match_features
from listings.dedup.normalise import fold
from listings.facts.text import plain
from listings.ingest.writer import Ingest
from listings.models import Fetch, MatchKey, Posting, Source
from tests.examples import few
from tests.listings.dedup.vacancies import an_ad, text

pytestmark = pytest.mark.django_db


def write(board: str, *, is_sample: bool = False, count: int = 30) -> Source:
    source = Source.objects.create(name=f"{board}-{is_sample}", board=board, is_sample=is_sample)
    fetch = Fetch.objects.create(source=source, started_at=timezone.now())
    Ingest(source, fetch, fetch.started_at).page(
        [an_ad(str(number), title=f"Analyst {number % 7}", words=text(number % 5)) for number in range(count)]
    )
    return source


@pytest.mark.parametrize("is_sample", few([False, True]))
def test_sharing_finds_the_rows_whose_blocks_overlap(is_sample: bool) -> None:
    write("remotive")
    write("weworkremotely")
    write("remotive", is_sample=True)
    stored = sorted({block for blocks in MatchKey.objects.values_list("blocks", flat=True) for block in blocks})
    drawn = random.Random(1)
    for count in (0, 1, 2, 5, len(stored)):
        # Stored keys, one of them twice, and keys that no row has.
        keys = drawn.sample(stored, count) + stored[: min(count, 1)] * 2 + [7, -7]
        overlapping = MatchKey.objects.filter(blocks__overlap=keys, posting__source__is_sample=is_sample)
        expected = set(overlapping.values_list("posting", flat=True))
        candidates = blocking.load_sharing(keys, is_sample=is_sample)
        assert sorted(candidate.posting for candidate in candidates) == sorted(expected)
    assert len(expected) == (30 if is_sample else 60)


def test_no_keys_cost_no_query(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        assert blocking.load_sharing([], is_sample=False) == []


def test_a_candidate_is_read_as_it_was_stored() -> None:
    source = Source.objects.create(name="mine", board="remotive")
    now = timezone.now()
    ad = an_ad(
        "a|1",
        title="Senior Harbour Analyst (Part-time), Lyon",
        location="Lyon, France; New York",
        published_at=now - timedelta(days=3),
        expires_at=now + timedelta(days=3),
    )
    fetch = Fetch.objects.create(source=source, started_at=now)
    Ingest(source, fetch, now).page([ad, an_ad("2", location="")])
    posting = Posting.objects.get(external_id="a|1")
    by_key = {candidate.key: candidate for candidate in blocking.load_candidates(Q(posting__source=source))}
    candidate = by_key["mine", "a|1"]
    assert candidate.features == match_features(ad, fold(plain(ad.html)))
    assert (candidate.board, candidate.posting, candidate.listing) == ("remotive", posting.pk, posting.listing_id)
    assert candidate.fingerprint == bytes(posting.fingerprint)
    assert (candidate.begun_at, candidate.seen_until) == (ad.published_at, now)
    assert by_key["mine", "2"].features.places == frozenset()
