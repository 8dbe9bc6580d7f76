"""Made-up site with schema.org's JobPosting in its pages, which outlive their jobs, and a sitemap."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from html import escape
from typing import Any
from xml.sax.saxutils import escape as escape_text

from listings.samples.boards.wording import company_name, pay_bounds, utc_stamp
from listings.samples.lifetimes import to_moment
from listings.samples.responses import SampleRequest, SampleResponse, not_found
from listings.samples.vacancies import Vacancy

HOME = "https://saltmarsh.example"
UNITS = {"year": "YEAR", "month": "MONTH", "hour": "HOUR"}


def endpoint(request: SampleRequest) -> SampleResponse | None:
    boards, moment = request.boards, request.moment
    every_slot = boards.board_slots("jobposting")
    if request.path == "/sitemap.xml":
        slots = request.visible(every_slot)
        changed = [to_moment(lifetime.changed) for lifetime in boards.lifetimes(slots, moment)]
        return request.list_response("application/xml", slots, _sitemap(boards.vacancies(slots, moment), changed))
    number = request.path.rpartition("-")[2]
    if not request.path.startswith("/jobs/") or not number.isdigit():
        return None
    ident = int(number)
    vacancy = next((vacancy for vacancy in boards.vacancies(every_slot, moment) if vacancy.id == ident), None)
    if vacancy is not None:
        return request.page_response(_job_page(vacancy))
    ended = boards.ended_vacancy(every_slot, ident, moment)
    return request.page_response(_removed_page(ended)) if ended else not_found()


def _address(vacancy: Vacancy) -> str:
    return f"{HOME}/jobs/{vacancy.slug[:90]}-{vacancy.id}"


def _sitemap(vacancies: Iterable[Vacancy], changed: Iterable[datetime]) -> Iterator[bytes]:
    yield b'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    for place, (vacancy, moment) in enumerate(zip(vacancies, changed, strict=True)):
        # A page that is not about a job, as all sites have.
        if place == 0:
            yield f"<url><loc>{HOME}/about</loc></url>\n".encode()
        yield f"<url><loc>{_address(vacancy)}</loc><lastmod>{utc_stamp(moment)}</lastmod></url>\n".encode()
    yield b"</urlset>\n"


def _job_page(vacancy: Vacancy) -> bytes:
    posting = _posting(vacancy)
    markup: Any = {"@context": "https://schema.org", **posting}
    if vacancy.id % 3 == 0:
        markup = {"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "Saltmarsh"}, posting]}
    elif vacancy.id % 3 == 1:
        markup = [{"@type": "BreadcrumbList", "itemListElement": []}, {"@context": "https://schema.org", **posting}]
    # Raw line breaks within strings are not JSON; many sites have them all the same.
    script = json.dumps(markup, ensure_ascii=False).replace("</", "<\\/").replace("\\n", "\n")
    title = escape_text(vacancy.title)
    head = f'<meta charset="utf-8"><link rel="canonical" href="{_address(vacancy)}"><title>{title}</title>'
    markup_script = f'<script type="application/ld+json">{script}</script>'
    body = f"<h1>{title}</h1><p>At {escape_text(vacancy.company)}, found on the sample site.</p>"
    return f'<!DOCTYPE html><html lang="en"><head>{head}{markup_script}</head><body>{body}</body></html>'.encode()


def _removed_page(vacancy: Vacancy) -> bytes:
    """It still has its markup: only its words say that the job is gone."""
    return _job_page(vacancy).replace(b"<h1>", b"<p>Sorry, this job was removed.</p><h1>")


def _posting(vacancy: Vacancy) -> dict[str, Any]:
    low, high = pay_bounds(vacancy)
    unit = UNITS[vacancy.pay.period] if vacancy.pay else "YEAR"
    contract = "CONTRACTOR" if vacancy.id % 2 else ""
    posting: dict[str, Any] = {
        "@type": "JobPosting",
        "title": escape(vacancy.title, quote=False),
        "description": escape(vacancy.html) if vacancy.id % 4 == 0 else vacancy.html,
        "datePosted": utc_stamp(vacancy.published)[: 10 if vacancy.id % 5 == 0 else 20],
        "validThrough": utc_stamp(vacancy.expires),
        "employmentType": ["FULL_TIME"] if vacancy.employment == "full_time" else contract,
        "identifier": {"@type": "PropertyValue", "name": "saltmarsh", "value": vacancy.id},
        "hiringOrganization": {
            "@type": "Organization", "name": company_name(vacancy), "sameAs": f"https://{vacancy.employer.host}/",
        },
        "baseSalary": {
            "@type": "MonetaryAmount", "currency": vacancy.area.currency,
            "value": {"@type": "QuantitativeValue", "minValue": low, "maxValue": high, "unitText": unit},
        },
        "directApply": "False",
    }  # fmt: skip
    if vacancy.attendance != "on site":
        posting["jobLocationType"] = "TELECOMMUTE"
    if vacancy.attendance:
        town = {"@type": "PostalAddress", "addressLocality": vacancy.employer.town}
        posting["jobLocation"] = {"@type": "Place", "address": town}
    else:
        names = vacancy.area.allowed.split("; ")
        posting["applicantLocationRequirements"] = [{"@type": "Country", "name": name} for name in names]
    return posting
