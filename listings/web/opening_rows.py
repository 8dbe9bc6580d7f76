"""The openings of a job as its page lists them: told apart by their towns, or joined where nothing tells them apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from listings.boards.bounds import shortened
from listings.search.query.situation import Situation
from listings.web.card_towns import towns_within
from listings.web.job_detail import FoundOn
from listings.web.openings import JobOpening
from listings.web.personal_fit import PersonalFit, personal_fit

# Of what a board writes for a place, beside its name.
MAX_PLACE = 60


@dataclass(frozen=True, slots=True)
class OpeningRow:
    """`opening` is the first of those that the row stands for, `ad` its link and `further_ads` the links of the others.

    `fit`: what it means to the reader.
    """

    name: str
    opening: JobOpening
    ad: FoundOn | None
    further_ads: tuple[FoundOn, ...]
    fit: PersonalFit | None

    @property
    def key(self) -> tuple[str, str, str]:
        return self.name, self.opening.pay, self.fit.verdict if self.fit else ""


def opening_rows(
    openings: Sequence[JobOpening], ads: Sequence[FoundOn], facts: Mapping[str, Any], situation: Situation
) -> list[OpeningRow]:
    """`facts`: of the listing."""
    ads_by_posting = {ad.posting.pk: ad for ad in ads}
    shown_ads = [ads_by_posting.get(opening.posting_id) for opening in openings]
    rows: dict[tuple[str, str, str], list[OpeningRow]] = {}
    for opening, ad, name in zip(openings, shown_ads, _names(openings, shown_ads), strict=True):
        stated = {**facts, "residence": opening.residence, "salary": opening.salary}
        row = OpeningRow(name, opening, ad, (), personal_fit(stated, situation, opening.quote))
        rows.setdefault(row.key, []).append(row)
    return [_joined(alike) for alike in rows.values()]


def _names(openings: Sequence[JobOpening], ads: Sequence[FoundOn | None]) -> list[str]:
    """The place of each, with its town where several have the same place."""
    places = [opening.name for opening in openings]
    towns = [_towns(opening, ad) for opening, ad in zip(openings, ads, strict=True)]
    towns_by_place: dict[str, list[str]] = {}
    for place, town in zip(places, towns, strict=True):
        towns_by_place.setdefault(place, []).append(town)
    # A town that not every one of them has may be a word of the title: "QA Engineer, Mobile".
    told_apart = {place for place, names in towns_by_place.items() if all(names) and len(set(names)) > 1}
    return [f"{place} ({town})" if place in told_apart else place for place, town in zip(places, towns, strict=True)]


def ad_names(ads: Sequence[FoundOn]) -> dict[int, str]:
    """Id of a posting → the name of its link: that of its board, with its place beside others of the board."""
    places = {ad.posting.pk: _place_of(ad) for ad in ads}
    places_by_text: dict[str, list[str]] = {}
    for ad in ads:
        places_by_text.setdefault(ad.link_text, []).append(places[ad.posting.pk])
    told_apart = {text for text, names in places_by_text.items() if len(set(names)) > 1}
    return {
        pk: f"{ad.link_text}: {place}" if place and ad.link_text in told_apart else ad.link_text
        for ad, (pk, place) in zip(ads, places.items(), strict=True)
    }


def _place_of(ad: FoundOn) -> str:
    """Its towns, else what its board writes for its place; "" if that says nothing."""
    location = ad.posting.ad.get("location") or ""
    include = (ad.posting.facts.get("residence") or {}).get("include") or ()
    towns = _first_towns((location, ad.posting.ad.get("title") or ""), include) if include else ""
    return towns or shortened(location, MAX_PLACE)


def _joined(rows: Sequence[OpeningRow]) -> OpeningRow:
    first, *others = rows
    return OpeningRow(first.name, first.opening, first.ad, tuple(row.ad for row in others if row.ad), first.fit)


def _towns(opening: JobOpening, ad: FoundOn | None) -> str:
    """The towns that the ad's place names, else its title, in the places where people may live; "" if neither does."""
    include = (opening.residence or {}).get("include") or ()
    title = (ad.posting.ad.get("title") or "") if ad else ""
    towns = _first_towns((opening.place, title), include) if include else ""
    return towns if towns != opening.name else ""


def _first_towns(texts: Iterable[str], include: Sequence[str]) -> str:
    """The towns in `include` that the first of the texts names which names any; else ""."""
    return next((", ".join(towns) for text in texts if (towns := towns_within(text, include))), "")
