"""How text becomes terms of the index: lower case, no accents, singular, American spelling, known compounds joined.

Nothing else is made equal: an accountant is no account, a designer no design, a recruiter does not only recruit.
The index gets terms that are made here, separated by spaces, and splits them at these alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

from listings.search.text.spelling_variants import american, singular
from listings.vocabulary.combining_marks import without_accents

# C++, C#, .NET and Node.js are words of their own.
WORD = re.compile(r"\.net\b|\w+(?:\.js\b|\+\+|#)?", re.IGNORECASE)
# Anything longer is left out.
MAX_WORD_LENGTH = 60
# Of words whose terms are kept: others would fill tens of megabytes in each process.
MAX_KEPT_LENGTH = 20
# What Unicode does not take apart into a letter and its mark.
LETTERS = str.maketrans({"æ": "ae", "ø": "o", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i"})
COMPOUNDS_FILE = Path(__file__).parents[2] / "vocabulary" / "data" / "compounds.txt"


def terms(text: str) -> list[str]:
    """The terms of a text, in order. "Front-End Developers" → ["frontend", "developer"]."""
    separate = [term for word in WORD.findall(text) if len(word) <= MAX_WORD_LENGTH and (term := _term(word))]
    compounds = _compounds_in(separate)
    if not compounds:
        return separate
    seconds = {index + 1 for index in compounds}
    return [compounds.get(index, term) for index, term in enumerate(separate) if index not in seconds]


def located_terms(text: str) -> list[tuple[str, int, int]]:
    """The terms of a text, each with the offsets between which it stands."""
    matches = (match for match in WORD.finditer(text) if match.end() - match.start() <= MAX_WORD_LENGTH)
    words = [(term, match.start(), match.end()) for match in matches if (term := _term(match[0]))]
    compounds = _compounds_in([term for term, _, _ in words])
    for index, compound in compounds.items():
        words[index] = compound, words[index][1], words[index + 1][2]
    seconds = {index + 1 for index in compounds}
    return [word for index, word in enumerate(words) if index not in seconds] if compounds else words


def _compounds_in(separate: Sequence[str]) -> dict[int, str]:
    """Index of the first of two terms that are one → the one. None shares a term with another."""
    joined, compounds, previous = _compounds(), dict[int, str](), -2
    for index, pair in enumerate(pairwise(separate)):
        if index != previous + 1 and (compound := joined.get(pair)):
            compounds[index] = compound
            previous = index
    return compounds


def word_forms(text: str) -> list[str]:
    """The words of a text as they are spelt, without case and accents: for completions and typos."""
    return [form for word in WORD.findall(text) if len(word) <= MAX_WORD_LENGTH and (form := _form(word))]


def _form(word: str) -> str:
    # Some ligatures decompose into several words.
    return "".join(without_accents(word.casefold().translate(LETTERS)).split())


def _term(word: str) -> str:
    return _kept_term(word) if len(word) <= MAX_KEPT_LENGTH else _made_term(word)


def _made_term(word: str) -> str:
    return singular(american(_form(word)))


@lru_cache(maxsize=50_000)
def _kept_term(word: str) -> str:
    return _made_term(word)


@cache
def _compounds() -> dict[tuple[str, str], str]:
    """Two terms that are also written as one → the one."""
    lines = COMPOUNDS_FILE.read_text(encoding="utf-8").splitlines()
    pairs = (line.split() for line in lines if line and not line.startswith("#"))
    return {(_term(first), _term(second)): _term(first + second) for first, second in pairs}
