"""What a fetch makes of the ads it reads."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.utils import timezone

from listings import operations
from listings.boards import BOARDS
from listings.boards.base import Ad
from listings.fetching import leases
from listings.fetching.leases import LeaseLost
from listings.ingest.writer import Ingest
from listings.lifecycle.refused import Refused
from listings.models import Change, Company, Fetch, LedgerRow, Listing, Merge, Posting, Source

pytestmark = pytest.mark.django_db


def an_ad(external_id: str = "1", **stated: Any) -> Ad:
    values: dict[str, Any] = {
        "url": f"https://remotive.com/remote-jobs/data/analyst-{external_id}",
        "title": "Analyst",
        "company": "Quayside",
        "html": "<p>Read the tides.</p>",
        "location": "Worldwide",
    }
    return Ad(external_id=external_id, **{**values, **stated})


@pytest.fixture
def ingest(source: Source) -> Callable[..., Fetch]:
    def run(*ads: Ad, into: Source = source) -> Fetch:
        fetch = Fetch.objects.create(source=into, started_at=timezone.now())
        Ingest(into, fetch, fetch.started_at).page(ads)
        assert fetch.seen == len(ads)
        return fetch

    return run


def kinds() -> list[str]:
    return list(Change.objects.order_by("xid", "id").values_list("kind", flat=True))


def test_new_ads_become_listings_of_their_companies(ingest: Callable[..., Fetch]) -> None:
    fetch = ingest(an_ad("1"), an_ad("2", title="Writer", company="Quayside, Inc."))
    assert fetch.new == 2
    assert [listing.title for listing in Listing.objects.order_by("pk")] == ["Analyst", "Writer"]
    assert Company.objects.get().name == "Quayside"
    assert kinds() == ["new", "new"]
    assert all(listing.leading is not None for listing in Listing.objects.all())


def test_the_same_bytes_again_write_no_change(ingest: Callable[..., Fetch]) -> None:
    ingest(an_ad("1"), an_ad("2", title="Writer"))
    before = Change.objects.count()
    with time_machine.travel(timezone.now() + timedelta(hours=6), tick=False):
        fetch = ingest(an_ad("1"), an_ad("2", title="Writer"))
        assert {posting.last_seen_at for posting in Posting.objects.all()} == {fetch.started_at}
    assert (fetch.same, fetch.new, fetch.changed) == (2, 0, 0)
    assert Change.objects.count() == before


def test_a_republished_ad_keeps_its_first_dates(ingest: Callable[..., Fetch]) -> None:
    published = timezone.now() - timedelta(days=40)
    ingest(an_ad("1", published_at=published))
    first = Listing.objects.get()
    fetch = ingest(an_ad("1", published_at=timezone.now()))
    listing = Listing.objects.get()
    assert fetch.changed == 1
    assert listing.posted_at == first.posted_at == published
    assert listing.first_seen_at == first.first_seen_at
    assert LedgerRow.objects.get().field == "published_at"


def test_title_url_and_category_change_in_place(ingest: Callable[..., Fetch]) -> None:
    ingest(an_ad("1"))
    ingest(an_ad("1", title="Remote Analyst", url="https://remotive.com/remote-jobs/sales/remote-analyst-1"))
    listing = Listing.objects.get()
    assert listing.title == "Remote Analyst"
    assert listing.slug == "remote-analyst"
    assert {row.field: row.new for row in LedgerRow.objects.all()} == {
        "title": "Remote Analyst",
        "url": "https://remotive.com/remote-jobs/sales/remote-analyst-1",
    }
    assert kinds() == ["new", "changed"]


def test_a_feed_without_a_field_erases_nothing(ingest: Callable[..., Fetch]) -> None:
    expires = timezone.now() + timedelta(days=9)
    ingest(an_ad("1", employment=("Full-Time",), expires_at=expires, fields={"region": ("Anywhere",)}))
    fetch = ingest(an_ad("1"))
    posting = Posting.objects.get()
    assert fetch.same == 1
    assert posting.as_ad.employment == ("Full-Time",)
    assert posting.expires_at == expires
    assert posting.as_ad.fields == {"region": ("Anywhere",)}


def test_an_ad_first_seen_expired_is_kept_closed(ingest: Callable[..., Fetch]) -> None:
    fetch = ingest(an_ad("1", expires_at=timezone.now() - timedelta(days=1)))
    listing = Listing.objects.get()
    assert fetch.new == 1
    assert listing.closed_reason == "expired"
    assert not Listing.objects.open().exists()
    assert ingest(an_ad("1", expires_at=listing.leading.expires_at)).same == 1  # type: ignore[union-attr]


def test_a_reappearing_ad_reopens(ingest: Callable[..., Fetch]) -> None:
    ingest(an_ad("1"))
    Posting.objects.update(closed_at=timezone.now(), closed_reason=Listing.Closed.AGED_OUT)
    Listing.objects.update(closed_at=timezone.now(), closed_reason=Listing.Closed.AGED_OUT)
    fetch = ingest(an_ad("1"))
    assert fetch.reopened == 1
    assert Listing.objects.open().exists()
    assert kinds()[-1] == "reopened"
    row = LedgerRow.objects.get(field="state")
    assert (row.old, row.new) == ("aged out", "open")


def test_an_ad_that_its_board_shows_as_a_vacancy_again_reopens(ingest: Callable[..., Fetch]) -> None:
    """The same bytes: only the rule for vacancies has changed since they closed it."""
    ingest(an_ad("1"))
    closed = {"closed_at": timezone.now(), "closed_reason": Listing.Closed.NO_VACANCY}
    Posting.objects.update(facts={"rejection": "an open application"}, **closed)
    Listing.objects.update(**closed)
    assert ingest(an_ad("1")).reopened == 1
    assert Listing.objects.open().exists()
    assert Posting.objects.get().rejection == ""


def test_an_expired_ad_reopens_only_with_a_later_date(ingest: Callable[..., Fetch]) -> None:
    past, future = timezone.now() - timedelta(days=1), timezone.now() + timedelta(days=30)
    ingest(an_ad("1", expires_at=past))
    assert ingest(an_ad("1", expires_at=past)).reopened == 0
    assert ingest(an_ad("1", expires_at=future)).reopened == 1
    assert Listing.objects.open().count() == 1


def test_what_stops_being_remote_is_closed_as_such(monkeypatch: pytest.MonkeyPatch, source: Source) -> None:
    board = BOARDS["remoteco"]
    source.board = board.name
    source.save()

    def ingest(workplace: str) -> Fetch:
        fetch = Fetch.objects.create(source=source, started_at=timezone.now())
        ad = an_ad("1", workplace=(workplace,))
        Ingest(source, fetch, fetch.started_at).page([ad])
        return fetch

    assert ingest("100% Remote Work").new == 1
    fetch = ingest("No Remote Work")
    assert (fetch.not_remote, fetch.closed) == (1, 1)
    assert Listing.objects.get().closed_reason == "not remote"
    assert ingest("No Remote Work").not_remote == 1
    assert ingest("100% Remote Work").reopened == 1


def test_a_new_on_site_ad_is_counted_and_left_out(source: Source) -> None:
    source.board = "remoteco"
    source.save()
    fetch = Fetch.objects.create(source=source, started_at=timezone.now())
    Ingest(source, fetch, fetch.started_at).page([an_ad("1", workplace=("No Remote Work",)), an_ad("2", workplace=())])
    assert (fetch.not_remote, fetch.seen, Listing.objects.count()) == (2, 2, 0)


def test_an_id_met_twice_in_a_fetch_counts_as_repeated(ingest: Callable[..., Fetch]) -> None:
    fetch = ingest(an_ad("1"), an_ad("1", title="Other words"))
    assert (fetch.new, fetch.repeated) == (1, 1)
    assert Listing.objects.get().title == "Analyst"


def test_equal_ads_are_one_listing_with_the_reason_kept(ingest: Callable[..., Fetch]) -> None:
    ingest(an_ad("1"), an_ad("2", company="QUAYSIDE Ltd"), an_ad("3", location="Germany"))
    assert Listing.objects.count() == 2
    assert Listing.objects.get(postings__external_id="1") == Listing.objects.get(postings__external_id="2")
    assert Merge.objects.get().reason == "same company, title, place and text"


def test_an_equal_ad_of_another_source_joins_and_is_told(ingest: Callable[..., Fetch]) -> None:
    ingest(an_ad("1"))
    other = Source.objects.create(name="other", board="remotive")
    ingest(an_ad("77"), into=other)
    assert Listing.objects.get().postings.count() == 2
    assert kinds() == ["new", "changed"]


def test_a_sample_never_merges_with_a_real_ad(ingest: Callable[..., Fetch]) -> None:
    ingest(an_ad("1"))
    ingest(an_ad("1"), into=Source.objects.create(name="sample-remotive", board="remotive", is_sample=True))
    assert Listing.objects.count() == 2
    assert Listing.objects.real().count() == 1


def test_a_hidden_listing_stays_away_when_seen_again_or_reposted(ingest: Callable[..., Fetch]) -> None:
    ingest(an_ad("1"))
    operations.hide(Listing.objects.get(), "names a person")
    ingest(an_ad("1", salary="$50k"), an_ad("2", salary="$50k"))
    assert not Listing.objects.visible().exists()
    assert kinds()[:2] == ["new", "hidden"]


def test_a_merge_can_be_undone_and_stays_undone(ingest: Callable[..., Fetch]) -> None:
    ingest(an_ad("1"), an_ad("2"))
    own = operations.unmerge(Merge.objects.get())
    assert own.is_open
    assert own.postings.get().external_id == "2"
    ingest(an_ad("1"), an_ad("2"))
    assert Listing.objects.open().count() == 2
    with pytest.raises(Refused):
        operations.unmerge(Merge.objects.get())


def test_a_listing_is_open_while_any_posting_is(ingest: Callable[..., Fetch]) -> None:
    soon = timezone.now() + timedelta(days=1)
    ingest(an_ad("1", expires_at=soon), an_ad("2"))
    with time_machine.travel(soon + timedelta(hours=1), tick=False):
        ingest(an_ad("1", expires_at=soon, salary="-"))
        assert Posting.objects.get(external_id="1").closed_reason == "expired"
        listing = Listing.objects.get()
        assert listing.is_open
        assert listing.leading == Posting.objects.get(external_id="2")


def test_a_fetch_that_lost_its_lease_writes_nothing(source: Source) -> None:
    lease = leases.lease_source(source)
    assert lease is not None
    fetch = Fetch.objects.create(source=source, started_at=timezone.now())
    leases.release_leftovers()
    with pytest.raises(LeaseLost):
        Ingest(source, fetch, fetch.started_at, lease.hold).page([an_ad("1")])
    assert not Posting.objects.exists()


def test_a_description_is_made_safe_on_the_way_in(ingest: Callable[..., Fetch]) -> None:
    ingest(an_ad("1", html='<p onclick="x()">Hi<script>alert(1)</script><img src="https://t.example/p.gif"></p>'))
    assert Posting.objects.get().html == "<p>Hi</p>"


def test_an_unchanged_page_costs_a_fixed_number_of_queries(source: Source, django_assert_max_num_queries: Any) -> None:
    ads = [an_ad(str(number), title=f"Analyst {number}") for number in range(300)]
    fetch = Fetch.objects.create(source=source, started_at=timezone.now())
    Ingest(source, fetch, fetch.started_at).page(ads)
    with django_assert_max_num_queries(14):
        Ingest(source, fetch, fetch.started_at).page(ads)


def test_a_posting_keeps_its_whole_ad(ingest: Callable[..., Fetch]) -> None:
    ad = an_ad("1", tags=("c++",), published_at=timezone.now() - timedelta(days=2), fields={"region": ("EU", "UK")})
    ingest(ad)
    assert Posting.objects.get().as_ad == ad
