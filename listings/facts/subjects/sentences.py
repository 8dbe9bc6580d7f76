"""Where sentences begin and end, and the questions among them that the ad itself answers."""

from __future__ import annotations

import re

# It begins with a set of characters, which the regex engine can skip to.
SENTENCE_END = re.compile(r"[\n.!?;•|](?:(?<=\n)|(?=\s))")
ANSWERED_NO = re.compile(
    r"\W{0,4}(?:a(?:nswer)?: ?)?(?:sorry|unfortunately|no|nope|not|never|nein|leider|non|nee|nie|não)\b(?! problem)"
)
ANSWERED_YES = re.compile(
    r"\W{0,4}(?:a(?:nswer)?: ?)?(?:yes|yep|sure|of course|absolutely|certainly|definitely|ja|oui|sí|sim|sì|tak)\b"
    r"[^.!?\n]{0,80}"
)
# A full stop after these, or after a single letter, ends no sentence.
ABBREVIATIONS = (
    "u.s",
    "u.k",
    "e.g",
    "i.e",
    "d.c",
    "inc",
    "excl",
    "incl",
    "ex",
    "st",
    "approx",
    "ca",
    "bzw",
    "z.b",
    "sr",
    "jr",
)
MAX_SENTENCE = 400


def is_denied_question(lower: str, end: int) -> bool:
    """Whether the sentence that ends at `end` is a question that the ad answers with no: "Must I live in Peru? No." """
    return lower[end : end + 1] == "?" and ANSWERED_NO.match(lower, end + 1) is not None


def answer_of_yes(lower: str, end: int) -> str | None:
    """The ad's own answer to the question that ends at `end`, if that begins with yes: "Yes, on Fridays"."""
    answer = ANSWERED_YES.match(lower, end + 1) if lower[end : end + 1] == "?" else None
    return answer[0] if answer else None


def sentence_bounds(lower: str, position: int) -> tuple[int, int]:
    """Start and end of the sentence or line around `position`, at most MAX_SENTENCE characters to either side."""
    left = max(0, position - MAX_SENTENCE)
    # A line's beginning is a sentence's too, and found faster than by the pattern.
    start = left = max(left, lower.rfind("\n", left, position) + 1)
    for match in SENTENCE_END.finditer(lower, left, position):
        if _ends_sentence(lower, match.start()):
            start = match.end()
    for match in SENTENCE_END.finditer(lower, position, position + MAX_SENTENCE):
        if _ends_sentence(lower, match.start()):
            return start, match.start()
    return start, min(len(lower), position + MAX_SENTENCE)


def _ends_sentence(lower: str, stop: int) -> bool:
    if lower[stop] != ".":
        return True
    word = lower[max(0, stop - 7) : stop].replace("\n", " ").rpartition(" ")[2].rpartition("(")[2]
    return not (word in ABBREVIATIONS or (len(word) == 1 and word.isalpha()))
