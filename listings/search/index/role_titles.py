"""The role in a title, without what ads put around it (places, levels of pay, numbers)."""

from __future__ import annotations

import re

from listings.search.text.analysis import terms
from listings.vocabulary.role_words import LEARNERS

CUT = re.compile(r"\s[-–—|/•·@:]+\s|\s?[(\[{|;,]|[–—]|:\s|[)\]}]\s?")
REMOTE = re.compile(r"^(?:100% |fully )?remote\b[\s:-]*|[\s-]*\b(?:fully )?remote$", re.IGNORECASE)
MAX_LENGTH = 60
# What a "Head of Design" heads stands behind the noun.
OF = re.compile(r"\s(?:of|for|in|at|to|with|de|du|des|für)\s", re.IGNORECASE)
NUMBER = re.compile(r"[ivx]+|\d+")


def role(title: str) -> str:
    """ "[Remote] Senior Data Analyst (m/f/d), Berlin" → "Senior Data Analyst"; "" if the title names none."""
    for piece in CUT.split(title):
        # Quotes would end the phrase of a suggested search.
        candidate = REMOTE.sub("", " ".join(piece.replace('"', " ").split())).strip(" -–—!*.")
        if 1 < len(candidate) <= MAX_LENGTH and any(character.isalpha() for character in candidate):
            return candidate
    return ""


def head(named_role: str) -> str:
    """The term of the noun that a role ends in: "Developer Experience Engineer II" → "engineer"; "" without one."""
    named = [term for term in terms(OF.split(named_role)[0]) if not NUMBER.fullmatch(term) and term not in LEARNERS]
    return named[-1] if named else ""
