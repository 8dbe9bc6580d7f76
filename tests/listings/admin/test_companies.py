from __future__ import annotations

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client

from listings.models import Change, Company, LedgerRow
from tests.listings.admin.conftest import Staff
from tests.listings.making import listing_with

pytestmark = pytest.mark.django_db
LIST = "/admin/listings/company/"


def test_the_list_counts_open_listings(chief: Client) -> None:
    listing_with("Baker", "Millstone")
    listing_with("Tailor", "Millstone")
    closed = listing_with("Smith", "Millstone")
    closed.closed_at = closed.posted_at
    closed.save()
    shown = chief.get(LIST)
    assert "Millstone" in shown.content.decode()
    assert [company.open_count for company in shown.context["cl"].result_list] == [2]


def test_a_renamed_company_is_told_to_index_feeds_and_ledger(chief: Client) -> None:
    listing = listing_with("Baker", "Milstone")
    key, before = listing.company.key, listing.changed_at
    page = f"{LIST}{listing.company_id}/change/"
    chief.post(page, {"name": "Millstone", "url": "https://millstone.example/"})
    listing.refresh_from_db()
    assert (listing.company.name, listing.company.key) == ("Millstone", key)
    assert listing.company.url == "https://millstone.example/"
    assert listing.changed_at > before
    assert [change.kind for change in Change.objects.filter(listing_id=listing.pk)] == ["changed"]
    row = LedgerRow.objects.get(listing=listing)
    assert (row.field, row.old, row.new) == ("company", "Milstone", "Millstone")
    assert LogEntry.objects.count() == 1
    chief.post(page, {"name": "Millstone", "url": "https://millstone.example/"})
    assert Change.objects.count() == 1


def test_a_name_is_given_back_to_the_ads(chief: Client) -> None:
    company = listing_with("Baker", "Millstone").company
    page, press = f"{LIST}{company.pk}/change/", f"{LIST}{company.pk}/press/forget_description/"
    assert press not in chief.get(page).content.decode()
    chief.post(page, {"name": "Mill & Stone", "url": "https://millstone.example/"})
    shown = chief.get(page).content.decode()
    assert "an admin, " in shown
    assert press in shown
    assert "its ads name it Millstone." in chief.post(press, follow=True).content.decode()
    company.refresh_from_db()
    assert (company.name, company.described_at) == ("Millstone", None)
    assert "already are those of its ads" in chief.post(press, follow=True).content.decode()


@pytest.mark.parametrize("url", ["javascript:alert(1)", "ftp://millstone.example/", "not an address"])
def test_an_address_is_one_of_the_web(chief: Client, url: str) -> None:
    company = listing_with("Baker", "Millstone").company
    shown = chief.post(f"{LIST}{company.pk}/change/", {"name": "Millstone", "url": url}).content.decode()
    assert "Enter a valid URL" in shown
    company.refresh_from_db()
    assert company.url == ""


def test_who_may_only_look_changes_nothing(staff: Staff) -> None:
    company = listing_with("Baker", "Millstone").company
    client = staff("view_company")
    assert client.get(f"{LIST}{company.pk}/change/").status_code == 200
    assert client.post(f"{LIST}{company.pk}/change/", {"name": "Other", "url": ""}).status_code == 403
    assert Company.objects.get().name == "Millstone"
