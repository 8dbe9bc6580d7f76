from __future__ import annotations

import re
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.admin.models import LogEntry
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from listings.models import Fetch, PendingPage, Source
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
        ({"failures": 1, "last_error_at": timezone.now() - timedelta(hours=7, minutes=20)}, "failed once, 7 hours ago"),
        ({"last_ok_at": None}, "never fetched"),
        ({"last_ok_at": timezone.now() - timedelta(hours=13)}, "overdue: last success 13\xa0hours ago"),
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


def test_pages_that_wait_are_counted(chief: Client) -> None:
    source = source_with()
    page = f"{LIST}{source.pk}/change/"
    assert "waiting" not in chief.get(LIST).content.decode()
    assert "none waiting" in chief.get(page).content.decode()
    PendingPage.objects.bulk_create(
        PendingPage(source=source, url=f"https://x.example/{number}", list_url="https://x.example/", position=number)
        for number in range(60)
    )
    assert "60 pages waiting" in chief.get(LIST).content.decode()
    assert "60 pages waiting" in chief.get(page).content.decode()
    PendingPage.objects.exclude(position=0).delete()
    assert "1 page waiting" in chief.get(LIST).content.decode()


def test_a_source_is_paused_and_resumed_and_both_are_logged(chief: Client) -> None:
    source = source_with()
    assert "paused; it is not fetched until you resume it" in press(chief, source, "pause")
    source.refresh_from_db()
    assert not source.enabled
    assert "It is already paused" in press(chief, source, "pause")
    assert "resumed; it is fetched again on schedule" in press(chief, source, "resume")
    source.refresh_from_db()
    assert source.enabled
    assert LogEntry.objects.filter(object_id=str(source.pk)).count() == 2


def test_many_sources_are_paused_at_once_after_a_look_and_undone(chief: Client) -> None:
    chosen = [source_with(), source_with("remoteco"), source_with("weworkremotely", enabled=False)]
    sent = {"action": "pause", "_selected_action": [row.pk for row in chosen]}
    page = chief.post(LIST, sent).content.decode()
    assert "Pause: 3 sources" in page
    assert "They are not fetched until you resume them; their jobs stay. You can undo this for a day." in page
    assert Source.objects.filter(enabled=True).count() == 2
    done = chief.post(LIST, {**sent, "confirmed": "yes"}, follow=True).content.decode()
    assert "Pause: 2 sources done." in done
    assert "weworkremotely: It is already paused." in done
    assert not Source.objects.filter(enabled=True).exists()
    link = re.search(r'href="(/admin/listings/source/undo/[^"]+)"', done)
    assert link is not None
    chief.post(unescape(link[1]))
    assert not Source.objects.get(name="weworkremotely").enabled, "it was paused before"
    assert Source.objects.filter(enabled=True).count() == 2


def test_what_cannot_be_undone_says_so(chief: Client) -> None:
    page = chief.post(LIST, {"action": "fetch_now", "_selected_action": [source_with().pk]}).content.decode()
    assert "This cannot be undone." in page


def test_fetching_too_early_is_refused_with_the_next_time(chief: Client) -> None:
    source = source_with()
    fetch_of(source, requests=1)
    assert "terms allow the next request at" in press(chief, source, "fetch_now")
    assert not LogEntry.objects.exists()


def test_a_fetch_is_queued(chief: Client) -> None:
    source = source_with()
    assert "fetch queued" in press(chief, source, "fetch_now")
    source.refresh_from_db()
    assert source.lease_token is not None


def test_who_may_only_look_cannot_act(staff: Staff) -> None:
    source = source_with()
    client = staff("view_source")
    shown = client.get(LIST).content.decode()
    assert ">healthy</span>" in shown
    assert "Pause" not in shown
    assert client.post(reverse("admin:listings_source_press", args=[source.pk, "pause"])).status_code == 403
    client.post(LIST, {"action": "pause", "confirmed": "yes", "_selected_action": [source.pk]})
    source.refresh_from_db()
    assert source.enabled


def test_acting_needs_a_post_and_its_token(admin_user: object, chief: Client) -> None:
    source = source_with()
    address = reverse("admin:listings_source_press", args=[source.pk, "pause"])
    assert chief.get(address).status_code == 405
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(admin_user)  # type: ignore[arg-type]  # the fixture's user
    assert strict.post(address).status_code == 403


