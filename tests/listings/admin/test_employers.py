"""What admins do with the many sources of employers' own systems."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from listings.admin.health import needing_attention
from listings.checks import check_sources
from listings.fetching import system_health
from listings.models import Employer, Source
from tests.listings.admin.conftest import Staff
from tests.listings.admin.test_queries import queries_of
from tests.listings.making import source_with

pytestmark = pytest.mark.django_db
LIST = "/admin/listings/source/"
EMPLOYERS = "/admin/listings/employer/"
ENABLE = "Enable the whole directory"
SAID = "SmartRecruiters is never fetched: parser only since 2026-11-23 (its terms forbid the reuse of its data)."


def page_of(client: Client, address: str, **query: str) -> str:
    return client.get(address, query, follow=True).content.decode()


def employers_of(board: str, number: int, **fields: Any) -> Source:
    """A system with employers that were looked at and are well."""
    system = Source.objects.get_or_create(name=board, board=board)[0]
    now = timezone.now()
    Source.objects.bulk_create(
        Source(
            **{
                "name": f"{board}-{fields.get('failures', 0)}-{index}",
                "board": board,
                "options": {"token": f"token-{index}", "company": f"Employer {index}"},
                "system": system,
                "last_ok_at": now,
                "next_fetch_at": now + timedelta(hours=9),
                **fields,
            }
        )
        for index in range(number)
    )
    return system


def test_a_system_is_a_row_with_the_health_of_its_employers(chief: Client) -> None:
    employers_of("greenhouse", 1_200)
    employers_of("greenhouse", 300, failures=2)
    now = timezone.now()
    Employer.objects.filter(name__startswith="greenhouse-0-1").update(died_at=now + timedelta(days=1))
    shown = page_of(chief, LIST)
    assert "1,500 employers, 1,500 enabled" in shown
    assert "20% failing, 21% gone" in shown
    assert "greenhouse-0-7" not in shown
    assert f"{EMPLOYERS}?system__id__exact=" in shown


def test_employers_are_searched_and_filtered(chief: Client) -> None:
    greenhouse = employers_of("greenhouse", 70)
    employers_of("lever", 5)
    employers_of("lever", 2, failures=3)
    shown = page_of(chief, EMPLOYERS, system__id__exact=str(greenhouse.pk))
    assert shown.count("greenhouse-0-") > 50
    assert "lever-0-" not in shown
    assert "lever-0-4" in page_of(chief, EMPLOYERS, q="token-4")
    assert "lever-3-1" in page_of(chief, EMPLOYERS, q="employer 1")
    failing = page_of(chief, EMPLOYERS, health="failing")
    assert "lever-3-0" in failing
    assert "lever-0-0" not in failing
    Employer.objects.filter(name="lever-0-0").update(next_fetch_at=timezone.now() - timedelta(hours=7))
    late = page_of(chief, EMPLOYERS, health="late")
    assert "lever-0-0" in late
    assert "lever-0-1" not in late


def test_ten_and_a_thousand_employers_cost_the_same_queries(chief: Client) -> None:
    """Of the lists of sources, employers and fetches, and of the first page."""
    addresses = ["/admin/", LIST, EMPLOYERS, f"{EMPLOYERS}?health=failing", "/admin/listings/fetch/"]
    employers_of("greenhouse", 10, failures=1)
    few = {address: queries_of(chief, address) for address in addresses}
    employers_of("greenhouse", 990)
    assert {address: queries_of(chief, address) for address in addresses} == few
    assert max(few.values()) <= 20
    # No filter offers each of them.
    assert "greenhouse-0-77" not in page_of(chief, "/admin/listings/fetch/")


def test_one_employer_is_paused_and_resumed(chief: Client) -> None:
    employers_of("lever", 3)
    employer = Employer.objects.get(name="lever-0-1")
    press = "admin:listings_employer_press"
    chief.post(reverse(press, args=[employer.pk, "pause"]), {"back": EMPLOYERS})
    assert list(Employer.objects.filter(enabled=False)) == [employer]
    assert ">paused</span>" in page_of(chief, EMPLOYERS)
    chief.post(reverse(press, args=[employer.pk, "resume"]), {"back": EMPLOYERS})
    assert Employer.objects.filter(enabled=True).count() == 3


def test_a_paused_system_pauses_its_employers(chief: Client) -> None:
    system = employers_of("lever", 3)
    chief.post(reverse("admin:listings_source_press", args=[system.pk, "pause"]), {"back": LIST})
    assert not Source.objects.due(timezone.now() + timedelta(days=1)).exists()
    assert page_of(chief, EMPLOYERS).count(">paused with its system</span>") == 3
    assert "press/fetch_now" not in page_of(chief, LIST)


def test_a_link_to_a_source_leads_to_an_employer(chief: Client) -> None:
    system = employers_of("lever", 1)
    employer = Employer.objects.get()
    answer = chief.get(f"{LIST}{employer.pk}/change/", follow=True)
    assert answer.redirect_chain[-1][0] == f"{EMPLOYERS}{employer.pk}/change/"
    assert "Employer 0" in answer.content.decode()
    page = page_of(chief, f"{LIST}{system.pk}/change/")
    assert "1 employer, 1 enabled" in page
    # It has employers: nothing to delete.
    assert f"{LIST}{system.pk}/delete/" not in page


def test_the_whole_directory_is_enabled_after_a_look_at_its_cost(chief: Client) -> None:
    system = Source.objects.create(name="recruitee", board="recruitee")
    assert ENABLE in page_of(chief, LIST)
    address = reverse("admin:listings_source_directory", args=[system.pk])
    assert address in page_of(chief, f"{LIST}{system.pk}/change/")
    shown = page_of(chief, address)
    assert "Requests: about 96 a day" in shown
    assert "https://docs.recruitee.com/reference/intro-to-careers-site-api" in shown
    assert not Employer.objects.exists()
    assert "Recruitee: 96 employers enabled." in chief.post(address, follow=True).content.decode()
    assert Employer.objects.filter(enabled=True).count() == 96
    assert LogEntry.objects.get().get_change_message() == "The whole directory: 96 employers enabled."


def test_only_who_may_add_and_change_sources_enables_a_directory(staff: Staff) -> None:
    system = Source.objects.create(name="recruitee", board="recruitee")
    address = reverse("admin:listings_source_directory", args=[system.pk])
    assert staff("view_source", "change_source").post(address).status_code == 403
    assert not Employer.objects.exists()


def test_a_board_has_no_directory(chief: Client) -> None:
    source = source_with("remotive")
    assert chief.get(reverse("admin:listings_source_directory", args=[source.pk])).status_code == 404


def test_who_may_only_look_sees_employers_and_presses_nothing(staff: Staff) -> None:
    employers_of("lever", 2)
    client = staff("view_source")
    assert "lever-0-1" in page_of(client, EMPLOYERS)
    employer = Employer.objects.get(name="lever-0-1")
    assert client.post(reverse("admin:listings_employer_press", args=[employer.pk, "pause"])).status_code == 403
    assert staff().get(EMPLOYERS).status_code == 403


def test_an_employer_added_by_the_form_goes_below_its_system(chief: Client) -> None:
    sent = {"name": "", "board": "lever", "option_token": "quillmoor", "enabled": "on"}
    answer = chief.post(f"{LIST}add/", sent, follow=True)
    employer = Employer.objects.get()
    assert employer.system is not None
    assert (employer.system.name, employer.options["token"]) == ("lever-2", "quillmoor")
    assert answer.redirect_chain[-1][0] == f"{EMPLOYERS}{employer.pk}/change/"
    sent["option_token"] = ""
    assert "This field is required." in chief.post(f"{LIST}add/", sent).content.decode()


def test_admins_are_told_once_when_half_of_a_systems_employers_fail() -> None:
    employers_of("lever", 12)
    now = timezone.now()
    system_health.report(now)
    assert Source.objects.get(name="lever").unhealthy_since is None
    Employer.objects.filter(name__in=[f"lever-0-{number}" for number in range(6)]).update(failures=3)
    system_health.report(now)
    system_health.report(now + timedelta(hours=1))
    system = Source.objects.get(name="lever")
    assert (system.unhealthy_since, system.last_error) == (now, "50% of its employers fail.")
    assert system in needing_attention()
    Employer.objects.update(failures=0)
    system_health.report(now)
    system.refresh_from_db()
    assert (system.unhealthy_since, system.last_error) == (None, "")


def test_a_board_that_is_never_fetched_shows_why_and_offers_nothing_to_press(chief: Client) -> None:
    source = source_with("smartrecruiters", name="ferry", options={"token": "ferry"}, enabled=False)
    rows = chief.get(LIST).content.decode()
    assert "SmartRecruiters (parser only)" in rows
    assert ">parser only</span>" in rows
    assert reverse("admin:listings_source_press", args=[source.pk, "fetch_now"]) not in rows
    page = chief.get(f"{LIST}{source.pk}/change/").content.decode()
    assert "parser only since 2026-11-23: its terms forbid the reuse" in page
    for action in ("resume", "fetch_now"):
        sent = {"action": action, "confirmed": "yes", "_selected_action": source.pk}
        answer = chief.post(LIST, sent, follow=True)
        assert SAID in answer.content.decode()
    sent = {"name": "ferry", "board": "smartrecruiters", "option_token": "ferry", "enabled": "on"}
    assert SAID in chief.post(f"{LIST}{source.pk}/change/", sent).content.decode()
    source.refresh_from_db()
    assert not source.enabled


def test_one_that_was_left_enabled_is_named_by_the_checks_and_can_be_paused(chief: Client) -> None:
    source = source_with("smartrecruiters", name="ferry", options={"token": "ferry"})
    [found] = check_sources(None, databases=["default"])
    assert (found.id, found.msg) == ("listings.W005", f"Source 'ferry' is enabled, but will not be fetched. {SAID}")
    rows = chief.get(LIST).content.decode()
    assert reverse("admin:listings_source_press", args=[source.pk, "pause"]) in rows
    chief.post(reverse("admin:listings_source_press", args=[source.pk, "pause"]), {"back": LIST})
    assert check_sources(None, databases=["default"]) == []
