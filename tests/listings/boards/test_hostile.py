"""Whatever is sent, a board reads it, rejects records with a reason, or names the broken shape: nothing else."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from listings.boards import BOARDS
from listings.boards.base import Ad, BrokenShape, Page, Request, Response
from listings.boards.formats import fields
from listings.boards.formats.vacancy import reason_to_reject
from tests.cpu_time import assert_growth, cpu_seconds
from tests.examples import examples, few
from tests.tables import table

UUID = "e7be1837-9698-4f9e-a771-4f6113c895a0"
ASKED = Request(f"https://remote.co/job-details/ledger-keeper-{UUID}", UUID)
UNKEEPABLE = re.compile("[\x00\ud800-\udfff]")

TRAPS = ["javascript:alert(1)", "https://x.example/a", "\x00", "\ud800", "99999-01-01", "0000-00-00T00:00:00", UUID]
TRAPS += ["Wed, 07 Feb 99999999999999999999 10:00:00 +0000", "2026-05-15T14:00:51", "9" * 30, "http://[::1/", "a: b"]
TEXT = st.text(max_size=12) | st.sampled_from([*TRAPS, "<p>&#0;"])
SCALAR = st.none() | st.booleans() | st.integers() | st.integers(10**30, 10**40) | st.floats() | TEXT
FIELDS = """id url title company_name company tags job_type publication_date salary description categories slug name
jobSchedules jobTypes careerLevel remoteOptions allowedCandidateLocation postedDate expireOn applyURL @type @graph
identifier hiringOrganization datePosted validThrough employmentType baseSalary value minValue currency unitText
applicantLocationRequirements jobLocationType website"""
ITEM = "title link guid description pubDate expires_at region country state skills category type"
NAMES, ELEMENTS = FIELDS.split(), ITEM.split()
JSON = st.recursive(
    SCALAR, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(NAMES), inner), max_leaves=15
)
RECORD = st.dictionaries(st.sampled_from(NAMES), JSON, max_size=12)


def parse(name: str, body: bytes) -> Page:
    page = BOARDS[name].parse(Response(ASKED, body))
    kept = json.dumps(
        [[ad.as_json() for ad in page.ads], [[bad.record, bad.reason] for bad in page.rejected]], ensure_ascii=False
    )
    assert not UNKEEPABLE.search(kept)
    assert "\\u0000" not in kept
    for ad in page.ads:
        assert ad.url.startswith(("https://", "http://"))
        assert ad.external_id
        assert ad.title
        assert ad.company
    assert all(bad.record and bad.reason for bad in page.rejected)
    return page


def api(record: Any) -> bytes:
    return json.dumps({"jobs": [record]}).encode()


def page_with(data: Any) -> bytes:
    script = json.dumps({"props": {"pageProps": {"jobDetails": data}}}).replace("</", "<\\/")
    return f'<!doctype html><script id="__NEXT_DATA__" type="application/json">{script}</script>'.encode()


def markup_with(data: Any) -> bytes:
    script = json.dumps(data).replace("</", "<\\/")
    return f'<!doctype html><script type="application/ld+json">{script}</script>'.encode()


def feed_with(**elements: str) -> bytes:
    inner = "".join(f"<{name}>{escape(text)}</{name}>" for name, text in elements.items())
    return f"<rss><channel><item>{inner}</item></channel></rss>".encode("utf-8", "replace")


@pytest.mark.parametrize("name", BOARDS)
@settings(max_examples=examples(3), deadline=None)
@given(body=st.binary(max_size=400) | st.text(max_size=400).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes(name: str, body: bytes) -> None:
    wrapped = [b'{"jobs": [' + body + b"]}", b"<rss><channel>" + body + b"</channel></rss>", b"<urlset>" + body]
    for sent in (body, *wrapped, b"<!doctype html>" + body, page_with({}).replace(b"{}", body)):
        with suppress(BrokenShape):
            parse(name, sent)


@settings(max_examples=examples(12), deadline=None)
@given(records=st.lists(JSON | RECORD, max_size=5))
def test_any_records_of_an_api(records: list[Any]) -> None:
    page = parse("remotive", json.dumps({"jobs": records}).encode())
    assert len(page.ads) + len(page.rejected) == len(records)


@settings(max_examples=examples(12), deadline=None)
@given(stated=RECORD)
def test_any_data_of_a_page(stated: dict[str, Any]) -> None:
    page = parse("remoteco", page_with({"id": UUID, "title": "T", "company": {"name": "C"}} | stated))
    assert len(page.ads) + len(page.rejected) == 1


@settings(max_examples=examples(12), deadline=None)
@given(stated=RECORD)
def test_any_markup_of_a_page(stated: dict[str, Any]) -> None:
    whole = {"title": "T job at C in D", "hiringOrganization": {"name": "C"}} | stated | {"@type": "JobPosting"}
    page = parse("remoteco", markup_with(whole))
    assert len(page.ads) + len(page.rejected) == 1


@settings(max_examples=examples(12), deadline=None)
@given(stated=st.dictionaries(st.sampled_from(ELEMENTS), TEXT))
def test_any_item_of_a_feed(stated: dict[str, str]) -> None:
    whole = {"title": "Company: Role", "link": "https://weworkremotely.com/remote-jobs/company-role"} | stated
    with suppress(BrokenShape):
        page = parse("weworkremotely", feed_with(**whole))
        assert len(page.ads) + len(page.rejected) == 1


GOOD = {"id": 7, "url": "https://remotive.com/remote-jobs/x-7", "title": "Role", "company_name": "Company"}


@table(
    ("stated", "reason"),
    [
        ({"title": ["Role"]}, "title is list, not text"),
        ({"title": None}, "title is missing"),
        ({"title": " \x00 "}, "title is missing"),
        ({"company_name": {}}, "company_name is dict, not text"),
        ({"id": None}, "id is 'NoneType', not a number"),
        ({"id": True}, "not a number"),
        ({"id": 10**30}, "not a number"),
        ({"id": -1}, "id is '-1', not a number"),
        ({"tags": "a, b"}, "tags is str, not a list"),
        ({"tags": [1]}, "tags is int, not text"),
        ({"url": "javascript:alert(1)"}, "url is not a web address"),
        ({"url": "//remotive.com/x"}, "url is not a web address"),
        ({"url": "https://remotive.com/a b"}, "url is not a web address"),
        ({"url": "https://"}, "url is not a web address"),
        ({"url": "http://[::1/x"}, "url is not a valid address"),
        ({"url": "http://x.example:99999/"}, "url is not a valid address"),
    ],
)
def test_a_bad_record_is_rejected_with_its_reason(stated: dict[str, Any], reason: str) -> None:
    page = parse("remotive", json.dumps({"jobs": [GOOD | stated, GOOD]}).encode())
    assert [ad.external_id for ad in page.ads] == ["7"]
    assert reason in page.rejected[0].reason


def test_a_mistake_of_ours_costs_one_record(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    def stumble(ad: Ad) -> str:
        return reason_to_reject(ad) if ad.title != "Trap" else "".join(["x"][9])

    monkeypatch.setattr(fields, "reason_to_reject", stumble)
    page = parse("remotive", json.dumps({"jobs": [GOOD, GOOD | {"title": "Trap"}]}).encode())
    assert [ad.title for ad in page.ads] == ["Role"]
    assert [(bad.record, bad.reason) for bad in page.rejected] == [("record 2", "internal error: IndexError")]
    assert "Traceback" in caplog.text


@table("date", ["0000-01-01T00:00:00", "99999-01-01", "9999-12-31T23:59:59-23:00", "yesterday", [], {}])
def test_an_unreadable_date_costs_nothing_else(date: Any) -> None:
    (ad,) = parse("remotive", api(GOOD | {"publication_date": date})).ads
    assert (ad.title, ad.published_at) == ("Role", None)


def test_a_record_without_a_name_is_named_by_its_place() -> None:
    page = parse("remotive", json.dumps({"jobs": [GOOD, 5, {"id": "\x00"}, {"id": "x" * 500}]}).encode())
    assert [bad.record for bad in page.rejected] == ["record 2", "record 3", "x" * 200]


def test_what_no_database_keeps_is_left_out() -> None:
    (ad,) = parse("remotive", api(GOOD | {"title": "Ro\x00le\ud800", "description": "a\x00b\udfffc"})).ads
    assert (ad.title, ad.html) == ("Role", "abc")


@table("host", ["remotive.io", "elsewhere.example", "xn--bcher-kva.example", "remotive.com:8443"])
def test_an_address_of_any_host_is_kept(host: str) -> None:
    (ad,) = parse("remotive", api(GOOD | {"url": f"https://{host}/remote-jobs/x-7"})).ads
    assert ad.url == f"https://{host}/remote-jobs/x-7"


@table(
    "stated",
    [
        {"link": "javascript:alert(1)"},
        {"link": "ftp://weworkremotely.com/x"},
        {"link": "https://weworkremotely.com/"},
    ],
)
def test_a_bad_item_is_rejected(stated: dict[str, str]) -> None:
    whole = {"title": "Company: Role", "link": "https://weworkremotely.com/remote-jobs/company-role"} | stated
    page = parse("weworkremotely", feed_with(**whole))
    assert (len(page.ads), len(page.rejected)) == (0, 1)


BOMB = '<!DOCTYPE x [<!ENTITY a "{}">{}]><rss><channel><item><title>&z;</title></item></channel></rss>'.format(
    "b" * 100,
    "".join(f'<!ENTITY {name} "{f"&{last};" * 10}">' for last, name in zip("acdefgh", "cdefghz", strict=True)),
)


@table("encoding", ["utf-8", "utf-16", "utf-16-be", "utf-32"])
@table("name", ["weworkremotely", "remoteco"])
def test_an_entity_bomb_is_a_broken_shape(name: str, encoding: str) -> None:
    for before in ("", " " * 5000, f'<?xml version="1.0" encoding="{encoding}"?>'):
        for bomb in (BOMB, BOMB.replace("rss>", "urlset>")):
            body = (before + bomb).encode(encoding)
            with pytest.raises(BrokenShape):
                parse(name, body)
            # Expanded, it would take a gigabyte and many seconds.
            assert cpu_seconds(partial(refused, name, body)) < 0.5


def refused(name: str, body: bytes) -> None:
    with suppress(BrokenShape):
        parse(name, body)


def test_a_file_of_this_machine_is_not_read() -> None:
    body = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><rss><channel><title>&a;</title></channel></rss>'
    with pytest.raises(BrokenShape, match="declares a document type or entities"):
        parse("weworkremotely", body)


@table(
    ("name", "body_of"),
    [
        ("remotive", lambda depth: b'{"jobs": [' + b"[" * depth),
        ("remotive", lambda depth: b'{"jobs": [' + b"[" * depth + b"]" * depth + b"]}"),
        ("remotive", lambda digits: b'{"jobs": [{"id": ' + b"9" * digits + b"}]}"),
        ("weworkremotely", lambda count: b"<rss><channel>" + b"<item>" * count),
        ("remoteco", lambda count: b"<!doctype html>" + b"<div>" * count),
        ("remoteco", lambda depth: page_with({"id": UUID}).replace(b'"id"', b'"x": ' + b"[" * depth + b', "id"')),
        ("remoteco", lambda depth: markup_with({"@graph": 0}).replace(b"0", b"[" * depth + b"]" * depth)),
    ],
)
@table("size", few([5000, 900, 100_000]))
def test_depth_and_size_end_in_a_clear_answer(name: str, body_of: Callable[[int], bytes], size: int) -> None:
    with suppress(BrokenShape):
        assert parse(name, body_of(size)).ads == []


@table("element", few(["table><tr><td", "div", "p", "a href=x", "b"]))
def test_time_grows_no_faster_than_the_page(element: str) -> None:
    assert_growth(
        lambda count: refused("remoteco", b"<!doctype html>" + f"<{element}>".encode() * count), 2000, below=10
    )
