"""Whatever a board states, an ad stays within its bounds: cut, left out, or refused with a reason; never an error."""

from __future__ import annotations

import json
import sys
import tracemalloc
from collections.abc import Mapping
from contextlib import suppress
from copy import deepcopy
from dataclasses import fields
from datetime import UTC, datetime, timedelta
from html import escape
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from listings.boards import bounds
from listings.boards.base import Ad, BrokenShape, Page, Rejected
from listings.boards.bounds import BOUNDS, UNREADABLE, shortened
from listings.boards.formats.fields import MAX_LINE, line
from listings.ingest import sanitise
from tests.examples import examples
from tests.listings.boards.records import page_of
from tests.listings.boards.test_boards import payloads
from tests.listings.boards.test_hostile_payloads import fields as places_within
from tests.listings.boards.test_hostile_payloads import json_payloads
from tests.tables import table

MILLION = 1_000_000
NOW = datetime.now(UTC)
HOUR = timedelta(hours=1)
LENGTHS = {"title": 300, "company": 200, "category": 500, "salary": 500, "location": 10_000, "html": 200_000}
COUNTS = {"tags": (100, 100), "workplace": (50, 500), "employment": (50, 500), "seniority": (50, 500)}
COUNTS["time_zones"] = (50, 500)
ADDRESSES = ("external_id", "url", "apply_url", "company_url", "logo_url")
LONG = 220_000
HOSTILE: list[Any] = ["word " * (LONG // 5), "x" * LONG, "ж" * 2000, "https://x.example/" + "ж" * 1500, "; " * 30_000]
HOSTILE += [
    "², ³",
    "\x00",
    "\ud800",
    "a\uffffb",
    "10000-01-01",
    "9999-12-31T23:59:59-12:00",
    "2090-01-01",
    "1999-12-31",
]
HOSTILE += [10**400, -(10**400), float("nan"), float("inf"), 1e308, 4102444800, 253402300800000, True]
HOSTILE += [["x" * 1000] * 400, [[["x"]]] * 100, {f"key {number}": "x" for number in range(1000)}, [], {}, None]
# By its number: hypothesis looks long at each character of what it draws.
TEXTS = [number for number, value in enumerate(HOSTILE) if isinstance(value, str)]
RAW_NUMBERS = ["9" * 5000, "-1e999", "NaN", "Infinity", "1" + "0" * 400]


def beyond(ad: Ad) -> list[str]:
    """The fields of the ad that are out of bounds."""
    values = {spec.name: getattr(ad, spec.name) for spec in fields(ad)}
    found = [name for name, most in LENGTHS.items() if len(values[name] or "") > most]
    found += [name for name in ADDRESSES if len((values[name] or "").encode()) > 2000]
    for name, (count, most) in COUNTS.items():
        texts = values[name] or ()
        found += [name] if len(texts) > count or any(len(text) > most for text in texts) else []
    found += [
        name for name, texts in ad.fields.items() if len(name) > 100 or max(map(len, (*texts, "")), default=0) > 300
    ]
    found += ["fields"] if len(ad.fields) > 50 or any(len(texts) > 300 for texts in ad.fields.values()) else []
    for name, latest in (("published_at", timedelta(days=1)), ("expires_at", timedelta(days=5 * 366))):
        moment = values[name]
        found += (
            [name] if (moment and not moment.year >= 2000) or (moment and moment > datetime.now(UTC) + latest) else []
        )
    text = json.dumps(ad.as_json(), ensure_ascii=False)
    return found + (["characters"] if UNREADABLE.search(text) or "\\u0000" in text else [])


def checked(page: Page) -> Page:
    assert [beyond(ad) for ad in page.ads] == [[] for ad in page.ads]
    assert all(len(bad.record) <= 200 and len(bad.reason) <= 500 for bad in page.rejected)
    return page


def test_every_field_has_its_bound() -> None:
    assert BOUNDS.keys() == {spec.name for spec in fields(Ad)} - {"published_zoned"}


@pytest.mark.parametrize(("name", "path"), json_payloads(), ids=lambda value: getattr(value, "name", value))
@settings(max_examples=examples(2), deadline=None)
@given(spoilt=st.lists(st.tuples(st.integers(0, 10**6), st.sampled_from(range(len(HOSTILE)))), min_size=1, max_size=3))
def test_no_value_of_json_leaves_them(name: str, path: Path, spoilt: list[tuple[int, int]]) -> None:
    value = json.loads(path.read_text())
    for place, number in spoilt:
        if found := list(places_within(value)):
            within, key = found[place % len(found)]
            # A copy: put into itself, a list would never end.
            within[key] = deepcopy(HOSTILE[number])
    with suppress(BrokenShape):
        checked(page_of(name, value))


@pytest.mark.parametrize(("name", "path"), json_payloads(), ids=lambda value: getattr(value, "name", value))
def test_no_number_breaks_a_list(name: str, path: Path) -> None:
    """One record with a number that Python refuses to read costs that record at most."""
    value = json.loads(path.read_text())
    records = value if isinstance(value, list) else next((v for v in value.values() if isinstance(v, list) and v), [])
    if not records or not isinstance(records[0], dict):
        pytest.skip("its payload is no list of records")
    before = len(checked(page_of(name, value)).ads)
    for number in RAW_NUMBERS:
        records[0]["a number"] = "PUT HERE"
        body = json.dumps(value).replace('"PUT HERE"', number).encode()
        assert len(checked(page_of(name, body)).ads) == before


@pytest.mark.parametrize(("name", "path"), payloads(), ids=lambda value: getattr(value, "name", value))
@settings(max_examples=examples(2), deadline=None)
@given(at=st.integers(0, 10**6), number=st.sampled_from(TEXTS))
def test_no_text_of_any_format_leaves_them(name: str, path: Path, at: int, number: int) -> None:
    """Put behind a ">" or a quote: where texts and attributes begin."""
    text = path.read_text()
    starts = [place + 1 for place, character in enumerate(text) if character in '>"']
    start = starts[at % len(starts)]
    put = HOSTILE[number]
    escaped = json.dumps(put)[1:-1] if path.suffix == ".json" else escape(put)
    body = (text[:start] + escaped + text[start:]).encode("utf-8", "replace")
    with suppress(BrokenShape):
        checked(page_of(name, body))


def made(**stated: Any) -> Ad:
    return Ad(
        **{"external_id": "1", "url": "https://x.example/1", "title": "Baker", "company": "Brightwater", **stated}
    )


@table(
    ("field", "stated", "kept"),
    [
        ("title", "Keeper of ledgers " * 100, "Keeper of ledgers " * 16 + "Keeper of…"),
        ("title", "x" * MILLION, "x" * 299 + "…"),
        ("title", "x" * 300, "x" * 300),
        ("company", "\x00" * MILLION + "Brightwater", ""),
        ("html", "<p>" + "x" * MILLION, "<p>" + "x" * 199_997),
        ("location", "; ".join(["Norway"] * 200), "; ".join(["Norway"] * 200)),
        ("location", "Norway; " + "x" * MILLION, "Norway"),
        ("location", "x" * 400 + "; Norway", "x" * 299 + "…; Norway"),
        ("tags", ("x",) * 1000, ("x",) * 100),
        ("tags", ("x" * 1000,), ("x" * 99 + "…",)),
        ("tags", None, None),
        ("apply_url", "https://x.example/" + "x" * 2000, None),
        ("published_at", datetime(1999, 12, 31, tzinfo=UTC), None),
        ("published_at", NOW + timedelta(days=3), None),
        ("published_at", NOW + timedelta(hours=23), NOW + timedelta(hours=23)),
        ("expires_at", NOW + timedelta(days=1830), None),
        ("expires_at", NOW + timedelta(days=1800), NOW + timedelta(days=1800)),
        ("expires_at", datetime(1970, 1, 1, tzinfo=UTC), None),
        ("fields", {"region": ("x" * 400,)}, {"region": ("x" * 299 + "…",)}),
    ],
)
def test_what_is_kept(field: str, stated: Any, kept: Any) -> None:
    ad = made(**{field: stated})
    assert getattr(ad, field) == kept
    assert Ad.from_json(ad.as_json()) == ad


@settings(max_examples=examples(100), deadline=None)
@given(text=st.text(max_size=120), length=st.integers(2, 60))
def test_a_cut_text_is_cut_once(text: str, length: int) -> None:
    cut = shortened(text, length)
    assert len(cut) <= length
    assert shortened(cut, length) == cut
    assert cut.rstrip("…").rstrip() in bounds.readable(text)


GOOD: Mapping[str, Any] = {"id": 7, "url": "https://remotive.com/x-7", "title": "Baker", "company_name": "Brightwater"}


@table(
    ("stated", "reason"),
    [
        ({"url": "https://x.example/" + "x" * 2000}, "its address is longer than 2,000 bytes"),
        ({"url": "https://x.example/" + "ж" * 1000}, "its address is longer than 2,000 bytes"),
        ({"title": "\uffff"}, "title is missing"),
    ],
)
def test_what_cannot_be_cut_is_refused(stated: dict[str, Any], reason: str) -> None:
    page = page_of("remotive", {"jobs": [{**GOOD, **stated}, GOOD]})
    assert [bad.reason for bad in page.rejected] == [reason]
    assert len(page.ads) == 1


def test_an_id_that_is_too_long_is_refused() -> None:
    item = "<title>Acme: Baker</title><link>https://x.example/1</link><guid>{}</guid>"
    items = "".join(f"<item>{item.format(guid)}</item>" for guid in ("x" * 3000, "y"))
    page = page_of("feed", f"<rss><channel>{items}</channel></rss>".encode(), "https://x.example/")
    assert [bad.reason for bad in page.rejected] == ["its id is longer than 2,000 bytes"]
    assert [ad.external_id for ad in page.ads] == ["y"]


def test_a_rejection_is_short() -> None:
    bad = Rejected("x" * MILLION, "because " * MILLION)
    assert (len(bad.record), len(bad.reason)) == (200, 496)


BLANK_NAMES = ["\u200b", "\u2800\u3164", "\u00a0\u2060", "\u115f\ufe0f", "\u0301", "\u202e\u200d"]
BLANK_NAMES += ["\ufffc \ufffc", "\U0001d159", "\U000133f0"]


@table("blank", BLANK_NAMES)
@table("name", ["title", "company_name"])
def test_a_name_that_shows_nothing_is_none(name: str, blank: str) -> None:
    record = {"id": 7, "url": "https://remotive.com/x", "title": "Baker", "company_name": "Brightwater"}
    page = page_of("remotive", {"jobs": [record, record | {name: blank}]})
    assert (len(page.ads), len(page.rejected)) == (1, 1)


@table("name", ["C++", "7", "…", "株式会社", "שלום", "🚀", "Ⓐ"])
def test_any_sign_is_a_name(name: str) -> None:
    assert bounds.is_visible(name)


def test_no_text_turns_what_is_around_it() -> None:
    record = {
        "id": 7,
        "url": "https://remotive.com/x",
        "title": "Ba\u202eker",
        "company_name": "\u2067Bright\u2069water",
    }
    (ad,) = page_of(
        "remotive", {"jobs": [record | {"description": "<p>a&#x202E;b\u2066c</p>", "salary": "1\u202d2"}]}
    ).ads
    assert (ad.title, ad.company, ad.salary) == ("Baker", "Brightwater", "12")
    assert "\u2066" not in ad.html
    assert sanitise.sanitised(ad.html) == "<p>abc</p>"


def test_of_an_endless_line_the_beginning_is_read() -> None:
    text = "a " * 2_000_000
    tracemalloc.start()
    try:
        assert line(text, "title") == text[:MAX_LINE].strip()
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 3 * sys.getsizeof(text)
