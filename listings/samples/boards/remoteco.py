"""Made-up vacancies as a sitemap and as job pages, in the exact format of one board."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any
from xml.sax.saxutils import escape

from listings.samples.employers import slugged
from listings.samples.vacancies import Vacancy

HOMEPORT = "https://homeport.example"
SCHEDULES = {"full_time": ["Full-Time"], "part_time": ["Part-Time"]}
KINDS = {"contract": ["Freelance Contract"], "freelance": ["Freelance Contract"], "internship": ["Internship"]}


def job_slug(one: Vacancy) -> str:
    return f"{slugged(one.title)}-{one.uuid}"


def stamp(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def is_hybrid(one: Vacancy) -> bool:
    return one.id % 6 == 0


def is_paywalled(one: Vacancy) -> bool:
    return one.id % 13 == 0


def sitemap_body(ads: Iterable[Vacancy], changed: Iterable[datetime]) -> Iterator[bytes]:
    """`changed` goes with `ads`: when each page last changed."""
    yield b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    for one, moment in zip(ads, changed, strict=True):
        lastmod = moment.strftime("%Y-%m-%dT%H:%M:%S.0000000Z")
        address = f"{HOMEPORT}/job-details/{job_slug(one)}"
        yield f"  <url>\n    <loc>{address}</loc>\n    <lastmod>{lastmod}</lastmod>\n  </url>\n".encode()
    yield b"</urlset>\n"


def job_page(one: Vacancy) -> bytes:
    """Most pages carry their data for scripts, some also or only the markup for search engines."""
    only_marked_up = one.id % 5 == 0 and not is_paywalled(one)
    data = {"props": {"pageProps": {"jobDetails": _details(one)}}, "page": "/job-details/[companyslug]"}
    own = "" if only_marked_up else f'<script id="__NEXT_DATA__" type="application/json">{_script(data)}</script>'
    marked_up = only_marked_up or (one.id % 2 and not is_paywalled(one))
    markup = f'<script type="application/ld+json">{_script(_posting(one))}</script>' if marked_up else ""
    head = f'<meta charset="utf-8"><title>{escape(one.title)} - the sample board</title>{markup}'
    level = "Hybrid Remote" if is_hybrid(one) else "100% Remote"
    seen = f"<h1>{escape(one.title)}</h1><ul><li><p>Remote Work Level</p><div><p>{level}</p></div></li></ul>"
    return f'<!DOCTYPE html><html lang="en"><head>{head}</head><body>{seen}{own}</body></html>'.encode()


def expired_page(ended: datetime) -> bytes:
    """A page that still answers 200 and says in words that its job is over."""
    said = f"Sorry, this job expired on {ended:%B} {ended.day}, {ended.year}"
    return f"<!DOCTYPE html><html><head><title>Gone</title></head><body><p>{said}</p></body></html>".encode()


def _details(one: Vacancy) -> dict[str, Any]:
    allowed = one.place.allowed.split("; ")
    hybrid = one.employer.town if is_hybrid(one) else ""
    company = {
        "companyId": str(one.id), "name": one.company, "slug": slugged(one.company), "city": one.employer.town,
        "website": f"https://{one.employer.host}/", "logo": f"/assets/logos/{one.id}", "accolades": [],
    }  # fmt: skip
    return {
        "id": one.uuid,
        "title": one.title + " " * (one.id % 2),
        "description": one.html,
        "jobSummary": f"{one.company} looks for help: {one.title}.",
        "postedDate": stamp(one.published),
        "createdOn": stamp(one.first),
        "expireOn": stamp(one.expires),
        "jobLocations": [hybrid] if hybrid else allowed,
        "allowedCandidateLocation": [hybrid] if hybrid else allowed,
        "remoteOptions": ["Hybrid Remote Work" if hybrid else "100% Remote Work"],
        "jobSchedules": SCHEDULES.get(one.employment, []),
        "jobTypes": KINDS.get(one.employment, ["Employee"]),
        "careerLevel": [one.level.career],
        "salaryRange": one.pay.ranged() if one.pay else "",
        "salaryMin": 0,
        "salaryMax": 0,
        "categories": [
            {"categoryID": 1 + one.id % 90, "name": one.trade.remoteco, "slug": slugged(one.trade.remoteco)}
        ],
        "cities": [hybrid] if hybrid else [],
        "states": [],
        "countries": [] if hybrid else [place for place in allowed if place in COUNTRIES],
        "applyURL": f"https://{one.employer.host}/careers/{one.id}",
        "company": None if is_paywalled(one) else company,
        "slug": job_slug(one),
        "isFreeJob": not is_paywalled(one),
    }


COUNTRIES = ("Canada", "Germany", "Spain", "Portugal", "Poland", "United Kingdom", "Ireland", "Brazil", "Argentina",
             "Mexico", "Australia", "New Zealand", "India", "Philippines")  # fmt: skip


def _posting(one: Vacancy) -> dict[str, Any]:
    place = one.place.allowed.split("; ")[0]
    posting = {
        "@type": "JobPosting",
        "title": f"{one.title} job at {one.company} in {place}",
        "description": one.html,
        "datePosted": stamp(one.published),
        "validThrough": stamp(one.expires),
        "employmentType": "FULL_TIME" if one.employment == "full_time" else "" if one.id % 2 else "CONTRACTOR",
        "identifier": one.uuid,
        "hiringOrganization": {"@type": "Organization", "name": one.company, "url": f"https://{one.employer.host}/"},
        "jobLocationType": "TELECOMMUTE",
        "applicantLocationRequirements": {"@type": "Country", "name": place},
        "baseSalary": {"@type": "MonetaryAmount", "currency": "USD", "value": {"minValue": 0, "maxValue": 0}},
    }
    return {"@context": "https://schema.org", "@graph": [{"@type": "BreadcrumbList", "itemListElement": []}, posting]}


def _script(value: Any) -> str:
    return json.dumps(value).replace("</", "<\\/")
