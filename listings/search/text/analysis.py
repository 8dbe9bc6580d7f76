"""How text becomes terms of the index: lower case, no accents, singular, American spelling, known compounds joined.

Nothing else is made equal: an accountant is no account, a designer no design, a recruiter does not only recruit.
The index gets terms that are made here, separated by spaces, and splits them at these alone.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

from listings.search.text.spelling_variants import american, singular

# C++, C#, .NET and Node.js are words of their own.
WORD = re.compile(r"\.net\b|\w+(?:\.js\b|\+\+|#)?", re.IGNORECASE)
MAX_WORD_LENGTH = 60
# What Unicode does not take apart into a letter and its mark.
LETTERS = str.maketrans({"æ": "ae", "ø": "o", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i"})
COMPOUNDS_FILE = Path(__file__).parents[2] / "vocabulary" / "data" / "compounds.txt"


def terms(text: str) -> list[str]:
    """The terms of a text, in order. "Front-End Developers" → ["frontend", "developer"]."""
    separate = [term for word in WORD.findall(text) if (term := _term(word))]
    joined = _compounds()
    if len(separate) < 2:
        return separate
    result: list[str] = []
    index = 0
    while index < len(separate):
        compound = joined.get((separate[index], separate[index + 1])) if index + 1 < len(separate) else None
        result.append(compound or separate[index])
        index += 2 if compound else 1
    return result


def word_forms(text: str) -> list[str]:
    """The words of a text as they are spelt, without case and accents: for completions and typos."""
    return [form for word in WORD.findall(text) if (form := _form(word))]


@lru_cache(maxsize=100_000)
def _form(word: str) -> str:
    """ "" for what is too long to be a word."""
    if len(word) > MAX_WORD_LENGTH:
        return ""
    decomposed = unicodedata.normalize("NFKD", word.casefold().translate(LETTERS))
    # Some ligatures decompose into several words.
    return "".join("".join(char for char in decomposed if not unicodedata.combining(char)).split())


@lru_cache(maxsize=100_000)
def _term(word: str) -> str:
    return singular(american(_form(word)))


@cache
def _compounds() -> dict[tuple[str, str], str]:
    """Two terms that are also written as one → the one."""
    lines = COMPOUNDS_FILE.read_text(encoding="utf-8").splitlines()
    pairs = (line.split() for line in lines if line and not line.startswith("#"))
    return {(_term(first), _term(second)): _term(first + second) for first, second in pairs}
