"""Which vacancy is this? Folding of names and texts, and the fingerprint that equal vacancies share."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata

from listings.boards.base import Ad
from listings.facts.text import plain

LEGAL_FORM = re.compile(
    r"ab|ag|as|asa|bv|co|corp|corporation|gmbh|inc|incorporated|kg|limited|llc|llp|ltd|nv|oy|plc|pte|pty|sa|sarl|sas|se"
    r"|sl|spa|srl"
)


def folded(words: str) -> str:
    """Case, width, accents of compatibility, punctuation and spacing made equal; letters of any script stay."""
    decomposed = unicodedata.normalize("NFKC", words).casefold()
    return " ".join(re.findall(r"[\w+#]+", decomposed))


def company_key(name: str) -> str:
    """One key for the spellings of an employer: "Acme, Inc." and "ACME" are one."""
    words = folded(name.replace(".", "")).split()
    while len(words) > 1 and LEGAL_FORM.fullmatch(words[-1]):
        words.pop()
    return " ".join(words) or name.strip().casefold()


def fingerprint(ad: Ad) -> bytes:
    """Equal for ads whose company, title, place and text are equal but for case, spacing and markup. 32 bytes."""
    parts = [company_key(ad.company), folded(ad.title), folded(ad.location or ""), folded(plain(ad.html))]
    return hashlib.sha256("\x1f".join(parts).encode()).digest()


def content_hash(ad: Ad) -> bytes:
    """Of everything that the board states, so that an unchanged ad is known without reading it. 32 bytes."""
    return hashlib.sha256(json.dumps(ad.as_json(), sort_keys=True, ensure_ascii=False).encode()).digest()
