"""Company names, titles and texts reduced to comparable forms, and the hashes that equal ads share."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import re
from datetime import datetime

from listings.boards.base import Ad
from listings.vocabulary.combining_marks import bounded_marks, normalized, without_accents

# Increase it when the same ad gets other match features: maintenance then rebuilds the match keys of older postings.
VERSION = 2
LEGAL_FORM = re.compile(
    r"ab|ag|as|asa|bv|co|corp|corporation|gmbh|inc|incorporated|kg|limited|llc|llp|ltd|nv|oy|plc|pte|pty|sa|sarl|sas|se"
    r"|sl|spa|srl"
)
WORD = re.compile(r"[\w+#]+")
# A single letter of a text may become eighteen words.
MAX_FOLDED = 250_000
# PostgreSQL indexes no key of more than 2,700 bytes.
MAX_COMPANY_KEY = 600
# Sorted, so that moving a field within the class changes no hash: a new hash makes a fetch read the ad again.
AD_FIELDS = tuple(sorted(spec.name for spec in dataclasses.fields(Ad)))
ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, default=datetime.isoformat)


def fold(text: str) -> str:
    """The words of a text, NFKC-normalised, case-folded and joined by single spaces. Letters of any script stay.

    At most MAX_FOLDED characters.
    """
    return " ".join(WORD.findall(normalized("NFKC", text)[:MAX_FOLDED].casefold()[:MAX_FOLDED]))


def company_key(name: str) -> str:
    """One key for all spellings of an employer: "Acme, Inc.", "ACME GmbH" and the hiring system's token "acme"."""
    # Dots first: "S.A." would otherwise become two words, of which neither is a legal form.
    parts = fold(without_accents(name.replace(".", ""))).split()
    # Never the last remaining word: a company may be called "Limited".
    while len(parts) > 1 and LEGAL_FORM.fullmatch(parts[-1]):
        parts.pop()
    # A name of signs alone folds to nothing, and all such companies would become one.
    return ("".join(parts) or bounded_marks(name).strip().casefold())[:MAX_COMPANY_KEY]


def fingerprint(ad: Ad, folded_text: str) -> bytes:
    """SHA-256 over company, title, place and text, ignoring case, spacing and markup."""
    parts = [company_key(ad.company), fold(ad.title), fold(ad.location or ""), folded_text]
    # A separator that folding removes: joined by a space, a word could move from one part to the next unnoticed.
    return hashlib.sha256("\x1f".join(parts).encode()).digest()


def content_hash(ad: Ad) -> bytes:
    """SHA-256 over every field of the ad: an equal hash means that nothing has to be read again."""
    values = {name: getattr(ad, name) for name in AD_FIELDS}
    return hashlib.sha256(ENCODER.encode(values).encode()).digest()
