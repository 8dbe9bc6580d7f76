"""Employers by name: one Company for all spellings."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from itertools import chain

from django.utils.text import slugify

from listings.dedup.normalise import company_key
from listings.lifecycle.change_log import ledger_rows, record
from listings.models import Change, Company, Listing

MAX_SLUG_LENGTH = 70
NAME_SYMBOLS = frozenset("+®")


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
    slugs = {key: list(_slugs(key, name)) for key, name in missing.items()}
    taken = set(Company.objects.filter(slug__in=chain.from_iterable(slugs.values())).values_list("slug", flat=True))
    rows = []
    for key, name in sorted(missing.items()):
        slug = next(slug for slug in slugs[key] if slug not in taken)
        taken.add(slug)
        rows.append(Company(key=key, name=without_symbols(name), slug=slug, url=urls[name]))
    return {company.key: company for company in Company.objects.bulk_create(rows)}


def symbols_in(name: str) -> int:
    return sum(map(_is_symbol, name))


def without_symbols(name: str) -> str:
    """No key has them: the first ad under a name must not add any to it. The name itself if nothing else is left."""
    return " ".join("".join(letter for letter in name if not _is_symbol(letter)).split()) or name.strip()


def _is_symbol(letter: str) -> bool:
    return unicodedata.category(letter)[0] == "S" and letter not in NAME_SYMBOLS


def _slugs(key: str, name: str) -> Iterator[str]:
    """The best first. Nobody else can have the last, as it is longer than any made of a name alone."""
    slug = slugify(name)[:MAX_SLUG_LENGTH].strip("-")
    # A hash, not a number: it stays the same if the company is ever created again.
    digest = hashlib.sha256(key.encode()).hexdigest()
    # A name in another script has no slug, and different names may have the same one.
    if slug:
        yield slug
    yield f"{slug or 'company'}-{digest[:8]}"
    # An employer may be called "Company 46f161d9".
    yield f"company-{digest}"


def describe(companies: Iterable[tuple[Company, str, str]], now: datetime) -> int:
    """Give employers a (name, address) that their listings show. Runs within `listings_lock()`, as its last statement.

    Returns how many were not so before. The key stays: ads that spell the old name must still find their company.
    """
    different = [(company, name, url) for company, name, url in companies if (company.name, company.url) != (name, url)]
    renamed = {company.pk: {"company": (company.name, name)} for company, name, _ in different if company.name != name}
    for company, name, url in different:
        company.name, company.url = name, url
    Company.objects.bulk_update([company for company, _, _ in different], ["name", "url"])
    visible = list(
        Listing.objects.visible().filter(company__in=[company.pk for company, _, _ in different]).only("company")
    )
    Listing.objects.filter(pk__in=[listing.pk for listing in visible]).update(changed_at=now)
    ledger = [row for listing in visible for row in ledger_rows(listing.pk, renamed.get(listing.company_id, {}), now)]
    record([(listing.pk, Change.Kind.CHANGED) for listing in visible], ledger)
    return len(different)
