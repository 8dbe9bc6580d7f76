"""Made-up Working Nomads: an API with a bare list of its newest ads."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from listings.samples.boards.json_stream import json_pieces
from listings.samples.boards.wording import company_name
from listings.samples.responses import JSON, SampleRequest, SampleResponse
from listings.samples.vacancies import Vacancy

HOME = "https://driftwood.example"


def endpoint(request: SampleRequest) -> SampleResponse | None:
    if request.path != "/api/exposed_jobs/":
        return None
    boards, moment = request.boards, request.moment
    slots = request.visible(boards.newest_first(boards.board_slots("workingnomads"), moment))
    return request.list_response(JSON, slots, json_pieces(b"[", map(_record, boards.vacancies(slots, moment)), b"]"))


def _record(vacancy: Vacancy) -> dict[str, Any]:
    company = company_name(vacancy)
    local_time = vacancy.published - timedelta(hours=4)
    return {
        "url": f"{HOME}/job/go/{vacancy.id}/",
        # Some of the real titles begin with the employer.
        "title": f"{company} - {vacancy.title}" if vacancy.id % 8 == 0 else vacancy.title,
        "description": vacancy.html,
        "company_name": company,
        "category_name": vacancy.trade.remoteco,
        "tags": ",".join(tool.lower() for tool in vacancy.tools),
        "location": vacancy.area.field or "Anywhere",
        "pub_date": local_time.strftime("%Y-%m-%dT%H:%M:%S-04:00"),
    }
