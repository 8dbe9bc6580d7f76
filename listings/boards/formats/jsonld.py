"""schema.org's JobPosting, as the markup of a page states it, read into an ad."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from listings.boards.base import Ad
from listings.boards.formats.dates import moment
from listings.boards.formats.fields import distinct, line, optional_address, text_of, unescaped
from listings.boards.formats.markup_pay import salary
from listings.boards.formats.markup_values import first_of, list_of, name_of, object_of, short_text, text_in
from listings.vocabulary.countries import SUBDIVISIONS
from listings.vocabulary.entities import unescaped_entities

# Some sites divide the ad's text among these.
SECTIONS = {
    "responsibilities": "Responsibilities",
    "qualifications": "Qualifications",
    "skills": "Skills",
    "jobBenefits": "Benefits",
}
TAG = re.compile(r"<[^<>]{0,1000}>")
STATES = {part for code, name in SUBDIVISIONS.items() if code.startswith("US-") for part in (code[3:], name)}
# What sites write into the field of a country where they have none.
NO_PLACE = {"na", "n/a", "none", "null", "undefined", "unspecified", "not specified", "-", "tbd"}
WORKPLACES = {"telecommute": "remote", "remote": "remote", "hybrid": "hybrid", "onsite": "on-site"}


def read_job_posting(node: Mapping[str, Any], *, external_id: str, url: str) -> Ad:
    """A value of an unexpected kind is left out. Raises BadRecord where title or employer is missing."""
    employer = object_of(node.get("hiringOrganization"))
    published, zoned = moment(first_of(node.get("datePosted")))
    title = next(filter(None, (short_text(node.get(name)) for name in ("title", "jobTitle", "name"))), "")
    company = name_of(employer) or short_text(employer.get("legalName"))
    category = "; ".join(distinct(map(name_of, list_of(node.get("occupationalCategory"))))) or None
    return Ad(
        external_id=external_id,
        url=url,
        title=unescaped(title, "title", required=True),
        company=unescaped(company, "hiringOrganization", required=True),
        html="\n".join(_description(node)),
        published_at=published,
        published_zoned=zoned,
        category=category,
        expires_at=moment(first_of(node.get("validThrough")))[0],
        location="; ".join(dict.fromkeys(filter(None, _places(node)))),
        workplace=tuple(dict.fromkeys(_workplaces(node))),
        employment=distinct(short_text(kind) for kind in list_of(node.get("employmentType"))),
        salary=salary(node),
        company_url=optional_address(first_of(employer.get("url")) or first_of(employer.get("sameAs"))),
    )


def _description(node: Mapping[str, Any]) -> Iterator[str]:
    """The description, and under a heading each other text that it does not contain already."""
    description = _as_html(text_in(node.get("description")))
    yield description
    plain = _plain(description)
    for name, heading in SECTIONS.items():
        section = _as_html("\n".join(filter(None, map(text_in, list_of(node.get(name))))))
        if section and _plain(section) not in plain:
            yield f"<h3>{escape(heading)}</h3>\n{section}"


def _as_html(value: str) -> str:
    text = text_of(value, "description")
    if "<" not in text and "&lt;" in text:
        text = unescaped_entities(text)
    # The lines of plain text are all the structure that it has.
    return text if "<" in text else text.replace("\n", "<br>\n")


def _plain(markup: str) -> str:
    return "".join(unescaped_entities(TAG.sub("", markup)).split()).casefold()


def _workplaces(node: Mapping[str, Any]) -> Iterator[str]:
    for value in list_of(node.get("jobLocationType")):
        kind = short_text(value).rpartition("/")[2].replace("_", "").replace("-", "").casefold()
        if workplace := WORKPLACES.get(kind):
            yield workplace


def _places(node: Mapping[str, Any]) -> list[str]:
    """Where applicants may live; the addresses of the job where that is not stated."""
    allowed = [_area(place) for place in list_of(node.get("applicantLocationRequirements"))]
    if any(allowed):
        return allowed
    return [place for stated in list_of(node.get("jobLocation")) for place in _job_places(stated)]


def _area(value: Any) -> str:
    """The name of a country or state, or its address."""
    area = object_of(value)
    name = "" if (stated := name_of(area)).casefold() in NO_PLACE else stated
    if name in STATES and str(area.get("@type")).endswith("State"):
        # "GA" and "Georgia" are countries too.
        return f"{name}, US"
    country = _address(area.get("containedInPlace")) or name_of(object_of(area.get("containedInPlace")))
    place = ", ".join(filter(None, [name, country]))
    return place or _address(area.get("address")) or _address(area)


def _job_places(value: Any) -> Iterator[str]:
    place = object_of(value)
    addresses = [_address(address) for address in list_of(place.get("address"))]
    # A place without an address has at least a name.
    yield from addresses if any(addresses) else [_address(place) or name_of(place)]


def _address(value: Any) -> str:
    if not isinstance(value, Mapping):
        return line(value, "address") if isinstance(value, str) else ""
    names = ("addressLocality", "addressRegion", "addressCountry")
    parts = [" / ".join(distinct(map(name_of, list_of(value.get(name))))) for name in names]
    return ", ".join(part for part in dict.fromkeys(parts) if part and part.casefold() not in NO_PLACE - {"na"})
