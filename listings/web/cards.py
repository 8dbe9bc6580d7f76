"""Cards: the short form of listings in lists of results. One query reads a page of them, however long their ads are."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache, lru_cache
from typing import Any, NamedTuple

from django.db import connection
from django.template.defaultfilters import truncatechars
from django.urls import reverse

from listings.boards.bounds import MAX_COMPANY, MAX_PHRASE, MAX_TITLE
from listings.display import fact_text
from listings.display.fact_rows import (
    FIELD_EVIDENCE,
    hours_in_words,
    hybrid,
    in_words,
    join,
    quoted_amount,
    telling,
)
from listings.models import Source
from listings.models.listings import long_unseen
from listings.search.query.search import Search
from listings.search.query.situation import Situation
from listings.search.query.text_plan import text_plan
from listings.vocabulary.skills import SKILL_NAMES
from listings.vocabulary.sponsorship import OFFERED
from listings.vocabulary.workplace import AT_AN_OFFICE
from listings.web.card_places import CardPlaces, card_places
from listings.web.card_towns import with_towns
from listings.web.job_detail import MAX_QUOTED_PAY
from listings.web.monogram import Monogram, monogram
from listings.web.openings import best_opening, other_places, parse_openings, pay_differs
from listings.web.personal_fit import PersonalFit, personal_fit
from listings.web.short_pay import ShortPay, short_pay
from listings.web.title_text import calm_title

NO_SITUATION = Situation()
MAX_SKILLS = 30
# The workplace is shown apart: only if it is not plainly remote, as nearly every job here is.

# By hand, because the ORM takes longer to build this query than PostgreSQL to answer it. The columns are the fields of
# CardRow. `field_json` is the field of the ad that the residence was read from, as JSON.
CARD_ROWS = """
SELECT
    listing.id AS pk,
    listing.slug,
    left(listing.title, {max_title}) AS title,
    left(company.name, {max_company}) AS company,
    company.slug AS company_slug,
    listing.facts - 'evidence' - 'spans' AS facts_json,
    listing.openings AS openings_json,
    CASE WHEN listing.facts ->> 'salary' IS NULL
        THEN left(leading_posting.ad ->> 'salary', {max_phrase}) END AS ad_salary,
    CASE WHEN listing.workplace = ANY('{{{present}}}') OR listing.facts ->> 'residence' IS NULL
        THEN left(leading_posting.ad ->> 'location', {max_phrase}) END AS ad_location,
    listing.facts #>> '{{evidence,residence}}' AS evidence,
    leading_posting.ad -> substr(listing.facts #>> '{{evidence,residence}}', length('{prefix}') + 1) AS field_json,
    listing.posted_at,
    listing.first_seen_at,
    listing.reposted_at,
    max(posting.last_seen_at) FILTER (WHERE posting.closed_at IS NULL) AS last_seen_open_at,
    count(posting.expires_at) FILTER (WHERE posting.closed_at IS NULL) AS expiring_count,
    array_agg({source} ORDER BY posting.first_seen_at, posting.id) AS sources,
    array_agg({source} ORDER BY posting.first_seen_at, posting.id)
        FILTER (WHERE posting.closed_at IS NULL) AS open_sources
FROM listings_listing listing
JOIN listings_company company ON company.id = listing.company_id
JOIN listings_posting posting ON posting.listing_id = listing.id AND posting.takedown_id IS NULL
JOIN listings_source source ON source.id = posting.source_id
LEFT JOIN listings_posting leading_posting ON leading_posting.id = listing.leading_id
WHERE listing.id = ANY(%s)
    AND listing.closed_at IS NULL AND listing.hidden_at IS NULL AND listing.merged_into_id IS NULL
GROUP BY listing.id, company.id, leading_posting.id
""".format(
    prefix=FIELD_EVIDENCE,
    present=",".join(AT_AN_OFFICE),
    source="ARRAY[source.board, source.options::text, source.is_sample::text]",
    max_title=MAX_TITLE,
    max_company=MAX_COMPANY,
    max_phrase=MAX_PHRASE,
)


class CardRow(NamedTuple):
    """One row of `CARD_ROWS`. A source is [board, options as JSON, "true" for a sample]."""

    pk: int
    slug: str
    title: str
    company: str
    company_slug: str
    facts_json: str
    openings_json: str
    ad_salary: str | None
    ad_location: str | None
    evidence: str | None
    field_json: str | None
    posted_at: datetime
    first_seen_at: datetime
    reposted_at: datetime | None
    last_seen_open_at: datetime | None
    expiring_count: int
    sources: list[list[str]]
    open_sources: list[list[str]] | None


@dataclass(frozen=True, slots=True)
class Card:
    """An open listing as a list shows it; "" means not stated.

    `title` is calmed; `places` and `pay` begin with those of the opening that fits the reader best, and `pay_place` is
    its place if the others pay otherwise. `notes` matter less than `details`. `boards` names the boards where it is
    open; `unseen_since` is that of a Listing.
    """

    pk: int
    address: str
    title: str
    company: str
    company_slug: str
    monogram: Monogram
    places: CardPlaces
    pay: ShortPay | None
    pay_place: str
    details: tuple[str, ...]
    notes: tuple[str, ...]
    skills: tuple[str, ...]
    posted_at: datetime
    first_seen_at: datetime
    reposted_at: datetime | None
    unseen_since: datetime | None
    boards: str
    personal_fit: PersonalFit | None

    def with_skills_first(self, names: Iterable[str]) -> Card:
        """The skills with these names first, because a card shows only some."""
        folded = {name.casefold() for name in names}
        return replace(self, skills=tuple(sorted(self.skills, key=lambda skill: skill.casefold() not in folded)))


def skills_named_by(search: Search) -> list[str]:
    """The names of the skills that a search asks for, by a filter or among its words: "python developer"."""
    named = [group.skill for group in text_plan(search.q).groups if group.skill]
    return [SKILL_NAMES.get(skill, skill) for skill in (*search.skill, *named)]


def cards(ids: Sequence[int], situation: Situation = NO_SITUATION) -> list[Card]:
    """Cards in the order of `ids`; listings that are closed, hidden or merged are left out."""
    if not ids:
        return []
    with connection.cursor() as cursor:
        cursor.execute(CARD_ROWS, [list(ids)])
        columns = [column.name for column in cursor.description or ()]
        rows = [CardRow(**dict(zip(columns, values, strict=True))) for values in cursor.fetchall()]
    rows_by_id = {row.pk: row for row in rows}
    return [card(rows_by_id[pk], situation) for pk in ids if pk in rows_by_id]


def card(row: CardRow, situation: Situation) -> Card:
    # Django parses JSON only in the queries that it writes itself.
    facts: Mapping[str, Any] = json.loads(row.facts_json)
    openings = parse_openings(json.loads(row.openings_json))
    opening = best_opening(openings, situation, facts) if openings else None
    evidence, location = residence_quote(row), row.ad_location or ""
    quote = opening.quote if opening else evidence or telling(location)
    if opening:
        facts = {**facts, "residence": opening.residence, "salary": opening.salary}
    elsewhere = other_places(openings, opening) if opening else ()
    place_text = opening.place if opening else (location if facts.get("workplace") in AT_AN_OFFICE else "") or evidence
    fit = personal_fit(facts, situation, quote) if situation else None
    # Absence from a feed means nothing while the ad has a closing date of its own.
    unseen_since = long_unseen(row.last_seen_open_at) if row.last_seen_open_at and not row.expiring_count else None
    return Card(
        pk=row.pk,
        address=address_of(row.pk, row.slug),
        title=calm_title(row.title, row.company),
        company=row.company,
        company_slug=row.company_slug,
        monogram=monogram(row.company),
        places=with_towns(card_places(facts.get("residence"), situation, elsewhere), place_text, facts, elsewhere),
        pay=pay(facts, "" if opening else row.ad_salary or in_words(facts, "salary")),
        pay_place=opening.name if opening and pay_differs(openings, opening) else "",
        details=tuple(filter(None, details(facts))),
        notes=tuple(filter(None, notes(facts, fit))),
        skills=tuple(SKILL_NAMES.get(skill, skill) for skill in (facts.get("skills") or ())[:MAX_SKILLS]),
        posted_at=row.posted_at,
        first_seen_at=row.first_seen_at,
        reposted_at=row.reposted_at,
        unseen_since=unseen_since,
        boards=", ".join(dict.fromkeys(publisher(*source) for source in row.open_sources or row.sources)),
        personal_fit=fit,
    )


def address_of(pk: int, slug: str) -> str:
    """As `reverse` gives it, which takes as long as the rest of a card."""
    before, after = _around_name()
    return f"{before}{pk}-{slug}{after}"


@cache
def _around_name() -> tuple[str, str]:
    before, _, after = reverse("listings:listing", args=[0, "slug"]).partition("0-slug")
    return before, after


def details(facts: Mapping[str, Any]) -> Iterator[str]:
    yield hybrid(facts)
    yield fact_text.describe(facts, "employment")
    yield fact_text.describe(fact_text.with_level_once(facts), "seniority")


def notes(facts: Mapping[str, Any], fit: PersonalFit | None) -> Iterator[str]:
    needed = (facts.get("hours") or {}).get("overlap_hours")
    if fit and fit.hours and needed is not None:
        # Beside the hours in common, which say more to a reader than the ad's zone. Its page names that as well.
        yield f"needs {needed:g} hour{'' if needed == 1 else 's'}"
    yield "Workplace not stated" if facts.get("workplace") is None else ""
    yield years_asked_for(facts)
    yield "Visa sponsorship" if facts.get("sponsorship") == OFFERED else ""
    yield fact_text.describe(facts, "hours") if not (fit and fit.hours) else ""
    yield hours_in_words(facts)


def years_asked_for(facts: Mapping[str, Any]) -> str:
    years = facts.get("experience_years")
    if years is None:
        return ""
    # Not "3+ years" alone: beside "Contract" that would be its length.
    return f"{years}+ year{'’s' if years == 1 else 's’'} experience" if years else "No experience needed"


def pay(facts: Mapping[str, Any], quote: str) -> ShortPay | None:
    """The stated amount, else the `quote` of the ad; None if there is neither."""
    salary = facts.get("salary") or {}
    if salary.get("min") is not None or salary.get("max") is not None:
        return short_pay(salary)
    quote = quoted_amount(quote)
    return ShortPay(truncatechars(quote, MAX_QUOTED_PAY), quote) if quote else None


def residence_quote(row: CardRow) -> str:
    """The words of the ad about the residence: its evidence, or the board's field that the evidence names."""
    if not row.evidence or not row.evidence.startswith(FIELD_EVIDENCE):
        return row.evidence or ""
    value = json.loads(row.field_json) if row.field_json else ""
    return join(value) if isinstance(value, list) else str(value or "")


@lru_cache(maxsize=10_000)
def publisher(board: str, options: str, is_sample: str) -> str:
    return Source(board=board, options=json.loads(options), is_sample=is_sample == "true").publisher
