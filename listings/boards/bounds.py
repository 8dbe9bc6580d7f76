"""How much is kept of what a board states: one bound for each field of an ad, applied whenever an ad is made.

A text that is too long is cut at a word, a list after its last entry that fits, and a date that cannot be true is no
date: none of it costs the job. Only an id or an address cannot be cut, so that `why_unkeepable` refuses the record.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import islice
from typing import Any

from listings.vocabulary.combining_marks import bounded_marks

# PostgreSQL stores neither null bytes nor halves of surrogate pairs, XML no other control character and no "\uffff".
# The rest turns the text around it back to front, beyond its own end: whole right-to-left texts do without.
UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069]")
# Letters and symbols that show nothing.
BLANKS = frozenset("\u115f\u1160\u2800\u3164\uffa0\ufffc\U000133f0\U0001d159")
MAX_TITLE, MAX_COMPANY, MAX_PLACE, MAX_TEXT = 300, 200, 300, 200_000
# The names of all countries together are 3,000 characters long.
MAX_LOCATION = 4_000
MAX_PHRASE, MAX_TAG = 500, 100
MAX_PLACES, MAX_PHRASES, MAX_TAGS, MAX_FIELDS = 300, 50, 100, 50
# In bytes of UTF-8: both are indexed, and PostgreSQL refuses keys of more than 2,700.
MAX_ADDRESS = 2000
# The record or address that a rejection names, and its reason.
MAX_RECORD, MAX_REASON = 200, 500
# Of one response, and of one fetch. The largest lists that are published have some thousand records.
MAX_RECORDS, MAX_RECORDS_OF_FETCH = 20_000, 100_000
# The most that a sitemap may name.
MAX_PAGES = 50_000
# How much of a text is looked through for the end of a word.
LAST_WORD = 40
EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)
# "Tomorrow" is today already further east.
AHEAD = timedelta(days=1)
MAX_OPEN = timedelta(days=5 * 365.25)


def readable(text: str) -> str:
    """Without what cannot be stored, and with as many accents on a letter as anybody could read."""
    return bounded_marks(UNREADABLE.sub("", text) if UNREADABLE.search(text) else text)


def is_keepable(text: str) -> bool:
    return UNREADABLE.search(text) is None


def is_visible(text: str) -> bool:
    """Whether it has a letter, digit or sign: spaces, joiners and accents alone show nothing."""
    return any(unicodedata.category(character)[0] in "LNPS" and character not in BLANKS for character in text)


def shortened(text: str, length: int) -> str:
    """At most `length` characters, the last of them "…" where the text was cut."""
    text = readable(text[: 2 * length])
    if len(text) <= length:
        return text
    kept = text[: length - 1]
    start = max(len(kept) - LAST_WORD, 0)
    *_, last = re.split(r"(?=\s)", kept[start:])
    # A word without an end is cut as well: "aaaa…".
    return (kept[: len(kept) - len(last)] if last != kept[start:] else kept).rstrip() + "…"


def shortened_places(places: str) -> str:
    """Of a list of places, each is cut on its own, and one that the end cuts in two is left out."""
    if len(places) <= MAX_PLACE:
        return readable(places)
    listed = places[:MAX_LOCATION].split("; ")[:MAX_PLACES]
    if len(places) > MAX_LOCATION and len(listed) > 1:
        listed.pop()
    return "; ".join(shortened(place, MAX_PLACE) for place in listed)


def first_texts(texts: Iterable[str], count: int, length: int) -> tuple[str, ...]:
    return tuple(shortened(text, length) for text in islice(texts, count))


def first_fields(fields: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    kept = islice(fields.items(), MAX_FIELDS)
    return {shortened(name, MAX_TAG): first_texts(texts, MAX_PLACES, MAX_PLACE) for name, texts in kept}


def first_markup(html: str) -> str:
    """Without a mark of the cut, which might end within a tag."""
    return readable(html[:MAX_TEXT])


def optional_address(address: str) -> str | None:
    """None for one that is too long: what is left of a cut address leads nowhere."""
    return address if is_indexable(address) and not UNREADABLE.search(address) else None


def past_date(moment: datetime) -> datetime | None:
    """For what has happened: at most until tomorrow, and not before there were such boards."""
    return moment if EARLIEST <= moment <= datetime.now(UTC) + AHEAD else None


def closing_date(moment: datetime) -> datetime | None:
    return moment if EARLIEST <= moment <= datetime.now(UTC) + MAX_OPEN else None


phrases = partial(first_texts, count=MAX_PHRASES, length=MAX_PHRASE)
BOUNDS: Mapping[str, Callable[[Any], Any]] = {
    "external_id": readable,
    "url": readable,
    "title": partial(shortened, length=MAX_TITLE),
    "company": partial(shortened, length=MAX_COMPANY),
    "html": first_markup,
    "published_at": past_date,
    "expires_at": closing_date,
    "location": shortened_places,
    "category": partial(shortened, length=MAX_PHRASE),
    "workplace": phrases,
    "employment": phrases,
    "seniority": phrases,
    "time_zones": phrases,
    "salary": partial(shortened, length=MAX_PHRASE),
    "tags": partial(first_texts, count=MAX_TAGS, length=MAX_TAG),
    "apply_url": optional_address,
    "company_url": optional_address,
    "logo_url": optional_address,
    "fields": first_fields,
}


def apply_bounds(ad: Any) -> None:
    """To an ad that is being made: nothing else may change one."""
    for name, bound in BOUNDS.items():
        value = getattr(ad, name)
        if value is not None and (kept := bound(value)) != value:
            object.__setattr__(ad, name, kept)


def is_indexable(text: str) -> bool:
    return len(text) <= MAX_ADDRESS and (text.isascii() or len(text.encode("utf-8", "replace")) <= MAX_ADDRESS)


def why_unkeepable(external_id: str, url: str, title: str, company: str) -> str:
    """Why no row can be made of an ad, for admins; "" if one can."""
    for name, text in (("id", external_id), ("address", url)):
        if not is_indexable(text):
            return f"its {name} is longer than {MAX_ADDRESS:,} bytes"
    stated = (("id", external_id), ("address", url), ("title", title), ("employer", company))
    missing = next((name for name, text in stated if not is_visible(text)), "")
    return f"its {missing} is empty" if missing else ""