def test_options_are_fields_that_the_board_declares(chief: Client) -> None:
    page = chief.get(f"{LIST}add/?board=personio").content.decode()
    for text in ('name="option_token"', 'name="option_domain"', "Domain of the career site: de or com.", "Personio"):
        assert text in page, text
    assert '<option value="com">' in page
    assert 'name="options"' not in page
    sent = {"name": "quay", "board": "personio", "enabled": "on", "option_token": "", "option_domain": "net"}
    page = chief.post(f"{LIST}add/", sent).content.decode()
    assert "This field is required." in page
    assert "net is not one of the available choices" in page
    page = chief.post(f"{LIST}add/", {**sent, "option_token": "no token!", "option_domain": "com"}).content.decode()
    assert "This is not a valid employer" in page
    assert not Source.objects.exists()
    chief.post(f"{LIST}add/", {**sent, "option_token": "quay", "option_domain": "com"})
    employer = Source.objects.get(name="quay")
    assert (employer.options["token"], employer.options["domain"]) == ("quay", "com")


def test_yes_or_no_is_a_switch_and_what_is_stored_is_shown(chief: Client) -> None:
    options = {"address": "https://quay.example/feed", "company": "Quay", "remote_only": "yes"}
    source = Source.objects.create(name="quay", board="feed", options=options)
    page = f"{LIST}{source.pk}/change/"
    shown = BeautifulSoup(chief.get(page).content, "lxml")
    assert {str(field["name"]): field.get("value") for field in shown.select("input[name^=option_]")} == {
        "option_address": "https://quay.example/feed",
        "option_company": "Quay",
        "option_remote_only": None,
    }
    assert shown.select_one("input[name=option_remote_only][checked]")
    sent = {"name": "quay", "enabled": "on", "option_address": "https://quay.example/jobs", "option_company": ""}
    chief.post(page, sent)
    source.refresh_from_db()
    assert source.options == {"address": "https://quay.example/jobs", "company": "", "remote_only": "no"}


def test_who_may_only_look_sees_the_options_as_text(staff: Staff) -> None:
    source = Source.objects.create(name="quay", board="feed", options={"address": "https://quay.example/feed"})
    page = staff("view_source").get(f"{LIST}{source.pk}/change/").content.decode()
    assert "<dt>address</dt><dd>https://quay.example/feed</dd>" in page
    assert "option_address" not in page


def test_a_source_is_saved_from_its_page(chief: Client) -> None:
    source = source_with()
    sent = {"name": "renamed", "board": "remotive", "enabled": "on", "interval_minutes": "1"}
    assert "at most" in chief.post(f"{LIST}{source.pk}/change/", sent).content.decode()
    chief.post(f"{LIST}{source.pk}/change/", {**sent, "interval_minutes": ""})
    source.refresh_from_db()
    assert source.name == "renamed"


def test_the_page_shows_the_terms_and_why_it_cannot_be_deleted(chief: Client) -> None:
    source = listing_with().postings.get().source
    shown = chief.get(f"{LIST}{source.pk}/change/").content.decode()
    assert f'href="{source.board_config.terms.stated_at}" rel="noreferrer"' in shown
    assert "no rel=nofollow" in shown
    assert "<dd>6 h</dd>" in shown
    assert "<dt>Requests to the ad’s page</dt><dd>not allowed</dd>" in shown
    assert "cannot be deleted. Pause it instead" in shown
    assert chief.post(f"{LIST}{source.pk}/delete/", {"post": "yes"}).status_code == 403
    assert Source.objects.exists()


def test_enter_in_the_form_saves_and_presses_no_button(chief: Client) -> None:
    """The first submit button of a form is what Enter presses; those of the page stand in a form of their own."""
    shown = chief.get(f"{LIST}{source_with().pk}/change/").content.decode()
    own = shown[shown.index('id="source_form"') :]
    assert "/press/" not in own[: own.index("</form>")]
    assert shown.count('<form id="press"') == 1
    rows = chief.get(LIST).content.decode()
    assert rows.count('form="press"') == rows.count("formaction=") == 2
    assert rows.count('<form id="press"') == 1


