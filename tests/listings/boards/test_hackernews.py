"""What the monthly hiring threads are known to hold, one test a quirk."""

from __future__ import annotations

from html import escape
from typing import Any

import pytest

from listings.boards.base import Ad, BrokenShape, Page, Request
from listings.boards.formats.fields import BadRecord
from listings.boards.formats.header_line import Header, read_header
from tests.cpu_time import assert_growth
from tests.examples import few
from tests.listings.boards.records import page_of
from tests.tables import table

COMMENTS = "https://hn.algolia.com/api/v1/search_by_date?tags=comment,story_{}&hitsPerPage=1000&page={}"


def comment(text: str, number: int = 90000101, parent: int = 90000012) -> dict[str, Any]:
    stated = {"parent_id": parent, "story_id": 90000012, "created_at": "2026-11-03T09:00:00Z"}
    return {"objectID": str(number), "comment_text": text, **stated}


def answer(*hits: Any, **envelope: Any) -> Page:
    return page_of("hackernews", {"hits": list(hits), **envelope})


def ad(text: str) -> Ad:
    page = answer(comment(text))
    assert page.rejected == []
    return page.ads[0]


def story(number: int, title: str) -> dict[str, Any]:
    return {"objectID": str(number), "title": title, "author": "whoishiring"}


def test_only_the_newest_hiring_story_is_followed() -> None:
    hits = [
        story(5, "Ask HN: Who is hiring? (October 2026)"),
        story(9, "Ask HN: Who wants to be hired? (November 2026)"),
        story(8, "Ask HN: Who is hiring? (November 2026)"),
        story(10, "Ask HN: Freelancer? Seeking freelancer? (November 2026)"),
        {"title": None},
        7,
    ]
    assert answer(*hits).follow == [Request(COMMENTS.format(8, 0))]
    assert answer().follow == []


def test_replies_are_no_ads_and_no_bad_records() -> None:
    page = answer(comment("Quay | Engineer | REMOTE"), comment("Gulls | Engineer | REMOTE", 90000102, 90000101))
    assert ([ad.external_id for ad in page.ads], page.rejected) == (["90000101"], [])


def test_a_comment_whose_applications_are_closed_is_no_ad() -> None:
    header = "Quay | Engineer | REMOTE<p>"
    texts = {
        "DELETED: Applications are now closed.": False,
        "Apply: We&#x27;ve closed out applications": False,
        "We are no longer accepting applications.": False,
        "Applications are closed on 3 May.": True,
        "We closed our seed round.": True,
    }
    for text, is_open in texts.items():
        page = answer(comment(header + text))
        assert [len(page.ads), page.rejected] == [int(is_open), []], text


def test_further_pages_of_a_thread_are_followed() -> None:
    hit = comment("Quay | Engineer | REMOTE")
    assert answer(hit, page=0, nbPages=2).follow == [Request(COMMENTS.format(90000012, 1))]
    assert answer(hit, page=1, nbPages=2).follow == []


def test_an_ad_links_to_its_comment_and_keeps_its_words() -> None:
    text = "Quay | Engineer | REMOTE<p>We&#x27;re calm &amp; kind."
    read = ad(text)
    assert (read.url, read.html) == ("https://news.ycombinator.com/item?id=90000101", text)


