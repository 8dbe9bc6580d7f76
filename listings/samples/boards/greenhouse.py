"""Made-up vacancies in the formats of employers' own hiring systems: one answer an employer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from html import escape
from typing import Any, NamedTuple
from xml.sax.saxutils import escape as xml_escape

from listings.samples.apis import KINDS, bounds, enveloped, pieces
from listings.samples.dice import mixed
from listings.samples.employers import SampleEmployer, slugged
from listings.samples.jobpages import stamp
from listings.samples.vacancies import Vacancy

UNLISTED = 18
"""One vacancy in so many is not meant to be seen: in a system that serves it all the same, it says so."""
REMOTE = {"": "remote", "hybrid": "hybrid", "on site": "onsite"}
Body = Callable[["Hiring", Iterable[Vacancy]], Iterator[bytes]]


class Hiring(NamedTuple):
    """Whose answer it is, and how many vacancies are in it."""

    employer: SampleEmployer
    token: str
    vacancies: int


def where(one: Vacancy) -> str:
    """A place as employers write it: "Remote - Canada", "Leeds"."""
    if one.attendance:
        return one.employer.town
    named = one.place.field if one.place.field not in ("", "Remote", "Worldwide", "Anywhere") else ""
    return f"Remote - {named}" if named else "Remote"


def department(one: Vacancy) -> str:
    return one.trade.remotive[0].split(" / ")[0]


def kind(one: Vacancy) -> str:
    return KINDS[one.employment].replace(" ", "-")


def at_four_hours_behind(moment: datetime) -> str:
    return (moment - timedelta(hours=4)).strftime("%Y-%m-%dT%H:%M:%S-04:00")


def greenhouse(hiring: Hiring, ads: Iterable[Vacancy]) -> Iterator[bytes]:
    return enveloped("jobs", (_greenhouse(hiring, one) for one in ads), meta={"total": hiring.vacancies})


def _greenhouse(hiring: Hiring, one: Vacancy) -> dict[str, Any]:
    low, high = bounds(one)
    pay = {
        "min_cents": low * 100, "max_cents": high * 100, "currency_type": one.place.money,
        "title": f"Pay ({one.pay.period}ly)" if one.pay else "", "blurb": "",
    }  # fmt: skip
    type_ = {"": "Remote", "hybrid": "Hybrid", "on site": "On-site"}[one.attendance]
    return {
        "id": one.id,
        "internal_job_id": one.id // 10 + 1,
        "absolute_url": f"https://{hiring.employer.host}/careers?gh_jid={one.id}",
        "title": one.title,
        "company_name": hiring.employer.name,
        "location": {"name": where(one)},
        "updated_at": at_four_hours_behind(one.published),
        "first_published": at_four_hours_behind(one.first),
        "requisition_id": str(one.id % 1000),
        "language": "en",
        "content": escape(one.html),
        "metadata": [{"id": 1, "name": "Workplace Type", "value": type_, "value_type": "single_select"}],
        "departments": [{"id": 7, "name": f"{department(one)} ", "child_ids": [], "parent_id": None}],
        "offices": [{"id": 8, "name": "Remote" if not one.attendance else one.employer.town, "location": None}],
        "pay_input_ranges": [pay] if low else [],
    }


def lever(hiring: Hiring, ads: Iterable[Vacancy]) -> Iterator[bytes]:
    return pieces(b"[", (_lever(hiring, one) for one in ads), b"]")


def _lever(hiring: Hiring, one: Vacancy) -> dict[str, Any]:
    low, high = bounds(one)
    opening, *rest = one.html.split("\n")
    page = f"https://jobs.{hiring.employer.host}/{hiring.token}/{one.uuid}"
    record = {
        "id": one.uuid,
        "text": one.title,
        "description": f"<div>{opening}</div>",
        "lists": [{"text": "", "content": "\n".join(rest)}] if rest else [],
        "additional": "",
        "categories": {
            "commitment": kind(one), "department": department(one), "team": one.trade.remoteco,
            "location": where(one), "allLocations": [where(one)],
        },
        "createdAt": int(one.first.timestamp() * 1000) + one.id % 1000,
        "country": None,
        "workplaceType": REMOTE[one.attendance],
        "hostedUrl": page,
        "applyUrl": f"{page}/apply",
    }  # fmt: skip
    if one.pay and low:
        interval = f"per-{one.pay.period}-{'wage' if one.pay.period == 'hour' else 'salary'}"
        return {**record, "salaryRange": {"min": low, "max": high, "currency": one.pay.money, "interval": interval}}
    return record


def ashby(hiring: Hiring, ads: Iterable[Vacancy]) -> Iterator[bytes]:
    return enveloped("jobs", (_ashby(hiring, one) for one in ads), apiVersion="1")


def is_unlisted(one: Vacancy) -> bool:
    return mixed(one.id, 31) % UNLISTED == 0


def _ashby(hiring: Hiring, one: Vacancy) -> dict[str, Any]:
    low, high = bounds(one)
    page = f"https://jobs.{hiring.employer.host}/{hiring.token}/{one.uuid}"
    interval = f"1 {one.pay.period.upper()}" if one.pay else ""
    component = {
        "compensationType": "Salary", "interval": interval, "currencyCode": one.place.money,
        "minValue": low, "maxValue": high,
    }  # fmt: skip
    return {
        "id": one.uuid,
        "title": " " * (one.id % 2) + one.title,
        "department": department(one),
        "team": one.trade.remoteco,
        "employmentType": {"full_time": "FullTime", "part_time": "PartTime", "internship": "Intern"}.get(
            one.employment, "Contract"
        ),
        "location": where(one),
        "secondaryLocations": [],
        "publishedAt": one.first.isoformat(timespec="milliseconds"),
        "isListed": not is_unlisted(one),
        "isRemote": one.attendance != "on site",
        "workplaceType": {"": "Remote", "hybrid": "Hybrid", "on site": "OnSite"}[one.attendance],
        "shouldDisplayCompensationOnJobPostings": bool(low),
        "compensation": {"compensationTiers": [{"components": [component]}] if low else [], "summaryComponents": []},
        "jobUrl": page,
        "applyUrl": f"{page}/application",
        "descriptionHtml": one.html,
    }


def shortcode(ident: int) -> str:
    return f"{mixed(ident, 41) % 16**10:010X}"


def workable(hiring: Hiring, ads: Iterable[Vacancy]) -> Iterator[bytes]:
    return enveloped(
        "jobs", (_workable(hiring, one) for one in ads), name=hiring.employer.name, description=hiring.employer.does
    )


def _workable(hiring: Hiring, one: Vacancy) -> dict[str, Any]:
    code = shortcode(one.id)
    page = f"https://jobs.{hiring.employer.host}/j/{code}"
    country = one.place.allowed.split("; ")[0] if one.place.country else ""
    return {
        "title": one.title,
        "shortcode": code,
        "code": str(one.id % 1000),
        "employment_type": kind(one),
        "telecommuting": not one.attendance,
        "workplace_type": REMOTE[one.attendance].replace("onsite", "on_site"),
        "department": department(one),
        "url": page,
        "application_url": f"{page}/apply",
        "published_on": one.first.strftime("%Y-%m-%d"),
        "created_at": one.first.strftime("%Y-%m-%d"),
        "country": country,
        "city": one.employer.town if one.attendance else "",
        "state": "",
        "education": "",
        "experience": LEVELS[one.level.career],
        "function": one.trade.remoteco,
        "industry": "",
        "locations": [],
        "description": one.html,
    }


LEVELS = {
    "Experienced": "Associate",
    "Senior": "Mid-Senior level",
    "Entry-Level": "Entry level",
    "Manager": "Mid-Senior level",
}


def recruitee(hiring: Hiring, ads: Iterable[Vacancy]) -> Iterator[bytes]:
    return enveloped("offers", (_recruitee(hiring, one) for one in ads))


def _recruitee(hiring: Hiring, one: Vacancy) -> dict[str, Any]:
    low, high = bounds(one)
    page = f"https://{hiring.employer.host}/o/{slugged(one.title)}-{one.id}"
    at = one.first.strftime("%Y-%m-%d %H:%M:%S UTC")
    first, *rest = one.html.split("\n")
    return {
        "id": one.id,
        "slug": slugged(one.title),
        "status": "published",
        "title": one.title,
        "company_name": hiring.employer.name,
        "department": department(one),
        "employment_type_code": {"full_time": "fulltime_permanent", "part_time": "parttime_permanent"}.get(
            one.employment, one.employment
        ),
        "experience_code": {"Entry-Level": "entry_level", "Senior": "senior"}.get(one.level.career, "experienced"),
        "category_code": slugged(one.trade.remoteco).replace("-", "_"),
        "remote": not one.attendance,
        "hybrid": one.attendance == "hybrid",
        "on_site": one.attendance == "on site",
        "location": where(one),
        "locations": [{"id": 1, "name": where(one), "city": "", "state": "", "country": "", "note": ""}],
        "salary": {"min": str(low), "max": str(high), "currency": one.place.money, "period": one.pay.period}
        if one.pay and low
        else {"min": None, "max": None, "currency": None, "period": None},
        "tags": list(one.tools),
        "created_at": at,
        "published_at": at,
        "careers_url": page,
        "careers_apply_url": f"{page}/c/new",
        "description": first,
        "requirements": "\n".join(rest),
        "translations": {"en": {"title": one.title}},
    }


def teamtailor(hiring: Hiring, ads: Iterable[Vacancy]) -> Iterator[bytes]:
    home = f"https://{hiring.token}.teamtailor.com"
    return enveloped(
        "items",
        (_teamtailor(hiring, one) for one in ads),
        version="https://jsonfeed.org/version/1.1", title=hiring.employer.name, home_page_url=f"{home}/jobs",
        feed_url=f"{home}/jobs.json",
    )  # fmt: skip


def _teamtailor(hiring: Hiring, one: Vacancy) -> dict[str, Any]:
    posted = one.first.isoformat()
    posting: dict[str, Any] = {
        "@context": "http://schema.org/",
        "@type": "JobPosting",
        "title": one.title,
        "description": one.html,
        "identifier": {"@type": "PropertyValue", "name": hiring.employer.name, "value": one.id},
        "datePosted": posted,
        "hiringOrganization": {"@type": "Organization", "name": hiring.employer.name},
        "employmentType": "FULL_TIME" if one.employment == "full_time" else "CONTRACTOR",
    }
    if one.attendance != "on site":
        posting["jobLocationType"] = "TELECOMMUTE"
    if one.attendance:
        address = {"@type": "PostalAddress", "addressLocality": one.employer.town}
        posting["jobLocation"] = [{"@type": "Place", "address": address}]
    else:
        named = one.place.allowed.split("; ")
        posting["applicantLocationRequirements"] = [{"@type": "Country", "name": place} for place in named]
    return {
        "id": one.uuid,
        "title": one.title,
        "url": f"https://jobs.{hiring.employer.host}/jobs/{one.id}-{slugged(one.title)}",
        "date_published": posted,
        "content_html": one.html,
        "_jobposting": posting,
    }


def personio(hiring: Hiring, ads: Iterable[Vacancy]) -> Iterator[bytes]:
    yield b'<?xml version="1.0" encoding="UTF-8"?>\n<workzag-jobs>\n'
    for one in ads:
        yield _personio(hiring, one).encode()
    yield b"</workzag-jobs>\n"


def _personio(hiring: Hiring, one: Vacancy) -> str:
    office = {"": where(one), "hybrid": f"{one.employer.town} (Hybrid)", "on site": one.employer.town}[one.attendance]
    opening, *rest = one.html.split("\n")
    schedule = "part-time" if one.employment == "part_time" else "full-time"
    sections = "".join(
        f"<jobDescription><name>{name}</name><value><![CDATA[{text}]]></value></jobDescription>"
        for name, text in (("", opening), ("", "\n".join(rest)))
        if text
    )
    return f"""<position>
<id>{one.id}</id>
<subcompany>{xml_escape(hiring.employer.name)}</subcompany>
<office>{xml_escape(office)}</office>
<department>{xml_escape(department(one))}</department>
<recruitingCategory>Everybody</recruitingCategory>
<name>{xml_escape(one.title)}</name>
<jobDescriptions>{sections}</jobDescriptions>
<employmentType>{"intern" if one.employment == "internship" else "permanent"}</employmentType>
<seniority>{"entry-level" if one.level.career == "Entry-Level" else "experienced"}</seniority>
<schedule>{schedule}</schedule>
<keywords>{xml_escape(",".join(one.tools))}</keywords>
<createdAt>{stamp(one.first).replace("Z", "+00:00")}</createdAt>
</position>
"""


BODIES: dict[str, tuple[str, Body]] = {
    "greenhouse": ("application/json", greenhouse),
    "lever": ("application/json", lever),
    "ashby": ("application/json", ashby),
    "workable": ("application/json", workable),
    "recruitee": ("application/json", recruitee),
    "teamtailor": ("application/json; charset=utf-8", teamtailor),
    "personio": ("text/xml; charset=utf-8", personio),
}
