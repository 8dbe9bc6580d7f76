"""What is taken off the site, and what stays off when it is fetched again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.test import Client
from django.utils import timezone

from listings import operations, tasks
from listings.boards.base import Ad
from listings.ingest.writer import Ingest
from listings.lifecycle import recluster, takedowns
from listings.lifecycle.refused import Refused
from listings.models import Change, Company, Fetch, LedgerRow, Listing, Posting, Source, Takedown
from tests.examples import few

pytestmark = pytest.mark.django_db
Reach = Takedown.Reach


def an_ad(external_id: str = "1", **fields: Any) -> Ad:
    values = {"title": "Tide clerk", "company": "Quayside", "html": "<p>Read the tides.</p>", "location": "Worldwide"}
    return Ad(external_id=external_id, **{"url": f"https://jobs.quay.example/{external_id}", **values, **fields})


def ingest(*ads: Ad, board: str = "remotive", source: Source | None = None) -> None:
    source = source or Source.objects.get_or_create(name=board, board=board)[0]
    fetch = Fetch.objects.create(source=source, started_at=timezone.now())
    Ingest(source, fetch, fetch.started_at).page(ads)
    assert (fetch.rejected, fetch.not_remote) == (0, 0)


def take_down(kind: Reach, **target: Any) -> Takedown:
    takedown = Takedown(kind=kind, reason=Takedown.Ground.LEGAL, by="ann", **target)
    takedowns.take_down(takedown)
    return takedown


def visible() -> list[str]:
    return sorted(Listing.objects.open().values_list("title", flat=True))


def last_change() -> str:
    return Change.objects.order_by("-xid", "-id").values_list("kind", flat=True)[0]


def test_an_ad_alone_in_its_listing_is_gone_until_lifted(client: Client) -> None:
    ingest(an_ad("1"), an_ad("2", title="Harbour pilot"))
    posting = Posting.objects.get(external_id="1")
    takedown = take_down(Reach.POSTING, posting=posting)
    assert visible() == ["Harbour pilot"]
    assert last_change() == "hidden"
    assert client.get(posting.listing.get_absolute_url()).status_code == 410
    ingest(an_ad("1", salary="$50k"), an_ad("3"))
    assert visible() == ["Harbour pilot"], "neither changed nor with a new id does it come back"
    takedowns.lift(takedown, "bea")
    assert visible() == ["Harbour pilot", "Tide clerk"]
    assert last_change() == "changed"
    states = LedgerRow.objects.filter(listing=posting.listing_id, field="state").order_by("id")
    assert list(states.values_list("old", "new")) == [("shown", "hidden"), ("hidden", "shown")]
    takedown.refresh_from_db()
    assert (takedown.by, takedown.lifted_by, takedown.settled) == ("ann", "bea", True)
    with pytest.raises(Refused, match="already"):
        takedowns.lift(takedown, "bea")


def test_an_ad_among_others_leaves_the_listing_to_them(client: Client) -> None:
    ingest(an_ad("1"))
    ingest(an_ad("7", url="https://other.example/7", salary="$90k"), board="weworkremotely")
    listing = Listing.objects.get()
    leading = listing.leading
    assert leading is not None
    takedown = take_down(Reach.POSTING, posting=leading)
    listing.refresh_from_db()
    assert listing.is_open
    assert listing.leading_id != leading.pk
    page = client.get(listing.get_absolute_url()).content.decode()
    assert leading.url not in page
    takedowns.lift(takedown, "")
    listing.refresh_from_db()
    assert listing.leading_id == leading.pk


@pytest.mark.parametrize("kind", [Reach.LISTING, Reach.POSTING, Reach.COMPANY, Reach.DOMAIN])
def test_what_is_down_takes_no_honest_ad_down_by_becoming_its_copy(kind: Reach) -> None:
    text = "".join(f"<p>You steer ship {number} past rock {number * 7} by the tide.</p>" for number in range(30))
    honest = {"title": "Harbour pilot", "company": "Honest Harbour", "html": text}
    ingest(an_ad("h", url="https://honest.example/h", **honest), board="weworkremotely")
    ingest(an_ad("s", title="Win money", company="Scam Corp", html="<p>Pay us first, then win.</p>"))
    posting = Posting.objects.get(external_id="s")
    targets: dict[Reach, dict[str, Any]] = {
        Reach.LISTING: {"listing": posting.listing},
        Reach.POSTING: {"posting": posting},
        Reach.COMPANY: {"company": posting.listing.company},
        Reach.DOMAIN: {"domain": "quay.example"},
    }
    takedown = take_down(kind, **targets[kind])
    ingest(an_ad("s", **honest))
    recluster.recluster()
    assert visible() == ["Harbour pilot"]
    ingest(an_ad("n", url="https://new.example/n", **{**honest, "title": "Lamp keeper"}), board="himalayas")
    recluster.recluster()
    assert visible() == ["Harbour pilot", "Lamp keeper"]
    takedowns.lift(takedown, "")
    ingest(an_ad("s", **honest))
    posting.refresh_from_db()
    assert posting.ad["title"] == "Harbour pilot", "lifted, it is read again"


def lines(numbers: Iterable[int]) -> str:
    sentence = "<p>You steer ship {} past the rock {} by tide number {} daily.</p>"
    return "".join(sentence.format(number * 31, number * 7919, number * 101) for number in numbers)


@pytest.mark.parametrize("boards", [("weworkremotely", "remotive"), ("remotive", "weworkremotely")])
def test_an_ad_like_one_that_is_down_and_an_honest_one_hides_itself_alone(boards: tuple[str, str]) -> None:
    honest = an_ad("h", url="https://honest.example/h", html=lines(range(100)))
    copies = {"h": honest, "s": an_ad("s", html=lines(range(38, 138)))}
    for name, board in zip(("h", "s") if boards[0] == "weworkremotely" else ("s", "h"), boards, strict=True):
        ingest(copies[name], board=board)
    take_down(Reach.LISTING, listing=Posting.objects.get(external_id="s").listing)
    ingest(an_ad("b", html=lines(range(18, 118))))
    recluster.recluster()
    shown = Posting.objects.filter(listing__in=Listing.objects.visible())
    assert list(shown.values_list("external_id", flat=True)) == ["h"]


@pytest.mark.parametrize("kind", few([Reach.LISTING, Reach.POSTING]))
def test_an_ad_like_both_hides_no_later_honest_ad(kind: Reach) -> None:
    ingest(an_ad("s", html=lines(range(38, 138))))
    posting = Posting.objects.get(external_id="s")
    take_down(kind, **({"listing": posting.listing} if kind == Reach.LISTING else {"posting": posting}))
    ingest(an_ad("h", url="https://honest.example/h", html=lines(range(100))), board="weworkremotely")
    ingest(an_ad("b", html=lines(range(18, 118))), board="himalayas")
    recluster.recluster(everything=True)
    shown = Posting.objects.filter(listing__in=Listing.objects.visible())
    assert list(shown.values_list("external_id", flat=True)) == ["h"]


@pytest.mark.parametrize("kind", few([Reach.LISTING, Reach.POSTING]))
def test_a_strangers_scam_takes_the_employers_own_ad_not_along(kind: Reach) -> None:
    text = lines(range(100))
    ingest(an_ad("s", html=text, workplace=("remote",)))
    posting = Posting.objects.get()
    target = {"listing": posting.listing} if kind == Reach.LISTING else {"posting": posting}
    takedowns.take_down(Takedown(kind=kind, reason=Takedown.Ground.SCAM, **target))
    source = Source.objects.create(name="own", board="greenhouse", options={"token": "quayside"})
    ingest(an_ad("h", html=text, workplace=("remote",)), source=source)
    ingest(an_ad("c", html=text), board="weworkremotely")
    recluster.recluster(everything=True)
    shown = Posting.objects.filter(listing__in=Listing.objects.visible())
    assert "h" in shown.values_list("external_id", flat=True)
    assert not shown.filter(external_id="s").exists()


def test_an_employer_that_is_down_leaves_a_job_to_another_of_a_like_name() -> None:
    ingest(an_ad("s", company="Quay", html=lines(range(100))))
    ingest(an_ad("h", url="https://honest.example/h", html=lines(range(100))), board="weworkremotely")
    take_down(Reach.COMPANY, company=Company.objects.get(name="Quay"))
    listing = Listing.objects.open().get()
    assert (listing.company.name, listing.leading.external_id if listing.leading else "") == ("Quayside", "h")


def test_an_employer_is_down_under_all_its_spellings_and_whatever_comes() -> None:
    ingest(an_ad("1"), an_ad("2", title="Harbour pilot", company="Other"))
    takedown = take_down(Reach.COMPANY, company=Company.objects.get(name="Quayside"))
    ingest(an_ad("3", title="Lamp keeper", company="Quayside, Inc."))
    assert visible() == ["Harbour pilot"]
    takedowns.lift(takedown, "")
    assert visible() == ["Harbour pilot", "Lamp keeper", "Tide clerk"]


def test_a_domain_is_down_with_its_subdomains_and_apply_links() -> None:
    ingest(
        an_ad("1"),
        an_ad("2", title="Lamp keeper", url="https://x.example/2", apply_url="https://QUAY.example/apply"),
        an_ad("3", title="Buoy painter", url="https://notquay.example/3"),
        an_ad("4", title="Rope maker", url="https://x.example/?from=quay.example"),
    )
    takedown = take_down(Reach.DOMAIN, domain="quay.example")
    ingest(an_ad("5", title="Diver"), an_ad("6", title="Net mender", url="https://quay.example\\@x.example/6"))
    assert visible() == ["Buoy painter", "Rope maker"]
    ingest(an_ad("9", url="https://other.example/9"), board="weworkremotely")
    assert visible() == ["Buoy painter", "Rope maker", "Tide clerk"], "from elsewhere it may be shown"
    takedowns.lift(takedown, "")
    assert len(visible()) == 6


def test_what_two_take_downs_hold_stays_down_when_one_is_lifted() -> None:
    ingest(an_ad("1"))
    by_domain = take_down(Reach.DOMAIN, domain="quay.example")
    by_company = take_down(Reach.COMPANY, company=Company.objects.get())
    with pytest.raises(Refused, match="down already"):
        take_down(Reach.DOMAIN, domain="quay.example")
    takedowns.lift(by_domain, "")
    assert visible() == []
    listing = Listing.objects.get()
    assert listing.takedown == by_company
    with pytest.raises(Refused, match="down with the employer Quayside"):
        operations.unhide(listing)
    takedowns.lift(by_company, "")
    assert visible() == ["Tide clerk"]


def test_a_listing_stays_down_with_those_that_merge_into_it() -> None:
    ingest(an_ad("1"))
    takedown = operations.hide(Listing.objects.get(), "a scam", reason=Takedown.Ground.SCAM, by="ann")
    ingest(an_ad("2", url="https://other.example/2"), board="weworkremotely")
    recluster.recluster(everything=True)
    assert visible() == []
    operations.unhide(Listing.objects.get(takedown=takedown))
    assert visible() == ["Tide clerk"]


def test_what_a_killed_process_left_is_finished_by_maintenance() -> None:
    ingest(an_ad("1"))
    takedown = Takedown.objects.create(kind=Reach.DOMAIN, domain="quay.example", reason="scam", at=timezone.now())
    tasks.maintain()
    assert visible() == []
    Takedown.objects.filter(pk=takedown.pk).update(lifted_at=timezone.now(), settled=False)
    tasks.maintain()
    assert visible() == ["Tide clerk"]


@pytest.mark.parametrize(
    ("text", "domain"),
    [
        ("Quay.Example", "quay.example"),
        ("https://www.quay.example/jobs?x", "quay.example"),
        ("bücher.de", "xn--bcher-kva.de"),
    ],
)
def test_a_domain_is_read_from_what_is_typed(text: str, domain: str) -> None:
    assert takedowns.domain_of(text) == domain


@pytest.mark.parametrize("text", ["", "com", "quay", "two words.example", "http://[bad", "a" * 70 + ".example"])
def test_what_is_no_domain_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="is not a domain"):
        takedowns.domain_of(text)


@pytest.fixture
def older_schema(transactional_db: None) -> Iterator[MigrationExecutor]:
    """An empty schema, and the migrations from before they were squashed."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE SCHEMA older")
        cursor.execute("SET search_path TO older")
    try:
        yield _unsquashed()
    finally:
        with connection.cursor() as cursor:
            cursor.execute("RESET search_path")
            cursor.execute("DROP SCHEMA older CASCADE")