@table(
    ("header", "expected"),
    [
        (
            "Quay | Senior Engineer | Oslo, Norway | REMOTE (EU) | Full-time | $90k-$120k + equity",
            Header(
                "Quay",
                "Senior Engineer",
                "Oslo, Norway; REMOTE (EU)",
                ("REMOTE (EU)",),
                ("Full-time",),
                "$90k-$120k + equity",
            ),
        ),
        ("Quay | Analyst | Cork (HQ) | REMOTE", Header("Quay", "Analyst", "", ("REMOTE",), (), "")),
        ("Quay|Remote|Designer", Header("Quay", "Designer", "", ("Remote",), (), "")),
        (
            "Quay (https://quay.example) | Full Time | Hybrid - Onsite (Cork)",
            Header(
                "Quay",
                "Full Time | Hybrid - Onsite (Cork)",
                "Hybrid - Onsite (Cork)",
                ("Hybrid - Onsite (Cork)",),
                ("Full Time",),
                "",
            ),
        ),
        ("Cork, Ireland | Quay | Analyst | ONSITE", Header("Quay", "Analyst", "Cork, Ireland", ("ONSITE",), (), "")),
        ("Quay, Inc. | Munich | Analyst", Header("Quay, Inc.", "Analyst", "Munich", (), (), "")),
        ("SEEKING FREELANCER | Quay | Analyst | REMOTE", Header("Quay", "Analyst", "", ("REMOTE",), (), "")),
        ("Quay (YC S17) - tides as a service | Analyst", Header("Quay", "Analyst", "", (), (), "")),
        ("Quay | Multiple Roles | Remote", Header("Quay", "Multiple Roles", "", ("Remote",), (), "")),
        ("Quay | Series B, $200M funding | Analyst", Header("Quay", "Analyst", "", (), (), "")),
        (
            "Quay | Analyst (£60-70k) | London",
            Header("Quay", "Analyst (£60-70k)", "London", (), (), "Analyst (£60-70k)"),
        ),
        ("Quay | Python, React | Analyst | Paris", Header("Quay", "Analyst", "Paris", (), (), "")),
        ("Quay | Engineer (Node.js) | REMOTE", Header("Quay", "Engineer (Node.js)", "", ("REMOTE",), (), "")),
        (
            "Senior ML Analyst | Quay Data Co | REMOTE",
            Header("Quay Data Co", "Senior ML Analyst", "", ("REMOTE",), (), ""),
        ),
        ("Analyst Labs | Data Science | REMOTE", Header("Analyst Labs", "Data Science", "", ("REMOTE",), (), "")),
        ("Quay | (Web|Data) Analyst | REMOTE", Header("Quay", "(Web/Data) Analyst", "", ("REMOTE",), (), "")),
        ("*Quay* | Analyst | REMOTE | Visa sponsorship", Header("Quay", "Analyst", "", ("REMOTE",), (), "")),
        (
            "Quay | Software Engineering Intern | Part-time or Contract",
            Header("Quay", "Software Engineering Intern", "", (), ("Intern", "Part-time", "Contract"), ""),
        ),
    ],
)
def test_a_header_that_follows_the_custom_is_read(header: str, expected: Header) -> None:
    assert read_header(header) == expected


@table(
    ("header", "company", "title", "location"),
    [
        ("Quay // Oslo, Norway // Senior Analyst // Remote", "Quay", "Senior Analyst", "Oslo, Norway"),
        ("Quay / Analyst / REMOTE (EU) / Full-time", "Quay", "Analyst", "REMOTE (EU)"),
        ("Quay - Analyst - Remote", "Quay", "Analyst", ""),
        ("Quay – Data Engineer – Oslo – Hybrid", "Quay", "Data Engineer", "Oslo"),
        ("Quay; Analyst; Remote (EU)", "Quay", "Analyst", "Remote (EU)"),
        ("Quay · Analyst · Remote", "Quay", "Analyst", ""),
        ("Quay | Penetration Testers | REMOTE", "Quay", "Penetration Testers", ""),
        ("Quay | Analyst | REMOTE or Oslo - INTERNATIONAL OK", "Quay", "Analyst", "REMOTE or Oslo - INTERNATIONAL"),
        ("Quay | Analyst | Tulsa, OK | ONSITE", "Quay", "Analyst", "Tulsa, OK"),
        ("Quay | Analyst | Remote (NA)", "Quay", "Analyst", "Remote (North America)"),
    ],
)
def test_other_separators_and_places(header: str, company: str, title: str, location: str) -> None:
    read = read_header(header)
    assert (read.company, read.title, read.location) == (company, title, location)


@table(
    ("text", "title"),
    [
        ("<p>We are looking for a Senior Rope Engineer to mend nets.", "Senior Rope Engineer"),
        ("<p>Calm people.<p>- Senior Rope Engineer (Oslo): https://quay.example/1", "Senior Rope Engineer"),
        (
            "<p>Open roles:<p>* Rope Engineer - $90k<p>* Net Designer",
            "Several roles at Quay: Rope Engineer, Net Designer",
        ),
        (
            "<p>Roles: Rope Engineer and Net Designer. Apply!",
            "Several roles at Quay: Rope Engineer, Net Designer",
        ),
        ("<p>We&#x27;re hiring a full-stack developer.", "Full-stack developer"),
        ("<p>We are hiring engineers who care.", "Several roles at Quay"),
        ("<p>Engineers love us. Our team is led by engineers.<p>No recruiters please", "Several roles at Quay"),
        ("<p>For the engineer role, mail us.<p>Contact our founding engineer", "Several roles at Quay"),
        ("", "Several roles at Quay"),
    ],
)
@table("header", ["Quay | Full-time | NYC | 3x/week in office", "Quay | Multiple roles | REMOTE"])
def test_a_header_without_a_role_is_mended_from_the_text(header: str, text: str, title: str) -> None:
    assert ad(header + text).title == title


