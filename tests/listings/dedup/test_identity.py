"""One listing per vacancy: what is merged, what is not, and what an admin may undo."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from listings import operations
from listings.boards.base import Ad
from listings.dedup.matching import MatchCandidate, Verdict, compare
from listings.ingest import backfill
from listings.ingest.writer import Ingest
from listings.lifecycle import closing, recluster, sample_sources
from listings.lifecycle.lock import listings_lock
from listings.models import Change, Company, Fetch, KeepSeparate, Listing, MatchKey, Merge, Posting, Source
from tests.listings.dedup.vacancies import an_ad, text

pytestmark = pytest.mark.django_db

Show = Callable[..., Fetch]


@pytest.fixture
def show() -> Show:
    """A board shows ads."""

    def run(*ads: Ad, board: str = "remotive", name: str = "", sample: bool = False) -> Fetch:
        source, _ = Source.objects.get_or_create(name=name or board, defaults={"board": board, "is_sample": sample})
        fetch = Fetch.objects.create(source=source, started_at=timezone.now())
        Ingest(source, fetch, fetch.started_at).page(ads)
        assert fetch.seen == len(ads)
        return fetch

    return run


def listings() -> list[list[str]]:
    """The external ids of each listing that readers see, sorted."""
    shown = Listing.objects.visible().prefetch_related("postings")
    return sorted(sorted(one.external_id for one in listing.postings.all()) for listing in shown)


def test_the_same_ad_on_two_boards_is_one_listing(show: Show) -> None:
    show(an_ad("r1", words=text(changed=0.1), company="Acme, Inc."))
    show(an_ad("w1", company="ACME GmbH", location="Anywhere in the World"), board="weworkremotely")
    assert listings() == [["r1", "w1"]]
    assert Company.objects.count() == 1
    merge = Merge.objects.get()
    assert merge.reason == "same company, title and place, and very similar text"
    assert merge.scores["title"] == 1
    assert 0.6 < merge.scores["text"] < 0.95
    assert Change.objects.filter(kind="changed").count() == 1


@pytest.mark.parametrize(
    ("title", "other"),
    [
        ("Senior Harbour Analyst", "Sr. Harbour Analyst (m/w/d)"),
        ("Harbour Analyst", "Harbour Analyst [Remote]"),
        ("Harbour Analyst (f/m/x)", "Harbour Analyst - US"),
        ("Front-End Developer", "Frontend Developer (100% remote)"),
        ("Harbour Analyst*in", "Harbour Analyst (all genders)"),
        ("Remote Harbour Analyst", "Harbour Analysts, Germany"),
        ("Harbour Analyst ($90-$110/hr)", "Harbour Analyst"),
    ],
)
def test_marks_of_a_title_do_not_part_a_vacancy(show: Show, title: str, other: str) -> None:
    show(an_ad("1", title=title), an_ad("2", title=other))
    assert listings() == [["1", "2"]]


@pytest.mark.parametrize(
    ("title", "other"),
    [
        ("Harbour Analyst", "Senior Harbour Analyst"),
        ("Harbour Analyst II", "Harbour Analyst III"),
        ("Lead Harbour Analyst", "Staff Harbour Analyst"),
        ("Harbour Analyst, Payments", "Harbour Analyst, Search"),
        ("Harbour Analyst (Dutch)", "Harbour Analyst (French)"),
        ("Harbour Analyst, iOS", "Harbour Analyst, Android"),
        ("Harbour Analyst (Part-time)", "Harbour Analyst (Full-time)"),
        ("Harbour Analyst", "Harbour Designer"),
    ],
)
def test_levels_teams_and_terms_part_equal_texts(show: Show, title: str, other: str) -> None:
    show(an_ad("1", title=title), an_ad("2", title=other))
    assert listings() == [["1"], ["2"]]


def test_a_vacancy_posted_once_per_city_keeps_every_place(show: Show) -> None:
    cities = ["Lyon, France", "Turin, Italy", "Ghent, Belgium"]
    show(*(an_ad(city, title=f"Harbour Analyst - {city}", location=city) for city in cities))
    listing = Listing.objects.get()
    assert listing.places == cities
    assert listing.reposted_at is None
    assert {merge.scores["place"] for merge in Merge.objects.all()} == {"other"}


def test_places_are_those_where_it_is_still_open(show: Show) -> None:
    soon = timezone.now() + timedelta(days=1)
    show(an_ad("1", location="Lyon"), an_ad("2", location="Turin; LYON", expires_at=soon))
    assert Listing.objects.get().places == ["Lyon", "Turin"]
    closing.close_overdue(soon)
    assert Listing.objects.get().places == ["Lyon"]


def test_one_title_in_two_places_with_other_texts_is_two_vacancies(show: Show) -> None:
    show(an_ad("1", location="Lyon"), an_ad("2", location="Turin", words=text(changed=0.3)))
    assert listings() == [["1"], ["2"]]


def test_an_agencys_copy_for_another_client_stays_apart(show: Show) -> None:
    ours = "Our client is a builder of ships. "
    show(an_ad("1", location="Lyon", words=ours + text()), an_ad("2", location="Turin", words=ours + text()))
    show(an_ad("3", location="Lyon", words=ours + text(changed=0.1)))
    assert listings() == [["1"], ["2"], ["3"]]


def test_two_employers_of_one_text_stay_apart(show: Show) -> None:
    show(an_ad("1"), an_ad("2", company="Millrace"))
    assert listings() == [["1"], ["2"]]


def test_an_employers_longer_name_needs_more_in_common(show: Show) -> None:
    show(an_ad("1"), an_ad("2", company="Quayside Systems"))
    show(an_ad("3", company="Quayside Ports", words=text(changed=0.3)))
    assert listings() == [["1", "2"], ["3"]]


def test_a_hiring_systems_token_is_the_employer(show: Show) -> None:
    show(an_ad("1", company="Zócalo Health"), an_ad("2", company="zocalohealth"), an_ad("3", company="zocalo-health"))
    assert listings() == [["1", "2", "3"]]
    assert Company.objects.get().name == "Zócalo Health"


def test_two_languages_of_one_site_are_two_listings(show: Show) -> None:
    show(an_ad("1", title="Sales Manager"), an_ad("2", title="Vertriebsleiter (m/w/d)", words=text("german")))
    assert listings() == [["1"], ["2"]]


def test_a_repost_within_60_days_keeps_its_date_and_says_so(show: Show) -> None:
    start = timezone.now() - timedelta(days=90)
    with time_machine.travel(start, tick=False):
        show(an_ad("1", published_at=start))
    with time_machine.travel(start + timedelta(days=50), tick=False):
        show(an_ad("2", published_at=timezone.now(), words=text(changed=0.05)))
    listing = Listing.objects.get()
    assert listing.posted_at == start
    assert listing.reposted_at == start + timedelta(days=50)
    with time_machine.travel(start + timedelta(days=150), tick=False):
        show(an_ad("3", published_at=timezone.now()))
    assert listings() == [["1", "2"], ["3"]]


def test_an_older_ad_of_another_board_dates_the_vacancy(show: Show) -> None:
    now = timezone.now()
    show(an_ad("1", published_at=now - timedelta(days=1)))
    show(an_ad("2", published_at=now - timedelta(days=9)), board="weworkremotely")
    assert Listing.objects.get().posted_at == now - timedelta(days=9)
    assert Listing.objects.get().reposted_at is None


def test_one_board_alone_does_not_make_a_vacancy_years_older(show: Show) -> None:
    now = timezone.now()
    show(an_ad("1", published_at=now - timedelta(days=1), tags=("Tides",), employment=("full_time",)))
    show(an_ad("2", published_at=datetime(2000, 1, 1, tzinfo=UTC)), board="weworkremotely")
    assert Listing.objects.get().posted_at == now - timedelta(days=1)
    show(an_ad("3", published_at=now - timedelta(days=400)), board="jobicy")
    assert Listing.objects.get().posted_at == now - timedelta(days=400)


def test_a_later_copy_under_a_longer_name_does_not_lead(show: Show) -> None:
    show(an_ad("1"))
    copy = an_ad("2", company="Quayside Systems", salary="$90,000 - $100,000 a year", employment=("full_time",))
    show(copy, board="weworkremotely")
    listing = Listing.objects.get()
    assert listing.leading == Posting.objects.get(external_id="1")
    assert listing.company.name == "Quayside"


def test_the_employers_own_ad_leads(show: Show) -> None:
    show(an_ad("1", salary="$90,000 - $100,000 a year", employment=("full_time",)))
    show(an_ad("2", location="Remote", workplace=("remote",)), board="greenhouse")
    assert Listing.objects.get().leading == Posting.objects.get(external_id="2")


def test_a_sample_never_merges_with_a_real_ad(show: Show) -> None:
    show(an_ad("1"))
    show(an_ad("1"), name="sample-remotive", sample=True)
    backfill.recluster_all()
    assert Listing.objects.count() == 2


def test_sample_listings_go_with_what_was_merged_into_them(show: Show) -> None:
    words = text(length=400).split()
    show(an_ad("1", words=" ".join(words[:280])), name="sample-remotive", sample=True)
    show(an_ad("2", words=" ".join(words[120:])), board="jobicy", name="sample-jobicy", sample=True)
    show(an_ad("3", words=" ".join(words)), name="sample-remotive", sample=True)
    backfill.recluster_all()
    assert Listing.objects.exclude(merged_into=None).count() == 1
    assert sample_sources.remove() == 2
    assert not Listing.objects.exists()


def test_an_undone_merge_stays_undone_for_ever(show: Show) -> None:
    show(an_ad("1"), an_ad("2"))
    own = operations.unmerge(Merge.objects.get())
    assert KeepSeparate.objects.count() == 1
    show(an_ad("1", words=text(changed=0.01)), an_ad("2", words=text(changed=0.01)))
    recluster.recluster(everything=True)
    assert listings() == [["1"], ["2"]]
    assert own.is_open
    show(an_ad("3"))
    recluster.recluster(everything=True)
    assert len(listings()) == 2


def test_a_bridge_joins_two_listings_and_the_older_one_answers(show: Show, client: Client) -> None:
    long = text(length=400)
    words = long.split()
    show(an_ad("1", words=" ".join(words[:280])))
    show(an_ad("2", words=" ".join(words[120:])), board="weworkremotely")
    older, younger = Listing.objects.order_by("pk")
    show(an_ad("3", words=long))
    backfill.recluster_all()
    assert listings() == [["1", "2", "3"]]
    younger.refresh_from_db()
    assert younger.merged_into == older
    assert client.get(younger.get_absolute_url()).headers["Location"] == older.get_absolute_url()
    assert Change.objects.filter(listing_id=younger.pk).latest("pk").kind == "merged"
    merge = Merge.objects.get(posting__external_id="2")
    assert merge.made_from == younger

    assert operations.unmerge(merge) == younger
    younger.refresh_from_db()
    assert younger.merged_into is None
    assert client.get(younger.get_absolute_url()).status_code == 200


def test_what_is_hidden_stays_hidden_with_what_is_like_it_alone(show: Show) -> None:
    words = text(length=400).split()
    show(an_ad("1", words=" ".join(words[:280])), an_ad("2", words=" ".join(words[120:])))
    operations.hide(Listing.objects.get(postings__external_id="2"), "names a person")
    show(an_ad("3", words=" ".join(words)))
    backfill.recluster_all()
    shown = Listing.objects.visible().get()
    assert list(shown.postings.values_list("external_id", flat=True)) == ["1"]


def test_a_line_of_text_does_not_lead_whatever_its_fields_state(show: Show) -> None:
    show(an_ad("1", title="Harbour Analyst", location="Lyon"))
    stated = {"salary": "EUR 50000 - 60000 per year", "employment": ("Full time",), "seniority": ("Senior",)}
    copy = an_ad("2", title="Harbour Analyst", location="Lyon", words="Send us 50 first.", tags=("Python",), **stated)
    show(copy, board="himalayas")
    listing = Listing.objects.get()
    assert listing.postings.count() == 2
    assert len(listing.postings.get(external_id="2").facts) > 0
    assert listing.leading == listing.postings.get(external_id="1")


def test_an_ad_that_becomes_another_leaves_its_listing(show: Show) -> None:
    show(an_ad("1"), an_ad("2"))
    show(an_ad("2", title="Lighthouse Keeper", words=text("keeper")))
    backfill.recluster_all()
    assert listings() == [["1"], ["2"]]
    assert Listing.objects.get(postings__external_id="2").title == "Lighthouse Keeper"
    assert not Merge.objects.exists()


def test_postings_read_by_an_older_identity_are_read_again(show: Show) -> None:
    show(an_ad("1"), an_ad("2", title="Writer", words=text("writer")))
    MatchKey.objects.filter(posting__external_id="1").update(version=0, work="stale")
    MatchKey.objects.filter(posting__external_id="2").delete()
    assert backfill.update_match_keys() == 2
    assert sorted(MatchKey.objects.values_list("work", flat=True)) == ["analyst harbour", "writer"]
    assert backfill.update_match_keys() == 0


def test_a_posting_that_was_never_read_goes_with_its_listing(show: Show) -> None:
    words = text(length=400).split()
    show(an_ad("1", words=" ".join(words[:280])))
    show(an_ad("2", words=" ".join(words[120:])), board="weworkremotely")
    show(an_ad("4", words=" ".join(words[120:])), board="weworkremotely")
    MatchKey.objects.filter(posting__external_id="4").delete()
    show(an_ad("3", words=" ".join(words)))
    recluster.recluster()
    assert listings() == [["1", "2", "3", "4"]]


def test_more_than_can_be_grouped_at_once_stays_as_it_is(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recluster, "MAX_COMPONENT", 2)
    show(*(an_ad(str(number)) for number in range(4)), an_ad("5", title="Writer", words=text("writer")))
    recluster.recluster(everything=True)
    assert listings() == [["0", "1", "2", "3"], ["5"]]
    assert not MatchKey.objects.filter(unsettled=True).exists()


@pytest.mark.parametrize("bound", ["MAX_COMPONENT", "MAX_AROUND", "MAX_PAIRS"])
def test_what_is_too_much_is_not_tried_again_ad_by_ad(show: Show, monkeypatch: pytest.MonkeyPatch, bound: str) -> None:
    monkeypatch.setattr(recluster, bound, 3)
    queries = []
    for count in (8, 24):
        show(*(an_ad(f"{count}-{number}") for number in range(count)))
        recluster.mark_all_unsettled()
        with CaptureQueriesContext(connection) as captured:
            recluster.recluster()
        assert not MatchKey.objects.filter(unsettled=True).exists()
        queries.append(len(captured))
    assert queries[1] <= queries[0]


def test_while_ads_are_compared_the_database_hears_of_it(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    show(*(an_ad(str(number)) for number in range(8)))
    counts = []
    for pairs in (100, 4):
        monkeypatch.setattr(recluster, "PAIRS_AT_ONCE", pairs)
        recluster.mark_all_unsettled()
        with CaptureQueriesContext(connection) as captured:
            recluster.recluster()
        counts.append(len(captured))
    # Of 28 pairs, before the lock is taken and within it.
    assert counts[1] == counts[0] + 14


def test_what_was_compared_before_the_lock_is_compared_again_if_it_changed(
    show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared = []

    def counted(*pair: MatchCandidate) -> Verdict:
        compared.append(pair)
        return compare(*pair)

    monkeypatch.setattr(recluster, "compare", counted)
    show(*(an_ad(str(number)) for number in range(4)))
    MatchKey.objects.filter(posting__external_id="0").update(company="millrace")
    recluster.mark_all_unsettled()
    run = recluster.Reclustering()
    ahead = run.compare_ahead()
    assert len(compared) == 6
    MatchKey.objects.filter(posting__external_id="3").update(company="ferryman")
    with listings_lock():
        assert run.step(ahead)
    assert len(compared) == 6 + 3
    assert listings() == [["0"], ["1", "2"], ["3"]]


def test_a_rehearsal_changes_nothing(show: Show, capsys: Any) -> None:
    show(an_ad("1"), an_ad("2", title="Writer", words=text("writer")))
    posting = Posting.objects.get(external_id="2")
    posting.ad["title"] = "Harbour Analyst"
    posting.html = Posting.objects.get(external_id="1").html
    posting.save()
    MatchKey.objects.filter(posting=posting).delete()
    call_command("identity", "--dry-run")
    assert "1 ads read; 1 would move to another listing. Listings merged: 1, split: 0." in capsys.readouterr().out
    assert len(listings()) == 2
    call_command("identity")
    assert listings() == [["1", "2"]]


def test_a_batch_costs_a_fixed_number_of_queries(show: Show, django_assert_max_num_queries: Any) -> None:
    show(*(an_ad(f"a{n}", title=f"Analyst {WORDS[n % 9]}", words=text(n)) for n in range(60)))
    with django_assert_max_num_queries(40):
        show(*(an_ad(f"b{n}", title=f"Analyst {WORDS[n % 9]}", words=text(n)) for n in range(60)))
    assert Listing.objects.visible().count() == 60


WORDS = ["coal", "salt", "rope", "fish", "wool", "corn", "iron", "silk", "wine"]