def _unsquashed() -> MigrationExecutor:
    executor = MigrationExecutor(connection)
    executor.loader = MigrationLoader(connection, replace_migrations=False)
    return executor


@pytest.mark.slow
def test_reasons_of_hidden_listings_are_kept(older_schema: MigrationExecutor) -> None:
    before, after = ("listings", "0014_dismissed_fetches"), ("listings", "0016_reasons_of_hidden_listings")
    older_schema.migrate([before])
    apps = older_schema.loader.project_state([before]).apps
    now = timezone.now()
    company = apps.get_model("listings", "Company").objects.create(key="quay", name="Quay", slug="quay")
    times = {"posted_at": now, "first_seen_at": now, "changed_at": now}
    model = apps.get_model("listings", "Listing")
    hidden = model.objects.create(
        company=company, title="Clerk", slug="x", hidden_at=now, hidden_reason="names a person", **times
    )
    model.objects.create(company=company, title="Pilot", slug="y", **times)
    executor = _unsquashed()
    executor.migrate([after])
    later = executor.loader.project_state([after]).apps
    takedown = later.get_model("listings", "Takedown").objects.get()
    assert (takedown.note, takedown.at, takedown.listing_id) == ("names a person", now, hidden.pk)
    assert later.get_model("listings", "Listing").objects.get(takedown=takedown).pk == hidden.pk
