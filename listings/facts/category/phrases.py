"""The known phrases in a title, by its tokens."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from typing import NamedTuple

from listings.facts.multi_search import build_finder
from listings.vocabulary.category_rules import PHRASES, PhraseKind
from listings.vocabulary.title_slips import correct

MAX_TITLE = 300
# Ends a phrase: a new start for the grammar. A "/" joins like "and".
BREAK = "|"
TOKEN = re.compile(r"(?P<break>\s[-–—|@]+\s|[,;:()\[\]|•·–—>]|\s[-–—]|[-–—]\s)|[\w+#&]+|/")
# "(m/w/d)", "H/F", "all genders": dropped, or they would part a head from its topic.
GENDERS = re.compile(
    r"\s[(\[]?(?:[mwfdxhk]\s?[/|*,-]\s?){1,3}[mwfdxhkv]{1,2}[)\]]?(?!\w)"
    r"|[(\[](?:all genders?|gn|m|d|w|f|w m|div\.?)[)\]]",
    re.IGNORECASE,
)
# "Head of Design's Assistant", "Assistant of the CFO": what a superior does says nothing of the assistant.
SUPERIOR = r"(?:c[efotmi]o|vp|svp|evp|chief|president|head|director|founder|chairman|chairwoman|dean)"
OF_SUPERIOR = re.compile(
    rf"\b{SUPERIOR}\b(?: [\w&]{{1,20}}){{0,4}}['’]s?(?= (?:[\w-]{{1,20}} ){{0,2}}(?:assistant|secretary|aide)\b)"
    rf"|(?<=\bassistant) of (?:the |our )?{SUPERIOR}\b[^,;|()]{{0,40}}",
    re.IGNORECASE,
)
GENDER_SIGNS = frozenset("/|*,-([")
# "Machine Learning (ML) Ops Engineer" is one noun phrase.
ABBREVIATION = re.compile(r"(?<=\w )\(([A-Z&]{2,5})\)(?= \w)")
# Letters without their accents, one for one, so that offsets stay.
FOLDED = {
    code: folded
    for code in range(0xC0, 0x250)
    if len(folded := unicodedata.normalize("NFD", chr(code))[0]) == 1 and folded.isascii()
} | {ord("ł"): "l", ord("ø"): "o", ord("ß"): "s", ord("æ"): "a"}


class TitleToken(NamedTuple):
    """A word of a title in lower case without accents, or BREAK; characters `start` to `end`."""

    word: str
    start: int
    end: int


class PhraseMatch(NamedTuple):
    """A known phrase: tokens `start` to `end` (exclusive), `width` characters of them fixed by the vocabulary."""

    start: int
    end: int
    kind: PhraseKind
    category: str | None
    width: int


def tokenize(title: str) -> list[TitleToken]:
    title = title[:MAX_TITLE]
    if not GENDER_SIGNS.isdisjoint(title):
        title = GENDERS.sub(lambda match: " " * len(match[0]), title)
    title = OF_SUPERIOR.sub(lambda match: " " * len(match[0]), title)
    title = ABBREVIATION.sub(r" \1 ", title)
    return [
        TitleToken(BREAK if match["break"] else correct(match[0].lower().translate(FOLDED)), *match.span())
        for match in TOKEN.finditer(title)
    ]


def find_phrases(tokens: list[TitleToken]) -> list[PhraseMatch]:
    """Every known phrase, overlapping ones too."""
    starts: list[int] = []
    position = 1
    for token in tokens:
        starts.append(position)
        position += len(token.word) + 1
    padded = f" {' '.join(token.word for token in tokens)} "
    return [
        # A pattern may begin or end with the space beside its words.
        PhraseMatch(
            bisect_right(starts, start + (padded[start] == " ")) - 1,
            bisect_right(starts, end - 1 - (padded[end - 1] == " ")),
            *MEANINGS[index],
        )
        for index, start, end in FINDER.find_matches_as_indexes(padded, overlapping=True)
    ]


def _patterns() -> tuple[list[str], list[tuple[PhraseKind, str | None, int]]]:
    patterns: list[str] = []
    meanings: list[tuple[PhraseKind, str | None, int]] = []
    for text, kind, category in PHRASES:
        for spelled in _spellings(text.translate(FOLDED)):
            before, after = "" if spelled.startswith("*") else " ", "" if spelled.endswith("*") else " "
            core = spelled.strip("*")
            endings = (after, "s ") if after and core[-1:].isalpha() and not core.endswith("s") else (after,)
            patterns += [before + core + ending for ending in endings]
            meanings += [(kind, category, len(core))] * len(endings)
    return patterns, meanings


def _spellings(phrase: str) -> list[str]:
    """A `*` within a phrase stands for the endings of Romance genders: "ejecutiv* de ventas"."""
    first, star, rest = phrase.partition("* ")
    return [f"{first}{ending} {rest}" for ending in ("", "o", "a", "e")] if star and first else [phrase]


PATTERNS, MEANINGS = _patterns()
FINDER = build_finder(PATTERNS)
