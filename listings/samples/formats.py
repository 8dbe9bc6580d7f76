"""Made-up vacancies in the exact formats of three boards. Addresses are `.example`, publishers' names their own."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from email.utils import format_datetime
from typing import Any
from xml.sax.saxutils import escape

from listings.samples.vacancies import Vacancy

FARBOARD, OPENROAD, HOMEPORT = "https://farboard.example", "https://openroad.example", "https://homeport.example"
LEGAL = "These jobs are made up. Nobody is hiring; the board that would list them does not exist."
TYPES = {"full_time": "Full-Time", "contract": "Contract", "part_time": "Part-Time"}


def remotive_record(one: Vacancy) -> dict[str, Any]:
    slug = one.trade.remotive.lower().replace(" ", "-")
    pixel = f'<img src="{FARBOARD}/job/track/{one.id}/blank.gif?source=public_api" alt=""/>'
    return {
        "id": one.id,
        "url": f"{FARBOARD}/remote-jobs/{slug}/{one.slug}-{one.id}",
        "title": one.title + (" " if one.id % 9 == 0 else ""),
        "company_name": one.company + (" " if one.id % 7 == 0 else ""),
        "company_logo": f"{FARBOARD}/job/{one.id}/logo",
        "category": one.trade.remotive,
        "tags": [tool.lower() for tool in one.tools],
        "job_type": one.employment,
        "publication_date": one.published.strftime("%Y-%m-%dT%H:%M:%S"),
        "candidate_required_location": one.place[0],
        "salary": one.salary,
        "description": one.html + pixel,
        "company_logo_url": f"{FARBOARD}/job/{one.id}/logo",
    }


def remotive_body(ads: Iterable[Vacancy], count: int, total: int) -> Iterator[bytes]:
    """In pieces, so that a million ads never stand in memory."""
    head = {"00-warning": "Made-up data.", "0-legal-notice": LEGAL, "job-count": count, "total-job-count": total}
    yield json.dumps(head)[:-1].encode() + b', "jobs": ['
    for place, one in enumerate(ads):
        yield (b", " if place else b"") + json.dumps(remotive_record(one), ensure_ascii=False).encode()
    yield b"]}"


def feed_item(one: Vacancy) -> str:
    site = f"https://{one.host}"
    link = f"{OPENROAD}/remote-jobs/{one.slug}-{one.id}"
    head = (
        f'<img src="{OPENROAD}/logos/{one.id}.gif" />\n<p>\n  <strong>Headquarters:</strong> Harbour Town\n'
        f'    <br /><strong>URL:</strong> <a href="{site}">{site}</a>\n</p>\n'
    )
    tail = f'<p><strong>To apply:</strong> <a href="{link}">{link}</a></p>'
    second = ": Long-term" if one.id % 11 == 0 else ""
    return f"""<item>
<title>{escape(one.company)}: {escape(one.title)}{second}</title>
<region>{one.place[1]}</region><country></country><state></state>
<skills>{escape(", ".join(one.tools))}</skills>
<category>{one.trade.feed}</category><type>{TYPES[one.employment]}</type>
<description>{escape(head + one.html + tail)}</description>
<pubDate>{format_datetime(one.published)}</pubDate><expires_at>{format_datetime(one.expires)}</expires_at>
<guid>{link}</guid><link>{link}</link>
</item>
"""


def feed_body(title: str, ads: Iterable[Vacancy]) -> Iterator[bytes]:
    yield (
        '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss">'
        f"<channel><title>{escape(title)}</title><link>{OPENROAD}</link><language>en-US</language><ttl>60</ttl>\n"
    ).encode()
    for one in ads:
        yield feed_item(one).encode()
    yield b"</channel></rss>"


def sitemap_body(ads: Iterable[Vacancy]) -> Iterator[bytes]:
    yield b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    for one in ads:
        lastmod = one.published.strftime("%Y-%m-%dT%H:%M:%S.0000000Z")
        yield f"<url><loc>{HOMEPORT}/job-details/{job_slug(one)}</loc><lastmod>{lastmod}</lastmod></url>\n".encode()
    yield b"</urlset>"


def job_slug(one: Vacancy) -> str:
    return f"{one.slug}-{one.uuid}"


def stamp(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def job_page(one: Vacancy) -> bytes:
    """Most pages carry their data twice; every fifth has only the markup for search engines."""
    level = "Hybrid Remote" if one.id % 6 == 0 else "100% Remote"
    details = {
        "id": one.uuid,
        "title": one.title + " ",
        "description": one.html,
        "jobSummary": one.summary,
        "postedDate": stamp(one.published),
        "expireOn": stamp(one.expires),
        "jobLocations": [one.place[2]],
        "allowedCandidateLocation": [one.place[2]],
        "remoteOptions": [f"{level} Work"],
        "jobSchedules": [TYPES[one.employment]] if one.id % 4 else [],
        "jobTypes": ["Employee"],
        "careerLevel": ["Experienced"],
        "salaryRange": "65,000.00 - 90,000.00 USD Annually" if one.id % 3 == 0 else "",
        "salaryMin": 0,
        "salaryMax": 0,
        "categories": [{"categoryID": 1, "name": one.trade.remoteco, "slug": "-"}],
        "applyURL": f"https://{one.host}/careers/{one.id}",
        "company": None if one.id % 13 == 0 else {"name": one.company, "website": f"https://{one.host}/", "slug": "-"},
        "slug": job_slug(one),
        "isFreeJob": one.id % 13 != 0,
    }
    posting = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "BreadcrumbList", "itemListElement": []},
            {
                "@type": "JobPosting",
                "title": f"{one.title} job at {one.company} in {one.place[2]}",
                "description": one.html,
                "datePosted": stamp(one.published),
                "validThrough": stamp(one.expires),
                "employmentType": TYPES[one.employment],
                "identifier": one.uuid,
                "hiringOrganization": {"@type": "Organization", "name": one.company, "url": f"https://{one.host}/"},
                "jobLocationType": "TELECOMMUTE",
                "applicantLocationRequirements": {"@type": "Country", "name": one.place[2]},
                "baseSalary": {"@type": "MonetaryAmount", "currency": "USD", "value": {"minValue": 0, "maxValue": 0}},
            },
        ],
    }
    data = {"props": {"pageProps": {"jobDetails": details}}, "page": "/job-details/[companyslug]"}
    own = "" if one.id % 5 == 0 else f'<script id="__NEXT_DATA__" type="application/json">{_script(data)}</script>'
    markup = f'<script type="application/ld+json">{_script(posting)}</script>' if one.id % 2 or not own else ""
    head = f"<title>{escape(one.title)}</title>{markup}"
    seen = f"<ul><li><p>Remote Work Level</p><div><p>{level}</p></div></li></ul>"
    return f"<!DOCTYPE html><html><head>{head}</head><body>{seen}{own}</body></html>".encode()


def _script(value: Any) -> str:
    return json.dumps(value).replace("</", "<\\/")