def test_saving_leaves_a_running_fetch_alone(chief: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    source = source_with()
    ended = timezone.now() + timedelta(minutes=1)
    clean = Source.clean

    def meanwhile(row: Source) -> None:
        clean(row)
        Source.objects.filter(pk=row.pk).update(last_ok_at=ended, failures=7)

    monkeypatch.setattr(Source, "clean", meanwhile)
    sent = {"name": "renamed", "board": "remotive", "enabled": "on"}
    chief.post(f"{LIST}{source.pk}/change/", sent)
    source.refresh_from_db()
    assert (source.name, source.last_ok_at, source.failures) == ("renamed", ended, 7)


def test_a_source_that_holds_postings_stays_with_its_board(chief: Client) -> None:
    source = listing_with().postings.get().source
    sent = {"name": "remotive", "board": "remoteco", "enabled": "on"}
    chief.post(f"{LIST}{source.pk}/change/", sent)
    source.refresh_from_db()
    assert source.board == "remotive"


def test_a_new_source_is_named_after_its_board(chief: Client) -> None:
    source_with("remoteco")
    shown = chief.get(f"{LIST}add/").content.decode()
    assert "Minimum interval" in shown
    assert "We Work Remotely" in shown
    for _ in range(2):
        chief.post(f"{LIST}add/", {"name": "", "board": "remotive", "enabled": "on"})
    assert set(Source.objects.values_list("name", flat=True)) == {"remoteco", "remotive"}
    Source.objects.filter(name="remotive").update(board="weworkremotely")
    chief.post(f"{LIST}add/", {"name": "", "board": "remotive", "enabled": "on"})
    assert Source.objects.filter(name="remotive-2").exists()


def test_a_second_source_of_the_same_board_and_options_is_refused(chief: Client) -> None:
    source_with("remotive")
    sent = {"name": "again", "board": "remotive", "enabled": "on"}
    assert "every ad would come twice" in chief.post(f"{LIST}add/", sent).content.decode()


def test_a_source_without_postings_goes_with_its_fetches(chief: Client, staff: Staff) -> None:
    source = source_with()
    fetch_of(source)
    page = f"{LIST}{source.pk}/delete/"
    assert staff("view_source").post(page, {"post": "yes"}).status_code == 403
    assert "permission to delete" not in chief.get(page).content.decode()
    chief.post(page, {"post": "yes"})
    assert not Source.objects.exists()
    assert not Fetch.objects.exists()


@pytest.mark.parametrize(
    ("health", "found"),
    [
        ("failing", {"broken"}),
        ("quarantined", {"odd"}),
        ("paused", {"resting"}),
        ("never", {"fresh"}),
    ],
)
def test_sources_are_filtered_by_health(chief: Client, health: str, found: set[str]) -> None:
    ok = timezone.now()
    rows: dict[str, dict[str, Any]] = {
        "good": {},
        "odd": {},
        "broken": {"failures": 2},
        "resting": {"enabled": False},
        "fresh": {"last_ok_at": None},
    }
    for name, fields in rows.items():
        Source.objects.create(**{"name": name, "board": "remotive", "last_ok_at": ok, **fields})
    fetch_of(Source.objects.get(name="odd"), outcome=Fetch.Outcome.QUARANTINED)
    shown = chief.get(LIST, {"health": health}).context["cl"].result_list
    assert {source.name for source in shown} == found


def test_the_page_says_what_runs_and_what_the_board_allows(chief: Client) -> None:
    now = timezone.now()
    source = source_with(lease_until=now + timedelta(minutes=5), lease_started=True)
    shown = chief.get(f"{LIST}{source.pk}/change/").content.decode()
    assert "a fetch is running</span>; considered lost from" in shown
    assert "<td>6 h</td><td>6 h</td>" in shown


def test_fetch_now_leads_back_to_the_filtered_list_and_shows_the_result_when_it_is_there(chief: Client) -> None:
    source = source_with()
    listed = f"{LIST}?board__exact=remotive&q=remo"
    button = BeautifulSoup(chief.get(listed).content, "lxml").select_one('button[formaction$="press/fetch_now/"]')
    assert button is not None
    assert button["value"] == listed
    answer = chief.post(str(button["formaction"]), {"back": str(button["value"])})
    assert answer["Location"] == listed
    state = BeautifulSoup(chief.get(listed).content, "lxml").select_one("[data-fetch-state]")
    assert state is not None
    assert state.text == "a fetch is queued"
    assert chief.get(str(state["data-fetch-state"])).json() == {"running": True, "html": "a fetch is queued"}
    fetch = fetch_of(source, seen=12, new=3)
    Source.objects.update(lease_until=None)
    result = chief.get(str(state["data-fetch-state"])).json()
    assert not result["running"]
    assert f"/fetch/{fetch.pk}/change/" in result["html"]
    assert "ok just now: 12 seen, 3 new, 0 closed" in result["html"]


def test_a_fetch_that_failed_says_why_and_is_not_told_to_everybody(chief: Client, staff: Staff) -> None:
    fetch_of(outcome=Fetch.Outcome.FAILED, error="<b>404</b>")
    page = reverse("admin:listings_source_state", args=[source_with().pk])
    assert "&lt;b&gt;404&lt;/b&gt;" in chief.get(page).json()["html"]
    assert staff("view_listing").get(page).status_code == 403
