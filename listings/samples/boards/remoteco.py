"""Made-up Remote.co: a sitemap, and a page for each job with its data for scripts, for search engines, or for both."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any
from xml.sax.saxutils import escape

from listings.samples.boards.wording import utc_stamp
from listings.samples.employers import slugified
from listings.samples.lifetimes import to_moment
from listings.samples.responses import WEB_PAGE, SampleRequest, SampleResponse, not_found, text_response
from listings.samples.vacancies import Vacancy

HOME = "https://homeport.example"
SCHEDULES = {"full_time": ["Full-Time"], "part_time": ["Part-Time"]}
JOB_TYPES = {"contract": ["Freelance Contract"], "freelance": ["Freelance Contract"], "internship": ["Internship"]}
COUNTRIES = (
    "Canada", "Germany", "Spain", "Portugal", "Poland", "United Kingdom", "Ireland", "Brazil", "Argentina", "Mexico",
    "Australia", "New Zealand", "India", "Philippines",
)  # fmt: skip
GONE = "<!DOCTYPE html><html><body>This job is gone.</body></html>"
# Last digits of the uuids, one in four, whose ended ads answer 200 and say so in words alone.
EXPIRED_IN_WORDS = "048c"


def endpoint(request: SampleRequest) -> SampleResponse | None:
    boards, moment = request.boards, request.moment
    if request.path == "/latest-jobs-sitemap.xml":
        slots = request.visible(boards.page_slots)
        changed = [to_moment(lifetime.changed) for lifetime in boards.lifetimes(slots, moment)]
        return request.list_response("application/xml", slots, sitemap(boards.vacancies(slots, moment), changed))
    if not request.path.startswith("/job-details/"):
        return None
    uuid = request.path[-36:]
    vacancy = boards.page_vacancy(uuid, moment)
    if vacancy is not None:
        return request.page_response(job_page(vacancy))
    end = boards.page_end(uuid, moment)
    if end is None:
        return not_found()
    if uuid[-1] in EXPIRED_IN_WORDS:
        return SampleResponse(200, WEB_PAGE, iter([_expired_page(end)]))
    return text_response(410, GONE, WEB_PAGE)


def sitemap(vacancies: Iterable[Vacancy], changed: Iterable[datetime]) -> Iterator[bytes]:
    yield b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    for vacancy, moment in zip(vacancies, changed, strict=True):
        # .NET's seven digits of a second, one more than Python reads.
        lastmod = moment.strftime("%Y-%m-%dT%H:%M:%S.0000000Z")
        address = f"{HOME}/job-details/{slug_of(vacancy)}"
        yield f"  <url>\n    <loc>{address}</loc>\n    <lastmod>{lastmod}</lastmod>\n  </url>\n".encode()
    yield b"</urlset>\n"


def job_page(vacancy: Vacancy) -> bytes:
    only_markup = vacancy.id % 5 == 0 and not is_paywalled(vacancy)
    has_markup = only_markup or (vacancy.id % 2 and not is_paywalled(vacancy))
    data = {"props": {"pageProps": {"jobDetails": _details(vacancy)}}, "page": "/job-details/[companyslug]"}
    script = "" if only_markup else f'<script id="__NEXT_DATA__" type="application/json">{_json(data)}</script>'
    markup = f'<script type="application/ld+json">{_json(_posting(vacancy))}</script>' if has_markup else ""
    head = f'<meta charset="utf-8"><title>{escape(vacancy.title)} - the sample board</title>{markup}'
    level = "Hybrid Remote" if is_hybrid(vacancy) else "100% Remote"
    visible = f"<h1>{escape(vacancy.title)}</h1><ul><li><p>Remote Work Level</p><div><p>{level}</p></div></li></ul>"
    return f'<!DOCTYPE html><html lang="en"><head>{head}</head><body>{visible}{script}</body></html>'.encode()


def slug_of(vacancy: Vacancy) -> str:
    return f"{slugified(vacancy.title)}-{vacancy.uuid}"


def is_hybrid(vacancy: Vacancy) -> bool:
    return vacancy.id % 6 == 0


def is_paywalled(vacancy: Vacancy) -> bool:
    """The page does not name the employer."""
    return vacancy.id % 13 == 0


def _expired_page(end: datetime) -> bytes:
    sentence = f"Sorry, this job expired on {end:%B} {end.day}, {end.year}"
    return f"<!DOCTYPE html><html><head><title>Gone</title></head><body><p>{sentence}</p></body></html>".encode()


def _details(vacancy: Vacancy) -> dict[str, Any]:
    allowed = vacancy.area.allowed.split("; ")
    office = vacancy.employer.town if is_hybrid(vacancy) else ""
    return {
        "id": vacancy.uuid,
        "title": vacancy.title + " " * (vacancy.id % 2),
        "description": vacancy.html,
        "jobSummary": f"{vacancy.company} looks for help: {vacancy.title}.",
        "postedDate": utc_stamp(vacancy.published),
        "createdOn": utc_stamp(vacancy.first),
        "expireOn": utc_stamp(vacancy.expires),
        "jobLocations": [office] if office else allowed,
        "allowedCandidateLocation": [office] if office else allowed,
        "remoteOptions": ["Hybrid Remote Work" if office else "100% Remote Work"],
        "jobSchedules": SCHEDULES.get(vacancy.employment, []),
        "jobTypes": JOB_TYPES.get(vacancy.employment, ["Employee"]),
        "careerLevel": [vacancy.level.career],
        "salaryRange": vacancy.pay.ranged() if vacancy.pay else "",
        "salaryMin": 0,
        "salaryMax": 0,
        "categories": [
            {
                "categoryID": 1 + vacancy.id % 90, "name": vacancy.trade.remoteco,
                "slug": slugified(vacancy.trade.remoteco),
            }
        ],
        "cities": [office] if office else [],
        "states": [],
        "countries": [] if office else [place for place in allowed if place in COUNTRIES],
        "applyURL": f"https://{vacancy.employer.host}/careers/{vacancy.id}",
        "company": None if is_paywalled(vacancy) else _company(vacancy),
        "slug": slug_of(vacancy),
        "isFreeJob": not is_paywalled(vacancy),
    }  # fmt: skip


def _company(vacancy: Vacancy) -> dict[str, Any]:
    return {
        "companyId": str(vacancy.id),
        "name": vacancy.company,
        "slug": slugified(vacancy.company),
        "city": vacancy.employer.town,
        "website": f"https://{vacancy.employer.host}/",
        "logo": f"/assets/logos/{vacancy.id}",
        "accolades": [],
    }


def _posting(vacancy: Vacancy) -> dict[str, Any]:
    place = vacancy.area.allowed.split("; ")[0]
    employment = "FULL_TIME" if vacancy.employment == "full_time" else "" if vacancy.id % 2 else "CONTRACTOR"
    posting = {
        "@type": "JobPosting",
        "title": f"{vacancy.title} job at {vacancy.company} in {place}",
        "description": vacancy.html,
        "datePosted": utc_stamp(vacancy.published),
        "validThrough": utc_stamp(vacancy.expires),
        "employmentType": employment,
        "identifier": vacancy.uuid,
        "hiringOrganization": {
            "@type": "Organization", "name": vacancy.company, "url": f"https://{vacancy.employer.host}/",
        },
        # The real board's markup calls hybrid work TELECOMMUTE too.
        "jobLocationType": "TELECOMMUTE",
        "applicantLocationRequirements": {"@type": "Country", "name": place},
        "baseSalary": {"@type": "MonetaryAmount", "currency": "USD", "value": {"minValue": 0, "maxValue": 0}},
    }  # fmt: skip
    return {"@context": "https://schema.org", "@graph": [{"@type": "BreadcrumbList", "itemListElement": []}, posting]}


def _json(value: Any) -> str:
    return json.dumps(value).replace("</", "<\\/")
