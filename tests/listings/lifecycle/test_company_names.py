"""Which of an employer's spellings and addresses readers see."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from listings import operations, tasks
from listings.lifecycle import company_names
from listings.lifecycle.change_log import record
from listings.lifecycle.companies import companies_named
from listings.models import Change, Company, LedgerRow, Listing
from tests.listings.making import listing_with, posting_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def globex() -> Company:
    """Named by the first ad that came."""
    return Company.objects.create(key="globex", name="«GLOBEX» !!!", slug="globex", url="https://elsewhere.example/")


def advertise(name: str, board: str, title: str = "Baker", **ad: str) -> Listing:
    """Another vacancy of the one company, noted in the change log as gathering does."""
    listing = listing_with(title, "globex", board, ad={"company": name, **ad})
    record([(listing.pk, Change.Kind.NEW)])
    return listing


def settled(**back: float) -> tuple[str, str]:
    now = timezone.now()
    company_names.settle_names(now - timedelta(**back or {"minutes": 5}), now)
    company = Company.objects.get()
    return company.name, company.url


@pytest.mark.parametrize(
    ("ads", "name"),
    [
        ([("«GLOBEX» !!!", "remotive"), ("Globex", "remoteok")], "Globex"),
        ([("GLOBEX", "remotive"), ("Globex", "remoteok")], "Globex"),
        # Two boards outweigh many ads of one.
        (
            [*[("Globex!!", "remotive")] * 5, ("Globex, Inc.", "remoteok"), ("Globex, Inc.", "himalayas")],
            "Globex, Inc.",
        ),
        ([*[("Globex GmbH", "remotive")] * 2, ("Globex", "remotive")], "Globex GmbH"),
        # The employer's own board knows better, unless it gives only its token; but anybody may open an account there.
        ([("Globex", "remotive"), ("Globex SE", "greenhouse")], "Globex SE"),
        (
            [*[("Globex", board) for board in ("remotive", "remoteok", "himalayas")], ("Globex ☠", "greenhouse")],
            "Globex",
        ),
        ([("Globex Ltd", "remotive"), ("globex", "greenhouse")], "Globex Ltd"),
        # Letters that no key has.
        ([("Globex", "remotive"), *[("Globex \U0001f182\U0001f172\U0001f170\U0001f17c", "greenhouse")] * 3], "Globex"),
        ([("Globex", "remotive"), ("Globex®", "greenhouse")], "Globex®"),
    ],
)
def test_the_spelling_of_most_boards_is_the_name(globex: Company, ads: list[tuple[str, str]], name: str) -> None:
    for number, (spelling, board) in enumerate(ads):
        advertise(spelling, board, f"Baker {number}")
    assert settled()[0] == name


def test_an_address_needs_more_than_the_first_ad(globex: Company) -> None:
    advertise("Globex", "remotive", company_url="https://elsewhere.example/")
    advertise("Globex", "remoteok", company_url="https://globex.example/")
    advertise("Globex", "himalayas", company_url="https://globex.example/")
    assert settled() == ("Globex", "https://globex.example/")


def test_one_account_on_a_hiring_system_gives_no_address_against_three_boards(globex: Company) -> None:
    for board in ("remotive", "remoteok", "himalayas"):
        advertise("Globex", board, company_url="https://globex.example/")
    advertise("Globex", "greenhouse", company_url="https://Steal.example/")
    assert settled()[1] == "https://globex.example/"


def test_ads_without_an_address_leave_it(globex: Company) -> None:
    advertise("Globex", "remotive")
    assert settled() == ("Globex", "https://elsewhere.example/")


def test_closed_ads_and_copies_of_other_employers_do_not_count(globex: Company) -> None:
    listing = advertise("Globex", "remotive")
    posting_with(listing, "remoteok", company="Initech")
    posting_with(listing, "himalayas", company="Initech")
    for board in ("jobicy", "remoteco"):
        advertise("GLOBEX Worldwide", board).postings.update(closed_at=timezone.now(), closed_reason="gone")
    assert settled()[0] == "Globex"


def test_a_spelling_with_symbols_replaces_none_without(globex: Company) -> None:
    listing = advertise("Globex", "greenhouse")
    assert settled()[0] == "Globex"
    listing.postings.update(closed_at=timezone.now())
    advertise("Globex \U0001f175\U0001f181", "remotive", "Miller")
    assert settled()[0] == "Globex"


def test_a_new_name_reaches_index_pages_and_ledger_once(globex: Company) -> None:
    listing = advertise("Globex", "remotive")
    closed = advertise("Globex", "remotive", "Smith")
    Listing.objects.filter(pk=closed.pk).update(closed_at=timezone.now(), closed_reason="gone")
    before = listing.changed_at
    settled()
    listing.refresh_from_db()
    assert listing.changed_at > before
    assert Change.objects.filter(kind="changed", listing_id__in=[listing.pk, closed.pk]).count() == 2
    assert set(LedgerRow.objects.values_list("field", "old", "new")) == {("company", "«GLOBEX» !!!", "Globex")}
    settled()
    assert Change.objects.filter(kind="changed").count() == 2
    assert Company.objects.get().slug == "globex"


def test_what_an_operator_wrote_stays(globex: Company) -> None:
    advertise("Globex", "remotive")
    operations.describe_company(globex, name="Globex Works", url="")
    assert settled() == ("Globex Works", "")


def test_only_employers_with_changes_are_read_and_in_few_queries(globex: Company) -> None:
    advertise("Globex", "remotive")
    Change.objects.update(at=timezone.now() - timedelta(days=2))
    assert settled()[0] == "«GLOBEX» !!!"
    assert settled(days=3)[0] == "Globex"
    for number in range(30):
        record([(listing_with("Baker", f"Hive {number}").pk, Change.Kind.NEW)])
    with CaptureQueriesContext(
        connection,
    ) as queries:
        company_names.settle_names(timezone.now() - timedelta(minutes=5), timezone.now())
    assert len(queries) < 15


def test_upkeep_settles_names(globex: Company) -> None:
    advertise("Globex", "remotive")
    tasks.maintain()
    assert Company.objects.get().name == "Globex"


def test_upkeep_of_the_night_finds_what_an_outage_left(globex: Company) -> None:
    advertise("Globex", "remotive")
    Change.objects.update(at=timezone.now() - timedelta(days=2))
    tasks.prune()
    assert Company.objects.get().name == "Globex"


def test_only_a_few_spellings_of_one_board_are_kept(globex: Company, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(company_names, "MAX_OF_SOURCE", 2)
    advertise("Globex", "greenhouse")
    for number in (0, 0, 1, 1, 2):
        advertise(f"Globex{'!' * number} Inc.", "remotive", f"Miller {number}")
    with_names, _ = company_names._variants({globex.pk: globex})
    assert sorted(with_names[globex.pk]) == ["Globex", "Globex Inc.", "Globex! Inc."]


def test_the_first_ad_names_an_employer_without_symbols() -> None:
    names = ["Globex \U0001f175\U0001f181", "Hearth® + Home", "☠ ☠"]
    assert [companies_named({name: ""})[name].name for name in names] == ["Globex", "Hearth® + Home", "☠ ☠"]
