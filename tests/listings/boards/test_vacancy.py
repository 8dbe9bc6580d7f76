"""What is a vacancy: open applications, talent pools and posts without a job are none."""

from __future__ import annotations

import json
from typing import Any

from listings.boards import BOARDS
from listings.boards.base import Ad, Page, Request, Response
from listings.boards.formats.fields import read_each
from listings.boards.formats.vacancy import NO_JOB, OPEN_APPLICATION, reason_to_reject, without_copy_mark
from tests.tables import table

ARTICLE = "<p>Every change begins with a small step. It is easy to dream of the sea, and hard to build a boat. In this \
story we look at how the best of us fail, and at what that is good for.</p>"
DUTIES = "<p>We are looking for somebody who reads the tides. You will be on the quay.</p>"


def reason(title: str, html: str = DUTIES) -> str:
    return reason_to_reject(
        Ad(external_id="1", url="https://b.example/1", title=title, company="Lantern Quay", html=html)
    )


@table(
    "title",
    [
        "Open Application",
        "Speculative Application - Lantern Quay",
        "General Application",
        "Spontaneous application (m/f/d)",
        "Expression of Interest",
        "Join our Talent Pool",
        "Talent Community",
        "Talent Network - Tide Engineering",
        "Tide Engineer (Talent Pool)",
        "Senior Tide Engineer – Open Application",
        "Future Opportunities",
        "Future Openings at Lantern Quay",
        "Don’t see your role? Write to us",
        "Initiativbewerbung (m/w/d)",
        "Initiativbewerbung bei Lantern Quay",
        "Talentpool",
        "Candidature spontanée",
        "Candidatura espontánea",
        "Candidatura espontânea",
        "Banco de Talentos",
        "Candidatura spontanea",
        "Open sollicitatie",
        "Aplikacja spontaniczna",
    ],
)
def test_open_applications_are_no_vacancies(title: str) -> None:
    assert reason(title) == OPEN_APPLICATION


@table(
    "title",
    [
        "Talent Pool Manager",
        "Talent Community Lead",
        "Talent Network Coordinator",
        "Application Engineer",
        "General Manager",
        "Open Source Engineer",
        "Application Support Analyst",
        "Futures Trader",
        "Talent Acquisition Partner",
        "Interest Rates Analyst",
        "Founding GTM",
    ],
)
def test_roles_of_similar_names_are(title: str) -> None:
    assert reason(title) == ""


@table("title", ["How failure breeds success", "Menu", "These 7 things about the sea"])
def test_an_article_is_no_vacancy(title: str) -> None:
    assert reason(title, ARTICLE) == NO_JOB


def test_a_record_that_only_repeats_its_title_is_none() -> None:
    assert reason("asdf", "<p>asdf</p>") == NO_JOB


@table(
    ("title", "html"),
    [
        # A role in the title, or a task in the text, or a text in another language.
        ("Reed Keeper", ARTICLE),
        ("Chef", ARTICLE),
        ("Trademark Attorney", ARTICLE),
        ("Harbour Lead, Northern Quays", ARTICLE),
        ("Principal, Tides and Strategy", ARTICLE),
        ("Elektroniker (m/w/d)", ARTICLE),
        ("Vendedora", ARTICLE),
        ("Sales", DUTIES),
        ("Summer at the sea", DUTIES),
        ("Sommer am Meer", "<p>Das Meer ist weit und schön, und der Sommer ist lang. Komm zu uns an den Kai.</p>"),
        ("夏の海", "<p>海は広くて、夏は長い。</p>"),
        ("Lato", "<p>Morze jest szerokie.</p>"),
        ("Sommar", "<p>Havet är brett och vackert, och sommaren är lång vid vår kaj.</p>"),
        ("Summer", ""),
    ],
)
def test_where_there_is_a_doubt_it_is_kept(title: str, html: str) -> None:
    assert reason(title, html) == ""


@table(
    ("title", "shown"),
    [
        ("Copy of Tide Engineer", "Tide Engineer"),
        ("Copy of Copy of Tide Engineer", "Tide Engineer"),
        ("Kopie von Dock Planner", "Dock Planner"),
        ("Tide Engineer (Copy)", "Tide Engineer"),
        ("Tide Engineer (copy 2)", "Tide Engineer"),
        ("Copy Editor", "Copy Editor"),
        ("Copywriter", "Copywriter"),
        ("Head of Copy", "Head of Copy"),
        ("Copy of", "Copy of"),
    ],
)
def test_a_mark_of_copying_leaves_the_title(title: str, shown: str) -> None:
    assert without_copy_mark(title) == shown


def test_boards_reject_with_the_reason() -> None:
    titles = ["Copy of Tide Engineer", "Open Application"]
    page = read_each(
        titles, lambda title: Ad(external_id="1", url="https://b.example/1", title=title, company="Quay"), str
    )
    assert [ad.title for ad in page.ads] == ["Tide Engineer"]
    assert [(bad.record, bad.reason) for bad in page.rejected] == [("Open Application", OPEN_APPLICATION)]


def job_posting_page(title: str) -> Page:
    posting = {"@type": "JobPosting", "title": title, "hiringOrganization": "Quay", "description": DUTIES}
    return parsed("jobposting", "https://quay.example/jobs/1", "application/ld+json", "", posting)


def remoteco_page(title: str) -> Page:
    number = "e7be1837-9698-4f9e-a771-4f6113c895a0"
    details = {"id": number, "title": title, "company": {"name": "Quay"}, "description": DUTIES}
    url = f"https://remote.co/job-details/tide-engineer-{number}"
    return parsed(
        "remoteco", url, "application/json", 'id="__NEXT_DATA__"', {"props": {"pageProps": {"jobDetails": details}}}
    )


def parsed(board: str, url: str, kind: str, attributes: str, data: dict[str, Any]) -> Page:
    script = json.dumps(data).replace("</", "<\\/")
    body = f'<!DOCTYPE html><html><script {attributes} type="{kind}">{script}</script></html>'
    return BOARDS[board].parse(Response(Request(url), body.encode()))


@table("page_of", [job_posting_page, remoteco_page])
def test_boards_of_single_pages_reject_too(page_of: Any) -> None:
    page = page_of("General Application")
    assert not page.ads
    assert [bad.reason for bad in page.rejected] == [OPEN_APPLICATION]
    assert [ad.title for ad in page_of("Copy of Tide Engineer").ads] == ["Tide Engineer"]
