"""Expressions of places in fields, titles and sentences: "CA (outside Los Angeles), CO or the EU, except France".

expression  = member { separator member } [ exception ]
member      = place [ bracket ]
bracket     = "(" ( exception | members | remark ) ")"
exception   = "except" members
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from listings.facts.residence import compass
from listings.facts.residence.evaluation import WORLDWIDE, Places, Walk, evaluate
from listings.facts.residence.leaving_out import (
    BUT,
    CAPITALISED,
    EXCEPTION,
    EXCEPTION_STARTS,
    EXCLUDED_AFTER,
    PART_END,
    is_let_in,
)
from listings.facts.residence.names import PlaceMention, begins_name, is_joined, is_unknown_town, mention_at
from listings.facts.residence.neighbours import ends_sentence, is_another_thing, is_limited, is_remote_item
from listings.facts.residence.remarks import after_remark, is_remark
from listings.facts.residence.resolving import is_within
from listings.facts.residence.tokens import (
    DIRECTIONS,
    FILLERS,
    NAME_CONTINUES,
    SEPARATORS,
    PlaceToken,
    is_symbol,
    tokenize,
    word_at,
)

MAX_FILLERS, MAX_BRACKET = 8, 80
# How many tokens are read at first, and how many if the expression goes on near the end of them.
STAGES = (4, 14, 48, 400)
# The longest town with its state and country.
LOOK_AHEAD = 7
HEADQUARTERS = re.compile(r"\b(?:hq|headquarters?|head office)\b", re.IGNORECASE)
# A word and the next, if any: no town, which a comma would follow.
ORDINARY_START = re.compile(r"\s*([A-Za-z][a-z]{2,})(?: (?!d[eu] |of )([A-Za-z]+)|[^\w,]{0,3}$)")
MAX_TOWN = 80
# "Washington, DC (Tysons VA)"
TOWN_AND_CODE = re.compile(r"(?:[A-Z][a-z.]+ ){1,3}[A-Z]{2}")
EXCLUDED_WORD = re.compile(r"\b(?:exclu|excepted|not included|ausge)", re.IGNORECASE)
INSIDE = frozenset(
    ["in", "of", "within", "across", "throughout", "inside", "de", "do", "da", "dans", "en", "innerhalb", "nel", "w"]
)


def read_places(
    text: str,
    start: int = 0,
    *,
    strict: bool = True,
    end: int | None = None,
    is_nested: bool = False,
    within: tuple[str, ...] = (),
) -> Places | None:
    """The expression at `start`, or None if there is none. `strict`: prose, which an unknown word ends.

    `is_nested`: within a bracket or an exception, which hold no others. `within`: the codes that it is an exception of.
    """
    limit = len(text) if end is None else end
    if strict and _is_ordinary(text, start, limit):
        return None
    # Most expressions are short or absent.
    tokens: list[PlaceToken] = []
    for max_tokens in STAGES:
        # Those of the stage before stay.
        tokens += tokenize(text, tokens[-1].end if tokens else start, max_tokens - len(tokens), end)
        walk = _walk(text, tokens, Walk(limit, is_nested, within), strict=strict)
        if len(tokens) < max_tokens or _is_complete(tokens, walk):
            break
    return evaluate(walk, strict=strict)


def _is_complete(tokens: Sequence[PlaceToken], walk: Walk) -> bool:
    """Whether tokens further on could not have changed what the first ones mean."""
    if walk.is_cut or walk.index >= len(tokens):
        return False
    last = tokens[walk.index]
    # "the south of Spain"
    has_direction = any(token.folded in DIRECTIONS for token in tokens[max(0, walk.index - 1) : walk.index + 1])
    is_plain_word = last.text.islower() and not begins_name(last.folded) and not has_direction
    return is_plain_word or walk.index + LOOK_AHEAD < len(tokens)


def _is_ordinary(text: str, start: int, limit: int) -> bool:
    """Whether the first word is plainly no part of an expression, which spares most of a text the full reading."""
    match = ORDINARY_START.match(text, start, limit)
    if match is None:
        return False
    word, following = match[1].lower(), match[2] or ""
    if word in FILLERS or word in SEPARATORS or word in DIRECTIONS or begins_name(word) or EXCEPTION.match(match[1]):
        return False
    if following.islower() or not following:
        return True
    return (
        following.lower() not in NAME_CONTINUES and text.find(",", match.end(), min(limit, match.end() + MAX_TOWN)) < 0
    )


def _walk(text: str, tokens: Sequence[PlaceToken], walk: Walk, *, strict: bool) -> Walk:
    index = 0
    while index < len(tokens) and walk.fillers <= MAX_FILLERS:
        token = tokens[index]
        # A line break ends the list, unless a separator stands there.
        is_new_line = walk.mentions and "\n" in text[tokens[index - 1].end : token.start]
        if is_new_line and not walk.separator and token.text not in SEPARATORS:
            break
        if strict and walk.mentions and walk.end == tokens[index - 1].end and _begins_sentence(tokens, index):
            break
        if token.text in "([" and walk.is_nested:
            following = index + 1
        elif token.text in "([":
            following = _bracket(text, tokens, index, walk, strict=strict)
        elif match := _excluded_after(text, token, walk):
            _exclude_last(walk)
            following = _index_after(tokens, index, match.end())
        elif match := _exception_at(text, token, walk):
            if not walk.is_nested:
                _add_exception(text, match.end(), walk, -1, walk.limit, strict=strict)
                break
            # "(no Malta, no Cyprus)"
            following = _index_after(tokens, index, match.end())
        else:
            following = _step(tokens, index, walk, strict=strict)
        if not following:
            break
        index = following
    walk.index = index
    return walk


def _begins_sentence(tokens: Sequence[PlaceToken], index: int) -> bool:
    """Whether a full stop stands between a place and `index`.

    "… based in Spain. Germany is our market", and behind an abbreviation a place: "the U.S. Canada is next".
    """
    last = tokens[index - 1].text
    if last[-1] != "." or not tokens[index].is_capitalised:
        return False
    match = mention_at(tokens, index, strict=True)
    if match is None:
        return "." not in last[:-1]
    # "Spain. Portugal. Italy." is a list.
    return match[1] < len(tokens) and tokens[match[1] - 1].text[-1] != "."


def _index_after(tokens: Sequence[PlaceToken], index: int, end: int) -> int:
    """The first token from `index` on that begins at `end` or later."""
    return next((at for at in range(index, len(tokens)) if tokens[at].start >= end), len(tokens))


def _step(tokens: Sequence[PlaceToken], index: int, walk: Walk, *, strict: bool) -> int:
    """Read a place, a separator or a filler; the index after it, or 0 at the end of the expression."""
    token = tokens[index]
    if name := compass.named_after_direction(tokens, index):
        walk.is_part = True
        return name
    match = None if _is_capital_or(tokens, index, walk) else mention_at(tokens, index, strict=strict)
    if match is not None:
        return _add_mention(tokens, index, *match, walk)
    if token.folded in SEPARATORS or token.text in SEPARATORS:
        _add_separator(tokens, index, walk)
    elif token.folded in FILLERS or token.text in FILLERS or is_symbol(token) or _is_home_office(tokens, index):
        _add_filler(token, walk)
    elif bracket := compass.end_before_list(tokens, index):
        return bracket
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


def _is_capital_or(tokens: Sequence[PlaceToken], index: int, walk: Walk) -> bool:
    """Whether "OR" is the word and not Oregon: right behind a state, before a word: "in Washington OR willing to"."""
    if tokens[index].text != "OR" or not walk.mentions or walk.separator or index + 1 >= len(tokens):
        return False
    is_of_state = walk.mentions[-1].places[0].codes[0].startswith("US-") and walk.mentions[-1].kind == "subdivision"
    return is_of_state and walk.end == tokens[index - 1].end and tokens[index + 1].text.isalpha()


def _add_separator(tokens: Sequence[PlaceToken], index: int, walk: Walk) -> None:
    token = tokens[index]
    # Of "and/or" the first counts, except that a comma gives way to a word.
    walk.separator = walk.separator if walk.separator not in ("", ",") else token.folded or token.text
    if walk.separator == "," and token.text != ",":
        walk.separator = token.text
    # "Toronto-CA" is "Toronto, CA".
    if walk.mentions and walk.mentions[-1].kind == "city" and is_joined(tokens, index):
        walk.separator = ","


def _add_mention(tokens: Sequence[PlaceToken], index: int, mention: PlaceMention, following: int, walk: Walk) -> int:
    if is_another_thing(tokens, mention, following):
        return 0
    separator = walk.separator if walk.mentions else ""
    behind = compass.end_of_part(tokens, following) if mention.kind in ("country", "region") else 0
    if walk.is_part or behind or compass.has_selected_parts(tokens, mention, following):
        mention, following = compass.part_of(mention), behind or following
        mention = replace(mention, end=tokens[following - 1].end)
    is_of_town = mention.is_of_town or walk.has_town
    is_own = separator in ("", ",", "(") and is_remote_item(tokens, index, following, walk.mentions)
    walk.mentions.append(
        replace(mention, separator=separator, is_of_town=is_of_town, is_part=walk.is_part, is_own_item=is_own)
    )
    walk.has_town = walk.is_part = False
    # "Anywhere in the UK": what follows is meant.
    walk.is_inside = False
    if mention.places[0].codes == WORLDWIDE:
        if is_limited(tokens, following):
            walk.mentions.pop()
            return 0
        after = word_at(tokens, following)
        is_other = after == "of" and word_at(tokens, following + 1) in ("your", "their")
        walk.is_inside = after in INSIDE and not is_other and not ends_sentence(tokens, following)
    walk.separator, walk.fillers, walk.end = ":" if walk.is_inside else "", 0, mention.end
    return following


def _is_longer_name(tokens: Sequence[PlaceToken], index: int) -> bool:
    """ "Tennessee Valley": no place of the vocabulary, but the list goes on after it."""
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    return (
        bool(following and following.folded in NAME_CONTINUES and following.is_capitalised)
        and tokens[index].is_capitalised
    )


def _add_filler(token: PlaceToken, walk: Walk) -> None:
    walk.fillers += 1
    if walk.mentions and (token.text == ":" or (walk.is_counted and token.folded.startswith("includ"))):
        walk.separator = ":"


def _is_home_office(tokens: Sequence[PlaceToken], index: int) -> bool:
    return tokens[index].folded == "office" and index > 0 and tokens[index - 1].folded == "home"


def _exception_at(text: str, token: PlaceToken, walk: Walk) -> re.Match[str] | None:
    match = EXCEPTION.match(text, token.start) if token.text[:2].lower() in EXCEPTION_STARTS else None
    if match is not None and is_let_in(text, token.start):
        return None
    if match is None and walk.mentions and walk.mentions[-1].places[0].codes == WORLDWIDE:
        match = BUT.match(text, token.start)
    if match is None and walk.mentions and token.folded == "but":
        match = _but_part(text, token, walk)
    # "ex" needs a place before it: "ex-Acme engineers".
    return (
        match
        if match and (walk.mentions or token.folded not in ("ex", "no", "save", "menos", "poza", "not", "but", "and"))
        else None
    )


def _but_part(text: str, token: PlaceToken, walk: Walk) -> re.Match[str] | None:
    """ "All of Canada but Quebec", and not "Europe, but Spain is preferred"."""
    codes = _codes(walk)
    match = BUT.match(text, token.start)
    left_out = read_places(text, match.end(), is_nested=True, within=codes) if match else None
    if match is None or left_out is None or not left_out.include:
        return None
    is_part = all(is_within((code,), codes) for code in left_out.include)
    ends = PART_END.match(text, left_out.end) or text[left_out.end - 1] == "."
    return match if is_part and ends else None


def _add_exception(text: str, start: int, walk: Walk, concerned: int, end: int, *, strict: bool) -> None:
    within = _codes(walk)
    left_out = read_places(text, after_remark(text, start), strict=strict, end=end, is_nested=True, within=within)
    if left_out is not None and left_out.include:
        walk.exceptions.append((concerned, left_out))
        walk.end = left_out.end
    elif walk.mentions and (unknown := CAPITALISED.match(text, start, end)):
        # The quote at least shows a place that the vocabulary lacks: "Chile, except Aysén".
        walk.end = unknown.end()


def _codes(walk: Walk) -> tuple[str, ...]:
    return tuple(code for mention in walk.mentions for code in mention.places[0].codes)


def _excepted(inner: str, walk: Walk) -> tuple[str, ...]:
    """The codes that a bracket is an exception of: "US (CA excluded)"."""
    return _codes(walk) if EXCLUDED_WORD.search(inner) else ()


def _excluded_after(text: str, token: PlaceToken, walk: Walk) -> re.Match[str] | None:
    """ "excluded" right behind the last place: "Europe (Switzerland excluded)"."""
    match = EXCLUDED_AFTER.match(text, walk.mentions[-1].end, walk.limit) if walk.mentions else None
    return match if match and match.end() > token.start else None


def _exclude_last(walk: Walk) -> None:
    """Make an exception of the last places: of those in the bracket, or of those that "and" joins."""
    places = [walk.mentions.pop()]
    ends = ("(",) if any(mention.separator == "(" for mention in (*walk.mentions, *places)) else (",", ";", "")
    while walk.mentions and places[0].separator not in ends:
        places.insert(0, walk.mentions.pop())
    concerned = len(walk.mentions) - 1 if places[0].separator == "(" else -1
    left_out = evaluate(Walk(walk.limit, within=(*walk.within, *_codes(walk)), mentions=places), strict=True)
    if left_out is not None:
        walk.exceptions.append((concerned, left_out))


def _bracket(text: str, tokens: Sequence[PlaceToken], index: int, walk: Walk, *, strict: bool) -> int:
    """Read a bracket; the index after it, or 0 if the expression ends before it."""
    closing = _closing(tokens, index)
    walk.is_cut = walk.is_cut or closing >= len(tokens)
    start, end = tokens[index].end, tokens[closing].start if closing < len(tokens) else tokens[-1].end
    inner = text[start:end]
    after = closing + 1
    exception = EXCEPTION.match(inner.lstrip(" ,"))
    if exception and is_let_in(text, end - len(inner.lstrip(" ,"))):
        return after
    if exception:
        offset = len(inner) - len(inner.lstrip(" ,")) + exception.end()
        _add_exception(text, start + offset, walk, len(walk.mentions) - 1, end, strict=strict)
        walk.end = max(walk.end, end)
        return after
    if HEADQUARTERS.search(inner):
        walk.has_headquarters = True
        return after
    if walk.mentions and is_remark(inner, is_narrow_name=bool(walk.mentions[-1].places[0].without)):
        return after
    if not walk.mentions and not strict:
        # "Remote (US)": the bracket holds the list itself.
        return index + 1
    members = read_places(text, start, strict=True, end=end, is_nested=True, within=_excepted(inner, walk))
    if members is not None and members.is_exception:
        # "Europe (Switzerland excluded)"
        left_out = replace(members, include=members.exclude, exclude=(), is_exception=False)
        walk.exceptions.append((len(walk.mentions) - 1, left_out))
        return after
    has_code = walk.mentions and not strict and TOWN_AND_CODE.fullmatch(inner)
    if (members is None or not members.include) and not has_code:
        return after if walk.mentions or not strict else index + 1
    # "Oslo or Remote (EU)": the bracket explains the word, not the town.
    if walk.mentions and not (walk.separator and tokens[index - 1].folded == "remote"):
        walk.separator = "("
    return index + 1


def _closing(tokens: Sequence[PlaceToken], index: int) -> int:
    """The index of the bracket that closes the one at `index`, or where it would have to be."""
    for closing in range(index + 1, min(index + MAX_BRACKET, len(tokens))):
        if tokens[closing].text in ")]":
            return closing
    return min(index + MAX_BRACKET, len(tokens))
