"""schema.org JobPosting, if the publisher's terms allow it and Google's rules can be met truthfully."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from listings.models import Listing, Posting
from listings.vocabulary.regions import is_unclear_elsewhere
from listings.web.job_detail import employer_address
from listings.web.site_urls import absolute

# A project's pay has no unit that schema.org knows.
UNITS = {"hour": "HOUR", "day": "DAY", "week": "WEEK", "month": "MONTH", "year": "YEAR"}
# Parts of a salary whose amount is not the base pay of everybody.
NOT_BASE_PAY = ("with_variable", "comprises", "average", "two_currencies", "for_part", "varies")
# "</script>" would end the element. U+2028 and U+2029 end a line in older JavaScript.
SCRIPT_ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def job_posting(listing: Listing) -> dict[str, Any] | None:
    """The markup; None if the board's terms, the listing's state or a missing fact rule it out."""
    posting = listing.leading
    if posting is None or not listing.is_open or listing.is_sample:
        return None
    terms = posting.source.board_config.terms
    areas = applicant_areas([opening["residence"] for opening in listing.openings] or [listing.facts.get("residence")])
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
        **optional_properties(listing, posting),
    }


def organization(listing: Listing) -> dict[str, str]:
    employer = {"@type": "Organization", "name": listing.company.name}
    if url := employer_address(listing):
        employer["sameAs"] = url
    return employer


def applicant_areas(residences: Sequence[dict[str, Any] | None]) -> list[dict[str, str]]:
    """The countries of all openings by their ISO codes; [] if any of them is not a plain list of countries."""
    codes: dict[str, None] = {}
    for residence in residences:
        included = (residence or {}).get("include") or []
        # Google wants countries for remote work. Regions, parts, "anywhere" and exclusions have no honest value there,
        # nor has what board and ad disagree about.
        plain = bool(included) and all(len(code) == 2 and code.isupper() for code in included)
        if residence is None or residence.get("exclude") or residence.get("partly") or not plain:
            return []
        if is_unclear_elsewhere(residence):
            return []
        codes.update(dict.fromkeys(included))
    return [{"@type": "Country", "name": code} for code in codes]


def optional_properties(listing: Listing, posting: Posting) -> dict[str, Any]:
    properties: dict[str, Any] = {}
    if posting.expires_at:
        properties["validThrough"] = posting.expires_at.isoformat()
    if listing.employment:
        # Our codes of employment are schema.org's.
        properties["employmentType"] = listing.employment
    if (years := listing.facts.get("experience_years")) is not None:
        properties["experienceRequirements"] = {
            "@type": "OccupationalExperienceRequirements",
            "monthsOfExperience": 12 * years,
        }
    if salary := base_salary(common_salary(listing)):
        properties["baseSalary"] = salary
    return properties


def common_salary(listing: Listing) -> dict[str, Any]:
    """The pay of all openings; {} if they differ, since the markup has room for one."""
    salary: dict[str, Any] = listing.facts.get("salary") or {}
    return salary if all(opening["salary"] == listing.facts.get("salary") for opening in listing.openings) else {}


def base_salary(salary: dict[str, Any]) -> dict[str, Any] | None:
    """None unless the ad states the amount, the currency and the period, and the amount is the base alone."""
    unit = UNITS.get(salary.get("period") or "")
    bounds = {"minValue": salary.get("min"), "maxValue": salary.get("max")}
    amounts = {name: amount for name, amount in bounds.items() if amount is not None}
    if not unit or not amounts or not salary.get("currency") or not salary.get("period_stated"):
        return None
    if any(salary.get(part) for part in NOT_BASE_PAY):
        return None
    if len(amounts) == 2 and amounts["minValue"] == amounts["maxValue"]:
        amounts = {"value": amounts["minValue"]}
    value = {"@type": "QuantitativeValue", "unitText": unit, **amounts}
    return {"@type": "MonetaryAmount", "currency": salary["currency"], "value": value}


def in_script(data: dict[str, Any]) -> SafeString:
    """JSON that cannot end the script element around it."""
    return mark_safe(json.dumps(data, ensure_ascii=False).translate(SCRIPT_ESCAPES))  # noqa: S308 - escaped right here
