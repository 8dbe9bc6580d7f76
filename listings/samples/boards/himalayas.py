"""Made-up vacancies in the formats of boards' public APIs: records and whole bodies, in pieces."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import timedelta
from html import escape
from typing import Any

from listings.samples.dice import mixed
from listings.samples.employers import slugged
from listings.samples.formats import LEGAL, spelt
from listings.samples.vacancies import Vacancy

NIGHTHERON, HIGHFELL = "https://nightheron.example", "https://highfell.example"
TIDEWRACK, WERKHOF, DRIFTWOOD = "https://tidewrack.example", "https://werkhof.example", "https://driftwood.example"
ARBEITNOW = "https://www.arbeitnow.com/api/job-board-api"
PROOF_WORDS = ("HARBOUR", "GENTLE", "LANTERN", "BRISK", "MEADOW", "CLARITY", "PEBBLE", "THRIFTY")
ASKER = "MTI3LjAuMC4x"
KINDS = {
    "full_time": "Full Time", "part_time": "Part Time", "internship": "Intern", "contract": "Contractor",
    "freelance": "Contractor",
}  # fmt: skip
LEVELS = {"Experienced": "Mid-level", "Senior": "Senior", "Entry-Level": "Entry-level", "Manager": "Manager"}
GERMAN = {
    "full_time": "Vollzeit", "part_time": "Teilzeit", "internship": "Praktikum", "contract": "befristet",
    "freelance": "freie Mitarbeit",
}  # fmt: skip
ZONES = {"us": [-8, -7, -6, -5], "eu": [0, 1, 2], "uk": [0, 1], "oceania": [8, 9.5, 10, 12], "any": []}
PERIODS = {"year": "annual", "month": "monthly", "hour": "hourly"}


def pieces(head: bytes, records: Iterable[dict[str, Any]], tail: bytes) -> Iterator[bytes]:
    """A JSON answer, a record a piece."""
    yield head
    for place, record in enumerate(records):
        yield (b", " if place else b"") + json.dumps(record, ensure_ascii=False).encode()
    yield tail


def enveloped(name: str, records: Iterable[dict[str, Any]], /, **envelope: Any) -> Iterator[bytes]:
    head = json.dumps(envelope, ensure_ascii=False)[:-1] + (", " if envelope else "") + f'"{name}": ['
    return pieces(head.encode(), records, b"]}")


def bounds(one: Vacancy, periods: Iterable[str] = ("year", "month", "hour")) -> tuple[int, int]:
    """Pay in whole units of its money; (0, 0) where the ad has no use for numbers."""
    if one.pay is None or not one.pay.said or one.pay.period not in periods:
        return 0, 0
    factor = 1 if one.pay.period == "hour" else 1000
    return one.pay.low * factor, one.pay.high * factor


def twice_decoded(one: Vacancy, text: str) -> str:
    """UTF-8 read as Latin-1, in four ads of five."""
    return text.encode().decode("latin-1") if one.id % 5 else text


def remoteok_record(one: Vacancy) -> dict[str, Any]:
    slug = f"remote-{one.slug[:90]}-{one.id}"
    word = PROOF_WORDS[mixed(one.id, 21) % len(PROOF_WORDS)]
    proof = (
        f"<br/><br/>Please mention the word **{word}** when applying and tag R{ASKER} so that the employer sees that "
        f"you read the whole post (#R{ASKER})."
    )
    low, high = bounds(one, ["year"]) if one.pay and one.pay.money == "USD" and one.id % 3 == 0 else (0, 0)
    address = f"{NIGHTHERON}/remote-jobs/{slug}"
    return {
        "slug": slug,
        "id": str(one.id),
        "epoch": int(one.published.timestamp()),
        "date": one.published.isoformat(),
        "company": escape(spelt(one), quote=False),
        "company_logo": "",
        "position": twice_decoded(one, one.title),
        "tags": [tool.lower() for tool in one.tools],
        "description": twice_decoded(one, one.html) + proof,
        "location": one.place.field if one.id % 3 else "",
        "apply_url": address,
        "salary_min": low,
        "salary_max": high,
        "logo": "",
        "url": address,
    }


def remoteok_body(ads: Iterable[Vacancy], updated: int) -> Iterator[bytes]:
    """A list whose first element is no ad."""
    yield b"[" + json.dumps({"last_updated": updated, "legal": LEGAL}).encode()
    for one in ads:
        yield b", " + json.dumps(remoteok_record(one), ensure_ascii=False).encode()
    yield b"]"


def himalayas_record(one: Vacancy) -> dict[str, Any]:
    low, high = bounds(one)
    name = slugged(one.company)
    address = f"{HIGHFELL}/companies/{name}/jobs/{slugged(one.title)}-{one.id}"
    own = f'<p>Originally posted on <a href="{HIGHFELL}">Highfell</a></p>'
    anywhere = one.place.zone == "any" and "Worldwide" in one.place.allowed
    return {
        "title": one.title,
        "excerpt": f"{one.company} {one.employer.does}.",
        "companyName": spelt(one),
        "companySlug": name,
        "companyLogo": f"{HIGHFELL}/logos/{one.id}.webp",
        "employmentType": KINDS[one.employment],
        "minSalary": low or None,
        "maxSalary": high or None,
        "seniority": [LEVELS[one.level.career]],
        "currency": one.place.money,
        "salaryPeriod": PERIODS[one.pay.period] if one.pay else "annual",
        "locationRestrictions": [] if anywhere else one.place.allowed.split("; "),
        "timezoneRestrictions": ZONES[one.place.zone],
        "categories": [tool.replace(" ", "-") for tool in one.tools],
        "parentCategories": [one.trade.remoteco.split(" > ")[-1]],
        "description": one.html + own,
        "pubDate": int(one.published.timestamp()),
        "expiryDate": int((one.published + timedelta(days=60)).timestamp()),
        "applicationLink": address,
        "guid": address,
    }


def jobicy_record(one: Vacancy) -> dict[str, Any]:
    slug = f"{one.id}-{slugged(one.title)}"
    low, high = bounds(one)
    record = {
        "id": one.id,
        "url": f"{TIDEWRACK}/jobs/{slug}",
        "jobSlug": slug,
        "jobTitle": escape(escape(one.title, quote=False), quote=False).replace("–", "&#8211;"),
        "companyName": escape(spelt(one), quote=False),
        "companyLogo": f"{TIDEWRACK}/logos/{one.id}.png",
        "jobIndustry": [escape(one.trade.remoteco)],
        "jobType": [KINDS[one.employment].replace(" ", "-")],
        "jobGeo": one.place.field.replace(", ", ",  ") or "Anywhere",
        "jobLevel": LEVELS[one.level.career] if one.id % 4 else "Any",
        "jobExcerpt": f"{escape(one.company)} {one.employer.does}&hellip;",
        "jobDescription": one.html,
        "pubDate": one.published.isoformat(),
    }
    if one.pay and low:
        period = {"year": "yearly", "month": "monthly", "hour": "hourly"}[one.pay.period]
        pay = {"salaryMin": low, "salaryMax": high, "salaryCurrency": one.pay.money, "salaryPeriod": period}
        return {**record, **pay}
    return record


def arbeitnow_record(one: Vacancy) -> dict[str, Any]:
    slug = f"{slugged(one.title)}-{one.id}"
    return {
        "slug": slug,
        "company_name": spelt(one),
        "title": one.title + (" (m/w/d)" if one.attendance else ""),
        "description": one.html,
        "remote": not one.attendance,
        "url": f"{WERKHOF}/jobs/companies/{slugged(one.company)}/{slug}",
        "tags": [one.trade.remoteco],
        "job_types": [GERMAN[one.employment] if one.id % 2 else KINDS[one.employment]],
        "location": one.place.field,
        "created_at": int(one.published.timestamp()),
    }


def arbeitnow_body(ads: Iterable[Vacancy], page: int, pages: int) -> Iterator[bytes]:
    """`page` counts from 1."""
    links = {
        "first": f"{ARBEITNOW}?page=1",
        "last": None,
        "prev": f"{ARBEITNOW}?page={page - 1}" if page > 1 else None,
        "next": f"{ARBEITNOW}?page={page + 1}" if page < pages else None,
    }
    meta = {"current_page": page, "path": ARBEITNOW, "per_page": 100, "terms": LEGAL}
    return enveloped("data", map(arbeitnow_record, ads), links=links, meta=meta)


def workingnomads_record(one: Vacancy) -> dict[str, Any]:
    local = one.published - timedelta(hours=4)
    return {
        "url": f"{DRIFTWOOD}/job/go/{one.id}/",
        "title": f"{spelt(one)} - {one.title}" if one.id % 8 == 0 else one.title,
        "description": one.html,
        "company_name": spelt(one),
        "category_name": one.trade.remoteco,
        "tags": ",".join(tool.lower() for tool in one.tools),
        "location": one.place.field or "Anywhere",
        "pub_date": local.strftime("%Y-%m-%dT%H:%M:%S-04:00"),
    }
