"""Made-up Recruitee: an employer's offers at its own host, each text in two parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from listings.samples.boards.hiring_systems import HiringEmployer, department, location, system_endpoint
from listings.samples.boards.json_stream import enveloped
from listings.samples.boards.wording import pay_bounds
from listings.samples.employers import slugified
from listings.samples.vacancies import Vacancy

EMPLOYMENT_CODES = {"full_time": "fulltime_permanent", "part_time": "parttime_permanent"}
EXPERIENCE_CODES = {"Entry-Level": "entry_level", "Senior": "senior"}
NO_PAY: dict[str, str | None] = {"min": None, "max": None, "currency": None, "period": None}


def _body(hiring: HiringEmployer, vacancies: Iterable[Vacancy]) -> Iterator[bytes]:
    return enveloped("offers", (_record(hiring, vacancy) for vacancy in vacancies))


def _record(hiring: HiringEmployer, vacancy: Vacancy) -> dict[str, Any]:
    low, high = pay_bounds(vacancy)
    page = f"https://{hiring.employer.host}/o/{slugified(vacancy.title)}-{vacancy.id}"
    stamp = vacancy.first.strftime("%Y-%m-%d %H:%M:%S UTC")
    description, *requirements = vacancy.html.split("\n")
    pay = NO_PAY
    if vacancy.pay and low:
        # Numbers as strings, as in the real API.
        pay = {
            "min": str(low), "max": str(high), "currency": vacancy.area.currency, "period": vacancy.pay.period,
        }  # fmt: skip
    return {
        "id": vacancy.id,
        "slug": slugified(vacancy.title),
        "status": "published",
        "title": vacancy.title,
        "company_name": hiring.employer.name,
        "department": department(vacancy),
        "employment_type_code": EMPLOYMENT_CODES.get(vacancy.employment, vacancy.employment),
        "experience_code": EXPERIENCE_CODES.get(vacancy.level.career, "experienced"),
        "category_code": slugified(vacancy.trade.remoteco).replace("-", "_"),
        "remote": not vacancy.attendance,
        "hybrid": vacancy.attendance == "hybrid",
        "on_site": vacancy.attendance == "on site",
        "location": location(vacancy),
        "locations": [{"id": 1, "name": location(vacancy), "city": "", "state": "", "country": "", "note": ""}],
        "salary": pay,
        "tags": list(vacancy.tools),
        "created_at": stamp,
        "published_at": stamp,
        "careers_url": page,
        "careers_apply_url": f"{page}/c/new",
        "description": description,
        "requirements": "\n".join(requirements),
        "translations": {"en": {"title": vacancy.title}},
    }


endpoint = system_endpoint("recruitee", _body, suffix="/api/offers/")
