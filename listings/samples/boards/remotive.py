"""Made-up Remotive: an API with all its ads in one response, and parameters to search them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from listings.samples.boards.json_stream import json_pieces
from listings.samples.boards.wording import LEGAL, WARNING, company_name
from listings.samples.employers import slugified
from listings.samples.responses import JSON, SampleRequest, SampleResponse
from listings.samples.vacancies import Vacancy

HOME = "https://farboard.example"


def endpoint(request: SampleRequest) -> SampleResponse | None:
    if request.path != "/api/remote-jobs":
        return None
    slots = request.visible(_matching_slots(request))
    total = len(slots)
    offset = request.number("offset", 0)
    slots = slots[offset : offset + request.number("limit", total)]
    body = response_body(request.boards.vacancies(slots, request.moment), len(slots), total)
    return request.list_response(JSON, slots, body, f"-{total}")


def _matching_slots(request: SampleRequest) -> Sequence[int]:
    boards, query = request.boards, request.query
    category, company = slugified(query.get("category", "")), query.get("company_name", "").lower()
    phrase = query.get("search", "").lower()
    if not (category or company or phrase):
        return boards.api_slots

    def matches(vacancy: Vacancy) -> bool:
        text = f"{vacancy.title} {vacancy.company} {vacancy.html}".lower()
        return (
            category in ("", slugified(category_of(vacancy))) and company in vacancy.company.lower() and phrase in text
        )

    vacancies = boards.vacancies(boards.api_slots, request.moment)
    return [slot for slot, vacancy in zip(boards.api_slots, vacancies, strict=True) if matches(vacancy)]


def response_body(vacancies: Iterable[Vacancy], count: int, total: int) -> Iterator[bytes]:
    """`count` vacancies of `total`."""
    head = {"00-warning": WARNING, "0-legal-notice": LEGAL, "job-count": count, "total-job-count": total}
    return json_pieces(json.dumps(head)[:-1].encode() + b', "jobs": [', map(_record, vacancies), b"]}")


def category_of(vacancy: Vacancy) -> str:
    """The names come in two generations; older ads keep the older one."""
    return vacancy.trade.remotive[vacancy.id // 1000 % len(vacancy.trade.remotive)]


def _record(vacancy: Vacancy) -> dict[str, Any]:
    category = category_of(vacancy)
    # The tracking pixel that sanitising has to remove.
    pixel = f'<img src="{HOME}/job/track/{vacancy.id}/blank.gif?source=public_api" alt=""/>'
    logo = f"{HOME}/job/{vacancy.id}/logo"
    return {
        "id": vacancy.id,
        # The address changes with the title: only its number stays.
        "url": f"{HOME}/remote-jobs/{slugified(category)}/{slugified(vacancy.title)}-{vacancy.id}",
        # Trailing spaces as in the real API.
        "title": vacancy.title + (" " if vacancy.id % 9 == 0 else ""),
        "company_name": company_name(vacancy) + (" " if vacancy.id % 7 == 0 else ""),
        "company_logo": logo,
        "category": category,
        "tags": _tags(vacancy),
        "job_type": vacancy.employment if vacancy.id % 19 else "",
        "publication_date": vacancy.published.strftime("%Y-%m-%dT%H:%M:%S"),
        "candidate_required_location": vacancy.area.field,
        "salary": vacancy.salary,
        "description": vacancy.html + pixel,
        "company_logo_url": logo,
    }


def _tags(vacancy: Vacancy) -> list[str]:
    if vacancy.id % 12 == 0:
        return []
    return [tool.lower() if vacancy.id % 2 else tool for tool in vacancy.tools]
