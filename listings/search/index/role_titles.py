"""The role in a title, without what ads put around it (places, levels of pay, numbers)."""

from __future__ import annotations

import re

CUT = re.compile(r"\s[-–—|/•·@:]+\s|\s?[(\[{|;,]|[–—]|:\s|[)\]}]\s?")
REMOTE = re.compile(r"^(?:100% |fully )?remote\b[\s:-]*|[\s-]*\b(?:fully )?remote$", re.IGNORECASE)
MAX_LENGTH = 60


def role(title: str) -> str:
    """ "[Remote] Senior Data Analyst (m/f/d), Berlin" → "Senior Data Analyst"; "" if the title names none."""
    for piece in CUT.split(title):
        # Quotes would end the phrase of a suggested search.
        candidate = REMOTE.sub("", " ".join(piece.replace('"', " ").split())).strip(" -–—!*.")
        if 1 < len(candidate) <= MAX_LENGTH and any(character.isalpha() for character in candidate):
            return candidate
    return ""
