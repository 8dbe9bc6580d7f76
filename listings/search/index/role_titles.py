"""The role that a title names, without what ads put around it: places, levels of pay, numbers, shouting."""

from __future__ import annotations

import re

CUT = re.compile(r"\s[-–—|/•·@:]+\s|\s?[(\[{|;,]|[–—]|:\s|[)\]}]\s?")
REMOTE = re.compile(r"^(?:100% |fully )?remote\b[\s:-]*|[\s-]*\b(?:fully )?remote$", re.IGNORECASE)
LONGEST = 60


def role(title: str) -> str:
    """ "[Remote] Senior Data Analyst (m/f/d), Berlin" → "Senior Data Analyst"; "" where a title names none."""
    for piece in CUT.split(title):
        words = REMOTE.sub("", " ".join(piece.replace('"', " ").split())).strip(" -–—!*.")
        if 1 < len(words) <= LONGEST and any(sign.isalpha() for sign in words):
            return words
    return ""
