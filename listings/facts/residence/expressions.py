"""Expressions of places in fields, titles and sentences: "CA (outside Los Angeles), CO or the EU, except France".

expression  = member { separator member } [ exception ]
member      = place [ bracket ]
bracket     = "(" ( exception | members | remark ) ")"
exception   = "except" members
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from listings.facts.residence.names import PlaceMention, begins_name, is_unknown_town, mention_at
from listings.facts.residence.resolving import Resolved, is_within, resolve
from listings.facts.residence.tokens import (
    FILLERS,
    NAME_CONTINUES,
    NARROWING,
    NOT_PLACES,
    SEPARATORS,
    PlaceToken,
    tokenize,
)
from listings.vocabulary.regions import expand

MAX_FILLERS, MAX_BRACKET = 8, 80
# How many tokens are read at first, and how many if the expression goes on near the end of them.
STAGES = (4, 14, 48, 400)
# The longest town with its state and country.
LOOK_AHEAD = 7
EXCEPTION = re.compile(
    r"(?:but |and )?(?:except(?:ing|ion of|ion)?|excluding|excludes|excluded|excl|other than"
    r"|with (?:the )?exceptions? of"
    r"|but not|and not|not(?= (?:including|in|from|open|available|the|[A-Z]))(?: including| in| from)?|minus|without"
    r"|outside(?: of)?|ex(?=\W)|apart from|aside from|save for|non(?=-)"
    r"|au(?:ß|ss)er(?:halb)?|ausgenommen|ohne|sauf|hors|excepté|à l['’]exception d(?:e|u|es)|excepto|exceto|salvo|menos"
    r"|tranne|eccetto|esclus[aeio]|behalve|uitgezonderd|oprócz|z wyjątkiem|poza)\b\.?",
    re.IGNORECASE,
)
# The first two letters of its alternatives: a fast test, as most words begin with others.
EXCEPTION_STARTS = frozenset(
    (
        *("an", "ap", "as", "au", "be", "bu", "ec", "es", "ex", "ho", "me", "mi"),
        *("no", "oh", "op", "ot", "ou", "po", "sa", "tr", "ui", "wi", "z", "à"),
    )
)
# "Anywhere but California" leaves out; "Texas but" does not.
BUT = re.compile(r"but\b(?! not| only| must)", re.IGNORECASE)
REMARK = re.compile(
    r"\b(?:prefer\w*|ideally|e\.?g\.?|such as|includ\w+|incl|priority|plus|bonus|for example|time ?zones?|tz|hours"
    r"|\w+ days?)\b|\bi\.?e\.?$",
    re.IGNORECASE,
)
HEADQUARTERS = re.compile(r"\b(?:hq|headquarters?|head office)\b", re.IGNORECASE)
# A word and the next, if any: no town, which a comma would follow.
ORDINARY_START = re.compile(r"\s*([A-Za-z][a-z]{2,})(?: (?!de )([A-Za-z]+)|[^\w,]{0,3}$)")
MAX_TOWN = 80
WORLDWIDE = ("worldwide",)
INSIDE = frozenset(
    ["in", "within", "across", "throughout", "inside", "de", "do", "da", "dans", "en", "innerhalb", "nel", "w"]
)


@dataclass(frozen=True, slots=True)
class Places:
    """The places in characters `start` to `end`, as codes in the order named.

    `only_towns`: no country or region is named. `is_exception`: the expression begins with "except" or the like, so
    that nothing is included. `has_headquarters`: a place is marked as the firm's. `count`: of the places named.
    `of_towns`: the codes that only towns stand for.
    """

    include: tuple[str, ...]
    exclude: tuple[str, ...]
    start: int
    end: int
    only_towns: bool = False
    is_exception: bool = False
    has_headquarters: bool = False
    has_town: bool = False
    count: int = 1
    of_towns: tuple[str, ...] = ()

    @property
    def is_anywhere(self) -> bool:
        return self.include == WORLDWIDE and not self.exclude


@dataclass(slots=True)
class _Walk:
    """What has been read of an expression so far."""

    # Where the text to read ends.
    limit: int
    is_nested: bool = False
    mentions: list[PlaceMention] = field(default_factory=list)
    # (index of the mention that the exception concerns, or -1 for all of them; the places left out)
    exceptions: list[tuple[int, Places]] = field(default_factory=list)
    separator: str = ""
    fillers: int = 0
    # A bracket has no end among the tokens.
    is_cut: bool = False
    # Of the token where the expression ends, and of the text.
    index: int = 0
    end: int = 0
    has_headquarters: bool = False
    # "anywhere in" has been read, and no place after it yet.
    is_inside: bool = False
    # A number stands before the last place: "36 US states, including …" names them all.
    is_counted: bool = False
    # A town that the vocabulary does not know stands before the next place.
    has_town: bool = False
    # Words that mean nothing here stand among the places.
    has_unknown: bool = False


def read_places(
    text: str, start: int = 0, *, strict: bool = True, end: int | None = None, is_nested: bool = False
) -> Places | None:
    """The expression at `start`, or None if there is none. `strict`: prose, which an unknown word ends.

    `is_nested`: within a bracket or an exception, which hold no others.
    """
    limit = len(text) if end is None else end
    if strict and _is_ordinary(text, start, limit):
        return None
    # Most expressions are short or absent.
    for max_tokens in STAGES:
        tokens = tokenize(text, start, max_tokens, end)
        walk = _walk(text, tokens, _Walk(limit, is_nested), strict=strict)
        if len(tokens) < max_tokens or _is_complete(tokens, walk):
            break
    return _evaluate(walk, strict=strict)


def _is_complete(tokens: Sequence[PlaceToken], walk: _Walk) -> bool:
    """Whether tokens further on could not have changed what the first ones mean."""
    if walk.is_cut or walk.index >= len(tokens):
        return False
    last = tokens[walk.index]
    is_plain_word = last.text.islower() and not begins_name(last.folded)
    return is_plain_word or walk.index + LOOK_AHEAD < len(tokens)


def _is_ordinary(text: str, start: int, limit: int) -> bool:
    """Whether the first word is plainly no part of an expression, which spares most of a text the full reading."""
    match = ORDINARY_START.match(text, start, limit)
    if match is None:
        return False
    word, following = match[1].lower(), match[2] or ""
    if word in FILLERS or word in SEPARATORS or begins_name(word) or EXCEPTION.match(match[1]):
        return False
    if following.islower() or not following:
        return True
    return (
        following.lower() not in NAME_CONTINUES and text.find(",", match.end(), min(limit, match.end() + MAX_TOWN)) < 0
    )


def _walk(text: str, tokens: Sequence[PlaceToken], walk: _Walk, *, strict: bool) -> _Walk:
    index = 0
    while index < len(tokens) and walk.fillers <= MAX_FILLERS:
        token = tokens[index]
        # A line break ends the list, unless a separator stands there.
        is_new_line = walk.mentions and "\n" in text[tokens[index - 1].end : token.start]
        if is_new_line and not walk.separator and token.text not in SEPARATORS:
            break
        if token.text in "([" and walk.is_nested:
            following = index + 1
        elif token.text in "([":
            following = _bracket(text, tokens, index, walk, strict=strict)
        elif match := _exception_at(text, token, walk):
            if not walk.is_nested:
                _add_exception(text, match.end(), walk, -1, walk.limit, strict=strict)
            break
        else:
            following = _step(tokens, index, walk, strict=strict)
        if not following:
            break
        index = following
    walk.index = index
    return walk


def _step(tokens: Sequence[PlaceToken], index: int, walk: _Walk, *, strict: bool) -> int:
    """Read a place, a separator or a filler; the index after it, or 0 at the end of the expression."""
    token = tokens[index]
    match = mention_at(tokens, index, strict=strict)
    if match is not None:
        return _add_mention(tokens, *match, walk)
    if token.folded in SEPARATORS or token.text in SEPARATORS:
        # Of "and/or" the first counts, except that a comma gives way to a word.
        walk.separator = walk.separator if walk.separator not in ("", ",") else token.folded or token.text
        if walk.separator == "," and token.text != ",":
            walk.separator = token.text
    elif token.folded in FILLERS or token.text in FILLERS or _is_home_office(tokens, index):
        _add_filler(token, walk)
    elif _is_longer_name(tokens, index):
        walk.fillers += 1
        return index + 2
    elif token.text.isdigit():
        walk.is_counted = True
    elif is_unknown_town(tokens, index):
        walk.has_town = True
    else:
        if strict:
            return 0
        walk.separator, walk.has_unknown = "?", True
    return index + 1


def _add_mention(tokens: Sequence[PlaceToken], mention: PlaceMention, following: int, walk: _Walk) -> int:
    after = tokens[following].folded if following < len(tokens) else ""
    if after in NOT_PLACES:
        return 0
    separator = walk.separator if walk.mentions else ""
    is_of_town = mention.is_of_town or walk.has_town
    walk.mentions.append(
        PlaceMention(mention.places, mention.start, mention.end, mention.is_code, separator, is_of_town)
    )
    walk.has_town = False
    # "Anywhere in the UK": what follows is meant.
    walk.is_inside = mention.places[0].codes == WORLDWIDE and after in INSIDE
    walk.separator, walk.fillers, walk.end = ":" if walk.is_inside else "", 0, mention.end
    return following


def _is_longer_name(tokens: Sequence[PlaceToken], index: int) -> bool:
    """ "Tennessee Valley": no place of the vocabulary, but the list goes on after it."""
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    return (
        bool(following and following.folded in NAME_CONTINUES and following.is_capitalised)
        and tokens[index].is_capitalised
    )


def _add_filler(token: PlaceToken, walk: _Walk) -> None:
    walk.fillers += 1
    if walk.mentions and (token.text == ":" or (walk.is_counted and token.folded.startswith("includ"))):
        walk.separator = ":"


def _is_home_office(tokens: Sequence[PlaceToken], index: int) -> bool:
    return tokens[index].folded == "office" and index > 0 and tokens[index - 1].folded == "home"


def _exception_at(text: str, token: PlaceToken, walk: _Walk) -> re.Match[str] | None:
    match = EXCEPTION.match(text, token.start) if token.text[:2].lower() in EXCEPTION_STARTS else None
    if match is None and walk.mentions and walk.mentions[-1].places[0].codes == WORLDWIDE:
        match = BUT.match(text, token.start)
    # "ex" needs a place before it: "ex-Acme engineers".
    return (
        match if match and (walk.mentions or token.folded not in ("ex", "menos", "poza", "not", "but", "and")) else None
    )


def _add_exception(text: str, start: int, walk: _Walk, concerned: int, end: int, *, strict: bool) -> None:
    left_out = read_places(text, _after_remark(text, start), strict=strict, end=end, is_nested=True)
    if left_out is not None and left_out.include:
        walk.exceptions.append((concerned, left_out))
        walk.end = left_out.end


LEADING_REMARK = re.compile(
    r"\W*(?:(?:for|the|of|in|from|those|people|candidates|applicants|residents|anyone|persons|living|based|located|who"
    r"|live|reside|following|states?|countr(?:y|ies)|locations?|regions?|und|den|de|la|les|le|los|las)\b\W*){0,6}",
    re.IGNORECASE,
)


def _after_remark(text: str, start: int) -> int:
    match = LEADING_REMARK.match(text, start, start + 80)
    return match.end() if match else start


def _bracket(text: str, tokens: Sequence[PlaceToken], index: int, walk: _Walk, *, strict: bool) -> int:
    """Read a bracket; the index after it, or 0 if the expression ends before it."""
    closing = _closing(tokens, index)
    walk.is_cut = walk.is_cut or closing >= len(tokens)
    start, end = tokens[index].end, tokens[closing].start if closing < len(tokens) else tokens[-1].end
    inner = text[start:end]
    after = closing + 1
    exception = EXCEPTION.match(inner.lstrip(" ,"))
    if exception:
        offset = len(inner) - len(inner.lstrip(" ,")) + exception.end()
        _add_exception(text, start + offset, walk, len(walk.mentions) - 1, end, strict=strict)
        walk.end = max(walk.end, end)
        return after
    if HEADQUARTERS.search(inner):
        walk.has_headquarters = True
        return after
    if walk.mentions and REMARK.search(inner):
        return after
    if not walk.mentions and not strict:
        # "Remote (US)": the bracket holds the list itself.
        return index + 1
    members = read_places(text, start, strict=True, end=end, is_nested=True)
    if members is None or not members.include:
        return after if walk.mentions or not strict else index + 1
    if walk.mentions:
        walk.separator = "("
    return index + 1


def _closing(tokens: Sequence[PlaceToken], index: int) -> int:
    """The index of the bracket that closes the one at `index`, or where it would have to be."""
    for closing in range(index + 1, min(index + MAX_BRACKET, len(tokens))):
        if tokens[closing].text in ")]":
            return closing
    return min(index + MAX_BRACKET, len(tokens))


def _evaluate(walk: _Walk, *, strict: bool) -> Places | None:
    if walk.is_inside:
        walk.mentions.pop()
    if not walk.mentions:
        if not walk.exceptions:
            return None
        left_out = walk.exceptions[0][1]
        return replace(left_out, include=(), exclude=left_out.include, is_exception=True, end=walk.end)
    resolved = resolve(walk.mentions, strict=strict or walk.has_unknown)
    include = tuple(dict.fromkeys(code for place in resolved for code in place.codes))
    if not include:
        return None
    exclude = [code for place in resolved for code in place.without]
    for concerned, left_out in walk.exceptions:
        exclude += _left_out(left_out, _concerned(resolved, concerned, include))
    if exclude and not expand({"include": include, "exclude": exclude}):
        return None
    # "Europe, Southeast Asia": a list with a place that nothing is known of is not stated as if it were whole.
    # "US: East Coast" is in the US at least.
    if any(
        not mention.places[0].codes
        and mention.separator
        and not (before.kind == "country" and mention.separator in NARROWING)
        for before, mention in pairwise(walk.mentions)
    ):
        return None
    if len(walk.mentions) > 1 and not walk.mentions[0].places[0].codes and walk.mentions[1].separator:
        return None
    only_towns = not any(mention.kind in ("country", "region") for mention in walk.mentions)
    return Places(
        include,
        tuple(dict.fromkeys(exclude)),
        walk.mentions[0].start,
        walk.end,
        only_towns,
        has_headquarters=walk.has_headquarters,
        has_town=any(mention.kind == "city" for mention in walk.mentions),
        count=len(resolved),
        of_towns=_codes_of_towns(resolved),
    )


def _codes_of_towns(resolved: Sequence[Resolved]) -> tuple[str, ...]:
    whole = {code for place in resolved if not place.is_town for code in place.codes}
    return tuple(code for place in resolved if place.is_town for code in place.codes if code not in whole)


def _concerned(resolved: Sequence[Resolved], mention: int, include: tuple[str, ...]) -> tuple[str, ...]:
    """The codes that an exception after a mention concerns: that place's, or all."""
    place = next((place for place in resolved if place.last >= mention >= 0), None)
    return place.codes if place else include


def _left_out(left_out: Places, concerned: tuple[str, ...]) -> list[str]:
    # A town cannot be left out without its whole state, which the ad does not say.
    if left_out.only_towns and not any("-" in code for code in left_out.include):
        return []
    return [code for code in left_out.include if is_within((code,), concerned)]
