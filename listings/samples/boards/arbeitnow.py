"""Made-up Arbeitnow: an API of pages of a hundred ads, most of them on site, some in German terms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from listings.samples.boards.json_stream import enveloped
from listings.samples.boards.wording import EMPLOYMENT_NAMES, LEGAL, company_name
from listings.samples.employers import slugified
from listings.samples.responses import JSON, SampleRequest, SampleResponse
from listings.samples.vacancies import Vacancy

HOME = "https://werkhof.example"
API = "https://www.arbeitnow.com/api/job-board-api"
PER_PAGE = 100
GERMAN_NAMES = {
    "full_time": "Vollzeit", "part_time": "Teilzeit", "internship": "Praktikum", "contract": "befristet",
    "freelance": "freie Mitarbeit",
}  # fmt: skip


def endpoint(request: SampleRequest) -> SampleResponse | None:
    if request.path != "/api/job-board-api":
        return None
    boards, moment = request.boards, request.moment
    every_slot = request.visible(boards.newest_first(boards.board_slots("arbeitnow"), moment))
    page, pages = max(1, request.number("page", 1)), -(-len(every_slot) // PER_PAGE)
    slots = every_slot[(page - 1) * PER_PAGE : page * PER_PAGE]
    body = _response_body(boards.vacancies(slots, moment), page, pages)
    return request.list_response(JSON, slots, body, f"-{page}-{pages}")


def _response_body(vacancies: Iterable[Vacancy], page: int, pages: int) -> Iterator[bytes]:
    """`page` counts from 1."""
    links = {
        "first": f"{API}?page=1",
        "last": None,
        "prev": f"{API}?page={page - 1}" if page > 1 else None,
        "next": f"{API}?page={page + 1}" if page < pages else None,
    }
    meta = {"current_page": page, "path": API, "per_page": PER_PAGE, "terms": LEGAL}
    return enveloped("data", map(_record, vacancies), links=links, meta=meta)


def _record(vacancy: Vacancy) -> dict[str, Any]:
    slug = f"{slugified(vacancy.title)}-{vacancy.id}"
    names = GERMAN_NAMES if vacancy.id % 2 else EMPLOYMENT_NAMES
    return {
        "slug": slug,
        "company_name": company_name(vacancy),
        "title": vacancy.title + (" (m/w/d)" if vacancy.attendance else ""),
        "description": vacancy.html,
        "remote": not vacancy.attendance,
        "url": f"{HOME}/jobs/companies/{slugified(vacancy.company)}/{slug}",
        "tags": [vacancy.trade.remoteco],
        "job_types": [names[vacancy.employment]],
        "location": vacancy.area.field,
        "created_at": int(vacancy.published.timestamp()),
    }
