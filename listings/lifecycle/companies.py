"""Employers by name: one Company for all spellings."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from django.utils.text import slugify

from listings.dedup.normalise import company_key
from listings.models import Company

MAX_SLUG_LENGTH = 70


def companies_named(urls: Mapping[str, str]) -> dict[str, Company]:
    """`urls`: employer's name → its web address, or "". Returns name → Company, created where it is new."""
    keys = {name: company_key(name) for name in urls}
    by_key = {company.key: company for company in Company.objects.filter(key__in=set(keys.values()))}
    # Descending, so that of several spellings the alphabetically first one wins, whatever the order of the ads.
    missing = {keys[name]: name for name in sorted(urls, reverse=True) if keys[name] not in by_key}
    if missing:
        by_key.update(_create(missing, urls))
    return {name: by_key[keys[name]] for name in urls}


def _create(missing: Mapping[str, str], urls: Mapping[str, str]) -> dict[str, Company]:
    slugs = {key: slugify(name)[:MAX_SLUG_LENGTH].strip("-") for key, name in missing.items()}
    taken = set(Company.objects.filter(slug__in=slugs.values()).values_list("slug", flat=True))
    rows = []
    for key, name in sorted(missing.items()):
        slug = slugs[key]
        # A name in another script has no slug, and different names may have the same one. A hash, not a number: it
        # stays the same if the company is ever created again.
        if not slug or slug in taken:
            slug = f"{slug or 'company'}-{hashlib.sha256(key.encode()).hexdigest()[:8]}"
        taken.add(slug)
        rows.append(Company(key=key, name=name.strip(), slug=slug, url=urls[name]))
    return {company.key: company for company in Company.objects.bulk_create(rows)}
