"""What the words beside a name make of it: another thing than the place, no limit at all, or an item of its own."""

from __future__ import annotations

from collections.abc import Sequence

from listings.facts.residence.evaluation import WORLDWIDE
from listings.facts.residence.names import PlaceMention, mention_at
from listings.facts.residence.tokens import FILLERS, NOT_PLACES, NOT_TOWN, SEPARATORS, PlaceToken, word_at

# The longest abbreviation with its full stop: "U.S.A."
MAX_ABBREVIATION = 6
# Between "Remote" and the place: "Remote (US)", "Remote in the US".
MAX_BETWEEN = 3
BETWEEN = frozenset(["(", "-", "–", "—", ":", "in", "from", "within", "the"])


def is_another_thing(tokens: Sequence[PlaceToken], mention: PlaceMention, following: int) -> bool:
    """Whether a name stands for a time, a market or the like, or only describes the word after it."""
    # "… in Ireland. Customers …": the next sentence says nothing of the name, and the next line neither.
    if word_at(tokens, following) in NOT_PLACES and not ends_sentence(tokens, following):
        return not tokens[following].begins_line
    return _is_adjective(tokens, mention, following) or _has_tolerance(tokens, following)


def is_remote_item(tokens: Sequence[PlaceToken], index: int, following: int, mentions: Sequence[PlaceMention]) -> bool:
    """Whether a place is an item of its own beside the others of a list, not what a town lies in, nor their heading.

    "Reno, Remote US", "Remote (US), Reno" and "Reno NV, US Remote, Oslo"; "Reno, US Remote" may be the town.
    """
    before = index - 1
    while before > index - 1 - MAX_BETWEEN and before >= 0 and _text(tokens, before) in BETWEEN:
        before -= 1
    if before >= 0 and tokens[before].folded == "remote":
        return bool(mentions) or (_text(tokens, index - 1) == "(" and _text(tokens, following) == ")")
    return (
        word_at(tokens, following) == "remote"
        and bool(mentions)
        and mentions[-1].kind == "subdivision"
        and _text(tokens, following + 1) in SEPARATORS
        and following + 2 < len(tokens)
        and mention_at(tokens, following + 2, strict=True) is not None
    )


def _text(tokens: Sequence[PlaceToken], index: int) -> str:
    return tokens[index].text.lower() if index < len(tokens) else ""


def is_limited(tokens: Sequence[PlaceToken], following: int) -> bool:
    """ "Any country we support", "any country where we have an entity": which, the ad does not say here."""
    if tokens[following - 1].folded not in ("country", "countries"):
        return False
    following_terms = [word_at(tokens, index) for index in range(following, following + 3)]
    relatives = [word for word in following_terms if word not in (",", "that", "which", "where", "in")]
    return relatives[:1] in (["we"], ["our"], ["supported"], ["covered"], ["listed"], ["approved"])


def _is_adjective(tokens: Sequence[PlaceToken], mention: PlaceMention, following: int) -> bool:
    """Whether "Global" only describes the name after it: "Global Data, Hong Kong"."""
    if mention.places[0].codes != WORLDWIDE or tokens[following - 1].folded != "global" or following >= len(tokens):
        return False
    after = tokens[following]
    return after.is_capitalised and after.text.isalpha() and after.folded not in FILLERS | SEPARATORS | NOT_TOWN


def _has_tolerance(tokens: Sequence[PlaceToken], following: int) -> bool:
    """ "Switzerland ± 6 hours", "UK +/- 3": the place stands for its time."""
    marks = "".join(token.text for token in tokens[following : following + 4]).lstrip("),")
    return marks.startswith(("±", "+/-", "+/–", "+/−", "+-", "-/+"))


def ends_sentence(tokens: Sequence[PlaceToken], following: int) -> bool:
    """Whether a full stop stands after a name that is no abbreviation."""
    last = tokens[following - 1].text
    return last[-1] == "." and len(last) > MAX_ABBREVIATION and tokens[following].is_capitalised
