"""What admins do with the many sources of employers' own systems."""

from __future__ import annotations

import pytest
from django.contrib.admin.models import LogEntry
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from listings.checks import check_sources
from listings.models import Source
from tests.listings.admin.conftest import Staff
from tests.listings.making import source_with

pytestmark = pytest.mark.django_db
LIST = "/admin/listings/source/"
EMPLOYERS = f"{LIST}employers/"
BUTTON = "Add the employers of the shipped list, paused"
SAID = "SmartRecruiters is never fetched: parser only since 2026-11-23 (its terms forbid the reuse of its data)."


def test_the_shipped_list_is_added_paused_by_a_button(chief: Client) -> None:
    shown = chief.get(LIST).content.decode()
    assert BUTTON in shown
    assert f'action="{EMPLOYERS}"' in shown
    assert "255 new, 0 known, 0 refused" in chief.post(EMPLOYERS, follow=True).content.decode()
    assert Source.objects.filter(enabled=False).count() == LogEntry.objects.count() == 255
    assert "0 new, 255 known, 0 refused" in chief.post(EMPLOYERS, follow=True).content.decode()
    assert chief.get(EMPLOYERS).status_code == 405


def test_only_who_may_add_sources_adds_them(staff: Staff) -> None:
    client = staff("view_source", "change_source")
    assert BUTTON not in client.get(LIST).content.decode()
    assert client.post(EMPLOYERS).status_code == 403
    assert not Source.objects.exists()


def test_all_sources_of_a_chosen_ones_board_are_resumed(chief: Client) -> None:
    call_command("employers", verbosity=0)
    one = Source.objects.get(name="workable-huggingface")
    sent = {"action": "resume_boards", "_selected_action": [one.pk]}
    assert "Workable: 15 sources resumed." in chief.post(LIST, sent, follow=True).content.decode()
    enabled = Source.objects.filter(enabled=True)
    assert set(enabled.values_list("board", flat=True)) == {"workable"}
    assert enabled.count() == LogEntry.objects.count() == 15


def test_the_chosen_ones_are_resumed_and_the_others_stay_paused(chief: Client) -> None:
    call_command("employers", verbosity=0)
    chosen = list(Source.objects.filter(board="recruitee")[:2])
    chief.post(LIST, {"action": "resume_chosen", "_selected_action": [row.pk for row in chosen]})
    assert list(Source.objects.filter(enabled=True)) == chosen


def test_who_may_only_look_resumes_no_board(staff: Staff) -> None:
    call_command("employers", verbosity=0)
    source = Source.objects.filter(board="lever")[:1].get()
    staff("view_source").post(LIST, {"action": "resume_boards", "_selected_action": [source.pk]})
    assert not Source.objects.filter(enabled=True).exists()


def test_hundreds_of_sources_are_found_by_board_and_state(chief: Client) -> None:
    call_command("employers", verbosity=0)
    shown = chief.get(LIST, {"board__exact": "personio", "enabled__exact": "0"}).content.decode()
    assert all(name in shown for name in ("personio-bitcap", "personio-capmo", "personio-eventfirst"))
    assert "lever-" not in shown
    assert "greenhouse-vercel" in chief.get(LIST, {"q": "vercel"}).content.decode()


def test_a_board_that_is_never_fetched_shows_why_and_offers_nothing_to_press(chief: Client) -> None:
    source = source_with("smartrecruiters", name="ferry", options={"token": "ferry"}, enabled=False)
    rows = chief.get(LIST).content.decode()
    assert "SmartRecruiters (parser only)" in rows
    assert ">parser only</span>" in rows
    assert reverse("admin:listings_source_press", args=[source.pk, "fetch_now"]) not in rows
    page = chief.get(f"{LIST}{source.pk}/change/").content.decode()
    assert "parser only since 2026-11-23: its terms forbid the reuse" in page
    for action in ("resume_chosen", "resume_boards", "fetch_chosen"):
        answer = chief.post(LIST, {"action": action, "_selected_action": [source.pk]}, follow=True)
        assert SAID in answer.content.decode()
    sent = {"name": "ferry", "board": "smartrecruiters", "options": '{"token": "ferry"}', "enabled": "on"}
    assert SAID in chief.post(f"{LIST}{source.pk}/change/", sent).content.decode()
    source.refresh_from_db()
    assert not source.enabled


def test_one_that_was_left_enabled_is_named_by_the_checks_and_can_be_paused(chief: Client) -> None:
    source = source_with("smartrecruiters", name="ferry", options={"token": "ferry"})
    [found] = check_sources(None, databases=["default"])
    assert (found.id, found.msg) == ("listings.W005", f"The source ferry is enabled. {SAID}")
    rows = chief.get(LIST).content.decode()
    assert reverse("admin:listings_source_press", args=[source.pk, "pause"]) in rows
    chief.post(reverse("admin:listings_source_press", args=[source.pk, "pause"]), {"back": LIST})
    assert check_sources(None, databases=["default"]) == []
