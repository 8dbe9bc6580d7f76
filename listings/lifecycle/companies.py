"""Employers by name: found, or made, one row however they are spelt."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from django.utils.text import slugify

from listings.dedup.normalise import company_key
from listings.models import Company


def companies_named(names: Mapping[str, str]) -> dict[str, Company]:
    """`names`: employer's name → its web address or "". Returns name → Company, made where it is new."""
    keys = {name: company_key(name) for name in names}
    known = {company.key: company for company in Company.objects.filter(key__in=set(keys.values()))}
    missing = {keys[name]: name for name in sorted(names, reverse=True) if keys[name] not in known}
    if missing:
        made = _make(missing, names)
        known.update(made)
    return {name: known[keys[name]] for name in names}


def _make(missing: Mapping[str, str], urls: Mapping[str, str]) -> dict[str, Company]:
    slugs = {key: slugify(name)[:70].strip("-") for key, name in missing.items()}
    taken = set(Company.objects.filter(slug__in=slugs.values()).values_list("slug", flat=True))
    rows = []
    for key, name in sorted(missing.items()):
        slug = slugs[key]
        if not slug or slug in taken:
            slug = f"{slug or 'company'}-{hashlib.sha256(key.encode()).hexdigest()[:8]}"
        taken.add(slug)
        rows.append(Company(key=key, name=name.strip(), slug=slug, url=urls[name]))
    return {company.key: company for company in Company.objects.bulk_create(rows)}
