"""The corpus of real ads, loaded as open listings: a listing's id is its ad's number and one."""

from __future__ import annotations

import html
import json
import lzma
from collections.abc import Container, Iterator, Sequence
from datetime import timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from django.utils import timezone
from django.utils.text import slugify

from listings import facts
from listings.boards import BOARDS
from listings.boards.base import Ad
from listings.models import Company, Listing, Posting, Source

FILE = Path(__file__).resolve().parents[4] / "shared" / "corpus" / "ads.jsonl.xz"
NO_NAME = "Employer not named"
AT_A_TIME = 1000
BOARD = BOARDS["feed"]


def ads() -> Iterator[dict[str, Any]]:
    with lzma.open(FILE, "rt") as lines:
        yield from map(json.loads, lines)


def load(every: int = 1, always: Container[int] = ()) -> int:
    """Loads the corpus into an empty database: listings of the ids in `always`, and each `every`-th other.

    Returns how many there are.
    """
    now = timezone.now()
    source = Source.objects.create(name="corpus", board=BOARD.name, options={"address": "https://corpus.example/"})
    companies: dict[str, Company] = {}
    done = 0
    waiting = (ad for ad in ads() if ad["n"] + 1 in always or ad["n"] % every == 0)
    while some := list(islice(waiting, AT_A_TIME)):
        _companies(companies, some)
        listings, postings = [], []
        for one in some:
            listing, posting = _rows(one, companies[one["company"] or NO_NAME], source, now)
            listings.append(listing)
            postings.append(posting)
        Listing.objects.bulk_create(listings)
        for posting in Posting.objects.bulk_create(postings):
            posting.listing.leading = posting
        Listing.objects.bulk_update(listings, ["leading"])
        done += len(some)
    return done


def _companies(known: dict[str, Company], some: Sequence[dict[str, Any]]) -> None:
    names = {one["company"] or NO_NAME for one in some} - known.keys()
    rows = [
        Company(key=f"{len(known) + number}", name=name, slug=f"{slugify(name)[:60]}-{len(known) + number}")
        for number, name in enumerate(sorted(names))
    ]
    known.update({row.name: row for row in Company.objects.bulk_create(rows)})


def _rows(one: dict[str, Any], company: Company, source: Source, now: Any) -> tuple[Listing, Posting]:
    number = one["n"] + 1
    text = f"<p>{html.escape(one['text'] or '')}</p>"
    title = one["title"] or "Untitled"
    ad = Ad(external_id=str(number), url="https://corpus.example/", title=title, company=company.name, html=text)
    read = facts.read(ad, BOARD)
    at = now - timedelta(days=5)
    digest = number.to_bytes(32, "big")
    listing = Listing(
        pk=number, company=company, title=title, slug="x", category=read["category"] or "",
        workplace=read["workplace"] or "", facts=read, posted_at=at, first_seen_at=at, changed_at=at,
    )  # fmt: skip
    posting = Posting(
        source=source, external_id=str(number), listing=listing, url="-", ad={}, html=text, facts=read,
        content_hash=digest, fingerprint=digest, posted_at=at, first_seen_at=at, last_seen_at=now,
    )  # fmt: skip
    return listing, posting
