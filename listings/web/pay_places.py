"""Whether a pay that an ad ties to places may be a reader's."""

from __future__ import annotations

from collections.abc import Iterable

from listings.vocabulary.places import folded, names
from listings.vocabulary.regions import verdict


def may_be_paid_in(places: Iterable[str], country: str, state: str | None) -> bool:
    """False only if all `places`, as the ad spells them, are known and none lies where the reader lives.

    `country` and `state` are codes, such as "US" and "US-OH"; `state` is None if unknown.
    """
    include: set[str] = set()
    for place in places:
        # "Glendale, California": the last part is the widest.
        meanings = names().get(folded(place.rpartition(", ")[2]), ())
        codes = {code for meaning in meanings for code in meaning.codes}
        if not codes:
            return True
        include |= codes
    return not include or verdict({"include": sorted(include)}, country, state) != "not open"
