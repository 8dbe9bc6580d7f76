"""What the codes behind a town mean: "Lebanon, NH", "Pune, IN", "Torino, TO, IT"."""

from __future__ import annotations

from listings.vocabulary.countries import COUNTRIES
from listings.vocabulary.places import Place, cities, codes, german_towns, names

STATE_COUNTRIES = ("US", "CA")


def place_of_three(town: str, region: str, code: str) -> Place | None:
    """The place of a town, its region's code and its country's: "Tampa, FL, US"."""
    state = f"{code}-{region}"
    if code in STATE_COUNTRIES and any(place.codes == (state,) for place in codes().get(region, ())):
        return Place("subdivision", (state,))
    # "Lisbon, PT, ES": a town and its country, then another country.
    meanings = _towns(town)
    if any(place.country == region for place in meanings):
        return None
    if any(place.codes[0].endswith(f"-{region}") for place in meanings) and code not in STATE_COUNTRIES:
        return None
    # "Brisbane, QLD, Australia": states of other countries count only where they are written out.
    return Place("city", (code,))


def _towns(town: str) -> list[Place]:
    large = [*(place for place, _ in cities().get(town, ())), *(p for p in names().get(town, ()) if p.kind == "city")]
    # "Husum, DE" is not in Delaware.
    small = german_towns().get(town)
    return [*large, Place("city", (small,))] if small else large


def place_of_two(town: str, code: str, *, is_pair: bool, strict: bool) -> Place | None:
    """The state or country of "Lebanon, NH"."""
    if not code.isupper():
        # "Dublin, Ga": only where the town is known there.
        state = Place("city", (f"US-{code.upper()}",))
        return state if state in _towns(town) else None
    states = [place for place in codes().get(code, ()) if place.kind == "subdivision"]
    towns = _towns(town)
    for state in states:
        if state in (Place("subdivision", place.codes) for place in towns):
            return state
    known = names().get(town, ())
    # "San Francisco, LA": two cities of California.
    if code == "LA" and any(place.kind == "city" for place in known):
        return None
    # "Ontario, ON", "Colombia, CO": the name and its own code.
    for place in known:
        if place.codes and place.codes[0].rpartition("-")[2] == code:
            return place
    if code in COUNTRIES and any(place.country == code for place in towns):
        # "New York, US"
        is_in_state = code == "US" and towns[0].country == code and "-" in towns[0].codes[0]
        return Place("subdivision", towns[0].codes) if is_in_state else Place("city", (code,))
    is_named = any(place.kind in ("country", "region", "subdivision") for place in known)
    if states:
        # "Norway, ME" is a town; in "Norway, SE, DK" the codes are countries.
        return states[0] if is_pair or not is_named else None
    if is_named or strict or code not in COUNTRIES:
        return None
    return Place("city", (code,))
