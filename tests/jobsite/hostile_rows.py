"""Rows and addresses that put hostile text into every slot of the public pages that is filled from outside."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from django.test import Client
from django.utils import timezone

from listings.boards import BOARDS
from listings.models import LedgerRow, Listing
from listings.web import cards
from tests.listings.making import listing_with, posting_with

ATTACK = """"'><script>alert(7)</script><b onclick='alert(7)'>{{ 7*7 }}{% x %}&lt;"""
# Without spaces and quotes, where words are compared one by one, quotes become typographic, or a message is cut short.
WORD = "<b/onclick=alert(7)>{{7}}"
SCRIPT_ADDRESS = "javascript:alert(7)"
SITUATION = "my_country=DE&my_tz=Europe%2FBerlin&my_currency=EUR&my_pay=90000"


def hostile(slot: str) -> str:
    """Named after its slot, so that a test can tell which slots were shown."""
    return f"{slot}{ATTACK}"


def hostile_word(slot: str) -> str:
    return f"{slot}{WORD}"


@dataclass(frozen=True, slots=True)
class HostilePage:
    """`texts`: what must be readable on it, exactly as it came. `form`: the fields of a form that is sent."""

    address: str
    texts: tuple[str, ...] = ()
    status: int = 200
    fragment: bool = False
    form: tuple[tuple[str, str], ...] = ()

    def response(self, client: Client) -> Any:
        if self.form:
            return client.post(self.address, dict(self.form))
        return client.get(self.address, headers={"HX-Request": "true"} if self.fragment else {})


