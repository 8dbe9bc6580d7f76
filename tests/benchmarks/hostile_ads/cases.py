"""The worst that is known for each bound, beside what is ordinary."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from itertools import count

from listings.boards import BOARDS
from listings.boards.base import Ad
from listings.boards.bounds import MAX_TEXT
from listings.ingest.prepare import prepare
from listings.models import LedgerRow, Listing
from listings.web import excerpts
from listings.web.evidence_marks import mark_evidence
from listings.web.history import history

SENTENCES = "You will plan the routes of our boats with the crew. We work remotely and pay $90,000 a year. "
ORDINARY = f"<p>{SENTENCES * 30}</p>"
WHEN = datetime(2026, 1, 1, tzinfo=UTC)
NUMBERS = count()


def repeated(words: str, length: int = MAX_TEXT) -> str:
    return (words * (length // len(words) + 1))[:length]


def read(html: str = ORDINARY, location: str = "Norway") -> None:
    # A location that was not read before: what caches keep would hide its cost.
    location = f"Room {next(NUMBERS)}; {location}"
    ad = Ad(external_id="1", url="https://b.example/1", title="Pilot", company="Quay", html=html, location=location)
    prepare(ad, BOARDS["remoteok"], b"")


def tell(old: str, new: str) -> None:
    """A page of changes."""
    rows = [LedgerRow(field="html", old=old, new=new, at=WHEN) for _ in range(LedgerRow.MAX_ROWS)]
    history(Listing(), rows, full_text=True)


def find_excerpts(text: str, phrase: str) -> None:
    """A page of a hundred cards, within the bound of a page."""
    text = text[: excerpts.MAX_TEXT]
    for _ in range(min(100, excerpts.MAX_TEXT_OF_PAGE // len(text))):
        excerpts.excerpt(text, phrase)


def mark(count: int) -> None:
    words = [f"skill{number}" for number in range(count)]
    text = repeated("lorem ") + "\n" + "\n".join(words)
    starts = {word: text.index(word) for word in words}
    spans = {word: [{"field": "text", "start": at, "end": at + len(word)}] for word, at in starts.items()}
    mark_evidence(text, f"<p>{text}</p>", spans)


def alternating(change: str) -> str:
    return " ".join(f"word{number // 2 % 49}" if number % 2 else f"{change}{number}" for number in range(3000))


CASES: dict[str, Callable[[], None]] = {
    "an ordinary ad read": read,
    "an ad of accents without a letter between them": partial(read, "a" + "\u0344" * 99_900 + "\u0f73" * 99_900),
    "an ad of letters that become eighteen each": partial(read, repeated("\ufdfa")),
    "an ad of places that are refused": partial(read, repeated("Not approved states: TX, FL and ")),
    "an ad of places that contradict themselves": partial(read, repeated("Remote - Canada (no remote in Quebec) ")),
    "an ad in a thousand places": partial(read, location=repeated("not Peru; ", 10_000)),
    "50 changes of a word in an ordinary text": partial(tell, ORDINARY, ORDINARY.replace("boats", "ships")),
    "50 changes of every second word": partial(tell, alternating("old"), alternating("new")),
    "100 excerpts of ordinary ads": partial(find_excerpts, SENTENCES * 30, "crew"),
    "100 excerpts of a phrase that begins everywhere": partial(
        find_excerpts, repeated("zz ") + "zebra", "zz " * 60 + "zebra"
    ),
    "the page of an ad of 200,000 characters with a mark": partial(mark, 1),
    "… and with fifty": partial(mark, 50),
}
