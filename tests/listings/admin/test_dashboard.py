from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from listings import facts
from listings.admin.dashboard import MAX_EMPLOYERS
from listings.models import Fetch, Source
from tests.listings.admin.conftest import Staff, fetch_of
from tests.listings.making import listing_with, source_with

pytestmark = pytest.mark.django_db


def test_all_well(chief: Client) -> None:
    source_with()
    shown = chief.get("/admin/").content.decode()
    assert "None. Every active source is healthy" in shown
    assert "None in the last 30 days" in shown


def test_the_first_page_names_what_needs_attention(chief: Client, staff: Staff) -> None:
    source_with("remoteco", failures=3, last_error="503 from its <feed>", last_error_at=timezone.now())
    odd = source_with("remotive")
    fetch_of(odd, outcome=Fetch.Outcome.QUARANTINED, quarantine_reason="only 3 ads, where 20 are usual")
    old = timezone.now() - timedelta(days=31)
    fetch_of(odd, outcome=Fetch.Outcome.QUARANTINED, quarantine_reason="long ago", started_at=old)
    shown = chief.get("/admin/").content.decode()
    assert "failing since" in shown
    assert "503 from its &lt;feed&gt;" in shown
    assert ">quarantined</span>" in shown
    assert "only 3 ads, where 20 are usual" in shown
    assert "long ago" not in shown
    other = staff("view_company").get("/admin/").content.decode()
    assert "503 from its" not in other
    assert "only 3 ads" not in other


def test_the_first_page_tells_how_far_facts_are_read_again(chief: Client) -> None:
    listing_with("Tide Engineer", ad={"facts_version": facts.VERSION})
    assert "Facts are being read again" not in chief.get("/admin/").content.decode()
    listing_with("Dock Planner", ad={"facts_version": facts.VERSION - 1})
    shown = " ".join(chief.get("/admin/").content.decode().split())
    assert f"50 % by version {facts.VERSION}: 1 of 2 postings are left." in shown


@pytest.mark.slow
def test_more_sources_ask_no_more(chief: Client) -> None:
    def asked() -> int:
        chief.get("/admin/")
        with CaptureQueriesContext(connection) as queries:
            chief.get("/admin/")
        return len(queries)

    def fill(upto: int) -> None:
        for number in range(Source.objects.count(), upto):
            source = Source.objects.create(name=f"source-{number}", board="remotive", failures=1)
            fetch_of(source, outcome=Fetch.Outcome.QUARANTINED)

    fill(5)
    few = asked()
    fill(25)
    assert asked() == few


def test_odd_employers_are_named_once_and_counted(chief: Client) -> None:
    system = Source.objects.create(name="lever", board="lever")
    for number in range(12):
        employer = Source.objects.create(
            name=f"lever-{number}", board="lever", options={"token": f"t{number}"}, system=system, failures=1
        )
        for hours in (1, 2):
            fetch_of(
                employer,
                outcome=Fetch.Outcome.QUARANTINED,
                quarantine_reason="only 3 ads",
                started_at=timezone.now() - timedelta(hours=hours),
            )
    shown = chief.get("/admin/").content.decode()
    assert shown.count("only 3 ads") == MAX_EMPLOYERS
    assert "12 employers in all" in shown
    Source.objects.filter(system=system).update(failures=0)
    assert "only 3 ads" not in chief.get("/admin/").content.decode()
