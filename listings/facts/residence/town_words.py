"""Towns that are named like a trade, a product or a customer: "QA Engineer, Mobile", "Account Manager (Enterprise)"."""

from __future__ import annotations

import re
from functools import cache

from listings.vocabulary.places import cities, codes, folded, names

# Large towns whose names are ordinary words, tools or first names of a field. Smaller ones need their state anyway.
WORDS = """
    agri ajax archway aurora barking bath billings boulder bush cairo centennial chandler concord cork corona
    coro cypress darwin delta enterprise essen hollywood independence kira mage male mango mesa metro mobile
    nada natal nice oral orange orleans paradise perm pest phoenix pisa providence queens reading reno saga sale
    samba shaping split springs surprise tempe tours vista york
"""
TOWN_WORDS = frozenset(WORDS.split())
# "QA Engineer (SAN)", "Therapist, ABA": towns of three letters are shorter than most abbreviations.
MAX_LETTERS = 3
# An item of a title: what stands alone between commas, brackets and dashes, perhaps with "remote" before it.
ITEM = re.compile(
    r"(?:(?<=[,(\[|/&–—:])|(?<=\s[-–—:])|^)(?P<blank>\s*(?:remote\s+)?)"
    r"(?P<name>[^\W\d_]+)(?=\s*(?:$|[,)\]|/&–—]|\s-\s|\((?P<bracket>[^()]*)\)))",
    re.IGNORECASE,
)
NEXT_ITEM = re.compile(r"\s*[,(]\s*(?P<name>[\w. ]*\w)")


def without_town_words(title: str) -> str:
    """`title` with blanks in place of such towns, unless their state or country follows: "Mobile, AL"."""
    return ITEM.sub(lambda match: _blank(title, match), title)


def _blank(title: str, item: re.Match[str]) -> str:
    name = folded(item["name"])
    if not is_town_word(name) or _is_in(name, NEXT_ITEM.match(title, item.end("name"))):
        return item[0]
    return item["blank"] + " " * len(item["name"])


@cache
def is_town_word(name: str) -> bool:
    """Whether the folded name of a town is more likely to be something else in a title."""
    return name in TOWN_WORDS or (len(name) <= MAX_LETTERS and name in cities())


def _is_in(town: str, following: re.Match[str] | None) -> bool:
    """Whether the item behind the town is a state or country that has a town of this name."""
    if not following:
        return False
    text = following["name"].replace(".", "")
    wider = {code for place in (*codes().get(text, ()), *names().get(folded(text), ())) for code in place.codes}
    return any(place.codes[0] in wider or place.country in wider for place, _ in cities().get(town, ()))
