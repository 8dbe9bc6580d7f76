"""Clock times and ranges of them: "9 am – 5 pm", "9h à 17h", "von 9 bis 17 Uhr"."""

from __future__ import annotations

import re

CLOCK = r"(?:(?:à |a las |às |alle )?\d{1,2}(?:[:.h]\d\d)?\s?(?:[ap]\.?\s?m\b\.?|uhr\b|h\b)?|midnight|noon)"
UNTIL = r"(?:-|–|—|to|until|till|and|through|bis|und|à|a|y|e|et|às|alle|al|tot|en|do|hasta|até|jusqu'à)"
CLOCKS = re.compile(rf"(?<![\d$€£.,])({CLOCK})\s?{UNTIL}\s?({CLOCK})(?![\d%])", re.IGNORECASE)
HALF = re.compile(r"([ap])\.?\s?m\b", re.IGNORECASE)


def first_clocks(sentence: str) -> tuple[tuple[int, int], float] | None:
    """The span of the first pair of clock times, and the hours between them."""
    match = CLOCKS.search(sentence)
    if not match:
        return None
    start, end = hour_of(match[1], match[2]), hour_of(match[2], "")
    return match.span(), (end - start) % 24 if end != start else 24


def hour_of(clock: str, other: str) -> float:
    """Hour of the day of a clock time. It takes "am" or "pm" from `other` if it has none: "2" in "2–5 pm" is 14."""
    digits = re.search(r"(\d{1,2})(?:[:.h](\d\d))?", clock)
    half = HALF.search(clock) or HALF.search(other)
    if not digits:
        return 12 if clock.lower() == "noon" else 0
    hour = int(digits[1]) + int(digits[2] or 0) / 60
    # 12 pm is noon, 12 am is midnight.
    return hour if not half else hour % 12 + (12 if half[1].lower() == "p" else 0)
