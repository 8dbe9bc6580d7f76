"""Made-up Jobicy: an API of its newest hundred ads, with entities escaped twice."""

from __future__ import annotations

from html import escape
from typing import Any

from listings.samples.boards.json_stream import enveloped
from listings.samples.boards.wording import EMPLOYMENT_NAMES, LEGAL, LEVEL_NAMES, company_name, pay_bounds
from listings.samples.employers import slugified
from listings.samples.responses import JSON, SampleRequest, SampleResponse
from listings.samples.vacancies import Vacancy

HOME = "https://tidewrack.example"
MAX_COUNT, DEFAULT_COUNT = 100, 50
PERIODS = {"year": "yearly", "month": "monthly", "hour": "hourly"}


def endpoint(request: SampleRequest) -> SampleResponse | None:
    if request.path != "/api/v2/remote-jobs":
        return None
    boards, moment = request.boards, request.moment
    slots = request.visible(boards.newest_first(boards.board_slots("jobicy"), moment))
    slots = slots[: min(MAX_COUNT, request.number("count", DEFAULT_COUNT))]
    records = map(_record, boards.vacancies(slots, moment))
    body = enveloped("jobs", records, apiVersion="2", friendlyNotice=LEGAL, jobCount=len(slots))
    return request.list_response(JSON, slots, body)


def _record(vacancy: Vacancy) -> dict[str, Any]:
    slug = f"{vacancy.id}-{slugified(vacancy.title)}"
    record = {
        "id": vacancy.id,
        "url": f"{HOME}/jobs/{slug}",
        "jobSlug": slug,
        # Escaped twice, dashes once: the real API does both.
        "jobTitle": escape(escape(vacancy.title, quote=False), quote=False).replace("–", "&#8211;"),
        "companyName": escape(company_name(vacancy), quote=False),
        "companyLogo": f"{HOME}/logos/{vacancy.id}.png",
        "jobIndustry": [escape(vacancy.trade.remoteco)],
        "jobType": [EMPLOYMENT_NAMES[vacancy.employment].replace(" ", "-")],
        # Two spaces after the comma, as in the real API.
        "jobGeo": vacancy.area.field.replace(", ", ",  ") or "Anywhere",
        "jobLevel": LEVEL_NAMES[vacancy.level.career] if vacancy.id % 4 else "Any",
        "jobExcerpt": f"{escape(vacancy.company)} {vacancy.employer.business}&hellip;",
        "jobDescription": vacancy.html,
        "pubDate": vacancy.published.isoformat(),
    }
    low, high = pay_bounds(vacancy)
    # The real API leaves the fields out of ads that state no pay.
    if vacancy.pay and low:
        record |= {
            "salaryMin": low,
            "salaryMax": high,
            "salaryCurrency": vacancy.pay.currency,
            "salaryPeriod": PERIODS[vacancy.pay.period],
        }
    return record
