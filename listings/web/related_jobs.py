"""Other open jobs to look at from the page of one: of the same company, and like it elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from listings.models import Listing
from listings.models.listings import ListingQuerySet
from listings.search.query.parameters import UNASKED_WORKPLACES
from listings.search.query.situation import Situation
from listings.vocabulary.regions import fit_verdict
from listings.web.cards import Card, cards
from listings.web.job_likeness import JobLikeness

MAX_RELATED = 4
# Of the newest listings in the category, so many are scored for similarity: a page must not scan all of it.
MAX_CANDIDATES = 500
# Of the newest jobs of the company, so many may come first because they are open to the reader.
MAX_OF_COMPANY = 100
# What decides whether a job is open to the reader.
OF_FIT = ("residence", "hours", "near_zone")
FIT_COLUMNS = tuple(f"facts__{name}" for name in OF_FIT)


@dataclass(frozen=True, slots=True)
class RelatedJobs:
    of_company: Sequence[Card]
    similar: Sequence[Card]


def related_jobs(listing: Listing, situation: Situation) -> RelatedJobs:
    """At most `MAX_RELATED` of each; the cards of both lists are read in one query."""
    of_company, similar = company_ids(listing, situation), similar_ids(listing, situation)
    cards_by_id = {card.pk: card for card in cards([*of_company, *similar], situation)}
    return RelatedJobs(*([cards_by_id[pk] for pk in ids if pk in cards_by_id] for ids in (of_company, similar)))


def company_ids(listing: Listing, situation: Situation) -> list[int]:
    """The newest other jobs of the same company, those open to the reader first."""
    jobs = other_jobs(listing).filter(company=listing.company_id).values_list("pk", *FIT_COLUMNS)[:MAX_OF_COMPANY]
    # Sorting is stable: the newest stay first among their like.
    return [pk for pk, *_ in sorted(jobs, key=lambda row: _fit_order(row[1:], situation))[:MAX_RELATED]]


def similar_ids(listing: Listing, situation: Situation) -> list[int]:
    """The jobs of other companies in its category that are like it, those open to the reader first.

    Fewer than `MAX_RELATED`, or none, if no more are like it: others would only be in the same category.
    """
    candidates = other_jobs(listing).exclude(company=listing.company_id)
    if listing.category:
        candidates = candidates.filter(category=listing.category)
    own = JobLikeness.of(listing.title, listing.facts.get("skills"), listing.facts.get("seniority"))
    scores = []
    columns = ("pk", "title", "facts__skills", "facts__seniority", *FIT_COLUMNS)
    for pk, title, skills, levels, *values in candidates.values_list(*columns)[:MAX_CANDIDATES]:
        if score := own.score(JobLikeness.of(title, skills, levels)):
            scores.append((_fit_order(values, situation), -score, pk))
    # Sorting is stable: equal scores stay in order of age.
    return [pk for *_, pk in sorted(scores, key=lambda row: row[:2])[:MAX_RELATED]]


def _fit_order(values: Sequence[Any], situation: Situation) -> int:
    """`values`: of FIT_COLUMNS."""
    if not situation.country:
        return 0
    fit = fit_verdict(dict(zip(OF_FIT, values, strict=True)), situation.country, situation.state or None)
    return {"open": 0, "not open": 2}.get(fit, 1)


def other_jobs(listing: Listing) -> ListingQuerySet:
    others = Listing.objects.open().filter(is_sample=listing.is_sample).exclude(pk=listing.pk).newest()
    # Like every search: nobody has asked for days at a place.
    return others if listing.workplace in UNASKED_WORKPLACES else others.exclude(workplace__in=UNASKED_WORKPLACES)