@table(
    "header",
    [
        "We are Quay - we build ropes - engineers wanted - remote",
        "LOCATION: Oslo / REMOTE: Yes / Engineer / Full-time",
        "Senior Engineer - Remote - Full-time",
        "Hi all, we are Quay and we seek an engineer. Remote is fine.",
        "Quay - ropes for all - since 1990",
    ],
)
def test_sentences_with_dashes_are_no_headers(header: str) -> None:
    with pytest.raises(BadRecord):
        read_header(header)


@table("header", ["Lead Ropes Engineer | Quay Knots | REMOTE (UK, EU) or ONSITE (London) | Full-time"])
def test_a_role_before_the_company(header: str) -> None:
    read = read_header(header)
    assert (read.company, read.title, read.workplace) == (
        "Quay Knots",
        "Lead Ropes Engineer",
        ("REMOTE (UK, EU) or ONSITE (London)",),
    )


@table(
    ("header", "reason"),
    [
        ("I made a map of all of these.", "not a header with parts between bars"),
        ("Quay is hiring engineers, remote", "not a header with parts between bars"),
        ("Senior Engineer | REMOTE (LATAM) | $40/hr", "begins with a role and names no company"),
        ("Quay | We are great | Come and see", "neither a role nor where the work is done"),
        ("Senior Engineer | Berlin | REMOTE", "begins with a role and names no company"),
        ("Senior Engineer | New Delhi | REMOTE", "begins with a role and names no company"),
        ("Senior Engineer | Full-time | REMOTE", "begins with a role and names no company"),
        (" | Engineer | REMOTE", "names no company"),
        (
            "We are the one platform that lets harbour masters of all the world's coasts work together | REMOTE",
            "a sentence",
        ),
        ("", "not a header"),
    ],
)
def test_any_other_first_line_is_rejected_with_its_reason(header: str, reason: str) -> None:
    with pytest.raises(BadRecord, match=reason):
        read_header(header)


@table(
    ("header", "apply_url", "company_url"),
    [
        ("Quay | Engineer | REMOTE | quay.example", None, "https://quay.example"),
        ("Quay (quay.example) | Node.js Engineer | REMOTE", None, "https://quay.example"),
        ("Quay | Engineer | REMOTE | https://quay.example/careers/7", "https://quay.example/careers/7", None),
        ("Quay | Node.js Engineer | REMOTE", None, None),
        ("Quay | Engineer | mail me@quay.example", None, None),
    ],
)
def test_a_link_is_the_employers_or_one_to_apply_at(
    header: str, apply_url: str | None, company_url: str | None
) -> None:
    read = ad(escape(header))
    assert (read.apply_url, read.company_url) == (apply_url, company_url)


def test_a_link_is_taken_whole_where_the_words_are_cut() -> None:
    shown = "https:&#x2F;&#x2F;quay.example&#x2F;jo..."
    link = f'<a href="https:&#x2F;&#x2F;quay.example&#x2F;jobs&#x2F;long-name" rel="nofollow">{shown}</a>'
    assert ad(f"Quay | Engineer | REMOTE | {link}").apply_url == "https://quay.example/jobs/long-name"


def test_a_page_without_comments_is_named() -> None:
    with pytest.raises(BrokenShape, match="an HTML page without comments"):
        page_of("hackernews", b"<!doctype html><title>Hacker News</title><p>Sorry.")
    with pytest.raises(BrokenShape, match="without a list of hits"):
        page_of("hackernews", {"hits": {}})


@table(
    "part",
    few(
        [
            "|",
            " - ",
            " / ",
            "a - ",
            "<p>Roles: ",
            "hiring a ",
            "engineer ",
            "<p>- An Engineer",
            "a.",
            "<",
            "<a href=",
            "/////",
            "$1",
            "REMOTE ",
            "A, ",
            "Quay | ",
            "https://a.b|",
        ],
        4,
    ),
)
def test_time_grows_no_faster_than_the_first_line(part: str) -> None:
    def read(length: int) -> None:
        answer(comment("Quay | Engineer | " + part * (length // len(part) + 1)))

    assert_growth(read, 250_000, below=10)


@table(
    ("line", "company"),
    [
        ("https://quay.example (YC S22) | Engineer | Oslo | Remote", "quay.example"),
        ("https://www.quay.example/ | Engineer | Remote", "quay.example"),
        ("quay.example | Engineer | Remote", "quay.example"),
        ("Quay (https://quay.example) | Engineer | Remote", "Quay"),
    ],
)
def test_an_address_alone_is_the_name(line: str, company: str) -> None:
    assert read_header(line).company == company
