"""Real ads loaded as open listings with ids that stay: those of the corpus, and the recorded ones."""

from __future__ import annotations

import html
import json
import lzma
import zlib
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path

from django.utils import timezone
from django.utils.text import slugify

from listings import facts
from listings.boards import BOARDS
from listings.boards.base import Ad, Board
from listings.models import Company, Listing, Posting, Source
from tests.benchmarks.facts.ads import recorded_ads

FILE = Path(__file__).resolve().parents[4] / "shared" / "corpus" / "ads.jsonl.xz"
NO_NAME = "Employer not named"
BATCH, MAX_NAME = 1000, 200
BOARD = BOARDS["feed"]
# Above every number of the corpus, and within what an id may be.
FIRST_RECORDED, RECORDED_IDS = 1_000_000, 900_000_000
MINUTES = 60 * 24 * 60


@dataclass(frozen=True, slots=True)
class CorpusAd:
    listing_id: int
    ad: Ad
    board: Board


def ads() -> Iterator[CorpusAd]:
    """The corpus, numbered from 1, and the recorded ads that are not on-site, numbered by what identifies them."""
    with lzma.open(FILE, "rt") as lines:
        for record in map(json.loads, lines):
            ad = Ad(
                external_id=str(record["n"]),
                url="https://corpus.example/",
                title=record["title"] or "Untitled",
                company=record["company"] or NO_NAME,
                html=f"<p>{html.escape(record['text'] or '')}</p>",
            )
            yield CorpusAd(record["n"] + 1, ad, BOARD)
    seen: set[int] = set()
    for board, _, ad in recorded_ads():
        listing_id = FIRST_RECORDED + zlib.crc32(f"{board.name} {ad.external_id} {ad.title}".encode()) % RECORDED_IDS
        if listing_id not in seen:
            seen.add(listing_id)
            yield CorpusAd(listing_id, ad, board)


def load(every: int = 1, always: Container[int] = ()) -> int:
    """Loads the ads into an empty database: listings of the ids in `always`, and each `every`-th other.

    Returns how many there are.
    """
    now = timezone.now()
    source = Source.objects.create(name="corpus", board=BOARD.name, options={"address": "https://corpus.example/"})
    companies: dict[str, Company] = {}
    count = 0
    waiting = (ad for ad in ads() if ad.listing_id in always or ad.listing_id % every == 0)
    while batch := list(islice(waiting, BATCH)):
        _companies(companies, batch)
        rows = [row for ad in batch if (row := _rows(ad, companies[ad.ad.company[:MAX_NAME] or NO_NAME], source, now))]
        Listing.objects.bulk_create([listing for listing, _ in rows])
        for posting in Posting.objects.bulk_create([posting for _, posting in rows]):
            posting.listing.leading = posting
        Listing.objects.bulk_update([listing for listing, _ in rows], ["leading"])
        count += len(rows)
    return count


def loaded_ids() -> set[int]:
    return set(Listing.objects.values_list("pk", flat=True))


def _companies(known: dict[str, Company], batch: Sequence[CorpusAd]) -> None:
    names = {ad.ad.company[:MAX_NAME] or NO_NAME for ad in batch} - known.keys()
    rows = [
        Company(key=f"{len(known) + number}", name=name, slug=f"{slugify(name)[:60]}-{len(known) + number}")
        for number, name in enumerate(sorted(names))
    ]
    known.update({row.name: row for row in Company.objects.bulk_create(rows)})


def _rows(ad: CorpusAd, company: Company, source: Source, now: datetime) -> tuple[Listing, Posting] | None:
    read = facts.read(ad.ad, ad.board)
    if ad.listing_id >= FIRST_RECORDED and read["workplace"] in ("onsite", "hybrid"):
        return None
    # Ages that have nothing to do with the order of the file: the newest are a sample of all.
    at = now - timedelta(days=1, minutes=zlib.crc32(str(ad.listing_id).encode()) % MINUTES)
    digest = ad.listing_id.to_bytes(32, "big")
    listing = Listing(
        pk=ad.listing_id, company=company, title=ad.ad.title[:MAX_NAME], slug="x", category=read["category"] or "",
        workplace=read["workplace"] or "", facts=read, posted_at=at, first_seen_at=at, changed_at=at,
    )  # fmt: skip
    posting = Posting(
        source=source, external_id=str(ad.listing_id), listing=listing, url="-", ad={}, html=ad.ad.html, facts=read,
        content_hash=digest, fingerprint=digest, posted_at=at, first_seen_at=at, last_seen_at=now,
    )  # fmt: skip
    return listing, posting
