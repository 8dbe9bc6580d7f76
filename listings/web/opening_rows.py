"""The openings of a job as its page lists them: told apart by their towns, or joined where nothing tells them apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from listings.search.query.situation import Situation
from listings.web.card_towns import towns_within
from listings.web.job_detail import FoundOn
from listings.web.openings import JobOpening
from listings.web.personal_fit import PersonalFit, personal_fit


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


def _joined(rows: Sequence[OpeningRow]) -> OpeningRow:
    first, *others = rows
    return OpeningRow(first.name, first.opening, first.ad, tuple(row.ad for row in others if row.ad), first.fit)


def _towns(opening: JobOpening, ad: FoundOn | None) -> str:
    """The towns that the ad's place names, else its title, in the places where people may live; "" if neither does."""
    return next(_named_towns(opening, ad), "") if opening.residence else ""


def _named_towns(opening: JobOpening, ad: FoundOn | None) -> Iterator[str]:
    include = (opening.residence or {}).get("include") or ()
    for text in (opening.place, (ad.posting.ad.get("title") or "") if ad else ""):
        if (towns := towns_within(text, include)) and (name := ", ".join(towns)) != opening.name:
            yield name
