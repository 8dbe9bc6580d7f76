"""Jobs of several residences and zones, and the comparison of what a search finds of them with what cards say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from listings.search.query.search import Search
from listings.search.query.situation import Situation
from listings.search.results.find import find
from listings.web.cards import cards
from listings.web.personal_fit import DISPUTED, IN_OTHER_ZONES, UNREAD
from tests.listings.making import listing_with

PLACES = ("DE", "FR", "ES", "US", "US-CA", "US-TX", "US-HI", "CA", "CA-QC", "CA-ON", "BR", "US-NY", "IN", "NP", "KE")
ZONES = {"American": (-8, -3), "European": (0, 3), "Eastern": (-5, -5)}
DOUBTS = {
    "Depends on your state": "depend on your state",
    "Depends on your province": "depend on your province",
    "Depends on your region": "depend on your region",
    "Only in some states": "depend on your state",
    "Only in some provinces": "depend on your province",
    "Open if you live in Bavaria": "depend on your region",
}
VERDICTS = {"open": {"Open to you", *DOUBTS}, "unstated": {"Eligibility not stated", DISPUTED, UNREAD, IN_OTHER_ZONES}}


def make_fits(residences_by_title: Mapping[str, list[Any]]) -> None:
    """A job of each title, with these residences of its openings, and the zones that its title names."""
    for title, residences in residences_by_title.items():
        openings = [{"residence": residence, "salary": salary(title, residence), **LABELS} for residence in residences]
        near = {"low": -8.0, "high": -8.0, "evidence": title} if "near Pacific" in title else None
        facts = {"residence": residences[0], "hours": hours(title), "near_zone": near}
        listing_with(title, facts=facts, openings=openings if len(openings) > 1 else [])


def salary(title: str, residence: Any) -> dict[str, Any] | None:
    """Different by place, so that openings are judged one by one."""
    if "by pay" not in title:
        return None
    amount = 90_000 if residence and "US" in residence["include"] else 50_000
    return {"min": amount, "max": amount, "currency": "USD", "period": "year"}


def hours(title: str) -> dict[str, Any] | None:
    band = next((band for name, band in ZONES.items() if f"in {name}" in title), None)
    if band is None:
        return None
    only = {"only_in_zone": True} if title.endswith("only") else {}
    return {"utc_min": band[0], "utc_max": band[1], "based_in_zone": f"Live in {title}", **only}


LABELS = {"posting": 0, "place": "", "evidence": {}}


def expect_what_cards_say(residences_by_title: Mapping[str, list[Any]], place: str) -> None:
    reader = Situation.in_place(place)
    everything = find(Search(), reader_place=place)
    verdicts = {card.title: card.personal_fit.verdict for card in cards(everything.ids, reader) if card.personal_fit}
    counts = {value: count for value, _, count in everything.counts["fit"]}
    assert len(verdicts) == sum(counts.values()) == len(residences_by_title)
    # The filter by country leaves out what is not open there.
    in_country = find(Search(country=place))
    assert {listing.title for listing in in_country.listings} == {
        title for title, verdict in verdicts.items() if verdict != "Not open to you"
    }
    with_stated_places = find(Search(country=place, residence="stated"))
    [without] = [count.total for count in in_country.counts["country"] if count.value == "none"]
    assert without == (in_country.total or 0) - (with_stated_places.total or 0)
    counted = {count.value: count.total for count in everything.counts["country"]}
    assert counted.get(place, in_country.total) == in_country.total
    for fit, labels in VERDICTS.items():
        results = find(Search(fit=fit, fit_place=place))
        expected = {title for title, verdict in verdicts.items() if verdict in labels}
        assert {listing.title for listing in results.listings} == expected
        assert counts[fit] == results.total == len(expected)
        [doubt] = results.counts["fit in doubt"]
        in_doubt = [DOUBTS[verdict] for verdict in verdicts.values() if verdict in DOUBTS]
        assert in_doubt == [doubt.label] * doubt.total
