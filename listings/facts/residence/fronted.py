"""Refusals whose places come first: "In Ohio we cannot employ anybody", "Wir können in Wien niemanden einstellen"."""

from __future__ import annotations

import re

from listings.facts.residence.evaluation import Places
from listings.facts.residence.expressions import read_places

HIRE = (
    r"(?:hire|employ|recruit|(?:ein|an)stellen|beschäftigen|embaucher|recruter|employer|contratar|assumere|aannemen"
    r"|in dienst nemen|zatrudni\w+)"
)
FRONT = re.compile(
    r"[\s•*–-]*(?:in|im|au|aux|en|no|na|nos|nas|nel|nella|w)(?: (?:der|den|the|de|la|het))? (?=\w)"
    r"|.{0,60}\b(?:können|dürfen|kunnen|mogen) (?:(?:wir|we|derzeit|leider|helaas|momenteel|aktuell) ){0,3}"
    r"(?:in|im|aus|uit)(?: (?:der|den|dem|het|de))? "
)
# "We cannot hire", with nothing behind it that would be another matter: "we cannot hire juniors".
REFUSED = re.compile(
    rf",? (?:[\w'’]+ ){{0,4}}?(?:cannot|can['’]t|unable to|not able to|do not|don['’]t|nicht|niemand\w*|keine\w{{0,2}}"
    rf"|ne \w+(?: \w+)? pas|no podemos|não podemos|non possiamo|niet|niemand|geen|nie możemy) (?:[\w-]+ ){{0,2}}?{HIRE}"
    r"(?: (?:anyone|anybody|people|employees|staff|yet|currently|for now|at the moment|at this time)){0,2}\W*$"
)
MAX_ARTICLE = 4


def places_refused(text: str, lower: str, start: int, end: int) -> Places | None:
    """The places that the sentence from `start` to `end` begins with, if it goes on that nobody is hired there."""
    front = FRONT.match(lower, start, end)
    if front is None:
        return None
    places = read_places(text, front.end(), end=end)
    is_named = places is not None and places.start - front.end() <= MAX_ARTICLE
    return places if places is not None and is_named and REFUSED.match(lower, places.end, end) else None
