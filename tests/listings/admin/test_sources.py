from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from listings.models import Fetch, Source
from tests.listings.admin.conftest import Staff, fetch_of
from tests.listings.making import listing_with, source_with

pytestmark = pytest.mark.django_db
LIST = "/admin/listings/source/"


def press(client: Client, source: Source, button: str) -> str:
    address = reverse("admin:listings_source_press", args=[source.pk, button])
    return client.post(address, {"back": LIST}, follow=True).content.decode()


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "healthy"),
        ({"enabled": False}, "paused"),
        ({"last_ok_at": None}, "never fetched"),
        (
            {"failures": 3, "unhealthy_since": timezone.now().replace(2026, 3, 4, 5, 6)},
            "failing since 2026-03-04 05:06",
        ),
    ],
)
def test_the_list_says_how_a_source_is(chief: Client, fields: dict[str, Any], words: str) -> None:
    source_with(**fields)
    assert f">{words}</span>" in chief.get(LIST).content.decode()


def test_a_quarantined_source_says_so_and_its_chart_has_a_text(chief: Client) -> None:
    source = source_with()
    fetch_of(source, seen=40, started_at=timezone.now() - timedelta(hours=2))
    fetch_of(source, seen=3, outcome=Fetch.Outcome.QUARANTINED)
    shown = chief.get(LIST).content.decode()
    assert ">quarantined</span>" in shown
    assert 'aria-label="Seen, oldest first: 40 (ok), 3 (quarantined)"' in shown
    assert "bar-quarantined" in shown


def test_a_source_is_paused_and_resumed_and_both_are_logged(chief: Client) -> None:
    source = source_with()
    assert "paused; it is not fetched until it is resumed" in press(chief, source, "pause")
    source.refresh_from_db()
    assert not source.enabled
    assert "It is paused already" in press(chief, source, "pause")
    assert "resumed; it is fetched" in press(chief, source, "resume")
    source.refresh_from_db()
    assert source.enabled
    assert LogEntry.objects.filter(object_id=str(source.pk)).count() == 2


def test_many_sources_are_paused_at_once(chief: Client) -> None:
    chosen = [source_with(), source_with("remoteco")]
    chief.post(LIST, {"action": "pause_chosen", "_selected_action": [row.pk for row in chosen]})
    assert Source.objects.filter(enabled=False).count() == 2


def test_fetching_too_early_is_refused_with_the_next_time(chief: Client) -> None:
    source = source_with()
    fetch_of(source, requests=1)
    assert "terms allow the next request at" in press(chief, source, "fetch_now")
    assert not LogEntry.objects.exists()


def test_a_fetch_is_queued(chief: Client) -> None:
    source = source_with()
    assert "a fetch is queued" in press(chief, source, "fetch_now")
    source.refresh_from_db()
    assert source.lease_token is not None


def test_who_may_only_look_cannot_act(staff: Staff) -> None:
    source = source_with()
    client = staff("view_source")
    shown = client.get(LIST).content.decode()
    assert ">healthy</span>" in shown
    assert "Pause" not in shown
    assert client.post(reverse("admin:listings_source_press", args=[source.pk, "pause"])).status_code == 403
    client.post(LIST, {"action": "pause_chosen", "_selected_action": [source.pk]})
    source.refresh_from_db()
    assert source.enabled


def test_acting_needs_a_post_and_its_token(admin_user: object, chief: Client) -> None:
    source = source_with()
    address = reverse("admin:listings_source_press", args=[source.pk, "pause"])
    assert chief.get(address).status_code == 405
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(admin_user)  # type: ignore[arg-type]  # the fixture's user
    assert strict.post(address).status_code == 403


def test_the_form_refuses_options_that_the_board_does_not_have(chief: Client) -> None:
    sent = {"name": "another", "board": "remotive", "options": '{"colour": "red"}', "enabled": "on"}
    assert "has no option &#x27;colour&#x27;" in chief.post(f"{LIST}add/", sent).content.decode()
    chief.post(f"{LIST}add/", {**sent, "options": "{}"})
    assert Source.objects.get().name == "another"


def test_a_source_is_saved_from_its_page(chief: Client) -> None:
    source = source_with()
    sent = {"name": "renamed", "board": "remotive", "options": "{}", "enabled": "on", "interval_minutes": "1"}
    assert "at most" in chief.post(f"{LIST}{source.pk}/change/", sent).content.decode()
    chief.post(f"{LIST}{source.pk}/change/", {**sent, "interval_minutes": ""})
    source.refresh_from_db()
    assert source.name == "renamed"


def test_the_page_shows_the_terms_and_why_it_cannot_be_deleted(chief: Client) -> None:
    source = listing_with().postings.get().source
    shown = chief.get(f"{LIST}{source.pk}/change/").content.decode()
    assert f'href="{source.kind.terms.stated_at}" rel="noreferrer"' in shown
    assert "no rel=nofollow" in shown
    assert "<dd>6 h 00 min</dd>" in shown
    assert "<dt>Asking the ad’s page</dt><dd>not allowed</dd>" in shown
    assert "cannot be deleted. Pause it instead" in shown
    assert chief.post(f"{LIST}{source.pk}/delete/", {"post": "yes"}).status_code == 403
    assert Source.objects.exists()
