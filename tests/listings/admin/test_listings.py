from __future__ import annotations

from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client
from django.utils import timezone

from listings.models import Listing, Merge
from tests.listings.admin.conftest import Staff
from tests.listings.making import listing_with, posting_with

pytestmark = pytest.mark.django_db
LIST = "/admin/listings/listing/"


def merged(listing: Listing) -> Merge:
    other = posting_with(listing, "remoteco")
    return Merge.objects.create(listing=listing, posting=other, reason="equal", merged_at=timezone.now())


def test_a_listing_is_hidden_with_a_reason_and_shown_again(chief: Client) -> None:
    listing = listing_with("Names a person")
    page = f"/admin/listings/takedown/new/?listing={listing.pk}"
    assert page in chief.get(f"{LIST}{listing.pk}/change/").content.decode()
    assert "1 job with 1 ad disappears" in chief.get(page).content.decode()
    listing.refresh_from_db()
    assert listing.hidden_at is None
    sent = {"reason": "privacy", "note": "asked by the person"}
    done = chief.post(page, sent, follow=True).content.decode()
    assert "it stays down when it is fetched again" in done
    assert "asked by the person" in done
    listing.refresh_from_db()
    assert listing.takedown is not None
    assert (listing.takedown.note, listing.takedown.by) == ("asked by the person", "admin")
    assert "already down" in chief.get(page, follow=True).content.decode()
    chief.post(f"{LIST}{listing.pk}/press/show_again/")
    listing.refresh_from_db()
    assert listing.is_visible
    assert LogEntry.objects.filter(content_type__model="listing").count() == 2


def test_many_are_hidden_for_a_reason(chief: Client) -> None:
    listings = [listing_with("Names a person"), listing_with("Names another")]
    sent: dict[str, Any] = {"action": "hide", "_selected_action": [listing.pk for listing in listings]}
    page = chief.post(LIST, sent).content.decode()
    assert "They disappear from the site at once" in page
    assert 'name="note"' in page
    page = chief.post(LIST, {**sent, "confirmed": "yes", "reason": "none of these"}).content.decode()
    assert "Select a valid choice" in page
    assert all(listing.is_visible for listing in Listing.objects.all())
    done = chief.post(LIST, {**sent, "confirmed": "yes", "reason": "privacy", "note": "both wrote"}, follow=True)
    assert "Hide: 2 listings done." in done.content.decode()
    for listing in Listing.objects.select_related("takedown"):
        assert listing.takedown is not None
        assert (listing.takedown.reason, listing.takedown.note) == ("privacy", "both wrote")


def test_a_merge_is_undone_once(chief: Client) -> None:
    merge = merged(listing_with())
    page = f"{LIST}merge/{merge.pk}/undo/"
    assert page in chief.get(f"{LIST}{merge.listing_id}/change/").content.decode()
    assert "not merged again unless you undo it" in chief.get(page).content.decode()
    assert merge.posting.__class__.objects.get(pk=merge.posting_id).listing_id == merge.listing_id
    assert "now has its own listing" in chief.post(page, follow=True).content.decode()
    assert merge.posting.__class__.objects.get(pk=merge.posting_id).listing_id != merge.listing_id
    assert "already been undone" in chief.post(page, follow=True).content.decode()


def test_who_may_only_look_cannot_act(staff: Staff) -> None:
    listing = listing_with()
    merge = merged(listing)
    client = staff("view_listing")
    shown = client.get(f"{LIST}{listing.pk}/change/").content.decode()
    assert "Hide…" not in shown
    assert "/undo/" not in shown
    assert client.post(f"{LIST}merge/{merge.pk}/undo/").status_code == 403
    listing.refresh_from_db()
    assert listing.is_visible


def test_listings_are_found_by_number_title_and_company(chief: Client) -> None:
    listing = listing_with("Harbour pilot", "Saltmarsh")
    listing_with("Baker", "Millstone")
    for words in (str(listing.pk), "harbour", "saltm"):
        shown = chief.get(LIST, {"q": words}).content.decode()
        assert "Harbour pilot" in shown
        assert "Millstone" not in shown


