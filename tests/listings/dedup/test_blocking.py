"""The hand-written SQL finds what the ORM finds, and each row comes back as the candidate that was stored."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.db.models import Q
from django.utils import timezone

from listings.dedup import blocking
from listings.dedup.features import match_features
from listings.dedup.matching import MatchCandidate
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


def candidates_of_one_title(count: int) -> list[MatchCandidate]:
    """Different ads of one employer under one title: all share a block."""
    now = timezone.now()
    made = []
    for number in range(count):
        ad = an_ad(str(number), words=text(number, length=60))
        features = match_features(ad, fold(plain(ad.html)))
        made.append(MatchCandidate(("mine", ad.external_id), features, "remotive", now, now, posting=number))
    return made


def test_in_a_crowded_block_an_ad_is_compared_with_its_nearest_neighbours() -> None:
    *kept, new = candidates_of_one_title(blocking.MAX_NEIGHBOURS * 3)
    copy = replace(new, key=("other", "copy"), posting=-1)
    blocks = blocking.Blocks()
    for candidate in kept[: blocking.MAX_NEIGHBOURS - 1]:
        blocks.add(candidate)
    assert len(list(blocks.sharing(new))) == blocking.MAX_NEIGHBOURS - 1
    assert not blocks.is_crowded(new)
    for candidate in [*kept[blocking.MAX_NEIGHBOURS - 1 :], copy]:
        blocks.add(candidate)
    sharing = list(blocks.sharing(new))
    # Twice: the blocks of title and of the name's beginning hold the same ads.
    assert len(sharing) <= blocking.MAX_NEIGHBOURS
    assert copy in sharing
    assert blocks.is_crowded(new)


def test_of_an_endless_block_the_newest_are_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    write("remotive", count=20)
    key = MatchKey.objects.values_list("blocks", flat=True)[0][0]
    sharing = MatchKey.objects.filter(blocks__contains=[key]).order_by("-posting").values_list("posting", flat=True)
    assert len(sharing) > 2
    monkeypatch.setattr(blocking, "MAX_BLOCK", 2)
    assert {candidate.posting for candidate in blocking.load_sharing([key], is_sample=False)} == set(sharing[:2])


def test_of_a_crowded_block_only_the_pairs_of_members_are_listed() -> None:
    """All would be a gigabyte of pairs where ten thousand ads share each of their blocks with other ones."""
    candidates = candidates_of_one_title(blocking.MAX_NEIGHBOURS * 2)
    every = {candidate.posting for candidate in candidates}
    pairs = {frozenset((one.key, other.key)) for one, other in blocking.candidate_pairs(candidates, every, set())}
    seen: set[tuple[int, int]] = set()
    member = candidates[7]
    near = list(blocking.candidate_pairs(reversed(candidates), {member.posting}, seen))
    assert len(seen) == len(near)
    assert {frozenset((one.key, other.key)) for one, other in near} == {pair for pair in pairs if member.key in pair}
    assert list(blocking.candidate_pairs(candidates, {member.posting}, seen)) == []
