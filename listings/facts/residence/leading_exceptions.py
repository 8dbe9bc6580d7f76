"""Places that the beginning of a sentence leaves out: "Except for Texas, you may live anywhere in the US"."""

from __future__ import annotations

import re

from listings.facts.residence.expressions import read_places
from listings.facts.residence.resolving import is_within

EXCEPTION = re.compile(
    r"[\s*•–-]*(?:except(?:ing)?(?: for)?|with the exceptions? of|apart from|aside from|other than|excluding|save for"
    r"|outside(?: of)?|barring|au(?:ß|ss)er(?:halb)?|mit ausnahme von|ausgenommen|sauf|hormis|à l['’]exception de"
    r"|excepto|exceto|salvo|con (?:la )?excepción de|com (?:a )?exceção d[eoa]|tranne|eccetto|ad eccezione di|behalve"
    r"|met uitzondering van|oprócz|z wyjątkiem|poza)"
    r" (?:(?:for|in|from|people in|residents of|en|au|na|no|w) )?(?:the (?:states? of )?)?"
)
MAX_GAP = 2


def exception_before(text: str, lower: str, start: int, end: int, include: tuple[str, ...]) -> tuple[str, ...]:
    """The codes of parts of `include` that the sentence from `start` leaves out before `end`, where it states them.

    `lower` is `text` in lower case with the same offsets.
    """
    exception = EXCEPTION.match(lower, start, end)
    if exception is None:
        return ()
    left_out = read_places(text, exception.end(), end=end, is_nested=True, within=include)
    if left_out is None or left_out.start - exception.end() > MAX_GAP:
        return ()
    # A town cannot be left out without its whole country.
    return tuple(code for code in left_out.include if code not in left_out.of_towns and is_within((code,), include))
