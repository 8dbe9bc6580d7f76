"""The grouping is the same in whatever order the ads arrive."""

from __future__ import annotations

from django.utils import timezone
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from listings.ingest import backfill
from listings.ingest.writer import Ingest
from listings.models import Fetch, KeepSeparate, Listing, MatchKey, Posting, Source
from tests.examples import examples
from tests.listings.dedup.vacancies import an_ad, text

LONG = text(length=400).split()
VACANCIES = st.fixed_dictionaries(
    {
        "title": st.sampled_from(["Analyst", "Analyst (m/w/d)", "Senior Analyst", "Analyst - Lyon", "Staff Analyst"]),
        "company": st.sampled_from(["Quayside", "Quayside Inc.", "quay-side", "Quayside Systems", "Millrace"]),
        "location": st.sampled_from(["Worldwide", "Lyon", "Lyon, France", "Turin"]),
        # Windows over one text: neighbours are alike, the ends are not; a short one may be a part of both ends.
        "words": st.tuples(st.integers(0, 6), st.sampled_from([60, 110, 260])).map(
            lambda window: " ".join(LONG[window[0] * 20 : window[0] * 20 + window[1]])
        ),
    }
)
BOARDS = ("remotive", "weworkremotely", "remoteco")


class Orders(TestCase):
    @settings(max_examples=examples(2), deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
    @given(
        stated=st.lists(VACANCIES, min_size=2, max_size=9),
        parted=st.sets(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=3),
        data=st.data(),
    )
    def test_any_order_of_arrival_gives_the_same_groups(
        self, stated: list[dict[str, str]], parted: set[tuple[int, int]], data: st.DataObject
    ) -> None:
        numbers = list(range(len(stated)))
        orders = [numbers, data.draw(st.permutations(numbers)), data.draw(st.permutations(numbers))]
        sizes = [data.draw(st.integers(1, len(stated))) for _ in orders]
        pairs = {(a, b) for a, b in parted if a < b < len(stated)}
        groups = [self._groups(stated, order, size, pairs) for order, size in zip(orders, sizes, strict=True)]
        assert groups[0] == groups[1] == groups[2]

    def _groups(
        self, stated: list[dict[str, str]], order: list[int], size: int, parted: set[tuple[int, int]]
    ) -> list[list[str]]:
        """Ads come in batches of `size`, a page for each board; an admin parts some of them; then identity runs."""
        Listing.objects.update(leading=None, merged_into=None)
        Posting.objects.all().delete()
        Listing.objects.all().delete()
        now = timezone.now()
        sources = {board: Source.objects.get_or_create(name=board, defaults={"board": board})[0] for board in BOARDS}
        for start in range(0, len(order), size):
            batch = order[start : start + size]
            for board in dict.fromkeys(BOARDS[number % 3] for number in batch):
                page = [number for number in batch if BOARDS[number % 3] == board]
                fetch = Fetch.objects.create(source=sources[board], started_at=now)
                Ingest(sources[board], fetch, now).page(
                    [an_ad(str(number), workplace=("100% Remote Work",), **stated[number]) for number in page]
                )
            self._part(parted)
            if start % 2:
                backfill.recluster_all()
        backfill.recluster_all()
        shown = Listing.objects.visible().prefetch_related("postings")
        assert all(listing.leading_id is not None for listing in shown)
        return sorted(sorted(one.external_id for one in listing.postings.all()) for listing in shown)

    def _part(self, parted: set[tuple[int, int]]) -> None:
        kept = dict(Posting.objects.values_list("external_id", "pk"))
        for one, other in parted:
            if str(one) in kept and str(other) in kept:
                first, second = sorted((kept[str(one)], kept[str(other)]))
                KeepSeparate.objects.get_or_create(first_id=first, second_id=second)
                MatchKey.objects.filter(posting__in=[first, second]).update(unsettled=True)
