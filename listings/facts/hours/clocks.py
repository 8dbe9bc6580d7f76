"""Clock times and ranges of them: "9 am – 5 pm", "9h à 17h", "von 9 bis 17 Uhr"."""

from __future__ import annotations

import re

CLOCK = r"(?:(?:à |a las |às |alle )?\d{1,2}(?:[:.h]\d\d)?\s?(?:[ap]\.?\s?m\b\.?|uhr\b|h\b)?|midnight|noon)"
UNTIL = r"(?:-|–|—|to|until|till|and|through|bis|und|à|a|y|e|et|às|alle|al|tot|en|do|hasta|até|jusqu'à)"
# What a zone between the two times was replaced by, as in "9 am EST – 5 pm EST".
BLANK = "\0"
CLOCKS = re.compile(rf"(?<![\d$€£.,])({CLOCK}){BLANK}*\s?{UNTIL}\s?({CLOCK})(?![\d%])", re.IGNORECASE)
HALF = re.compile(r"([ap])\.?\s?m\b", re.IGNORECASE)
DAY, NOON = 24, 12
# "8 hours per day"
HOURS_A_DAY = re.compile(r"\b(\d{1,2}) ?(?:hours?|hrs?)(?: (?:per|a|each|every) |/)day\b", re.IGNORECASE)

Window = tuple[float, float]
"""Hours of the day from and until which somebody works; after midnight the end is above 24."""


def first_clocks(sentence: str) -> tuple[tuple[int, int], Window] | None:
    """The span of the first pair of clock times, and the hours that they are."""
    match = CLOCKS.search(sentence)
    return (match.span(), window_of(match)) if match else None


def window_of(clocks: re.Match[str]) -> Window:
    start, end = hour_of(clocks[1], clocks[2]), hour_of(clocks[2], "")
    has_half = HALF.search(clocks[1]), HALF.search(clocks[2])
    # "10 to 3 pm" begins in the morning, "9 to 5" ends in the afternoon.
    if has_half[1] and not has_half[0] and start > end and start >= NOON:
        start -= NOON
    elif not any(has_half) and NOON / 2 <= start <= NOON and end <= start and end < NOON:
        end += NOON
    return start, end if end > start else end + DAY


def window_from(clock: str, sentence: str) -> Window | None:
    """From the clock time at which work starts, for the hours that the sentence counts in a day; else None."""
    amount = HOURS_A_DAY.search(sentence)
    start = hour_of(clock, "")
    return (start, start + int(amount[1])) if amount and int(amount[1]) <= NOON else None


def hour_of(clock: str, other: str) -> float:
    """Hour of the day of a clock time. It takes "am" or "pm" from `other` if it has none: "2" in "2–5 pm" is 14."""
    digits = re.search(r"(\d{1,2})(?:[:.h](\d\d))?", clock)
    half = HALF.search(clock) or HALF.search(other)
    if not digits:
        return NOON if clock.lower() == "noon" else 0
    hour = int(digits[1]) + int(digits[2] or 0) / 60
    # 12 pm is noon, 12 am is midnight.
    return hour if not half else hour % NOON + (NOON if half[1].lower() == "p" else 0)
