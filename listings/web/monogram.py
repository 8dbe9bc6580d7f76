"""The square with an employer's initials that stands beside a card. It only decorates: no logo is ever requested."""

from __future__ import annotations

import re
from dataclasses import dataclass
from zlib import crc32

WORD = re.compile(r"[^\W_]+")
MAX_LETTERS = 2
# The style sheet has a colour for each.
TONES = 6


@dataclass(frozen=True, slots=True)
class Monogram:
    letters: str
    tone: int


def monogram(company: str) -> Monogram:
    """The initials of the first two words; the same employer always has the same colour."""
    letters = "".join(word[0].upper()[0] for word in WORD.findall(company)[:MAX_LETTERS])
    return Monogram(letters or "–", crc32(company.encode()) % TONES)