def use_hostile_source(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cards remember the names of publishers: clear `cards.publisher` afterwards as well."""
    board = BOARDS["remotive"]
    terms = replace(board.terms, link_text=hostile("source"), job_posting_markup=True, full_text=True)
    monkeypatch.setitem(BOARDS, "remotive", replace(board, title=hostile("board"), terms=terms))
    cards.publisher.cache_clear()


def hostile_listing(title: str, **fields: Any) -> Listing:
    ad = dict.fromkeys(("url", "apply_url", "company_url"), SCRIPT_ADDRESS)
    texts = {"location": hostile("place"), "salary": hostile("pay"), "tags": (hostile("tag"),)}
    listing = listing_with(
        hostile(title),
        hostile("company"),
        ad={**ad, **texts},
        facts={
            "residence": {"include": ["DE"], "exclude": []},
            "skills": [hostile("skill")],
            "evidence": {"residence": hostile("evidence")},
        },
        **fields,
    )
    Listing.objects.filter(pk=listing.pk).update(slug="hostile")
    return listing


def hostile_listings() -> list[Listing]:
    """An open one with a history, one with openings, a closed one, one that is gone and one that was taken down."""
    now = timezone.now()
    with_history, with_openings = hostile_listing("title"), hostile_listing("second")
    old, new = hostile_word("before"), hostile_word("after")
    LedgerRow.objects.create(listing=with_history, field="location", old=old, new=new, at=now)
    other = posting_with(with_openings, "himalayas", location=hostile("place"), url="https://ads.example/2")
    places = ((with_openings.leading_id, hostile("here")), (other.pk, hostile("there")))
    unstated: dict[str, Any] = {"residence": None, "salary": None, "evidence": {}}
    openings = [{"posting": pk, "place": place, **unstated} for pk, place in places]
    Listing.objects.filter(pk=with_openings.pk).update(openings=openings)
    closed, gone = (
        hostile_listing(title, closed_at=now - timedelta(days=days), closed_reason=Listing.Closed.GONE)
        for title, days in (("closed", 2), ("gone", 60))
    )
    taken_down = hostile_listing("hidden", hidden_at=now)
    pks = [listing.pk for listing in (with_history, with_openings, closed, gone, taken_down)]
    return list(Listing.objects.filter(pk__in=pks).order_by("pk"))


def hostile_pages(listings: list[Listing]) -> Iterator[HostilePage]:
    with_history, with_openings, closed, gone, taken_down = listings
    title, second, company, source = (hostile(slot) for slot in ("title", "second", "company", "source"))
    job, query = with_history.get_absolute_url(), quote(hostile("words"))
    yield from search_pages(with_history)
    yield HostilePage("/jobs/cards/?" + "&".join(f"id={listing.pk}" for listing in listings), (title, second, company))
    facts = (hostile("skill"), hostile("evidence"), hostile("pay"), hostile_word("before"), hostile_word("after"))
    yield HostilePage(job, (title, company, source, second, *facts))
    yield HostilePage(f"{job}?{SITUATION}", (title, hostile("evidence")))
    yield HostilePage(f"{job}?my_tz={quote(hostile_word('zone'))}", (hostile_word("zone"),), 400)
    places = (hostile("here"), hostile("there"))
    yield HostilePage(with_openings.get_absolute_url(), (second, company, source, title, *places))
    yield HostilePage(closed.get_absolute_url(), (hostile("closed"), company, source))
    yield HostilePage(gone.get_absolute_url(), (hostile("gone"), company, title), 410)
    yield HostilePage(taken_down.get_absolute_url(), (), 410)
    yield from form_pages(with_history)
    yield HostilePage("/about/", (hostile("board"),))
    yield HostilePage("/contact/", (hostile("contact"),))
    chapter = (*(hostile(slot) for slot in ("chapter", "summary", "quote", "author")), hostile_word("heading"))
    yield HostilePage(f"/guide/hostile/?x={query}", (*chapter, hostile_word("name")))
    yield HostilePage(f"/guide/?x={query}", (hostile("chapter"), hostile("summary"), hostile_word("heading")))
    yield HostilePage(f"/saved/?x={query}")
    yield HostilePage(f"/privacy/?x={query}")
    yield HostilePage(f"/nowhere/{query}/", (), 404)


def search_pages(listing: Listing) -> Iterator[HostilePage]:
    card = tuple(hostile(slot) for slot in ("title", "second", "company", "source", "skill"))
    word, query, evidence = quote(hostile_word("words")), quote(hostile("words")), hostile("evidence")
    yield HostilePage("/", card)
    # The second job is not open to this reader.
    yield HostilePage(f"/?{SITUATION}", (*(text for text in card if text != hostile("second")), evidence))
    yield HostilePage(f"/?my_tz={word}", (hostile_word("words"),), 400)
    for fragment in (False, True):
        yield HostilePage("/jobs/", card, fragment=fragment)
        yield HostilePage(f"/jobs/?{SITUATION}", (*card, evidence), fragment=fragment)
        yield HostilePage(f"/jobs/?company={listing.company.slug}", card, fragment=fragment)
        yield HostilePage(f"/jobs/?q={query}", (hostile("words"),), fragment=fragment)
        for parameters in (f"category={word}", f"{word}=1"):
            yield HostilePage(f"/jobs/?{parameters}", (hostile_word("words"),), 400, fragment)


def form_pages(listing: Listing) -> Iterator[HostilePage]:
    report, title, text = f"/jobs/{listing.pk}/report", hostile("title"), hostile("text")
    yield HostilePage(report, (title, hostile("company")))
    yield HostilePage(f"{report}?sent=yes", (title,))
    yield HostilePage(report, (title, text), 400, form=(("kind", hostile("kind")), ("words", text)))
    yield HostilePage(f"/situation/?{SITUATION}")
    yield HostilePage(f"/situation/?next={quote(SCRIPT_ADDRESS)}")
    yield HostilePage(f"/fit/?{SITUATION}")
    yield HostilePage(f"/fit/?place={quote(hostile_word('place'))}", (), 400)
    pay = (("my_pay", hostile("pay")), ("next", f"/jobs/?q={quote(hostile('next'))}"))
    yield HostilePage("/situation/", (hostile("pay"),), 400, form=pay)
    zone = (("my_tz", hostile_word("zone")), ("next", SCRIPT_ADDRESS))
    yield HostilePage("/situation/", (hostile_word("zone"),), 400, form=zone)


def write_hostile_chapter(folder: Path) -> None:
    """A chapter of the guide whose author does their worst."""
    front = [f"{name}: {json.dumps(hostile(slot))}" for name, slot in (("title", "chapter"), ("summary", "summary"))]
    front += ["slug: hostile", "order: 1", "updated: 2026-03-04", "illustration: search"]
    tweet = ["::: tweet 123 @somebody " + hostile("author"), hostile("quote"), ":::"]
    board = ["::: board remotive https://ads.example/", "### " + hostile_word("name"), "", "Text.", ":::"]
    lines = ["---", *front, "---", "", "## " + hostile_word("heading"), "", *tweet, "", *board, ""]
    (folder / "hostile.md").write_text("\n".join(lines))
