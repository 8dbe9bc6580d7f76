"""schema.org JobPosting, where the publisher's terms allow it and Google's rules can be met truthfully."""

from __future__ import annotations

import json
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from listings.models import Listing, Posting
from listings.web.site_urls import absolute, web_address

UNITS = {"hour": "HOUR", "day": "DAY", "week": "WEEK", "month": "MONTH", "year": "YEAR"}
IN_SCRIPT = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def job_posting(listing: Listing) -> dict[str, Any] | None:
    """None where the terms, the listing's state or a missing statement forbid the markup.

    Fully remote work must name the countries that may apply; an ad that names none, or says "anywhere", gets no
    markup, because Google has no honest value for it.
    """
    posting = listing.leading
    if posting is None or not listing.is_open or listing.is_sample:
        return None
    terms = posting.source.board_config.terms
    areas = applicant_areas(listing.facts)
    if not (terms.job_posting_markup and terms.full_text and posting.html and listing.workplace == "remote" and areas):
        return None
    return {
        "@context": "https://schema.org/",
        "@type": "JobPosting",
        "title": listing.title,
        "description": posting.html,
        "datePosted": listing.posted_at.isoformat(),
        "hiringOrganization": organization(listing),
        "jobLocationType": "TELECOMMUTE",
        "applicantLocationRequirements": areas,
        "identifier": {"@type": "PropertyValue", "name": listing.company.name, "value": str(listing.pk)},
        "url": absolute(listing.get_absolute_url()),
        "directApply": False,
        **optional(listing, posting),
    }


def organization(listing: Listing) -> dict[str, str]:
    employer = {"@type": "Organization", "name": listing.company.name}
    if address := web_address(listing.company.url):
        employer["sameAs"] = address
    return employer


def applicant_areas(facts: dict[str, Any]) -> list[dict[str, str]]:
    """Countries by their ISO codes; [] where any part is a region or a state, or something is left out again."""
    residence = facts.get("residence") or {}
    codes = residence.get("include") or []
    if residence.get("exclude") or not all(len(code) == 2 and code.isupper() for code in codes):
        return []
    return [{"@type": "Country", "name": code} for code in codes]


def optional(listing: Listing, posting: Posting) -> dict[str, Any]:
    more: dict[str, Any] = {}
    if posting.expires_at:
        more["validThrough"] = posting.expires_at.isoformat()
    if listing.employment:
        more["employmentType"] = listing.employment
    if salary := base_salary(listing.facts.get("salary") or {}):
        more["baseSalary"] = salary
    return more


def base_salary(salary: dict[str, Any]) -> dict[str, Any] | None:
    """None unless the ad states the amount, the currency and the period."""
    unit = UNITS.get(salary.get("period") or "")
    bounds = {"minValue": salary.get("min"), "maxValue": salary.get("max")}
    known = {name: value for name, value in bounds.items() if value is not None}
    if not unit or not known or not salary.get("currency") or not salary.get("period_stated"):
        return None
    if len(set(known.values())) == 1 and len(known) == 2:
        known = {"value": salary["min"]}
    value = {"@type": "QuantitativeValue", "unitText": unit, **known}
    return {"@type": "MonetaryAmount", "currency": salary["currency"], "value": value}


def in_script(data: dict[str, Any]) -> SafeString:
    """JSON that cannot end the script element it stands in."""
    return mark_safe(json.dumps(data, ensure_ascii=False).translate(IN_SCRIPT))  # noqa: S308 - escaped just here
