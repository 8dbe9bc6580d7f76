"""Made-up Himalayas: an API of twenty ads a response, newest first."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from listings.samples.boards.json_stream import enveloped
from listings.samples.boards.wording import EMPLOYMENT_NAMES, LEVEL_NAMES, WARNING, company_name, pay_bounds
from listings.samples.employers import slugified
from listings.samples.responses import JSON, SampleRequest, SampleResponse
from listings.samples.vacancies import Vacancy

HOME = "https://highfell.example"
MAX_LIMIT = 20
PERIODS = {"year": "annual", "month": "monthly", "hour": "hourly"}
OFFSETS = {"us": [-8, -7, -6, -5], "eu": [0, 1, 2], "uk": [0, 1], "oceania": [8, 9.5, 10, 12], "any": []}


def endpoint(request: SampleRequest) -> SampleResponse | None:
    if request.path != "/jobs/api":
        return None
    boards, moment = request.boards, request.moment
    every_slot = request.visible(boards.newest_first(boards.board_slots("himalayas"), moment))
    offset, limit = request.number("offset", 0), min(MAX_LIMIT, request.number("limit", MAX_LIMIT))
    slots = every_slot[offset : offset + limit]
    body = enveloped(
        "jobs",
        map(_record, boards.vacancies(slots, moment)),
        comments=WARNING,
        updatedAt=int(moment.timestamp()) // 3600 * 3600,
        offset=offset,
        limit=limit,
        totalCount=len(every_slot),
    )
    return request.list_response(JSON, slots, body, f"-{offset}-{len(every_slot)}")


def _record(vacancy: Vacancy) -> dict[str, Any]:
    low, high = pay_bounds(vacancy)
    company_slug = slugified(vacancy.company)
    address = f"{HOME}/companies/{company_slug}/jobs/{slugified(vacancy.title)}-{vacancy.id}"
    last_line = f'<p>Originally posted on <a href="{HOME}">Highfell</a></p>'
    is_worldwide = vacancy.area.zone == "any" and "Worldwide" in vacancy.area.allowed
    return {
        "title": vacancy.title,
        "excerpt": f"{vacancy.company} {vacancy.employer.business}.",
        "companyName": company_name(vacancy),
        "companySlug": company_slug,
        "companyLogo": f"{HOME}/logos/{vacancy.id}.webp",
        "employmentType": EMPLOYMENT_NAMES[vacancy.employment],
        "minSalary": low or None,
        "maxSalary": high or None,
        "seniority": [LEVEL_NAMES[vacancy.level.career]],
        "currency": vacancy.area.currency,
        "salaryPeriod": PERIODS[vacancy.pay.period] if vacancy.pay else "annual",
        # An empty list is how the board says "anywhere".
        "locationRestrictions": [] if is_worldwide else vacancy.area.allowed.split("; "),
        "timezoneRestrictions": OFFSETS[vacancy.area.zone],
        "categories": [tool.replace(" ", "-") for tool in vacancy.tools],
        "parentCategories": [vacancy.trade.remoteco.split(" > ")[-1]],
        "description": vacancy.html + last_line,
        "pubDate": int(vacancy.published.timestamp()),
        "expiryDate": int((vacancy.published + timedelta(days=60)).timestamp()),
        "applicationLink": address,
        "guid": address,
    }
