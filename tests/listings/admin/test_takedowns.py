from __future__ import annotations

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client

from listings.models import Listing, Takedown
from tests.listings.admin.conftest import Staff
from tests.listings.making import listing_with, posting_with

pytestmark = pytest.mark.django_db
LIST = "/admin/listings/takedown/"
NEW = f"{LIST}new/"


def test_a_domain_is_taken_down_and_lifted_from_the_list(chief: Client) -> None:
    listing_with("Baker", ad={"url": "https://jobs.mill.example/1"})
    both = listing_with("Miller", ad={"url": "https://mill.example/2"})
    posting_with(both, "remoteco", workplace=("remote",))
    listing_with("Tailor")
    page = chief.get(NEW, {"domain": "https://Mill.example/x"}).content.decode()
    assert "1 job with 2 ads disappears" in page
    assert "1 more job will be shown from other ads alone" in page
    assert not Takedown.objects.exists()
    assert "Select a valid choice" in chief.post(f"{NEW}?domain=mill.example", {"reason": "x"}).content.decode()
    done = chief.post(f"{NEW}?domain=mill.example", {"reason": "scam", "note": "asks for money"}, follow=True)
    shown = done.content.decode()
    for text in ("mill.example", "a scam", "asks for money", "admin", "just now", "stays down when it is fetched"):
        assert text in shown, text
    assert set(Listing.objects.visible().values_list("title", flat=True)) == {"Miller", "Tailor"}
    assert "already down" in chief.get(f"{NEW}?domain=mill.example", follow=True).content.decode()
    takedown = Takedown.objects.get()
    shown = chief.post(f"{LIST}{takedown.pk}/press/lift/", {"back": LIST}, follow=True).content.decode()
    assert ">lifted</span>" in shown
    assert Listing.objects.visible().count() == 3
    chief.post(f"{LIST}{takedown.pk}/press/take_down_again/", follow=True)
    assert Listing.objects.visible().count() == 2
    assert LogEntry.objects.count() == 3
    assert [row.pk for row in chief.get(LIST, {"state": "lifted"}).context["cl"].result_list] == [takedown.pk]


def test_an_employer_and_an_ad_are_taken_down_from_their_pages(chief: Client) -> None:
    listing = listing_with("Baker", "Millstone")
    posting_with(listing, "remoteco", workplace=("remote",))
    company, posting = listing.company_id, listing.postings.order_by("-pk")[0]
    assert f"{NEW}?posting={posting.pk}" in chief.get(f"/admin/listings/listing/{listing.pk}/change/").content.decode()
    assert f"{NEW}?company={company}" in chief.get(f"/admin/listings/company/{company}/change/").content.decode()
    done = chief.post(f"{NEW}?posting={posting.pk}", {"reason": "privacy"}, follow=True)
    assert done.redirect_chain[-1][0] == f"/admin/listings/listing/{listing.pk}/change/"
    assert "it names a person" in done.content.decode()
    assert Listing.objects.visible().exists()
    page = chief.get(f"{NEW}?company={company}").content.decode()
    assert "Whatever is fetched of it from now on stays down, too." in page
    done = chief.post(f"{NEW}?company={company}", {"reason": "employer"}, follow=True)
    assert "the employer&#x27;s wish" in done.content.decode()
    assert not Listing.objects.visible().exists()
    refused = chief.post(f"/admin/listings/listing/{listing.pk}/press/show_again/", follow=True).content.decode()
    assert "It is down with the employer Millstone" in refused


def test_what_names_nothing_is_refused(chief: Client) -> None:
    assert chief.get(NEW).status_code == 404
    assert chief.get(f"{NEW}?listing=999999").status_code == 404
    assert "is not a domain" in chief.get(f"{NEW}?domain=nonsense", follow=True).content.decode()


def test_who_may_only_look_sees_the_list_and_cannot_act(staff: Staff) -> None:
    takedown = Takedown.objects.create(kind="domain", domain="mill.example", reason="scam", at="2026-11-01T00:00Z")
    client = staff("view_takedown")
    shown = client.get(LIST).content.decode()
    assert "mill.example" in shown
    assert "press/lift" not in shown
    assert "Take a domain down" not in shown
    assert client.get(f"{NEW}?domain=x.example").status_code == 403
    assert client.post(f"{NEW}?domain=x.example", {"reason": "scam"}).status_code == 403
    assert client.post(f"{LIST}{takedown.pk}/press/lift/").status_code == 403
    assert staff("view_company").get(LIST).status_code == 403
