"""The words of job titles, by their part in the grammar of titles: see the files in data/titles."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent / "data" / "titles"


class PhraseKind(IntEnum):
    """What a phrase does in a title. Of phrases with the same words, the lower kind is the one meant as a head."""

    TRADE = 0
    LOOSE_TRADE = 1
    ENGINEER = 2
    HEAD = 3
    TECH = 4
    TOPIC = 5
    ENGINEERS_ONLY = 6
    PLAIN_ENGINEER = 7
    LOOSE_TECH = 8
    LOOSE_TOPIC = 9
    NOISE = 10
    DECISIVE = 11


KINDS = {
    "trades": PhraseKind.TRADE,
    "loose trades": PhraseKind.LOOSE_TRADE,
    "engineers": PhraseKind.ENGINEER,
    "heads": PhraseKind.HEAD,
    "tech": PhraseKind.TECH,
    "topics": PhraseKind.TOPIC,
    "engineers only": PhraseKind.ENGINEERS_ONLY,
    "plain engineers": PhraseKind.PLAIN_ENGINEER,
    "loose tech": PhraseKind.LOOSE_TECH,
    "loose topics": PhraseKind.LOOSE_TOPIC,
    "noise": PhraseKind.NOISE,
    "decisive": PhraseKind.DECISIVE,
}


class Phrase(NamedTuple):
    """Words of titles as they are compared, and their category: None for heads and noise without one."""

    text: str
    kind: PhraseKind
    category: str | None


def parse_phrases(source: str) -> Iterator[Phrase]:
    """The phrases of a file of titles, in file order."""
    kind = PhraseKind.NOISE
    # Join indented continuation lines first, so that each rule is one line.
    for line in source.replace("\n    ", " ").splitlines():
        if line.startswith("["):
            kind = KINDS[line.strip("[]")]
        elif line and not line.startswith("#"):
            name, _, phrases = line.partition(": ")
            category = None if name == "none" else name
            yield from (Phrase(text, kind, category) for part in phrases.split("|") if (text := part.strip()))


PHRASES = [phrase for file in sorted(FOLDER.glob("*.txt")) for phrase in parse_phrases(file.read_text("utf-8"))]
