"""The place of a form: chosen from its list, or typed as a name, a code or a town."""

from __future__ import annotations

from listings.search.query.parameters import Invalid
from listings.search.query.value_readers import quoted
from listings.vocabulary.place_lookup import PlaceMatch, look_up
from listings.web.place_options import is_place, place_name

FIELD = "place"


def typed_place(text: str) -> str:
    """The code as "DE" or "US-CA". Raises Invalid for what is no place, or several."""
    text = " ".join(text.split())
    if is_place(text.upper()):
        return text.upper()
    lookup = look_up(text)
    if lookup.certainty == "exact":
        return lookup.matches[0].code
    suggestion = " or ".join(place_name(match.code) for match in lookup.matches[:2])
    if lookup.certainty == "several":
        raise Invalid(FIELD, f"Several places are called {quoted(text)}; choose one of them.", suggestion)
    raise Invalid(FIELD, f"We do not know the place {quoted(text)}; choose a country or a state.", suggestion)


def label(match: PlaceMatch) -> str:
    """ "Germany", or "Berlin → Germany" for a name that only leads there."""
    name = place_name(match.code)
    return f"{match.via} → {name}" if match.via else name