def test_listings_are_found_by_address_and_external_id(chief: Client, settings: Any) -> None:
    settings.SITE_URL = "https://elsewhere.example"
    listing = listing_with("Harbour pilot", "Saltmarsh")
    listing_with("Baker", "Millstone")
    posting = listing.postings.get()
    own = f"https://elsewhere.example{listing.get_absolute_url()}"
    for words in (own, f"https://elsewhere.example/jobs/{listing.pk}/", posting.url, posting.external_id):
        shown = chief.get(LIST, {"q": words}).context["cl"].result_list
        assert [found.pk for found in shown] == [listing.pk], words
    for words in ("https://elsewhere.example/no/such/page", "https://elsewhere.example/about/", "https://[bad"):
        assert not chief.get(LIST, {"q": words}).context["cl"].result_list


def test_the_list_names_boards_and_when_last_seen(chief: Client) -> None:
    listing = listing_with("Harbour pilot")
    posting_with(listing, "remoteco")
    kept = listing_with("Baker")
    gone = Listing.objects.create(
        company=kept.company,
        title="Merged",
        slug="m",
        posted_at=kept.posted_at,
        first_seen_at=kept.posted_at,
        changed_at=kept.posted_at,
        merged_into=kept,
    )
    shown = chief.get(LIST).content.decode()
    assert "Remotive, Remote.co" in shown
    assert f"{listing.last_seen_at:%Y-%m-%d %H:%M}" in shown
    assert ">merged</span>" in shown
    assert chief.get(f"{LIST}{gone.pk}/change/").status_code == 200


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("state=open", {"Baker"}),
        ("state=closed", {"Tailor"}),
        ("state=hidden", {"Smith"}),
        ("category=engineering", {"Baker", "Tailor", "Smith"}),
        ("category=none", set()),
        ("board=remoteco", {"Tailor"}),
    ],
)
def test_filters(chief: Client, query: str, found: set[str]) -> None:
    now = timezone.now()
    listing_with("Baker")
    listing_with("Tailor", board="remoteco", closed_at=now, closed_reason="expired")
    listing_with("Smith", hidden_at=now)
    shown = chief.get(f"{LIST}?{query}").content.decode()
    assert {title for title in ("Baker", "Tailor", "Smith") if title in shown} == found


def test_a_count_that_was_cut_short_says_so(chief: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(3):
        listing_with(f"Baker {number}")
    assert "or more" not in chief.get(LIST).content.decode()
    monkeypatch.setattr("listings.admin.base.MAX_COUNT", 2)
    shown = chief.get(LIST).content.decode()
    assert "or more: filter or search to reach the others" in shown
    assert "Show all" not in shown


def test_facts_are_text_with_the_words_of_the_ad(chief: Client) -> None:
    facts = {
        "employment": ["FULL_TIME", "CONTRACTOR"],
        "salary": None,
        "residence": {"include": ["PE"], "exclude": []},
        "evidence": {"residence": "must live in <Peru>", "employment": "field:employment"},
        "spans": {"residence": [{"field": "text", "start": 0, "end": 3}]},
    }
    listing = listing_with(facts=facts, ad={"employment": ("full_time", "contract")})
    shown = chief.get(f"{LIST}{listing.pk}/change/").content.decode()
    assert "<dt>Where you may live</dt><dd>Peru <q>must live in &lt;Peru&gt;</q></dd>" in shown
    assert "<dt>Employment</dt><dd>Full-time, Contract <q>full_time, contract</q></dd>" in shown
    assert "<dt>Pay</dt><dd>not stated</dd>" in shown
    assert "FULL_TIME" not in shown
    assert "&#x27;start&#x27;" not in shown


def test_the_page_of_an_ad_that_is_no_vacancy_says_why(chief: Client) -> None:
    rejection = "an open application or a talent pool, not a vacancy"
    closed: dict[str, Any] = {"closed_at": timezone.now(), "closed_reason": Listing.Closed.NO_VACANCY}
    listing = listing_with("Talent pool", facts={"rejection": rejection}, **closed)
    shown = chief.get(f"{LIST}{listing.pk}/change/").content.decode()
    assert f"its ad offers no particular job ({rejection})" in shown
    gone = listing_with("Baker", closed_at=timezone.now(), closed_reason=Listing.Closed.GONE)
    assert "its board no longer lists it<" in chief.get(f"{LIST}{gone.pk}/change/").content.decode()
