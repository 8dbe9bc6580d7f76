"""How text becomes terms of the index: lower case, no accents, singular, American spelling, known compounds joined.

Nothing else is made equal: an accountant is no account, a designer no design, a recruiter does not only recruit.
The index gets terms that are made here, separated by spaces, and splits them at these alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain
from pathlib import Path
from sys import intern

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


class PieceCache(dict[str, tuple[str, ...]]):
    """What stands between white space in a text → its words as `convert` makes them.

    A word never spans white space, and looking a piece up takes a third of the time of finding its words.
    Equal words are one object, whose hash is worked out once for all that look it up afterwards.
    Emptied when it is full: frequent pieces are back after a few texts.
    """

    def __init__(self, convert: Callable[[str], str], size: int) -> None:
        self.convert, self.size = convert, size

    def __missing__(self, piece: str) -> tuple[str, ...]:
        words = WORD.findall(piece)
        forms = (self.convert(word) for word in words if len(word) <= MAX_WORD_LENGTH)
        converted = tuple(intern(form) for form in forms if form)
        if len(piece) <= MAX_KEPT_LENGTH:
            if len(self) >= self.size:
                self.clear()
            self[piece] = converted
        return converted

    def of_text(self, text: str) -> list[str]:
        """The words of a text, in order."""
        return list(chain.from_iterable(map(self.__getitem__, text.split())))


def terms(text: str) -> list[str]:
    """The terms of a text, in order. "Front-End Developers" → ["frontend", "developer"]."""
    joined = TERMS.of_text(text)
    for index, compound in reversed(_compounds_in(joined).items()):
        joined[index : index + 2] = [compound]
    return joined


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
    by_first, compounds, previous = _compounds(), dict[int, str](), -2
    # Few terms begin a compound: asking for each term is faster than asking for each pair.
    for index in [index for index, term in enumerate(separate[:-1]) if term in by_first]:
        if index != previous + 1 and (compound := by_first[separate[index]].get(separate[index + 1])):
            compounds[index] = compound
            previous = index
    return compounds


def word_forms(text: str) -> list[str]:
    """The words of a text as they are spelt, without case and accents: for completions and typos."""
    return FORMS.of_text(text)


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


# Ten thousand ads have 150,000 different pieces, which take 25 MiB.
FORMS, TERMS = PieceCache(_form, size=5_000), PieceCache(_term, size=150_000)


@cache
def _compounds() -> Mapping[str, Mapping[str, str]]:
    """First term → second → the term that both are when written as one."""
    lines = COMPOUNDS_FILE.read_text(encoding="utf-8").splitlines()
    by_first: dict[str, dict[str, str]] = {}
    for first, second in (line.split() for line in lines if line and not line.startswith("#")):
        by_first.setdefault(_term(first), {})[_term(second)] = intern(_term(first + second))
    return by_first
