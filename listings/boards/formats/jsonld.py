"""schema.org's JobPosting in the JSON-LD of web pages, read into an ad."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from bs4 import BeautifulSoup

from listings.boards.base import Ad
from listings.boards.formats.dates import moment
from listings.boards.formats.fields import line, optional_address, scalar_text, text_of

# Graphs within graphs would otherwise end in a RecursionError.
MAX_DEPTH = 6


def job_posting(page: BeautifulSoup) -> dict[str, Any] | None:
    """The page's first JobPosting."""
    return next(job_postings(page), None)


def job_postings(page: BeautifulSoup) -> Iterator[dict[str, Any]]:
    """Every JobPosting of the page, also those in a list or a @graph."""
    for script in page.find_all("script", type="application/ld+json"):
        try:
            # Many sites have raw line breaks within strings, which `strict` would refuse.
            markup = json.loads(script.get_text(), strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(markup):
            kind = node.get("@type")
            if kind == "JobPosting" or (isinstance(kind, list) and "JobPosting" in kind):
                yield node


def _nodes(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > MAX_DEPTH:
        return
    if isinstance(value, list):
        for element in value:
            yield from _nodes(element, depth + 1)
    elif isinstance(value, dict):
        yield value
        yield from _nodes(value.get("@graph"), depth + 1)


def read_job_posting(node: dict[str, Any], *, external_id: str, url: str) -> Ad:
    """Raises BadRecord."""
    employer = _as_object(node.get("hiringOrganization"))
    published, zoned = moment(node.get("datePosted"))
    category = node.get("occupationalCategory")
    return Ad(
        external_id=external_id,
        url=url,
        title=line(html.unescape(text_of(node.get("title"), "title")), "title", required=True),
        company=line(html.unescape(_name(employer)), "hiringOrganization", required=True),
        html=_description(node.get("description")),
        published_at=published,
        published_zoned=zoned,
        category=line(category, "occupationalCategory") if isinstance(category, str) else None,
        expires_at=moment(node.get("validThrough"))[0],
        location="; ".join(dict.fromkeys(filter(None, _places(node)))),
        workplace=("remote",) if node.get("jobLocationType") == "TELECOMMUTE" else (),
        employment=tuple(filter(None, (line(kind, "employmentType") for kind in _as_list(node.get("employmentType"))))),
        salary=_salary(node.get("baseSalary")),
        company_url=optional_address(employer.get("url")),
    )


def _description(value: Any) -> str:
    description = text_of(value, "description")
    if "<" not in description and "&lt;" in description:
        description = html.unescape(description)
    # The lines of plain text are all the structure that it has.
    return description if "<" in description else description.replace("\n", "<br>\n")


def _places(node: dict[str, Any]) -> list[str]:
    """Where applicants may live; the addresses of the job where that is not stated."""
    allowed = [_name(place) for place in _as_list(node.get("applicantLocationRequirements"))]
    if any(allowed):
        return allowed
    return [_address(_as_object(place).get("address")) for place in _as_list(node.get("jobLocation"))]


def _address(value: Any) -> str:
    if not isinstance(value, dict):
        return line(value, "address") if isinstance(value, str) else ""
    parts = (_name(value.get(name)) for name in ("addressLocality", "addressRegion", "addressCountry"))
    return ", ".join(dict.fromkeys(filter(None, parts)))


def _as_list(value: Any) -> list[Any]:
    return [] if value is None else value if isinstance(value, list) else [value]


def _as_object(value: Any) -> dict[str, Any]:
    """Schema.org allows a plain name wherever an object with a name may stand."""
    return value if isinstance(value, dict) else {"name": value}


def _name(value: Any) -> str:
    return line(_as_object(value).get("name"), "name")


def _salary(value: Any) -> str:
    """ "90000 - 120000 USD YEAR", in the markup's own numbers; "" where there is none above zero."""
    if not isinstance(value, dict):
        return ""
    # Some sites put the bounds beside the currency instead of into `value`.
    amount = value["value"] if isinstance(value.get("value"), dict) else value
    bounds = [number for name in ("minValue", "maxValue") if (number := _number(amount.get(name)))]
    numbers = bounds or [number for number in [_number(amount.get("value"))] if number]
    if not numbers:
        return ""
    unit = scalar_text(amount.get("unitText")) or scalar_text(value.get("unitText"))
    return " ".join(filter(None, [" - ".join(dict.fromkeys(numbers)), scalar_text(value.get("currency")), unit]))


def _number(value: Any) -> str:
    """As served; "" for zero in any notation: sites write 0 where no pay is stated."""
    text = "" if isinstance(value, bool) else scalar_text(value)
    return text if re.search("[1-9]", text) else ""
