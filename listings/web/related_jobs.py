"""Other open jobs to look at from the page of one: of the same company, and like it elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from listings.models import Listing
from listings.models.listings import ListingQuerySet
from listings.search.query.parameters import UNASKED_WORKPLACES
from listings.search.query.situation import Situation
from listings.web.cards import Card, cards

MAX_RELATED = 4
# Of the newest listings in the category, so many are scored for similarity: a page must not scan all of it.
MAX_CANDIDATES = 200
SKILL_WEIGHT = 2


@dataclass(frozen=True, slots=True)
class RelatedJobs:
    of_company: Sequence[Card]
    similar: Sequence[Card]


def related_jobs(listing: Listing, situation: Situation) -> RelatedJobs:
    """At most `MAX_RELATED` of each; the cards of both lists are read in one query."""
    of_company, similar = company_ids(listing), similar_ids(listing)
    cards_by_id = {card.pk: card for card in cards([*of_company, *similar], situation)}
    return RelatedJobs(*([cards_by_id[pk] for pk in ids if pk in cards_by_id] for ids in (of_company, similar)))


def company_ids(listing: Listing) -> list[int]:
    """The newest other jobs of the same company."""
    return list(other_jobs(listing).filter(company=listing.company_id).values_list("pk", flat=True)[:MAX_RELATED])


def similar_ids(listing: Listing) -> list[int]:
    """The jobs of other companies in its category that share most skills and levels with it, newer ones first."""
    candidates = other_jobs(listing).exclude(company=listing.company_id)
    if listing.category:
        candidates = candidates.filter(category=listing.category)
    skills, levels = set(listing.facts.get("skills") or ()), set(listing.facts.get("seniority") or ())
    scores = {
        pk: SKILL_WEIGHT * len(skills.intersection(other_skills or ())) + len(levels.intersection(other_levels or ()))
        for pk, other_skills, other_levels in candidates.values_list("pk", "facts__skills", "facts__seniority")[
            :MAX_CANDIDATES
        ]
    }
    # Sorting is stable: equal scores stay in order of age.
    return sorted(scores, key=lambda pk: scores[pk], reverse=True)[:MAX_RELATED]


def other_jobs(listing: Listing) -> ListingQuerySet:
    others = Listing.objects.open().filter(is_sample=listing.is_sample).exclude(pk=listing.pk).newest()
    # Like every search: nobody has asked for days at a place.
    return others if listing.workplace in UNASKED_WORKPLACES else others.exclude(workplace__in=UNASKED_WORKPLACES)
